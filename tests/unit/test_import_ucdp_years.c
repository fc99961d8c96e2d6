/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

#define HEADER                                                                        \
    "conflict_id,year,type_of_conflict,side_a,side_a_id,side_a_2nd,side_b,side_b_id," \
    "side_b_2nd,region\n"

static void test_sides_of_several_names_fight_each_and_states_support_them(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "ucdp-prio",
                     HEADER
                     "7,2014,3,Government of A,10,Government of C,\"Front, Guard\",\"11, 12\",,4\n"
                     "7,2015,3,Government of A,10,,Front,11,,4\n");
    assert_ties(test, "Government of A - Front conflict- 2014/2014\n"
                      "Government of A - Guard conflict- 2014/2014\n"
                      "Government of C > Government of A support+ 2014/2014\n"
                      "Government of A - Front conflict- 2015/2015\n");
    assert_account(test, 2, 2, 0, 0);
}

static void test_a_spell_joins_years_without_a_gap(void **state)
{
    struct import_case *test = *state;
    test->options.by = TEXT("spell");
    import_case_read(test, "ucdp-prio",
                     HEADER
                     "7,2014,3,A,10,,F,11,,4\n7,2015,3,A,10,,F,11,,4\n7,2018,3,A,10,,F,11,,4\n");
    assert_ties(test, "A - F conflict- 2014/2015 w2\nA - F conflict- 2018/2018\n");
}

static void test_rows_that_cannot_be_used_have_their_column(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "ucdp-prio",
                     HEADER "7,x,3,A,10,,F,11,,4\n7,2014,9,A,10,,F,11,,4\n7,2014,3,,10,,F,11,,4\n"
                            "7,2014,3,A,10,,A,10,,4\n");
    assert_ties(test, "");
    assert_told(test, "2:3 bad-number\n3:8 unknown-value\n4:10 missing-value\n5:0 self-relation\n");
    assert_account(test, 4, 0, 0, 4);
}

/* One row of the UCDP Dyadic Dataset 26.1, Uppsala Conflict Data Program, CC BY 4.0. */
static void test_the_row_of_the_dyadic_dataset_that_begins_it(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "ucdp-dyadic",
        "dyad_id,conflict_id,location,side_a,side_a_id,side_a_2nd,side_b,side_b_id,"
        "side_b_2nd,incompatibility,territory_name,year,intensity_level,type_of_conflict,"
        "start_date,start_prec,start_date2,start_prec2,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,"
        "gwno_loc,region,version\n399,200,Bolivia,Government of Bolivia,23,,Popular "
        "Revolutionary Movement,719,,2,,1946,2,3,1946-07-18,1,1946-07-21,2,145,,,,145,5,"
        "26.1\n");
    assert_ties(test,
                "Government of Bolivia - Popular Revolutionary Movement conflict- 1946/1946\n");
    assert_true(text_equal_string(test->import.intake.groups.items[0].region, "Americas"));
}

static void test_parts_of_a_side_are_members(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "ucdp-nonstate",
        "dyad_id,org,side_a_name,side_a_id,side_a_components,side_b_name,side_b_id,year,"
        "low_fatality_estimate,high_fatality_estimate\n"
        "5,1,Council,20,\"Front, Guard\",Circle,21,2014,25,40\n");
    assert_ties(test, "Council - Circle conflict- 2014/2014\nFront > Council member+ 2014/2014\n"
                      "Guard > Council member+ 2014/2014\n");
    assert_true(test->import.intake.estimates.items[0].high == 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_sides_of_several_names_fight_each_and_states_support_them),
        import_test(test_a_spell_joins_years_without_a_gap),
        import_test(test_rows_that_cannot_be_used_have_their_column),
        import_test(test_the_row_of_the_dyadic_dataset_that_begins_it),
        import_test(test_parts_of_a_side_are_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
