/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

/* Correlation of the two ends over every pair taken both ways. */
static void check_degree(struct sample *sample, const struct sample_matrix *matrix,
                         enum layer layer)
{
    double neighbours[16] = {0};
    double count = 0;
    double mean = 0;
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = 0; j < matrix->n; j++)
            neighbours[i] += matrix->ties[i][j] > 0;
    for (size_t i = 0; i < matrix->n; i++) {
        count += neighbours[i];
        mean += neighbours[i] * neighbours[i];
    }
    mean /= count;
    double covariance = 0;
    double variance = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = 0; j < matrix->n; j++) {
            if (matrix->ties[i][j] == 0)
                continue;
            covariance += (neighbours[i] - mean) * (neighbours[j] - mean);
            variance += (neighbours[i] - mean) * (neighbours[i] - mean);
        }
    }
    const char *column = sample_layer_column("degree_assortativity", layer);
    sample_assert_near(sample_network_value(sample, column),
                       variance > 1e-9 ? covariance / variance : (double)NAN, 1e-9, column);
}

static void test_degree_assortativity_is_a_correlation(void **state)
{
    (void)state;
    sample_check_random(check_degree);
}

/* Two groups in each of two regions and one without; ties given by the test. */
static void fill_regions(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 5);
    sample_region(sample, 0, "Sahel");
    sample_region(sample, 1, "Sahel");
    sample_region(sample, 2, "Levant");
    sample_region(sample, 3, "Levant");
}

static void test_ties_within_regions_only_give_one(void **state)
{
    struct sample sample;
    (void)state;
    fill_regions(&sample);
    sample_tie(&sample, 0, 1, "alliance");
    sample_tie(&sample, 2, 3, "alliance");
    sample_measure(&sample);
    assert_true(sample_network_value(&sample, "region_assortativity") == 1);
    assert_true(sample_network_value(&sample, "region_modularity") == 0.5);
    sample_release(&sample);
}

static void test_ties_across_regions_only_give_minus_one(void **state)
{
    struct sample sample;
    (void)state;
    fill_regions(&sample);
    sample_tie(&sample, 0, 2, "attack");
    sample_tie(&sample, 1, 3, "attack");
    sample_measure(&sample);
    assert_true(sample_network_value(&sample, "region_assortativity_negative") == -1);
    assert_true(sample_network_value(&sample, "region_modularity_negative") == -0.5);
    assert_true(isnan(sample_network_value(&sample, "region_assortativity_positive")));
    sample_release(&sample);
}

/* Three ties within and one across: a = (5/8, 3/8), Q = 3/4 - 34/64, r = Q / (1 - 34/64). */
static void test_parallel_ties_weigh_and_unknown_regions_do_not(void **state)
{
    struct sample sample;
    (void)state;
    fill_regions(&sample);
    sample_tie(&sample, 0, 1, "alliance");
    sample_tie(&sample, 0, 1, "pledge");
    sample_tie(&sample, 2, 3, "alliance");
    sample_tie(&sample, 1, 2, "attack");
    sample_tie(&sample, 1, 4, "attack"); /* 4 has no region */
    sample_measure(&sample);
    sample_assert_near(sample_network_value(&sample, "region_modularity"), 14.0 / 64, 1e-12,
                       "region_modularity");
    sample_assert_near(sample_network_value(&sample, "region_assortativity"), 14.0 / 30, 1e-12,
                       "region_assortativity");
    sample_release(&sample);
}

static void test_one_class_has_no_assortativity(void **state)
{
    struct sample sample;
    (void)state;
    fill_regions(&sample);
    sample_tie(&sample, 0, 1, "alliance");
    sample_measure(&sample);
    assert_true(isnan(sample_network_value(&sample, "region_assortativity")));
    assert_true(isnan(sample_network_value(&sample, "kind_assortativity")));
    assert_true(sample_network_value(&sample, "region_modularity") == 0);
    sample_release(&sample);
}

static void test_kinds_of_groups_mix(void **state)
{
    struct sample sample;
    (void)state;
    fill_regions(&sample);
    sample.dataset.groups.items[0].kind = GROUP_STATE;
    sample.dataset.groups.items[1].kind = GROUP_STATE;
    sample_tie(&sample, 0, 2, "attack");
    sample_tie(&sample, 1, 3, "attack");
    sample_measure(&sample);
    assert_true(sample_network_value(&sample, "kind_assortativity") == -1);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_degree_assortativity_is_a_correlation),
        cmocka_unit_test(test_ties_within_regions_only_give_one),
        cmocka_unit_test(test_ties_across_regions_only_give_minus_one),
        cmocka_unit_test(test_parallel_ties_weigh_and_unknown_regions_do_not),
        cmocka_unit_test(test_one_class_has_no_assortativity),
        cmocka_unit_test(test_kinds_of_groups_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
