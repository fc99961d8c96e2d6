/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The shapes at the ends of links: arrow, open arrow, bar, ring, diamond and box.
 * Used by the marks of a link (figure/marks.h); pure geometry in points.
 */
#ifndef BLOC_FIGURE_HEADS_H
#define BLOC_FIGURE_HEADS_H

#include "figure/geometry.h"
#include "figure/style.h"

#include <stdbool.h>
#include <stddef.h>

#define HEAD_CORNERS_MOST 4

/* A shape in place. */
struct head_shape {
    struct point points[HEAD_CORNERS_MOST]; /* corners, or the centre of a ring */
    size_t count;                           /* 0 = nothing to draw, 1 = ring */
    double radius;                          /* of a ring */
    bool is_closed;                         /* polygon; otherwise an open line */
    bool is_filled;                         /* otherwise only its outline is drawn */
    double stroke;                          /* width of the outline; 0 = none */
};

/* As Graphviz calls it. */
const char *head_name(enum head head);

/* How far before the tip the line of a link ends. */
double head_trim(enum head head, double line_width, bool hollow);

/* The shape whose foremost point, stroke included, is at tip when moving in direction (a unit
 * vector).  Sizes follow the line's width gently. */
struct head_shape head_shape_at(enum head head, struct point tip, struct point direction,
                                double line_width, bool hollow);

/* The smallest box around the shape, stroke included; empty at the origin for HEAD_NONE. */
struct box head_shape_box(const struct head_shape *shape);

#endif
