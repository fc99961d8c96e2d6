/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Genealogies: lifelines on an axis of time.  A bar is the life of a group, its colour the
 * centre that it declares itself loyal to, a vertical line a tie at its date.  Needs no engine,
 * so it runs at once and not in a worker.
 */
#ifndef BLOC_FIGURE_PLACE_GENEALOGY_H
#define BLOC_FIGURE_PLACE_GENEALOGY_H

#include "figure/figure.h"

/* Turn a composed drawing into a placed genealogy.  Nodes without a date and ties that cannot be
 * shown leave the drawing; its note counts them. */
void place_genealogy(struct drawing *drawing, const struct figure_request *request);

#endif
