/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Paths for the links of a drawing whose boxes stand fixed: Graphviz leads one line around the
 * boxes for each pair of nodes, and the ties between them fan out from it side by side.
 */
#ifndef BLOC_FIGURE_ROUTE_H
#define BLOC_FIGURE_ROUTE_H

#include "base/error.h"
#include "figure/drawing.h"

#include <stdbool.h>

/*
 * How far apart the links between two nodes run at their middle: wide enough for a label of
 * this size (0 by 0 without dates) between two of them, given the way they run.
 */
double route_fan_spacing(struct point from, struct point to, double label_width,
                         double label_height);

/* Lead all links around the boxes.  Fails when Graphviz does, and for more than 250 boxes, which
 * would take minutes; paths are then straight.  Runs
 * Graphviz, so for a worker process. */
bool route_around(struct drawing *drawing, struct error *error);

/* Straight links, fanned out the same way. */
void route_straight(struct drawing *drawing);

/* Only the links between the nodes of this one, in a bow whose middle lies off by a distance. */
void route_bend(struct drawing *drawing, size_t link, double distance);

/* The same, but a link that would pass through a box runs beside it in a bow, if there is one. */
void route_bowed(struct drawing *drawing);

#endif
