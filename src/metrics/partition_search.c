/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/partition_search.h"

#include <stdint.h>
#include <string.h>

#include "base/list.h"

enum {
    MOST_STARTS = 200,
    WORK = 4000000, /* vertices and edges looked at; fewer starts for large graphs */
    MOST_SWEEPS = 100,
    SHAKEN = 5, /* one vertex of so many is mixed up */
};

static const double least_gain = 1e-9;

/* The best class for a vertex when the others stay; *scores has room for all classes. */
static bool improve_vertex(const struct signed_graph *graph, size_t v, size_t limit,
                           size_t *classes, double *scores)
{
    memset(scores, 0, limit * sizeof *scores);
    for (size_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
        const struct signed_edge *edge = &graph->edges[graph->arcs[i].edge];
        scores[classes[graph->arcs[i].to]] += edge->negative ? edge->weight : -edge->weight;
    }
    size_t best = classes[v];
    for (size_t class = 0; class < limit; class ++)
        if (scores[class] < scores[best] - least_gain)
            best = class;
    bool moved = best != classes[v];
    classes[v] = best;
    return moved;
}

static double improve(const struct signed_graph *graph, size_t limit, size_t *classes,
                      double *scores)
{
    bool moved = true;
    for (size_t sweep = 0; moved && sweep < MOST_SWEEPS; sweep++) {
        moved = false;
        for (size_t v = 0; v < graph->vertex_count; v++)
            moved = improve_vertex(graph, v, limit, classes, scores) || moved;
    }
    return signed_graph_cost(graph, classes);
}

/* A linear congruential generator (Knuth), its high bits. */
static size_t draw(uint64_t *state, size_t limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(*state >> 33) % limit;
}

double partition_search(const struct signed_graph *graph, size_t limit, size_t *classes)
{
    size_t n = graph->vertex_count;
    double *scores = alloc_zeroed(limit, sizeof *scores);
    size_t *trial = alloc_zeroed(n, sizeof *trial);
    uint64_t state = 1;
    double best = improve(graph, limit, classes, scores);
    size_t starts = 1 + WORK / (n + graph->edge_count + 1) / 8;
    for (size_t i = 0; i < starts && i < MOST_STARTS && best > 0; i++) {
        memcpy(trial, classes, n * sizeof *trial);
        for (size_t v = 0; v < n; v++)
            if (draw(&state, SHAKEN) == 0)
                trial[v] = draw(&state, limit);
        double cost = improve(graph, limit, trial, scores);
        if (cost < best) {
            best = cost;
            memcpy(classes, trial, n * sizeof *trial);
        }
    }
    list_free(scores);
    list_free(trial);
    return best;
}
