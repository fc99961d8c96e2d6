/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/key_players.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* Values closer than this are equal, so that rounding does not choose. */
static const double same_value = 1e-12;

struct key_graph {
    size_t n;
    size_t *first;  /* by vertex: its first entry in others; one more ends the last */
    size_t *others; /* neighbours */
    bool *removed;
    size_t *level; /* distance from the start of a search plus 1; 0 = unseen */
    size_t *queue;
};

struct key_graph *key_graph_new(igraph_adjlist_t *adjacency)
{
    struct key_graph *graph = alloc_zeroed(1, sizeof *graph);
    size_t entries = 0;
    graph->n = (size_t)igraph_adjlist_size(adjacency);
    graph->first = alloc_zeroed(graph->n + 1, sizeof *graph->first);
    for (size_t v = 0; v < graph->n; v++) {
        graph->first[v] = entries;
        entries +=
            (size_t)igraph_vector_int_size(igraph_adjlist_get(adjacency, (igraph_integer_t)v));
    }
    graph->first[graph->n] = entries;
    graph->others = alloc_zeroed(entries, sizeof *graph->others);
    for (size_t v = 0; v < graph->n; v++) {
        const igraph_vector_int_t *list = igraph_adjlist_get(adjacency, (igraph_integer_t)v);
        for (size_t j = 0; j < graph->first[v + 1] - graph->first[v]; j++)
            graph->others[graph->first[v] + j] = (size_t)VECTOR(*list)[j];
    }
    graph->removed = alloc_zeroed(graph->n, sizeof *graph->removed);
    graph->level = alloc_zeroed(graph->n, sizeof *graph->level);
    graph->queue = alloc_zeroed(graph->n, sizeof *graph->queue);
    return graph;
}

void key_graph_free(struct key_graph *graph)
{
    if (!graph)
        return;
    free(graph->first);
    free(graph->others);
    free(graph->removed);
    free(graph->level);
    free(graph->queue);
    free(graph);
}

/* Visit what hangs together with the first `found` entries of the queue; how many there are. */
static size_t spread(struct key_graph *graph, size_t found)
{
    for (size_t next = 0; next < found; next++) {
        size_t v = graph->queue[next];
        for (size_t e = graph->first[v]; e < graph->first[v + 1]; e++) {
            size_t w = graph->others[e];
            if (graph->level[w] > 0 || graph->removed[w])
                continue;
            graph->level[w] = graph->level[v] + 1;
            graph->queue[found++] = w;
        }
    }
    return found;
}

/* Forget the levels of the queue. */
static void forget(struct key_graph *graph, size_t found)
{
    for (size_t i = 0; i < found; i++)
        graph->level[graph->queue[i]] = 0;
}

/* Ordered pairs that hang together. */
static double count_joined(struct key_graph *graph)
{
    double joined = 0;
    for (size_t v = 0; v < graph->n; v++) {
        if (graph->removed[v] || graph->level[v] > 0)
            continue;
        graph->queue[0] = v;
        graph->level[v] = 1;
        double size = (double)spread(graph, 1);
        joined += size * (size - 1);
    }
    memset(graph->level, 0, graph->n * sizeof *graph->level);
    return joined;
}

/* Sum of 1/d over the ordered pairs; or, once it is above the limit, some number above it. */
static double sum_nearness(struct key_graph *graph, double limit)
{
    double sum = 0;
    for (size_t v = 0; v < graph->n && sum <= limit; v++) {
        if (graph->removed[v])
            continue;
        graph->queue[0] = v;
        graph->level[v] = 1;
        size_t found = spread(graph, 1);
        for (size_t i = 1; i < found; i++)
            sum += 1 / (double)(graph->level[graph->queue[i]] - 1);
        forget(graph, found);
    }
    return sum;
}

static double value_of_reach(struct key_graph *graph, const size_t *members, size_t size)
{
    double sum = (double)size;
    for (size_t i = 0; i < size; i++) {
        graph->queue[i] = members[i];
        graph->level[members[i]] = 1;
    }
    size_t found = spread(graph, size);
    for (size_t i = size; i < found; i++)
        sum += 1 / (double)(graph->level[graph->queue[i]] - 1);
    forget(graph, found);
    return sum / (double)graph->n;
}

/* The value, or when it is below the least of interest some number below that. */
static double value_from(struct key_graph *graph, enum key_problem problem, const size_t *members,
                         size_t size, double least)
{
    double left = (double)graph->n - (double)size;
    if (problem == KEY_REACH)
        return graph->n > 0 ? value_of_reach(graph, members, size) : (double)NAN;
    if (left < 2)
        return (double)NAN;
    for (size_t i = 0; i < size; i++)
        graph->removed[members[i]] = true;
    double pairs = left * (left - 1);
    double joined = problem == KEY_FRAGMENTATION ? count_joined(graph)
                                                 : sum_nearness(graph, (1 - least) * pairs);
    for (size_t i = 0; i < size; i++)
        graph->removed[members[i]] = false;
    return 1 - joined / pairs;
}

