/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The boxes and lines of a drawing as a Graphviz graph: sizes go in, positions come out.
 * No text of the dataset is ever put into it, so nothing a dataset says can be read as
 * Graphviz syntax.  Used by the placing files, run by layout.c.
 */
#ifndef BLOC_FIGURE_CANVAS_H
#define BLOC_FIGURE_CANVAS_H

#include "base/buffer.h"
#include "base/error.h"
#include "figure/geometry.h"

#include <stdbool.h>
#include <stddef.h>

struct canvas;

struct canvas *canvas_new(void);
void canvas_free(struct canvas *canvas);

/* Set an attribute of the graph, before adding nodes. */
void canvas_set_graph(struct canvas *canvas, const char *name, const char *value);
void canvas_set_graph_number(struct canvas *canvas, const char *name, double value);

/* Add a box of this size in points; in_frame puts it into the frame cluster.  Returns its
 * number, counting from 0 in order of adding. */
size_t canvas_add_node(struct canvas *canvas, double width, double height, bool in_frame);

/* Put a node's centre at a place, for engines that take positions; pinned keeps it there. */
void canvas_set_position(struct canvas *canvas, size_t node, struct point centre, bool pinned);

/* Add a line; returns its number.  A label of size 0 reserves no room. */
size_t canvas_add_link(struct canvas *canvas, size_t from, size_t to, double label_width,
                       double label_height);

/* Set an attribute of one link, as Graphviz names it. */
void canvas_set_link(struct canvas *canvas, size_t link, const char *name, const char *value);

/* Room for a name in the frame's upper left corner.  Comes after the nodes. */
void canvas_set_frame_label(struct canvas *canvas, double width, double height, double margin);

/* After layout_run; coordinates in points, y down, from the upper left corner. */
struct point canvas_get_position(const struct canvas *canvas, size_t node);
bool canvas_get_path(const struct canvas *canvas, size_t link, struct point_list *path);
bool canvas_get_label(const struct canvas *canvas, size_t link, struct point *centre);
bool canvas_get_frame(const struct canvas *canvas, struct box *frame);

#endif
