/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_edges_are_mutual_unless_the_graph_is_directed(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gml",
                     "graph [ node [ id 1 label \"A\" ] node [ id 2 label \"B\" ]\n"
                     "edge [ source 2 target 1 ] ]");
    assert_ties(test, "A - B tie0\n");
    assert_account(test, 3, 3, 0, 0);
    assert_told(test, "");
}

static void test_directed_edges_keep_their_ends(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gml",
                     "Creator \"x\" graph [ directed 1 node [ id 1 label \"A\" ]\n"
                     "node [ id 2 label \"B\" ] edge [ source 2 target 1 value 3 ] ]");
    assert_ties(test, "B > A tie0 w3\n");
}

static void test_negative_weights_are_signs_and_attributes_are_read(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gml",
                     "graph [ node [ id 1 label \"A\" ] node [ id 2 label \"B\" ]\n"
                     "edge [ source 1 target 2 weight -2.5 start \"2014-03\" end \"2015\" ]\n"
                     "edge [ source 1 target 2 weight 1 kind \"pact\" ] ]");
    assert_ties(test, "A - B tie_negative- 2014-03/2015 w2.5\nA - B pact+\n");
    assert_told(test, "3:0 unmapped-code\n");
}

static void test_the_same_edge_twice_is_merged(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gml",
                     "graph [ node [ id 1 ] node [ id 2 ]\n"
                     "edge [ source 1 target 2 ] edge [ source 2 target 1 ] ]");
    assert_ties(test, "1 - 2 tie0\n");
    assert_account(test, 4, 3, 1, 0);
}

static void test_what_cannot_be_used_is_rejected_with_its_line(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gml",
                     "graph [\nnode [ id 1 label \"A\" ]\nnode [ id 2 label \"B\" ]\n"
                     "edge [ source 1 target 1 ]\n"
                     "edge [ source 1 target 9 ]\n"
                     "edge [ source 1 target 2 start 2015 end 2014 ]\n"
                     "edge [ source 1 target 2 start \"soon\" ]\n"
                     "edge [ target 2 ] ]");
    assert_ties(test, "");
    assert_told(test, "4:0 self-relation\n5:0 dangling-id\n6:0 date-order\n"
                      "7:0 bad-date\n8:0 missing-value\n");
    assert_account(test, 7, 2, 0, 5);
}

static void test_two_nodes_of_one_name_stay_two(void **state)
{
    struct import_case *test = *state;
    import_case_read(
        test, "gml",
        "graph [ node [ id 1 label \"A\" ] node [ id 2 label \"a\" ]\n"
        "node [ id 3 label \"A\" ] edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]");
    assert_groups(test, "A; a; A");
    assert_ties(test, "A - a tie0\na - A tie0\n");
}

static void test_lists_inside_are_passed_over_and_entities_undone(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gml",
                     "# a comment with ]\ngraph [ node [ id 1 graphics [ x 1 [ y 2 ] ] "
                     "label \"Tom &amp; &quot;J&quot;\" ] node [ id 2 label \"]\" ] "
                     "edge [ source 1 target 2 ] ]");
    assert_groups(test, "Tom & \"J\"; ]");
}

static void test_what_breaks_off_keeps_what_stood_before(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "gml",
                     "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ]\n"
                     "edge [ source 1 target \"2");
    assert_ties(test, "1 - 2 tie0\n");
    assert_told(test, "2:0 graph-syntax\n2:0 missing-value\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_edges_are_mutual_unless_the_graph_is_directed),
        import_test(test_directed_edges_keep_their_ends),
        import_test(test_negative_weights_are_signs_and_attributes_are_read),
        import_test(test_the_same_edge_twice_is_merged),
        import_test(test_what_cannot_be_used_is_rejected_with_its_line),
        import_test(test_two_nodes_of_one_name_stay_two),
        import_test(test_lists_inside_are_passed_over_and_entities_undone),
        import_test(test_what_breaks_off_keeps_what_stood_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
