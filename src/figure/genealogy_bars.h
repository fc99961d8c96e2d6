/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The furniture of a genealogy: years, the bars of lives in the colours of their allegiance,
 * stubs for what is not dated, and marks at ends and starts of lines.
 */
#ifndef BLOC_FIGURE_GENEALOGY_BARS_H
#define BLOC_FIGURE_GENEALOGY_BARS_H

#include "figure/genealogy.h"

/* Points: height of a bar, and length of the stub that stands for an unknown start or end. */
extern const double genealogy_bar_height;
extern const double genealogy_stub;

/* Add strokes, bars and captions to the drawing; lanes and links have their places.  The years
 * stand at height bottom. */
void genealogy_draw(struct genealogy *genealogy, double bottom);

#endif
