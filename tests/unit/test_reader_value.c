/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"
#include "importer/reader.h"

static const struct import_column columns[] = {
    {"n", NULL, true, "number"},
    {"d", NULL, true, "date"},
};

static const struct reader_layout layout = {.columns = columns, .count = 2};
static struct reader reader;

/* Open a table and begin its first row. */
static void read_row(struct import_case *test, const char *text)
{
    struct error error = {0};
    import_case_open(test, text_from(text));
    assert_true(reader_open(&reader, &test->import, "f", &layout, &error));
    assert_true(reader_next(&reader));
    import_begin_row(&test->import, reader.line, (struct text){0});
}

static void end_row(struct import_case *test, bool use)
{
    struct error error = {0};
    if (use)
        import_use(&test->import);
    import_end_row(&test->import);
    assert_true(reader_close(&reader, &error));
}

static void test_whole_numbers_may_end_in_a_point_and_zero(void **state)
{
    struct import_case *test = *state;
    long value = 0;
    read_row(test, "n,d\n 2014.0 ,\n");
    assert_true(reader_whole(&reader, 0, 7, &value));
    assert_int_equal(value, 2014);
    assert_true(reader_whole(&reader, 1, 7, &value));
    assert_int_equal(value, 7);
    end_row(test, true);
}

static void test_what_is_no_whole_number_rejects_the_row(void **state)
{
    struct import_case *test = *state;
    long value = 0;
    read_row(test, "n,d\n2014.5,\n");
    assert_false(reader_whole(&reader, 0, 7, &value));
    end_row(test, false);
    assert_told(test, "2:1 bad-number\n");
    assert_account(test, 1, 0, 0, 1);
}

static void test_a_number_past_all_whole_ones_rejects_the_row(void **state)
{
    struct import_case *test = *state;
    long value = 0;
    read_row(test, "n,d\n7777777777777777777777777777777777777777,\n");
    assert_false(reader_whole(&reader, 0, 7, &value));
    end_row(test, false);
    assert_told(test, "2:1 bad-number\n");
}

static void test_a_decimal_comma_is_read_and_told(void **state)
{
    struct import_case *test = *state;
    double value = 0;
    read_row(test, "n;d\n1,5;\n");
    assert_true(reader_number(&reader, 0, 0, &value));
    assert_true(value == 1.5);
    end_row(test, true);
    assert_told(test, "2:1 decimal-comma\n");
}

static void test_a_comma_that_may_part_thousands_is_refused(void **state)
{
    struct import_case *test = *state;
    double value = 0;
    read_row(test, "n;d\n1,500;\n");
    assert_false(reader_number(&reader, 0, 0, &value));
    end_row(test, false);
    assert_told(test, "2:1 bad-number\n");
}

static void test_order_of_day_and_month_is_shown_by_another_row(void **state)
{
    struct import_case *test = *state;
    struct when when;
    read_row(test, "n,d\n1,03/04/2015\n2,25/04/2015\n");
    assert_true(reader_date(&reader, 1, &when));
    assert_string_equal(when.text, "2015-04-03");
    end_row(test, true);
    assert_told(test, "");
}

static void test_a_date_that_nothing_decides_is_one_of_two(void **state)
{
    struct import_case *test = *state;
    struct when when;
    read_row(test, "n,d\n1,03/04/2015\n");
    assert_true(reader_date(&reader, 1, &when));
    assert_string_equal(when.text, "[2015-03-04,2015-04-03]");
    end_row(test, true);
    assert_told(test, "2:3 ambiguous-date\n");
}

static void test_an_option_decides(void **state)
{
    struct import_case *test = *state;
    struct when when;
    test->options.dates = TEXT("mdy");
    read_row(test, "n,d\n1,03/04/2015\n");
    assert_true(reader_date(&reader, 1, &when));
    assert_string_equal(when.text, "2015-03-04");
    end_row(test, true);
}

static void test_what_is_no_date_rejects_the_row(void **state)
{
    struct import_case *test = *state;
    struct when when;
    read_row(test, "n,d\n1,2015-02-30\n");
    assert_false(reader_date(&reader, 1, &when));
    end_row(test, false);
    assert_told(test, "2:3 bad-date\n");
}

static void test_dates_in_several_ways_are_told_once(void **state)
{
    struct import_case *test = *state;
    struct when when;
    read_row(test, "n,d\n1,2015-02-03\n2,3 May 2015\n");
    assert_true(reader_date(&reader, 1, &when));
    import_use(&test->import);
    import_end_row(&test->import);
    assert_true(reader_next(&reader));
    import_begin_row(&test->import, reader.line, (struct text){0});
    assert_true(reader_date(&reader, 1, &when));
    assert_string_equal(when.text, "2015-05-03");
    end_row(test, true);
    assert_told(test, "3:0 mixed-dates\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_whole_numbers_may_end_in_a_point_and_zero),
        import_test(test_what_is_no_whole_number_rejects_the_row),
        import_test(test_a_number_past_all_whole_ones_rejects_the_row),
        import_test(test_a_decimal_comma_is_read_and_told),
        import_test(test_a_comma_that_may_part_thousands_is_refused),
        import_test(test_order_of_day_and_month_is_shown_by_another_row),
        import_test(test_a_date_that_nothing_decides_is_one_of_two),
        import_test(test_an_option_decides),
        import_test(test_what_is_no_date_rejects_the_row),
        import_test(test_dates_in_several_ways_are_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
