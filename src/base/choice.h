/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A word that is none of those there are: the one way to say so, with the nearest word and
 * all the others.  Used wherever a word is looked up in a table.
 */
#ifndef BLOC_BASE_CHOICE_H
#define BLOC_BASE_CHOICE_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * "there is no format 'jsno'; did you mean 'json'? (text, csv, json, md)" as ERROR_USAGE.
 * Long lists are not written out.  Always returns false.
 */
bool choice_refuse(const char *noun, struct text word, const struct text *words, size_t count,
                   struct error *error);

#endif
