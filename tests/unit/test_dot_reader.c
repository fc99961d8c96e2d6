/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/dot_reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The text is refused, and the first finding is this. */
static void assert_refused(struct text dot, const char *code, size_t line, const char *message)
{
    struct dot_graph graph;
    struct findings findings = {0};

    assert_false(dot_read(dot, TEXT("x.gv"), &graph, &findings));
    assert_int_equal(graph.nodes.count, 0);
    assert_true(findings.list.count > 0);
    assert_string_equal(findings.list.items[0].type->code, code);
    assert_int_equal(findings.list.items[0].place.line, line);
    assert_string_equal(findings.list.items[0].message.at, message);
    findings_release(&findings);
    dot_graph_release(&graph);
}

static void assert_syntax_error(const char *dot, size_t line, const char *message)
{
    assert_refused(text_from(dot), "figure-syntax", line, message);
}

static void read_good(struct dot_graph *graph, const char *dot)
{
    struct findings findings = {0};

    assert_true(dot_read(text_from(dot), TEXT("x.gv"), graph, &findings));
    assert_int_equal(findings.list.count, 0);
    findings_release(&findings);
}

/* "graph x=1;" "nodes y=2;" "node0 z=3;" in one string */
static void assert_attributes(const struct dot_graph *graph, const char *expected)
{
    static const char *const objects[] = {"graph", "nodes", "edges", "node"};
    char printed[1024] = "";
    size_t used = 0;

    for (size_t i = 0; i < graph->attributes.count; i++) {
        const struct dot_attribute *attribute = &graph->attributes.items[i];
        used += (size_t)snprintf(printed + used, sizeof printed - used, "%s%.0zu %s=%s%s; ",
                                 objects[attribute->object], attribute->node, attribute->name.at,
                                 attribute->value.at, attribute->is_html ? " (html)" : "");
    }
    assert_string_equal(printed, expected);
}

static void test_attributes_are_told_apart_by_object(void **state)
{
    struct dot_graph graph;

    (void)state;
    read_good(&graph, "digraph g {\n graph [a=1] b=2\n node [a=3, c=4] edge [d=5]\n"
                      " n [a=6, c=4]\n m\n k [e=\"x \\\"y\\\" \\n z\"] }");
    assert_string_equal(graph.name.at, "g");
    assert_attributes(&graph, "graph a=1; graph b=2; nodes a=3; nodes c=4; edges d=5; node a=6; "
                              "node2 e=x \"y\" \\n z; ");
    assert_int_equal(graph.nodes.count, 3);
    assert_string_equal(graph.nodes.items[1].name.at, "m");
    assert_int_equal(graph.nodes.items[1].place.line, 5);
    dot_graph_release(&graph);
}

static void test_attributes_inside_a_subgraph_belong_to_its_nodes(void **state)
{
    struct dot_graph graph;

    (void)state;
    read_good(&graph, "digraph { subgraph s { label=x node [pin=y] n } m -> n -> m }");
    assert_int_equal(graph.name.length, 0);
    assert_attributes(&graph, "node pin=y; ");
    assert_int_equal(graph.subgraph_count, 1);
    assert_int_equal(graph.edge_count, 2);
    dot_graph_release(&graph);
}

static void test_html_values_are_marked(void **state)
{
    struct dot_graph graph;

    (void)state;
    read_good(&graph, "graph { a=<<b>x</b>> c=\"<b>y</b>\" }");
    assert_attributes(&graph, "graph a=<b>x</b> (html); graph c=<b>y</b>; ");
    dot_graph_release(&graph);
}

static void test_syntax_errors_have_line_and_reason(void **state)
{
    (void)state;
    assert_syntax_error("digraph a {\n\n b -> ;\n}", 3, "syntax error near ';'");
    assert_syntax_error("digraph a { b", 1, "syntax error");
    assert_syntax_error("no graph", 1, "syntax error near 'no'");
    assert_syntax_error("graph a { b -> c }", 1, "syntax error near '->'");
    assert_syntax_error("// nothing\n", 0, "the file holds no graph");
    assert_syntax_error("graph a {} graph b {}", 0, "the file holds several graphs");
    assert_syntax_error("graph a {}\n\ngraph b {}", 0, "the file holds several graphs");
    assert_syntax_error("graph a {}\n}", 2, "syntax error near '}'");
    assert_syntax_error("graph a {\n}\ngraph b {\n c -> d }", 4, "syntax error near '->'");
    assert_syntax_error("graph a {}\n@ graph b {}", 2, "syntax error near '@'");
}

static void test_what_cgraph_guesses_is_refused(void **state)
{
    (void)state;
    assert_syntax_error("graph a {\n b [x=1a] }", 2,
                        "syntax ambiguity - badly delimited number '1a' of input splits into two "
                        "tokens");
}

