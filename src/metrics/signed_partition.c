/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_partition.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/list.h"
#include "metrics/cycle_cover.h"
#include "metrics/doll_search.h"
#include "metrics/partition_search.h"

enum {
    MOST_DOLL_VERTICES = 120,
    DOLLS_PER_NODE = 200, /* nodes of the doll search for one of the branch and bound */
};

/* One biconnected block as a graph of its own. */
struct block {
    struct signed_graph graph;
    size_t *vertices; /* by vertex of the block: vertex of the whole */
    size_t *classes;  /* by vertex of the block */
};

struct blocks {
    size_t count;
    struct block *items;
};

bool proven_cost_is_exact(struct proven_cost cost)
{
    return cost.lower >= cost.upper;
}

void signed_partition_release(struct signed_partition *partition)
{
    list_free(partition->classes);
    *partition = (struct signed_partition){0};
}

/* The edges of one component of the list, with vertices numbered anew in their order. */
static void open_block(const struct signed_graph *graph, const igraph_vector_int_t *edges,
                       size_t *number, struct block *block)
{
    size_t count = (size_t)igraph_vector_int_size(edges);
    struct signed_edge *own = alloc_zeroed(count, sizeof *own);
    size_t vertices = 0;
    block->vertices = alloc_zeroed(count + 1, sizeof *block->vertices);
    for (size_t i = 0; i < count; i++) {
        const struct signed_edge *edge = &graph->edges[VECTOR(*edges)[i]];
        const size_t ends[] = {edge->a, edge->b};
        own[i] = *edge;
        for (size_t end = 0; end < 2; end++) {
            size_t v = ends[end];
            if (number[v] == SIZE_MAX) {
                number[v] = vertices;
                block->vertices[vertices++] = v;
            }
            *(end == 0 ? &own[i].a : &own[i].b) = number[v];
        }
    }
    for (size_t i = 0; i < vertices; i++)
        number[block->vertices[i]] = SIZE_MAX;
    signed_graph_init(&block->graph, vertices, own, count);
    block->classes = alloc_zeroed(vertices, sizeof *block->classes);
    list_free(own);
}

static void release_blocks(struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        signed_graph_release(&blocks->items[i].graph);
        list_free(blocks->items[i].vertices);
        list_free(blocks->items[i].classes);
    }
    list_free(blocks->items);
}

static void open_blocks(const struct signed_graph *graph, igraph_vector_int_list_t *components,
                        struct blocks *blocks)
{
    size_t *number = alloc_zeroed(graph->vertex_count, sizeof *number);
    for (size_t v = 0; v < graph->vertex_count; v++)
        number[v] = SIZE_MAX;
    blocks->count = (size_t)igraph_vector_int_list_size(components);
    blocks->items = alloc_zeroed(blocks->count, sizeof *blocks->items);
    for (size_t i = 0; i < blocks->count; i++)
        open_block(graph, igraph_vector_int_list_get_ptr(components, (igraph_integer_t)i), number,
                   &blocks->items[i]);
    list_free(number);
}

