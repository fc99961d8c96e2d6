/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

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

static day_number day(int year, int month, int dayofmonth)
{
    return day_from_civil(year, month, dayofmonth);
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* A second way to count days, one at a time as calendars on a wall do. */
static void test_days_agree_with_a_calendar_leafed_through(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    day_number expected = day_from_civil(-400, 1, 1);
    for (int year = -400; year <= 2800; year++) {
        for (int month = 1; month <= 12; month++) {
            const int length = lengths[month - 1] + (month == 2 && is_leap(year));
            for (int i = 1; i <= length; i++, expected++) {
                assert_int_equal(day_from_civil(year, month, i), expected);
                int civil[3];
                day_to_civil(expected, &civil[0], &civil[1], &civil[2]);
                assert_true(civil[0] == year && civil[1] == month && civil[2] == i);
            }
        }
    }
}

static void test_days_are_counted_from_1970(void **state)
{
    (void)state;
    assert_int_equal(day(1970, 1, 1), 0);
    assert_int_equal(day(1969, 12, 31), -1);
    assert_int_equal(day(2000, 3, 1), 11017);
    assert_int_equal(day(2014, 6, 29), 16250);
    assert_int_equal(day(0, 1, 1), -719528);
}

/* A third way: the C library. */
static void test_days_agree_with_gmtime(void **state)
{
    (void)state;
    for (day_number number = -200000; number <= 200000; number += 7) {
        const time_t seconds = (time_t)number * 86400;
        struct tm civil;
        assert_non_null(gmtime_r(&seconds, &civil));
        assert_int_equal(day(civil.tm_year + 1900, civil.tm_mon + 1, civil.tm_mday), number);
    }
}

static void test_the_outermost_days_have_a_civil_date(void **state)
{
    (void)state;
    static const day_number ends[] = {DAY_MIN, DAY_MIN + 1, DAY_MAX - 1, DAY_MAX};
    for (size_t i = 0; i < 4; i++) {
        int year;
        int month;
        int dayofmonth;
        day_to_civil(ends[i], &year, &month, &dayofmonth);
        assert_int_equal(day_from_civil(year, month, dayofmonth), ends[i]);
    }
}

static void test_empty_is_unknown_and_never_open(void **state)
{
    (void)state;
    const struct date empty = read_date("");
    assert_int_equal(empty.state, DATE_UNKNOWN);
    assert_int_equal(empty.earliest, DAY_MIN);
    assert_int_equal(empty.latest, DAY_MAX);
    const struct date open = read_date("..");
    assert_int_equal(open.state, DATE_OPEN);
    const struct date unknown = date_unknown();
    assert_int_equal(unknown.state, DATE_UNKNOWN);
    assert_int_equal(unknown.earliest, DAY_MIN);
    assert_int_equal(unknown.latest, DAY_MAX);
}

static void expect_bounds(const char *text, day_number earliest, day_number latest)
{
    const struct date date = read_date(text);
    if (date.earliest != earliest || date.latest != latest)
        fail_msg("'%s': %d..%d instead of %d..%d", text, date.earliest, date.latest, earliest,
                 latest);
    assert_int_equal(date.state, DATE_KNOWN);
    assert_true(text_equal_string(date.text, text));
}

static void test_a_set_means_one_day_of_its_members(void **state)
{
    (void)state;
    expect_bounds("[2015-06..2015-12]", day(2015, 6, 1), day(2015, 12, 31));
    expect_bounds("[2014,2016]", day(2014, 1, 1), day(2016, 12, 31));
    expect_bounds("[2016-02, 2014-05-03]", day(2014, 5, 3), day(2016, 2, 29));
    expect_bounds("[2014,2015-06..2015-08,2013-21]", day(2013, 3, 1), day(2015, 8, 31));
    expect_bounds("[..2014-06]", DAY_MIN, day(2014, 6, 30));
    expect_bounds("[2014-06..]", day(2014, 6, 1), DAY_MAX);
    expect_bounds("[2014]", day(2014, 1, 1), day(2014, 12, 31));
    const struct date set = read_date("[2015-06?..2015-12~]");
    assert_true(set.uncertain && set.approximate && !set.interval);
    assert_int_equal(set.earliest, day(2015, 5, 1));
    assert_int_equal(set.latest, day(2016, 1, 31));
    assert_int_equal(set.begins_by, set.latest);
    assert_int_equal(set.ends_from, set.earliest);
}

static void expect_interval(const char *text, day_number earliest, day_number begins_by,
                            day_number ends_from, day_number latest)
{
    const struct date date = read_date(text);
    assert_true(date.interval);
    assert_int_equal(date.state, DATE_KNOWN);
    assert_int_equal(date.earliest, earliest);
    assert_int_equal(date.begins_by, begins_by);
    assert_int_equal(date.ends_from, ends_from);
    assert_int_equal(date.latest, latest);
}

static void test_an_interval_keeps_its_beginning_apart_from_its_end(void **state)
{
    (void)state;
    expect_interval("2014-06/2014-08", day(2014, 6, 1), day(2014, 6, 30), day(2014, 8, 1),
                    day(2014, 8, 31));
    expect_interval("2014-06-05/2014-06-09", day(2014, 6, 5), day(2014, 6, 5), day(2014, 6, 9),
                    day(2014, 6, 9));
    expect_interval("2014-06/..", day(2014, 6, 1), day(2014, 6, 30), DAY_MAX, DAY_MAX);
    expect_interval("../2014-06", DAY_MIN, DAY_MIN, day(2014, 6, 1), day(2014, 6, 30));
    expect_interval("2014-06/", day(2014, 6, 1), day(2014, 6, 30), day(2014, 6, 1), DAY_MAX);
    expect_interval("/2014-06", DAY_MIN, day(2014, 6, 30), day(2014, 6, 1), day(2014, 6, 30));
    /* It began in 2014, and no later than it ended. */
    expect_interval("2014/2014-06", day(2014, 1, 1), day(2014, 6, 30), day(2014, 6, 1),
                    day(2014, 6, 30));
    expect_interval("2014-06/2014", day(2014, 6, 1), day(2014, 6, 30), day(2014, 6, 1),
                    day(2014, 12, 31));
    assert_true(read_date("2014~/2015?").approximate);
    assert_true(read_date("2014~/2015?").uncertain);
}

static void test_an_open_side_differs_from_an_unknown_one(void **state)
{
    (void)state;
    assert_true(read_date("2014/..").ends_from == DAY_MAX);
    assert_true(read_date("2014/").ends_from < DAY_MAX);
}

static void test_malformed_dates_are_refused_with_reason_and_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t offset;
        const char *reason; /* a part of it */
    } bad[] = {
        {"2014/2015/2016", 5, "one '/'"},
        {"/", 0, "at least one date"},
        {"../..", 0, "at least one date"},
        {"../", 0, "at least one date"},
        {"2015/2014", 5, "ends before it starts"},
        {"2014-06/2014-05", 8, "ends before it starts"},
        {"2014/2014-13", 5, "month does not exist"},
        {"[2014", 0, "not closed"},
        {"[", 0, "not closed"},
        {"[]", 0, "missing in the set"},
        {"[..]", 1, "missing in the set"},
        {"[2014,]", 0, "missing in the set"},
        {"[,2014]", 0, "missing in the set"},
        {"[2014,,2015]", 0, "missing in the set"},
        {"[2015..2014]", 7, "ends before it starts"},
        {"[2014,2015-13]", 6, "month does not exist"},
        {"[2014/2015]", 5, "unexpected"},
        {"[2014..2015..2016]", 11, "unexpected"},
        {"[....]", 3, "unexpected"},
        {"[2014....]", 7, "unexpected"},
        {"[....2014]", 3, "four digits"},
        {"{2014,2015}", 0, "one row for each"},
        {"2014..2015", 4, "unexpected"},
        {"...", 0, "four digits"},
        {" ", 0, "four digits"},
        {" 2014", 0, "four digits"},
        {"2014]", 4, "unexpected"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct date date;
        const char *reason = NULL;
        size_t offset = 999;
        if (date_parse(text_from(bad[i].text), &date, &reason, &offset))
            fail_msg("'%s' was read", bad[i].text);
        if (offset != bad[i].offset || strstr(reason, bad[i].reason) == NULL)
            fail_msg("'%s': offset %zu, %s", bad[i].text, offset, reason);
        assert_int_equal(date.state, DATE_UNKNOWN);
        assert_int_equal(date.latest, DAY_MAX);
        assert_false(date.interval);
    }
}

