/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

/* Number of ties of a group that satisfy a sign and a family (-1 = any), counted group by group. */
static int count_naively(const struct sample *sample, group_id group, int sign, int family, bool in,
                         bool out)
{
    const struct dataset *dataset = &sample->dataset;
    int count = 0;
    for (size_t i = 0; i < dataset->relations.count; i++) {
        const struct relation *relation = &dataset->relations.items[i];
        const struct kind *kind = &dataset->kinds.items[relation->kind];
        if ((sign >= 0 && (int)kind->sign != sign) || (family >= 0 && (int)kind->family != family))
            continue;
        bool is_source = relation->source == group || (kind->mutual && relation->target == group);
        bool is_target = relation->target == group || (kind->mutual && relation->source == group);
        if ((out && is_source) || (in && is_target))
            count++;
    }
    return count;
}

static void check_counts(struct sample *sample, const char *suffix, int sign, int family)
{
    static const struct {
        const char *base;
        bool in;
        bool out;
    } directions[] = {
        {"degree", true, true}, {"degree_in", true, false}, {"degree_out", false, true}};
    for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s", directions[i].base, suffix);
        for (group_id group = 0; group < sample->dataset.groups.count; group++) {
            int expected =
                count_naively(sample, group, sign, family, directions[i].in, directions[i].out);
            sample_assert_near(sample_group_value(sample, name, group), expected, 0, name);
        }
    }
}

static void test_degrees_agree_with_a_count_by_group(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        struct sample sample;
        sample_init(&sample);
        sample_fill_random(&sample, seed);
        sample_measure(&sample);
        check_counts(&sample, "", -1, -1);
        check_counts(&sample, "_positive", SIGN_POSITIVE, -1);
        check_counts(&sample, "_negative", SIGN_NEGATIVE, -1);
        check_counts(&sample, "_neutral", SIGN_NEUTRAL, -1);
        for (int family = 0; family < FAMILY_COUNT; family++) {
            char suffix[32];
            snprintf(suffix, sizeof suffix, "_%s", family_name((enum family)family));
            check_counts(&sample, suffix, -1, family);
        }
        sample_release(&sample);
    }
}

static void check_pairs(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    double pairs = 0;
    double isolates = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        double neighbours = 0;
        for (size_t j = 0; j < matrix->n; j++)
            neighbours += matrix->ties[i][j] > 0;
        const char *column = sample_layer_column("neighbours", layer);
        sample_assert_near(sample_group_value(sample, column, (group_id)i), neighbours, 0, column);
        pairs += neighbours / 2;
        isolates += neighbours == 0;
    }
    double n = (double)matrix->n;
    assert_true(sample_network_value(sample, sample_layer_column("pairs", layer)) == pairs);
    assert_true(sample_network_value(sample, sample_layer_column("isolates", layer)) == isolates);
    sample_assert_near(sample_network_value(sample, sample_layer_column("density", layer)),
                       2 * pairs / (n * (n - 1)), 1e-12, "density");
}

static void test_pairs_agree_with_the_matrix(void **state)
{
    (void)state;
    sample_check_random(check_pairs);
}

/* a and b: pledge, alliance, attack, split; b attacks c. */
static void fill_mixed(struct sample *sample)
{
    sample_init(sample);
    group_id a = sample_group(sample, "a");
    group_id b = sample_group(sample, "b");
    group_id c = sample_group(sample, "c");
    sample_tie(sample, a, b, "pledge");
    sample_tie(sample, a, b, "alliance");
    sample_tie(sample, b, a, "attack");
    sample_tie(sample, a, b, "split");
    sample_tie(sample, b, c, "attack");
    sample_measure(sample);
}

static void test_ties_are_counted_by_sign_and_family(void **state)
{
    struct sample sample;
    (void)state;
    fill_mixed(&sample);
    assert_true(sample_network_value(&sample, "groups") == 3);
    assert_true(sample_network_value(&sample, "ties") == 5);
    assert_true(sample_network_value(&sample, "ties_positive") == 2);
    assert_true(sample_network_value(&sample, "ties_negative") == 2);
    assert_true(sample_network_value(&sample, "ties_neutral") == 1);
    assert_true(sample_network_value(&sample, "ties_conflict") == 2);
    assert_true(sample_network_value(&sample, "ties_lineage") == 0);
    assert_true(sample_network_value(&sample, "ties_possible") == 0);
    sample_release(&sample);
}

