/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Communities by several algorithms, the random ones over a fixed set of seeds, so that what
 * depends on the algorithm or on chance can be seen.  Internal to metrics.
 *
 * Spinglass is the one that reads signs (Traag and Bruggeman 2009): each pair weighs its positive
 * less its negative ties, pairs that come to 0 are left out, and friendly pairs within as well as
 * hostile pairs between communities are rewarded, both against what chance would give (gamma 1).
 * It runs on each component of these pairs alone, with at most 25 spins, and among its runs the
 * one with the highest signed modularity is kept (Gomez, Jensen and Arenas 2009):
 *
 *     Q = (1/2W) sum over i, j in one community of w_ij - (p_i p_j / 2P - q_i q_j / 2N),
 *
 * p_i and q_i the positive and the negative weight of i, P and N their totals over pairs,
 * W = P + N.
 */
#ifndef BLOC_METRICS_ALGORITHMS_H
#define BLOC_METRICS_ALGORITHMS_H

#include <stdbool.h>
#include <stddef.h>

#include <igraph.h>

#include "metrics/measurement.h"

enum algorithm {
    ALGORITHM_LEIDEN,
    ALGORITHM_LOUVAIN,
    ALGORITHM_WALKTRAP,
    ALGORITHM_EDGE_BETWEENNESS,
    ALGORITHM_OPTIMAL,
    ALGORITHM_SPINGLASS,
    ALGORITHM_COUNT,
};

/* "Leiden", ... */
const char *algorithm_name(enum algorithm algorithm);

/* How far the runs of a random algorithm agree: over all pairs of runs. */
struct agreement {
    double rand_mean; /* adjusted Rand index; 1 when there is one run */
    double rand_least;
    double information_mean; /* normalised mutual information */
    double information_least;
};

/* What one algorithm found; partition_set_release ends it. */
struct partition_set {
    bool has_run;             /* false when there is no tie, or the network is too large for it */
    igraph_vector_int_t best; /* by vertex, numbered by size; empty when it has not run */
    size_t runs;
    double quality; /* modularity, for spinglass signed modularity */
    struct agreement agreement;
};

/* The layer does not matter to spinglass. */
igraph_error_t algorithm_run(enum algorithm algorithm, const struct measurement *measurement,
                             enum layer layer, struct partition_set *set);
void partition_set_release(struct partition_set *set);

/* Adjusted Rand index and normalised mutual information of two partitions; 1 for equal ones. */
igraph_error_t algorithm_compare(const igraph_vector_int_t *a, const igraph_vector_int_t *b,
                                 double *adjusted_rand, double *mutual_information);

/* Signed modularity of a partition of the pairs with these weights. */
double algorithm_signed_modularity(const igraph_t *pairs, const igraph_vector_t *weights,
                                   const igraph_vector_int_t *membership);

#endif