static void test_a_date_ends_with_its_slice(void **state)
{
    (void)state;
    static const char text[] = "2014-10-03";
    struct date date;
    const char *reason;
    size_t offset;
    assert_true(date_parse((struct text){text, 7}, &date, &reason, &offset));
    assert_int_equal(date.latest, day(2014, 10, 31));
    assert_false(date_parse((struct text){text, 5}, &date, &reason, &offset));
}

static void expect_window(const char *text, day_number first, day_number last)
{
    struct window window;
    const char *reason = "";
    if (!window_parse(text_from(text), &window, &reason))
        fail_msg("'%s': %s", text, reason);
    assert_int_equal(window.first, first);
    assert_int_equal(window.last, last);
    assert_true(text_equal_string(window.text, text));
}

static void test_windows_reach_from_first_to_last_day(void **state)
{
    (void)state;
    expect_window("2015-06/2015-12", day(2015, 6, 1), day(2015, 12, 31));
    expect_window("2015-06", day(2015, 6, 1), day(2015, 6, 30));
    expect_window("2015-06-07", day(2015, 6, 7), day(2015, 6, 7));
    expect_window("2016-02", day(2016, 2, 1), day(2016, 2, 29));
    expect_window("../2015", DAY_MIN, day(2015, 12, 31));
    expect_window("2014/..", day(2014, 1, 1), DAY_MAX);
    expect_window("201X", day(2010, 1, 1), day(2019, 12, 31));
    expect_window("2014-24", day(2014, 12, 1), day(2015, 2, 28));
    expect_window("", DAY_MIN, DAY_MAX);
    expect_window("..", DAY_MIN, DAY_MAX);
    expect_window("../..", DAY_MIN, DAY_MAX);
    const struct window all = window_all();
    assert_int_equal(all.first, DAY_MIN);
    assert_int_equal(all.last, DAY_MAX);
    assert_int_equal(all.text.length, 0);
}

