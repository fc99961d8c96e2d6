/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * When a tie held.  Let it have begun on a day s from S1 to S2 and ended on a day e from E1 to
 * E2, with e not before s.  It held in the window [first, last] when s <= last and e >= first.
 *
 *     certain   for every such pair, that is when the greatest s <= last and the least e >= first;
 *               the greatest s is min(S2, E2), the least e is max(E1, S1)
 *     possible  for some such pair, that is when S1 <= last and E2 >= first
 *
 *     start      S1, S2              end        E1, E2
 *     a date     earliest, latest    a date     earliest, latest
 *     unknown    -oo, +oo            unknown    -oo, +oo (so from S1, as e >= s)
 *     open       -oo, -oo            open       +oo, +oo
 *
 * With an unknown end, then, a state is certain only in a window that certainly has its
 * beginning; from there on it is possible.
 */
#include "model/date.h"

static day_number earlier(day_number a, day_number b)
{
    return a < b ? a : b;
}

static day_number later(day_number a, day_number b)
{
    return a > b ? a : b;
}

day_number date_span_begin_last(const struct date_span *span)
{
    return earlier(span->begin_last, span->end_last);
}

day_number date_span_end_first(const struct date_span *span)
{
    return later(span->end_first, span->begin_first);
}

static enum activity judge(struct date_span span, struct window window)
{
    if (span.begin_first > span.end_last)
        return ACTIVITY_NONE;
    if (span.begin_first > window.last || span.end_last < window.first)
        return ACTIVITY_NONE;
    const bool began = date_span_begin_last(&span) <= window.last;
    const bool not_ended = date_span_end_first(&span) >= window.first;
    return began && not_ended ? ACTIVITY_CERTAIN : ACTIVITY_POSSIBLE;
}

static void set_begin(struct date_span *span, const struct date *start)
{
    const bool open = start->state == DATE_OPEN;
    const bool unknown = start->state == DATE_UNKNOWN;
    span->begin_first = open || unknown ? DAY_MIN : start->earliest;
    span->begin_last = open ? DAY_MIN : unknown ? DAY_MAX : start->begins_by;
}

static void set_end(struct date_span *span, const struct date *end)
{
    const bool open = end->state == DATE_OPEN;
    const bool unknown = end->state == DATE_UNKNOWN;
    span->end_first = open ? DAY_MAX : unknown ? DAY_MIN : end->ends_from;
    span->end_last = open || unknown ? DAY_MAX : end->latest;
}

struct date_span date_span_of_state(const struct date *start, const struct date *end)
{
    const bool start_has_end = start->interval && end->state == DATE_UNKNOWN;
    struct date_span span;
    set_begin(&span, start);
    set_end(&span, start_has_end ? start : end);
    return span;
}

enum activity activity_of_state(const struct date *start, const struct date *end,
                                struct window window)
{
    return judge(date_span_of_state(start, end), window);
}

static bool has_length(const struct date *start, const struct date *end)
{
    return start->interval || end->state != DATE_UNKNOWN;
}

struct date_span date_span_of_event(const struct date *start, const struct date *end)
{
    if (has_length(start, end))
        return date_span_of_state(start, end);
    /* One day, the same for beginning and end. */
    const bool known = start->state == DATE_KNOWN;
    const day_number earliest = known ? start->earliest : DAY_MIN;
    const day_number latest = known ? start->latest : DAY_MAX;
    return (struct date_span){earliest, latest, earliest, latest};
}

enum activity activity_of_event(const struct date *start, const struct date *end,
                                struct window window)
{
    const struct date_span span = date_span_of_event(start, end);
    if (has_length(start, end))
        return judge(span, window);
    if (span.begin_first > window.last || span.end_last < window.first)
        return ACTIVITY_NONE;
    const bool inside = span.begin_first >= window.first && span.end_last <= window.last;
    return inside ? ACTIVITY_CERTAIN : ACTIVITY_POSSIBLE;
}

enum activity activity_of_beginning(const struct date *start, struct window window)
{
    struct date_span span;
    set_begin(&span, start);
    if (span.begin_first == DAY_MIN || span.begin_first > window.last ||
        span.begin_last < window.first)
        return ACTIVITY_NONE;
    const bool inside = span.begin_first >= window.first && span.begin_last <= window.last;
    return inside ? ACTIVITY_CERTAIN : ACTIVITY_POSSIBLE;
}
