/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Dates as people know them: EDTF (ISO 8601-2:2019, level 1 and the parts of level 2 that
 * coders use), each with the earliest and the latest day it can mean.
 *
 *     2014  2014-10  2014-10-03      year, month, day
 *     2014-21 .. 2014-24             spring (Mar-May), summer, autumn, winter (Dec-Feb, from
 *                                    December of that year to February of the next)
 *     2014?  2014-10~  2014%         uncertain, approximate, both: widened by one unit of its own
 *                                    precision on both sides (a year, month, season or day), so
 *                                    that what is uncertain at the edge of a window counts as
 *                                    possible; ~2014 and 2014-~10 mean the whole date too
 *     201X  2014-XX  2014-10-XX      unspecified digits
 *     [2015-06..2015-12]  [..2014]   one of these days   (also lists: [2014,2016])
 *     2014-06/2014-08                an interval: it lasted this long
 *     ..                             open: still so
 *     (empty)                        unknown; never the same as open
 */
#ifndef BLOC_MODEL_DATE_H
#define BLOC_MODEL_DATE_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t day_number;
#define DAY_MIN INT32_MIN /* no lower bound */
#define DAY_MAX INT32_MAX /* no upper bound */

enum date_state {
    DATE_UNKNOWN, /* empty */
    DATE_KNOWN,
    DATE_OPEN, /* ".." */
};

/* The zero value is the unknown date, but use date_unknown() to have its bounds right. */
struct date {
    struct text text; /* as written, borrowed */
    enum date_state state;
    day_number earliest; /* DAY_MIN when unknown or open at the start; of "..", too */
    day_number latest;   /* DAY_MAX when unknown or open at the end; of "..", too */
    bool uncertain;      /* ? or % */
    bool approximate;    /* ~ or % */
    bool interval;       /* lasted from earliest to latest, rather than fell somewhere between */
    /* An interval began from earliest to begins_by and ended from ends_from to latest:
     * 2014-06/2014-08 covers July for certain.  Of other dates these are latest and earliest. */
    day_number begins_by; /* DAY_MIN when open at the start */
    day_number ends_from; /* DAY_MAX when open at the end */
};

struct date date_unknown(void);

/* Read EDTF; on failure *reason is a static sentence part, *offset the byte it is about, and
 * the date is unknown. */
bool date_parse(struct text text, struct date *date, const char **reason, size_t *offset);

/* First and last day of a stretch of time, both included. */
struct window {
    struct text text; /* as written; empty = all time */
    day_number first;
    day_number last;
};

/* All of time. */
struct window window_all(void);

/* Read "2015-06/2015-12", "2015-06", "../2015" or "2014/.." as first and last day; empty is all
 * of time.  A window is exact: ? ~ % and sets are refused. */
bool window_parse(struct text text, struct window *window, const char **reason);

/* How surely a tie held on at least one day of a window. */
enum activity {
    ACTIVITY_NONE,
    ACTIVITY_POSSIBLE,
    ACTIVITY_CERTAIN,
};

/*
 * A state lasts from start to end.  It is certainly active when even the latest start is not
 * after the window and even the earliest end not before it; possibly active when the earliest
 * start and the latest end allow it.  An unknown end may lie anywhere after the start, an open
 * end lies after every window.  A start that is an interval carries its end unless an end is
 * given.  When the end lies before the start however they are read: ACTIVITY_NONE.
 */
enum activity activity_of_state(const struct date *start, const struct date *end,
                                struct window window);

/* An event belongs to its own date: start, or start to end when it lasted. */
enum activity activity_of_event(const struct date *start, const struct date *end,
                                struct window window);

/* How surely something began in the window; what has no lower bound to its date is in none. */
enum activity activity_of_beginning(const struct date *start, struct window window);

/* The days on which a tie may have begun and ended: DAY_MIN and DAY_MAX when not bounded. */
struct date_span {
    day_number begin_first;
    day_number begin_last;
    day_number end_first;
    day_number end_last;
};

struct date_span date_span_of_state(const struct date *start, const struct date *end);
struct date_span date_span_of_event(const struct date *start, const struct date *end);

/* The last day on which it must have begun, as nothing ends before it begins; and the first on
 * which it can have ended. */
day_number date_span_begin_last(const struct date_span *span);
day_number date_span_end_first(const struct date_span *span);

day_number day_from_civil(int year, int month, int day);
void day_to_civil(day_number day, int *year, int *month, int *dayofmonth);

/* The date as printed beside a line: "2015-10", "2015-10?", "~2014", "spring 2014", "1990s",
 * "2015-06..12" (a set or an interval), "by 2014-06", "since 2014", "ongoing", "" when unknown.
 * Writes at most size bytes with the NUL. */
void date_format_short(const struct date *date, char *text, size_t size);

/* The same in words, for titles and pages: "October 2015", "between June and December 2015" (a
 * set), "from June to December 2015" (an interval), "about 2014 (uncertain)", "still so",
 * "unknown". */
void date_format_words(const struct date *date, char *text, size_t size);

#endif
