/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The calls that igraph renamed behind 0.10.2 and those whose arguments 1.0 changed, with the
 * same arguments for every version.  Each stands for the igraph function of the same name; see
 * there.
 */
#ifndef BLOC_NETWORK_IGRAPH_CALLS_H
#define BLOC_NETWORK_IGRAPH_CALLS_H

#include <igraph.h>

#define BLOC_IGRAPH_1 (IGRAPH_VERSION_MAJOR >= 1)
#define BLOC_IGRAPH_0_10_3                         \
    (BLOC_IGRAPH_1 || IGRAPH_VERSION_MINOR > 10 || \
     (IGRAPH_VERSION_MINOR == 10 && IGRAPH_VERSION_PATCH >= 3))

/* Undirected; the vector is scaled to a largest entry of about 1. */
static inline igraph_error_t call_eigenvector_centrality(const igraph_t *graph,
                                                         igraph_vector_t *vector,
                                                         igraph_real_t *value,
                                                         igraph_arpack_options_t *options)
{
#if BLOC_IGRAPH_1
    return igraph_eigenvector_centrality(graph, vector, value, IGRAPH_ALL, NULL, options);
#else
    return igraph_eigenvector_centrality(graph, vector, value, IGRAPH_UNDIRECTED,
                                         /* scale = */ true, NULL, options);
#endif
}

/* Undirected, as a share of what a star of as many vertices has. */
static inline igraph_error_t call_eigenvector_centralisation(const igraph_t *graph,
                                                             igraph_arpack_options_t *options,
                                                             igraph_real_t *result)
{
#if BLOC_IGRAPH_1
    return igraph_centralization_eigenvector_centrality(graph, NULL, NULL, IGRAPH_ALL, options,
                                                        result, NULL, true);
#else
    return igraph_centralization_eigenvector_centrality(graph, NULL, NULL, IGRAPH_UNDIRECTED,
                                                        /* scale = */ true, options, result, NULL,
                                                        true);
#endif
}

/* From one community a vertex, until the partition is stable. */
static inline igraph_error_t call_community_leiden(const igraph_t *graph,
                                                   const igraph_vector_t *edge_weights,
                                                   const igraph_vector_t *vertex_weights,
                                                   double resolution, double beta,
                                                   igraph_vector_int_t *membership)
{
#if BLOC_IGRAPH_1
    return igraph_community_leiden(graph, edge_weights, vertex_weights, NULL, resolution, beta,
                                   /* start = */ false, -1, membership, NULL, NULL);
#else
    return igraph_community_leiden(graph, edge_weights, vertex_weights, resolution, beta,
                                   /* start = */ false, -1, membership, NULL, NULL);
#endif
}

/* By edges of high betweenness, without weights and lengths. */
static inline igraph_error_t call_community_edge_betweenness(const igraph_t *graph,
                                                             igraph_matrix_int_t *merges,
                                                             igraph_vector_t *modularity,
                                                             igraph_vector_int_t *membership)
{
#if BLOC_IGRAPH_1
    return igraph_community_edge_betweenness(graph, NULL, NULL, merges, NULL, modularity,
                                             membership, IGRAPH_UNDIRECTED, NULL, NULL);
#else
    return igraph_community_edge_betweenness(graph, NULL, NULL, merges, NULL, modularity,
                                             membership, IGRAPH_UNDIRECTED, NULL);
#endif
}

/* At resolution 1. */
static inline igraph_error_t call_community_optimal_modularity(const igraph_t *graph,
                                                               const igraph_vector_t *weights,
                                                               igraph_vector_int_t *membership)
{
#if BLOC_IGRAPH_1
    return igraph_community_optimal_modularity(graph, weights, 1, NULL, membership);
#else
    return igraph_community_optimal_modularity(graph, NULL, membership, weights);
#endif
}

/* The edges and the vertices that they touch. */
static inline igraph_error_t call_subgraph_from_edges(const igraph_t *graph, igraph_t *part,
                                                      igraph_es_t edges)
{
#if BLOC_IGRAPH_0_10_3
    return igraph_subgraph_from_edges(graph, part, edges, true);
#else
    return igraph_subgraph_edges(graph, part, edges, true);
#endif
}

