/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The legend: one entry for every look that the drawing has, and none that it has not.
 */
#ifndef BLOC_FIGURE_LEGEND_H
#define BLOC_FIGURE_LEGEND_H

#include "figure/drawing.h"

/* Collect the entries of a composed drawing, links first, without places. */
void legend_collect(struct drawing *drawing);

/* Set the entries in columns between x = 0 and width, downwards from top.  Returns the lower
 * edge; top itself when there are none. */
double legend_place(struct drawing *drawing, double top, double width);

#endif
