/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A date with unspecified digits means every existing day that fits the digits; its bounds are
 * found by trying years, months and days from either side.
 */
#include "model/date_part.h"

#include <stdlib.h>
#include <string.h>

/* Year, month and day with the digits they have. */
static const struct {
    size_t width;
    const char *reason; /* when the digits are not there */
} components[] = {
    {4, "years are written with four digits, 0000 to 9999"},
    {2, "months are written with two digits"},
    {2, "days are written with two digits"},
};

struct cursor {
    const char *at;
    const char *end;
    const char **reason;
    const char **fault;
};

static bool fail(const struct cursor *cursor, const char *reason)
{
    *cursor->reason = reason;
    *cursor->fault = cursor->at;
    return false;
}

/* One of ? ~ %, if there is one; it speaks of the whole date wherever it stands. */
static void read_qualifier(struct cursor *cursor, struct date_part *part)
{
    const char mark = cursor->at < cursor->end ? *cursor->at : '\0';
    if (mark != '?' && mark != '~' && mark != '%')
        return;
    part->uncertain |= mark != '~';
    part->approximate |= mark != '?';
    cursor->at++;
}

static bool is_digit_or_unspecified(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == 'X';
}

static bool read_digits(struct cursor *cursor, size_t component, char *digits)
{
    const size_t width = components[component].width;
    const char *start = cursor->at;
    while (cursor->at < cursor->end && is_digit_or_unspecified(*cursor->at))
        cursor->at++;
    const char next = cursor->at < cursor->end ? *cursor->at : '\0';
    if (next == 'x' || next == 'u')
        return fail(cursor, "unspecified digits are written X");
    if ((size_t)(cursor->at - start) != width) {
        cursor->at = start;
        return fail(cursor, components[component].reason);
    }
    memcpy(digits, start, width);
    digits[width] = '\0';
    return true;
}

static bool read_separator(struct cursor *cursor, size_t component)
{
    if (*cursor->at == 'T' || *cursor->at == ' ')
        return fail(cursor, "times of day are not read");
    if (*cursor->at != '-' || component == 2)
        return fail(cursor, "unexpected character");
    cursor->at++;
    return true;
}

static bool read_components(struct cursor *cursor, struct date_part *part)
{
    char *const digits[] = {part->year, part->month, part->day};
    for (size_t i = 0; i < 3; i++) {
        read_qualifier(cursor, part);
        if (!read_digits(cursor, i, digits[i]))
            return false;
        read_qualifier(cursor, part);
        if (cursor->at == cursor->end)
            return true;
        if (!read_separator(cursor, i))
            return false;
    }
    return true;
}

bool date_part_is_written(const char *digits)
{
    return *digits != '\0' && strchr(digits, 'X') == NULL;
}

int date_part_season(const struct date_part *part)
{
    const int month = date_part_is_written(part->month) ? atoi(part->month) : 0;
    return month >= SEASON_FIRST && month <= SEASON_LAST ? month : 0;
}

/* Could the number be meant by the digits?  Nothing written fits everything. */
static bool fits(const char *digits, int number)
{
    for (size_t i = strlen(digits); i-- > 0; number /= 10)
        if (digits[i] != 'X' && digits[i] - '0' != number % 10)
            return false;
    return true;
}

static int days_in_month(int year, int month)
{
    const int next_year = month == 12 ? year + 1 : year;
    return day_from_civil(next_year, month % 12 + 1, 1) - day_from_civil(year, month, 1);
}

/* The numbers that may be meant, tried from the first or from the last. */
struct trial {
    int number;
    int stop; /* one behind the last to try */
    int step;
};

static struct trial try_range(int low, int high, bool forward)
{
    return forward ? (struct trial){low, high + 1, 1} : (struct trial){high, low - 1, -1};
}

static bool find_in_month(const struct date_part *part, int year, int month, bool first,
                          day_number *day)
{
    struct trial days = try_range(1, days_in_month(year, month), first);
    for (; days.number != days.stop; days.number += days.step) {
        if (fits(part->day, days.number)) {
            *day = day_from_civil(year, month, days.number);
            return true;
        }
    }
    return false;
}

static bool find_in_year(const struct date_part *part, int year, bool first, day_number *day)
{
    struct trial months = try_range(1, 12, first);
    for (; months.number != months.stop; months.number += months.step)
        if (fits(part->month, months.number) &&
            find_in_month(part, year, months.number, first, day))
            return true;
    return false;
}

