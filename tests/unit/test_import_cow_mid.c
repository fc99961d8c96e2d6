/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

#define HEADER "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hostlev\n"

static void test_each_state_of_one_side_faces_each_of_the_other(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "cow-mid",
                     HEADER "7,USA,2,1,7,1902,24,1,1903,1,3\n7,CAN,20,1,8,1902,24,1,1903,1,1\n"
                            "7,UKG,200,1,7,1902,24,12,1902,0,4\n");
    assert_ties(test, "USA - UKG conflict- 1902-07-01/1902-12-24\n"
                      "CAN - UKG conflict- 1902-08-01/1902-12-24\n");
    assert_account(test, 3, 3, 0, 0);
}

static void test_the_higher_level_of_hostility_is_the_kind(void **state)
{
    struct import_case *test = *state;
    test->options.map = (struct text_list){.items = &TEXT("5="), .count = 1};
    import_case_read(test, "cow-mid",
                     HEADER "7,USA,2,1,7,1902,24,1,1903,1,1\n7,UKG,200,1,7,1902,24,12,1902,0,3\n"
                            "8,USA,2,1,7,1905,24,1,1906,1,5\n8,UKG,200,1,7,1905,24,12,1905,0,1\n");
    assert_ties(test, "USA - UKG dispute- 1902-07-01/1902-12-24\n");
    assert_told(test, "4:0 left-out\n5:0 left-out\n");
    assert_account(test, 4, 2, 0, 2);
}

static void test_states_that_nobody_faced_at_the_time_are_rejected(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "cow-mid",
                     HEADER "7,USA,2,1,7,1902,24,7,1902,1,3\n7,UKG,200,1,8,1902,24,12,1902,0,4\n"
                            "9,GMY,255,1,8,1902,24,12,1902,0,4\n");
    assert_ties(test, "");
    assert_told(test, "2:0 no-counterpart\n3:0 no-counterpart\n4:0 no-counterpart\n");
}

static void test_disputes_of_version_4_go_by_either_number(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "cow-mid",
        "dispnum3,dispnum4,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,"
        "hostlev\n-9,4001,USA,2,1,7,2002,24,7,2002,1,3\n"
        "-9,4001,CHN,710,1,7,2002,24,7,2002,0,3\n-9,4002,RUS,365,1,7,2002,24,7,2002,0,3\n");
    assert_ties(test, "USA - CHN dispute- 2002-07-01/2002-07-24\n");
    assert_account(test, 3, 2, 0, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_each_state_of_one_side_faces_each_of_the_other),
        import_test(test_the_higher_level_of_hostility_is_the_kind),
        import_test(test_states_that_nobody_faced_at_the_time_are_rejected),
        import_test(test_disputes_of_version_4_go_by_either_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