static void test_windows_are_exact(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *reason;
    } bad[] = {
        {"2015?", "exact"},        {"2014/2015~", "exact"},   {"[2014..2015]", "no sets"},
        {"2014/", "written '..'"}, {"/2014", "written '..'"}, {"2015/2014", "ends before"},
        {"2015-13", "month"},      {"June", "four digits"},   {"2014/2015/2016", "unexpected"},
        {"{2014}", "no sets"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct window window;
        const char *reason = "";
        assert_false(window_parse(text_from(bad[i].text), &window, &reason));
        if (strstr(reason, bad[i].reason) == NULL)
            fail_msg("'%s': %s", bad[i].text, reason);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_agree_with_a_calendar_leafed_through),
        cmocka_unit_test(test_days_agree_with_gmtime),
        cmocka_unit_test(test_days_are_counted_from_1970),
        cmocka_unit_test(test_the_outermost_days_have_a_civil_date),
        cmocka_unit_test(test_empty_is_unknown_and_never_open),
        cmocka_unit_test(test_a_set_means_one_day_of_its_members),
        cmocka_unit_test(test_an_interval_keeps_its_beginning_apart_from_its_end),
        cmocka_unit_test(test_an_open_side_differs_from_an_unknown_one),
        cmocka_unit_test(test_malformed_dates_are_refused_with_reason_and_place),
        cmocka_unit_test(test_a_date_ends_with_its_slice),
        cmocka_unit_test(test_windows_reach_from_first_to_last_day),
        cmocka_unit_test(test_windows_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
