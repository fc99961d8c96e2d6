/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/doll_search.h"

#include "signed_case.h"

static void test_the_search_finds_the_best_partition(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++)
        for (size_t limit = 2; limit <= 4; limit++) {
            struct signed_graph graph;
            size_t classes[SIGNED_CASE_VERTICES] = {0};
            signed_case_random(&graph, seed, 2 + seed % 7, 90, seed % 2 == 0 ? 0 : 7);
            double upper = signed_graph_cost(&graph, classes);
            struct doll_result result = doll_search(&graph, limit, 1000000, classes, upper);
            double least = signed_case_least(&graph, limit);
            assert_true(result.is_complete);
            assert_true(fabs(result.lower - least) < 1e-9);
            assert_true(fabs(signed_graph_cost(&graph, classes) - least) < 1e-9);
            signed_graph_release(&graph);
        }
}

static void test_a_search_cut_short_still_bounds(void **state)
{
    size_t cut = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct signed_graph graph;
        size_t classes[SIGNED_CASE_VERTICES] = {0};
        signed_case_random(&graph, seed, 9, 95, 0);
        double upper = signed_graph_cost(&graph, classes);
        struct doll_result result = doll_search(&graph, 3, 60, classes, upper);
        cut += !result.is_complete;
        assert_true(result.lower <= signed_case_least(&graph, 3));
        assert_true(signed_graph_cost(&graph, classes) <= upper);
        signed_graph_release(&graph);
    }
    assert_true(cut > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_search_finds_the_best_partition),
        cmocka_unit_test(test_a_search_cut_short_still_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
