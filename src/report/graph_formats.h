/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The functions behind the table of report/graph_format.h; each has its file graph_<format>.c.
 */
#ifndef BLOC_REPORT_GRAPH_FORMATS_H
#define BLOC_REPORT_GRAPH_FORMATS_H

#include "base/buffer.h"
#include "base/file.h"
#include "report/graph.h"

/* One file each; see the format's own file for what is written and after which specification. */
void graph_write_graphml(const struct graph *graph, struct buffer *buffer);
void graph_write_gml(const struct graph *graph, struct buffer *buffer);
void graph_write_pajek(const struct graph *graph, struct buffer *buffer);
void graph_write_pajek_plain(const struct graph *graph, struct buffer *buffer);
void graph_write_gexf(const struct graph *graph, struct buffer *buffer);
void graph_write_dot(const struct graph *graph, struct buffer *buffer);
void graph_write_node_link(const struct graph *graph, struct buffer *buffer);
void graph_write_cytoscape(const struct graph *graph, struct buffer *buffer);
void graph_write_cx2(const struct graph *graph, struct buffer *buffer);
void graph_write_jgf(const struct graph *graph, struct buffer *buffer);

/* Tables and a script that reads them. */
void graph_write_r(const struct graph *graph, struct output_set *outputs);
void graph_write_python(const struct graph *graph, struct output_set *outputs);

#endif
