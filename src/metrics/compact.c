/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/compact.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/alloc.h"

/* Number of steps of each vertex, then where its steps begin; numbers[] renames vertices. */
static void place_steps(struct compact *compact, const igraph_t *graph, const uint32_t *numbers)
{
    uint32_t *next = alloc_zeroed((size_t)compact->vertices + 1, sizeof *next);
    for (uint32_t edge = 0; edge < compact->edges; edge++) {
        next[numbers[IGRAPH_FROM(graph, edge)]]++;
        next[numbers[IGRAPH_TO(graph, edge)]]++;
    }
    uint32_t total = 0;
    for (uint32_t v = 0; v <= compact->vertices; v++) {
        uint32_t degree = next[v];
        compact->first[v] = next[v] = total;
        total += degree;
    }
    for (uint32_t edge = 0; edge < compact->edges; edge++) {
        uint32_t ends[2] = {numbers[IGRAPH_FROM(graph, edge)], numbers[IGRAPH_TO(graph, edge)]};
        for (int side = 0; side < 2; side++) {
            uint32_t step = next[ends[side]]++;
            compact->neighbours[step] = ends[1 - side];
            compact->edge_ids[step] = edge;
        }
    }
    free(next);
}

/* All vertices in the order in which searches from the first, the next unseen, ... meet them. */
static void order_vertices(struct compact *compact)
{
    uint32_t found = 0;
    uint32_t *names = compact->names;
    bool *seen = alloc_zeroed(compact->vertices, sizeof *seen);
    for (uint32_t start = 0; start < compact->vertices; start++) {
        uint32_t next = found;
        if (!seen[start])
            names[found++] = start;
        seen[start] = true;
        for (; next < found; next++) {
            for (uint32_t s = compact->first[names[next]]; s < compact->first[names[next] + 1];
                 s++) {
                uint32_t w = compact->neighbours[s];
                if (!seen[w])
                    names[found++] = w;
                seen[w] = true;
            }
        }
    }
    free(seen);
}

void compact_init(struct compact *compact, const igraph_t *graph)
{
    size_t vertices = (size_t)igraph_vcount(graph);
    size_t edges = (size_t)igraph_ecount(graph);
    uint32_t *numbers = alloc_zeroed(vertices, sizeof *numbers);
    *compact = (struct compact){
        .vertices = (uint32_t)vertices,
        .edges = (uint32_t)edges,
        .first = alloc_zeroed(vertices + 1, sizeof *compact->first),
        .neighbours = alloc_zeroed(2 * edges, sizeof *compact->neighbours),
        .edge_ids = alloc_zeroed(2 * edges, sizeof *compact->edge_ids),
        .names = alloc_zeroed(vertices, sizeof *compact->names),
    };
    for (uint32_t v = 0; v < compact->vertices; v++)
        numbers[v] = v;
    place_steps(compact, graph, numbers);
    order_vertices(compact);
    for (uint32_t v = 0; v < compact->vertices; v++)
        numbers[compact->names[v]] = v;
    place_steps(compact, graph, numbers);
    free(numbers);
}

void compact_release(struct compact *compact)
{
    free(compact->first);
    free(compact->neighbours);
    free(compact->edge_ids);
    free(compact->names);
    *compact = (struct compact){0};
}
