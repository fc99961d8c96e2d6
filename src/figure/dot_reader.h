/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * DOT text as plain strings: the attributes of a graph, of its node and edge defaults, of
 * its nodes and its edges, in a stable order.  Used by definition.c, which knows what they mean.  Not for
 * threads: cgraph keeps its parser in global variables.
 */
#ifndef BLOC_FIGURE_DOT_READER_H
#define BLOC_FIGURE_DOT_READER_H

#include "base/arena.h"
#include "base/finding.h"
#include "base/list.h"
#include "base/text.h"
#include "figure/dot_places.h"

#include <stdbool.h>
#include <stddef.h>

/* Longer text is refused: a figure definition is a page at most. */
#define DOT_LENGTH_LIMIT 65536

/* What an attribute belongs to. */
enum dot_object {
    DOT_GRAPH,
    DOT_NODES, /* the default of all nodes: node [...] */
    DOT_EDGES, /* the default of all edges: edge [...] */
    DOT_NODE,  /* one node */
    DOT_EDGE,  /* one edge */
};

struct dot_attribute {
    enum dot_object object;
    size_t node; /* index in nodes when object is DOT_NODE */
    size_t edge; /* number of the edge, from 0, when object is DOT_EDGE */
    struct text name;
    struct text value; /* never empty: an empty value is as good as none */
    bool is_html;      /* written <like this> */
};

struct dot_node {
    struct text name;
    struct dot_place place; /* line 0 when it could not be found */
};

LIST(dot_attribute_list, struct dot_attribute);
LIST(dot_node_list, struct dot_node);

/* The zero value is an empty graph. */
struct dot_graph {
    struct arena arena;
    struct text name;                     /* empty when it has none */
    struct dot_attribute_list attributes; /* by object, then node or edge */
    struct dot_node_list nodes;           /* in the order of their first mention */
    size_t edge_count;
    size_t subgraph_count;
};

/*
 * Read one graph.  Text that is no UTF-8, has NUL bytes, is too long, is malformed or holds
 * none or several graphs gives findings of level error, false and an empty graph.
 */
bool dot_read(struct text dot, struct text file, struct dot_graph *graph,
              struct findings *findings);
void dot_graph_release(struct dot_graph *graph);

#endif
