/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The geometry of a drawing as bytes, to bring it from a worker process to the parent, which
 * holds the same drawing without places.
 */
#ifndef BLOC_FIGURE_GEOMETRY_PACK_H
#define BLOC_FIGURE_GEOMETRY_PACK_H

#include "base/buffer.h"
#include "base/text.h"
#include "figure/drawing.h"

#include <stdbool.h>

/* The score of the placement goes first. */
void geometry_pack(const struct drawing *drawing, double score, struct buffer *buffer);

/* The score of packed geometry; infinite when the bytes are too few. */
double geometry_packed_score(struct text packed);

/* Put packed geometry into the drawing it was made from; false when it does not fit. */
bool geometry_unpack(struct text packed, struct drawing *drawing);

#endif
