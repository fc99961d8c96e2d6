/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What font.h keeps to itself: the open face, for font_subset.c alone.
 */
#ifndef BLOC_FIGURE_FONT_FACE_H
#define BLOC_FIGURE_FONT_FACE_H

#include "figure/font.h"

#include <hb.h>

/* Borrowed; font_open comes first. */
hb_face_t *font_face(enum font_weight weight);

#endif
