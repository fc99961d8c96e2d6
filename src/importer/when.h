/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Dates as tables write them, made EDTF: 2014-03-05, 2014-03-05 00:00:00, 20140305, 05/03/2014,
 * 5.3.2014, 05 March 2014, Mar-14-2014, 2014-00-00 (only the year is known), 0000 (nothing is).
 * Nothing is made more precise than it is written: where day and month could change places, the
 * date is one of the two.
 */
#ifndef BLOC_IMPORTER_WHEN_H
#define BLOC_IMPORTER_WHEN_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum when_style {
    WHEN_EMPTY,
    WHEN_EDTF,     /* 2014-03-05, 2014-03, 2014, and all that EDTF has */
    WHEN_STAMP,    /* 2014-03-05 00:00:00 */
    WHEN_COMPACT,  /* 20140305 */
    WHEN_NUMBERED, /* 05/03/2014, 5.3.2014, 5-3-2014, 2014/3/5 */
    WHEN_WORDED,   /* 5 March 2014, March 5, 2014, 05-Mar-14 */
    WHEN_OPEN,     /* ongoing, present */
    WHEN_STYLES,
};

/* "2014-03-05", "05/03/2014", ... as an example for messages. */
const char *when_style_example(enum when_style style);

/* How 03/04/2015 is meant. */
enum when_order {
    WHEN_UNKNOWN,
    WHEN_DAY_FIRST,
    WHEN_MONTH_FIRST,
};

#define WHEN_SIZE 80 /* longest EDTF kept, with the NUL */

struct when {
    char text[WHEN_SIZE]; /* EDTF; "" = unknown */
    enum when_style style;
    bool ambiguous; /* day and month could change places */
};

/* Read a date; false when it is none. */
bool when_read(struct text text, enum when_order order, struct when *when);

/* EDTF of numbers, of which 0 and negative ones are unknown: (2014, 3, 0) is "2014-03"; "" without a
 * year.  False when there is no such day; *when is then empty. */
bool when_from_numbers(long year, long month, long day, struct when *when);

/* Which of day and month comes first, as the numbers of this one date show; WHEN_UNKNOWN when they
 * do not. */
enum when_order when_order_shown(struct text text);

#endif
