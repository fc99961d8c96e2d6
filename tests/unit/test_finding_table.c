/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/finding_table.h"

#include "model/catalogue.h"
#include "report/format_csv.h"
#include "report_case.h"

static void test_findings_keep_place_level_and_code(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    report_case_init(&test);
    finding_table_build(&test.findings, &table);
    report_write_csv(&table, 1, &test.written);
    assert_contains(report_case_written(&test), "relations.csv,6,1,note,rejected-relation,");
    report_table_release(&table);
    report_case_release(&test);
}

static void test_counts_are_by_level(void **state)
{
    (void)state;
    struct findings findings = {0};
    struct place place = {.file = TEXT("f"), .line = 1, .column = 1};
    findings_add(&findings, catalogue_get(FOUND_ID_REPEATED), place, "one");
    findings_add(&findings, catalogue_get(FOUND_ID_REPEATED), place, "two");
    findings_add(&findings, catalogue_get(FOUND_RELATION_REJECTED), place, "three");
    struct report_table table;
    finding_table_build_counts(&findings, &table);
    assert_true(report_table_cell(&table, 0, 0)->number == 2);
    assert_true(report_table_cell(&table, 0, 1)->number == 0);
    assert_true(report_table_cell(&table, 0, 2)->number == 1);
    report_table_release(&table);
    findings_release(&findings);
}

static void test_catalogue_has_every_code(void **state)
{
    (void)state;
    struct report_table table;
    finding_table_build_catalogue(&table);
    assert_int_equal(report_table_row_count(&table), CATALOGUE_COUNT);
    report_table_release(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings_keep_place_level_and_code),
        cmocka_unit_test(test_counts_are_by_level),
        cmocka_unit_test(test_catalogue_has_every_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
