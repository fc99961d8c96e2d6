/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The last step of placing: nodes that a foreign line passes through step aside.  Routing leads
 * one line around the boxes for each pair of nodes; the ties that fan out from it need more room
 * than it left.
 */
#ifndef BLOC_FIGURE_NUDGE_H
#define BLOC_FIGURE_NUDGE_H

#include "figure/drawing.h"

#include <stdbool.h>

/* Move nodes out of the way of lines, as far as their neighbours and the width of the page allow;
 * pinned ones stay.  True when any was moved; the lines must then be routed again. */
bool nudge_nodes(struct drawing *drawing, double page_width);

#endif