/* The edges at a vertex of a graph without loops. */
static inline igraph_error_t call_es_incident(igraph_es_t *edges, igraph_integer_t vertex,
                                              igraph_neimode_t mode)
{
#if BLOC_IGRAPH_1
    return igraph_es_incident(edges, vertex, mode, IGRAPH_NO_LOOPS);
#else
    return igraph_es_incident(edges, vertex, mode);
#endif
}

/* Swap the ends of pairs of edges, that many times; the graph stays simple, degrees stay. */
static inline igraph_error_t call_rewire(igraph_t *graph, igraph_integer_t swaps)
{
#if BLOC_IGRAPH_1
    return igraph_rewire(graph, swaps, IGRAPH_SIMPLE_SW, NULL);
#else
    return igraph_rewire(graph, swaps, IGRAPH_REWIRING_SIMPLE);
#endif
}

/* All vertices, all pairs, undirected, without weights. */
static inline igraph_error_t call_betweenness(const igraph_t *graph, igraph_vector_t *result)
{
#if BLOC_IGRAPH_1
    return igraph_betweenness(graph, NULL, result, igraph_vss_all(), IGRAPH_UNDIRECTED, false);
#else
    return igraph_betweenness(graph, result, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
#endif
}

static inline igraph_error_t call_edge_betweenness(const igraph_t *graph, igraph_vector_t *result)
{
#if BLOC_IGRAPH_1
    return igraph_edge_betweenness(graph, NULL, result, igraph_ess_all(IGRAPH_EDGEORDER_ID),
                                   IGRAPH_UNDIRECTED, false);
#else
    return igraph_edge_betweenness(graph, result, IGRAPH_UNDIRECTED, NULL);
#endif
}

/* Longest distance within components, undirected. */
static inline igraph_error_t call_diameter(const igraph_t *graph, igraph_real_t *result)
{
#if BLOC_IGRAPH_1
    return igraph_diameter(graph, NULL, result, NULL, NULL, NULL, NULL, IGRAPH_UNDIRECTED, true);
#else
    return igraph_diameter(graph, result, NULL, NULL, NULL, NULL, IGRAPH_UNDIRECTED, true);
#endif
}

static inline igraph_error_t call_average_path_length(const igraph_t *graph, igraph_real_t *result)
{
#if BLOC_IGRAPH_1
    return igraph_average_path_length(graph, NULL, result, NULL, IGRAPH_UNDIRECTED, true);
#else
    return igraph_average_path_length(graph, result, NULL, IGRAPH_UNDIRECTED, true);
#endif
}

/* By PRPACK, damping 0.85. */
static inline igraph_error_t call_pagerank(const igraph_t *graph, igraph_vector_t *result)
{
#if BLOC_IGRAPH_1
    return igraph_pagerank(graph, NULL, result, NULL, 0.85, IGRAPH_DIRECTED, igraph_vss_all(),
                           IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
    return igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, result, NULL, igraph_vss_all(),
                           IGRAPH_DIRECTED, 0.85, NULL, NULL);
#endif
}

/* A random undirected graph without loops and parallel edges. */
static inline igraph_error_t call_random_graph(igraph_t *graph, igraph_integer_t vertices,
                                               igraph_integer_t edges)
{
#if BLOC_IGRAPH_1
    return igraph_erdos_renyi_game_gnm(graph, vertices, edges, IGRAPH_UNDIRECTED, IGRAPH_SIMPLE_SW,
                                       false);
#else
    return igraph_erdos_renyi_game_gnm(graph, vertices, edges, IGRAPH_UNDIRECTED, IGRAPH_NO_LOOPS);
#endif
}

/* The same with degrees that follow a power law of exponent 2.5. */
static inline igraph_error_t call_power_law_graph(igraph_t *graph, igraph_integer_t vertices,
                                                  igraph_integer_t edges)
{
#if BLOC_IGRAPH_1
    return igraph_static_power_law_game(graph, vertices, edges, 2.5, -1, IGRAPH_SIMPLE_SW, true);
#else
    return igraph_static_power_law_game(graph, vertices, edges, 2.5, -1, IGRAPH_NO_LOOPS, false,
                                        true);
#endif
}

#endif
