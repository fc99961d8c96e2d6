/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/graph_build.h"

#include "report_case.h"

static size_t attribute_of(const struct graph_table *table, const char *name)
{
    for (size_t i = 0; i < table->attributes.count; i++)
        if (strcmp(table->attributes.items[i].name, name) == 0)
            return i;
    fail_msg("no attribute '%s'", name);
    return 0;
}

static size_t edge_of(const struct graph *graph, const char *id)
{
    for (size_t i = 0; i < graph->edges.count; i++)
        if (text_equal_string(graph->edges.items[i].id, id))
            return i;
    fail_msg("no edge '%s'", id);
    return 0;
}

static void expect_text(const struct graph_table *table, size_t row, const char *name,
                        const char *expected)
{
    const struct graph_value *value = graph_value_of(table, row, attribute_of(table, name));
    assert_non_null(value);
    assert_true(text_equal_string(value->text, expected));
}

static void build(struct report_case *test, struct graph *graph, const char *metrics)
{
    struct error error = {0};
    report_case_init(test);
    report_case_measure(test);
    assert_true(graph_build(graph, &test->selection, &test->results, text_from(metrics), &error));
}

static void test_edge_carries_sign_dates_and_citations(void **state)
{
    (void)state;
    struct report_case test;
    struct graph graph;
    build(&test, &graph, "");
    const size_t row = edge_of(&graph, "pledge_band");
    const struct graph_edge *edge = &graph.edges.items[row];
    char day[16];
    assert_int_equal(edge->sign, 1);
    assert_false(edge->mutual);
    assert_true(graph_day_text(edge->life.first, day));
    assert_string_equal(day, "2015-06-01");
    assert_int_equal(edge->life.last, DAY_MAX); /* still so */
    expect_text(&graph.of_edges, row, "outcome", "contested");
    expect_text(&graph.of_edges, row, "start_latest", "2015-06-30");
    assert_int_equal(edge->citation_count, 2);
    const struct graph_citation *citation = &graph.citations.items[edge->first_citation + 1];
    assert_true(citation->disputes);
    assert_true(text_equal_string(graph.sources.items[citation->source].id, "wire_2015"));
    assert_true(text_equal_string(citation->locator, "p. 2"));
    graph_release(&graph);
    report_case_release(&test);
}

static void test_event_ends_on_its_last_day(void **state)
{
    (void)state;
    struct report_case test;
    struct graph graph;
    char day[16];
    build(&test, &graph, "");
    assert_true(graph_day_text(graph.edges.items[edge_of(&graph, "split_guard")].life.last, day));
    assert_string_equal(day, "2014-10-31");
    graph_release(&graph);
    report_case_release(&test);
}

static void test_mutual_tie_has_weight_and_no_absent_values(void **state)
{
    (void)state;
    struct report_case test;
    struct graph graph;
    build(&test, &graph, "degree");
    const size_t row = edge_of(&graph, "alliance_guard_shura");
    assert_true(graph.edges.items[row].mutual);
    assert_float_equal(graph.edges.items[row].weight, 2, 0);
    assert_null(graph_value_of(&graph.of_edges, row, attribute_of(&graph.of_edges, "note")));
    assert_float_equal(
        graph_value_of(&graph.of_vertices, 0, attribute_of(&graph.of_vertices, "degree"))->number,
        2, 0);
    graph_release(&graph);
    report_case_release(&test);
}

static void test_all_metrics_follow_the_attributes(void **state)
{
    (void)state;
    struct report_case test;
    struct graph graph;
    build(&test, &graph, "all");
    attribute_of(&graph.of_vertices, "betweenness");
    attribute_of(&graph.of_edges, "edge_betweenness");
    graph_release(&graph);
    report_case_release(&test);
}

static void test_unknown_metric_is_refused_with_the_nearest(void **state)
{
    (void)state;
    struct report_case test;
    struct graph graph;
    struct error error = {0};
    report_case_init(&test);
    report_case_measure(&test);
    assert_false(
        graph_build(&graph, &test.selection, &test.results, TEXT("degree,corenes"), &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_non_null(strstr(error.message, "'coreness'"));
    report_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edge_carries_sign_dates_and_citations),
        cmocka_unit_test(test_event_ends_on_its_last_day),
        cmocka_unit_test(test_mutual_tie_has_weight_and_no_absent_values),
        cmocka_unit_test(test_all_metrics_follow_the_attributes),
        cmocka_unit_test(test_unknown_metric_is_refused_with_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
