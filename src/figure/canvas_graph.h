/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What canvas.h keeps to itself: the cgraph object, for layout.c alone.
 */
#ifndef BLOC_FIGURE_CANVAS_GRAPH_H
#define BLOC_FIGURE_CANVAS_GRAPH_H

#include "figure/canvas.h"

#include <graphviz/cgraph.h>

Agraph_t *canvas_graph(struct canvas *canvas);

#endif
