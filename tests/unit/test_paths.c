/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sweep against igraph's own functions and against a count that follows the definition. */
#include "metrics/paths.h"

#include "network/igraph_calls.h"
#include "sample.h"

static void check_against_igraph(const igraph_t *graph)
{
    struct paths paths;
    igraph_vector_t expected;
    igraph_vector_init(&expected, 0);
    paths_find(&paths, graph, &(struct paths_wish){.edges = true});

    call_betweenness(graph, &expected);
    for (igraph_integer_t v = 0; v < igraph_vcount(graph); v++)
        sample_assert_near(paths.betweenness[v], VECTOR(expected)[v],
                           1e-12 * (1 + VECTOR(expected)[v]), "betweenness");
    call_edge_betweenness(graph, &expected);
    for (igraph_integer_t edge = 0; edge < igraph_ecount(graph); edge++)
        sample_assert_near(paths.edge_betweenness[edge], VECTOR(expected)[edge],
                           1e-12 * (1 + VECTOR(expected)[edge]), "edge betweenness");
    igraph_harmonic_centrality(graph, &expected, igraph_vss_all(), IGRAPH_ALL, NULL, false);
    for (igraph_integer_t v = 0; v < igraph_vcount(graph); v++)
        sample_assert_near(paths.nearness[v], VECTOR(expected)[v], 1e-9, "nearness");

    double length = 0;
    call_diameter(graph, &length);
    sample_assert_near((double)paths.longest, length, 0, "longest");
    call_average_path_length(graph, &length);
    sample_assert_near(paths.steps / paths.pairs_in_reach, length, 1e-12, "mean length");
    igraph_vector_destroy(&expected);
    paths_release(&paths);
}

/* Sparse ones fall into many components, dense ones have one. */
static void random_graph(igraph_t *graph, uint64_t *state, unsigned most)
{
    igraph_integer_t vertices = 2 + (igraph_integer_t)sample_random(state, most);
    igraph_integer_t edges = (igraph_integer_t)sample_random(state, 4 * (unsigned)vertices);
    igraph_integer_t limit = vertices * (vertices - 1) / 2;
    call_random_graph(graph, vertices, edges < limit ? edges : limit);
}

static void test_200_random_graphs_agree_with_igraph(void **state)
{
    uint64_t random = 1;
    (void)state;
    igraph_rng_seed(igraph_rng_default(), 20140629);
    for (int i = 0; i < 200; i++) {
        igraph_t graph;
        random_graph(&graph, &random, 120);
        check_against_igraph(&graph);
        igraph_destroy(&graph);
    }
}

/* Distances and numbers of shortest paths by repeated passing over all edges. */
struct naive {
    igraph_integer_t n;
    int distance[24][24]; /* -1 = out of reach */
    double count[24][24];
};

static void naive_fill(struct naive *naive, const igraph_t *graph)
{
    *naive = (struct naive){.n = igraph_vcount(graph)};
    for (igraph_integer_t s = 0; s < naive->n; s++) {
        for (igraph_integer_t v = 0; v < naive->n; v++)
            naive->distance[s][v] = v == s ? 0 : -1;
        naive->count[s][s] = 1;
        for (int d = 0; d < naive->n; d++) {
            for (igraph_integer_t edge = 0; edge < 2 * igraph_ecount(graph); edge++) {
                igraph_integer_t v =
                    edge % 2 ? IGRAPH_TO(graph, edge / 2) : IGRAPH_FROM(graph, edge / 2);
                igraph_integer_t w =
                    edge % 2 ? IGRAPH_FROM(graph, edge / 2) : IGRAPH_TO(graph, edge / 2);
                if (naive->distance[s][v] != d ||
                    (naive->distance[s][w] != -1 && naive->distance[s][w] != d + 1))
                    continue;
                naive->distance[s][w] = d + 1;
                naive->count[s][w] += naive->count[s][v];
            }
        }
    }
}

/* The share of the shortest paths from s to t that pass through v. */
static double naive_share(const struct naive *naive, igraph_integer_t s, igraph_integer_t t,
                          igraph_integer_t v)
{
    if (s == v || t == v || naive->distance[s][t] < 0 || naive->distance[s][v] < 0 ||
        naive->distance[v][t] < 0 ||
        naive->distance[s][v] + naive->distance[v][t] != naive->distance[s][t])
        return 0;
    return naive->count[s][v] * naive->count[v][t] / naive->count[s][t];
}

static void check_against_definition(const igraph_t *graph)
{
    struct naive naive;
    struct paths paths;
    naive_fill(&naive, graph);
    paths_find(&paths, graph, &(struct paths_wish){0});
    assert_null(paths.edge_betweenness);
    for (igraph_integer_t v = 0; v < naive.n; v++) {
        double betweenness = 0;
        double nearness = 0;
        for (igraph_integer_t s = 0; s < naive.n; s++) {
            nearness += naive.distance[s][v] > 0 ? 1.0 / naive.distance[s][v] : 0;
            for (igraph_integer_t t = 0; t < s; t++)
                betweenness += naive_share(&naive, s, t, v);
        }
        sample_assert_near(paths.betweenness[v], betweenness, 1e-9, "betweenness");
        sample_assert_near(paths.nearness[v], nearness, 1e-9, "nearness");
    }
    paths_release(&paths);
}

