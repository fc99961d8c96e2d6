/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

#define TYPES 16

/*
 * One example a type, as arcs among the groups 0, 1, 2 in the bits of a word: bit 3 i + j is
 * the arc from i to j.
 */
#define ARC(i, j) (1u << (3 * (i) + (j)))
#define BOTH(i, j) (ARC(i, j) | ARC(j, i))

static const struct {
    const char *column;
    unsigned arcs;
} types[TYPES] = {
    {"triads_003", 0},
    {"triads_012", ARC(0, 1)},
    {"triads_102", BOTH(0, 1)},
    {"triads_021D", ARC(0, 1) | ARC(0, 2)},
    {"triads_021U", ARC(1, 0) | ARC(2, 0)},
    {"triads_021C", ARC(0, 1) | ARC(1, 2)},
    {"triads_111D", BOTH(0, 1) | ARC(2, 1)},
    {"triads_111U", BOTH(0, 1) | ARC(1, 2)},
    {"triads_030T", ARC(0, 1) | ARC(0, 2) | ARC(1, 2)},
    {"triads_030C", ARC(0, 1) | ARC(1, 2) | ARC(2, 0)},
    {"triads_201", BOTH(0, 1) | BOTH(1, 2)},
    {"triads_120D", ARC(0, 1) | ARC(0, 2) | BOTH(1, 2)},
    {"triads_120U", ARC(1, 0) | ARC(2, 0) | BOTH(1, 2)},
    {"triads_120C", ARC(0, 1) | ARC(1, 2) | BOTH(0, 2)},
    {"triads_210", BOTH(0, 1) | BOTH(1, 2) | ARC(0, 2)},
    {"triads_300", BOTH(0, 1) | BOTH(1, 2) | BOTH(0, 2)},
};

static unsigned permute(unsigned arcs, const unsigned *order)
{
    unsigned result = 0;
    for (unsigned i = 0; i < 3; i++)
        for (unsigned j = 0; j < 3; j++)
            if (arcs & ARC(i, j))
                result |= ARC(order[i], order[j]);
    return result;
}

static size_t type_of(unsigned arcs)
{
    static const unsigned orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                          {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (size_t type = 0; type < TYPES; type++)
        for (size_t order = 0; order < 6; order++)
            if (permute(types[type].arcs, orders[order]) == arcs)
                return type;
    fail_msg("a triad of no type");
    return 0;
}

static unsigned read_arcs(const struct sample_matrix *matrix, const size_t *groups)
{
    unsigned arcs = 0;
    for (unsigned i = 0; i < 3; i++)
        for (unsigned j = 0; j < 3; j++)
            if (matrix->arc[groups[i]][groups[j]])
                arcs |= ARC(i, j);
    return arcs;
}

static void check_triads(struct sample *sample, const struct sample_matrix *matrix,
                         enum layer layer)
{
    double counts[TYPES] = {0};
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = i + 1; j < matrix->n; j++)
            for (size_t k = j + 1; k < matrix->n; k++)
                counts[type_of(read_arcs(matrix, (const size_t[]){i, j, k}))]++;
    for (size_t type = 0; type < TYPES; type++) {
        const char *column = sample_layer_column(types[type].column, layer);
        sample_assert_near(sample_network_value(sample, column), counts[type], 0, column);
    }
}

static void test_triads_agree_with_a_naive_count(void **state)
{
    (void)state;
    sample_check_random(check_triads);
}

static void check_dyads(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    double counts[3] = {0}; /* by number of arcs */
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = i + 1; j < matrix->n; j++)
            counts[matrix->arc[i][j] + matrix->arc[j][i]]++;
    double arcs = counts[1] + 2 * counts[2];
    double places = (double)(matrix->n * (matrix->n - 1));
    assert_true(sample_network_value(sample, sample_layer_column("dyads_null", layer)) ==
                counts[0]);
    assert_true(sample_network_value(sample, sample_layer_column("dyads_asymmetric", layer)) ==
                counts[1]);
    assert_true(sample_network_value(sample, sample_layer_column("dyads_mutual", layer)) ==
                counts[2]);
    sample_assert_near(sample_network_value(sample, sample_layer_column("arc_density", layer)),
                       arcs / places, 1e-12, "arc_density");
    sample_assert_near(sample_network_value(sample, sample_layer_column("reciprocity", layer)),
                       arcs > 0 ? 2 * counts[2] / arcs : (double)NAN, 1e-12, "reciprocity");
}

static void test_dyads_agree_with_a_naive_count(void **state)
{
    (void)state;
    sample_check_random(check_dyads);
}

static void test_two_groups_have_no_triad(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 2);
    sample_tie(&sample, 0, 1, "pledge");
    sample_measure(&sample);
    for (size_t type = 0; type < TYPES; type++)
        assert_true(sample_network_value(&sample, types[type].column) == 0);
    assert_true(sample_network_value(&sample, "dyads_asymmetric") == 1);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_triads_agree_with_a_naive_count),
        cmocka_unit_test(test_dyads_agree_with_a_naive_count),
        cmocka_unit_test(test_two_groups_have_no_triad),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