static void test_unfinished_text_does_not_reach_the_next_file(void **state)
{
    struct dot_graph graph;

    (void)state;
    assert_syntax_error("digraph a { \"b }", 1,
                        "syntax error scanning a quoted string (missing endquote? longer than "
                        "16384?)\\nString starting:\"b }");
    assert_syntax_error("digraph a { /* b }", 1,
                        "syntax error scanning a /*...*/ comment (missing '*/? longer than "
                        "16384?)");
    read_good(&graph, "graph next { n }");
    assert_string_equal(graph.name.at, "next");
    assert_int_equal(graph.nodes.items[0].place.line, 1);
    dot_graph_release(&graph);
}

static void test_unreadable_bytes_are_refused(void **state)
{
    static char large[DOT_LENGTH_LIMIT + 1];

    (void)state;
    memset(large, ' ', sizeof large);
    assert_refused(TEXT("graph a {\0}"), "binary-file", 0, "the file has NUL bytes");
    assert_refused(TEXT("graph a {\n\xFF}"), "not-utf8", 2, "the text is not UTF-8");
    assert_refused(TEXT(" \n"), "figure-syntax", 0, "the file holds no graph");
    assert_refused((struct text){0}, "figure-syntax", 0, "the file holds no graph");
    assert_refused((struct text){large, sizeof large}, "unreadable-file", 0,
                   "a figure definition has 65536 bytes at most");
}

static struct dot_place find(const char *dot, const char *name, const char *value)
{
    return dot_find_attribute(text_from(dot), dot_start(), text_from(name), text_from(value));
}

static void test_attribute_is_found_behind_comments_and_strings(void **state)
{
    const char *dot = "# a=1\n// a=1\n/* a=1 */ graph { b=\"a=1\" c=<a=<i>1</i>> \"a\"=1 a=2 }";

    (void)state;
    assert_int_equal(find(dot, "a", "1").line, 3);
    assert_int_equal(find(dot, "a", "1").column, 42);
    assert_int_equal(find(dot, "a", "2").column, 48);
    assert_int_equal(find(dot, "a", "3").column, 42);
    assert_int_equal(find(dot, "z", "1").line, 0);
}

static void test_columns_count_characters(void **state)
{
    (void)state;
    assert_int_equal(find("graph { \xC3\xA9=1 a=1 }", "a", "1").column, 13);
}

static void test_node_is_told_from_attributes_of_its_name(void **state)
{
    struct text dot = TEXT("graph { x=n n=x\n n [n=1] }");

    (void)state;
    assert_int_equal(dot_find_node(dot, dot_start(), TEXT("n")).line, 2);
    assert_int_equal(dot_find_node(dot, dot_start(), TEXT("m")).line, 0);
}

static void test_edges_and_subgraphs_are_found(void **state)
{
    (void)state;
    assert_int_equal(dot_find_edge(TEXT("graph {\n a [x=\"--\"]\n a -- b }")).line, 3);
    assert_int_equal(dot_find_edge(TEXT("graph { x=-1 }")).line, 0);
    assert_int_equal(dot_find_subgraph(TEXT("graph {\n\n{ a } }")).line, 3);
    assert_int_equal(dot_find_subgraph(TEXT("graph { a }")).line, 0);
}

static void test_unfinished_words_end_with_the_text(void **state)
{
    static const char *const endings[] = {"\"abc", "\"abc\\", "<a<b>", "/* a", "// a", "#", "-"};

    (void)state;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct dot_place place = dot_start();
        struct dot_token token;
        const struct text dot = text_from(endings[i]);
        while (dot_next_token(dot, &place, &token))
            assert_true(token.text.length <= dot.length);
        assert_int_equal(place.offset, dot.length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attributes_are_told_apart_by_object),
        cmocka_unit_test(test_attributes_inside_a_subgraph_belong_to_its_nodes),
        cmocka_unit_test(test_html_values_are_marked),
        cmocka_unit_test(test_syntax_errors_have_line_and_reason),
        cmocka_unit_test(test_what_cgraph_guesses_is_refused),
        cmocka_unit_test(test_unfinished_text_does_not_reach_the_next_file),
        cmocka_unit_test(test_unreadable_bytes_are_refused),
        cmocka_unit_test(test_attribute_is_found_behind_comments_and_strings),
        cmocka_unit_test(test_columns_count_characters),
        cmocka_unit_test(test_node_is_told_from_attributes_of_its_name),
        cmocka_unit_test(test_edges_and_subgraphs_are_found),
        cmocka_unit_test(test_unfinished_words_end_with_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
