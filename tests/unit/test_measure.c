/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What holds for all measures together: the small cases, and the same bytes every time. */
#include "sample.h"

static void lasted_a_year(struct sample *sample, relation_id id)
{
    struct relation *relation = &sample->dataset.relations.items[id];
    const char *reason;
    size_t offset;
    assert_true(date_parse(TEXT("2014-03"), &relation->start, &reason, &offset));
    assert_true(date_parse(TEXT("2015-03"), &relation->end, &reason, &offset));
}

/* A square of allies, a chain, a feud, regions and kinds that vary, and an alliance and a conflict
 * that ended. */
static void fill_rich(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 9);
    for (group_id i = 0; i < 4; i++)
        sample_tie(sample, i, (i + 1) % 4, "alliance");
    sample_tie(sample, 0, 2, "pledge");
    sample_tie(sample, 3, 4, "pledge");
    sample_tie(sample, 4, 5, "affiliate");
    sample_tie(sample, 5, 6, "attack");
    sample_tie(sample, 5, 7, "conflict");
    sample_tie(sample, 6, 7, "conflict");
    sample_tie(sample, 1, 7, "attack");
    sample_tie(sample, 6, 5, "split");
    lasted_a_year(sample, 0);
    lasted_a_year(sample, 8);
    for (group_id i = 0; i < 8; i++) {
        sample_region(sample, i, i % 3 ? "Sahel" : "Levant");
        sample->dataset.groups.items[i].kind = i % 2 ? GROUP_STATE : GROUP_COUNCIL;
    }
}

/* Three groups in a row, as friends and as foes: all layers hang together. */
static void fill_connected(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 3);
    for (group_id i = 0; i < 2; i++) {
        sample_tie(sample, i, i + 1, "alliance");
        sample_tie(sample, i, i + 1, "attack");
    }
}

static bool is_filled(const struct sample *sample, int scope, size_t column)
{
    const struct metric_table *table = &sample->results.tables[scope];
    for (size_t row = 0; row < table->row_count; row++)
        if (!isnan(table->columns.items[column].values[row]))
            return true;
    return false;
}

static void test_every_metric_is_filled_somewhere(void **state)
{
    struct sample rich;
    struct sample connected;
    (void)state;
    fill_rich(&rich);
    fill_connected(&connected);
    sample_measure(&rich);
    sample_measure(&connected);
    for (int scope = 0; scope < SCOPE_COUNT; scope++) {
        const struct metric_table *table = &rich.results.tables[scope];
        for (size_t c = 0; c < table->columns.count; c++)
            if (!is_filled(&rich, scope, c) && !is_filled(&connected, scope, c))
                fail_msg("'%s' is empty", table->columns.items[c].metric->name);
    }
    sample_release(&rich);
    sample_release(&connected);
}

static void test_the_catalogue_is_what_the_tables_have(void **state)
{
    struct sample sample;
    size_t count;
    size_t columns = 0;
    (void)state;
    fill_rich(&sample);
    sample_measure(&sample);
    const struct metric *catalogue = metric_catalogue(&count);
    while (count > 0 && catalogue[count - 1].scope == SCOPE_PERIOD)
        count--; /* those of a series */
    for (int scope = 0; scope < SCOPE_COUNT; scope++)
        columns += sample.results.tables[scope].columns.count;
    assert_int_equal(columns, count);
    assert_int_equal(sample.results.seed, MEASURE_DEFAULT_SEED);
    sample_release(&sample);
}

static void assert_same_results(const struct metric_results *a, const struct metric_results *b)
{
    for (int scope = 0; scope < SCOPE_COUNT; scope++) {
        const struct metric_table *left = &a->tables[scope];
        const struct metric_table *right = &b->tables[scope];
        assert_int_equal(left->row_count, right->row_count);
        for (size_t c = 0; c < left->columns.count; c++)
            assert_memory_equal(left->columns.items[c].values, right->columns.items[c].values,
                                left->row_count * sizeof(double));
    }
}

static void test_measuring_again_gives_the_same_bytes(void **state)
{
    struct sample sample;
    struct metric_results again;
    struct error error = {0};
    (void)state;
    fill_rich(&sample);
    sample_measure(&sample);
    igraph_rng_seed(igraph_rng_default(), 99); /* whatever others did with it */
    assert_true(measure_selection(&sample.selection, MEASURE_DEFAULT_SEED, &again, &error));
    assert_same_results(&sample.results, &again);
    metric_results_release(&again);
    sample_release(&sample);
}

static void assert_same_column(const struct metric_results *results,
                               const struct metric_results *expected, const struct metric *metric)
{
    const struct metric_column *column =
        metric_table_find(&results->tables[metric->scope], metric->name);
    const struct metric_column *other =
        metric_table_find(&expected->tables[metric->scope], metric->name);
    for (size_t row = 0; row < expected->tables[metric->scope].row_count; row++)
        sample_assert_near(column->values[row], other->values[row], 0, metric->name);
}

static void test_each_metric_is_measured_when_it_alone_is_wished_for(void **state)
{
    struct sample sample;
    struct error error = {0};
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    (void)state;
    fill_rich(&sample);
    sample_measure(&sample);
    for (size_t i = 0; i < count; i++) {
        struct metric_results alone;
        struct measure_wish wish = {.metrics = text_from(metrics[i].name),
                                    .seed = MEASURE_DEFAULT_SEED};
        assert_true(measure_wished(&sample.selection, &wish, &alone, &error));
        assert_same_column(&alone, &sample.results, &metrics[i]);
        metric_results_release(&alone);
    }
    sample_release(&sample);
}

