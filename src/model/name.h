/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Names compared as people compare them: NFKC-casefolded, white space runs as one space.
 * The only user of utf8proc for matching.
 */
#ifndef BLOC_MODEL_NAME_H
#define BLOC_MODEL_NAME_H

#include "base/arena.h"
#include "base/text.h"

/* The folded form, in the arena; malformed UTF-8 is folded as U+FFFD. */
struct text name_fold(struct arena *arena, struct text name);

/* The same without accents and other marks, for ids and for comparing spellings. */
struct text name_plain(struct arena *arena, struct text name);

#endif
