/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cubic Bezier paths, the curves of links: flattening, measuring, cutting and offsetting.
 * A path is 3k + 1 control points of k cubic pieces; a polyline is any list of points.
 * Used by placement, svg and legibility; knows nothing of links.
 */
#ifndef BLOC_FIGURE_PATH_H
#define BLOC_FIGURE_PATH_H

#include "figure/geometry.h"

/*
 * A polyline within tolerance of the path, ends included; the list is cleared first.
 */
void path_flatten(const struct point_list *path, double tolerance, struct point_list *polyline);

double polyline_length(const struct point_list *polyline);

/* The point at a distance along the polyline, and the unit direction there (may be NULL). */
struct point polyline_at(const struct point_list *polyline, double distance,
                         struct point *direction);

/* The curve's arc length. */
double path_length(const struct point_list *path);

/* Cut both ends of a path by arc lengths; a path shorter than both becomes a short straight. */
void path_trim(struct point_list *path, double from_start, double from_end);

/* Cut away the parts inside the outlines of the nodes at its two ends (exact to 0.01 pt). */
void path_clip(struct point_list *path, struct outline start, struct outline end);

/* The same curve moved sideways by a distance, to the left of its direction when positive
 * (Tiller and Hanson 1984: each piece's control polygon is offset). */
void path_offset(const struct point_list *path, double distance, struct point_list *result);

/* A straight path between two points, replacing what the list holds. */
void path_set_straight(struct point_list *path, struct point a, struct point b);

#endif
