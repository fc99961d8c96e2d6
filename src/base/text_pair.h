/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A text with a name: an option as it was set, one part of a note.
 */
#ifndef BLOC_BASE_TEXT_PAIR_H
#define BLOC_BASE_TEXT_PAIR_H

#include "base/list.h"
#include "base/text.h"

struct text_pair {
    struct text name;
    struct text value;
};

LIST(text_pair_list, struct text_pair);

#endif
