/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The formats of `bloc export`: one file each, one row each in this table.
 */
#ifndef BLOC_REPORT_GRAPH_FORMAT_H
#define BLOC_REPORT_GRAPH_FORMAT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "report/graph.h"

#include <stddef.h>

struct graph_format {
    const char *name;    /* "graphml" */
    const char *summary; /* "GraphML: igraph, NetworkX, Gephi, yEd, Cytoscape" */
    const char *lost;    /* what it has no place for, in words; NULL = nothing of the graph */
    /* One of the two is NULL: a format is one file, or several in a folder. */
    void (*write)(const struct graph *graph, struct buffer *buffer);
    void (*write_files)(const struct graph *graph, struct output_set *outputs);
};

const struct graph_format *graph_formats(size_t *count);

/* By name; NULL and an ERROR_USAGE with a suggestion when there is none. */
const struct graph_format *graph_format_find(struct text name, struct error *error);

#endif
