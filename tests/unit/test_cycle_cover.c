/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/cycle_cover.h"

#include "signed_case.h"

static double bound(const struct signed_graph *graph, enum cycle_kind kind, size_t nodes)
{
    size_t classes[SIGNED_CASE_VERTICES] = {0};
    double upper = signed_graph_cost(graph, classes);
    double lower = cycle_cover_bound(graph, kind, nodes, classes, &upper);
    assert_true(fabs(signed_graph_cost(graph, classes) - upper) < 1e-9);
    assert_true(lower <= upper);
    return lower;
}

static void complete(struct signed_graph *graph, size_t vertices)
{
    struct signed_edge edges[SIGNED_CASE_EDGES];
    size_t count = 0;
    for (size_t a = 0; a < vertices; a++)
        for (size_t b = a + 1; b < vertices; b++)
            edges[count++] = (struct signed_edge){a, b, 1, true};
    signed_graph_init(graph, vertices, edges, count);
}

/* Seven enemies of each other: a third of each pair covers all triangles, 7; the best two classes
 * have 3 + 6 = 9 pairs within.  Only branching closes the gap. */
static void test_branching_goes_beyond_the_relaxation(void **state)
{
    struct signed_graph graph;
    (void)state;
    complete(&graph, 7);
    assert_true(bound(&graph, CYCLES_ODD, 0) == 7);
    assert_true(bound(&graph, CYCLES_ODD, 5000) == 9);
    assert_true(bound(&graph, CYCLES_SINGLE, 0) == 0);
    signed_graph_release(&graph);
}

/* Whatever the limit, no partition costs less than the bound. */
static void test_bounds_are_bounds(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++)
        for (size_t nodes = 0; nodes <= 200; nodes += 200) {
            struct signed_graph graph;
            signed_case_random(&graph, seed, 8, 30 + seed, seed % 2 == 0 ? 0 : 7);
            double two = bound(&graph, CYCLES_ODD, nodes);
            double any = bound(&graph, CYCLES_SINGLE, nodes);
            assert_true(two <= signed_case_least(&graph, 2) + 1e-9);
            assert_true(any <= signed_case_least(&graph, SIZE_MAX) + 1e-9);
            if (nodes > 0) {
                assert_true(fabs(two - signed_case_least(&graph, 2)) < 1e-6);
                assert_true(fabs(any - signed_case_least(&graph, SIZE_MAX)) < 1e-6);
            }
            signed_graph_release(&graph);
        }
}

static void test_bounds_are_rounded_up_to_what_costs_can_be(void **state)
{
    (void)state;
    assert_true(cycle_cover_round(4.2, 9, 1) == 5);
    assert_true(cycle_cover_round(4.0000001, 9, 1) == 4);
    assert_true(cycle_cover_round(4.2, 9, 0) == 4.2);
    assert_true(cycle_cover_round(8.9999999, 9, 0) == 9);
    assert_true(cycle_cover_round(4.2, 9, 0.5) == 4.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_branching_goes_beyond_the_relaxation),
        cmocka_unit_test(test_bounds_are_bounds),
        cmocka_unit_test(test_bounds_are_rounded_up_to_what_costs_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
