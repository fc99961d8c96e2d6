/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The letters of the pinned font that a figure uses, to be put into the figure, so that it looks
 * the same where the font is not installed.  Inter is under the SIL Open Font License 1.1, which
 * lets it be embedded in documents; its notices stay in the embedded part.
 */
#ifndef BLOC_FIGURE_FONT_SUBSET_H
#define BLOC_FIGURE_FONT_SUBSET_H

#include "base/buffer.h"
#include "base/text.h"
#include "figure/font.h"

#include <stdbool.h>

/*
 * Append an OpenType font with the characters of the text that the font has, as what is kerned
 * and joined of them; font_open comes first.  False, with nothing appended, when HarfBuzz cannot
 * make one.  The same text gives the same bytes.
 */
bool font_subset_write(struct text text, enum font_weight weight, struct buffer *buffer);

/* The CSS rule @font-face with that font in it; nothing for an empty text. */
void font_subset_write_rule(struct text text, enum font_weight weight, struct buffer *buffer);

#endif
