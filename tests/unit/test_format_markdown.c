/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_markdown.h"

#include "sample_table.h"

static void test_markup_in_cells_is_escaped(void **state)
{
    (void)state;
    struct report_table table;
    struct buffer buffer = {0};
    sample_table_init(&table);
    report_write_markdown(&table, 1, &buffer);
    assert_string_equal(buffer.at, "## Sample\n"
                                   "\n"
                                   "| Name | Share | Ties |\n"
                                   "| --- | ---: | ---: |\n"
                                   "| Şûra \\| \\<b\\> | 0.33 | 12 |\n"
                                   "| =1+1 | - | 3 |\n"
                                   "\n"
                                   "Signs: positive pledge\n");
    buffer_release(&buffer);
    report_table_release(&table);
}

static void test_record_is_a_list(void **state)
{
    (void)state;
    struct report_table table;
    struct buffer buffer = {0};
    sample_record_init(&table);
    report_write_markdown(&table, 1, &buffer);
    assert_string_equal(buffer.at, "- Name: Band\n- Ties: 2\n");
    buffer_release(&buffer);
    report_table_release(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup_in_cells_is_escaped),
        cmocka_unit_test(test_record_is_a_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
