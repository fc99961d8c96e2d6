/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/igraph_calls.h"
#include "sample.h"

/* x_j = (1 - 0.85) / n + 0.85 sum over i of x_i arcs_ij / arcs out of i, or x_i / n without. */
static void check_equation(struct sample *sample, const struct sample_matrix *matrix,
                           enum layer layer)
{
    double arcs[16][16] = {0};
    double next[16] = {0};
    double sum = 0;
    double n = (double)matrix->n;
    sample_count_arcs(sample, layer, arcs);
    const double *x = sample_column(sample, SCOPE_GROUP, sample_layer_column("pagerank", layer));
    for (size_t i = 0; i < matrix->n; i++) {
        double out = 0;
        sum += x[i];
        for (size_t j = 0; j < matrix->n; j++)
            out += arcs[i][j];
        for (size_t j = 0; j < matrix->n; j++)
            next[j] += 0.85 * x[i] * (out > 0 ? arcs[i][j] / out : 1 / n);
    }
    for (size_t i = 0; i < matrix->n; i++)
        sample_assert_near(next[i] + 0.15 / n, x[i], 1e-14, "pagerank");
    sample_assert_near(sum, 1, 1e-12, "sum of pagerank");
}

static void test_ranks_satisfy_their_equation(void **state)
{
    (void)state;
    sample_check_random(check_equation);
}

/* Large enough for igraph to choose the method that it takes for large graphs. */
static void test_a_larger_network_agrees_with_igraph(void **state)
{
    struct sample sample;
    uint64_t random = 5;
    igraph_t graph;
    igraph_vector_int_t ends;
    igraph_vector_t expected;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 400);
    igraph_vector_int_init(&ends, 0);
    igraph_vector_init(&expected, 0);
    for (int i = 0; i < 900; i++) {
        group_id source = sample_random(&random, 400);
        group_id target = (source + 1 + sample_random(&random, 399)) % 400;
        sample_tie(&sample, source, target, "pledge");
        igraph_vector_int_push_back(&ends, source);
        igraph_vector_int_push_back(&ends, target);
    }
    sample_measure(&sample);
    igraph_create(&graph, &ends, 400, IGRAPH_DIRECTED);
    call_pagerank(&graph, &expected);
    for (group_id group = 0; group < 400; group++)
        sample_assert_near(sample_group_value(&sample, "pagerank", group), VECTOR(expected)[group],
                           1e-9, "pagerank");
    igraph_vector_destroy(&expected);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranks_satisfy_their_equation),
        cmocka_unit_test(test_a_larger_network_agrees_with_igraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
