/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "load_case.h"

#include "model/date.h"

static void test_groups_are_read(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv",
                  GROUPS "c, Gamma Front ,GF,G1;G2,faction,a,East,IQ;SY,2013-04,..,A note.\n");
    load_case_run(&test);
    const struct group *group = &test.dataset.groups.items[2];
    assert_true(text_equal_string(group->id, "c"));
    assert_true(text_equal_string(group->name, "Gamma Front"));
    assert_true(text_equal_string(group->label, "GF"));
    assert_int_equal(group->alias_count, 2);
    assert_int_equal(group->kind, GROUP_FACTION);
    assert_int_equal(group->parent, 0);
    assert_true(text_equal_string(group->region, "East"));
    assert_true(text_equal_string(group->country, "IQ;SY"));
    assert_int_equal(group->founded.earliest, day_from_civil(2013, 4, 1));
    assert_int_equal(group->ended.state, DATE_OPEN);
    assert_true(text_equal_string(group->note, "A note."));
    assert_int_equal(group->line, 4);
    /* what the table leaves empty */
    assert_true(text_equal_string(test.dataset.groups.items[0].label, "Alpha"));
    assert_int_equal(test.dataset.groups.items[0].parent, GROUP_NONE);
    assert_int_equal(test.dataset.groups.items[0].founded.state, DATE_UNKNOWN);
    assert_int_equal(test.dataset.groups.items[0].founded.earliest, DAY_MIN);
    load_case_release(&test);
}

static void test_relations_are_read(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "relations.csv",
                  RELATIONS
                  "r2,b,a,attack,2015-02,2015-03,\"Sirte, Libya\",2.5,\"So \"\"said\"\".\"\n");
    load_case_add(&test, "claims.csv", CLAIMS "r2,s1,4,supports,reported,,,\n");
    load_case_run(&test);
    const struct relation *relation = &test.dataset.relations.items[1];
    assert_int_equal(relation->source, 1);
    assert_int_equal(relation->target, 0);
    assert_true(text_equal_string(dataset_kind_of(&test.dataset, 1)->name, "attack"));
    assert_true(text_equal_string(relation->start.text, "2015-02"));
    assert_int_equal(relation->end.latest, day_from_civil(2015, 3, 31));
    assert_true(text_equal_string(relation->place, "Sirte, Libya"));
    assert_true(relation->weight > 2.4 && relation->weight < 2.6);
    assert_true(text_equal_string(relation->note, "So \"said\"."));
    assert_int_equal(relation->outcome, OUTCOME_SUPPORTED);
    assert_int_equal(relation->grade, GRADE_REPORTED);
    assert_int_equal((int)test.dataset.relations.items[0].weight, 1);
    load_case_release(&test);
}

static void test_claims_are_read_and_weighed(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "relations.csv", RELATIONS "r2,b,a,attack,,,,,\nr3,b,a,threat,,,,,\n");
    load_case_add(&test, "claims.csv",
                  CLAIMS_HEADER "r2,s1,9,disputes,stated,,,\n"
                                "r1,s1,3,supports,inferred,2015-01,2015-02,Dated otherwise.\n"
                                "r3,s1,9,disputes,stated,,,\n"
                                "r2,s1,4,supports,reported,,,\n");
    load_case_run(&test);
    load_case_expect(&test, "d/relations.csv:4:1: note rejected-relation: 'r3': every claim "
                            "disputes the relation; it is neither drawn nor measured\n");
    size_t count;
    const struct claim *claims = dataset_claims_of(&test.dataset, 1, &count);
    assert_int_equal(count, 2);
    assert_true(claims[1].disputes && !claims[0].disputes);
    assert_true(text_equal_string(claims[0].locator, "4"));
    assert_int_equal(claims[0].line, 5);
    assert_int_equal(test.dataset.relations.items[1].outcome, OUTCOME_CONTESTED);
    claims = dataset_claims_of(&test.dataset, 0, &count);
    assert_int_equal(claims->start.earliest, day_from_civil(2015, 1, 1));
    assert_int_equal(claims->grade, GRADE_INFERRED);
    load_case_release(&test);
}

