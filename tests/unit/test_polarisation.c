/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

static void tie_all(struct sample *sample, group_id first, group_id last)
{
    for (group_id a = first; a <= last; a++)
        for (group_id b = a + 1; b <= last; b++)
            sample_tie(sample, a, b, "alliance");
}

/* Camps of four and five, a feud between them, one within, one with a loner. */
static void test_two_camps(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 10);
    tie_all(&sample, 0, 3);
    tie_all(&sample, 4, 8);
    sample_tie(&sample, 0, 4, "conflict");
    sample_tie(&sample, 0, 5, "conflict");
    sample_tie(&sample, 1, 5, "attack");
    sample_tie(&sample, 6, 7, "attack");
    sample_tie(&sample, 6, 9, "attack");
    sample_measure(&sample);
    sample_assert_near(sample_network_value(&sample, "polarisation"), 1, 1e-12, "polarisation");
    sample_assert_near(sample_network_value(&sample, "hostility_between"), 0.75, 1e-12,
                       "hostility_between");
    sample_release(&sample);
}

/* A path of three beside a pair: densities 2/3 of three groups and 1 of two. */
static void test_loose_blocs_count_by_their_density(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 5);
    sample_tie(&sample, 0, 1, "alliance");
    sample_tie(&sample, 1, 2, "alliance");
    sample_tie(&sample, 3, 4, "alliance");
    sample_measure(&sample);
    sample_assert_near(sample_network_value(&sample, "polarisation"), (3 * 2.0 / 3 + 2) / 5, 1e-12,
                       "polarisation");
    assert_true(isnan(sample_network_value(&sample, "hostility_between")));
    sample_release(&sample);
}

/* From the communities, pair by pair. */
static void check_polarisation(struct sample *sample, const struct sample_matrix *matrix,
                               enum layer layer)
{
    const double *bloc = sample_column(sample, SCOPE_GROUP, "community_positive");
    double members = 0, density = 0, within = 0, pairs = 0;
    if (layer != LAYER_POSITIVE)
        return;
    for (size_t i = 0; i < matrix->n; i++) {
        double others = 0, friends = 0;
        for (size_t j = 0; j < matrix->n; j++) {
            bool is_tied = matrix->ties[i][j] > 0;
            others += i != j && bloc[i] == bloc[j];
            friends += is_tied && bloc[i] == bloc[j];
            pairs += is_tied;
            within += is_tied && bloc[i] == bloc[j];
        }
        /* The mean over members of a bloc of the share of it they are tied to is its density. */
        members += others > 0;
        density += others > 0 ? friends / others : 0;
    }
    sample_assert_near(sample_network_value(sample, "polarisation"),
                       pairs > 0 ? density / members * (within / pairs) : (double)NAN, 1e-12,
                       "polarisation");
}

static void test_polarisation_is_cohesion_times_non_overlap(void **state)
{
    (void)state;
    sample_check_random(check_polarisation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_camps),
        cmocka_unit_test(test_loose_blocs_count_by_their_density),
        cmocka_unit_test(test_polarisation_is_cohesion_times_non_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
