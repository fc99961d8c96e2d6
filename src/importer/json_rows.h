/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rows that are the elements of arrays in a JSON file: their lines, and their members as text.
 * Used by the importers of JSON.
 */
#ifndef BLOC_IMPORTER_JSON_ROWS_H
#define BLOC_IMPORTER_JSON_ROWS_H

#include "base/arena.h"
#include "base/json.h"
#include "base/list.h"
#include "base/text.h"

#include <stddef.h>

LIST(json_line_list, size_t);

/* The lines on which the elements of an array begin: the one that is a member of the top object and
 * has that name.  The text is well-formed; list_release the result. */
struct json_line_list json_rows_lines(struct text text, const char *wanted);

/* A string, number or truth value as text, copied into the arena; empty for anything else, and for
 * NULL. */
struct text json_rows_text(struct arena *arena, const json_t *value);

#endif
