/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The selection as networks: one a sign layer, each in two views.  Used by metrics.
 * The only owner of the maps between group and vertex and between relation and edge.
 *
 * Every layer has all chosen groups as vertices, so a group without a tie in the layer is an
 * isolate there.  A relation of a group with itself makes no edge.
 *
 *   arcs     directed multigraph: one arc a relation, from source to target; a mutual relation
 *            is two opposite arcs; parallel ties stay apart
 *   simple   undirected simple graph: all ties between two groups, whatever their number and
 *            direction, are one edge; its weight is the number of ties
 *
 * Which measure uses which view:
 *
 *   the relations themselves   degree, strength, counts of ties
 *   arcs                       PageRank, hubs and authorities, strong components
 *   arcs, parallel ones merged arc density, reciprocity, dyad and triad census, Katz status,
 *                              centralisation of arcs in and out
 *   simple                     neighbours, betweenness (group and edge), closeness of both sorts,
 *                              eigenvector, Bonacich power, coreness, truss, core and periphery,
 *                              effective size, local clustering and efficiency, transitivity,
 *                              weak components, fragmentation, articulation points, bridges,
 *                              distances, density, degree assortativity, centralisation,
 *                              polarisation
 *   simple with weights        constraint, communities, modularity, assortativity and E-I index
 *                              by region and by kind
 */
#ifndef BLOC_NETWORK_NETWORK_H
#define BLOC_NETWORK_NETWORK_H

#include "base/error.h"
#include "model/layer.h"
#include "selection/selection.h"

#include <stddef.h>

#define NETWORK_ABSENT SIZE_MAX

struct network;

/* Build the layers; NULL and *error when igraph fails.  The selection is borrowed. */
struct network *network_new(const struct selection *selection, struct error *error);

/* Of the igraph that is used: "0.10.2". */
const char *network_igraph_version(void);

/* Accepts NULL. */
void network_free(struct network *network);

/* Vertices are the positions of selection.groups: 0 to network_count_vertices() - 1. */
size_t network_count_vertices(const struct network *network);

/* Vertex of a group, or NETWORK_ABSENT when it was not chosen. */
size_t network_vertex_of_group(const struct network *network, group_id group);

group_id network_group_of_vertex(const struct network *network, size_t vertex);

/* Edges of the simple view are numbered in the order of their two vertices. */
size_t network_count_edges(const struct network *network, enum layer layer);

/*
 * Edge of the simple view that the relation at this index of selection.relations is part of,
 * or NETWORK_ABSENT when the layer does not have the relation.
 */
size_t network_edge_of_relation(const struct network *network, enum layer layer, size_t index);

#endif
