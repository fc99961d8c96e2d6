/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/network.h"

#include "sample.h"

#include "network/network_igraph.h"

/* b pledges to a, a and b are allied, b attacks c, c splits from a; d has no tie. */
static struct network *build(struct sample *sample)
{
    struct error error = {0};
    sample_init(sample);
    group_id a = sample_group(sample, "a");
    group_id b = sample_group(sample, "b");
    group_id c = sample_group(sample, "c");
    sample_group(sample, "d");
    sample_tie(sample, b, a, "pledge");
    sample_tie(sample, a, b, "alliance");
    sample_tie(sample, b, c, "attack");
    sample_tie(sample, c, a, "split");
    sample_select(sample);
    struct network *network = network_new(&sample->selection, &error);
    assert_non_null(network);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    return network;
}

static void release(struct sample *sample, struct network *network)
{
    network_free(network);
    sample_release(sample);
}

static void test_every_group_is_a_vertex_of_every_layer(void **state)
{
    struct sample sample;
    (void)state;
    struct network *network = build(&sample);
    assert_int_equal(network_count_vertices(network), 4);
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        const struct network_layer *views = network_get_layer(network, (enum layer)layer);
        assert_int_equal(igraph_vcount(&views->arcs), 4);
        assert_int_equal(igraph_vcount(&views->simple), 4);
    }
    release(&sample, network);
}

static void test_vertices_and_groups_map_both_ways(void **state)
{
    struct sample sample;
    (void)state;
    struct network *network = build(&sample);
    for (group_id group = 0; group < 4; group++) {
        size_t vertex = network_vertex_of_group(network, group);
        assert_int_equal(network_group_of_vertex(network, vertex), group);
    }
    release(&sample, network);
}

static void test_parallel_ties_are_one_edge_with_their_number(void **state)
{
    struct sample sample;
    (void)state;
    struct network *network = build(&sample);
    size_t edge = network_edge_of_relation(network, LAYER_ALL, 0);
    assert_int_equal(network_edge_of_relation(network, LAYER_ALL, 1), edge);
    assert_int_equal(network_count_edges(network, LAYER_ALL), 3);
    assert_true(VECTOR(network_get_layer(network, LAYER_ALL)->tie_counts)[edge] == 2);
    release(&sample, network);
}

static void test_a_mutual_relation_is_two_arcs(void **state)
{
    struct sample sample;
    igraph_integer_t forth = -1;
    igraph_integer_t back = -1;
    (void)state;
    struct network *network = build(&sample);
    const igraph_t *arcs = &network_get_layer(network, LAYER_POSITIVE)->arcs;
    assert_int_equal(igraph_ecount(arcs), 3); /* pledge, alliance there and back */
    igraph_get_eid(arcs, &forth, 0, 1, IGRAPH_DIRECTED, false);
    igraph_get_eid(arcs, &back, 1, 0, IGRAPH_DIRECTED, false);
    assert_true(forth >= 0 && back >= 0);
    release(&sample, network);
}

static void test_layers_have_the_ties_of_their_sign(void **state)
{
    struct sample sample;
    (void)state;
    struct network *network = build(&sample);
    assert_int_equal(network_count_edges(network, LAYER_POSITIVE), 1);
    assert_int_equal(network_count_edges(network, LAYER_NEGATIVE), 1);
    assert_int_equal(network_edge_of_relation(network, LAYER_POSITIVE, 2), NETWORK_ABSENT);
    assert_int_equal(network_edge_of_relation(network, LAYER_NEGATIVE, 2), 0);
    /* The split is neutral: in the layer of all ties only. */
    assert_int_equal(network_edge_of_relation(network, LAYER_POSITIVE, 3), NETWORK_ABSENT);
    assert_int_equal(network_edge_of_relation(network, LAYER_NEGATIVE, 3), NETWORK_ABSENT);
    assert_int_not_equal(network_edge_of_relation(network, LAYER_ALL, 3), NETWORK_ABSENT);
    release(&sample, network);
}

static void test_a_tie_with_itself_makes_no_edge(void **state)
{
    struct sample sample;
    struct error error = {0};
    (void)state;
    sample_init(&sample);
    group_id a = sample_group(&sample, "a");
    sample_tie(&sample, a, a, "alliance");
    sample_select(&sample);
    struct network *network = network_new(&sample.selection, &error);
    assert_non_null(network);
    assert_int_equal(network_count_edges(network, LAYER_ALL), 0);
    assert_int_equal(network_edge_of_relation(network, LAYER_ALL, 0), NETWORK_ABSENT);
    release(&sample, network);
}

static void test_a_group_that_was_not_chosen_has_no_vertex(void **state)
{
    struct sample sample;
    struct selection_query query = {.ego = TEXT("b"), .hops = 1};
    struct error error = {0};
    (void)state;
    sample_init(&sample);
    group_id a = sample_group(&sample, "a");
    group_id b = sample_group(&sample, "b");
    group_id c = sample_group(&sample, "c");
    sample_tie(&sample, b, c, "attack");
    dataset_build_index(&sample.dataset);
    selection_evaluate(&sample.selection, &sample.dataset, &query);
    struct network *network = network_new(&sample.selection, &error);
    assert_non_null(network);
    assert_int_equal(network_count_vertices(network), 2);
    assert_int_equal(network_vertex_of_group(network, a), NETWORK_ABSENT);
    assert_int_equal(network_vertex_of_group(network, b), 0);
    assert_int_equal(network_group_of_vertex(network, 1), c);
    release(&sample, network);
}

static void test_an_empty_selection_is_an_empty_network(void **state)
{
    struct sample sample;
    struct error error = {0};
    (void)state;
    sample_init(&sample);
    sample_select(&sample);
    struct network *network = network_new(&sample.selection, &error);
    assert_non_null(network);
    assert_int_equal(network_count_vertices(network), 0);
    assert_int_equal(network_count_edges(network, LAYER_ALL), 0);
    release(&sample, network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_group_is_a_vertex_of_every_layer),
        cmocka_unit_test(test_vertices_and_groups_map_both_ways),
        cmocka_unit_test(test_parallel_ties_are_one_edge_with_their_number),
        cmocka_unit_test(test_a_mutual_relation_is_two_arcs),
        cmocka_unit_test(test_layers_have_the_ties_of_their_sign),
        cmocka_unit_test(test_a_tie_with_itself_makes_no_edge),
        cmocka_unit_test(test_a_group_that_was_not_chosen_has_no_vertex),
        cmocka_unit_test(test_an_empty_selection_is_an_empty_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
