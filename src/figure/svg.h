/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A finished drawing as one SVG file: size in millimetres, coordinates in points, text as
 * text.  Presentation attributes carry the light look; one style element holds what changes
 * in a dark environment.  Every group and every link is an element with a stable id, classes,
 * data-* attributes and a tooltip, so that a page can search and highlight:
 *
 *     <g id="NAME-g-GROUP" class="group kind-... region-... [ended] [uncertain] [hub]">
 *     <g id="NAME-r-RELATION" class="link STYLE [possible] [contested] sign-... family-...">
 *
 * data-from and data-to of a link follow the data, not the arrow: a split is drawn from the
 * parent but comes from the splinter.
 */
#ifndef BLOC_FIGURE_SVG_H
#define BLOC_FIGURE_SVG_H

#include "base/buffer.h"
#include "figure/drawing.h"

/* Append the document; never fails, whatever the names and ids contain. */
void svg_write(const struct drawing *drawing, struct buffer *buffer);

#endif
