/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How few edges must be at odds with any partition, by an integer programme.  Internal to metrics;
 * the only user of GLPK.
 *
 *   minimise    sum of w_e z_e          z_e = 1: edge e is at odds
 *   subject to  sum over e in C of z_e >= 1 for every cycle C of the kind (metrics/cycle_search.h)
 *
 * Cycles are added only when a solution violates them (Groetschel, Juenger and Reinelt 1984; Aref
 * and Neal 2020), first to the linear relaxation, then, when that leaves a gap, at the nodes of a
 * branch and bound.
 *
 * A bound from the relaxation is not taken on trust: its dual values are scaled down to a packing
 * of cycles that fits into the weights, in plain arithmetic, and the size of the packing is the
 * bound.
 */
#ifndef BLOC_METRICS_CYCLE_COVER_H
#define BLOC_METRICS_CYCLE_COVER_H

#include "metrics/cycle_search.h"
#include "metrics/signed_graph.h"

/*
 * Lower bound of the cost of a partition: into two classes for CYCLES_ODD, into any number for
 * CYCLES_SINGLE.  Improves classes, given by vertex, whose cost is *upper, and *upper with them
 * when it finds a better partition; for CYCLES_SINGLE it may have any number of classes.  Spends at
 * most so many nodes of branch and bound, and work in proportion to them.
 */
double cycle_cover_bound(const struct signed_graph *graph, enum cycle_kind kind, size_t nodes,
                         size_t *classes, double *upper);

/* The bound as far as costs allow: the next multiple of the grain, or upper when within rounding. */
double cycle_cover_round(double lower, double upper, double grain);

#endif