static void test_what_is_not_wished_for_is_not_measured(void **state)
{
    struct sample sample;
    struct error error = {0};
    struct measure_wish wish = {.metrics = TEXT("degree, betweenness_positive")};
    (void)state;
    fill_rich(&sample);
    sample_select(&sample);
    assert_true(measure_searches_paths(&wish));
    assert_true(measure_wished(&sample.selection, &wish, &sample.results, &error));
    assert_true(!isnan(sample_group_value(&sample, "betweenness_positive", 0)));
    assert_true(isnan(sample_group_value(&sample, "betweenness", 0)));
    assert_true(isnan(sample_group_value(&sample, "community", 0)));
    assert_true(isnan(sample_column(&sample, SCOPE_RELATION, "edge_betweenness_positive")[0]));
    metric_results_release(&sample.results);
    wish.every_layer = true;
    assert_true(measure_wished(&sample.selection, &wish, &sample.results, &error));
    assert_true(!isnan(sample_group_value(&sample, "betweenness", 0)));
    assert_true(!isnan(sample_group_value(&sample, "betweenness_negative", 0)));
    wish.metrics = TEXT("degree,pagerank,coreness");
    assert_false(measure_searches_paths(&wish));
    sample_release(&sample);
}

static void test_a_sample_says_how_far_off_it_may_be(void **state)
{
    struct sample sample;
    struct error error = {0};
    struct measure_wish wish = {.sample = 3, .seed = 1};
    (void)state;
    fill_rich(&sample);
    sample_select(&sample);
    assert_true(measure_wished(&sample.selection, &wish, &sample.results, &error));
    assert_int_equal(sample.results.path_sources, 3);
    assert_true(sample.results.path_error > 0);
    assert_true(isnan(sample_network_value(&sample, "diameter")));
    assert_true(!isnan(sample_network_value(&sample, "mean_distance")));
    sample_release(&sample);
}

static void test_integers_are_whole(void **state)
{
    struct sample sample;
    (void)state;
    fill_rich(&sample);
    sample_measure(&sample);
    for (int scope = 0; scope < SCOPE_COUNT; scope++) {
        const struct metric_table *table = &sample.results.tables[scope];
        for (size_t c = 0; c < table->columns.count; c++) {
            const struct metric_column *column = &table->columns.items[c];
            for (size_t row = 0; row < table->row_count && column->metric->is_integer; row++)
                assert_true(isnan(column->values[row]) ||
                            column->values[row] == floor(column->values[row]));
        }
    }
    sample_release(&sample);
}

static void test_an_empty_dataset_has_counts_of_zero(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_measure(&sample);
    assert_true(sample_network_value(&sample, "groups") == 0);
    assert_true(sample_network_value(&sample, "weak_components") == 0);
    assert_true(sample_network_value(&sample, "triads_003") == 0);
    assert_true(isnan(sample_network_value(&sample, "density")));
    assert_true(isnan(sample_network_value(&sample, "mean_clustering")));
    assert_int_equal(sample.results.tables[SCOPE_COMPONENT].row_count, 0);
    sample_release(&sample);
}

static void test_a_single_group_is_its_own_component(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_group(&sample, "a");
    sample_measure(&sample);
    assert_true(sample_group_value(&sample, "degree", 0) == 0);
    assert_true(sample_group_value(&sample, "weak_component", 0) == 1);
    assert_true(sample_group_value(&sample, "betweenness", 0) == 0);
    assert_true(isnan(sample_group_value(&sample, "harmonic_closeness", 0)));
    assert_true(isnan(sample_group_value(&sample, "eigenvector", 0)));
    assert_true(sample_group_value(&sample, "pagerank", 0) == 1);
    assert_int_equal(sample.results.tables[SCOPE_COMPONENT].row_count, 1);
    sample_release(&sample);
}

static void test_isolates_have_defined_values(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 4);
    sample_measure(&sample);
    assert_true(sample_network_value(&sample, "isolates") == 4);
    assert_true(sample_network_value(&sample, "density") == 0);
    assert_true(sample_network_value(&sample, "efficiency") == 0);
    assert_true(sample_network_value(&sample, "triads_003") == 4);
    assert_true(isnan(sample_network_value(&sample, "diameter")));
    assert_true(isnan(sample_network_value(&sample, "reciprocity")));
    for (group_id group = 0; group < 4; group++) {
        assert_true(sample_group_value(&sample, "harmonic_closeness", group) == 0);
        assert_true(sample_group_value(&sample, "coreness", group) == 0);
        assert_true(isnan(sample_group_value(&sample, "constraint", group)));
        assert_true(isnan(sample_group_value(&sample, "local_clustering", group)));
        sample_assert_near(sample_group_value(&sample, "pagerank", group), 0.25, 1e-12, "pagerank");
    }
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_metric_is_filled_somewhere),
        cmocka_unit_test(test_the_catalogue_is_what_the_tables_have),
        cmocka_unit_test(test_measuring_again_gives_the_same_bytes),
        cmocka_unit_test(test_each_metric_is_measured_when_it_alone_is_wished_for),
        cmocka_unit_test(test_what_is_not_wished_for_is_not_measured),
        cmocka_unit_test(test_a_sample_says_how_far_off_it_may_be),
        cmocka_unit_test(test_integers_are_whole),
        cmocka_unit_test(test_an_empty_dataset_has_counts_of_zero),
        cmocka_unit_test(test_a_single_group_is_its_own_component),
        cmocka_unit_test(test_isolates_have_defined_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
