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
#include <stdbool.h>
#include <stdint.h>

static const double damping = 0.85;

/* The error shrinks by the damping in each round: 0.85^250 is below the precision of double. */
enum {
    MOST_ROUNDS = 250,
};

/* The arcs by the vertex they lead to, in compact arrays: every round passes over all of them. */
struct inflow {
    size_t n;
    uint32_t *first;   /* by vertex: its first arc; one more entry ends the last */
    uint32_t *sources; /* by arc */
    double *out;       /* by vertex: number of arcs out of it */
    double *given;     /* by vertex: what each of these carries in this round */
};

static struct inflow collect_inflow(struct arena *arena, const igraph_t *arcs)
{
    size_t n = (size_t)igraph_vcount(arcs);
    size_t count = (size_t)igraph_ecount(arcs);
    struct inflow inflow = {
        .n = n,
        .first = arena_alloc(arena, n + 2, sizeof *inflow.first),
        .sources = arena_alloc(arena, count, sizeof *inflow.sources),
        .out = arena_alloc(arena, n, sizeof *inflow.out),
        .given = arena_alloc(arena, n, sizeof *inflow.given),
    };
    uint32_t *next = inflow.first + 1; /* shifted by one while it is filled */
    for (size_t arc = 0; arc < count; arc++) {
        inflow.out[IGRAPH_FROM(arcs, arc)]++;
        next[IGRAPH_TO(arcs, arc) + 1]++;
    }
    for (size_t v = 0; v < n; v++)
        next[v + 1] += next[v];
    for (size_t arc = 0; arc < count; arc++)
        inflow.sources[next[IGRAPH_TO(arcs, arc)]++] = (uint32_t)IGRAPH_FROM(arcs, arc);
    return inflow;
}

/* One round; returns the largest change. */
static double walk_once(const struct inflow *inflow, double *rank)
{
    double n = (double)inflow->n;
    double stuck = 0;
    double change = 0;
    for (size_t v = 0; v < inflow->n; v++) {
        bool is_stuck = !(inflow->out[v] > 0);
        stuck += is_stuck ? rank[v] : 0;
        inflow->given[v] = is_stuck ? 0 : damping * rank[v] / inflow->out[v];
    }
    for (size_t v = 0; v < inflow->n; v++) {
        double next = (1 - damping + damping * stuck) / n;
        for (uint32_t arc = inflow->first[v]; arc < inflow->first[v + 1]; arc++)
            next += inflow->given[inflow->sources[arc]];
        change = fmax(change, fabs(next - rank[v]));
        rank[v] = next;
    }
    return change;
}

igraph_error_t measure_pagerank(const struct measurement *measurement, enum layer layer)
{
    size_t n = measurement->selection->groups.count;
    double *rank = measurement_column(measurement, SCOPE_GROUP, "pagerank", layer);
    struct inflow inflow = collect_inflow(&measurement->results->arena,
                                          &network_get_layer(measurement->network, layer)->arcs);
    for (size_t v = 0; v < n; v++)
        rank[v] = 1 / (double)n;
    double change = 1;
    for (int round = 0; round < MOST_ROUNDS && change > 0; round++)
        change = walk_once(&inflow, rank);
    return IGRAPH_SUCCESS;
}
