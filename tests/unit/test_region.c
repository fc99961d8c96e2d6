/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/region.h"

#include "select_case.h"

static void test_regions_are_compared_without_case(void **state)
{
    (void)state;
    struct select_case test;
    select_case_init(&test);
    select_case_group(&test, "a", "Libya", "", "");
    select_case_group(&test, "b", "LIBYA", "", "");
    select_case_group(&test, "c", "", "", "");
    dataset_build_index(&test.dataset);
    assert_true(region_exists(&test.dataset, TEXT("libya")));
    assert_false(region_exists(&test.dataset, TEXT("Lib")));
    assert_false(region_exists(&test.dataset, TEXT("")));
    select_case_release(&test);
}

static void test_groups_of_all_spellings_are_marked(void **state)
{
    (void)state;
    struct select_case test;
    struct text_list names = {0};
    select_case_init(&test);
    select_case_group(&test, "a", "Libya", "", "");
    select_case_group(&test, "b", "LIBYA", "", "");
    select_case_group(&test, "c", "", "", "");
    select_case_group(&test, "d", "Egypt", "", "");
    dataset_build_index(&test.dataset);
    list_push(&names, TEXT("libya"));
    bool *marks = region_mark_groups(&test.dataset, &names);
    assert_true(marks[0] && marks[1]);
    assert_false(marks[2] || marks[3]);
    list_free(marks);
    list_release(&names);
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_regions_are_compared_without_case),
        cmocka_unit_test(test_groups_of_all_spellings_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
