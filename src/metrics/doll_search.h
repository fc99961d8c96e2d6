/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The cheapest partition of a small signed graph into at most so many classes, by branch and
 * bound.  Internal to metrics.
 *
 * Vertices get their classes one by one.  What the vertices without one cost at least is known
 * exactly for the edges among them, since the same search has solved the last vertices alone, then
 * the last but one with them, and so on (russian doll search: Verfaillie, Lemaitre and Schiex
 * 1996); and each costs at least what its cheapest class does towards the vertices that have one.
 */
#ifndef BLOC_METRICS_DOLL_SEARCH_H
#define BLOC_METRICS_DOLL_SEARCH_H

#include "metrics/signed_graph.h"

struct doll_result {
    double lower;     /* no partition costs less */
    bool is_complete; /* false: the limit of nodes was reached */
};

/* Improve classes, given by vertex, below limit; they cost `upper`.  Looks at most at so many
 * nodes of the search tree. */
struct doll_result doll_search(const struct signed_graph *graph, size_t limit, size_t nodes,
                               size_t *classes, double upper);

#endif
