/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What network.h hides: the igraph graphs of a layer.  For metrics only, which reads them.
 */
#ifndef BLOC_NETWORK_NETWORK_IGRAPH_H
#define BLOC_NETWORK_NETWORK_IGRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include <igraph.h>

#include "network/network.h"

/* The two views of one layer; see network.h. */
struct network_layer {
    igraph_t arcs;
    igraph_t simple;
    igraph_vector_t tie_counts; /* by edge of simple: how many ties it stands for */
    size_t *edges;              /* by index of selection.relations; NETWORK_ABSENT = none */
    bool is_built;
};

/* Borrowed; never NULL. */
const struct network_layer *network_get_layer(const struct network *network, enum layer layer);

#endif
