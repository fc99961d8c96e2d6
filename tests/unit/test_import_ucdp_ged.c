/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

#define HEADER                                                                                \
    "id,year,type_of_violence,side_a_new_id,side_a,side_b_new_id,side_b,date_start,date_end," \
    "low,high,region\n"

static void test_events_of_a_year_are_one_tie_with_the_killed_summed(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "ucdp-ged",
                     HEADER
                     "1,2014,1,10,Government of A,11,B,2014-03-05 00:00:00.000,2014-03-06 "
                     "00:00:00.000,2,5,Africa\n2,2014,1,11,B,10,Government of A,2014-11-30,"
                     "2014-11-30,1,,Africa\n3,2015,2,11,B,12,C,2015-01-01,2015-01-01,,,Asia\n");
    assert_ties(test, "Government of A - B conflict- 2014/2014 w2\nB - C conflict- 2015/2015\n");
    assert_account(test, 3, 3, 0, 0);
    assert_int_equal(test->import.intake.estimates.count, 1);
    assert_true(test->import.intake.estimates.items[0].low == 3);
    assert_true(text_equal_string(test->import.intake.groups.items[1].region, "Africa"));
}

static void test_a_dyad_lasts_from_its_first_to_its_last_event(void **state)
{
    struct import_case *test = *state;
    test->options.by = TEXT("dyad");
    import_case_read(test, "ucdp-ged",
                     HEADER "1,2014,1,10,A,11,B,2014-03-05,2014-03-06,,,\n"
                            "2,2016,1,10,A,11,B,2016-11-30,2016-12-02,,,\n");
    assert_ties(test, "A - B conflict- 2014-03-05/2016-12-02 w2\n");
}

static void test_a_file_without_a_header_has_the_49_columns(void **state)
{
    struct import_case *test = *state;
    struct buffer row = {0};
    for (int i = 1; i <= 49; i++)
        buffer_add_format(&row, "%s%s", i == 1 ? "" : ",",
                          i == 1    ? "7"
                          : i == 3  ? "2014"
                          : i == 6  ? "2"
                          : i == 14 ? "10"
                          : i == 15 ? "A"
                          : i == 17 ? "11"
                          : i == 18 ? "B"
                          : i == 39 ? "2014-03-05"
                          : i == 40 ? "2014-03-06"
                                    : "");
    buffer_add_char(&row, '\n');
    import_case_read(test, "ucdp-ged", row.at);
    buffer_release(&row);
    assert_ties(test, "A - B conflict- 2014/2014\n");
    assert_account(test, 1, 1, 0, 0);
}

static void test_an_event_of_two_files_is_merged(void **state)
{
    struct import_case *test = *state;
    import_case_format(test, "ucdp-ged");
    import_case_file(test, TEXT(HEADER "1,2014,1,10,A,11,B,2014-03-05,2014-03-06,,,\n"));
    import_case_file(test, TEXT(HEADER "1,2014,1,10,A,11,B,2014-03-05,2014-03-06,,,\n"
                                       "2,2014,1,10,A,11,B,2014-03-05,2014-03-06,,,\n"));
    import_case_end(test);
    assert_ties(test, "A - B conflict- 2014/2014 w2\n");
    assert_account(test, 2, 1, 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_events_of_a_year_are_one_tie_with_the_killed_summed),
        import_test(test_a_dyad_lasts_from_its_first_to_its_last_event),
        import_test(test_a_file_without_a_header_has_the_49_columns),
        import_test(test_an_event_of_two_files_is_merged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
