/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/totals.h"

#include "report/format_csv.h"
#include "report_case.h"

static void test_totals_add_up(void **state)
{
    (void)state;
    struct load_totals totals = {
        .tables = {[TABLE_GROUPS] =
                       {.file = "groups.csv", .read = 9, .used = 6, .rejected = 3, .merged = 1}},
    };
    struct report_table table;
    struct buffer buffer = {0};
    totals_build(&totals, &table);
    report_write_csv(&table, 1, &buffer);
    assert_contains(buffer.at, "file,read,used,rejected,repeated\ngroups.csv,9,5,3,1\n");
    buffer_release(&buffer);
    report_table_release(&table);
}

static void test_findings_and_their_counts_are_in_words(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    totals_add_findings(&test.findings, &test.written);
    assert_contains(report_case_written(&test),
                    "relations.csv:6:1: note rejected-relation: 'refused_shura'");
    buffer_release(&test.written);
    totals_add_counts(&test.findings, &test.written);
    assert_string_equal(report_case_written(&test), "0 errors, 0 warnings, 1 note\n");
    report_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals_add_up),
        cmocka_unit_test(test_findings_and_their_counts_are_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
