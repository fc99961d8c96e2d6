/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

#define COMMITMENTS "left_censor,right_censor,defense,neutrality,nonaggression,entente\n"
#define MEMBERS                                                        \
    "version4id,ccode,state_name,mem_st_day,mem_st_month,mem_st_year," \
    "mem_end_day,mem_end_month,mem_end_year," COMMITMENTS
#define DYADS                                                       \
    "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day," \
    "dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year," COMMITMENTS

static void test_members_of_one_time_are_allied_in_pairs(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "cow-alliance",
                     MEMBERS "7,300,Austria-Hungary,-9,6,1879,3,11,1918,0,0,1,0,0,0\n"
                             "7,255,Germany,7,10,1879,3,11,1918,0,0,1,0,0,0\n"
                             "7,325,Italy,1,1,1920,,,,0,1,1,0,0,0\n");
    assert_ties(test, "Austria-Hungary - Germany defence_pact+ 1879-10-07/1918-11-03\n");
    assert_told(test, "4:0 no-counterpart\n");
    assert_account(test, 3, 2, 0, 1);
}

static void test_the_strongest_commitment_is_the_kind_and_censored_ends_are_no_dates(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "cow-alliance",
                     DYADS
                     "1,2,A,200,B,4,4,1949,,,,0,1,1,0,1,1\n1,200,B,2,A,4,4,1949,,,,0,1,1,0,1,1\n"
                     "2,200,B,220,C,1,1,1816,,8,1912,1,0,0,0,0,1\n"
                     "3,2,A,220,C,1,5,1900,,,,0,0,0,0,1,0\n4,2,A,220,C,1,5,1900,,,,0,0,0,0,0,0\n");
    assert_ties(test, "A - B defence_pact+ 1949-04-04/..\nB - C entente+ [..1816-01-01]/1912-08\n"
                      "A - C nonaggression_pact0 1900-05-01/\n");
    assert_account(test, 5, 3, 1, 1);
}

static void test_rows_that_cannot_be_used_are_rejected(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "cow-alliance",
                     DYADS
                     "1,2,A,2,A,4,4,1949,,,,0,1,1,0,0,0\n1,2,A,200,B,31,4,1949,,,,0,1,1,0,0,0\n"
                     "1,2,A,200,B,1,4,1949,1,3,1949,0,0,1,0,0,0\n"
                     "1,2,A,200,B,x,4,1949,,,,0,0,1,0,0,0\n");
    assert_ties(test, "");
    assert_account(test, 4, 0, 0, 4);
    assert_told(test, "2:0 self-relation\n3:18 bad-date\n4:26 date-order\n5:13 bad-number\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_members_of_one_time_are_allied_in_pairs),
        import_test(test_the_strongest_commitment_is_the_kind_and_censored_ends_are_no_dates),
        import_test(test_rows_that_cannot_be_used_are_rejected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