static void test_small_graphs_agree_with_the_definition(void **state)
{
    uint64_t random = 2;
    (void)state;
    igraph_rng_seed(igraph_rng_default(), 1);
    for (int i = 0; i < 60; i++) {
        igraph_t graph;
        random_graph(&graph, &random, 20);
        check_against_definition(&graph);
        igraph_destroy(&graph);
    }
}

static void test_threads_leave_every_bit_as_it_is(void **state)
{
    igraph_t graph;
    struct paths one;
    (void)state;
    igraph_rng_seed(igraph_rng_default(), 3);
    call_random_graph(&graph, 501, 1200);
    paths_find(&one, &graph, &(struct paths_wish){.edges = true, .threads = 1});
    for (unsigned threads = 2; threads <= 40; threads += 19) {
        struct paths many;
        paths_find(&many, &graph, &(struct paths_wish){.edges = true, .threads = threads});
        assert_memory_equal(many.betweenness, one.betweenness, 501 * sizeof(double));
        assert_memory_equal(many.nearness, one.nearness, 501 * sizeof(double));
        assert_memory_equal(many.edge_betweenness, one.edge_betweenness, 1200 * sizeof(double));
        assert_true(many.steps == one.steps && many.longest == one.longest);
        paths_release(&many);
    }
    paths_release(&one);
    igraph_destroy(&graph);
}

/* Largest error of betweenness and nearness as a share of their range. */
static double largest_error(const struct paths *exact, const struct paths *sampled, size_t n)
{
    double largest = 0;
    for (size_t v = 0; v < n; v++) {
        double range = (double)n * (double)(n - 2) / 2;
        double error = fabs(exact->betweenness[v] - sampled->betweenness[v]) / range;
        largest = fmax(largest, error);
        error = fabs(exact->nearness[v] - sampled->nearness[v]) / (double)n;
        largest = fmax(largest, error);
    }
    return largest;
}

static void test_a_sample_stays_within_its_error(void **state)
{
    igraph_t graph;
    struct paths exact;
    (void)state;
    igraph_rng_seed(igraph_rng_default(), 4);
    igraph_barabasi_game(&graph, 400, 1, 2, NULL, true, 1, IGRAPH_UNDIRECTED,
                         IGRAPH_BARABASI_PSUMTREE, NULL);
    paths_find(&exact, &graph, &(struct paths_wish){.edges = true});
    assert_true(exact.error == 0);
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct paths sampled;
        paths_find(&sampled, &graph, &(struct paths_wish){.sample = 200, .seed = seed});
        double error = largest_error(&exact, &sampled, 400);
        assert_true(error > 0 && error < sampled.error && sampled.error < 0.2);
        sample_assert_near(sampled.steps / sampled.pairs_in_reach,
                           exact.steps / exact.pairs_in_reach, 0.2, "mean distance");
        paths_release(&sampled);
    }
    paths_release(&exact);
    igraph_destroy(&graph);
}

static void test_a_sample_of_all_is_exact(void **state)
{
    igraph_t graph;
    struct paths exact;
    struct paths all;
    (void)state;
    igraph_ring(&graph, 30, IGRAPH_UNDIRECTED, false, true);
    paths_find(&exact, &graph, &(struct paths_wish){0});
    paths_find(&all, &graph, &(struct paths_wish){.sample = 30, .seed = 1});
    assert_true(all.error == 0);
    assert_memory_equal(all.betweenness, exact.betweenness, 30 * sizeof(double));
    paths_release(&exact);
    paths_release(&all);
    igraph_destroy(&graph);
}

/* A grid has very many shortest paths between two corners. */
static void test_grids_agree_with_igraph(void **state)
{
    igraph_t graph;
    igraph_vector_int_t sides;
    (void)state;
    igraph_vector_int_init_int(&sides, 2, 12, 17);
    igraph_square_lattice(&graph, &sides, 1, IGRAPH_UNDIRECTED, false, NULL);
    check_against_igraph(&graph);
    igraph_destroy(&graph);
    igraph_vector_int_destroy(&sides);
}

static void test_a_graph_without_vertices_has_no_paths(void **state)
{
    igraph_t graph;
    struct paths paths;
    (void)state;
    igraph_empty(&graph, 0, IGRAPH_UNDIRECTED);
    paths_find(&paths, &graph, &(struct paths_wish){.edges = true});
    assert_int_equal(paths.longest, 0);
    assert_true(paths.pairs_in_reach == 0);
    paths_release(&paths);
    igraph_destroy(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_200_random_graphs_agree_with_igraph),
        cmocka_unit_test(test_small_graphs_agree_with_the_definition),
        cmocka_unit_test(test_threads_leave_every_bit_as_it_is),
        cmocka_unit_test(test_a_sample_stays_within_its_error),
        cmocka_unit_test(test_a_sample_of_all_is_exact),
        cmocka_unit_test(test_grids_agree_with_igraph),
        cmocka_unit_test(test_a_graph_without_vertices_has_no_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
