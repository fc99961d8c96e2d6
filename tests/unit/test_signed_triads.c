/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_triads.h"

#include "sample.h"

enum {
    MOST = 16,
};

static void read_arcs(const struct signed_pairs *pairs, enum sign arcs[MOST][MOST])
{
    memset(arcs, 0, MOST * sizeof *arcs);
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        const struct signed_pair *pair = &pairs->pairs.items[i];
        arcs[pair->a][pair->b] = pair->forth;
        arcs[pair->b][pair->a] = pair->back;
    }
}

/* Do these three groups, in any order, have the arcs of the pattern? */
static bool matches(const struct signed_triad *triad, enum sign arcs[MOST][MOST], const size_t *set)
{
    static const size_t orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                        {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (size_t i = 0; i < 6; i++) {
        size_t a = set[orders[i][0]];
        size_t b = set[orders[i][1]];
        size_t c = set[orders[i][2]];
        const enum sign found[] = {arcs[a][b], arcs[b][a], arcs[a][c],
                                   arcs[c][a], arcs[b][c], arcs[c][b]};
        if (memcmp(found, triad->arcs, sizeof found) == 0)
            return true;
    }
    return false;
}

static void check_counts(const struct signed_pairs *pairs, const struct signed_triad *triads)
{
    enum sign arcs[MOST][MOST];
    double expected[SIGNED_TRIAD_TYPES] = {0};
    read_arcs(pairs, arcs);
    for (size_t a = 0; a < pairs->vertex_count; a++)
        for (size_t b = a + 1; b < pairs->vertex_count; b++)
            for (size_t c = b + 1; c < pairs->vertex_count; c++) {
                const size_t set[] = {a, b, c};
                size_t types = 0;
                for (size_t i = 0; i < SIGNED_TRIAD_TYPES; i++) {
                    bool is_one = matches(&triads[i], arcs, set);
                    expected[i] += is_one;
                    types += is_one;
                }
                assert_int_equal(types, 1);
            }
    for (size_t i = 0; i < SIGNED_TRIAD_TYPES; i++)
        assert_true(triads[i].count == expected[i]);
}

static void test_every_set_of_three_is_counted_once(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct sample sample;
        struct signed_pairs pairs;
        struct signed_triad triads[SIGNED_TRIAD_TYPES];
        sample_init(&sample);
        sample_fill_random(&sample, seed);
        sample_select(&sample);
        signed_pairs_init(&pairs, &sample.selection, (struct pair_policy){0});
        signed_triads_count(&pairs, triads);
        check_counts(&pairs, triads);
        signed_pairs_release(&pairs);
        sample_release(&sample);
    }
}

/* With positive ties alone it is the census of igraph. */
static void test_types_without_signs_are_those_of_the_triad_census(void **state)
{
    static const char *const types[] = {"003",  "012",  "102",  "021D", "021U", "021C",
                                        "111D", "111U", "030T", "030C", "201",  "120D",
                                        "120U", "120C", "210",  "300"};
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct sample sample;
        struct signed_pairs pairs;
        struct signed_triad triads[SIGNED_TRIAD_TYPES];
        uint64_t random = seed;
        sample_init(&sample);
        sample_groups(&sample, 9);
        for (unsigned i = 0; i < 10 + seed; i++)
            sample_tie(&sample, sample_random(&random, 9), sample_random(&random, 9), "pledge");
        sample_measure(&sample);
        signed_pairs_init(&pairs, &sample.selection, (struct pair_policy){0});
        signed_triads_count(&pairs, triads);
        for (size_t t = 0; t < sizeof types / sizeof *types; t++) {
            char name[32];
            double count = 0;
            for (size_t i = 0; i < SIGNED_TRIAD_TYPES; i++)
                if (strcmp(signed_triad_type(&triads[i]), types[t]) == 0)
                    count += triads[i].count;
            snprintf(name, sizeof name, "triads_%s_positive", types[t]);
            assert_true(count == sample_network_value(&sample, name));
        }
        signed_pairs_release(&pairs);
        sample_release(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_set_of_three_is_counted_once),
        cmocka_unit_test(test_types_without_signs_are_those_of_the_triad_census),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
