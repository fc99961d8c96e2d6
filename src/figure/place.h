/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places for the nodes, links and labels of a drawing: several variants are laid out, each
 * is scored by legibility, and the best is kept.  The variants are cut into slices that run
 * side by side; which slice wins depends on the scores alone, never on timing.
 */
#ifndef BLOC_FIGURE_PLACE_H
#define BLOC_FIGURE_PLACE_H

#include "base/buffer.h"
#include "base/error.h"
#include "figure/definition.h"
#include "figure/drawing.h"

#include <stdbool.h>
#include <stddef.h>

struct figure_request;

/* Figures that need no engine are placed by this alone; false for all others. */
bool place_at_once(struct drawing *drawing, const struct figure_request *request);

/* How many slices this figure is placed in. */
size_t place_slice_count(const struct drawing *drawing, const struct figure_definition *definition);

/* Try every variant of a slice and pack the best geometry.  For a worker process. */
bool place_slice(struct drawing *drawing, const struct figure_definition *definition, size_t slice,
                 struct buffer *packed, struct error *error);

/* Must the links of the best slice still be routed around the boxes? */
bool place_needs_routing(const struct drawing *drawing, const struct figure_definition *definition);

/* Route the links of a placed drawing and pack the geometry.  For a worker process. */
bool place_route(struct drawing *drawing, const struct figure_definition *definition,
                 struct buffer *packed, struct error *error);

/* Straight links between the boxes where they stand: what remains when routing failed. */
void place_straight(struct drawing *drawing);

/* What follows from the places of the nodes: the cells and grid of a matrix, names in bars. */
void place_furnish(struct drawing *drawing, const struct figure_definition *definition);

/* Rows of boxes with straight links: what remains when no slice came back. */
void place_in_rows(struct drawing *drawing, const struct figure_definition *definition);

/* Width in points that the figure may take on the page. */
double place_page_width(const struct figure_definition *definition);

/* Height that the page may have, in points; 0 = any. */
double place_page_height(const struct figure_definition *definition);

/* Width that nodes and links are placed in: the page's, or a panel's. */
double place_width(const struct figure_definition *definition);

/* How bad a placed drawing is: lower is better. */
double place_score(struct drawing *drawing, double page_width);

#endif
