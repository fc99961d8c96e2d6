/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sweep against igraph's own functions, on graphs larger than a naive count can take. */
#include "metrics/paths.h"

#include "sample.h"

static void check_against_igraph(const igraph_t *graph)
{
    struct paths paths;
    igraph_vector_t expected;
    igraph_vector_init(&expected, 0);
    paths_find(&paths, graph);

    igraph_betweenness(graph, &expected, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
    for (igraph_integer_t v = 0; v < igraph_vcount(graph); v++)
        sample_assert_near(paths.betweenness[v], VECTOR(expected)[v],
                           1e-12 * (1 + VECTOR(expected)[v]), "betweenness");
    igraph_edge_betweenness(graph, &expected, IGRAPH_UNDIRECTED, NULL);
    for (igraph_integer_t edge = 0; edge < igraph_ecount(graph); edge++)
        sample_assert_near(paths.edge_betweenness[edge], VECTOR(expected)[edge],
                           1e-12 * (1 + VECTOR(expected)[edge]), "edge betweenness");
    igraph_harmonic_centrality(graph, &expected, igraph_vss_all(), IGRAPH_ALL, NULL, false);
    for (igraph_integer_t v = 0; v < igraph_vcount(graph); v++)
        sample_assert_near(paths.nearness[v], VECTOR(expected)[v], 1e-9, "nearness");

    double length = 0;
    igraph_diameter(graph, &length, NULL, NULL, NULL, NULL, IGRAPH_UNDIRECTED, true);
    sample_assert_near((double)paths.longest, length, 0, "longest");
    igraph_average_path_length(graph, &length, NULL, IGRAPH_UNDIRECTED, true);
    sample_assert_near(paths.steps / paths.pairs_in_reach, length, 1e-12, "mean length");
    igraph_vector_destroy(&expected);
    paths_release(&paths);
}

static void test_random_graphs_agree_with_igraph(void **state)
{
    (void)state;
    igraph_rng_seed(igraph_rng_default(), 20140629);
    for (igraph_integer_t edges = 60; edges <= 960; edges *= 2) {
        igraph_t graph;
        igraph_erdos_renyi_game_gnm(&graph, 200, edges, IGRAPH_UNDIRECTED, IGRAPH_NO_LOOPS);
        check_against_igraph(&graph);
        igraph_destroy(&graph);
    }
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
    paths_find(&paths, &graph);
    assert_int_equal(paths.longest, 0);
    assert_true(paths.pairs_in_reach == 0);
    paths_release(&paths);
    igraph_destroy(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_graphs_agree_with_igraph),
        cmocka_unit_test(test_grids_agree_with_igraph),
        cmocka_unit_test(test_a_graph_without_vertices_has_no_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
