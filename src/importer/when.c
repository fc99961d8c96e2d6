/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/when.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "model/date.h"

#define PARTS 3

static const char *const months[] = {"january",   "february", "march",    "april",
                                     "may",       "june",     "july",     "august",
                                     "september", "october",  "november", "december"};

const char *when_style_example(enum when_style style)
{
    static const char *const examples[WHEN_STYLES] = {
        [WHEN_EMPTY] = "(empty)",
        [WHEN_EDTF] = "2014-03-25",
        [WHEN_STAMP] = "2014-03-25 00:00:00",
        [WHEN_COMPACT] = "20140325",
        [WHEN_NUMBERED] = "25/03/2014",
        [WHEN_WORDED] = "25 March 2014",
        [WHEN_OPEN] = "ongoing",
    };
    return examples[style];
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* One piece of a date: digits or a month's name. */
struct part {
    long number;
    size_t digits; /* 0 = a name */
};

/* 1 to 12 of "Mar", "Sept" or "March"; 0 when it is no month. */
static long month_of(struct text word)
{
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (word.length >= 3 && word.length <= strlen(months[i]) &&
            strncasecmp(word.at, months[i], word.length) == 0)
            return (long)i + 1;
    return 0;
}

static bool read_part(struct text text, size_t *at, struct part *part)
{
    const size_t start = *at;
    *part = (struct part){0};
    while (*at < text.length && is_digit(text.at[*at]) && part->digits < 9) {
        part->number = part->number * 10 + (text.at[(*at)++] - '0');
        part->digits++;
    }
    if (part->digits > 0)
        return true;
    while (*at < text.length && is_letter(text.at[*at]))
        (*at)++;
    part->number = month_of((struct text){text.at + start, *at - start});
    return part->number > 0;
}

/* Up to three parts with signs between them; 0 when there is anything else. */
static size_t read_parts(struct text text, struct part parts[PARTS])
{
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        if (count == PARTS || !read_part(text, &at, &parts[count++]))
            return 0;
        while (at < text.length && memchr("/.- ,", text.at[at], 5) != NULL)
            at++;
    }
    return count;
}

/* Two digits of a year: 70 to 99 are of the last century. */
static long whole_year(struct part part)
{
    if (part.digits > 2)
        return part.number;
    return part.number + (part.number < 70 ? 2000 : 1900);
}

bool when_from_numbers(long year, long month, long day, struct when *when)
{
    when->text[0] = '\0';
    if (year <= 0)
        return true;
    if (year > 9999 || month > 12 || day > 31)
        return false;
    int length = snprintf(when->text, sizeof when->text, "%04ld", year);
    if (month > 0)
        length +=
            snprintf(when->text + length, sizeof when->text - (size_t)length, "-%02ld", month);
    if (month > 0 && day > 0)
        snprintf(when->text + length, sizeof when->text - (size_t)length, "-%02ld", day);
    struct date date;
    const char *reason = NULL;
    size_t offset = 0;
    if (date_parse(text_from(when->text), &date, &reason, &offset))
        return true;
    when->text[0] = '\0';
    return false;
}

/* One of two days. */
static bool write_either(long year, long first, long second, struct when *when)
{
    struct when one;
    struct when other;
    if (first == second || year <= 0 || first == 0 || second == 0)
        return when_from_numbers(year, second, first, when);
    if (!when_from_numbers(year, first < second ? first : second, first < second ? second : first,
                           &one) ||
        !when_from_numbers(year, first < second ? second : first, first < second ? first : second,
                           &other))
        return false;
    when->ambiguous = true;
    snprintf(when->text, sizeof when->text, "[%.10s,%.10s]", one.text, other.text);
    return true;
}

/* Day and month, whichever is first, and the year behind. */
static bool write_numbered(const struct part parts[PARTS], enum when_order order, struct when *when)
{
    const long first = parts[0].number;
    const long second = parts[1].number;
    const long year = whole_year(parts[2]);
    if (first > 12 || (order == WHEN_DAY_FIRST && second <= 12))
        return when_from_numbers(year, second, first, when);
    if (second > 12 || order == WHEN_MONTH_FIRST)
        return when_from_numbers(year, first, second, when);
    return write_either(year, first, second, when);
}

