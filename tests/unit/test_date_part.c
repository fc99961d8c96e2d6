/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/date_part.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct date_part read_part(const char *text)
{
    struct date_part part;
    const char *reason = "";
    const char *at;
    if (!date_part_parse(text_from(text), &part, &reason, &at))
        fail_msg("'%s': %s", text, reason);
    return part;
}

/* Days as civil dates: 20140601 is 1 June 2014; years before 0 count negative. */
static int as_number(day_number day)
{
    int year;
    int month;
    int dayofmonth;
    day_to_civil(day, &year, &month, &dayofmonth);
    const int rest = month * 100 + dayofmonth;
    return year < 0 ? year * 10000 - rest : year * 10000 + rest;
}

struct bounds {
    const char *text;
    int earliest;
    int latest;
};

static void expect_bounds(const struct bounds *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct date_part part = read_part(cases[i].text);
        const int earliest = as_number(part.earliest);
        const int latest = as_number(part.latest);
        if (earliest != cases[i].earliest || latest != cases[i].latest)
            fail_msg("'%s': %d to %d", cases[i].text, earliest, latest);
    }
}

static void test_years_months_and_days_have_their_bounds(void **state)
{
    (void)state;
    static const struct bounds cases[] = {
        {"2014", 20140101, 20141231},
        {"2014-10", 20141001, 20141031},
        {"2014-02", 20140201, 20140228},
        {"2016-02", 20160201, 20160229},
        {"1900-02", 19000201, 19000228},
        {"2000-02", 20000201, 20000229},
        {"2014-10-03", 20141003, 20141003},
        {"2016-02-29", 20160229, 20160229},
        {"0000", 101, 1231},
        {"9999-12-31", 99991231, 99991231},
        {"2014-04-30", 20140430, 20140430},
        {"2014-12", 20141201, 20141231},
    };
    expect_bounds(cases, sizeof cases / sizeof *cases);
}

static void test_seasons_are_three_months(void **state)
{
    (void)state;
    static const struct bounds cases[] = {
        {"2014-21", 20140301, 20140531}, {"2014-22", 20140601, 20140831},
        {"2014-23", 20140901, 20141130}, {"2014-24", 20141201, 20150228},
        {"2015-24", 20151201, 20160229}, {"201X-21", 20100301, 20190531},
    };
    expect_bounds(cases, sizeof cases / sizeof *cases);
    assert_int_equal(date_part_season(&(struct date_part){.month = "21"}), 21);
    assert_int_equal(date_part_season(&(struct date_part){.month = "12"}), 0);
    assert_int_equal(date_part_season(&(struct date_part){.month = "2X"}), 0);
    assert_int_equal(date_part_season(&(struct date_part){.month = ""}), 0);
}

static void test_unspecified_digits_mean_every_day_that_fits(void **state)
{
    (void)state;
    static const struct bounds cases[] = {
        {"201X", 20100101, 20191231},
        {"20XX", 20000101, 20991231},
        {"XXXX", 101, 99991231},
        {"2X14", 20140101, 29141231},
        {"2014-XX", 20140101, 20141231},
        {"2014-1X", 20141001, 20141231},
        {"2014-0X", 20140101, 20140930},
        {"2014-X2", 20140201, 20141231},
        {"2014-10-XX", 20141001, 20141031},
        {"2014-10-3X", 20141030, 20141031},
        {"2014-02-3X", 0, 0},
        {"2014-02-2X", 20140220, 20140228},
        {"2014-XX-XX", 20140101, 20141231},
        {"2014-XX-31", 20140131, 20141231},
        {"2014-XX-03", 20140103, 20141203},
        {"201X-02-29", 20120229, 20160229}, /* only leap years have it */
        {"XXXX-02-29", 229, 99960229},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].latest != 0) {
            expect_bounds(&cases[i], 1);
            continue;
        }
        struct date_part part;
        const char *reason;
        const char *at;
        assert_false(date_part_parse(text_from(cases[i].text), &part, &reason, &at));
    }
}

