/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The split of a graph into core and periphery that fits best (Borgatti and Everett 2000): the
 * set C that maximises the correlation, over all pairs of vertices, of being tied with having an
 * end in C.  Internal to metrics.
 *
 * For a given size k of C the correlation grows with the number of edges that C covers, so the
 * question is which k vertices cover most edges.  A greedy choice for every k comes first; then
 * branch and bound proves or improves each k whose bound (the sum of the k largest degrees)
 * could beat the best split so far, until the effort allowed is used up.
 */
#ifndef BLOC_METRICS_CORE_SEARCH_H
#define BLOC_METRICS_CORE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include <igraph.h>

/* core_split_release ends it. */
struct core_split {
    double fit;    /* correlation; NAN when no split has one: fewer than three vertices, no edge
                     * or every edge */
    double bound;  /* no split fits better; equals fit when that is proven */
    size_t size;   /* of the core */
    bool *members; /* by vertex */
};

/* Effort counts vertices looked at, a few nanoseconds each.  The lists are of a simple graph. */
void core_search(struct core_split *split, igraph_adjlist_t *adjacency, size_t effort);
void core_split_release(struct core_split *split);

/* The correlation for a core of k vertices that covers that many of m edges among n vertices. */
double core_fit(double n, double m, double k, double covered);

#endif