double key_value(struct key_graph *graph, enum key_problem problem, const size_t *members,
                 size_t size)
{
    return value_from(graph, problem, members, size, -1);
}

static size_t degree_of(const struct key_graph *graph, size_t vertex)
{
    return graph->first[vertex + 1] - graph->first[vertex];
}

/* Two neighbours or more, or the first of a pair that is tied to nobody else. */
static bool is_worth_removing(const struct key_graph *graph, size_t vertex)
{
    if (degree_of(graph, vertex) != 1)
        return degree_of(graph, vertex) > 1;
    size_t other = graph->others[graph->first[vertex]];
    return degree_of(graph, other) == 1 && vertex < other;
}

/* Those worth removing; with as many others as a set of that size still needs. */
static size_t list_candidates(const struct key_graph *graph, size_t size, size_t *candidates)
{
    size_t count = 0;
    for (size_t v = 0; v < graph->n; v++)
        if (is_worth_removing(graph, v))
            candidates[count++] = v;
    for (size_t v = 0; v < graph->n && count < size; v++)
        if (!is_worth_removing(graph, v))
            candidates[count++] = v;
    return count;
}

/* Keep the candidates with most neighbours, the first of equals, in ascending order. */
static size_t keep_widest(const struct key_graph *graph, size_t *candidates, size_t count,
                          size_t most)
{
    size_t *at_least = alloc_zeroed(graph->n + 1, sizeof *at_least); /* by degree */
    size_t kept = 0;
    size_t least = graph->n;
    size_t above = 0;
    for (size_t c = 0; c < count; c++)
        at_least[degree_of(graph, candidates[c])]++;
    while (least > 0 && above + at_least[least] <= most)
        above += at_least[least--];
    size_t room = most - above; /* for those of degree `least` */
    for (size_t c = 0; c < count; c++) {
        size_t degree = degree_of(graph, candidates[c]);
        if (degree < least || (degree == least && room == 0))
            continue;
        room -= degree == least ? 1 : 0;
        candidates[kept++] = candidates[c];
    }
    free(at_least);
    return kept;
}

/* Ways to choose, as far as a limit. */
static double count_sets(size_t candidates, size_t size)
{
    double sets = 1;
    for (size_t i = 0; i < size; i++)
        sets *= (double)(candidates - i) / (double)(i + 1);
    return sets;
}

static void consider(struct key_graph *graph, enum key_problem problem, size_t size,
                     const size_t *members, struct key_set *best)
{
    double value = value_from(graph, problem, members, size, best->value - 2 * same_value);
    if (value > best->value + same_value) {
        best->value = value;
        best->others = 0;
        memcpy(best->members, members, size * sizeof *members);
    } else if (value > best->value - same_value) {
        best->others++;
    }
}

/* All sets in the order of their members. */
static void try_all(struct key_graph *graph, enum key_problem problem, size_t size,
                    const size_t *candidates, size_t count, struct key_set *best)
{
    size_t picks[KEY_MOST_PLAYERS];
    size_t members[KEY_MOST_PLAYERS];
    for (size_t i = 0; i < size; i++)
        picks[i] = i;
    while (true) {
        for (size_t i = 0; i < size; i++)
            members[i] = candidates[picks[i]];
        consider(graph, problem, size, members, best);
        size_t last = size;
        while (last > 0 && picks[last - 1] == count - size + last - 1)
            last--;
        if (last == 0)
            return;
        picks[last - 1]++;
        for (size_t i = last; i < size; i++)
            picks[i] = picks[i - 1] + 1;
    }
}

static bool is_member(const size_t *members, size_t size, size_t vertex)
{
    for (size_t i = 0; i < size; i++)
        if (members[i] == vertex)
            return true;
    return false;
}

/* The candidate that makes the set best in this place. */
static bool improve_place(struct key_graph *graph, enum key_problem problem, size_t size,
                          size_t place, const size_t *candidates, size_t count,
                          struct key_set *best)
{
    size_t members[KEY_MOST_PLAYERS];
    bool improved = false;
    memcpy(members, best->members, size * sizeof *members);
    for (size_t c = 0; c < count; c++) {
        if (is_member(members, size, candidates[c]) && members[place] != candidates[c])
            continue;
        members[place] = candidates[c];
        double value = value_from(graph, problem, members, size, best->value);
        if (value > best->value + same_value) {
            best->value = value;
            best->members[place] = candidates[c];
            improved = true;
        }
    }
    return improved;
}

/* Member by member, then exchanges until none helps. */
static void find_greedily(struct key_graph *graph, enum key_problem problem, size_t size,
                          const size_t *candidates, size_t count, struct key_set *best)
{
    bool improved = true;
    for (size_t k = 1; k <= size; k++) {
        for (size_t c = 0; c < count; c++)
            if (!is_member(best->members, k - 1, candidates[c]))
                best->members[k - 1] = candidates[c];
        best->value = -1;
        improve_place(graph, problem, k, k - 1, candidates, count, best);
    }
    while (improved) {
        improved = false;
        for (size_t place = 0; place < size; place++)
            if (improve_place(graph, problem, size, place, candidates, count, best))
                improved = true;
    }
}

