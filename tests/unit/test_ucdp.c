/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"
#include "importer/ucdp.h"
#include "model/date.h"

static const struct import_column columns[] = {
    {"start", NULL, true, ""},
    {"end", NULL, true, ""},
    {"year", NULL, true, ""},
};

static bool read_days(struct import_case *test, const char *row, int32_t *first, int32_t *last)
{
    static const struct reader_layout layout = {.columns = columns, .count = 3};
    struct error error = {0};
    struct reader reader;
    struct buffer table = {0};
    buffer_add_format(&table, "start,end,year\n%s\n", row);
    import_case_open(test, buffer_text(&table));
    assert_true(reader_open(&reader, &test->import, "f", &layout, &error));
    assert_true(reader_next(&reader));
    import_begin_row(&test->import, reader.line, (struct text){0});
    const bool good = ucdp_read_days(&reader, 0, 1, 2, first, last);
    if (good)
        import_use(&test->import);
    import_end_row(&test->import);
    assert_true(reader_close(&reader, &error));
    buffer_release(&table);
    return good;
}

static int32_t day_of(const char *text)
{
    struct date date;
    const char *reason = NULL;
    size_t offset = 0;
    assert_true(date_parse(text_from(text), &date, &reason, &offset));
    return date.earliest;
}

static void assert_days(struct import_case *test, const char *row, const char *first,
                        const char *last)
{
    int32_t days[2];
    assert_true(read_days(test, row, &days[0], &days[1]));
    assert_int_equal(days[0], day_of(first));
    assert_int_equal(days[1], day_of(last));
}

static void assert_no_days(struct import_case *test, const char *row)
{
    int32_t days[2];
    assert_false(read_days(test, row, &days[0], &days[1]));
    assert_account(test, 1, 0, 0, 1);
}

static void test_regions_are_numbers_or_words(void **state)
{
    struct import_case *test = *state;
    (void)test;
    assert_true(text_equal_string(ucdp_region(TEXT("4")), "Africa"));
    assert_true(text_equal_string(ucdp_region(TEXT("Asia")), "Asia"));
    assert_int_equal(ucdp_region(TEXT("1, 2")).length, 0);
    assert_int_equal(ucdp_region(TEXT("9")).length, 0);
    assert_int_equal(ucdp_region(TEXT("")).length, 0);
}

static void test_a_group_is_its_id_and_a_government_a_state(void **state)
{
    struct import_case *test = *state;
    import_case_open(test, TEXT(""));
    struct reader reader = {.import = &test->import, .line = 7};
    const uint32_t arcadia = ucdp_take_group(&test->import, &reader, TEXT("10"),
                                             TEXT("Government of Arcadia"), TEXT("Africa"));
    const uint32_t front =
        ucdp_take_group(&test->import, &reader, TEXT("11"), TEXT("Front"), TEXT("Africa"));
    const uint32_t again =
        ucdp_take_group(&test->import, &reader, TEXT("11"), TEXT("New Front"), TEXT("Asia"));
    const struct intake_group *groups = test->import.intake.groups.items;
    assert_int_equal(groups[arcadia].kind, GROUP_STATE);
    assert_int_equal(front, again);
    assert_true(text_equal_string(groups[front].name, "Front"));
    assert_true(text_equal_string(groups[front].region, "Africa"));
    assert_told(test, "7:0 changed-name\n");
}

static void test_days_are_those_of_the_dates_or_of_the_year(void **state)
{
    struct import_case *test = *state;
    assert_days(test, "2014-03-05,2014-03-07 00:00:00.000,2014", "2014-03-05", "2014-03-07");
    assert_days(test, ",,2014", "2014-01-01", "2014-12-31");
    assert_days(test, "2014-03-05,,2014", "2014-03-05", "2014-12-31");
    assert_days(test, "2012-02-29,2012-02-29,2012", "2012-02-29", "2012-02-29");
}

static void test_days_that_are_none_reject_the_row_where_they_stand(void **state)
{
    struct import_case *test = *state;
    assert_no_days(test, "2014-02-30,2014-03-01,2014");
    assert_no_days(test, "2014-03-05,2014-03-04,2014");
    assert_no_days(test, ",,0");
    assert_no_days(test, ",,x");
    assert_told(test, "2:1 bad-date\n2:12 date-order\n2:3 bad-date\n2:3 bad-number\n");
}

static void test_codes_are_counted_and_unknown_ones_told_with_a_way_out(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "ucdp-ged",
        "id,year,type_of_violence,side_a_new_id,side_a,side_b_new_id,side_b,date_start,"
        "date_end\n1,2014,1,10,Government of A,11,B,2014-03-05,2014-03-05\n"
        "1,2014,1,10,Government of A,11,B,2014-03-05,2014-03-05\n"
        "2,2014,3,10,Government of A,1,Civilians,2014-03-05,2014-03-05\n"
        "3,2014,9,10,Government of A,11,B,2014-03-05,2014-03-05\n"
        "4,2014,2,12,,11,B,2014-03-05,2014-03-05\n"
        "5,2014,2,11,B,11,B,2014-03-05,2014-03-05\n");
    assert_ties(test, "Government of A - B conflict- 2014/2014\n");
    assert_told(test, "4:8 left-out\n5:8 unknown-value\n6:13 missing-value\n7:0 self-relation\n");
    assert_account(test, 6, 1, 1, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_regions_are_numbers_or_words),
        import_test(test_a_group_is_its_id_and_a_government_a_state),
        import_test(test_days_are_those_of_the_dates_or_of_the_year),
        import_test(test_days_that_are_none_reject_the_row_where_they_stand),
        import_test(test_codes_are_counted_and_unknown_ones_told_with_a_way_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