static void test_a_pair_of_both_signs_is_mixed(void **state)
{
    struct sample sample;
    (void)state;
    fill_mixed(&sample);
    assert_true(sample_network_value(&sample, "pairs") == 2);
    assert_true(sample_network_value(&sample, "pairs_mixed") == 1);
    sample_release(&sample);
}

static void test_net_degree_is_positive_minus_negative(void **state)
{
    struct sample sample;
    (void)state;
    fill_mixed(&sample);
    assert_true(sample_group_value(&sample, "degree_net", 0) == 1);
    assert_true(sample_group_value(&sample, "degree_net", 1) == 0);
    assert_true(sample_group_value(&sample, "degree_net", 2) == -1);
    sample_release(&sample);
}

static void test_parallel_ties_are_counted_at_each_relation(void **state)
{
    struct sample sample;
    (void)state;
    fill_mixed(&sample);
    const double *parallel = sample_column(&sample, SCOPE_RELATION, "parallel_ties");
    assert_true(parallel[0] == 4 && parallel[3] == 4 && parallel[4] == 1);
    sample_release(&sample);
}

static void test_strength_adds_weights_by_direction(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    group_id a = sample_group(&sample, "a");
    group_id b = sample_group(&sample, "b");
    sample_tie(&sample, a, b, "pledge");
    sample_tie(&sample, a, b, "alliance");
    sample_tie(&sample, b, a, "attack");
    sample.dataset.relations.items[0].weight = 2.5;
    sample.dataset.relations.items[1].weight = 4;
    sample.dataset.relations.items[2].weight = 0.25;
    sample_measure(&sample);
    assert_true(sample_group_value(&sample, "strength", a) == 6.75);
    assert_true(sample_group_value(&sample, "strength_out", a) == 6.5);
    assert_true(sample_group_value(&sample, "strength_in", a) == 4.25);
    assert_true(sample_group_value(&sample, "strength_positive", b) == 6.5);
    assert_true(sample_group_value(&sample, "strength_out_negative", b) == 0.25);
    sample_release(&sample);
}

static void test_possible_ties_are_counted_in_a_window(void **state)
{
    struct sample sample;
    struct error error = {0};
    struct selection_query query = {.has_window = true};
    const char *reason;
    (void)state;
    sample_init(&sample);
    group_id a = sample_group(&sample, "a");
    group_id b = sample_group(&sample, "b");
    size_t offset;
    sample_tie(&sample, a, b, "alliance"); /* starts some day of 2015, still so */
    struct relation *relation = &sample.dataset.relations.items[0];
    assert_true(date_parse(TEXT("2015"), &relation->start, &reason, &offset));
    assert_true(date_parse(TEXT(".."), &relation->end, &reason, &offset));
    assert_true(window_parse(TEXT("2015-06"), &query.window, &reason));
    dataset_build_index(&sample.dataset);
    selection_evaluate(&sample.selection, &sample.dataset, &query);
    assert_true(measure_selection(&sample.selection, 1, &sample.results, &error));
    assert_true(sample_network_value(&sample, "ties") == 1);
    assert_true(sample_network_value(&sample, "ties_possible") == 1);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_degrees_agree_with_a_count_by_group),
        cmocka_unit_test(test_pairs_agree_with_the_matrix),
        cmocka_unit_test(test_ties_are_counted_by_sign_and_family),
        cmocka_unit_test(test_a_pair_of_both_signs_is_mixed),
        cmocka_unit_test(test_net_degree_is_positive_minus_negative),
        cmocka_unit_test(test_parallel_ties_are_counted_at_each_relation),
        cmocka_unit_test(test_strength_adds_weights_by_direction),
        cmocka_unit_test(test_possible_ties_are_counted_in_a_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
