/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

#define HEADER                                                                             \
    "event_id_cnty,event_date,year,event_type,sub_event_type,actor1,assoc_actor_1,inter1," \
    "actor2,assoc_actor_2,inter2,fatalities\n"

static void test_events_between_groups_are_conflict_and_those_beside_are_allied(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "acled",
                     HEADER
                     "X1,05 March 2021,2021,Battles,Armed clash,Army,Police; Civilians (X),State "
                     "forces,Front,Guard,Rebel group,3\n"
                     "X2,6-Mar-21,2021,Explosions/Remote violence,Shelling,Front,,2,Army,,1,0\n");
    assert_ties(test, "Army - Front conflict- 2021/2021 w2\nArmy - Police alliance+ 2021/2021\n"
                      "Front - Guard alliance+ 2021/2021\n");
    assert_account(test, 2, 2, 0, 0);
    assert_true(test->import.intake.estimates.items[0].low == 3);
}

static void test_people_are_no_groups_and_repeated_events_are_merged(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "acled",
                     HEADER
                     "X1,2021-03-05,2021,Battles,,Army,,1,Front,,2,1\n"
                     "X1,2021-03-05,2021,Battles,,Army,,1,Front,,2,1\n"
                     "X2,2021-03-05,2021,Violence against civilians,,Front,,2,Civilians (X),,7,1\n"
                     "X3,2021-03-05,2021,Battles,,Army,,1,Unidentified Armed Group (X),,3,1\n"
                     "X4,2021-03-05,2021,Battles,,Army,,1,,,0,1\n"
                     "X5,2021-03-05,2021,Protests,,Protesters (X),,6,,,0,0\n"
                     "X6,2021-02-30,2021,Battles,,Army,,1,Front,,2,1\n"
                     "X2,2021-03-05,2021,Battles,,Front,,2,Guard,,2,1\n"
                     "X7,2021-03-05,2021,Brawl,,Army,,1,Front,,2,1\n");
    assert_ties(test, "Army - Front conflict- 2021/2021\nFront - Guard conflict- 2021/2021\n");
    assert_account(test, 9, 2, 1, 6);
    assert_told(test, "4:57 no-counterpart\n5:37 no-counterpart\n6:37 no-counterpart\n"
                      "7:20 left-out\n8:4 bad-date\n10:20 unknown-value\n");
}

static void test_a_rule_for_the_finer_type_comes_first(void **state)
{
    struct import_case *test = *state;
    test->options.map = (struct text_list){.items = &TEXT("Agreement=alliance"), .count = 1};
    import_case_read(test, "acled",
                     HEADER
                     "X1,2021-03-05,2021,Strategic developments,Agreement,Army,,1,Front,,2,0\n"
                     "X2,2021-03-05,2021,Strategic developments,Arrests,Army,,1,Front,,2,0\n");
    assert_ties(test, "Army - Front alliance+ 2021/2021\n");
    assert_account(test, 2, 1, 0, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_events_between_groups_are_conflict_and_those_beside_are_allied),
        import_test(test_people_are_no_groups_and_repeated_events_are_merged),
        import_test(test_a_rule_for_the_finer_type_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
