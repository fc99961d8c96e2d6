/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One sweep over all shortest paths of an undirected simple graph, for every measure that
 * needs them: betweenness of vertices and edges, nearness and lengths.  igraph would search
 * the graph once for each of these.  Internal to metrics.
 *
 * The method is that of Brandes (2001, 2008): a breadth-first search from every vertex, then
 * a walk back that hands each vertex its share of the paths that end behind it.
 */
#ifndef BLOC_METRICS_PATHS_H
#define BLOC_METRICS_PATHS_H

#include <stddef.h>

#include <igraph.h>

/* Sums over pairs of vertices; paths_release ends it. */
struct paths {
    double *betweenness;      /* by vertex, each pair counted once */
    double *edge_betweenness; /* by edge, each pair counted once */
    double *nearness;         /* by vertex: sum of 1/d over the others in reach */
    double *farness;          /* by vertex: sum of d over the others in reach */
    double *in_reach;         /* by vertex: how many these are */
    double pairs_in_reach;    /* each pair counted once */
    double steps;             /* sum of d over these pairs */
    size_t longest;           /* largest d; 0 without edges */
};

void paths_find(struct paths *paths, const igraph_t *simple);
void paths_release(struct paths *paths);

#endif
