/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Krackhardt's kite (1990), made so that three centralities name three different winners.
 * It is its own mirror image and its best partition is not, so that has a twin, and the
 * communities are compared by number and modularity alone.
 */
#include "known_undirected.h"

static int measure_kite(void **state)
{
    static struct known known;
    known_init(&known, "kite/reference.json");
    known_add_ties(&known, "kite/relations.csv", NULL, "tie", NULL);
    sample_measure(&known.sample);
    *state = &known;
    return 0;
}

static int release(void **state)
{
    known_release(*state);
    return 0;
}

static void test_kite_agrees_with_the_reference(void **state)
{
    known_check_undirected(*state);
}

static double highest(const struct sample *sample, const char *column)
{
    const double *values = sample_column(sample, SCOPE_GROUP, column);
    double highest = 0;
    for (size_t i = 0; i < sample->results.group_count; i++)
        highest = fmax(highest, values[i]);
    return highest;
}

static void test_kite_has_the_winners_of_krackhardt(void **state)
{
    struct sample *sample = &((struct known *)*state)->sample;
    group_id d = sample_group(sample, "d");
    group_id h = sample_group(sample, "h");
    assert_true(sample_group_value(sample, "degree", d) == highest(sample, "degree"));
    assert_true(sample_group_value(sample, "degree", d) == 6);
    assert_true(sample_group_value(sample, "betweenness", h) == highest(sample, "betweenness"));
    /* 14 of the 36 pairs of others. */
    sample_assert_near(sample_group_value(sample, "betweenness", h), 14, 1e-9, "betweenness");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kite_agrees_with_the_reference),
        cmocka_unit_test(test_kite_has_the_winners_of_krackhardt),
    };
    return cmocka_run_group_tests(tests, measure_kite, release);
}
