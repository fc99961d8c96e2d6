/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Can the texts and lines of a theme be told from what they stand on?  Used by the reader of
 * themes and by the tests, with limits of their own.
 */
#ifndef BLOC_FIGURE_THEME_CHECK_H
#define BLOC_FIGURE_THEME_CHECK_H

#include "figure/style.h"

#include <stdbool.h>
#include <stddef.h>

/* A text or line and what it stands on. */
struct theme_pair {
    const char *what; /* "text of state" */
    struct colour mark;
    struct colour field;
    bool is_text; /* else a line */
};

/* Call visit for every pair of a theme. */
void theme_check_pairs(const struct theme *theme,
                       void (*visit)(const struct theme_pair *pair, void *context), void *context);

/* Contrast of two colours "#RRGGBB", from 1 to 21 (WCAG 2.1, relative luminance). */
double theme_contrast(const char *a, const char *b);

#endif
