/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sets of key players (Borgatti 2006) in an undirected graph.  With n vertices, a set K of k of
 * them, and r = n - k,
 *
 *     fragmentation            F = 1 - sum s (s-1) / r (r-1), s the sizes of the components
 *                              without K
 *     distance fragmentation   DF = 1 - 2 sum 1/d(i,j) / r (r-1), over the pairs without K, their
 *                              distances in the graph without K
 *     reach                    DR = sum 1/d(K,j) / n, d(K,j) the distance from the nearest member
 *                              of K; members count 1
 *
 * Fragmentation: every set of vertices with two neighbours or more is tried, when there are not
 * too many.  Others need not be: a vertex with one neighbour can be exchanged for that neighbour
 * (or, if it is in K, for any other) without loss; of a pair that is tied to nobody else the first
 * is tried.  Else a greedy set of those with most neighbours is improved by exchanges and not
 * called proven.  Reach: branch and bound; what a vertex adds only falls as K grows, so the largest
 * gains bound what is still to be had.  It is proven when the effort sufficed.
 *
 * Internal to metrics.
 */
#ifndef BLOC_METRICS_KEY_PLAYERS_H
#define BLOC_METRICS_KEY_PLAYERS_H

#include <stdbool.h>
#include <stddef.h>

#include <igraph.h>

enum key_problem {
    KEY_FRAGMENTATION,
    KEY_DISTANCE_FRAGMENTATION,
    KEY_REACH,
    KEY_PROBLEM_COUNT,
};

enum {
    KEY_MOST_PLAYERS = 16,
};

struct key_set {
    double value;
    size_t members[KEY_MOST_PLAYERS]; /* ascending */
    size_t others; /* further sets as good among those tried; 0 for reach, which skips them */
    bool is_proven;
};

struct key_graph;

struct key_graph *key_graph_new(igraph_adjlist_t *adjacency);
void key_graph_free(struct key_graph *graph);

/* The value of a set, or of none; NAN when it is not defined (fewer than two vertices left). */
double key_value(struct key_graph *graph, enum key_problem problem, const size_t *members,
                 size_t size);

/* The best set of that size, 1 to KEY_MOST_PLAYERS and at most n - 2; false when there is none.
 * most_sets is how many sets may be tried, or for reach how many branches. */
bool key_find(struct key_graph *graph, enum key_problem problem, size_t size, size_t most_sets,
              struct key_set *best);

#endif
