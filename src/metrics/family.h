/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The families of measures, one a file of the same name.  Each fills its columns of the
 * catalogue in one sign layer; a value that is not defined stays NAN.  Every network is
 * allowed, also one without groups or ties.  They fail only when igraph does, with nothing
 * left on igraph's clean-up stack.  Called from measure.c alone, in the order of its table.
 */
#ifndef BLOC_METRICS_FAMILY_H
#define BLOC_METRICS_FAMILY_H

#include "metrics/measurement.h"

/* Durations of ties; how many have ended, are still so, or have no known end. */
igraph_error_t measure_duration(const struct measurement *measurement, enum layer layer);

/* How many groups each can reach in the order of time. */
igraph_error_t measure_time_reach(const struct measurement *measurement, enum layer layer);

/* Degrees, strength, neighbours, counts of groups, ties and pairs, density. */
igraph_error_t measure_degree(const struct measurement *measurement, enum layer layer);

/* Betweenness of groups and relations, harmonic closeness, distances. */
igraph_error_t measure_distance(const struct measurement *measurement, enum layer layer);

/* Eigenvector centrality, hubs and authorities. */
igraph_error_t measure_spectral(const struct measurement *measurement, enum layer layer);

/* PageRank. */
igraph_error_t measure_pagerank(const struct measurement *measurement, enum layer layer);

/* Components, coreness, articulation points, bridges. */
igraph_error_t measure_structure(const struct measurement *measurement, enum layer layer);

/* Constraint, local clustering, transitivity, triangles. */
igraph_error_t measure_clustering(const struct measurement *measurement, enum layer layer);

/* Leiden communities and their modularity. */
igraph_error_t measure_community(const struct measurement *measurement, enum layer layer);

/* Reciprocity, arc density, dyad and triad census. */
igraph_error_t measure_census(const struct measurement *measurement, enum layer layer);

/* Assortativity by degree, region and kind of group; modularity of the regions. */
igraph_error_t measure_assortativity(const struct measurement *measurement, enum layer layer);

/* PN centrality and signed triangles, of pairs whose sign is that of most of their ties. */
igraph_error_t measure_signs(const struct measurement *measurement, enum layer layer);

/* Centralisation; reads the columns that measure_degree and measure_distance fill. */
igraph_error_t measure_centralisation(const struct measurement *measurement, enum layer layer);

/* Effective size and local efficiency: the circle of each group. */
igraph_error_t measure_ego(const struct measurement *measurement, enum layer layer);

/* E-I index by region and by kind of group. */
igraph_error_t measure_homophily(const struct measurement *measurement, enum layer layer);

/* Bonacich power, bargaining power, Katz status; reads eigenvector centrality. */
igraph_error_t measure_influence(const struct measurement *measurement, enum layer layer);

/* Truss of pairs. */
igraph_error_t measure_truss(const struct measurement *measurement, enum layer layer);

/* Core and periphery. */
igraph_error_t measure_core(const struct measurement *measurement, enum layer layer);

/* Fragmentation and effective number of components; reads weak components. */
igraph_error_t measure_fragmentation(const struct measurement *measurement, enum layer layer);

/* Polarisation and hostility between blocs, once; reads the communities of positive ties. */
igraph_error_t measure_polarisation(const struct measurement *measurement, enum layer layer);

#endif
