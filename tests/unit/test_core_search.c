/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/core_search.h"

#include "sample.h"

/* Correlation over the pairs, one by one. */
static double correlate(const struct sample_matrix *matrix, unsigned core)
{
    double pairs = 0, tied = 0, inside = 0, both = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = i + 1; j < matrix->n; j++) {
            bool is_tied = matrix->ties[i][j] > 0;
            bool is_inside = (core >> i & 1) || (core >> j & 1);
            pairs += 1;
            tied += is_tied;
            inside += is_inside;
            both += is_tied && is_inside;
        }
    }
    double variance = (tied / pairs) * (1 - tied / pairs) * (inside / pairs) * (1 - inside / pairs);
    return variance > 0 ? (both / pairs - tied / pairs * (inside / pairs)) / sqrt(variance)
                        : (double)NAN;
}

static void check_core(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    double best = (double)NAN;
    for (unsigned core = 0; core < 1u << matrix->n; core++) {
        double fit = correlate(matrix, core);
        if (!isnan(fit) && !(best >= fit))
            best = fit;
    }
    double fit = sample_network_value(sample, sample_layer_column("core_fit", layer));
    sample_assert_near(fit, best, 1e-9, "core_fit");
    sample_assert_near(sample_network_value(sample, sample_layer_column("core_fit_bound", layer)),
                       fit, 0, "core_fit_bound");
    if (isnan(best))
        return;
    const double *members = sample_column(sample, SCOPE_GROUP, sample_layer_column("core", layer));
    unsigned core = 0;
    double size = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        core |= members[i] == 1 ? 1u << i : 0;
        size += members[i];
    }
    sample_assert_near(correlate(matrix, core), best, 1e-9, "fit of the core");
    assert_true(sample_network_value(sample, sample_layer_column("core_size", layer)) == size);
}

static void test_no_set_of_groups_fits_better(void **state)
{
    (void)state;
    sample_check_random(check_core);
}

static void test_a_star_is_core_and_periphery(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 8);
    for (group_id i = 1; i < 8; i++)
        sample_tie(&sample, i, 0, "pledge");
    sample_measure(&sample);
    sample_assert_near(sample_network_value(&sample, "core_fit"), 1, 1e-12, "core_fit");
    assert_true(sample_network_value(&sample, "core_size") == 1);
    assert_true(sample_group_value(&sample, "core", 0) == 1);
    assert_true(sample_group_value(&sample, "core", 1) == 0);
    sample_release(&sample);
}

/* Five triangles; without effort there is the greedy core and an honest bound. */
static void test_a_search_cut_short_says_so(void **state)
{
    igraph_t graph;
    igraph_adjlist_t adjacency;
    struct core_split quick;
    struct core_split full;
    (void)state;
    assert_int_equal(igraph_empty(&graph, 15, IGRAPH_UNDIRECTED), IGRAPH_SUCCESS);
    for (igraph_integer_t v = 0; v < 15; v++)
        igraph_add_edge(&graph, v, v % 3 == 2 ? v - 2 : v + 1);
    igraph_adjlist_init(&graph, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE);
    core_search(&quick, &adjacency, 0);
    core_search(&full, &adjacency, 10000000);
    assert_true(full.bound == full.fit);
    assert_true(quick.fit <= full.fit + 1e-12);
    assert_true(quick.bound >= full.fit - 1e-12);
    assert_true(quick.bound > quick.fit);
    core_split_release(&quick);
    core_split_release(&full);
    igraph_adjlist_destroy(&adjacency);
    igraph_destroy(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_set_of_groups_fits_better),
        cmocka_unit_test(test_a_star_is_core_and_periphery),
        cmocka_unit_test(test_a_search_cut_short_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
