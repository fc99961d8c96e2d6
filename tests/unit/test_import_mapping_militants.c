/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_codes_and_words_are_one_and_a_split_points_to_what_was_left(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "mapping-militants",
                     "id,type,group1,group2,date,description\n"
                     "1,spl,Parent,Splinter,2014-06-00,\n2,Split,Parent,Other,0000-00-00,\n"
                     "3,all,A,B,2012-00-00,\n4,Rivals,A,B,2013-05-04,\n5,aff,A,B,2011-00-00,\n");
    assert_ties(test,
                "Splinter > Parent split0 2014-06/\nOther > Parent split0\n"
                "A - B alliance+ 2012/\nA - B rivalry- 2013-05-04/\nA > B affiliate+ 2011/\n");
    assert_account(test, 5, 5, 0, 0);
}

static void test_rows_of_a_table_that_cannot_be_used_have_their_column(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "mapping-militants",
                     "id,type,group1,group2,date,description\n"
                     "1,xyz,A,B,2014-00-00,\n2,all,A,,2014-00-00,\n3,all,A,A,2014-00-00,\n"
                     "4,all,A,B,2014-02-31,\n");
    assert_ties(test, "");
    assert_told(test, "2:3 unknown-value\n3:9 missing-value\n4:0 self-relation\n5:11 bad-date\n");
    assert_account(test, 4, 0, 0, 4);
}

static void test_a_map_has_groups_links_and_umbrellas(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "mapping-militants",
        " {\"groups\": [{\"Group\": {\"id\": \"1\", \"name\": \"Front\", \"shortname\": \"F\", "
        "\"startdate\": \"2011-00-00\", \"enddate\": \"0000-00-00\"}},\n"
        "{\"Profile\": {\"id\": 2, \"name\": \"Brigade\", \"startdate\": \"2012-01-02\", "
        "\"enddate\": \"2013-00-00\"}}],\n"
        "\"links\": [{\"Link\": {\"id\": \"9\", \"type\": \"spl\", \"group1\": \"1\", \"group2\": \"2\", "
        "\"date\": \"2012-01-02\", \"description\": \"leaves\"}}],\n"
        "\"umbrellas\": [{\"name\": \"Council\", \"startdate\": \"2012-00-00\", \"enddate\": "
        "\"2013-00-00\", \"groups\": [\"1\", 2]}]}");
    assert_groups(test, "Front (F); Brigade; Council");
    assert_ties(test, "Brigade > Front split0 2012-01-02/\nFront > Council member+ 2012/2013\n"
                      "Brigade > Council member+ 2012/2013\n");
    assert_true(text_equal_string(test->import.intake.groups.items[0].ended, ".."));
    assert_true(text_equal_string(test->import.intake.groups.items[1].ended, "2013"));
    assert_account(test, 4, 4, 0, 0);
    assert_told(test, "");
}

static void test_parts_of_a_map_that_cannot_be_used_are_rejected(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "mapping-militants",
                     "{\"groups\": [{\"id\": \"1\", \"name\": \"A\"}, {\"name\": \"B\"},\n"
                     "{\"id\": \"3\", \"name\": \"C\", \"startdate\": \"2014-00-00\", "
                     "\"enddate\": \"2013-00-00\"}, 5],\n"
                     "\"links\": [{\"type\": \"all\", \"group1\": \"1\", \"group2\": \"3\"},\n"
                     "{\"type\": \"x\", \"group1\": \"1\", \"group2\": \"1\"},\n"
                     "{\"type\": \"all\", \"group1\": \"1\", \"group2\": \"1\"}],\n"
                     "\"umbrellas\": [{\"groups\": []}]}");
    assert_told(test, "1:0 missing-value\n2:0 date-order\n2:0 json-shape\n3:0 dangling-id\n"
                      "4:0 unknown-value\n5:0 self-relation\n6:0 missing-value\n");
    assert_account(test, 8, 1, 0, 7);
}

static void test_a_map_names_the_groups_of_a_table(void **state)
{
    struct import_case *test = *state;
    import_case_format(test, "mapping-militants");
    import_case_file(test, TEXT("{\"groups\": [{\"id\": \"1\", \"name\": \"A\"}, {\"id\": \"2\", "
                                "\"name\": \"B\"}], \"links\": []}"));
    import_case_file(test, TEXT("id,type,group1,group2,date\n1,riv,1,2,2014-00-00\n"));
    import_case_end(test);
    assert_ties(test, "A - B rivalry- 2014/\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_codes_and_words_are_one_and_a_split_points_to_what_was_left),
        import_test(test_rows_of_a_table_that_cannot_be_used_have_their_column),
        import_test(test_a_map_has_groups_links_and_umbrellas),
        import_test(test_parts_of_a_map_that_cannot_be_used_are_rejected),
        import_test(test_a_map_names_the_groups_of_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