static void test_kinds_add_to_the_built_in_ones(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    const size_t built_in = test.dataset.kinds.count;
    load_case_add(&test, "kinds.csv",
                  KINDS_HEADER "swap,alliance,0,mutual,event,,\n"
                               "pledge,pledge,0,directed,state,,Own words.\n"
                               "prisoner_swap,alliance,+,mutual,event,exchange,\n");
    load_case_add(&test, "relations.csv", RELATIONS "r2,a,b,swap,2015,,,,\n");
    load_case_add(&test, "claims.csv", CLAIMS "r2,s1,3,supports,stated,,,\n");
    load_case_run(&test);
    load_case_expect(&test, "");
    assert_int_equal(test.dataset.kinds.count, built_in + 2);
    const struct kind *own = dataset_kind_of(&test.dataset, 1);
    assert_true(own->mutual && own->event);
    assert_true(text_equal_string(own->label, "swap"));
    assert_true(text_equal_string(test.dataset.kinds.items[built_in].label, "exchange"));
    const struct kind *pledge = dataset_kind_of(&test.dataset, 0);
    assert_int_equal(pledge->sign, SIGN_NEUTRAL);
    assert_true(text_equal_string(pledge->label, "pledge of allegiance"));
    assert_true(text_equal_string(pledge->description, "Own words."));
    load_case_release(&test);
}

static void test_a_label_is_made_of_the_name_of_a_kind(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    const size_t built_in = test.dataset.kinds.count;
    load_case_add(&test, "kinds.csv", KINDS_HEADER "prisoner_swap,alliance,+,mutual,event,,\n");
    load_case_run(&test);
    assert_true(text_equal_string(test.dataset.kinds.items[built_in].label, "prisoner swap"));
    load_case_release(&test);
}

static void test_estimates_are_read(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "estimates.csv",
                  ESTIMATES_HEADER "b,,fighters,500,1000,2015-06,s1,7,About.\n"
                                   ",r1,killed,,12,,s1,,\n");
    load_case_run(&test);
    load_case_expect(&test, "");
    const struct estimate *estimates = test.dataset.estimates.items;
    assert_int_equal(estimates[0].group, 1);
    assert_int_equal(estimates[0].relation, RELATION_NONE);
    assert_int_equal((int)estimates[0].low, 500);
    assert_int_equal((int)estimates[0].high, 1000);
    assert_true(text_equal_string(estimates[0].quantity, "fighters"));
    assert_int_equal(estimates[1].group, GROUP_NONE);
    assert_int_equal(estimates[1].relation, 0);
    assert_true(estimates[1].low != estimates[1].low);
    load_case_release(&test);
}

static void test_a_duplicate_id_is_reported_with_both_lines(void **state)
{
    (void)state;
    load_case_check_line(
        "groups.csv", GROUPS "b,Bravo,,,organisation,,,,,,\n",
        "d/groups.csv:4:1: error duplicate-id: group 'b' stands already at groups.csv:3\n");
    load_case_check_line("relations.csv", RELATIONS "r1,b,a,split,,,,,\n",
                         "d/relations.csv:3:1: error duplicate-id: relation 'r1' stands already at "
                         "relations.csv:2\n");
    load_case_check_line(
        "kinds.csv",
        KINDS_HEADER "pact,alliance,+,mutual,state,,\npact,alliance,+,mutual,state,,\n",
        "d/kinds.csv:3:1: error duplicate-id: kind 'pact' stands already at kinds.csv:2\n");
    load_case_check_line("groups.csv",
                         GROUPS "c,Gamma,,,gang,,,,,,\nc,Gamma,,,organisation,,,,,,\n",
                         "d/groups.csv:5:1: error duplicate-id: group 'c' stands already at "
                         "groups.csv:4, where it was rejected\n");
}