static bool digits_fit(const char *pattern, int number, size_t width)
{
    for (size_t i = width; i-- > 0; number /= 10)
        if (pattern[i] != 'X' && pattern[i] - '0' != number % 10)
            return false;
    return true;
}

/* Leaf through the months of a year; the first and last day that fit "YYYY-MM-DD". */
static void try_year(const char *pattern, int year, int *first, int *last)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    for (int month = 1; month <= 12; month++) {
        for (int day = 1; day <= lengths[month - 1] + (month == 2 && leap); day++) {
            if (!digits_fit(pattern + 5, month, 2) || !digits_fit(pattern + 8, day, 2))
                continue;
            *last = year * 10000 + month * 100 + day;
            if (*first == 0)
                *first = *last;
        }
    }
}

static void test_unspecified_digits_agree_with_trying_every_day(void **state)
{
    (void)state;
    static const char *const patterns[] = {"201X-X1-X5", "20XX-0X-3X", "1X9X-02-2X", "200X-XX-29",
                                           "2014-1X-XX", "20X4-02-29", "XX99-12-0X", "199X-X0-30"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        int first = 0;
        int last = 0;
        for (int year = 0; year <= 9999; year++)
            if (digits_fit(patterns[i], year, 4))
                try_year(patterns[i], year, &first, &last);
        const struct date_part part = read_part(patterns[i]);
        assert_int_equal(as_number(part.earliest), first);
        assert_int_equal(as_number(part.latest), last);
    }
}

static void test_qualifiers_widen_by_one_unit_on_both_sides(void **state)
{
    (void)state;
    static const struct bounds cases[] = {
        {"2014?", 20130101, 20151231},       {"2014~", 20130101, 20151231},
        {"2014%", 20130101, 20151231},       {"2014-10?", 20140901, 20141130},
        {"2014-01~", 20131201, 20140228},    {"2016-01~", 20151201, 20160229},
        {"2014-12?", 20141101, 20150131},    {"2014-10-03~", 20141002, 20141004},
        {"2014-01-01?", 20131231, 20140102}, {"2014-21?", 20131201, 20140831},
        {"2014-24~", 20140901, 20150531},    {"201X~", 20000101, 20291231},
        {"20XX?", 19000101, 21991231},       {"2014-XX?", 20130101, 20151231},
        {"2014-10-XX?", 20140901, 20141130}, {"0000?", -10101, 11231},
        {"9999?", 99980101, 100001231},
    };
    expect_bounds(cases, sizeof cases / sizeof *cases);
}

static void test_a_qualifier_counts_wherever_it_stands(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool uncertain;
        bool approximate;
    } cases[] = {
        {"2014-06?", true, false},    {"2014-06~", false, true}, {"2014-06%", true, true},
        {"2014?-06", true, false},    {"2014-~06", false, true}, {"?2014-06", true, false},
        {"2014-%06", true, true},     {"2014?-06~", true, true}, {"2014-06-?11", true, false},
        {"2014-06-11~", false, true}, {"2014-06", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct date_part part = read_part(cases[i].text);
        assert_int_equal(part.uncertain, cases[i].uncertain);
        assert_int_equal(part.approximate, cases[i].approximate);
    }
    assert_int_equal(as_number(read_part("2014?-06").earliest), 20140501);
    assert_int_equal(as_number(read_part("2014-~06").latest), 20140731);
}

static void test_digits_are_kept_as_written(void **state)
{
    (void)state;
    const struct date_part part = read_part("201X-10-XX~");
    assert_string_equal(part.year, "201X");
    assert_string_equal(part.month, "10");
    assert_string_equal(part.day, "XX");
    assert_true(date_part_is_written("10"));
    assert_false(date_part_is_written("1X"));
    assert_false(date_part_is_written(""));
}

static void test_nothing_and_two_dots_are_not_the_same(void **state)
{
    (void)state;
    assert_int_equal(read_part("").state, DATE_UNKNOWN);
    assert_int_equal(read_part("..").state, DATE_OPEN);
    assert_int_equal(read_part("2014").state, DATE_KNOWN);
}

