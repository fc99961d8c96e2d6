/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/path_report.h"

#include <math.h>

#include "select_case.h"

/* a to d by b, in order of time, and by c, which is not; e has no tie. */
static void fill(struct select_case *test)
{
    static const char *const ids[] = {"a", "b", "c", "d", "e"};
    select_case_init(test);
    for (size_t i = 0; i < 5; i++)
        select_case_group(test, ids[i], "North", "", "");
    select_case_tie(test, 0, 1, "pledge", "2013", "2013");
    select_case_tie(test, 0, 1, "attack", "2015", "");
    select_case_tie(test, 1, 3, "alliance", "2014", "2014");
    select_case_tie(test, 0, 2, "rivalry", "2015", "2015");
    select_case_tie(test, 2, 3, "support", "2013", "2013");
    select_case_run(test);
}

static void release(struct report_table tables[PATH_TABLES])
{
    for (size_t i = 0; i < PATH_TABLES; i++)
        report_table_release(&tables[i]);
}

/* The rows as "first second, first second", by the names of two columns. */
static void expect(const struct report_table *table, const char *first, const char *second,
                   const char *expected)
{
    char found[400] = "";
    size_t length = 0;
    const char *const names[2] = {first, second};
    for (size_t row = 0; row < report_table_row_count(table); row++)
        for (size_t k = 0; k < 2; k++) {
            const struct report_cell *cell =
                report_table_cell(table, row, report_table_find_column(table, names[k]));
            char number[16];
            snprintf(number, sizeof number, "%g", cell->number);
            const struct text text = cell->is_number ? text_from(number) : cell->text;
            length += (size_t)snprintf(found + length, sizeof found - length, "%s" TEXT_FORMAT,
                                       k == 1    ? " "
                                       : row > 0 ? ", "
                                                 : "",
                                       TEXT_PARTS(text));
        }
    assert_string_equal(found, expected);
}

/* With fewer ties the path by b is another one in order of time: the attack is too late. */
static void test_each_rule_has_its_paths_and_their_ties(void **state)
{
    struct select_case test;
    struct report_table tables[PATH_TABLES];
    const struct connection_query query = {.from = 0, .to = 3};
    (void)state;
    fill(&test);
    assert_true(path_report_build(&test.selection, &query, 10, tables));
    expect(&tables[PATH_SUMMARY], "connected", "paths", "yes 2, yes 1, yes 1");
    expect(&tables[PATH_PATHS], "path", "group_ids", "1 a;b;d, 2 a;c;d, 3 a;b;d, 3 a;b;d");
    expect(&tables[PATH_PATHS], "rule", "sign",
           "at any time mixed, at any time negative, possibly in order of time positive, certainly "
           "in order of time positive");
    expect(&tables[PATH_STEPS], "path", "relation",
           "1 pledge, 1 attack, 1 alliance, 2 rivalry, 2 support, 3 pledge, 3 alliance");
    expect(&tables[PATH_STEPS], "step", "sources", "1 S, 1 S, 2 S, 1 S, 2 S, 1 S, 2 S");
    release(tables);
    select_case_release(&test);
}

static void test_no_more_paths_are_listed_than_asked_for(void **state)
{
    struct select_case test;
    struct report_table tables[PATH_TABLES];
    const struct connection_query query = {.from = 0, .to = 3};
    (void)state;
    fill(&test);
    assert_true(path_report_build(&test.selection, &query, 1, tables));
    expect(&tables[PATH_SUMMARY], "paths", "listed", "2 1, 1 1, 1 1");
    expect(&tables[PATH_PATHS], "path", "group_ids", "1 a;b;d, 2 a;b;d, 2 a;b;d");
    release(tables);
    select_case_release(&test);
}

static void test_groups_that_are_not_connected(void **state)
{
    struct select_case test;
    struct report_table tables[PATH_TABLES];
    const struct connection_query query = {.from = 0, .to = 4};
    (void)state;
    fill(&test);
    assert_false(path_report_build(&test.selection, &query, 10, tables));
    expect(&tables[PATH_SUMMARY], "connected", "paths", "no 0, no 0, no 0");
    assert_true(isnan(report_table_cell(&tables[PATH_SUMMARY], 0,
                                        report_table_find_column(&tables[PATH_SUMMARY], "length"))
                          ->number));
    assert_int_equal(report_table_row_count(&tables[PATH_PATHS]), 0);
    assert_int_equal(report_table_row_count(&tables[PATH_STEPS]), 0);
    release(tables);
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_rule_has_its_paths_and_their_ties),
        cmocka_unit_test(test_no_more_paths_are_listed_than_asked_for),
        cmocka_unit_test(test_groups_that_are_not_connected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
