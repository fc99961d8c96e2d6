/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

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

static const struct {
    const char *text;
    const char *brief;
    const char *words;
} cases[] = {
    {"", "", "unknown"},
    {"..", "ongoing", "still so"},
    {"2014", "2014", "2014"},
    {"0044", "0044", "0044"},
    {"2015-10", "2015-10", "October 2015"},
    {"2014-10-03", "2014-10-03", "3 October 2014"},
    {"2015-10?", "2015-10?", "October 2015 (uncertain)"},
    {"2014~", "~2014", "about 2014"},
    {"2014%", "~2014?", "about 2014 (uncertain)"},
    {"2014-~06", "~2014-06", "about June 2014"},
    {"2014-21", "spring 2014", "spring 2014"},
    {"2014-22?", "summer 2014?", "summer 2014 (uncertain)"},
    {"2014-24", "winter 2014", "winter 2014/15"},
    {"1999-24", "winter 1999", "winter 1999/00"},
    {"199X", "1990s", "the 1990s"},
    {"199X~", "~1990s", "about the 1990s"},
    {"20XX", "20XX", "20XX"},
    {"201X-06", "201X-06", "201X-06"},
    {"2014-XX", "2014", "2014"},
    {"2014-XX-XX", "2014", "2014"},
    {"2014-10-XX", "2014-10", "October 2014"},
    {"2014-1X", "2014-1X", "2014-1X"},
    {"2014-XX-03", "2014-XX-03", "2014-XX-03"},

    {"[2015-10..2015-12]", "2015-10..12", "between October and December 2015"},
    {"[2015-12..2016-02]", "2015-12..2016-02", "between December 2015 and February 2016"},
    {"[2014-09-01..2014-09-15]", "2014-09-01..15", "between 1 and 15 September 2014"},
    {"[2014-09-28..2014-10-02]", "2014-09-28..10-02", "between 28 September and 2 October 2014"},
    {"[2014..2016]", "2014..2016", "between 2014 and 2016"},
    {"[2013..2017-03]", "2013..2017-03", "between 2013 and March 2017"},
    {"[2015-06?..2015-12]", "2015-06?..2015-12", "between June 2015 (uncertain) and December 2015"},
    {"[..2014-06]", "by 2014-06", "by June 2014"},
    {"[2014-06..]", "from 2014-06", "in or after June 2014"},
    {"[2014,2016]", "2014 or 2016", "2014 or 2016"},
    {"[2014, 2015-03..2015-05]", "2014 or 2015-03..05", "2014 or between March and May 2015"},

    {"2014-09-01/2014-09-15", "2014-09-01..15", "from 1 to 15 September 2014"},
    {"2015-06/2015-12", "2015-06..12", "from June to December 2015"},
    {"2014/2015", "2014..2015", "from 2014 to 2015"},
    {"2014-21/2014-23", "spring 2014..autumn 2014", "from spring 2014 to autumn 2014"},
    {"2014~/2015", "~2014..2015", "from about 2014 to 2015"},
    {"2014-06/..", "since 2014-06", "since June 2014"},
    {"../2015", "until 2015", "until 2015"},
    {"2014/", "2014..?", "from 2014 to an unknown date"},
    {"/2015", "?..2015", "from an unknown date to 2015"},
};

static void test_dates_have_a_short_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct date date = read_date(cases[i].text);
        char text[100];
        date_format_short(&date, text, sizeof text);
        assert_string_equal(text, cases[i].brief);
    }
}

static void test_dates_are_put_in_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct date date = read_date(cases[i].text);
        char text[100];
        date_format_words(&date, text, sizeof text);
        assert_string_equal(text, cases[i].words);
    }
}

static void test_every_month_and_season_has_its_name(void **state)
{
    (void)state;
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    static const char *const seasons[] = {"spring", "summer", "autumn", "winter"};
    char text[20];
    char words[100];
    for (size_t i = 0; i < 12; i++) {
        snprintf(text, sizeof text, "2014-%02zu", i + 1);
        const struct date date = read_date(text);
        date_format_words(&date, words, sizeof words);
        assert_memory_equal(words, names[i], strlen(names[i]));
    }
    for (size_t i = 0; i < 4; i++) {
        snprintf(text, sizeof text, "2014-%zu", i + 21);
        const struct date date = read_date(text);
        date_format_words(&date, words, sizeof words);
        assert_memory_equal(words, seasons[i], strlen(seasons[i]));
    }
}

static void test_no_more_is_written_than_there_is_room_for(void **state)
{
    (void)state;
    const struct date date = read_date("2014-10-03");
    char text[12] = "xxxxxxxxxxx";
    date_format_short(&date, text, 5);
    assert_string_equal(text, "2014");
    assert_int_equal(text[5], 'x');
    date_format_short(&date, text, 1);
    assert_string_equal(text, "");
    text[0] = 'x';
    date_format_words(&date, text, 0);
    assert_int_equal(text[0], 'x');
    date_format_short(&date, text, 11);
    assert_string_equal(text, "2014-10-03");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_have_a_short_form),
        cmocka_unit_test(test_dates_are_put_in_words),
        cmocka_unit_test(test_every_month_and_season_has_its_name),
        cmocka_unit_test(test_no_more_is_written_than_there_is_room_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
