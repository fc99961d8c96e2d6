/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measures of a signed graph that have one value each, weights left aside.  Internal to metrics;
 * metrics/balance.h puts them together.
 */
#ifndef BLOC_METRICS_SIGNED_MEASURES_H
#define BLOC_METRICS_SIGNED_MEASURES_H

#include <igraph.h>

#include "metrics/signed_graph.h"

/* Triangles by their number of negative edges: +++, ++-, +--, ---. Those with an even number are
 * balanced (Heider 1946; Cartwright and Harary 1956). */
void signed_count_triangles(const struct signed_graph *graph, size_t counts[4]);

/* Share of balanced triangles, 0 to 1; NAN without a triangle. */
double signed_triangle_balance(const size_t counts[4]);

/*
 * PN centrality (Everett and Borgatti 2014), by vertex: (I - A / (2n - 2))^-1 1 with A = P - 2N, P
 * and N the matrices of positive and negative edges; 1 for an isolate.  NAN for a single vertex,
 * and for two with a negative edge, where the matrix has no inverse.
 */
void signed_pn_centrality(const struct signed_graph *graph, double *values);

/*
 * Walk balance (Estrada 2019): sum of e^l / sum of e^m, l the eigenvalues of the matrix of signs,
 * m those of the matrix without signs; 1 when the graph is balanced.  NAN without an edge, and
 * with more than SIGNED_MOST_DENSE vertices that have one.
 */
igraph_error_t signed_walk_balance(const struct signed_graph *graph, double *value);

/*
 * Algebraic conflict (Kunegis 2010): the smallest eigenvalue of D - A, D the degrees, A the matrix
 * of signs; 0 exactly when the graph is balanced.  Of the largest connected part, of several the
 * first: of a graph in parts it would tell of the most balanced one alone.  NAN as above.
 */
igraph_error_t signed_algebraic_conflict(const struct signed_graph *graph, double *value);

enum {
    SIGNED_MOST_DENSE = 2000, /* vertices of a dense eigenvalue problem */
};

#endif
