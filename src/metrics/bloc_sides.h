/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The two blocs that fit the signs best (metrics/signed_partition.h, Harary 1959), of the largest
 * connected part of the signed pairs: on which side each group stands, to be compared between
 * windows.  A pair with ties of both signs has that of more of them.  Internal to metrics.
 *
 * Which bloc is the first means nothing, and several partitions may fit equally well.  Of these the
 * one that the solver finds is moved towards the blocs of the other window: a group that could
 * change sides at no cost stands where it stands there.  Groups that could only change together do
 * not, so what is left may still be the choice among equals.
 */
#ifndef BLOC_METRICS_BLOC_SIDES_H
#define BLOC_METRICS_BLOC_SIDES_H

#include "metrics/signed_graph.h"
#include "metrics/stability.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>

/* The zero value has no groups; bloc_sides_release ends it. */
struct bloc_sides {
    size_t group_count;
    size_t *sides; /* by position in selection.groups: 1 or 2; 0 = not in the largest part */
    bool proven;   /* no partition fits better; never of more than 500 pairs */
    struct signed_graph graph; /* of the signed pairs */
};

/* Find them, near to those of the selection before, if any.  Fails only when igraph does; *blocs is
 * then empty. */
igraph_error_t bloc_sides_find(const struct selection *selection,
                               const struct selection *selection_before,
                               const struct bloc_sides *before, struct bloc_sides *blocs);
void bloc_sides_copy(const struct bloc_sides *from, struct bloc_sides *to);
void bloc_sides_release(struct bloc_sides *blocs);

/* How alike they are over the groups that have a side in both, those before moved towards those
 * after for the comparison; both numbers NAN below two such groups, and when one of the partitions
 * is not proven. */
igraph_error_t bloc_sides_compare(const struct selection *selection_before,
                                  const struct bloc_sides *before,
                                  const struct selection *selection, const struct bloc_sides *blocs,
                                  struct stability *stability);

#endif
