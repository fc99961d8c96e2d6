/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

#define HEADER                                                                       \
    "ActorId,NameData,NameOrig,NameChange,NewName,NewNameFullEng,Splinter,NamePrev," \
    "ActorIdPrev,SplitTemp,NameSplitTemp,ActorIdSplitTemp,Alliance,NameAlliance,"    \
    "ActorIdAlliance,JoinGroup,GroupName,ActorIdGroup,Region\n"

static void test_flags_become_ties_to_those_that_the_ids_name(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "ucdp-actor",
                     HEADER "1,Old,Old,0,,,0,,,0,,,0,,,0,,,2\n"
                            "2,New,New,0,,,1,Old,1,0,,,0,,,0,,,2\n"
                            "3,Council,Council,0,,,0,,,0,,,0,,,0,,,2\n"
                            "4,Late,Late,0,,,0,,,0,,,1,Council,3,1,Old,1,2\n");
    assert_ties(test, "New > Old split0\nCouncil - Late alliance+\nLate > Old joined0\n");
    assert_account(test, 4, 4, 0, 0);
}

static void test_a_changed_name_is_a_tie_from_the_last_to_the_first(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "ucdp-actor", HEADER "1,Now,Then,1,Now,,0,,,0,,,0,,,0,,,2\n");
    assert_ties(test, "Now > Then renamed0\n");
}

static void test_an_id_that_no_row_has_goes_by_its_name(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "ucdp-actor", HEADER "2,New,New,0,,,1,Gone,77,0,,,0,,,0,,,2\n");
    assert_ties(test, "New > Gone split0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_flags_become_ties_to_those_that_the_ids_name),
        import_test(test_a_changed_name_is_a_tie_from_the_last_to_the_first),
        import_test(test_an_id_that_no_row_has_goes_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
