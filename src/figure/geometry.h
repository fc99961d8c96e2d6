/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Plane geometry of figures: points, boxes, segments and polygons.
 * Lengths are in points (1/72 inch), x to the right and y down, as in SVG.
 * Pure functions; knows nothing of groups, nodes or Graphviz.  Curves are in figure/path.h.
 */
#ifndef BLOC_FIGURE_GEOMETRY_H
#define BLOC_FIGURE_GEOMETRY_H

#include "base/list.h"

#include <stdbool.h>
#include <stddef.h>

struct point {
    double x;
    double y;
};

LIST(point_list, struct point);

/* left <= right and top <= bottom; the zero value is the empty box at the origin. */
struct box {
    double left;
    double top;
    double right;
    double bottom;
};

/* A rectangle with rounded corners; radius 0 is a plain box. */
struct outline {
    struct box box;
    double radius;
};

struct box box_around(struct point centre, double width, double height);
struct point box_centre(struct box box);
double box_width(struct box box);
double box_height(struct box box);
struct box box_grow(struct box box, double margin);
struct box box_union(struct box a, struct box b);
struct box box_move(struct box box, double dx, double dy);

/* Do they share more than an edge?  Touching is no overlap. */
bool box_overlaps(struct box a, struct box b);
bool box_contains(struct box box, struct point point);
double box_overlap_area(struct box a, struct box b);

bool outline_contains(struct outline outline, struct point point);

/* Does the open segment a-b pass through the inside of the box?  (Liang and Barsky 1984) */
bool segment_meets_box(struct point a, struct point b, struct box box);

/* The same for a box with rounded corners. */
bool segment_meets_outline(struct point a, struct point b, struct outline outline);

/* Do two segments cross at an inner point of both?  *where receives it when not NULL. */
bool segments_cross(struct point a, struct point b, struct point c, struct point d,
                    struct point *where);

double point_distance(struct point a, struct point b);
double point_segment_distance(struct point point, struct point a, struct point b);

/* Convex hull, counter-clockwise in a y-up reading (Andrew 1979); the list is cleared first. */
void polygon_hull(const struct point *points, size_t count, struct point_list *hull);

bool polygon_contains(const struct point_list *polygon, struct point point);
bool polygon_meets_box(const struct point_list *polygon, struct box box);

#endif
