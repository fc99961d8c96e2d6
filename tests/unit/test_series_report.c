/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/series_report.h"

#include "metrics/series.h"
#include "report_case.h"

/* The dataset north by year, 2014 to 2016, with the measures of the list. */
static bool build(struct report_case *test, const char *measures, struct report_table *table,
                  struct error *error)
{
    struct metric_series series;
    const struct selection_query query = {
        .has_window = true,
        .window = {.first = day_from_civil(2014, 1, 1), .last = day_from_civil(2016, 12, 31)}};
    report_case_init(test);
    assert_true(series_measure(&test->dataset, &query, STEP_YEAR, 1, &series, error));
    const bool built =
        series_report_build(&test->selection, &series, text_from(measures), table, error);
    metric_series_release(&series); /* the table lasts */
    return built;
}

static double number(const struct report_table *table, size_t row, const char *column)
{
    return report_table_cell(table, row, report_table_find_column(table, column))->number;
}

static void test_a_row_is_a_window_and_outlives_the_series(void **state)
{
    struct report_case test;
    struct report_table table;
    struct error error = {0};
    (void)state;
    assert_true(build(&test, "ties, pledges", &table, &error));
    assert_int_equal(report_table_row_count(&table), 3);
    assert_true(text_equal_string(report_table_cell(&table, 1, 0)->text, "2015"));
    assert_true(text_equal_string(report_table_cell(&table, 1, 2)->text, "2015-12-31"));
    assert_true(number(&table, 1, "ties") == 4 && number(&table, 1, "ties_certain") == 3);
    assert_true(number(&table, 1, "pledges") == 1 && number(&table, 0, "pledges") == 0);
    assert_int_equal(table.columns.count, 3 + 4);
    report_table_release(&table);
    report_case_release(&test);
}

static void test_people_are_shown_the_chief_measures(void **state)
{
    struct report_case test;
    struct report_table table;
    struct error error = {0};
    (void)state;
    assert_true(build(&test, "", &table, &error));
    assert_false(table.columns.items[report_table_find_column(&table, "ties")].detail);
    assert_false(table.columns.items[report_table_find_column(&table, "ties_certain")].detail);
    assert_true(table.columns.items[report_table_find_column(&table, "ties_kept_certain")].detail);
    assert_true(table.columns.items[report_table_find_column(&table, "triads_003")].detail);
    report_table_release(&table);
    report_case_release(&test);
}

static void test_an_unknown_measure_is_refused(void **state)
{
    struct report_case test;
    struct report_table table;
    struct error error = {0};
    (void)state;
    assert_false(build(&test, "ties,switchs", &table, &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_contains(error.message, "'switches'");
    report_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_is_a_window_and_outlives_the_series),
        cmocka_unit_test(test_people_are_shown_the_chief_measures),
        cmocka_unit_test(test_an_unknown_measure_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