static void test_an_end_before_the_start_is_reported(void **state)
{
    (void)state;
    load_case_check_line(
        "groups.csv", GROUPS "c,Gamma,,,organisation,,,,2015,2014-12,\n",
        "d/groups.csv:4:32: error date-order: the end '2014-12' comes before the start '2015'\n");
    load_case_check_line(
        "relations.csv", RELATIONS "r2,a,b,split,2015-06-02,2015-06-01,,,\n",
        "d/relations.csv:3:25: error date-order: the end '2015-06-01' comes before the start "
        "'2015-06-02'\n");
    load_case_check_line(
        "claims.csv", CLAIMS "r1,s1,5,supports,stated,2016,2015,\n",
        "d/claims.csv:3:30: error date-order: the end '2015' comes before the start '2016'\n");
}

static void test_dates_that_may_be_in_order_are_accepted(void **state)
{
    (void)state;
    load_case_check("relations.csv", RELATIONS_HEADER "r1,a,b,pledge,2015-06,2015,,,\n", "");
    load_case_check("relations.csv", RELATIONS_HEADER "r1,a,b,pledge,2015,..,,,\n", "");
    load_case_check("relations.csv", RELATIONS_HEADER "r1,a,b,pledge,,2015,,,\n", "");
}

static void test_a_self_relation_is_reported(void **state)
{
    (void)state;
    load_case_check_line(
        "relations.csv", RELATIONS "r2,a,a,conflict,,,,,\n",
        "d/relations.csv:3:6: error self-relation: source and target are both 'a'\n");
}

static void test_a_repeated_claim_is_merged(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "claims.csv",
                  CLAIMS "r1,s1,3,supports,reported,,,Again.\n"
                         "r1,s1,3,disputes,stated,,,\n"
                         "r1,s1,4,supports,stated,,,\n");
    load_case_run(&test);
    load_case_expect(&test, "d/claims.csv:3:1: warning repeated-claim: the same claim stands at "
                            "claims.csv:2; this one is merged with it\n");
    assert_int_equal(test.totals.tables[TABLE_CLAIMS].read, 4);
    assert_int_equal(test.totals.tables[TABLE_CLAIMS].used, 4);
    assert_int_equal(test.totals.tables[TABLE_CLAIMS].merged, 1);
    assert_int_equal(test.dataset.claims.count, 3);
    load_case_release(&test);
}

static void test_an_ambiguous_name_is_reported(void **state)
{
    (void)state;
    load_case_check_line("groups.csv", GROUPS "c,ALPHA,,,organisation,,,,,,\n",
                         "d/groups.csv:4:3: warning ambiguous-name: 'ALPHA' also names the group "
                         "'a' at groups.csv:2\n");
    load_case_check_line("groups.csv", GROUPS "c,Gamma,G,x; alpha ;y,organisation,,,,,,\n",
                         "d/groups.csv:4:11: warning ambiguous-name: 'alpha' also names the group "
                         "'a' at groups.csv:2\n");
    load_case_check_line("groups.csv", GROUPS "c,Gamma,\xEF\xBC\xA2,,organisation,,,,,,\n",
                         "d/groups.csv:4:9: warning ambiguous-name: '\xEF\xBC\xA2' also names the "
                         "group 'b' at groups.csv:3\n"); /* a full-width B */
    load_case_check("groups.csv",
                    GROUPS_HEADER "a,Alpha,alpha,A;ALPHA,organisation,,East,,,,\n"
                                  "b,Beta,,,organisation,,West,,,,\n",
                    "");
}

static void test_the_target_of_an_estimate_is_checked(void **state)
{
    (void)state;
    load_case_check("estimates.csv", ESTIMATES_HEADER ",,fighters,1,2,,s1,,\n",
                    "d/estimates.csv:2:1: error estimate-target: the estimate is about neither a "
                    "group nor a relation; it needs either a group or a relation\n");
    load_case_check("estimates.csv", ESTIMATES_HEADER "a,r1,fighters,1,2,,s1,,\n",
                    "d/estimates.csv:2:1: error estimate-target: the estimate is about a group "
                    "and a relation; it needs either a group or a relation\n");
}

