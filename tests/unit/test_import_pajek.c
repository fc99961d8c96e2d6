/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_arcs_have_a_direction_and_edges_none(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "pajek",
                     "*Vertices 3\n1 \"A\"\n2 \"B\" 0.1 0.2 ic Red\n3 \"C\"\n"
                     "*Arcs\n1 2 2\n*Edges\n3 2\n");
    assert_ties(test, "A > B tie0 w2\nB - C tie_mutual0\n");
    assert_account(test, 5, 5, 0, 0);
}

static void test_a_relation_is_the_code_of_its_ties_and_a_count_is_none(void **state)
{
    struct import_case *test = *state;
    test->options.map = (struct text_list){.items = &TEXT("feud=rivalry"), .count = 1};
    import_case_read(
        test, "pajek",
        "*Vertices 2\n1 A\n2 B\n*Arcs :3 \"feud\"\n1 2\n*Edges 1\n1 2\n*Edges :4\n1 2\n");
    assert_ties(test, "A - B rivalry-\nA - B tie0\nA - B n40\n");
}

static void test_negative_values_make_all_values_signs(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "pajek", "*Vertices 3\n*Arcs\n1 2 -2\n2 3 1\n*Arcslist\n3 -1 2\n");
    assert_ties(test, "1 > 2 tie_negative- w2\n2 > 3 tie_positive+\n3 > 1 tie_negative-\n"
                      "3 > 2 tie_positive+\n");
}

static void test_a_matrix_is_of_arcs(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "pajek", "*Vertices 2\n1 A\n2 B\n*Matrix\n0 1\n-1 0\n");
    assert_ties(test, "A > B tie_positive+\nB > A tie_negative-\n");
}

static void test_a_matrix_of_two_modes_joins_rows_and_columns(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "pajek", "*Vertices 4 2\n1 A\n2 B\n3 X\n4 Y\n*Matrix\n1 0\n0 2\n");
    assert_ties(test, "A - X tie0\nB - Y tie0 w2\n");
}

static void test_what_lies_outside_of_a_matrix_is_rejected(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "pajek", "*Vertices 3 2\n1 A\n2 B\n3 X\n*Matrix\n1 1\n1\n1\n");
    assert_ties(test, "A - X tie0\nB - X tie0\n");
    assert_told(test, "6:0 dangling-id\n8:0 dangling-id\n");
}

static void test_ends_that_are_no_vertices_and_self_ties_are_rejected(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "pajek", "*Vertices 2\n1 A\n2 B\n*Arcs\n1 3\n0 1\nx 1\n2 2\n1 2\n");
    assert_ties(test, "A > B tie0\n");
    assert_told(test, "5:0 dangling-id\n6:0 dangling-id\n7:0 dangling-id\n8:0 self-relation\n");
    assert_account(test, 7, 3, 0, 4);
}

static void test_any_line_end_will_do(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "pajek", "*Vertices 2\r1 A\r2 B\r*Arcs\r1 2\r");
    assert_ties(test, "A > B tie0\n");
}

static void test_names_hold_across_files_and_letters_tell_apart_within_one(void **state)
{
    struct import_case *test = *state;
    import_case_format(test, "pajek");
    import_case_file(test, TEXT("*Vertices 3\n1 A\n2 B\n3 b\n*Arcs\n1 2\n2 3\n"));
    import_case_file(test, TEXT("*Vertices 2\n1 C\n2 A\n*Arcs\n1 2\n"));
    import_case_end(test);
    assert_groups(test, "A; B; b; C");
    assert_ties(test, "A > B tie0\nB > b tie0\nC > A tie0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_arcs_have_a_direction_and_edges_none),
        import_test(test_a_relation_is_the_code_of_its_ties_and_a_count_is_none),
        import_test(test_negative_values_make_all_values_signs),
        import_test(test_a_matrix_is_of_arcs),
        import_test(test_a_matrix_of_two_modes_joins_rows_and_columns),
        import_test(test_what_lies_outside_of_a_matrix_is_rejected),
        import_test(test_ends_that_are_no_vertices_and_self_ties_are_rejected),
        import_test(test_any_line_end_will_do),
        import_test(test_names_hold_across_files_and_letters_tell_apart_within_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