static void test_malformed_parts_are_refused_with_reason_and_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        ptrdiff_t offset;
        const char *reason; /* a part of it */
    } bad[] = {
        {"14", 0, "four digits"},
        {"20145", 0, "four digits"},
        {"-0044", 0, "four digits"},
        {"Y20140", 0, "four digits"},
        {"June 2014", 0, "four digits"},
        {"03.10.2014", 0, "four digits"},
        {"2014-6", 5, "months are written with two digits"},
        {"2014-", 5, "months are written with two digits"},
        {"2014-006", 5, "months are written with two digits"},
        {"2014-Jun", 5, "months are written with two digits"},
        {"2014-06-3", 8, "days are written with two digits"},
        {"2014-06-", 8, "days are written with two digits"},
        {"2014-13", 0, "this month does not exist"},
        {"2014-00", 0, "this month does not exist"},
        {"2014-25", 0, "this month does not exist"},
        {"2014-20", 0, "this month does not exist"},
        {"2014-2X", 0, "this month does not exist"},
        {"2014-06-00", 0, "01 to 31"},
        {"2014-06-32", 0, "01 to 31"},
        {"2014-06-31", 0, "only 30 days"},
        {"2015-02-29", 0, "no 29 February"},
        {"1900-02-29", 0, "no 29 February"},
        {"2014-02-30", 0, "February has no such day"},
        {"2014-21-05", 0, "season has no days"},
        {"201x", 3, "written X"},
        {"201u", 3, "written X"},
        {"2014-uu", 5, "written X"},
        {"2014-06-03T10:00", 10, "times of day"},
        {"2014-06-03 10:00", 10, "times of day"},
        {"2014-06-03-04", 10, "unexpected"},
        {"2014??", 5, "unexpected"},
        {"2014?~", 5, "unexpected"},
        {"2014-06?x", 8, "unexpected"},
        {"2014\xC3\xA9", 4, "unexpected"},
        {"?", 1, "four digits"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct date_part part;
        const char *reason = NULL;
        const char *at = NULL;
        if (date_part_parse(text_from(bad[i].text), &part, &reason, &at))
            fail_msg("'%s' was read", bad[i].text);
        if (at - bad[i].text != bad[i].offset || strstr(reason, bad[i].reason) == NULL)
            fail_msg("'%s': offset %td, %s", bad[i].text, at - bad[i].text, reason);
    }
}

static void test_texts_are_split_at_the_first_separator(void **state)
{
    (void)state;
    struct text from;
    struct text to;
    assert_true(date_part_split(TEXT("2014..2015"), "..", &from, &to));
    assert_true(text_equal(from, TEXT("2014")) && text_equal(to, TEXT("2015")));
    assert_true(date_part_split(TEXT("../2015"), "/", &from, &to));
    assert_true(text_equal(from, TEXT("..")) && text_equal(to, TEXT("2015")));
    assert_true(date_part_split(TEXT("2014/"), "/", &from, &to));
    assert_int_equal(to.length, 0);
    assert_false(date_part_split(TEXT("2014."), "..", &from, &to));
    assert_true(text_equal(from, TEXT("2014.")));
    assert_false(date_part_split((struct text){0}, "/", &from, &to));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years_months_and_days_have_their_bounds),
        cmocka_unit_test(test_seasons_are_three_months),
        cmocka_unit_test(test_unspecified_digits_mean_every_day_that_fits),
        cmocka_unit_test(test_unspecified_digits_agree_with_trying_every_day),
        cmocka_unit_test(test_qualifiers_widen_by_one_unit_on_both_sides),
        cmocka_unit_test(test_a_qualifier_counts_wherever_it_stands),
        cmocka_unit_test(test_digits_are_kept_as_written),
        cmocka_unit_test(test_nothing_and_two_dots_are_not_the_same),
        cmocka_unit_test(test_malformed_parts_are_refused_with_reason_and_place),
        cmocka_unit_test(test_texts_are_split_at_the_first_separator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
