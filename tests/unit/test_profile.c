/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/profile.h"

#include "report/format_text.h"
#include "report_case.h"

static void write_profile(struct report_case *test, const char *group)
{
    struct report_table tables[PROFILE_TABLES];
    profile_build(&test->selection, dataset_find_group(&test->dataset, text_from(group)), tables);
    report_write_text(tables, PROFILE_TABLES, &test->written);
    for (size_t i = 0; i < PROFILE_TABLES; i++)
        report_table_release(&tables[i]);
}

static void test_profile_has_names_life_and_estimates(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    write_profile(&test, "guard");
    assert_contains(report_case_written(&test), "Name         Northern Guard\n");
    assert_contains(report_case_written(&test), "Life         2014 – March 2016\n");
    assert_contains(report_case_written(&test), "fighters  200   300  2015  Moe 2016, par. 8");
    report_case_release(&test);
}

static void test_profile_tells_rejected_ties_as_rejected(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    write_profile(&test, "shura");
    assert_contains(report_case_written(&test), "Other names  Shura\n");
    assert_contains(report_case_written(&test), "refused pledge to League of the North  rejected");
    assert_lacks(report_case_written(&test), "Band of the Pass");
    report_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_profile_has_names_life_and_estimates),
        cmocka_unit_test(test_profile_tells_rejected_ties_as_rejected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
