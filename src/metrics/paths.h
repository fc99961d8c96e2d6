/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One sweep over all shortest paths of an undirected simple graph, for every measure that
 * needs them: betweenness of vertices and edges, nearness and lengths.  igraph would search
 * the graph once for each of these.  On all processors; the results do not depend on how many.
 * Internal to metrics.
 *
 * Exact by default.  With a sample, searches start from that many vertices only, drawn without
 * replacement, and the sums are scaled up (Brandes and Pich 2007; Eppstein and Wang 2004).
 * By Hoeffding's inequality (1963) all values together are off by at most `error` of their
 * range with a chance of 95 %.
 */
#ifndef BLOC_METRICS_PATHS_H
#define BLOC_METRICS_PATHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <igraph.h>

/* The zero value: exact, vertices only, all processors. */
struct paths_wish {
    bool edges;       /* also edge_betweenness, which takes some 10 % longer */
    size_t sample;    /* number of sources; 0, or at least as many as vertices = exact */
    uint64_t seed;    /* of the sample */
    unsigned threads; /* at most; 0 = as many as processors */
};

/* Sums over pairs of vertices; paths_release ends it. */
struct paths {
    double *betweenness;      /* by vertex, each pair counted once */
    double *edge_betweenness; /* by edge, each pair counted once; NULL when not wished for */
    double *nearness;         /* by vertex: sum of 1/d over the others in reach */
    double *farness;          /* by vertex: sum of d over the others in reach */
    double *in_reach;         /* by vertex: how many these are */
    double pairs_in_reach;    /* each pair counted once */
    double steps;             /* sum of d over these pairs */
    size_t longest;           /* largest d; 0 without edges; a lower bound in a sample */
    double error;             /* 0 when exact */
};

void paths_find(struct paths *paths, const igraph_t *simple, const struct paths_wish *wish);
void paths_release(struct paths *paths);

/*
 * The error of a sample, 0 when it is of all: sqrt(log(2 c / 0.05) / (2 sources)) for the c
 * values that are estimated at once, betweenness and nearness of each vertex and betweenness of
 * each edge.
 */
double paths_error(size_t vertices, size_t edges, size_t sample);

#endif
