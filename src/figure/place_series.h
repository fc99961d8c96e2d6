/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Line charts of measures over time: a small panel for each measure, one above the other on the
 * same axis of windows.  In each the values over all that the dates allow, hollow and pale, and
 * those over what is certain, filled and dark, as uncertainty looks everywhere else.
 */
#ifndef BLOC_FIGURE_PLACE_SERIES_H
#define BLOC_FIGURE_PLACE_SERIES_H

#include "figure/drawing.h"
#include "figure/figure.h"

/* Draw the chart of the request's series at once; nodes and links have no part in it.  All numbers
 * are the series', which must have the measures of the definition; without one there is no chart. */
void place_series(struct drawing *drawing, const struct figure_request *request);

#endif
