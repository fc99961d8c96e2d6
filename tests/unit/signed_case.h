/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Small random signed graphs, and the cheapest of all their partitions found by trying each: what
 * the solvers of signed graphs are compared with.
 */
#ifndef BLOC_UNIT_SIGNED_CASE_H
#define BLOC_UNIT_SIGNED_CASE_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "metrics/signed_graph.h"

enum {
    SIGNED_CASE_VERTICES = 40,
    SIGNED_CASE_EDGES = SIGNED_CASE_VERTICES * (SIGNED_CASE_VERTICES - 1) / 2,
};

static inline size_t signed_case_draw(uint64_t *state, size_t limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(*state >> 33) % limit;
}

/* Each pair is an edge with a chance of density percent; weights are 1 up to most_weight quarters,
 * or all 1 when most_weight is 0. */
static inline void signed_case_random(struct signed_graph *graph, uint64_t seed, size_t vertices,
                                      size_t density, size_t most_weight)
{
    static struct signed_edge edges[SIGNED_CASE_EDGES];
    size_t count = 0;
    uint64_t state = seed;
    assert_true(vertices <= SIGNED_CASE_VERTICES);
    for (size_t a = 0; a < vertices; a++)
        for (size_t b = a + 1; b < vertices; b++) {
            if (signed_case_draw(&state, 100) >= density)
                continue;
            size_t quarters = most_weight == 0 ? 4 : 1 + signed_case_draw(&state, most_weight);
            edges[count++] = (struct signed_edge){
                .a = a,
                .b = b,
                .weight = (double)quarters / 4,
                .negative = signed_case_draw(&state, 2) == 1,
            };
        }
    signed_graph_init(graph, vertices, edges, count);
}

static inline double signed_case_try(const struct signed_graph *graph, size_t limit, size_t vertex,
                                     size_t used, size_t *classes)
{
    if (vertex == graph->vertex_count) {
        double cost = 0;
        for (size_t i = 0; i < graph->edge_count; i++) {
            const struct signed_edge *edge = &graph->edges[i];
            bool within = classes[edge->a] == classes[edge->b];
            if (within && edge->negative)
                cost += edge->weight;
            if (!within && !edge->negative)
                cost += edge->weight;
        }
        return cost;
    }
    double best = (double)INFINITY;
    for (size_t class = 0; class <= used && class < limit; class ++) {
        classes[vertex] = class;
        double cost =
            signed_case_try(graph, limit, vertex + 1, class == used ? used + 1 : used, classes);
        best = fmin(best, cost);
    }
    return best;
}

/* The least cost of any partition into at most so many classes. */
static inline double signed_case_least(const struct signed_graph *graph, size_t limit)
{
    size_t classes[SIGNED_CASE_VERTICES] = {0};
    return signed_case_try(graph, limit, 0, 0, classes);
}

#endif
