/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the formats of events and of years have in common: sides as groups, codes, days, and
 * the events between begin and end of a run.
 */
#ifndef BLOC_IMPORTER_UCDP_H
#define BLOC_IMPORTER_UCDP_H

#include "importer/events.h"
#include "importer/import.h"
#include "importer/reader.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* begin, end and release of a format whose state is a struct events. */
bool ucdp_begin_events(struct import *import, struct error *error);
bool ucdp_end_events(struct import *import, struct error *error);
void ucdp_release_events(struct import *import);

/* A side as a group, by its id or, without one, by its name; "Government of ..." is a state.  The
 * reader tells the line, and may be NULL for an id that is met first. */
uint32_t ucdp_take_group(struct import *import, struct reader *reader, struct text id,
                         struct text name, struct text region);

/* The name of a region that is given as its number, 1 to 5; other texts as they stand, and nothing
 * for several numbers. */
struct text ucdp_region(struct text region);

/* The rule for the code in a column, its rows counted.  NULL when the row is rejected: no rule has
 * the code, or its rows are left out. */
const struct mapping_entry *ucdp_map(struct import *import, struct reader *reader, size_t column);

/* Count a code that no column holds; NULL when it is left out. */
const struct mapping_entry *ucdp_map_code(struct import *import, const char *code);

/* False and a rejected row when there is nothing to be seen in a column. */
bool ucdp_require(struct import *import, struct reader *reader, size_t column);

/* First and last day of two columns of dates, or of the year when they are empty. */
bool ucdp_read_days(struct reader *reader, size_t start, size_t end, size_t year, int32_t *first,
                    int32_t *last);

#endif
