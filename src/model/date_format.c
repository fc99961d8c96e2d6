/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Dates for readers.  The short form stays close to what was coded; the words say what it
 * means.  What both sides of a range share is said once, as long as neither is uncertain.
 */
#include "model/date.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "model/date_part.h"

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

static const char *const season_names[] = {"spring", "summer", "autumn", "winter"};

/* How a date is written: the short form and the words differ in these alone. */
struct style {
    void (*add_part)(struct buffer *, const struct date_part *);
    void (*add_pair)(struct buffer *, const struct date_part *from, const char *joint,
                     const struct date_part *to);
    const char *open;            /* the date ".." */
    const char *unknown;         /* the empty date */
    const char *interval_before; /* "from June" */
    const char *interval_joint;  /* "from June to July" */
    const char *set_before;      /* "between June" */
    const char *set_joint;       /* "between June and July" */
    const char *later_before;    /* a set that is open at the end: "in or after June" */
    const char *unknown_side;    /* of an interval */
};

/* How far the date is written in full: 1 a year, 2 a month, 3 a day; 0 for anything else. */
static int precision(const struct date_part *part)
{
    if (!date_part_is_written(part->year) || date_part_season(part) != 0)
        return 0;
    const bool month = date_part_is_written(part->month);
    const bool day = date_part_is_written(part->day);
    const bool no_month = part->month[0] == '\0' || strcmp(part->month, "XX") == 0;
    const bool no_day = part->day[0] == '\0' || strcmp(part->day, "XX") == 0;
    if (no_month && no_day)
        return 1;
    if (month && no_day)
        return 2;
    return month && day ? 3 : 0;
}

static bool is_decade(const struct date_part *part)
{
    return part->month[0] == '\0' && part->year[2] != 'X' && part->year[3] == 'X';
}

/* The digits as coded, for what has no better form: "20XX", "2014-1X". */
static void add_digits(struct buffer *buffer, const struct date_part *part)
{
    buffer_add_string(buffer, part->year);
    if (part->month[0] != '\0')
        buffer_add_format(buffer, "-%s", part->month);
    if (part->day[0] != '\0')
        buffer_add_format(buffer, "-%s", part->day);
}

static void add_short_core(struct buffer *buffer, const struct date_part *part)
{
    const int season = date_part_season(part);
    const int level = precision(part);
    if (season != 0)
        buffer_add_format(buffer, "%s %s", season_names[season - SEASON_FIRST], part->year);
    else if (is_decade(part))
        buffer_add_format(buffer, "%.3s0s", part->year);
    else if (level == 0)
        add_digits(buffer, part);
    else if (level == 1)
        buffer_add_string(buffer, part->year);
    else if (level == 2)
        buffer_add_format(buffer, "%s-%s", part->year, part->month);
    else
        buffer_add_format(buffer, "%s-%s-%s", part->year, part->month, part->day);
}

static void add_short_part(struct buffer *buffer, const struct date_part *part)
{
    buffer_add_string(buffer, part->approximate ? "~" : "");
    add_short_core(buffer, part);
    buffer_add_string(buffer, part->uncertain ? "?" : "");
}

static const char *month_name(const struct date_part *part)
{
    return month_names[atoi(part->month) - 1];
}

static void add_season_words(struct buffer *buffer, const struct date_part *part)
{
    const int season = date_part_season(part);
    buffer_add_format(buffer, "%s %s", season_names[season - SEASON_FIRST], part->year);
    if (season == SEASON_LAST && date_part_is_written(part->year))
        buffer_add_format(buffer, "/%02d", (atoi(part->year) + 1) % 100);
}

static void add_core_words(struct buffer *buffer, const struct date_part *part)
{
    const int level = precision(part);
    if (date_part_season(part) != 0)
        add_season_words(buffer, part);
    else if (is_decade(part))
        buffer_add_format(buffer, "the %.3s0s", part->year);
    else if (level == 0)
        add_digits(buffer, part);
    else if (level == 1)
        buffer_add_string(buffer, part->year);
    else if (level == 2)
        buffer_add_format(buffer, "%s %s", month_name(part), part->year);
    else
        buffer_add_format(buffer, "%d %s %s", atoi(part->day), month_name(part), part->year);
}

static void add_part_words(struct buffer *buffer, const struct date_part *part)
{
    buffer_add_string(buffer, part->approximate ? "about " : "");
    add_core_words(buffer, part);
    buffer_add_string(buffer, part->uncertain ? " (uncertain)" : "");
}

/* How far two exact dates of one precision agree: 0 not at all, 1 the year, 2 the month too. */
static int agreement(const struct date_part *from, const struct date_part *to)
{
    const bool exact = !from->uncertain && !from->approximate && !to->uncertain && !to->approximate;
    const int level = precision(from);
    if (!exact || level < 2 || precision(to) != level || strcmp(from->year, to->year) != 0)
        return 0;
    return level == 3 && strcmp(from->month, to->month) == 0 ? 2 : 1;
}

