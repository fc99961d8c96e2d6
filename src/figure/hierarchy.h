/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What makes a layered drawing a hierarchy: a group with many parts is a bar as long as they
 * are side by side, so that each tie runs straight into it and none has to bend to its middle.
 * Called by place_layered.c before and after dot, and by place.c at the end.
 */
#ifndef BLOC_FIGURE_HIERARCHY_H
#define BLOC_FIGURE_HIERARCHY_H

#include "figure/drawing.h"

#include <stdbool.h>
#include <stddef.h>

/* Does the tie put one group below the other?  Refusals and exclusions do when the other has more
 * parts. */
bool hierarchy_ranks(const struct drawing *drawing, const struct link *link);

/* Lengthen the nodes with many parts: downwards when layers follow each other to the right. */
void hierarchy_stretch(struct drawing *drawing, bool downwards, double gap);

/* Fit the bars to what dot has placed, and draw straight, across the layers, each link for which
 * no node is in the way. */
void hierarchy_straighten(struct drawing *drawing, bool downwards);

/* Set the names into the middle of boxes that were stretched. */
void hierarchy_centre_names(struct drawing *drawing);

#endif