static igraph_error_t build_igraph(const struct signed_graph *graph, igraph_t *whole)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)graph->edge_count));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (size_t i = 0; i < graph->edge_count; i++) {
        VECTOR(ends)[2 * i] = (igraph_integer_t)graph->edges[i].a;
        VECTOR(ends)[2 * i + 1] = (igraph_integer_t)graph->edges[i].b;
    }
    IGRAPH_CHECK(
        igraph_create(whole, &ends, (igraph_integer_t)graph->vertex_count, IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t split(const struct signed_graph *graph, struct blocks *blocks)
{
    igraph_t whole;
    igraph_integer_t count;
    igraph_vector_int_list_t components;
    IGRAPH_CHECK(build_igraph(graph, &whole));
    IGRAPH_FINALLY(igraph_destroy, &whole);
    IGRAPH_CHECK(igraph_vector_int_list_init(&components, 0));
    IGRAPH_FINALLY(igraph_vector_int_list_destroy, &components);
    IGRAPH_CHECK(igraph_biconnected_components(&whole, &count, NULL, &components, NULL, NULL));
    open_blocks(graph, &components, blocks);
    igraph_vector_int_list_destroy(&components);
    igraph_destroy(&whole);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

/* For more than two classes the cover bounds partitions into any number; one that it finds counts
 * only when it happens to keep to the limit, which the search then knows already. */
static double bound_by_cycles(const struct block *block, size_t limit, size_t nodes, double *upper,
                              double *floor)
{
    size_t n = block->graph.vertex_count;
    if (limit == 2)
        return cycle_cover_bound(&block->graph, CYCLES_ODD, nodes, block->classes, upper);
    size_t *classes = alloc_zeroed(n, sizeof *classes);
    double any = *upper;
    memcpy(classes, block->classes, n * sizeof *classes);
    *floor = cycle_cover_bound(&block->graph, CYCLES_SINGLE, nodes, classes, &any);
    list_free(classes);
    return *floor;
}

static void solve_block(struct block *block, size_t limit, size_t nodes,
                        struct signed_partition *whole)
{
    const struct signed_graph *graph = &block->graph;
    double grain = signed_graph_grain(graph);
    signed_graph_switch(graph, NULL, block->classes);
    double upper = signed_graph_cost(graph, block->classes);
    if (!(upper > 0))
        return;
    upper = partition_search(graph, limit, block->classes);
    double floor = 0;
    double lower = bound_by_cycles(block, limit, nodes, &upper, &floor);
    if (lower < upper && graph->vertex_count <= MOST_DOLL_VERTICES) {
        struct doll_result dolls =
            doll_search(graph, limit, nodes * DOLLS_PER_NODE, block->classes, upper);
        upper = signed_graph_cost(graph, block->classes);
        lower =
            cycle_cover_round(fmax(lower, dolls.is_complete ? upper : dolls.lower), upper, grain);
    }
    whole->cost.lower += lower;
    whole->cost.upper += upper;
    whole->floor += floor;
    whole->blocks++;
    whole->blocks_open += lower < upper;
}

/* Blocks by vertex, as lists one behind the other: of vertex v from first[v] to first[v + 1]. */
struct membership {
    size_t *first;
    size_t *blocks;
};

static struct membership index_blocks(const struct blocks *blocks, size_t vertices)
{
    struct membership membership = {.first = alloc_zeroed(vertices + 2, sizeof(size_t))};
    size_t *next = membership.first + 1;
    size_t total = 0;
    for (size_t i = 0; i < blocks->count; i++)
        for (size_t j = 0; j < blocks->items[i].graph.vertex_count; j++, total++)
            next[blocks->items[i].vertices[j] + 1]++;
    for (size_t v = 0; v < vertices; v++)
        next[v + 1] += next[v];
    membership.blocks = alloc_zeroed(total, sizeof *membership.blocks);
    for (size_t i = 0; i < blocks->count; i++)
        for (size_t j = 0; j < blocks->items[i].graph.vertex_count; j++)
            membership.blocks[next[blocks->items[i].vertices[j]]++] = i;
    return membership;
}

/* Give the vertices of a block their classes, with the two classes exchanged that make the vertex
 * it hangs on agree; push those that are new. */
static void attach(const struct block *block, size_t vertex, struct signed_partition *partition,
                   size_t *queue, size_t *count)
{
    size_t own = 0;
    for (size_t j = 0; j < block->graph.vertex_count; j++)
        if (block->vertices[j] == vertex)
            own = block->classes[j];
    size_t wanted = partition->classes[vertex];
    for (size_t j = 0; j < block->graph.vertex_count; j++) {
        size_t v = block->vertices[j];
        size_t class = block->classes[j];
        if (v == vertex)
            continue;
        partition->classes[v] = class == own ? wanted : class == wanted ? own : class;
        queue[(*count)++] = v;
    }
}

/* Blocks of a component hang together like a tree, by single vertices: go along it. */
static void join(const struct blocks *blocks, size_t vertices, struct signed_partition *partition)
{
    struct membership membership = index_blocks(blocks, vertices);
    bool *attached = alloc_zeroed(blocks->count, sizeof *attached);
    bool *reached = alloc_zeroed(vertices, sizeof *reached);
    size_t *queue = alloc_zeroed(vertices, sizeof *queue);
    for (size_t root = 0; root < vertices; root++) {
        size_t count = 0;
        if (!reached[root])
            queue[count++] = root;
        for (size_t taken = 0; taken < count; taken++) {
            size_t v = queue[taken];
            reached[v] = true;
            for (size_t i = membership.first[v]; i < membership.first[v + 1]; i++) {
                size_t block = membership.blocks[i];
                if (!attached[block])
                    attach(&blocks->items[block], v, partition, queue, &count);
                attached[block] = true;
            }
        }
    }
    list_free(membership.first);
    list_free(membership.blocks);
    list_free(attached);
    list_free(reached);
    list_free(queue);
}

static size_t count_classes(const size_t *classes, size_t vertices, size_t limit)
{
    bool *used = alloc_zeroed(limit, sizeof *used);
    size_t count = 0;
    for (size_t v = 0; v < vertices; v++) {
        count += !used[classes[v]];
        used[classes[v]] = true;
    }
    list_free(used);
    return count;
}

igraph_error_t signed_partition_find(const struct signed_graph *graph, size_t limit, size_t nodes,
                                     struct signed_partition *partition)
{
    struct blocks blocks = {0};
    *partition = (struct signed_partition){
        .classes = alloc_zeroed(graph->vertex_count, sizeof *partition->classes),
    };
    IGRAPH_CHECK(split(graph, &blocks));
    for (size_t i = 0; i < blocks.count; i++)
        solve_block(&blocks.items[i], limit, nodes, partition);
    join(&blocks, graph->vertex_count, partition);
    partition->class_count = count_classes(partition->classes, graph->vertex_count, limit);
    release_blocks(&blocks);
    return IGRAPH_SUCCESS;
}
