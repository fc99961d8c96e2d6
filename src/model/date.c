/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How simple dates make up a date.  A set is one day that is not known better: its bounds are
 * those of its members together.  An interval keeps what is known of its beginning apart from
 * what is known of its end.
 */
#include "model/date.h"

#include <stdint.h>
#include <string.h>

#include "model/date_part.h"

/*
 * Days are counted in eras of 400 years that begin on 1 March of year 0, so that the leap day
 * is the last of its year (Hinnant 2013, "chrono-compatible low-level date algorithms").
 */
#define ERA_YEARS 400
#define ERA_DAYS 146097
#define EPOCH_DAYS 719468 /* from 0000-03-01 to 1970-01-01 */

static int64_t floor_divide(int64_t number, int64_t divisor)
{
    return (number >= 0 ? number : number - divisor + 1) / divisor;
}

day_number day_from_civil(int year, int month, int day)
{
    const int64_t march_year = month <= 2 ? (int64_t)year - 1 : year;
    const int64_t era = floor_divide(march_year, ERA_YEARS);
    const int64_t year_of_era = march_year - era * ERA_YEARS;
    const int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    const int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (day_number)(era * ERA_DAYS + day_of_era - EPOCH_DAYS);
}

void day_to_civil(day_number day, int *year, int *month, int *dayofmonth)
{
    const int64_t shifted = (int64_t)day + EPOCH_DAYS;
    const int64_t era = floor_divide(shifted, ERA_DAYS);
    const int64_t day_of_era = shifted - era * ERA_DAYS;
    const int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t march_month = (5 * day_of_year + 2) / 153;
    *dayofmonth = (int)(day_of_year - (153 * march_month + 2) / 5 + 1);
    *month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    *year = (int)(year_of_era + era * ERA_YEARS + (*month <= 2));
}

struct date date_unknown(void)
{
    return (struct date){.state = DATE_UNKNOWN,
                         .earliest = DAY_MIN,
                         .latest = DAY_MAX,
                         .begins_by = DAY_MAX,
                         .ends_from = DAY_MIN};
}

static bool fail(const char *why, const char *where, const char **reason, const char **at)
{
    *reason = why;
    *at = where;
    return false;
}

static bool has_byte(struct text text, char byte)
{
    return text.length > 0 && memchr(text.at, byte, text.length) != NULL;
}

static void add_qualifiers(struct date *date, const struct date_part *part)
{
    date->uncertain |= part->uncertain;
    date->approximate |= part->approximate;
}

static bool parse_single(struct text text, struct date *date, const char **reason, const char **at)
{
    struct date_part part;
    if (!date_part_parse(text, &part, reason, at))
        return false;
    date->earliest = date->ends_from = part.earliest;
    date->latest = date->begins_by = part.latest;
    add_qualifiers(date, &part);
    return true;
}

static bool parse_interval(struct text text, struct date *date, const char **reason,
                           const char **at)
{
    struct text sides[2];
    date_part_split(text, "/", &sides[0], &sides[1]);
    if (has_byte(sides[1], '/'))
        return fail("an interval has one '/'", sides[1].at, reason, at);
    struct date_part from;
    struct date_part to;
    if (!date_part_parse(sides[0], &from, reason, at) ||
        !date_part_parse(sides[1], &to, reason, at))
        return false;
    if (from.state != DATE_KNOWN && to.state != DATE_KNOWN)
        return fail("an interval has at least one date", text.at, reason, at);
    if (to.latest < from.earliest)
        return fail("the interval ends before it starts", sides[1].at, reason, at);

    date->interval = true;
    date->earliest = from.earliest;
    date->latest = to.latest;
    date->begins_by = from.state == DATE_OPEN ? DAY_MIN : from.latest;
    date->ends_from = to.state == DATE_OPEN ? DAY_MAX : to.earliest;
    if (date->begins_by > date->latest)
        date->begins_by = date->latest;
    if (date->ends_from < date->earliest)
        date->ends_from = date->earliest;
    add_qualifiers(date, &from);
    add_qualifiers(date, &to);
    return true;
}