static int compare_sizes(const void *a, const void *b)
{
    size_t left = *(const size_t *)a;
    size_t right = *(const size_t *)b;
    return (left > right) - (left < right);
}

static int compare_gains(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left < right) - (left > right);
}

/* State of branch and bound for reach. */
struct reaching {
    struct key_graph *graph;
    size_t size;
    size_t branches; /* left */
    size_t *order;   /* vertices, the most promising first */
    double *gains;   /* scratch */
    struct key_set *best;
};

/* Can the set with its first members beat the best with vertices from `from` on? */
static bool may_beat(struct reaching *reaching, size_t *members, size_t chosen, size_t from)
{
    struct key_graph *graph = reaching->graph;
    double own = chosen > 0 ? key_value(graph, KEY_REACH, members, chosen) : 0;
    double bound = own;
    size_t count = 0;
    for (size_t i = from; i < graph->n; i++) {
        members[chosen] = reaching->order[i];
        reaching->gains[count++] = key_value(graph, KEY_REACH, members, chosen + 1) - own;
    }
    qsort(reaching->gains, count, sizeof *reaching->gains, compare_gains);
    for (size_t i = 0; i < reaching->size - chosen && i < count; i++)
        bound += reaching->gains[i];
    return bound > reaching->best->value + same_value;
}

/* False when the branches allowed were used up. */
static bool branch(struct reaching *reaching, size_t *members, size_t chosen, size_t from)
{
    struct key_graph *graph = reaching->graph;
    if (chosen == reaching->size) {
        double value = key_value(graph, KEY_REACH, members, chosen);
        if (value > reaching->best->value + same_value) {
            reaching->best->value = value;
            memcpy(reaching->best->members, members, chosen * sizeof *members);
        }
        return true;
    }
    for (size_t i = from; i + (reaching->size - chosen) <= graph->n; i++) {
        if (!may_beat(reaching, members, chosen, i))
            return true;
        if (reaching->branches == 0)
            return false;
        reaching->branches--;
        members[chosen] = reaching->order[i];
        if (!branch(reaching, members, chosen + 1, i + 1))
            return false;
    }
    return true;
}

struct promise {
    double value;
    size_t vertex;
};

static int compare_promises(const void *a, const void *b)
{
    const struct promise *left = a;
    const struct promise *right = b;
    if (left->value != right->value)
        return left->value < right->value ? 1 : -1;
    return (left->vertex > right->vertex) - (left->vertex < right->vertex);
}

static bool prove_reach(struct key_graph *graph, size_t size, size_t most, struct key_set *best)
{
    size_t members[KEY_MOST_PLAYERS + 1];
    struct promise *promises = alloc_zeroed(graph->n, sizeof *promises);
    struct reaching reaching = {
        .graph = graph,
        .size = size,
        .branches = most,
        .order = alloc_zeroed(graph->n, sizeof *reaching.order),
        .gains = alloc_zeroed(graph->n, sizeof *reaching.gains),
        .best = best,
    };
    for (size_t v = 0; v < graph->n; v++)
        promises[v] = (struct promise){key_value(graph, KEY_REACH, &v, 1), v};
    qsort(promises, graph->n, sizeof *promises, compare_promises);
    for (size_t i = 0; i < graph->n; i++)
        reaching.order[i] = promises[i].vertex;
    bool finished = branch(&reaching, members, 0, 0);
    free(promises);
    free(reaching.order);
    free(reaching.gains);
    return finished;
}

bool key_find(struct key_graph *graph, enum key_problem problem, size_t size, size_t most_sets,
              struct key_set *best)
{
    *best = (struct key_set){.value = -1};
    if (size == 0 || size > KEY_MOST_PLAYERS || size + 2 > graph->n)
        return false;
    size_t *candidates = alloc_zeroed(graph->n, sizeof *candidates);
    size_t count = list_candidates(graph, problem == KEY_REACH ? graph->n : size, candidates);
    bool tries_all = problem != KEY_REACH && count_sets(count, size) <= (double)most_sets;
    if (!tries_all && count > size + most_sets)
        count = keep_widest(graph, candidates, count, size + most_sets);
    find_greedily(graph, problem, size, candidates, count, best);
    if (problem == KEY_REACH) {
        best->is_proven = most_sets > 0 && prove_reach(graph, size, most_sets, best);
    } else if (tries_all) {
        /* From just below the greedy value, so that the first of equals is found. */
        best->value -= 10 * same_value;
        try_all(graph, problem, size, candidates, count, best);
        best->is_proven = true;
    }
    qsort(best->members, size, sizeof *best->members, compare_sizes);
    free(candidates);
    return true;
}