/* Winter begins in December of its year and ends with February of the next. */
static day_number find_in_season(int season, int year, bool first)
{
    const int month = (season - SEASON_FIRST) * 3 + 3;
    if (first)
        return day_from_civil(year, month, 1);
    return (month == 12 ? day_from_civil(year + 1, 3, 1) : day_from_civil(year, month + 3, 1)) - 1;
}

/* The first or the last day that the digits can mean; false when there is none. */
static bool find_day(const struct date_part *part, bool first, day_number *day)
{
    const int season = date_part_season(part);
    /* A year that is written out is the only one to try. */
    const bool written = date_part_is_written(part->year);
    const int year = written ? atoi(part->year) : 0;
    struct trial years = try_range(year, written ? year : 9999, first);
    for (; years.number != years.stop; years.number += years.step) {
        if (!fits(part->year, years.number))
            continue;
        if (season != 0) {
            *day = find_in_season(season, years.number, first);
            return true;
        }
        if (find_in_year(part, years.number, first, day))
            return true;
    }
    return false;
}

static bool fits_any(const char *digits, int low, int high)
{
    for (int number = low; number <= high; number++)
        if (fits(digits, number))
            return true;
    return false;
}

/* Why no day fits the digits. */
static const char *explain(const struct date_part *part)
{
    const bool february = strcmp(part->month, "02") == 0;
    if (!fits_any(part->month, 1, 12))
        return "this month does not exist (01 to 12, or seasons 21 to 24)";
    if (!fits_any(part->day, 1, 31))
        return "this day does not exist (01 to 31)";
    if (february && strcmp(part->day, "29") == 0)
        return "this year has no 29 February";
    return february ? "February has no such day" : "this month has only 30 days";
}

static bool set_bounds(struct date_part *part, const struct cursor *cursor)
{
    if (date_part_season(part) != 0 && part->day[0] != '\0')
        return fail(cursor, "a season has no days");
    if (!find_day(part, true, &part->earliest))
        return fail(cursor, explain(part));
    find_day(part, false, &part->latest);
    return true;
}

/* The same day some months later or earlier, or the last day of a shorter month. */
static day_number shift_months(day_number day, int months)
{
    int year;
    int month;
    int dayofmonth;
    day_to_civil(day, &year, &month, &dayofmonth);
    const int count = (year + 20000) * 12 + month - 1 + months; /* kept positive */
    const int new_year = count / 12 - 20000;
    const int new_month = count % 12 + 1;
    const int most = days_in_month(new_year, new_month);
    return day_from_civil(new_year, new_month, dayofmonth < most ? dayofmonth : most);
}

/* Months in one unit of the date's precision, the smallest part written in full; 0 for a day. */
static int unit_months(const struct date_part *part)
{
    if (date_part_season(part) != 0)
        return 3;
    int months = 12;
    for (size_t i = strlen(part->year); i-- > 0 && part->year[i] == 'X';)
        months *= 10;
    if (months > 12 || !date_part_is_written(part->month))
        return months;
    return date_part_is_written(part->day) ? 0 : 1;
}

/* One unit on both sides.  The day behind the last is shifted, so that month ends stay ends. */
static void widen(struct date_part *part)
{
    const int months = unit_months(part);
    if (months == 0) {
        part->earliest--;
        part->latest++;
        return;
    }
    part->earliest = shift_months(part->earliest, -months);
    part->latest = shift_months(part->latest + 1, months) - 1;
}

bool date_part_parse(struct text text, struct date_part *part, const char **reason, const char **at)
{
    *part = (struct date_part){.earliest = DAY_MIN, .latest = DAY_MAX};
    if (text.length == 0)
        return true;
    if (text_equal_string(text, "..")) {
        part->state = DATE_OPEN;
        return true;
    }
    struct cursor cursor = {text.at, text.at + text.length, reason, at};
    if (!read_components(&cursor, part))
        return false;
    cursor.at = text.at;
    if (!set_bounds(part, &cursor))
        return false;
    part->state = DATE_KNOWN;
    if (part->uncertain || part->approximate)
        widen(part);
    return true;
}

bool date_part_split(struct text text, const char *separator, struct text *from, struct text *to)
{
    const size_t width = strlen(separator);
    for (size_t i = 0; i + width <= text.length; i++) {
        if (memcmp(text.at + i, separator, width) != 0)
            continue;
        *from = (struct text){text.at, i};
        *to = (struct text){text.at + i + width, text.length - i - width};
        return true;
    }
    *from = text;
    return false;
}
