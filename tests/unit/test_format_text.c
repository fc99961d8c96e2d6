/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_text.h"

#include "sample_table.h"

static void test_columns_are_aligned_by_letters_not_bytes(void **state)
{
    (void)state;
    struct report_table table;
    struct buffer buffer = {0};
    sample_table_init(&table);
    report_write_text(&table, 1, &buffer);
    assert_string_equal(buffer.at, "Sample\n"
                                   "\n"
                                   "Name        Share  Ties\n"
                                   "Şûra | <b>   0.33    12\n"
                                   "=1+1            -     3\n"
                                   "\n"
                                   "Signs: positive pledge\n");
    buffer_release(&buffer);
    report_table_release(&table);
}

static void test_record_is_read_downwards_without_empty_lines(void **state)
{
    (void)state;
    struct report_table table;
    struct buffer buffer = {0};
    sample_record_init(&table);
    report_write_text(&table, 1, &buffer);
    assert_string_equal(buffer.at, "Name         Band\n"
                                   "Ties         2\n");
    buffer_release(&buffer);
    report_table_release(&table);
}

static void test_tables_are_set_apart(void **state)
{
    (void)state;
    struct report_table tables[2];
    struct buffer buffer = {0};
    sample_record_init(&tables[0]);
    sample_record_init(&tables[1]);
    report_write_text(tables, 2, &buffer);
    assert_non_null(strstr(buffer.at, "2\n\nName"));
    buffer_release(&buffer);
    report_table_release(&tables[0]);
    report_table_release(&tables[1]);
}

static void test_width_counts_marks_as_none_and_wide_letters_as_two(void **state)
{
    (void)state;
    assert_int_equal(text_columns(TEXT("")), 0);
    assert_int_equal(text_columns(TEXT("abc")), 3);
    assert_int_equal(text_columns(TEXT("Şûra")), 4);
    assert_int_equal(text_columns(TEXT("u\xcc\x82")), 1);
    assert_int_equal(text_columns(TEXT("\xe5\x8c\x97")), 2);
}

static const char *cell_text(struct buffer *buffer, int decimals, double number)
{
    struct report_column column = {"a", "A", decimals, false};
    struct report_cell cell = {.number = number, .is_number = true};
    buffer_release(buffer);
    report_add_cell(buffer, &column, &cell);
    return buffer->at;
}

static void test_numbers_keep_the_decimals_of_their_column(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    assert_string_equal(cell_text(&buffer, 3, 0.5), "0.500");
    assert_string_equal(cell_text(&buffer, 0, 1234567), "1234567");
    assert_string_equal(cell_text(&buffer, REPORT_MIXED, 0.5), "0.5");
    assert_string_equal(cell_text(&buffer, 3, (double)NAN), "-");
    buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_are_aligned_by_letters_not_bytes),
        cmocka_unit_test(test_record_is_read_downwards_without_empty_lines),
        cmocka_unit_test(test_tables_are_set_apart),
        cmocka_unit_test(test_width_counts_marks_as_none_and_wide_letters_as_two),
        cmocka_unit_test(test_numbers_keep_the_decimals_of_their_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
