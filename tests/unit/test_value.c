/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "load_case.h"

/* A row of groups.csv between the sound ones. */
static void check_group(const char *row, const char *start)
{
    char groups[1000];
    snprintf(groups, sizeof groups, "%s%s\n", GROUPS, row);
    load_case_check_line("groups.csv", groups, start);
}

static void check_relation(const char *row, const char *start)
{
    char relations[1000];
    snprintf(relations, sizeof relations, "%s%s\n", RELATIONS, row);
    load_case_check_line("relations.csv", relations, start);
}

static void check_kind(const char *row, const char *start)
{
    char kinds[1000];
    snprintf(kinds, sizeof kinds, "%s%s\n", KINDS_HEADER, row);
    load_case_check_line("kinds.csv", kinds, start);
}

static void test_a_malformed_id_is_reported(void **state)
{
    (void)state;
    check_group("Al-Qaeda,AQ,,,organisation,,,,,,",
                "d/groups.csv:4:1: error bad-id: 'Al-Qaeda' is no id: lower-case letters, digits "
                "and underscores only\n");
    check_group("\xC3\xA9,AQ,,,organisation,,,,,,", "d/groups.csv:4:1: error bad-id: ");
}

static void test_a_malformed_date_is_reported(void **state)
{
    (void)state;
    check_relation("r2,a,b,pledge,2015-13,,,,", "d/relations.csv:3:");
    check_relation("r2,a,b,pledge,yesterday,,,,",
                   "d/relations.csv:3:15: error bad-date: 'yesterday' is no date: ");
    check_relation("r2,a,b,pledge,,\"2015-02-30\",,,", "d/relations.csv:3:");
}

static void test_a_malformed_number_is_reported(void **state)
{
    (void)state;
    check_relation("r2,a,b,pledge,,,,heavy,",
                   "d/relations.csv:3:18: error bad-number: 'heavy' is no number above 0\n");
    check_relation("r2,a,b,pledge,,,,0,", "d/relations.csv:3:18: error bad-number: ");
    check_relation("r2,a,b,pledge,,,,nan,", "d/relations.csv:3:18: error bad-number: ");
    check_relation(
        "r2,a,b,pledge,,,,1e308,",
        "d/relations.csv:3:18: error bad-number: '1e308' is no weight from 1e-12 to 1e12\n");
    check_relation("r2,a,b,pledge,,,,1e-300,",
                   "d/relations.csv:3:18: error bad-number: '1e-300' is no weight from");
    load_case_check("estimates.csv", ESTIMATES_HEADER "a,,fighters,many,,,s1,,\n",
                    "d/estimates.csv:2:13: error bad-number: 'many' is no number\n");
}

static void test_words_are_checked_and_suggested(void **state)
{
    (void)state;
    check_group("c,Gamma,,,organization,,,,,,",
                "d/groups.csv:4:11: error unknown-value: 'organization' is not one of "
                "organisation, province, faction, council, unit, state, force, coalition, "
                "movement; did you mean 'organisation'?\n");
    check_kind("k,pact,+,directed,state,,",
               "d/kinds.csv:2:3: error unknown-value: 'pact' is not one of pledge, split, "
               "conflict, alliance, membership, lineage\n");
    check_kind("k,split,plus,directed,state,,",
               "d/kinds.csv:2:9: error unknown-value: 'plus' is not one of +, -, 0\n");
    check_kind("k,split,+,direct,state,,",
               "d/kinds.csv:2:11: error unknown-value: 'direct' is not one of directed, mutual; "
               "did you mean 'directed'?\n");
    check_kind("k,split,+,mutual,moment,,",
               "d/kinds.csv:2:18: error unknown-value: 'moment' is not one of state, event\n");
    load_case_check_line("claims.csv", CLAIMS "r1,s1,4,denies,stated,,,\n",
                         "d/claims.csv:3:9: error unknown-value: 'denies' is not one of supports, "
                         "disputes\n");
    load_case_check_line("claims.csv", CLAIMS "r1,s1,4,disputes,state,,,\n",
                         "d/claims.csv:3:18: error unknown-value: 'state' is not one of stated, "
                         "reported, inferred; did you mean 'stated'?\n");
}

static void test_country_codes_are_checked(void **state)
{
    (void)state;
    check_group("c,Gamma,,,organisation,,,Iraq,,,",
                "d/groups.csv:4:26: error unknown-value: 'Iraq' is no list of two-letter country "
                "codes, as in IQ;SY\n");
    load_case_check_line("groups.csv", GROUPS "c,Gamma,,,organisation,,,IQ;SY,,,\n",
                         "d/groups.csv:4:1: note unused-group: ");
}

