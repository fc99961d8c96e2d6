/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * PageRank by the power method (Brin and Page 1998), every parallel arc counted.  A group
 * without an arc out goes on to any group alike.
 *
 * igraph's own runs on several threads that add in the order in which they finish, so its
 * last digits change from run to run; this one gives the same bytes every time.
 */
#include "metrics/family.h"

#include <math.h>

static const double damping = 0.85;

/* The error shrinks by the damping in each round: 0.85^250 is below the precision of double. */
enum {
    MOST_ROUNDS = 250,
};

/* One round; out[] is the number of arcs out of each vertex.  Returns the largest change. */
static double walk_once(const igraph_t *arcs, const double *out, const double *rank, double *next)
{
    igraph_integer_t n = igraph_vcount(arcs);
    double stuck = 0;
    double change = 0;
    for (igraph_integer_t v = 0; v < n; v++)
        stuck += out[v] > 0 ? 0 : rank[v];
    for (igraph_integer_t v = 0; v < n; v++)
        next[v] = (1 - damping + damping * stuck) / (double)n;
    for (igraph_integer_t arc = 0; arc < igraph_ecount(arcs); arc++) {
        igraph_integer_t from = IGRAPH_FROM(arcs, arc);
        next[IGRAPH_TO(arcs, arc)] += damping * rank[from] / out[from];
    }
    for (igraph_integer_t v = 0; v < n; v++)
        change = fmax(change, fabs(next[v] - rank[v]));
    return change;
}

igraph_error_t measure_pagerank(const struct measurement *measurement, enum layer layer)
{
    const igraph_t *arcs = &network_get_layer(measurement->network, layer)->arcs;
    struct arena *arena = &measurement->results->arena;
    size_t n = measurement->selection->groups.count;
    double *rank = measurement_column(measurement, SCOPE_GROUP, "pagerank", layer);
    double *next = arena_alloc(arena, n, sizeof *next);
    double *out = arena_alloc(arena, n, sizeof *out);
    for (igraph_integer_t arc = 0; arc < igraph_ecount(arcs); arc++)
        out[IGRAPH_FROM(arcs, arc)]++;
    for (size_t v = 0; v < n; v++)
        rank[v] = 1 / (double)n;
    double change = 1;
    for (int round = 0; round < MOST_ROUNDS && change > 0; round++) {
        change = walk_once(arcs, out, rank, next);
        for (size_t v = 0; v < n; v++)
            rank[v] = next[v];
    }
    return IGRAPH_SUCCESS;
}
