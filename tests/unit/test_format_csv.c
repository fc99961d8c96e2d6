/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_csv.h"

#include "sample_table.h"

static void test_every_column_is_written_exactly_and_no_formula_survives(void **state)
{
    (void)state;
    struct report_table table;
    struct buffer buffer = {0};
    sample_table_init(&table);
    report_write_csv(&table, 1, &buffer);
    assert_string_equal(buffer.at, "id,name,share,ties\n"
                                   "a,Şûra | <b>,0.3333333333333333,12\n"
                                   "b,'=1+1,,3\n");
    buffer_release(&buffer);
    report_table_release(&table);
}

static void test_table_without_rows_has_its_header(void **state)
{
    (void)state;
    struct report_table table;
    struct buffer buffer = {0};
    sample_table_init(&table);
    report_table_truncate(&table, 0);
    report_write_csv(&table, 1, &buffer);
    assert_string_equal(buffer.at, "id,name,share,ties\n");
    buffer_release(&buffer);
    report_table_release(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_column_is_written_exactly_and_no_formula_survives),
        cmocka_unit_test(test_table_without_rows_has_its_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
