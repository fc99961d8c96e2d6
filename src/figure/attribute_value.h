/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The values that attributes of figure definitions have: words, lengths with a unit, places
 * and text.  Every reader fails (ERROR_USAGE, naming the value) and leaves its result alone
 * when the value is none of its kind.  Used by the attribute table.
 */
#ifndef BLOC_FIGURE_ATTRIBUTE_VALUE_H
#define BLOC_FIGURE_ATTRIBUTE_VALUE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "figure/definition.h"
#include "figure/geometry.h"

#include <stdbool.h>
#include <stddef.h>

/* yes, true, no or false. */
bool value_read_switch(struct text value, bool *on, struct error *error);

/* One of at most sixteen words, a static string; "none" gives the empty text. */
bool value_read_word(struct text value, const char *const *words, size_t count, struct text *word,
                     struct error *error);

/* "170mm", "17 cm", "6.7in" or "482pt", from 20 mm to 2 m, in millimetres. */
bool value_read_length(struct text value, double *millimetres, struct error *error);

/* "30" or "0.5": from a millisecond to an hour. */
bool value_read_seconds(struct text value, double *seconds, struct error *error);

/* "x,y" in points; a final "!", with which Graphviz marks fixed positions, is allowed. */
bool value_read_point(struct text value, struct point *point, struct error *error);

/* A date or a stretch of time that is not all of it, as in 2014-10 or 2012/2013. */
bool value_read_window(struct text value, struct arena *arena, struct window *window,
                       struct error *error);

/* 2 to 6 of them with semicolons, none before the end of the one ahead; replaces *windows. */
bool value_read_windows(struct text value, struct arena *arena, struct window_list *windows,
                        struct error *error);

/* Metrics of the network or of periods, commas between them; replaces *names by those of the
 * catalogue, which last. */
bool value_read_measures(struct text value, struct text_list *names, struct error *error);

/*
 * Text to be set by us: runs of white space and the line breaks of DOT (\n, \l, \r) become
 * one space, since figures break their own lines; a doubled backslash is one backslash.
 */
struct text value_clean_text(struct arena *arena, struct text value);

#endif
