/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct date read_date(const char *text)
{
    struct date date;
    const char *reason = "";
    size_t offset = 0;
    if (!date_parse(text_from(text), &date, &reason, &offset))
        fail_msg("'%s': %s", text, reason);
    return date;
}

static struct window read_window(const char *text)
{
    struct window window;
    const char *reason = "";
    if (!window_parse(text_from(text), &window, &reason))
        fail_msg("'%s': %s", text, reason);
    return window;
}

struct activity_case {
    const char *start;
    const char *end;
    const char *window;
    enum activity expected;
};

typedef enum activity (*activity_function)(const struct date *, const struct date *, struct window);

static void expect(activity_function judge, const struct activity_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct date start = read_date(cases[i].start);
        const struct date end = read_date(cases[i].end);
        const enum activity activity = judge(&start, &end, read_window(cases[i].window));
        if (activity != cases[i].expected)
            fail_msg("'%s' to '%s' in '%s': %d", cases[i].start, cases[i].end, cases[i].window,
                     (int)activity);
    }
}

static void test_a_state_with_both_dates_is_certain_between_them(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2014-06", "2014-10", "2014-08", ACTIVITY_CERTAIN},
        {"2014-06", "2014-10", "2014-06", ACTIVITY_CERTAIN},
        {"2014-06", "2014-10", "2014-06-15", ACTIVITY_POSSIBLE}, /* it may begin on the 20th */
        {"2014-06", "2014-10", "2014-06-30", ACTIVITY_CERTAIN},
        {"2014-06", "2014-10", "2014-10-01", ACTIVITY_CERTAIN},
        {"2014-06", "2014-10", "2014-10-02", ACTIVITY_POSSIBLE},
        {"2014-06", "2014-10", "2014-05-31", ACTIVITY_NONE},
        {"2014-06", "2014-10", "2014-11", ACTIVITY_NONE},
        {"2014-06", "2014-10", "2013/2015", ACTIVITY_CERTAIN},
        {"2014-06-05", "2014-06-05", "2014-06-05", ACTIVITY_CERTAIN},
        {"2014", "2014", "2014-06", ACTIVITY_POSSIBLE},
        {"2014", "2014", "2014", ACTIVITY_CERTAIN},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_a_state_with_an_unknown_end_is_certain_only_where_it_begins(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2014-06", "", "2014-06", ACTIVITY_CERTAIN},
        {"2014-06", "", "2014", ACTIVITY_CERTAIN},
        {"2014-06", "", "2014-06-15", ACTIVITY_POSSIBLE},
        {"2014-06", "", "2014-07", ACTIVITY_POSSIBLE},
        {"2014-06", "", "2030", ACTIVITY_POSSIBLE},
        {"2014-06", "", "2014-05", ACTIVITY_NONE},
        {"2014-06", "", "../2014-07", ACTIVITY_CERTAIN},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_a_state_that_is_still_so_is_certain_from_its_latest_start(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2014-06", "..", "2014-07", ACTIVITY_CERTAIN},
        {"2014-06", "..", "2030", ACTIVITY_CERTAIN},
        {"2014-06", "..", "2014-06-15", ACTIVITY_POSSIBLE},
        {"2014-06", "..", "2014-05", ACTIVITY_NONE},
        {"[..2016-02]", "..", "2016-02-29", ACTIVITY_CERTAIN},
        {"[..2016-02]", "..", "2016-02-28", ACTIVITY_POSSIBLE},
        {"[..2016-02]", "..", "2016-03", ACTIVITY_CERTAIN},
        {"[..2016-02]", "..", "1990", ACTIVITY_POSSIBLE},
        {"", "..", "2014", ACTIVITY_POSSIBLE},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_a_state_with_an_unknown_start_is_certain_only_where_it_ends(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"", "2014-06", "2014-06", ACTIVITY_CERTAIN},
        {"", "2014-06", "2014-06-15", ACTIVITY_POSSIBLE},
        {"", "2014-06", "2014-05", ACTIVITY_POSSIBLE},
        {"", "2014-06", "2014-07", ACTIVITY_NONE},
        {"..", "2014-06", "1900", ACTIVITY_CERTAIN},
        {"..", "2014-06", "2014-06-01", ACTIVITY_CERTAIN},
        {"..", "2014-06", "2014-06-02", ACTIVITY_POSSIBLE},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_a_state_without_dates_is_certain_in_all_of_time_only(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"", "", "2014", ACTIVITY_POSSIBLE},    {"", "", "", ACTIVITY_CERTAIN},
        {"2014", "", "", ACTIVITY_CERTAIN},     {"", "..", "", ACTIVITY_CERTAIN},
        {"..", "..", "2014", ACTIVITY_CERTAIN},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_uncertain_edges_are_possible(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2014-06", "2014-10", "2014-11", ACTIVITY_NONE},
        {"2014-06", "2014-10?", "2014-11", ACTIVITY_POSSIBLE},
        {"2014-06~", "2014-10", "2014-06", ACTIVITY_POSSIBLE},
        {"2014-06~", "2014-10", "2014-05", ACTIVITY_POSSIBLE},
        {"2014-06~", "2014-10", "2014-08", ACTIVITY_CERTAIN},
        {"[2014-06..2014-08]", "2014-10", "2014-07", ACTIVITY_POSSIBLE},
        {"[2014-06..2014-08]", "2014-10", "2014-09", ACTIVITY_CERTAIN},
        {"2014-XX", "2015", "2014-06", ACTIVITY_POSSIBLE},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_an_interval_as_start_carries_its_end(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2014-06/2014-08", "", "2014-07", ACTIVITY_CERTAIN},
        {"2014-06/2014-08", "", "2014-06-15", ACTIVITY_POSSIBLE},
        {"2014-06/2014-08", "", "2014-09", ACTIVITY_NONE},
        {"2014-06/..", "", "2020", ACTIVITY_CERTAIN},
        {"2014-06/", "", "2020", ACTIVITY_POSSIBLE},
        {"../2014-06", "", "1950", ACTIVITY_CERTAIN},
        {"/2014-06", "", "1950", ACTIVITY_POSSIBLE},
        {"2014-06/2014-08", "2015", "2014-12", ACTIVITY_CERTAIN},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_an_end_before_the_start_is_never_active(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2015", "2014", "2014/2015", ACTIVITY_NONE},
        {"2015", "2014", "", ACTIVITY_NONE},
    };
    expect(activity_of_state, cases, sizeof cases / sizeof *cases);
}

static void test_an_event_is_certain_when_the_window_has_all_its_days(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2014-06", "", "2014-06", ACTIVITY_CERTAIN},
        {"2014-06", "", "2014", ACTIVITY_CERTAIN},
        {"2014-06", "", "2014-06-15", ACTIVITY_POSSIBLE},
        {"2014-06-15", "", "2014-06-15", ACTIVITY_CERTAIN},
        {"2014-06", "", "2014-07", ACTIVITY_NONE}, /* unlike a state */
        {"2014-06?", "", "2014-07", ACTIVITY_POSSIBLE},
        {"2014-06?", "", "2014-05/2014-07", ACTIVITY_CERTAIN},
        {"[..2014-06]", "", "2014", ACTIVITY_POSSIBLE},
        {"[..2014-06]", "", "../2014", ACTIVITY_CERTAIN},
        {"", "", "2014", ACTIVITY_POSSIBLE},
        {"", "", "", ACTIVITY_CERTAIN},
        {"..", "", "2014", ACTIVITY_POSSIBLE},
    };
    expect(activity_of_event, cases, sizeof cases / sizeof *cases);
}

static void test_an_event_that_lasted_is_like_a_state(void **state)
{
    (void)state;
    static const struct activity_case cases[] = {
        {"2014-06", "2014-08", "2014-07", ACTIVITY_CERTAIN},
        {"2014-06/2014-08", "", "2014-07", ACTIVITY_CERTAIN},
        {"2014-06", "2014-08", "2014-09", ACTIVITY_NONE},
        {"2014-06", "..", "2015", ACTIVITY_CERTAIN},
        {"", "2014-08", "2014-07", ACTIVITY_POSSIBLE},
    };
    expect(activity_of_event, cases, sizeof cases / sizeof *cases);
}

enum {
    FIRST = -6,
    LAST = 6
}; /* the days of a small world for the second implementation */

static day_number clip(day_number day)
{
    return day < FIRST ? FIRST : day > LAST ? LAST : day;
}

/* Try every day on which it may have begun and ended. */
static enum activity try_all(const day_number begin[2], const day_number end[2],
                             struct window window)
{
    size_t pairs = 0;
    size_t active = 0;
    for (day_number s = begin[0]; s <= begin[1]; s++) {
        for (day_number e = end[0] < s ? s : end[0]; e <= end[1]; e++) {
            pairs++;
            active += s <= window.last && e >= window.first;
        }
    }
    if (active == 0)
        return ACTIVITY_NONE;
    return active == pairs ? ACTIVITY_CERTAIN : ACTIVITY_POSSIBLE;
}

static struct date between(day_number earliest, day_number latest)
{
    return (struct date){.state = DATE_KNOWN,
                         .earliest = earliest,
                         .latest = latest,
                         .begins_by = latest,
                         .ends_from = earliest};
}

/* A date with bounds from -4 to 4, an unknown or an open one; the bounds it has in the world. */
static struct date make_date(bool is_start, day_number bounds[2])
{
    const int choice = rand() % 8;
    if (choice < 2) {
        bounds[0] = choice == 0 ? FIRST : is_start ? FIRST : LAST;
        bounds[1] = choice == 0 ? LAST : bounds[0];
        struct date date = date_unknown();
        date.state = choice == 0 ? DATE_UNKNOWN : DATE_OPEN;
        return date;
    }
    bounds[0] = rand() % 9 - 4;
    bounds[1] = clip(bounds[0] + rand() % 4);
    return between(bounds[0], bounds[1]);
}

static void test_activity_agrees_with_trying_every_day(void **state)
{
    (void)state;
    srand(1);
    for (int round = 0; round < 200000; round++) {
        day_number begin[2];
        day_number end[2];
        const struct date start_date = make_date(true, begin);
        const struct date end_date = make_date(false, end);
        struct window window = {.first = rand() % 9 - 4};
        window.last = window.first + rand() % 5;
        if (window.last > 4)
            window.last = 4;
        const enum activity expected = try_all(begin, end, window);
        assert_int_equal(activity_of_state(&start_date, &end_date, window), expected);
    }
}

static void test_a_beginning_is_in_the_window_that_has_its_first_days(void **state)
{
    static const struct {
        const char *start;
        enum activity expected; /* in 2014 */
    } cases[] = {
        {"2014-05", ACTIVITY_CERTAIN},
        {"2014", ACTIVITY_CERTAIN},
        {"2014-06/2016", ACTIVITY_CERTAIN},
        {"2014?", ACTIVITY_POSSIBLE},
        {"[2014..2016]", ACTIVITY_POSSIBLE},
        {"[2014-02..]", ACTIVITY_POSSIBLE},
        {"2013/2016", ACTIVITY_NONE},
        {"2015", ACTIVITY_NONE},
        {"[..2014]", ACTIVITY_NONE}, /* no lower bound */
        {"", ACTIVITY_NONE},
        {"..", ACTIVITY_NONE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct date start = read_date(cases[i].start);
        if (activity_of_beginning(&start, read_window("2014")) != cases[i].expected)
            fail_msg("'%s' is not as expected", cases[i].start);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_state_with_both_dates_is_certain_between_them),
        cmocka_unit_test(test_a_state_with_an_unknown_end_is_certain_only_where_it_begins),
        cmocka_unit_test(test_a_state_that_is_still_so_is_certain_from_its_latest_start),
        cmocka_unit_test(test_a_state_with_an_unknown_start_is_certain_only_where_it_ends),
        cmocka_unit_test(test_a_state_without_dates_is_certain_in_all_of_time_only),
        cmocka_unit_test(test_uncertain_edges_are_possible),
        cmocka_unit_test(test_an_interval_as_start_carries_its_end),
        cmocka_unit_test(test_an_end_before_the_start_is_never_active),
        cmocka_unit_test(test_an_event_is_certain_when_the_window_has_all_its_days),
        cmocka_unit_test(test_an_event_that_lasted_is_like_a_state),
        cmocka_unit_test(test_a_beginning_is_in_the_window_that_has_its_first_days),
        cmocka_unit_test(test_activity_agrees_with_trying_every_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
