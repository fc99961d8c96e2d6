/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/doll_search.h"

#include <math.h>
#include <string.h>

#include "base/list.h"

static const double tolerance = 1e-9;

struct search {
    const struct signed_graph *graph;
    size_t limit;    /* of classes */
    size_t nodes;    /* still to spend */
    size_t *order;   /* vertices in the order they get a class */
    size_t *place;   /* by vertex: its place in the order */
    double *dolls;   /* by place: cheapest partition of the vertices from there on */
    double *costs;   /* [vertex * limit + class] towards the vertices that have a class */
    size_t *classes; /* by vertex */
    size_t *best;    /* by vertex; of the doll at hand */
    double best_cost;
    double margin; /* what a better partition gains at least */
};

/* The most connected first into the innermost doll: the order is built from its end. */
static void choose_order(struct search *search)
{
    const struct signed_graph *graph = search->graph;
    size_t n = graph->vertex_count;
    double *pull = alloc_zeroed(n, sizeof *pull);
    bool *placed = alloc_zeroed(n, sizeof *placed);
    for (size_t v = 0; v < n; v++)
        pull[v] = 1e-3 * (double)(graph->first[v + 1] - graph->first[v]) / (double)n;
    for (size_t i = n; i-- > 0;) {
        size_t next = n;
        for (size_t v = 0; v < n; v++)
            if (!placed[v] && (next == n || pull[v] > pull[next]))
                next = v;
        placed[next] = true;
        search->order[i] = next;
        search->place[next] = i;
        for (size_t j = graph->first[next]; j < graph->first[next + 1]; j++)
            pull[graph->arcs[j].to] += graph->edges[graph->arcs[j].edge].weight;
    }
    list_free(pull);
    list_free(placed);
}

static double cheapest(const struct search *search, size_t v)
{
    const double *costs = search->costs + v * search->limit;
    double least = costs[0];
    for (size_t class = 1; class < search->limit; class ++)
        least = fmin(least, costs[class]);
    return least;
}

/* Let a vertex of the class weigh on its neighbours further on, or take that back. */
static void charge(struct search *search, size_t v, size_t class, double direction)
{
    const struct signed_graph *graph = search->graph;
    for (size_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
        size_t to = graph->arcs[i].to;
        if (search->place[to] <= search->place[v])
            continue;
        const struct signed_edge *edge = &graph->edges[graph->arcs[i].edge];
        for (size_t other = 0; other < search->limit; other++)
            if ((other == class) == edge->negative)
                search->costs[to * search->limit + other] += direction * edge->weight;
    }
}

/* The sum over the vertices behind a place of what their cheapest class costs. */
static double sum_cheapest(const struct search *search, size_t place)
{
    double sum = 0;
    for (size_t i = place; i < search->graph->vertex_count; i++)
        sum += cheapest(search, search->order[i]);
    return sum;
}

static void descend(struct search *search, size_t place, size_t used, double cost)
{
    size_t n = search->graph->vertex_count;
    if (place == n) {
        if (cost < search->best_cost - search->margin) {
            search->best_cost = cost;
            memcpy(search->best, search->classes, n * sizeof *search->best);
        }
        return;
    }
    size_t v = search->order[place];
    size_t choices = used < search->limit ? used + 1 : used; /* empty classes are all alike */
    for (size_t class = 0; class < choices && search->nodes > 0; class ++) {
        search->nodes--;
        double here = cost + search->costs[v * search->limit + class];
        search->classes[v] = class;
        charge(search, v, class, 1);
        double bound = here + search->dolls[place + 1] + sum_cheapest(search, place + 1);
        if (bound < search->best_cost - search->margin)
            descend(search, place + 1, class == used ? used + 1 : used, here);
        charge(search, v, class, -1);
    }
}

/* The next doll costs no more than the last one with its new vertex where that is cheapest. */
static void extend_best(struct search *search, size_t place)
{
    size_t v = search->order[place];
    double *costs = search->costs + v * search->limit;
    for (size_t i = search->graph->first[v]; i < search->graph->first[v + 1]; i++) {
        struct signed_arc arc = search->graph->arcs[i];
        const struct signed_edge *edge = &search->graph->edges[arc.edge];
        if (search->place[arc.to] <= place)
            continue;
        for (size_t class = 0; class < search->limit; class ++)
            if ((class == search->best[arc.to]) == edge->negative)
                costs[class] += edge->weight;
    }
    for (size_t class = 0; class < search->limit; class ++)
        if (costs[class] < costs[search->best[v]])
            search->best[v] = class;
    search->best_cost = search->dolls[place + 1] + costs[search->best[v]];
    memset(costs, 0, search->limit * sizeof *costs);
}

static struct search begin(const struct signed_graph *graph, size_t limit, size_t nodes)
{
    size_t n = graph->vertex_count;
    struct search search = {
        .graph = graph,
        .limit = limit,
        .nodes = nodes,
        .order = alloc_zeroed(n, sizeof *search.order),
        .place = alloc_zeroed(n, sizeof *search.place),
        .dolls = alloc_zeroed(n + 1, sizeof *search.dolls),
        .costs = alloc_zeroed(n * limit, sizeof *search.costs),
        .classes = alloc_zeroed(n, sizeof *search.classes),
        .best = alloc_zeroed(n, sizeof *search.best),
    };
    double grain = signed_graph_grain(graph);
    search.margin = grain > 0 ? grain / 2 : tolerance;
    choose_order(&search);
    return search;
}

struct doll_result doll_search(const struct signed_graph *graph, size_t limit, size_t nodes,
                               size_t *classes, double upper)
{
    size_t n = graph->vertex_count;
    struct search search = begin(graph, limit, nodes);
    struct doll_result result = {.is_complete = true};
    for (size_t place = n; place-- > 0 && result.is_complete;) {
        extend_best(&search, place);
        if (place == 0 && upper < search.best_cost) {
            search.best_cost = upper;
            memcpy(search.best, classes, n * sizeof *classes);
        }
        if (search.best_cost > search.dolls[place + 1] + search.margin)
            descend(&search, place, 0, 0);
        result.is_complete = search.nodes > 0;
        if (result.is_complete)
            search.dolls[place] = search.best_cost;
        result.lower = result.is_complete ? search.best_cost : search.dolls[place + 1];
        if (place == 0 && search.best_cost < upper)
            memcpy(classes, search.best, n * sizeof *classes);
    }
    list_free(search.order);
    list_free(search.place);
    list_free(search.dolls);
    list_free(search.costs);
    list_free(search.classes);
    list_free(search.best);
    return result;
}
