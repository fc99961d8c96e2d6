/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"

static void test_a_digraph_has_directions_and_a_graph_none(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot", "digraph { a -> b; b -> c [dir=none]; c -> a [dir=\"both\"] }");
    assert_ties(test, "a > b tie0\nb - c tie_mutual0\na - c tie_mutual0\n");
    assert_told(test, "");
}

static void test_edges_of_a_graph_are_mutual(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot", "strict graph \"G\" { a -- b -- c }");
    assert_ties(test, "a - b tie0\nb - c tie0\n");
    assert_account(test, 5, 5, 0, 0);
}

static void test_defaults_hold_within_their_subgraph(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot",
                     "digraph { edge [kind=attack] a -> b\n"
                     "{ edge [kind=support] c -> d [kind=offensive]; d -> a }\n"
                     "b -> c }");
    assert_ties(test, "a > b attack-\nc > d offensive-\nd > a support+\nb > c attack-\n");
}

static void test_the_last_word_on_a_node_stands(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot",
                     "digraph { node [region=\"North\"] a [name=\"First\"]; a -> b; "
                     "a [name=\"Last\"]; node [region=\"South\"]; a [label=\"L\"]; c -> a }");
    assert_groups(test, "Last (L); b; c");
    assert_true(text_equal_string(test->import.intake.groups.items[0].region, "North"));
    assert_true(text_equal_string(test->import.intake.groups.items[2].region, "South"));
    assert_account(test, 5, 5, 0, 0);
}

static void test_an_edge_to_a_subgraph_is_one_to_each_of_its_nodes(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot", "digraph { a -> { b; c; b -> d } -> e }");
    assert_ties(test, "b > d tie0\na > b tie0\na > c tie0\na > d tie0\n"
                      "b > e tie0\nc > e tie0\nd > e tie0\n");
}

static void test_a_subgraph_without_nodes_is_no_end(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot", "digraph {\na -> b\na -> subgraph s;\n{ } -> b\n}");
    assert_ties(test, "a > b tie0\n");
    assert_told(test, "3:0 graph-syntax\n4:0 graph-syntax\n");
}

static void test_edges_to_subgraphs_are_bounded(void **state)
{
    struct import_case *test = *state;
    struct buffer text = {0};
    buffer_add_string(&text, "digraph { {");
    for (int i = 0; i < 400; i++)
        buffer_add_format(&text, " a%d", i);
    buffer_add_string(&text, " } -> {");
    for (int i = 0; i < 400; i++)
        buffer_add_format(&text, " b%d", i);
    buffer_add_string(&text, " } a0 -> b0 }");
    import_case_read(test, "dot", text.at);
    buffer_release(&text);
    assert_ties(test, "a0 > b0 tie0\n");
    assert_told(test, "1:0 graph-syntax\n");
}

static void test_ids_differ_in_case_and_hold_anything(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot",
                     "digraph { a -> A; \"x -> y\" -> \"say \\\"no\\\"\"; 1.5 -> a:port:n\n"
                     "/* b -> c */ // c -> d\n# e -> f\n}");
    assert_ties(test, "a > A tie0\nx -> y > say \"no\" tie0\n1.5 > a tie0\n");
}

static void test_what_cannot_be_used_is_rejected_with_its_line(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot",
                     "digraph {\na -> a\na -> b [start=2015, end=2014]\na -> b [start=soon]\n"
                     "a -> b [weight=0]\n}");
    assert_ties(test, "");
    assert_told(test, "2:0 self-relation\n3:0 date-order\n4:0 bad-date\n5:0 bad-number\n");
    assert_account(test, 6, 2, 0, 4);
}

static void test_what_breaks_off_keeps_what_stood_before(void **state)
{
    struct import_case *test = *state;
    import_case_read(test, "dot", "digraph { a -> b\nb -> [x\n");
    assert_ties(test, "a > b tie0\n");
    assert_told(test, "2:0 graph-syntax\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_a_digraph_has_directions_and_a_graph_none),
        import_test(test_edges_of_a_graph_are_mutual),
        import_test(test_defaults_hold_within_their_subgraph),
        import_test(test_the_last_word_on_a_node_stands),
        import_test(test_an_edge_to_a_subgraph_is_one_to_each_of_its_nodes),
        import_test(test_a_subgraph_without_nodes_is_no_end),
        import_test(test_edges_to_subgraphs_are_bounded),
        import_test(test_ids_differ_in_case_and_hold_anything),
        import_test(test_what_cannot_be_used_is_rejected_with_its_line),
        import_test(test_what_breaks_off_keeps_what_stood_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
