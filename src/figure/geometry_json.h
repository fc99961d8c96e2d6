/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A finished drawing as JSON, for programs that work on with it: where every node, link, frame
 * and entry of the legend stands, and what it stands for.  Lengths are points from the page's
 * left top corner, x to the right and y down, to a hundredth.  man/bloc-figure.5 has the members.
 */
#ifndef BLOC_FIGURE_GEOMETRY_JSON_H
#define BLOC_FIGURE_GEOMETRY_JSON_H

#include "base/buffer.h"
#include "figure/drawing.h"
#include "figure/legibility.h"

/* Append the document; never fails.  Nodes are in the order of their groups' ids, links in that
 * of their ends, style and relations. */
void geometry_json_write(const struct drawing *drawing, const struct legibility *legibility,
                         struct buffer *buffer);

#endif
