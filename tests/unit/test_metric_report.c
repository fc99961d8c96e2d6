/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/metric_report.h"

#include "report/format_csv.h"
#include "report/format_text.h"
#include "report_case.h"

static void build(struct report_case *test, const struct metric_wish *wish,
                  struct report_table *table)
{
    struct error error = {0};
    report_case_init(test);
    report_case_measure(test);
    if (!metric_report_build(&test->selection, &test->results, wish, table, &error))
        fail_msg("%s", error.message);
}

static void finish(struct report_case *test, struct report_table *table)
{
    report_table_release(table);
    report_case_release(test);
}

static void test_named_metrics_stand_in_the_order_asked_for(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    struct metric_wish wish = {.metrics = TEXT("degree_negative, degree")};
    build(&test, &wish, &table);
    report_write_csv(&table, 1, &test.written);
    assert_contains(report_case_written(&test), "id,label,region,degree_negative,degree\n"
                                                "band,Band,East,1,2\n"
                                                "guard,Guard,North,0,2\n"
                                                "league,League,North,0,2\n"
                                                "shura,Şûra,East,1,2\n");
    finish(&test, &table);
}

static void test_sorted_rows_are_cut_to_the_top(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    struct metric_wish wish = {
        .metrics = TEXT("degree_negative"), .sort = TEXT("degree_negative"), .top = 2};
    build(&test, &wish, &table);
    report_write_csv(&table, 1, &test.written);
    assert_string_equal(report_case_written(&test), "id,label,region,degree_negative\n"
                                                    "state,E. State,East,2\n"
                                                    "band,Band,East,1\n");
    finish(&test, &table);
}

static void test_people_see_the_chief_metrics_and_programs_all(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    struct metric_wish wish = {.sort = TEXT("hub")};
    build(&test, &wish, &table);
    report_write_text(&table, 1, &test.written);
    const char *header_end = strchr(report_case_written(&test), '\n');
    const char *hub = strstr(report_case_written(&test), " hub ");
    assert_true(hub != NULL && hub < header_end);
    assert_lacks(report_case_written(&test), "authority");
    buffer_release(&test.written);
    report_write_csv(&table, 1, &test.written);
    assert_contains(report_case_written(&test), ",authority,");
    finish(&test, &table);
}

static void test_network_has_its_layers_side_by_side(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    struct metric_wish wish = {.scope = SCOPE_NETWORK,
                               .metrics = TEXT("ties,ties_positive,groups")};
    build(&test, &wish, &table);
    report_write_csv(&table, 1, &test.written);
    assert_contains(report_case_written(&test), "ties,5,2,2,ties,");
    assert_contains(report_case_written(&test), "\ngroups,5,,,groups,");
    assert_int_equal(report_table_row_count(&table), 2);
    finish(&test, &table);
}

static void test_sign_policy_and_seed_go_with_the_numbers(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    struct metric_wish wish = {.scope = SCOPE_COMPONENT};
    build(&test, &wish, &table);
    report_write_text(&table, 1, &test.written);
    assert_contains(report_case_written(&test), "Seed of random algorithms: 20140629\n");
    assert_contains(report_case_written(&test),
                    "positive pledge, alliance; negative conflict, attack; neutral split\n");
    finish(&test, &table);
}

static void test_unknown_metric_is_told_with_the_nearest(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    struct error error = {0};
    struct metric_wish wish = {.metrics = TEXT("degre")};
    report_case_init(&test);
    report_case_measure(&test);
    assert_false(metric_report_build(&test.selection, &test.results, &wish, &table, &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_contains(error.message, "there is no group metric 'degre'; did you mean 'degree'?");
    report_case_release(&test);
}

static void test_metric_that_is_not_shown_cannot_sort(void **state)
{
    (void)state;
    struct report_case test;
    struct report_table table;
    struct error error = {0};
    struct metric_wish wish = {.metrics = TEXT("degree"), .sort = TEXT("hub")};
    report_case_init(&test);
    report_case_measure(&test);
    assert_false(metric_report_build(&test.selection, &test.results, &wish, &table, &error));
    assert_contains(error.message, "cannot sort by 'hub'");
    report_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_named_metrics_stand_in_the_order_asked_for),
        cmocka_unit_test(test_sorted_rows_are_cut_to_the_top),
        cmocka_unit_test(test_people_see_the_chief_metrics_and_programs_all),
        cmocka_unit_test(test_network_has_its_layers_side_by_side),
        cmocka_unit_test(test_sign_policy_and_seed_go_with_the_numbers),
        cmocka_unit_test(test_unknown_metric_is_told_with_the_nearest),
        cmocka_unit_test(test_metric_that_is_not_shown_cannot_sort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
