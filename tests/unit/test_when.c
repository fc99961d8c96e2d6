/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const char *text, enum when_order order, const char *expected)
{
    struct when when;
    assert_true(when_read(text_from(text), order, &when));
    assert_string_equal(when.text, expected);
}

static void test_published_forms_become_edtf(void **state)
{
    (void)state;
    const char *const cases[][2] = {
        {"2014-03-25", "2014-03-25"},
        {"2014-03-25 00:00:00.000", "2014-03-25"},
        {"2014-03-25T12:30:00Z", "2014-03-25"},
        {"25 March 2014", "2014-03-25"},
        {"25-Mar-2014", "2014-03-25"},
        {"25-Mar-14", "2014-03-25"},
        {"March 25, 2014", "2014-03-25"},
        {"2014 March 25", "2014-03-25"},
        {"March 2014", "2014-03"},
        {"Sept 2014", "2014-09"},
        {"20140325", "2014-03-25"},
        {"25/03/2014", "2014-03-25"},
        {"3/25/2014", "2014-03-25"},
        {"25.3.99", "1999-03-25"},
        {"2014/3/5", "2014-03-05"},
        {"3/2014", "2014-03"},
        {"2014", "2014"},
        {"~2014", "~2014"},
        {"2014-03?", "2014-03?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i][0], WHEN_UNKNOWN, cases[i][1]);
}

static void test_what_is_not_known_stays_unknown(void **state)
{
    (void)state;
    check("2014-00-00", WHEN_UNKNOWN, "2014");
    check("2014-05-00", WHEN_UNKNOWN, "2014-05");
    check("0000-00-00", WHEN_UNKNOWN, "");
    check("0000", WHEN_UNKNOWN, "");
    check("", WHEN_UNKNOWN, "");
    check("-9", WHEN_UNKNOWN, "");
    check("NA", WHEN_UNKNOWN, "");
    check("ongoing", WHEN_UNKNOWN, "..");
}

static void test_day_and_month_that_could_change_places_stay_open(void **state)
{
    (void)state;
    struct when when;
    assert_true(when_read(TEXT("04/03/2015"), WHEN_UNKNOWN, &when));
    assert_true(when.ambiguous);
    assert_string_equal(when.text, "[2015-03-04,2015-04-03]");
    check("04/03/2015", WHEN_DAY_FIRST, "2015-03-04");
    check("04/03/2015", WHEN_MONTH_FIRST, "2015-04-03");
    check("25/03/2015", WHEN_MONTH_FIRST, "2015-03-25");
    check("05/05/2015", WHEN_UNKNOWN, "2015-05-05");
    assert_int_equal(when_order_shown(TEXT("25/03/2015")), WHEN_DAY_FIRST);
    assert_int_equal(when_order_shown(TEXT("03/25/2015")), WHEN_MONTH_FIRST);
    assert_int_equal(when_order_shown(TEXT("03/04/2015")), WHEN_UNKNOWN);
    assert_int_equal(when_order_shown(TEXT("2015-25-03")), WHEN_UNKNOWN);
}

static void test_other_texts_are_no_dates(void **state)
{
    (void)state;
    const char *const cases[] = {"2014-13-01", "30 February 2014", "41703",
                                 "soon",       "1/2/3/4",          "March",
                                 "25/03",      "99/99/2014",       "2014-02-30 00:00"};
    struct when when;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (when_read(text_from(cases[i]), WHEN_UNKNOWN, &when))
            fail_msg("'%s' is read as '%s'", cases[i], when.text);
}

static void test_numbers_become_dates(void **state)
{
    (void)state;
    struct when when;
    assert_true(when_from_numbers(1949, 4, 4, &when));
    assert_string_equal(when.text, "1949-04-04");
    assert_true(when_from_numbers(1949, -9, -9, &when));
    assert_string_equal(when.text, "1949");
    assert_true(when_from_numbers(-9, -9, -9, &when));
    assert_string_equal(when.text, "");
    assert_false(when_from_numbers(1949, 2, 30, &when));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_forms_become_edtf),
        cmocka_unit_test(test_what_is_not_known_stays_unknown),
        cmocka_unit_test(test_day_and_month_that_could_change_places_stay_open),
        cmocka_unit_test(test_other_texts_are_no_dates),
        cmocka_unit_test(test_numbers_become_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