/* A member is a date, "a..b", "..b" or "a..". */
static bool parse_member(struct text member, struct date *date, const char **reason,
                         const char **at)
{
    struct text sides[2];
    if (!date_part_split(member, "..", &sides[0], &sides[1]))
        sides[1] = sides[0];
    if (sides[0].length == 0 && sides[1].length == 0)
        return fail("a date is missing in the set", member.at, reason, at);
    if (text_equal_string(sides[1], ".."))
        return fail("unexpected character", sides[1].at, reason, at);
    struct date_part from;
    struct date_part to;
    if (!date_part_parse(sides[0], &from, reason, at) ||
        !date_part_parse(sides[1], &to, reason, at))
        return false;
    if (to.latest < from.earliest)
        return fail("the range ends before it starts", sides[1].at, reason, at);
    if (from.earliest < date->earliest)
        date->earliest = from.earliest;
    if (to.latest > date->latest)
        date->latest = to.latest;
    add_qualifiers(date, &from);
    add_qualifiers(date, &to);
    return true;
}

static bool parse_set(struct text text, struct date *date, const char **reason, const char **at)
{
    if (text.at[text.length - 1] != ']')
        return fail("the set is not closed, ']' is missing", text.at, reason, at);
    struct text rest = {text.at + 1, text.length - 2};
    if (rest.length == 0)
        return fail("a date is missing in the set", text.at, reason, at);
    date->earliest = DAY_MAX;
    date->latest = DAY_MIN;
    struct text member;
    while (text_next_piece(&rest, ',', &member)) {
        member = text_trim(member);
        if (member.length == 0)
            return fail("a date is missing in the set", text.at, reason, at);
        if (!parse_member(member, date, reason, at))
            return false;
    }
    date->begins_by = date->latest;
    date->ends_from = date->earliest;
    return true;
}

static bool parse_known(struct text text, struct date *date, const char **reason, const char **at)
{
    date->state = DATE_KNOWN;
    if (text.at[0] == '{')
        return fail("'{ }' means all of several dates: write one row for each", text.at, reason,
                    at);
    if (text.at[0] == '[')
        return parse_set(text, date, reason, at);
    if (has_byte(text, '/'))
        return parse_interval(text, date, reason, at);
    return parse_single(text, date, reason, at);
}

bool date_parse(struct text text, struct date *date, const char **reason, size_t *offset)
{
    *date = date_unknown();
    date->text = text;
    if (text.length == 0)
        return true;
    if (text_equal_string(text, "..")) {
        date->state = DATE_OPEN;
        return true;
    }
    const char *at = text.at;
    if (parse_known(text, date, reason, &at))
        return true;
    *offset = (size_t)(at - text.at);
    *date = date_unknown();
    date->text = text;
    return false;
}

struct window window_all(void)
{
    return (struct window){.first = DAY_MIN, .last = DAY_MAX};
}

static bool parse_side(struct text text, struct date_part *part, const char **reason)
{
    const char *at;
    if (text.length > 0 && (text.at[0] == '[' || text.at[0] == '{'))
        return fail("a window has no sets", text.at, reason, &at);
    if (!date_part_parse(text, part, reason, &at))
        return false;
    if (part->state == DATE_UNKNOWN)
        return fail("an open side of a window is written '..'", text.at, reason, &at);
    if (part->uncertain || part->approximate)
        return fail("a window is exact: no '?', '~' or '%'", text.at, reason, &at);
    return true;
}

bool window_parse(struct text text, struct window *window, const char **reason)
{
    *window = window_all();
    window->text = text;
    if (text.length == 0)
        return true;
    struct text sides[2];
    if (!date_part_split(text, "/", &sides[0], &sides[1]))
        sides[1] = sides[0];
    struct date_part from;
    struct date_part to;
    if (!parse_side(sides[0], &from, reason) || !parse_side(sides[1], &to, reason))
        return false;
    if (to.latest < from.earliest) {
        *reason = "the window ends before it starts";
        return false;
    }
    window->first = from.earliest;
    window->last = to.latest;
    return true;
}
