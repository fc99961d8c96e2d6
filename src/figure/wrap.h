/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Names broken into balanced lines: as few lines as fit the width, then the most even ones.
 * Breaks at spaces, after hyphens and dashes, and before an opening bracket; a single word
 * wider than the measure is broken between characters only when it is over twice as wide.
 */
#ifndef BLOC_FIGURE_WRAP_H
#define BLOC_FIGURE_WRAP_H

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "figure/font.h"

/*
 * Break text into lines no wider than measure (points) where words allow; at most max_lines,
 * the last one then ends in an ellipsis.  Lines are appended to the list, texts live in the
 * arena.  Minimises the sum of squared slack (Knuth and Plass 1981, without stretching).
 */
void wrap_text(struct arena *arena, struct text text, double measure, size_t max_lines, double size,
               enum font_weight weight, struct text_list *lines);

/* The same for running text, as in notes: every line as full as it can be. */
void wrap_fill(struct arena *arena, struct text text, double measure, size_t max_lines, double size,
               enum font_weight weight, struct text_list *lines);

#endif
