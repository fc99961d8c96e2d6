/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"
#include "importer/graph_rows.h"

static struct graph_rows rows;

static void open_rows(struct import_case *test)
{
    struct error error = {0};
    if (test->import.format == NULL)
        import_case_format(test, "pajek");
    import_case_open(test, TEXT(""));
    assert_true(graph_rows_open(&rows, &test->import, "f", false, &error));
}

static void close_rows(void)
{
    struct error error = {0};
    assert_true(graph_rows_close(&rows, &error));
}

static void node(long number, const char *name, const char *label)
{
    graph_rows_node(&rows, (size_t)number);
    graph_rows_set_number(&rows, GRAPH_NUMBER, number);
    graph_rows_set(&rows, "name", text_from(name));
    graph_rows_set(&rows, "label", text_from(label));
}

static void edge(const char *source, const char *target)
{
    graph_rows_edge(&rows, 9);
    graph_rows_set(&rows, "source", text_from(source));
    graph_rows_set(&rows, "target", text_from(target));
}

static void test_nodes_have_names_and_edges_go_by_them(void **state)
{
    struct import_case *test = *state;
    open_rows(test);
    node(1, "A", "");
    node(2, "", "Label");
    node(3, "", "");
    edge("1", "2");
    edge("2", "3");
    close_rows();
    assert_groups(test, "A; Label; 3");
    assert_ties(test, "A > Label tie0\nLabel > 3 tie0\n");
}

static void test_a_label_beside_a_name_is_a_label(void **state)
{
    struct import_case *test = *state;
    open_rows(test);
    node(1, "A", "Short");
    close_rows();
    assert_groups(test, "A (Short)");
}

static void test_nodes_of_one_name_have_ids_and_stay_apart(void **state)
{
    struct import_case *test = *state;
    open_rows(test);
    node(1, "A", "");
    node(2, "a", "");
    edge("1", "2");
    close_rows();
    assert_ties(test, "A > a tie0\n");
    assert_true(text_equal_string(test->import.intake.groups.items[0].code, "f:1"));
}

static void test_an_edge_to_no_node_is_rejected_unless_nodes_may_be_unnamed(void **state)
{
    struct import_case *test = *state;
    open_rows(test);
    node(1, "A", "");
    edge("1", "7");
    close_rows();
    assert_told(test, "9:0 dangling-id\n");
    assert_account(test, 2, 1, 0, 1);
    open_rows(test);
    rows.implicit = true;
    node(1, "A", "");
    edge("1", "7");
    close_rows();
    assert_ties(test, "A > 7 tie0\n");
}

static void test_the_first_word_on_a_name_stands_and_a_repeated_row_says_the_same(void **state)
{
    struct import_case *test = *state;
    open_rows(test);
    node(1, "A", "");
    node(2, "B", "");
    edge("1", "2");
    graph_rows_set(&rows, "kind", TEXT("attack"));
    graph_rows_set(&rows, "kind", TEXT("alliance"));
    graph_rows_set(&rows, "start", TEXT("2014"));
    graph_rows_set(&rows, "end", TEXT(""));
    assert_true(text_equal_string(graph_rows_said(&rows, "kind"), "attack"));
    assert_int_equal(graph_rows_said(&rows, "end").length, 0);
    graph_rows_repeat(&rows, "start", "end");
    graph_rows_set(&rows, "start", TEXT("2016"));
    close_rows();
    assert_ties(test, "A > B attack- 2014/\nA > B attack- 2016/\n");
}

static void test_weights_are_signs_where_one_is_negative_and_no_sign_is_said(void **state)
{
    struct import_case *test = *state;
    open_rows(test);
    node(1, "A", "");
    node(2, "B", "");
    edge("1", "2");
    graph_rows_set(&rows, "weight", TEXT("-3"));
    edge("2", "1");
    graph_rows_set(&rows, "weight", TEXT("2"));
    close_rows();
    assert_ties(test, "A > B tie_negative- w3\nB > A tie_positive+ w2\n");
}

static void test_another_encoding_and_line_end_is_made_ours(void **state)
{
    struct import_case *test = *state;
    struct error error = {0};
    import_case_format(test, "pajek");
    import_case_open(test, TEXT("\xFF\xFE"
                                "a\0\r\0\xE9\0"));
    assert_true(graph_rows_open(&rows, &test->import, "f", false, &error));
    assert_true(text_equal_string(rows.contents, "a\n\xC3\xA9"));
    close_rows();
    assert_string_equal(test->import.file->encoding, "UTF-16LE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_nodes_have_names_and_edges_go_by_them),
        import_test(test_a_label_beside_a_name_is_a_label),
        import_test(test_nodes_of_one_name_have_ids_and_stay_apart),
        import_test(test_an_edge_to_no_node_is_rejected_unless_nodes_may_be_unnamed),
        import_test(test_the_first_word_on_a_name_stands_and_a_repeated_row_says_the_same),
        import_test(test_weights_are_signs_where_one_is_negative_and_no_sign_is_said),
        import_test(test_another_encoding_and_line_end_is_made_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
