/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The page around a placed drawing: title and subtitle above it; below it a legend of exactly
 * what is drawn, the window and counts, and the sources.
 */
#ifndef BLOC_FIGURE_FINISH_H
#define BLOC_FIGURE_FINISH_H

#include "figure/drawing.h"
#include "figure/figure.h"

/* Height of all that will stand around the content of a composed drawing. */
double finish_height_around(struct drawing *drawing, const struct figure_request *request);

/* Shrinks the content to the page when it is too wide or too high, then sets everything at page
 * coordinates and the page's size. */
void finish_drawing(struct drawing *drawing, const struct figure_request *request);

#endif
