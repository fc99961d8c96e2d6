/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From what is selected to what is drawn: one node a group, one link for the ties of one
 * look, certainty and direction between two groups, frames for regions.  Sizes and texts are
 * set here, places later.
 */
#ifndef BLOC_FIGURE_COMPOSE_H
#define BLOC_FIGURE_COMPOSE_H

#include "base/error.h"
#include "figure/drawing.h"
#include "figure/figure.h"

#include <stdbool.h>

/* Fails (ERROR_DATA) when the definition names a group that the dataset does not have. */
bool compose_drawing(const struct figure_request *request, struct drawing *drawing,
                     struct error *error);

/* Break the names into lines of this measure in points and size the nodes around them. */
void compose_size_nodes(struct drawing *drawing, double measure);

#endif
