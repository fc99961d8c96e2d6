/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A simple undirected graph whose edges have a sign and a weight, in plain arrays: what the
 * measures of balance and the solvers behind them work on.  Internal to metrics.
 *
 * A partition puts every vertex into a class.  An edge is at odds with it when it is positive
 * and joins two classes, or negative and lies within one.
 */
#ifndef BLOC_METRICS_SIGNED_GRAPH_H
#define BLOC_METRICS_SIGNED_GRAPH_H

#include <stdbool.h>
#include <stddef.h>

struct signed_edge {
    size_t a;
    size_t b;
    double weight; /* above 0 */
    bool negative;
};

/* An edge as one of its ends sees it. */
struct signed_arc {
    size_t to;
    size_t edge;
};

/* signed_graph_release ends it. */
struct signed_graph {
    size_t vertex_count;
    size_t edge_count;
    struct signed_edge *edges;
    size_t *first; /* arcs of vertex v: from first[v] up to first[v + 1], in order of `to` */
    struct signed_arc *arcs;
};

/* Copies the edges; at most one for each pair of different vertices. */
void signed_graph_init(struct signed_graph *graph, size_t vertices, const struct signed_edge *edges,
                       size_t count);
void signed_graph_release(struct signed_graph *graph);

/* Is the edge at odds with the partition? Classes are given by vertex. */
bool signed_edge_is_at_odds(const struct signed_edge *edge, const size_t *classes);

/* Sum of the weights of the edges at odds. */
double signed_graph_cost(const struct signed_graph *graph, const size_t *classes);

/* Number the connected parts from 0 by their first vertex; by vertex. Returns how many. */
size_t signed_graph_components(const struct signed_graph *graph, size_t *component);

/* Two classes that agree with every edge of a spanning forest: with all, if the graph is balanced
 * (Harary 1953). Edges with skip[edge] are not there; NULL skips none. */
void signed_graph_switch(const struct signed_graph *graph, const bool *skip, size_t *classes);

/* The largest number of which all weights are multiples, if that is the smallest weight; else 0.
 * Costs are then multiples of it too. */
double signed_graph_grain(const struct signed_graph *graph);

#endif
