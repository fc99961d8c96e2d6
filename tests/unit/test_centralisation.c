/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

static const char *const indices[] = {"degree_centralisation", "betweenness_centralisation",
                                      "harmonic_centralisation"};

static void test_a_star_is_most_centralised(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 7);
    for (group_id i = 1; i < 7; i++)
        sample_tie(&sample, i, 0, "pledge");
    sample_measure(&sample);
    for (size_t i = 0; i < 3; i++)
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
    for (size_t i = 0; i < 3; i++)
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
        for (size_t i = 0; i < 3; i++) {
            double value = sample_network_value(&sample, indices[i]);
            assert_true(value >= 0 && value <= 1 + 1e-12);
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
    for (size_t i = 0; i < 3; i++)
        assert_true(isnan(sample_network_value(&sample, indices[i])));
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_star_is_most_centralised),
        cmocka_unit_test(test_a_ring_is_not_centralised),
        cmocka_unit_test(test_no_network_of_four_is_above_the_star),
        cmocka_unit_test(test_two_groups_have_no_centralisation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
