/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_columns_are_guessed_by_their_names(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "csv",
                     "From;To;Relation;Since;Until;Weight\nA;B;alliance;2014-03;2015;2,5\n");
    assert_ties(test, "A - B alliance+ 2014-03/2015 w2.5\n");
    assert_told(test, "2:27 decimal-comma\n");
}

static void test_a_column_that_is_asked_for_comes_first(void **state)
{
    struct import_case *test = *state;
    struct text wanted[] = {TEXT("kind=what"), TEXT("source=b"), TEXT("target=a")};
    test->options.columns = (struct text_list){.items = wanted, .count = 3};
    import_case_read(test, "csv", "a,b,relation,what\nA,B,rivalry,attack\n");
    assert_ties(test, "B > A attack-\n");
}

static void test_signs_are_words_or_numbers_and_change_kinds_that_have_another(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "csv",
        "source,target,kind,sign\nA,B,border,-\nA,C,border,1\nA,D,,neg\nB,C,,0\nB,D,,?\n");
    assert_ties(test, "A > B border-\nA > C border_positive+\nA > D tie_negative-\nB > C tie0\n");
    assert_told(test, "2:5 unmapped-code\n6:6 unknown-value\n");
    assert_account(test, 5, 4, 0, 1);
}

static void test_directions_are_those_of_the_rows(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "csv",
                     "source,target,kind,direction\nA,B,toll,mutual\nB,A,toll,undirected\n"
                     "C,A,toll,directed\nA,C,toll,\nA,D,alliance,directed\n");
    assert_ties(test, "A - B toll0\nC > A toll_directed0\nA - C toll0\nA - D alliance+\n");
    assert_account(test, 5, 4, 1, 0);
}

static void test_rules_leave_rows_out_or_make_kinds(void **state)
{
    struct import_case *test = *state;
    struct text rules[] = {TEXT("gossip="), TEXT("fight=feud:conflict:-:mutual")};
    test->options.map = (struct text_list){.items = rules, .count = 2};
    import_case_read(test, "csv", "source,target,kind\nA,B,gossip\nA,B,Fight\nB,A,fight\n");
    assert_ties(test, "A - B feud-\n");
    assert_account(test, 3, 1, 1, 1);
}

static void test_weights_are_above_0(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "csv", "source,target,weight\nA,B,0\nA,B,-1\nA,B,x\nA,B,\n");
    assert_ties(test, "A > B tie0\n");
    assert_told(test, "2:5 bad-number\n3:5 bad-number\n4:5 bad-number\n");
}

static void test_a_column_of_years_dates_both_ends(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "csv", "source,target,year\nA,B,2014\n");
    assert_ties(test, "A > B tie0 2014/2014\n");
}

static void test_a_list_of_groups_names_the_ends_of_ties_before_or_after(void **state)
{
    struct import_case *test = *state;
    import_case_format(test, "csv");
    import_case_file(test, TEXT("source,target\n1,2\n"));
    import_case_file(test,
                     TEXT("id,name,label,region,country,founded,kind\n1,Front,F,North,LY,2011,"
                          "faction\n2,Guard,,South,Libya,,tribe\n3,Late,,,,2014,\n"));
    assert_account(test, 3, 3, 0, 0);
    import_case_file(test, TEXT("source,target\n3,1\n"));
    import_case_end(test);
    assert_groups(test, "Front (F); Guard; Late");
    assert_ties(test, "Front > Guard tie0\nLate > Front tie0\n");
    assert_int_equal(test->import.intake.groups.items[0].kind, GROUP_FACTION);
    assert_told(test, "3:16 unmapped-code\n3:23 unmapped-code\n");
}

static void test_sources_that_rows_name_are_cited_and_dispute(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "csv",
                     "source,target,sources,disputed_by\nA,B,Gazette; Herald,Echo\nA,B,Herald,\n");
    assert_ties(test, "A > B tie0\n");
    assert_int_equal(test->import.intake.claims.count, 4);
    assert_int_equal(test->import.intake.sources.count, 4);
    assert_true(test->import.intake.claims.items[2].disputes);
    assert_account(test, 2, 1, 1, 0);
}

static void test_hostile_names_are_names(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "csv",
        "source,target\n\"=cmd|' /C calc'!A0\",\"<script>\n\"\n\x1b[31m,%s%n\n \t,B\n");
    assert_groups(test, "=cmd|' /C calc'!A0; <script>; [31m; %s%n");
    assert_told(test, "5:1 missing-value\n");
}

static void test_a_table_that_is_no_list_of_ties_or_groups_is_told(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "csv", "colour\nred\n");
    assert_told(test, "1:1 missing-column\n");
    assert_account(test, 0, 0, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_columns_are_guessed_by_their_names),
        import_test(test_a_column_that_is_asked_for_comes_first),
        import_test(test_signs_are_words_or_numbers_and_change_kinds_that_have_another),
        import_test(test_directions_are_those_of_the_rows),
        import_test(test_rules_leave_rows_out_or_make_kinds),
        import_test(test_weights_are_above_0),
        import_test(test_a_column_of_years_dates_both_ends),
        import_test(test_a_list_of_groups_names_the_ends_of_ties_before_or_after),
        import_test(test_sources_that_rows_name_are_cited_and_dispute),
        import_test(test_hostile_names_are_names),
        import_test(test_a_table_that_is_no_list_of_ties_or_groups_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