static void test_the_numbers_of_an_estimate_are_checked(void **state)
{
    (void)state;
    load_case_check("estimates.csv", ESTIMATES_HEADER "a,,fighters,3,2,,s1,,\n",
                    "d/estimates.csv:2:13: error estimate-order: low 3 is above high 2\n");
    load_case_check("estimates.csv", ESTIMATES_HEADER "a,,fighters,,,,s1,,\n",
                    "d/estimates.csv:2:13: error missing-value: 'low' and 'high' are both "
                    "empty\n");
}

/* Rows of every sort of fault, mixed at random: totals add up and nothing is lost. */
static void test_totals_add_up_whatever_is_wrong(void **state)
{
    (void)state;
    static const char *const groups[] = {
        "g%u,Group %u,,,organisation,,East,,,,\n",
        "g%u,Group %u,,,gang,,East,,,,\n",
        "g%u,,,,unit,,,,,%u,\n",
        "G%u,Bad,,,unit,g%u,,,,,\n",
        "g%u,Child %u,,,unit,g1,,,,,\n",
        "g%u,\"Open %u,,,unit,,,,,,\n",
    };
    static const char *const relations[] = {"r%u,g1,g%u,pledge,,,,,\n", "r%u,g2,g%u,split,x,,,,\n",
                                            "r%u,g3,g%u,conflict\n",
                                            "r%u,g4,g%u,split,2015,2014,,,\n"};
    static const char *const claims[] = {"r%u,s1,%u,supports,stated,,,\n",
                                         "r%u,s2,%u,supports,stated,,,\n",
                                         "r%u,s1,%u,denies,stated,,,\n"};
    unsigned random = 1;
    for (unsigned round = 0; round < 200; round++) {
        char texts[3][6000] = {GROUPS_HEADER, RELATIONS_HEADER, CLAIMS_HEADER};
        for (unsigned i = 0; i < 40; i++) {
            const char *formats[3] = {groups[random % 6], relations[random / 7 % 4],
                                      claims[random / 31 % 3]};
            for (unsigned k = 0; k < 3; k++) {
                const size_t length = strlen(texts[k]);
                random = random * 1103515245U + 12345U;
                snprintf(texts[k] + length, sizeof texts[k] - length, formats[k],
                         random / 65536 % 20, random / 4096 % 20);
            }
        }
        struct load_case test;
        load_case_init(&test);
        load_case_add(&test, "groups.csv", texts[0]);
        load_case_add(&test, "relations.csv", texts[1]);
        load_case_add(&test, "claims.csv", texts[2]);
        load_case_run(&test); /* checks the totals */
        assert_int_equal(test.totals.tables[TABLE_RELATIONS].read, 40);
        assert_int_equal(test.totals.tables[TABLE_CLAIMS].read, 40);
        load_case_release(&test);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_are_read),
        cmocka_unit_test(test_relations_are_read),
        cmocka_unit_test(test_claims_are_read_and_weighed),
        cmocka_unit_test(test_kinds_add_to_the_built_in_ones),
        cmocka_unit_test(test_a_label_is_made_of_the_name_of_a_kind),
        cmocka_unit_test(test_estimates_are_read),
        cmocka_unit_test(test_a_duplicate_id_is_reported_with_both_lines),
        cmocka_unit_test(test_an_end_before_the_start_is_reported),
        cmocka_unit_test(test_dates_that_may_be_in_order_are_accepted),
        cmocka_unit_test(test_a_self_relation_is_reported),
        cmocka_unit_test(test_a_repeated_claim_is_merged),
        cmocka_unit_test(test_an_ambiguous_name_is_reported),
        cmocka_unit_test(test_the_target_of_an_estimate_is_checked),
        cmocka_unit_test(test_the_numbers_of_an_estimate_are_checked),
        cmocka_unit_test(test_totals_add_up_whatever_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
