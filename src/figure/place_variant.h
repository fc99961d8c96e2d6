/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What place.c asks of each way of placing: how many variants there are, and to lay one out.
 */
#ifndef BLOC_FIGURE_PLACE_VARIANT_H
#define BLOC_FIGURE_PLACE_VARIANT_H

#include "base/error.h"
#include "figure/definition.h"
#include "figure/drawing.h"

#include <stdbool.h>
#include <stddef.h>

/* Layers from top to bottom or left to right, by dot: regions and egos.  Sets nodes, paths,
 * labels and the frame.  Fails when a node is pinned. */
extern const size_t place_layered_variants;
bool place_layered_try(struct drawing *drawing, const struct figure_definition *definition,
                       size_t variant, struct error *error);

/* The same with the whole above its parts or left of them, for hierarchies; place_layered_try
 * takes the numbers below this for them. */
extern const size_t place_hierarchy_variants;

/* Rows of names, in the order of figure/seriation.h; links get no paths. */
extern const size_t place_matrix_variants;
bool place_matrix_try(struct drawing *drawing, const struct figure_definition *definition,
                      size_t variant, struct error *error);

/* Lanes of regions between the bars of hubs; sets nodes, hulls, paths and labels. */
extern const size_t place_alignments;
bool place_alignment_try(struct drawing *drawing, const struct figure_definition *definition,
                         size_t variant, struct error *error);

/* Free places: distances that match ties, by stress, then untangled.  Sets nodes, hulls or the
 * frame, and paths: straight ones for overviews, which are routed later; routed ones, with
 * labels, for regions and egos. */
extern const size_t place_free_overviews;
extern const size_t place_free_regions;
extern const size_t place_free_strips;
bool place_free_try(struct drawing *drawing, const struct figure_definition *definition,
                    size_t variant, struct error *error);

/* Room that a frame keeps around its nodes, and above them for its name; untangling knows it too. */
extern const double place_frame_inset;
extern const double place_frame_title;

/* The frame around the nodes of region 0, with room for its name where no line passes. */
void place_frame(struct drawing *drawing);

/* Hulls around the nodes of each frame that is one, with room for its name. */
void place_hulls(struct drawing *drawing);

#endif
