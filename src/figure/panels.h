/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The panels of a strip.  The ties of all windows are composed and placed once, on a page as
 * wide as one panel; each panel then is a copy of what its window shows, so that every group
 * keeps its place.
 */
#ifndef BLOC_FIGURE_PANELS_H
#define BLOC_FIGURE_PANELS_H

#include "figure/definition.h"
#include "figure/drawing.h"
#include "figure/figure.h"

/* How many panels stand side by side; the rows are filled evenly. */
size_t panels_per_row(const struct figure_definition *definition);

/* Width in points that the placed drawing may take in a panel. */
double panels_inner_width(const struct figure_definition *definition);

/* Replace a placed drawing of all windows by one copy a window. */
void panels_spread(struct drawing *drawing, const struct figure_request *request);

#endif
