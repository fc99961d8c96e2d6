/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Zachary's karate club (1977): values of two other programs and of the literature. */
#include "known_undirected.h"

static int measure_karate(void **state)
{
    static struct known known;
    known_init(&known, "karate/reference.json");
    known_add_ties(&known, "karate/relations.csv", NULL, "tie", NULL);
    sample_measure(&known.sample);
    *state = &known;
    return 0;
}

static int release(void **state)
{
    known_release(*state);
    return 0;
}

static void test_karate_agrees_with_the_reference(void **state)
{
    known_check_undirected(*state);
    known_check_communities(*state);
}

static void test_karate_agrees_with_published_values(void **state)
{
    struct sample *sample = &((struct known *)*state)->sample;
    /* Brandes and others (2008): the optimum of modularity. */
    sample_assert_near(sample_network_value(sample, "modularity"), 0.4198, 5e-5, "modularity");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_karate_agrees_with_the_reference),
        cmocka_unit_test(test_karate_agrees_with_published_values),
    };
    return cmocka_run_group_tests(tests, measure_karate, release);
}
