/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One simple date of an EDTF text: what stands alone, or on a side of an interval, or as a
 * member of a set.  Used by date.c and date_format.c only.
 */
#ifndef BLOC_MODEL_DATE_PART_H
#define BLOC_MODEL_DATE_PART_H

#include "base/text.h"
#include "model/date.h"

#include <stdbool.h>
#include <stddef.h>

/* A season stands in place of a month, "21" (spring) to "24" (winter). */
#define SEASON_FIRST 21
#define SEASON_LAST 24

struct date_part {
    enum date_state state; /* empty, a date, or ".." */
    char year[5];          /* digits and X */
    char month[3];         /* the same; "" when not written */
    char day[3];
    bool uncertain;
    bool approximate;
    day_number earliest; /* widened when uncertain or approximate */
    day_number latest;
};

/* Read one; on failure *reason is static and *at points into the text. */
bool date_part_parse(struct text text, struct date_part *part, const char **reason,
                     const char **at);

/* The season a part names, from SEASON_FIRST; 0 when it names none. */
int date_part_season(const struct date_part *part);

/* Are all these digits, none X?  False for "". */
bool date_part_is_written(const char *digits);

/* Cut "a/b" or "a..b" at the separator; false, with all of it in *from, when it is not there. */
bool date_part_split(struct text text, const char *separator, struct text *from, struct text *to);

#endif