static void add_short_pair(struct buffer *buffer, const struct date_part *from, const char *joint,
                           const struct date_part *to)
{
    const int shared = agreement(from, to);
    add_short_part(buffer, from);
    buffer_add_string(buffer, joint);
    if (shared == 0)
        add_short_part(buffer, to);
    else if (shared == 2)
        buffer_add_string(buffer, to->day);
    else if (precision(to) == 2)
        buffer_add_string(buffer, to->month);
    else
        buffer_add_format(buffer, "%s-%s", to->month, to->day);
}

static void add_pair_words(struct buffer *buffer, const struct date_part *from, const char *joint,
                           const struct date_part *to)
{
    const int shared = agreement(from, to);
    if (shared == 0)
        add_part_words(buffer, from);
    else if (shared == 2)
        buffer_add_format(buffer, "%d", atoi(from->day));
    else if (precision(from) == 2)
        buffer_add_string(buffer, month_name(from));
    else
        buffer_add_format(buffer, "%d %s", atoi(from->day), month_name(from));
    buffer_add_string(buffer, joint);
    add_part_words(buffer, to);
}

static const struct style short_style = {
    .add_part = add_short_part,
    .add_pair = add_short_pair,
    .open = "ongoing",
    .unknown = "",
    .interval_before = "",
    .interval_joint = "..",
    .set_before = "",
    .set_joint = "..",
    .later_before = "from ",
    .unknown_side = "?",
};

static const struct style word_style = {
    .add_part = add_part_words,
    .add_pair = add_pair_words,
    .open = "still so",
    .unknown = "unknown",
    .interval_before = "from ",
    .interval_joint = " to ",
    .set_before = "between ",
    .set_joint = " and ",
    .later_before = "in or after ",
    .unknown_side = "an unknown date",
};

/* Texts come from dates that were read, so reading a piece again cannot fail. */
static struct date_part read_part(struct text text)
{
    struct date_part part;
    const char *reason;
    const char *at;
    date_part_parse(text, &part, &reason, &at);
    return part;
}

static void add_interval(struct buffer *buffer, const struct style *style, struct text from_text,
                         struct text to_text)
{
    const struct date_part from = read_part(from_text);
    const struct date_part to = read_part(to_text);
    if (to.state == DATE_OPEN) {
        buffer_add_string(buffer, "since ");
        style->add_part(buffer, &from);
    } else if (from.state == DATE_OPEN) {
        buffer_add_string(buffer, "until ");
        style->add_part(buffer, &to);
    } else if (from.state == DATE_UNKNOWN) {
        buffer_add_format(buffer, "%s%s%s", style->interval_before, style->unknown_side,
                          style->interval_joint);
        style->add_part(buffer, &to);
    } else if (to.state == DATE_UNKNOWN) {
        buffer_add_string(buffer, style->interval_before);
        style->add_part(buffer, &from);
        buffer_add_format(buffer, "%s%s", style->interval_joint, style->unknown_side);
    } else {
        buffer_add_string(buffer, style->interval_before);
        style->add_pair(buffer, &from, style->interval_joint, &to);
    }
}

static void add_member(struct buffer *buffer, const struct style *style, struct text member)
{
    struct text sides[2];
    if (!date_part_split(member, "..", &sides[0], &sides[1])) {
        const struct date_part part = read_part(member);
        style->add_part(buffer, &part);
        return;
    }
    const struct date_part from = read_part(sides[0]);
    const struct date_part to = read_part(sides[1]);
    if (from.state != DATE_KNOWN) {
        buffer_add_string(buffer, "by ");
        style->add_part(buffer, &to);
    } else if (to.state != DATE_KNOWN) {
        buffer_add_string(buffer, style->later_before);
        style->add_part(buffer, &from);
    } else {
        buffer_add_string(buffer, style->set_before);
        style->add_pair(buffer, &from, style->set_joint, &to);
    }
}

static void add_set(struct buffer *buffer, const struct style *style, struct text text)
{
    struct text rest = {text.at + 1, text.length - 2};
    struct text member;
    for (bool first = true; text_next_piece(&rest, ',', &member); first = false) {
        buffer_add_string(buffer, first ? "" : " or ");
        add_member(buffer, style, text_trim(member));
    }
}

static void add_date(struct buffer *buffer, const struct style *style, const struct date *date)
{
    struct text sides[2];
    if (date->state == DATE_UNKNOWN)
        buffer_add_string(buffer, style->unknown);
    else if (date->state == DATE_OPEN)
        buffer_add_string(buffer, style->open);
    else if (text_starts_with(date->text, "["))
        add_set(buffer, style, date->text);
    else if (date_part_split(date->text, "/", &sides[0], &sides[1]))
        add_interval(buffer, style, sides[0], sides[1]);
    else
        add_member(buffer, style, date->text);
}

/* All of it is ASCII, so it can be cut anywhere. */
static void format_date(const struct date *date, const struct style *style, char *text, size_t size)
{
    if (size == 0)
        return;
    struct buffer buffer = {0};
    add_date(&buffer, style, date);
    const size_t length = buffer.length < size ? buffer.length : size - 1;
    if (length > 0)
        memcpy(text, buffer.at, length);
    text[length] = '\0';
    buffer_release(&buffer);
}

void date_format_short(const struct date *date, char *text, size_t size)
{
    format_date(date, &short_style, text, size);
}

void date_format_words(const struct date *date, char *text, size_t size)
{
    format_date(date, &word_style, text, size);
}
