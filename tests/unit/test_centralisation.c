/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/igraph_calls.h"
#include "sample.h"

static const char *const indices[] = {"degree_centralisation", "betweenness_centralisation",
                                      "harmonic_centralisation", "closeness_centralisation"};

enum {
    COUNT = sizeof indices / sizeof *indices,
};

static void test_a_star_is_most_centralised(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 7);
    for (group_id i = 1; i < 7; i++)
        sample_tie(&sample, i, 0, "pledge");
    sample_measure(&sample);
    for (size_t i = 0; i < COUNT; i++)
        sample_assert_near(sample_network_value(&sample, indices[i]), 1, 1e-12, indices[i]);
    sample_release(&sample);
}

static void test_a_ring_is_not_centralised(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 7);
    for (group_id i = 0; i < 7; i++)
        sample_tie(&sample, i, (i + 1) % 7, "pledge");
    sample_measure(&sample);
    for (size_t i = 0; i < COUNT; i++)
        sample_assert_near(sample_network_value(&sample, indices[i]), 0, 1e-12, indices[i]);
    sample_release(&sample);
}

/* All networks of four groups: each of the six pairs is tied or not. */
static void test_no_network_of_four_is_above_the_star(void **state)
{
    static const group_id pairs[6][2] = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};
    (void)state;
    for (unsigned network = 0; network < 64; network++) {
        struct sample sample;
        sample_init(&sample);
        sample_groups(&sample, 4);
        for (size_t pair = 0; pair < 6; pair++) {
            if (network & (1u << pair))
                sample_tie(&sample, pairs[pair][0], pairs[pair][1], "alliance");
        }
        sample_measure(&sample);
        for (size_t i = 0; i < COUNT; i++) {
            double value = sample_network_value(&sample, indices[i]);
            assert_true(isnan(value) ? i == 3 : value >= 0 && value <= 1 + 1e-12);
        }
        sample_release(&sample);
    }
}

static void test_two_groups_have_no_centralisation(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 2);
    sample_tie(&sample, 0, 1, "alliance");
    sample_measure(&sample);
    for (size_t i = 0; i < COUNT; i++)
        assert_true(isnan(sample_network_value(&sample, indices[i])));
    sample_release(&sample);
}

/* Six followers of one group, and one group that attacks six. */
static void test_directions_are_centralised_apart(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 7);
    for (group_id i = 1; i < 7; i++) {
        sample_tie(&sample, i, 0, "pledge");
        sample_tie(&sample, i, 0, "pledge");
        sample_tie(&sample, 0, i, "attack");
    }
    sample_measure(&sample);
    assert_true(sample_network_value(&sample, "in_centralisation_positive") == 1);
    sample_assert_near(sample_network_value(&sample, "out_centralisation_positive"), 1.0 / 36,
                       1e-12, "out_centralisation_positive");
    assert_true(sample_network_value(&sample, "out_centralisation_negative") == 1);
    sample_release(&sample);
}

/* igraph has the sums and the maxima. */
static void check_against_igraph(struct sample *sample, const struct sample_matrix *matrix,
                                 enum layer layer)
{
    igraph_t graph;
    igraph_real_t expected;
    igraph_arpack_options_t options;
    igraph_bool_t is_connected;
    igraph_arpack_options_init(&options);
    igraph_empty(&graph, (igraph_integer_t)matrix->n, IGRAPH_UNDIRECTED);
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = i + 1; j < matrix->n; j++)
            if (matrix->ties[i][j] > 0)
                igraph_add_edge(&graph, (igraph_integer_t)i, (igraph_integer_t)j);
    igraph_is_connected(&graph, &is_connected, IGRAPH_WEAK);
    if (is_connected) {
        igraph_centralization_closeness(&graph, NULL, IGRAPH_ALL, &expected, NULL, true);
        sample_assert_near(
            sample_network_value(sample, sample_layer_column("closeness_centralisation", layer)),
            expected, 1e-9, "closeness_centralisation");
        call_eigenvector_centralisation(&graph, &options, &expected);
        sample_assert_near(
            sample_network_value(sample, sample_layer_column("eigenvector_centralisation", layer)),
            expected, 1e-6, "eigenvector_centralisation");
    }
    igraph_destroy(&graph);
}

static void test_igraph_has_the_same_values(void **state)
{
    (void)state;
    sample_check_random(check_against_igraph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_star_is_most_centralised),
        cmocka_unit_test(test_a_ring_is_not_centralised),
        cmocka_unit_test(test_no_network_of_four_is_above_the_star),
        cmocka_unit_test(test_two_groups_have_no_centralisation),
        cmocka_unit_test(test_directions_are_centralised_apart),
        cmocka_unit_test(test_igraph_has_the_same_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
