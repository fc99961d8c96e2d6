/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/balance.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "metrics/signed_measures.h"
#include "metrics/signed_partition.h"
#include "network/igraph_guard.h"

bool balance_is_exact(struct balance_bounds bounds)
{
    return bounds.lower >= bounds.upper;
}

void balance_release(struct balance *balance)
{
    signed_pairs_release(&balance->pairs);
    list_free(balance->at_odds);
    list_free(balance->groups);
    for (size_t i = 0; i < BALANCE_PARTITIONS; i++)
        list_free(balance->partitions[i].blocs);
    *balance = (struct balance){0};
}

static void count_pairs(struct balance *balance)
{
    for (size_t i = 0; i < balance->pairs.pairs.count; i++) {
        const struct signed_pair *pair = &balance->pairs.pairs.items[i];
        balance->positive += pair->sign == SIGN_POSITIVE;
        balance->negative += pair->sign == SIGN_NEGATIVE;
        balance->mixed += signed_pair_is_mixed(pair);
        balance->opposed += signed_pair_is_opposed(pair);
        balance->left_out += pair->sign == SIGN_NEUTRAL;
        balance->weight += pair->weight;
        if (pair->sign == SIGN_NEUTRAL)
            continue;
        size_t *a = pair->sign == SIGN_POSITIVE ? &balance->groups[pair->a].positive
                                                : &balance->groups[pair->a].negative;
        size_t *b = pair->sign == SIGN_POSITIVE ? &balance->groups[pair->b].positive
                                                : &balance->groups[pair->b].negative;
        ++*a;
        ++*b;
    }
}

/* A class of vertices: how many and the first. */
struct class_size {
    size_t class;
    size_t size;
    size_t first;
};

