/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The inner loop of the path measures: searches from eight sources at once, side by side in
 * the lanes of wide registers, over a compact graph.  Sources that lie near each other reach
 * most vertices at the same distance, so one pass over the edges serves several of them.
 * Called from paths.c alone; one struct lanes a thread.
 *
 * The method is that of Brandes (2001, 2008): a breadth-first search from every source that
 * counts shortest paths, then a walk back that hands each vertex its share of the paths that
 * end behind it.
 */
#ifndef BLOC_METRICS_LANES_H
#define BLOC_METRICS_LANES_H

#include <stdbool.h>
#include <stdint.h>

#include "metrics/compact.h"

#define LANE_COUNT 8

/* What the searches add up for one vertex. */
struct lane_vertex {
    double betweenness; /* shares of the paths that pass through it */
    double nearness;    /* sum of 1/d over the sources that reach it */
    double farness;     /* sum of d over these */
    double in_reach;    /* how many these are */
};

/* All of it, each path from both of its ends when all vertices are sources. */
struct lane_sums {
    struct lane_vertex *vertices;
    double *flow;     /* by step: shares of the paths that take it; NULL = not wanted */
    uint32_t longest; /* largest d */
};

struct lanes;

struct lanes *lanes_new(const struct compact *graph);
void lanes_free(struct lanes *lanes);

/* Search from 1 to LANE_COUNT distinct sources and add what they find to the sums. */
void lanes_sweep(struct lanes *lanes, const uint32_t *sources, unsigned count,
                 struct lane_sums *sums);

#endif
