/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads three lines as start, end and window, and checks what must hold for any text: bounds
 * in order, forms that fit their room, and more activity in a wider window than in a narrow one.
 */
#include "model/date.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_bounds(const struct date *date)
{
    require(date->earliest <= date->latest);
    if (date->state != DATE_KNOWN)
        return;
    require(date->earliest <= date->begins_by && date->begins_by <= date->latest);
    require(date->earliest <= date->ends_from);
    require(date->ends_from <= date->latest);
}

/* However little room there is, the form is cut, ends with a NUL and nothing lies behind it. */
static void check_forms(const struct date *date)
{
    char whole[200];
    char cut[200];
    void (*const formats[])(const struct date *, char *, size_t) = {date_format_short,
                                                                    date_format_words};
    for (size_t i = 0; i < 2; i++) {
        formats[i](date, whole, sizeof whole);
        const size_t room = strlen(whole) / 2 + 1;
        memset(cut, '#', sizeof cut);
        formats[i](date, cut, room);
        require(strlen(cut) == room - 1 && cut[room] == '#');
        require(memcmp(cut, whole, room - 1) == 0);
    }
}

static struct date read_date(struct text text)
{
    struct date date;
    const char *reason = NULL;
    size_t offset = SIZE_MAX;
    if (date_parse(text, &date, &reason, &offset))
        check_forms(&date);
    else
        require(reason != NULL && offset <= text.length && date.state == DATE_UNKNOWN);
    check_bounds(&date);
    return date;
}

static struct window read_window(struct text text)
{
    struct window window;
    const char *reason = NULL;
    if (!window_parse(text, &window, &reason)) {
        require(reason != NULL);
        return window_all();
    }
    require(window.first <= window.last);
    return window;
}

static void check_activity(const struct date *start, const struct date *end, struct window window)
{
    const struct window all = window_all();
    require(activity_of_state(start, end, window) <= activity_of_state(start, end, all));
    require(activity_of_event(start, end, window) <= activity_of_event(start, end, all));
    const struct date unknown = date_unknown();
    require(activity_of_event(start, &unknown, all) == ACTIVITY_CERTAIN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text rest = {(const char *)data, size};
    struct text lines[3] = {{0}, {0}, {0}};
    for (size_t i = 0; i < 3 && text_next_piece(&rest, '\n', &lines[i]); i++)
        continue;
    const struct date start = read_date(lines[0]);
    const struct date end = read_date(lines[1]);
    check_activity(&start, &end, read_window(lines[2]));
    return 0;
}
