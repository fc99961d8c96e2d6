/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_partition.h"

#include "signed_case.h"

enum {
    NODES = 2000,
};

static void find(const struct signed_graph *graph, size_t limit, size_t nodes,
                 struct signed_partition *partition)
{
    assert_int_equal(signed_partition_find(graph, limit, nodes, partition), IGRAPH_SUCCESS);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    assert_true(partition->cost.lower <= partition->cost.upper);
    double cost = signed_graph_cost(graph, partition->classes);
    assert_true(fabs(cost - partition->cost.upper) < 1e-9);
}

static void compare_random(size_t limit, size_t most_weight)
{
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct signed_graph graph;
        struct signed_partition partition;
        signed_case_random(&graph, seed, 3 + seed % 6, 30 + 10 * (seed % 8), most_weight);
        find(&graph, limit, NODES, &partition);
        double least = signed_case_least(&graph, limit);
        assert_true(proven_cost_is_exact(partition.cost));
        assert_true(fabs(partition.cost.upper - least) < 1e-9);
        assert_true(limit == 2 || partition.floor <= signed_case_least(&graph, SIZE_MAX) + 1e-9);
        signed_partition_release(&partition);
        signed_graph_release(&graph);
    }
}

static void test_two_classes_cost_as_little_as_the_best_of_all(void **state)
{
    (void)state;
    compare_random(2, 0);
    compare_random(2, 9);
}

static void test_more_classes_cost_as_little_as_the_best_of_all(void **state)
{
    (void)state;
    compare_random(3, 0);
    compare_random(3, 9);
    compare_random(5, 0);
}

/* Dense graphs with random signs are the hardest: their bounds need not meet. */
static void test_bounds_hold_when_there_is_no_time_for_proof(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 5; seed++)
        for (size_t limit = 2; limit <= 4; limit += 2) {
            struct signed_graph graph;
            struct signed_partition hasty;
            struct signed_partition thorough;
            signed_case_random(&graph, seed, 14, 90, 0);
            find(&graph, limit, 1, &hasty);
            find(&graph, limit, 20000, &thorough);
            assert_true(proven_cost_is_exact(thorough.cost));
            assert_true(hasty.cost.lower <= thorough.cost.lower);
            assert_true(hasty.cost.upper >= thorough.cost.upper);
            assert_true(hasty.cost.lower > 0);
            signed_partition_release(&hasty);
            signed_partition_release(&thorough);
            signed_graph_release(&graph);
        }
}

static void test_the_cost_of_blocks_adds_up(void **state)
{
    /* Two triangles with one negative edge each share vertex 2; 5 and 6 hang on by a bridge. */
    static const struct signed_edge edges[] = {
        {0, 1, 1, true},  {0, 2, 1, false}, {1, 2, 1, false}, {2, 3, 1, false},
        {2, 4, 1, false}, {3, 4, 1, true},  {4, 5, 1, true},  {5, 6, 1, false},
    };
    struct signed_graph graph;
    struct signed_partition partition;
    (void)state;
    signed_graph_init(&graph, 8, edges, sizeof edges / sizeof *edges);
    find(&graph, 2, NODES, &partition);
    assert_true(partition.cost.lower == 2 && partition.cost.upper == 2);
    assert_int_equal(partition.blocks, 2);
    assert_int_equal(partition.blocks_open, 0);
    signed_partition_release(&partition);
    signed_graph_release(&graph);
}

static void test_graphs_without_edges_cost_nothing(void **state)
{
    struct signed_graph graph;
    struct signed_partition partition;
    (void)state;
    for (size_t vertices = 0; vertices < 3; vertices++) {
        signed_graph_init(&graph, vertices, NULL, 0);
        find(&graph, 2, NODES, &partition);
        assert_true(partition.cost.upper == 0);
        assert_int_equal(partition.class_count, vertices > 0);
        signed_partition_release(&partition);
        signed_graph_release(&graph);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_classes_cost_as_little_as_the_best_of_all),
        cmocka_unit_test(test_more_classes_cost_as_little_as_the_best_of_all),
        cmocka_unit_test(test_bounds_hold_when_there_is_no_time_for_proof),
        cmocka_unit_test(test_the_cost_of_blocks_adds_up),
        cmocka_unit_test(test_graphs_without_edges_cost_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