/* A month by name, and day and year by their places: the year is behind, or has four digits. */
static bool write_worded(const struct part *parts, size_t count, struct when *when)
{
    size_t name = 0;
    while (name < count && parts[name].digits > 0)
        name++;
    const long month = parts[name].number;
    if (count == 2)
        return name == 0 ? when_from_numbers(whole_year(parts[1]), month, 0, when)
                         : when_from_numbers(whole_year(parts[0]), month, 0, when);
    const struct part *first = &parts[name == 0 ? 1 : 0];
    const struct part *last = &parts[name == 2 ? 1 : 2];
    const bool year_first = first->digits > 2;
    const struct part *year = year_first ? first : last;
    const struct part *day = year_first ? last : first;
    return day->digits > 0 && day->digits <= 2 && year->digits > 0 &&
           when_from_numbers(whole_year(*year), month, day->number, when);
}

static bool is_word(struct text text, const char *word)
{
    return text.length == strlen(word) && strncasecmp(text.at, word, text.length) == 0;
}

static bool is_open(struct text text)
{
    static const char *const words[] = {"..", "ongoing", "present", "now", "current"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i]))
            return true;
    return false;
}

static bool is_unknown(struct text text)
{
    static const char *const words[] = {"NA", "N/A", "unknown", "null", "none", "-", "?", "-9"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i]))
            return true;
    return text.length == 0;
}

static bool is_edtf(struct text text)
{
    struct date date;
    const char *reason = NULL;
    size_t offset = 0;
    return text.length < WHEN_SIZE && date_parse(text, &date, &reason, &offset);
}

/* The day of "2014-03-05 00:00:00.000" or "2014-03-05T00:00Z". */
static struct text cut_time(struct text text)
{
    for (size_t i = 8; i + 2 < text.length; i++)
        if ((text.at[i] == 'T' || text.at[i] == ' ') && is_digit(text.at[i + 1]) &&
            memchr(text.at + i, ':', text.length - i) != NULL)
            return (struct text){text.at, i};
    return text;
}

static bool has_separator(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (memchr("/.- ,", text.at[i], 5) != NULL)
            return true;
    return false;
}

static bool read_written(struct text text, enum when_order order, struct when *when)
{
    struct part parts[PARTS];
    const size_t count = read_parts(text, parts);
    if (count == 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (parts[i].digits == 0) {
            when->style = WHEN_WORDED;
            return count >= 2 && write_worded(parts, count, when);
        }
    if (count == 1 && parts[0].digits == 8) {
        when->style = WHEN_COMPACT;
        return when_from_numbers(parts[0].number / 10000, parts[0].number / 100 % 100,
                                 parts[0].number % 100, when);
    }
    when->style = WHEN_NUMBERED;
    if (count == 1 && parts[0].digits == 4)
        return when_from_numbers(parts[0].number, 0, 0, when); /* 0000 */
    if (parts[0].digits == 4 && has_separator(text)) {
        when->style = memchr(text.at, '-', text.length) != NULL ? WHEN_EDTF : WHEN_NUMBERED;
        return when_from_numbers(parts[0].number, count > 1 ? parts[1].number : 0,
                                 count > 2 ? parts[2].number : 0, when);
    }
    if (count == 2 && parts[1].digits == 4)
        return when_from_numbers(parts[1].number, parts[0].number, 0, when);
    return count == PARTS && parts[2].digits != 3 && write_numbered(parts, order, when);
}

bool when_read(struct text text, enum when_order order, struct when *when)
{
    *when = (struct when){0};
    text = text_trim(text);
    if (is_unknown(text))
        return true;
    const struct text day = cut_time(text);
    when->style = is_open(text) ? WHEN_OPEN : day.length < text.length ? WHEN_STAMP : WHEN_EDTF;
    if (text_starts_with(day, "0000"))
        return true; /* no year is known, so nothing is */
    if (when->style == WHEN_OPEN || is_edtf(day)) {
        const struct text written = when->style == WHEN_OPEN ? TEXT("..") : day;
        snprintf(when->text, sizeof when->text, TEXT_FORMAT, TEXT_PARTS(written));
        return true;
    }
    return read_written(day, order, when);
}

enum when_order when_order_shown(struct text text)
{
    struct part parts[PARTS];
    text = cut_time(text_trim(text));
    if (read_parts(text, parts) != PARTS || parts[0].digits > 2 || parts[0].digits == 0 ||
        parts[1].digits == 0)
        return WHEN_UNKNOWN;
    if (parts[0].number > 12 && parts[1].number <= 12)
        return WHEN_DAY_FIRST;
    if (parts[1].number > 12 && parts[0].number <= 12)
        return WHEN_MONTH_FIRST;
    return WHEN_UNKNOWN;
}
