/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Texts that a spreadsheet would run as a formula when it opens a CSV file.  In every table that we
 * write such a text stands behind an apostrophe, which is no part of it; in every table that we read
 * the apostrophe is taken away again:
 *
 *     text     =x    -x    -5    +    'x    '=x    '-5
 *     in CSV   '=x   '-x   -5    +    'x    ''=x   ''-5
 *
 * Used by base/buffer.c to write, by loader and importer to read.
 */
#ifndef BLOC_BASE_FORMULA_H
#define BLOC_BASE_FORMULA_H

#include "base/text.h"

#include <stdbool.h>

/* Does a text begin as formulas do, with = + - @ or a control character, and is neither a number nor
 * a lone sign?  So does one with apostrophes before that, whatever follows. */
bool formula_needs_apostrophe(struct text text);

/* What a field of a table says: without the apostrophe before what begins as formulas do. */
struct text formula_without_apostrophe(struct text field);

#endif
