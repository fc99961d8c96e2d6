/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "load_case.h"

static void test_parents_may_stand_below_their_children(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv",
                  GROUPS_HEADER "a,Alpha,,,unit,b,East,,,,\n"
                                "b,Beta,,,organisation,,West,,,,\n");
    load_case_run(&test);
    load_case_expect(&test, "");
    assert_int_equal(test.dataset.groups.items[0].parent, 1);
    assert_int_equal(test.dataset.groups.items[1].parent, GROUP_NONE);
    load_case_release(&test);
}

static void test_a_cycle_of_parents_is_named_and_cut(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv",
                  GROUPS "c,Gamma,,,unit,d,,,,,\n"
                         "d,Delta,,,unit,e,,,,,\n"
                         "e,Epsilon,,,unit,c,,,,,\n"
                         "f,Zeta,,,unit,c,,,,,\n"
                         "g,Eta,,,unit,g,,,,,\n");
    load_case_run(&test);
    load_case_expect_line(&test, "d/groups.csv:4:16: error parent-cycle: parents go round: c -> d "
                                 "-> e -> c; they are left out\n");
    load_case_expect_line(&test, "d/groups.csv:8:14: error parent-cycle: parents go round: g -> "
                                 "g; they are left out\n");
    assert_int_equal(findings_count(&test.findings, FINDING_ERROR), 2);
    for (group_id i = 0; i < test.dataset.groups.count; i++)
        assert_int_equal(test.dataset.groups.items[i].parent, i == 5 ? 2 : GROUP_NONE);
    load_case_release(&test);
}

static void test_a_long_cycle_is_shortened(void **state)
{
    (void)state;
    char *rows = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&rows, &size);
    fputs(GROUPS, stream);
    for (int i = 0; i < 5000; i++)
        fprintf(stream, "g%d,G%d,,,unit,g%d,,,,,\n", i, i, (i + 1) % 5000);
    fclose(stream);
    load_case_check_line("groups.csv", rows,
                         "d/groups.csv:4:14: error parent-cycle: parents go round: g0 -> g1 -> g2 "
                         "-> g3 -> g4 -> g5 -> g6 -> g7 -> 4992 more -> g0; they are left out\n");
    free(rows);
}

/* One finding says why a table is unread and one a table speaks for the rows that wait for it. */
static void test_rows_that_name_an_unread_table_are_reported_once(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv", " ");
    load_case_add(&test, "estimates.csv",
                  ESTIMATES_HEADER "a,,fighters,1,2,,s1,,\nb,,fighters,1,2,,s1,,\n");
    load_case_run(&test);
    load_case_expect(&test, "d/claims.csv: error unread-table: 1 row is rejected: what it names "
                            "stands in a table that could not be read\n"
                            "d/estimates.csv: error unread-table: 2 rows are rejected: what they "
                            "name stands in a table that could not be read\n"
                            "d/groups.csv:1:1: error empty-file: the file is empty\n"
                            "d/relations.csv: error unread-table: 1 row is rejected: what it names "
                            "stands in a table that could not be read\n");
    load_case_release(&test);
}

static void test_a_row_with_a_fault_of_its_own_does_not_wait(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv", " ");
    load_case_add(&test, "relations.csv", RELATIONS_HEADER "r1,a,b,pledge,2015-13,,,,\n");
    load_case_run(&test);
    load_case_expect_line(&test, "d/relations.csv:2:");
    load_case_expect_line(&test, "d/claims.csv:2:1: error dangling-id: relation 'r1' was rejected");
    load_case_release(&test);
}

static void test_a_relation_without_a_claim_is_rejected(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "relations.csv",
                  RELATIONS_HEADER "r0,b,a,split,,,,,\n"
                                   "r1,a,b,pledge,2015,,,,\n"
                                   "r2,b,a,split,,,,,\n"
                                   "r3,b,a,attack,,,,,\n");
    load_case_add(&test, "claims.csv", CLAIMS "r3,s1,8,supports,reported,,,\n");
    load_case_add(&test, "estimates.csv",
                  ESTIMATES_HEADER ",r0,killed,1,1,,s1,,\n,r3,killed,1,1,,s1,,\n");
    load_case_run(&test);
    load_case_expect(
        &test,
        "d/estimates.csv:2:2: error dangling-id: relation 'r0' was rejected at relations.csv:2\n"
        "d/relations.csv:2:1: error unsourced-relation: no claim carries the relation 'r0'\n"
        "d/relations.csv:4:1: error unsourced-relation: no claim carries the relation 'r2'\n");
    assert_int_equal(test.dataset.relations.count, 2);
    assert_true(text_equal_string(test.dataset.relations.items[1].id, "r3"));
    size_t count;
    assert_true(text_equal_string(dataset_claims_of(&test.dataset, 1, &count)->locator, "8"));
    assert_int_equal(test.dataset.estimates.items[0].relation, 1);
    assert_int_equal(test.totals.tables[TABLE_RELATIONS].rejected, 2);
    load_case_release(&test);
}

static void test_what_is_not_used_is_noted(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv", GROUPS "c,Gamma,,,unit,a,,,,,\n");
    load_case_add(
        &test, "sources.json",
        "[{\"id\": \"s1\", \"title\": \"First\"},\n{\"id\": \"s2\", \"title\": \"Second\"}]");
    load_case_run(&test);
    load_case_expect(&test,
                     "d/groups.csv:4:1: note unused-group: 'c': no relation names the group\n"
                     "d/sources.json:2:1: note unused-source: 's2': no claim cites the source\n");
    load_case_release(&test);
}

static void test_a_source_of_an_estimate_is_used(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(
        &test, "sources.json",
        "[{\"id\": \"s1\", \"title\": \"First\"}, {\"id\": \"s2\", \"title\": \"Second\"}]");
    load_case_add(&test, "estimates.csv", ESTIMATES_HEADER "a,,fighters,1,2,,s2,,\n");
    load_case_run(&test);
    load_case_expect(&test, "");
    load_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parents_may_stand_below_their_children),
        cmocka_unit_test(test_a_cycle_of_parents_is_named_and_cut),
        cmocka_unit_test(test_a_long_cycle_is_shortened),
        cmocka_unit_test(test_rows_that_name_an_unread_table_are_reported_once),
        cmocka_unit_test(test_a_row_with_a_fault_of_its_own_does_not_wait),
        cmocka_unit_test(test_a_relation_without_a_claim_is_rejected),
        cmocka_unit_test(test_what_is_not_used_is_noted),
        cmocka_unit_test(test_a_source_of_an_estimate_is_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