static int compare_classes(const void *left, const void *right)
{
    const struct class_size *a = left;
    const struct class_size *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

/* New numbers of classes 0 to count - 1, from 0: by size, then by first vertex. Vertices that are
 * skipped count nowhere.  By class; free with list_free. */
static size_t *rank_classes(const size_t *classes, const bool *skip, size_t vertices, size_t count)
{
    struct class_size *sizes = alloc_zeroed(count, sizeof *sizes);
    size_t *ranks = alloc_zeroed(count, sizeof *ranks);
    for (size_t i = 0; i < count; i++)
        sizes[i] = (struct class_size){.class = i, .first = SIZE_MAX};
    for (size_t v = 0; v < vertices; v++) {
        if (skip[v])
            continue;
        struct class_size *size = &sizes[classes[v]];
        size->first = size->size++ == 0 ? v : size->first;
    }
    if (count > 0)
        qsort(sizes, count, sizeof *sizes, compare_classes);
    for (size_t i = 0; i < count; i++)
        ranks[sizes[i].class] = i;
    list_free(sizes);
    return ranks;
}

static bool *find_isolates(const struct signed_graph *graph)
{
    bool *isolates = alloc_zeroed(graph->vertex_count, sizeof *isolates);
    for (size_t v = 0; v < graph->vertex_count; v++)
        isolates[v] = graph->first[v + 1] == graph->first[v];
    return isolates;
}

static void number_components(struct balance *balance, const struct signed_graph *graph)
{
    size_t n = graph->vertex_count;
    size_t *component = alloc_zeroed(n, sizeof *component);
    bool *isolates = find_isolates(graph);
    size_t count = signed_graph_components(graph, component);
    size_t *ranks = rank_classes(component, isolates, n, count);
    for (size_t v = 0; v < n; v++) {
        if (isolates[v])
            continue;
        size_t number = ranks[component[v]] + 1;
        balance->groups[v].component = number;
        balance->components = number > balance->components ? number : balance->components;
    }
    list_free(component);
    list_free(isolates);
    list_free(ranks);
}

/*
 * Number the blocs of each component from 1: the largest first.  Which class of one component goes
 * with which of another means nothing, so each has numbers of its own.  Returns the most of any.
 */
static size_t number_blocs(const struct balance *balance, const size_t *classes, size_t limit,
                           size_t *blocs)
{
    size_t n = balance->pairs.vertex_count;
    bool *skip = alloc_zeroed(n, sizeof *skip);
    size_t *joint = alloc_zeroed(n, sizeof *joint);
    size_t *next = alloc_zeroed(balance->components + 1, sizeof *next);
    size_t count = (balance->components + 1) * limit;
    size_t most = 0;
    for (size_t v = 0; v < n; v++) {
        skip[v] = balance->groups[v].component == 0;
        joint[v] = balance->groups[v].component * limit + classes[v];
    }
    size_t *ranks = rank_classes(joint, skip, n, count);
    size_t *by_rank = alloc_zeroed(count, sizeof *by_rank);
    size_t *numbers = alloc_zeroed(count, sizeof *numbers);
    for (size_t i = 0; i < count; i++)
        by_rank[ranks[i]] = i;
    for (size_t i = 0; i < count; i++)
        numbers[by_rank[i]] = ++next[by_rank[i] / limit];
    for (size_t v = 0; v < n; v++) {
        blocs[v] = skip[v] ? 0 : numbers[joint[v]];
        most = blocs[v] > most ? blocs[v] : most;
    }
    list_free(skip);
    list_free(joint);
    list_free(next);
    list_free(ranks);
    list_free(by_rank);
    list_free(numbers);
    return most;
}

static void note_frustration(struct balance *balance, const struct signed_partition *partition)
{
    size_t *blocs = alloc_zeroed(balance->pairs.vertex_count, sizeof *blocs);
    number_blocs(balance, partition->classes, 2, blocs);
    for (size_t v = 0; v < balance->pairs.vertex_count; v++)
        balance->groups[v].bloc = blocs[v];
    for (size_t i = 0; i < balance->pairs.pairs.count; i++) {
        const struct signed_pair *pair = &balance->pairs.pairs.items[i];
        bool within = blocs[pair->a] == blocs[pair->b];
        balance->at_odds[i] = pair->sign != SIGN_NEUTRAL && within == (pair->sign == SIGN_NEGATIVE);
        balance->groups[pair->a].at_odds += balance->at_odds[i];
        balance->groups[pair->b].at_odds += balance->at_odds[i];
    }
    list_free(blocs);
    balance->frustration = (struct balance_bounds){partition->cost.lower, partition->cost.upper};
    balance->blocks = partition->blocks;
    balance->blocks_open = partition->blocks_open;
    balance->fit = (struct balance_bounds){(double)NAN, (double)NAN};
    if (balance->weight > 0)
        balance->fit = (struct balance_bounds){1 - 2 * partition->cost.upper / balance->weight,
                                               1 - 2 * partition->cost.lower / balance->weight};
}

static igraph_error_t find_frustration(struct balance *balance, const struct signed_graph *graph)
{
    struct signed_partition partition;
    igraph_error_t code = signed_partition_find(graph, 2, balance->options.nodes, &partition);
    if (code == IGRAPH_SUCCESS)
        note_frustration(balance, &partition);
    signed_partition_release(&partition);
    return code;
}

static void note_blocs(struct balance *balance, const struct signed_partition *partition,
                       struct balance_partition *result)
{
    const struct signed_pair_list *pairs = &balance->pairs.pairs;
    result->blocs = alloc_zeroed(balance->pairs.vertex_count, sizeof *result->blocs);
    result->used = number_blocs(balance, partition->classes, result->limit, result->blocs);
    result->criterion = (struct balance_bounds){partition->cost.lower, partition->cost.upper};
    for (size_t i = 0; i < pairs->count; i++) {
        bool within = result->blocs[pairs->items[i].a] == result->blocs[pairs->items[i].b];
        result->within += within && pairs->items[i].sign == SIGN_NEGATIVE;
        result->between += !within && pairs->items[i].sign == SIGN_POSITIVE;
    }
}

/* Once a partition costs as little as any number of blocs can, more blocs are no better. */
static igraph_error_t find_partitions(struct balance *balance)
{
    double alpha = balance->options.alpha;
    struct signed_graph graph;
    struct signed_partition partition = {0};
    igraph_error_t code = IGRAPH_SUCCESS;
    signed_pairs_open_graph(&balance->pairs, 2 * (1 - alpha), 2 * alpha, &graph);
    for (size_t i = 0; i < BALANCE_PARTITIONS && code == IGRAPH_SUCCESS; i++) {
        struct balance_partition *result = &balance->partitions[i];
        result->limit = BALANCE_LEAST_BLOCS + i;
        bool is_best = i > 1 && partition.cost.upper <= partition.floor;
        if (!is_best) {
            signed_partition_release(&partition);
            code = signed_partition_find(&graph, result->limit, balance->options.nodes, &partition);
        }
        if (code == IGRAPH_SUCCESS)
            note_blocs(balance, &partition, result);
    }
    signed_partition_release(&partition);
    signed_graph_release(&graph);
    return code;
}

static igraph_error_t measure(struct balance *balance, const struct signed_graph *graph)
{
    double *pn = alloc_zeroed(graph->vertex_count, sizeof *pn);
    signed_count_triangles(graph, balance->triangles);
    balance->triangle_balance = signed_triangle_balance(balance->triangles);
    signed_triads_count(&balance->pairs, balance->triads);
    signed_pn_centrality(graph, pn);
    for (size_t v = 0; v < graph->vertex_count; v++)
        balance->groups[v].pn = pn[v];
    list_free(pn);
    number_components(balance, graph);
    IGRAPH_CHECK(signed_walk_balance(graph, &balance->walk_balance));
    IGRAPH_CHECK(signed_algebraic_conflict(graph, &balance->conflict));
    IGRAPH_CHECK(find_frustration(balance, graph));
    return find_partitions(balance);
}

bool balance_measure(const struct selection *selection, const struct balance_options *options,
                     struct balance *balance, struct error *error)
{
    struct signed_graph graph;
    igraph_guard_install();
    *balance = (struct balance){.options = *options};
    signed_pairs_init(&balance->pairs, selection, options->pairs);
    balance->groups = alloc_zeroed(selection->groups.count, sizeof *balance->groups);
    balance->at_odds = alloc_zeroed(balance->pairs.pairs.count, sizeof *balance->at_odds);
    count_pairs(balance);
    signed_pairs_open_graph(&balance->pairs, 1, 1, &graph);
    bool done = igraph_guard_check(measure(balance, &graph), error);
    signed_graph_release(&graph);
    if (!done)
        balance_release(balance);
    return done;
}

const struct balance_partition *balance_best_partition(const struct balance *balance)
{
    const struct balance_partition *best = &balance->partitions[0];
    for (size_t i = 1; i < BALANCE_PARTITIONS; i++)
        if (balance->partitions[i].criterion.upper < best->criterion.upper - 1e-9)
            best = &balance->partitions[i];
    return best;
}
