/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/report_table.h"

#include "sample_table.h"

static void test_cells_are_found_by_row_and_column(void **state)
{
    (void)state;
    struct report_table table;
    sample_table_init(&table);
    assert_int_equal(report_table_row_count(&table), 2);
    size_t ties = report_table_find_column(&table, "ties");
    assert_true(report_table_cell(&table, 1, ties)->number == 3);
    assert_true(text_equal_string(report_table_cell(&table, 1, 0)->text, "b"));
    assert_true(report_table_find_column(&table, "none") == SIZE_MAX);
    report_table_release(&table);
}

static void test_formatted_text_outlives_its_arguments(void **state)
{
    (void)state;
    static const struct report_column columns[] = {{"a", "A", REPORT_TEXT, false}};
    struct report_table table;
    char word[] = "one";
    report_table_init(&table, "t", (struct text){0}, columns, 1);
    report_table_add_format(&table, "%s-%d", word, 7);
    word[0] = 'X';
    assert_true(text_equal_string(report_table_cell(&table, 0, 0)->text, "one-7"));
    report_table_release(&table);
}

static void add_numbers(struct report_table *table, const double *numbers, size_t count)
{
    static const struct report_column columns[] = {
        {"row", "Row", 0, false},
        {"value", "Value", 2, false},
    };
    report_table_init(table, "t", (struct text){0}, columns, 2);
    for (size_t i = 0; i < count; i++) {
        report_table_add_number(table, (double)i);
        report_table_add_number(table, numbers[i]);
    }
}

static void test_sorting_puts_largest_first_and_undefined_last(void **state)
{
    (void)state;
    static const double numbers[] = {2, (double)NAN, 5, 2, -1, 5, 2};
    static const double expected[] = {2, 5, 0, 3, 6, 4, 1};
    struct report_table table;
    add_numbers(&table, numbers, 7);
    report_table_sort(&table, 1);
    for (size_t i = 0; i < 7; i++)
        assert_true(report_table_cell(&table, i, 0)->number == expected[i]);
    report_table_release(&table);
}

static void test_sorting_text_goes_from_a_to_z(void **state)
{
    (void)state;
    struct report_table table;
    sample_table_init(&table);
    report_table_sort(&table, 1);
    assert_true(text_equal_string(report_table_cell(&table, 0, 0)->text, "b"));
    report_table_release(&table);
}

static void test_truncating_keeps_the_first_rows(void **state)
{
    (void)state;
    struct report_table table;
    sample_table_init(&table);
    report_table_truncate(&table, 5);
    assert_int_equal(report_table_row_count(&table), 2);
    report_table_truncate(&table, 1);
    assert_int_equal(report_table_row_count(&table), 1);
    assert_true(text_equal_string(report_table_cell(&table, 0, 0)->text, "a"));
    report_table_release(&table);
}

static void test_skipping_leaves_the_first_rows_out(void **state)
{
    (void)state;
    struct report_table table;
    sample_table_init(&table);
    report_table_skip(&table, 1);
    assert_int_equal(report_table_row_count(&table), 1);
    assert_true(text_equal_string(report_table_cell(&table, 0, 0)->text, "b"));
    report_table_skip(&table, 5);
    assert_int_equal(report_table_row_count(&table), 0);
    report_table_release(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells_are_found_by_row_and_column),
        cmocka_unit_test(test_formatted_text_outlives_its_arguments),
        cmocka_unit_test(test_sorting_puts_largest_first_and_undefined_last),
        cmocka_unit_test(test_sorting_text_goes_from_a_to_z),
        cmocka_unit_test(test_truncating_keeps_the_first_rows),
        cmocka_unit_test(test_skipping_leaves_the_first_rows_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