static void test_aliases_are_split_and_trimmed(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv", GROUPS "c,Gamma,, One ;;\"\"Two\"\";,organisation,,,,,,\n");
    load_case_release(&test);
    load_case_init(&test);
    load_case_add(&test, "groups.csv",
                  GROUPS "c,Gamma,,\" One ;;\"\"Two\"\";\",organisation,,,,,,\n");
    load_case_run(&test);
    const struct group *group = &test.dataset.groups.items[2];
    assert_int_equal(group->alias_count, 2);
    assert_true(text_equal_string(group->aliases[0], "One"));
    assert_true(text_equal_string(group->aliases[1], "\"Two\""));
    load_case_release(&test);
}

static void test_a_dangling_id_names_the_nearest(void **state)
{
    (void)state;
    check_relation("r2,a,bb,pledge,,,,,",
                   "d/relations.csv:3:6: error dangling-id: there is no group 'bb'");
    load_case_check_line("relations.csv", RELATIONS "r2,zzzzz,b,pledge,,,,,\n",
                         "d/relations.csv:3:4: error dangling-id: there is no group 'zzzzz'\n");
    load_case_check_line("groups.csv",
                         GROUPS_HEADER "a,Alpha,,,organisation,,East,,,,\n"
                                       "beta,Beta,,,organisation,,West,,,,\n"
                                       "b,Bravo,,,organisation,betta,West,,,,\n",
                         "d/groups.csv:4:24: error dangling-id: there is no group 'betta'; did you "
                         "mean 'beta'?; the parent is left out\n");
    check_relation("r2,a,b,plegde,,,,,",
                   "d/relations.csv:3:8: error unknown-kind: there is no kind 'plegde'; did you "
                   "mean 'pledge'?\n");
    load_case_check_line("claims.csv", CLAIMS "r11,s1,4,supports,stated,,,\n",
                         "d/claims.csv:3:1: error dangling-id: there is no relation 'r11'; did "
                         "you mean 'r1'?\n");
    load_case_check_line("claims.csv", CLAIMS "r1,s11,4,supports,stated,,,\n",
                         "d/claims.csv:3:4: error dangling-id: there is no source 's11'; did you "
                         "mean 's1'?\n");
}

static void test_a_rejected_row_is_named_by_those_that_need_it(void **state)
{
    (void)state;
    struct load_case test;
    load_case_init(&test);
    load_case_add(&test, "groups.csv",
                  GROUPS "c,Gamma,,,gang,,,,,,\n"
                         "e,Echo,,,unit,c,,,,,\n");
    load_case_add(&test, "relations.csv", RELATIONS "r2,a,c,split,2015,,,,\n");
    load_case_add(&test, "claims.csv", CLAIMS "r2,s1,5,supports,stated,,,\n");
    load_case_add(&test, "estimates.csv",
                  ESTIMATES_HEADER "c,,fighters,1,2,,s1,,\n"
                                   ",r2,killed,1,2,,s1,,\n");
    load_case_run(&test);
    load_case_expect(
        &test,
        "d/claims.csv:3:1: error dangling-id: relation 'r2' was rejected at relations.csv:3\n"
        "d/estimates.csv:2:1: error dangling-id: group 'c' was rejected at groups.csv:4\n"
        "d/estimates.csv:3:2: error dangling-id: relation 'r2' was rejected at relations.csv:3\n"
        "d/groups.csv:4:11: error unknown-value: 'gang' is not one of organisation, province, "
        "faction, council, unit, state, force, coalition, movement\n"
        "d/groups.csv:5:1: note unused-group: 'e': no relation names the group\n"
        "d/groups.csv:5:15: error dangling-id: group 'c' was rejected at groups.csv:4; the parent "
        "is left out\n"
        "d/relations.csv:3:6: error dangling-id: group 'c' was rejected at groups.csv:4\n");
    load_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_malformed_id_is_reported),
        cmocka_unit_test(test_a_malformed_date_is_reported),
        cmocka_unit_test(test_a_malformed_number_is_reported),
        cmocka_unit_test(test_words_are_checked_and_suggested),
        cmocka_unit_test(test_country_codes_are_checked),
        cmocka_unit_test(test_aliases_are_split_and_trimmed),
        cmocka_unit_test(test_a_dangling_id_names_the_nearest),
        cmocka_unit_test(test_a_rejected_row_is_named_by_those_that_need_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
