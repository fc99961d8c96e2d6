/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/switch_table.h"

#include "select_case.h"

static const char *cell(const struct report_table *table, const char *column)
{
    static char text[200];
    const struct text found =
        report_table_cell(table, 0, report_table_find_column(table, column))->text;
    snprintf(text, sizeof text, TEXT_FORMAT, TEXT_PARTS(found));
    return text;
}

static void test_a_row_names_groups_ties_and_sources(void **state)
{
    struct select_case test;
    struct report_table table;
    (void)state;
    select_case_init(&test);
    select_case_group(&test, "hub", "North", "", "");
    select_case_group(&test, "rival", "North", "", "");
    select_case_group(&test, "turning", "North", "", "");
    select_case_tie(&test, 0, 1, "rivalry", "2011", "");
    select_case_tie(&test, 2, 0, "split", "2014-09", "");
    select_case_tie(&test, 2, 1, "pledge", "2014-10", "");
    select_case_run(&test);
    switch_table_init(&table, TEXT("Changes of side"));
    switch_table_add(&table, &test.dataset,
                     &(struct alliance_switch){.group = 2,
                                               .left = 0,
                                               .joined = 1,
                                               .leave = 1,
                                               .join = 2,
                                               .opposition = 0,
                                               .possible = true});
    assert_int_equal(report_table_row_count(&table), 1);
    assert_string_equal(cell(&table, "group"), "turning");
    assert_string_equal(cell(&table, "left"), "hub");
    assert_string_equal(cell(&table, "joined_label"), "rival");
    assert_string_equal(cell(&table, "when"), "2014-10");
    assert_string_equal(cell(&table, "certainty"), "possible");
    assert_string_equal(cell(&table, "leave"), "split");
    assert_string_equal(cell(&table, "join"), "pledge");
    assert_string_equal(cell(&table, "opposition"), "rivalry");
    assert_string_equal(cell(&table, "opposed"), "hub: rivalry with rival");
    assert_string_equal(cell(&table, "joined_sources"), "S");
    report_table_release(&table);
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_row_names_groups_ties_and_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
