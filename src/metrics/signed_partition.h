/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The cheapest partition of a signed graph into at most so many classes, with proof, or proven
 * bounds of what it costs.  With two classes and weights of 1 the cost is the frustration index
 * (Harary 1959); with more it is the criterion of weak balance (Davis 1967; Doreian and Mrvar
 * 1996), but for a factor.
 *
 * Every cycle lies within one biconnected block, so blocks are solved alone and their costs add
 * up.  A block goes through, until its bounds meet:
 *
 *   1. metrics/partition_search.h   a good partition: the upper bound; 0 ends it
 *   2. metrics/cycle_cover.h        cutting planes, then branch and bound: the lower bound
 *   3. metrics/doll_search.h        branch and bound over the vertices, for small blocks
 *
 * The limits are counts of steps, not of time: the same graph gives the same bounds everywhere.
 */
#ifndef BLOC_METRICS_SIGNED_PARTITION_H
#define BLOC_METRICS_SIGNED_PARTITION_H

#include <igraph.h>

#include "metrics/signed_graph.h"

/* What is proven of a cost; a value is exact when both are the same. */
struct proven_cost {
    double lower;
    double upper; /* reached by the partition at hand */
};

struct signed_partition {
    struct proven_cost cost;
    double floor;       /* no partition into any number of classes costs less */
    size_t *classes;    /* by vertex; 0 up to the limit - 1 */
    size_t class_count; /* classes in use; at least 1 with a vertex */
    size_t blocks;      /* with an odd cycle, that is, those that cost anything to solve */
    size_t blocks_open; /* of these: not proven */
};

/* Fails only when igraph does; signed_partition_release ends it, also then. */
igraph_error_t signed_partition_find(const struct signed_graph *graph, size_t limit, size_t nodes,
                                     struct signed_partition *partition);
void signed_partition_release(struct signed_partition *partition);

/* Is the cost exact? */
bool proven_cost_is_exact(struct proven_cost cost);

#endif
