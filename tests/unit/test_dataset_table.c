/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/dataset_table.h"

#include "report/format_csv.h"
#include "report_case.h"

static const char *write_view(struct report_case *test, const char *name)
{
    struct error error = {0};
    struct report_table table;
    const struct dataset_view *view = dataset_view_find(text_from(name), &error);
    assert_non_null(view);
    view->build(&test->selection, &table);
    buffer_release(&test->written);
    report_write_csv(&table, 1, &test->written);
    report_table_release(&table);
    return report_case_written(test);
}

static void narrow(struct report_case *test, const char *name, const char *value)
{
    struct error error = {0};
    struct selection_query query = {0};
    if (!query_set(&query, &test->dataset.arena, text_from(name), text_from(value), &error))
        fail_msg("%s", error.message);
    selection_release(&test->selection);
    selection_evaluate(&test->selection, &test->dataset, &query);
    query_release(&query);
}

static void test_groups_have_their_ties_counted(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_contains(
        write_view(&test, "groups"),
        "guard,Northern Guard,Guard,,faction,,North,XN,2014,2016-03,2,Led by one person.");
    report_case_release(&test);
}

static void test_relations_leave_out_the_rejected_and_name_their_sources(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    const char *csv = write_view(&test, "relations");
    assert_contains(csv, "pledge_band,2015-06,..,band,Band,pledge,league,League,pledge,+,directed,"
                         "certain,contested,reported,2,moe_2016;wire_2015,,1,");
    assert_lacks(csv, "refused_shura");
    report_case_release(&test);
}

static void test_window_tells_possible_from_certain(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    narrow(&test, "during", "2015-06");
    const char *csv = write_view(&test, "relations");
    assert_contains(csv, "mutual,possible,supported,inferred");
    assert_contains(csv, "directed,certain,contested,reported");
    assert_lacks(csv, "attack_state_band");
    report_case_release(&test);
}

static void test_narrowed_sources_are_those_that_are_cited(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_contains(write_view(&test, "sources"), "moe_2016");
    narrow(&test, "kind", "attack");
    assert_lacks(write_view(&test, "sources"), "moe_2016");
    assert_contains(write_view(&test, "sources"), "wire_2015");
    report_case_release(&test);
}

static void test_narrowed_kinds_are_those_that_are_used(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_contains(write_view(&test, "kinds"), "purge,conflict,-,directed,event,purge,0,");
    narrow(&test, "family", "conflict");
    assert_contains(write_view(&test, "kinds"), "attack,conflict,-,directed,event,attack,1,");
    assert_lacks(write_view(&test, "kinds"), "purge");
    report_case_release(&test);
}

static void test_estimates_follow_their_group_or_relation(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    const char *csv = write_view(&test, "estimates");
    assert_contains(csv, "guard,,fighters,200,300,2015,moe_2016,8,");
    assert_contains(csv, ",attack_state_band,killed,12,,2015-11,wire_2015,1,At least 12.");
    narrow(&test, "family", "split");
    assert_lacks(write_view(&test, "estimates"), "attack_state_band");
    report_case_release(&test);
}

static void test_claims_keep_stance_and_grade(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_contains(write_view(&test, "claims"), "pledge_band,wire_2015,p. 2,disputes,stated,,,");
    report_case_release(&test);
}

static void test_misspelt_view_gets_a_suggestion(void **state)
{
    (void)state;
    struct error error = {0};
    assert_null(dataset_view_find(TEXT("relatoins"), &error));
    assert_contains(error.message, "did you mean 'relations'?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_have_their_ties_counted),
        cmocka_unit_test(test_relations_leave_out_the_rejected_and_name_their_sources),
        cmocka_unit_test(test_window_tells_possible_from_certain),
        cmocka_unit_test(test_narrowed_sources_are_those_that_are_cited),
        cmocka_unit_test(test_narrowed_kinds_are_those_that_are_used),
        cmocka_unit_test(test_estimates_follow_their_group_or_relation),
        cmocka_unit_test(test_claims_keep_stance_and_grade),
        cmocka_unit_test(test_misspelt_view_gets_a_suggestion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
