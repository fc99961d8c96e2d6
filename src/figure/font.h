/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Text metrics of one pinned font, Inter, shaped by HarfBuzz: sizes of boxes and texts, and
 * so all positions, do not depend on which fonts a machine has.  Characters that Inter lacks
 * are given a width that any fallback font will fit (see font.c).
 */
#ifndef BLOC_FIGURE_FONT_H
#define BLOC_FIGURE_FONT_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

enum font_weight {
    FONT_REGULAR,
    FONT_SEMIBOLD,
    FONT_WEIGHT_COUNT,
};

/* Load both weights; a missing file is an error that names the Debian package. */
bool font_open(struct error *error);
void font_close(void);

/* Advance width of one line of text, in the unit of size (points).  font_open comes first. */
double font_text_width(struct text text, double size, enum font_weight weight);

/* Of the font, per point of size: ascender and descender of the tallest letters, x-height,
 * and cap height. */
double font_ascent(void);  /* top of capitals and ascenders above the baseline */
double font_descent(void); /* bottom of g, p, y below the baseline, positive */
double font_cap_height(void);

/* Does the pinned font have every character of the text? */
bool font_covers(struct text text, enum font_weight weight);

#endif
