/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An undirected graph in compact arrays, for searches that pass over all of it many times.
 * Vertices are renumbered in the order of a breadth-first search from the first one, so that
 * neighbours lie near each other in memory.  Internal to metrics.
 */
#ifndef BLOC_METRICS_COMPACT_H
#define BLOC_METRICS_COMPACT_H

#include <stdint.h>

#include <igraph.h>

/* A step is an edge seen from one of its ends; the steps of a vertex stand together. */
struct compact {
    uint32_t vertices;
    uint32_t edges;
    uint32_t *first;      /* by vertex: its first step; one more entry ends the last */
    uint32_t *neighbours; /* by step: the vertex it leads to */
    uint32_t *edge_ids;   /* by step: igraph's id of the edge */
    uint32_t *names;      /* by vertex: igraph's id */
};

/* Loops are not allowed; parallel edges stay apart. */
void compact_init(struct compact *compact, const igraph_t *graph);
void compact_release(struct compact *compact);

#endif
