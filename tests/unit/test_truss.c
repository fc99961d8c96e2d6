/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

/* What is left when pairs in fewer than k - 2 triangles are taken away again and again. */
static void peel(struct sample_matrix *matrix, int k)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < matrix->n; i++) {
            for (size_t j = 0; j < matrix->n; j++) {
                int triangles = 0;
                for (size_t q = 0; q < matrix->n; q++)
                    triangles += matrix->ties[i][q] > 0 && matrix->ties[j][q] > 0;
                if (matrix->ties[i][j] == 0 || triangles >= k - 2)
                    continue;
                matrix->ties[i][j] = matrix->ties[j][i] = 0;
                changed = true;
            }
        }
    }
}

static void check_truss(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    const char *name = sample_layer_column("truss", layer);
    const double *groups = sample_column(sample, SCOPE_GROUP, name);
    const double *relations = sample_column(sample, SCOPE_RELATION, name);
    double highest = 0;
    for (int k = 2; k <= 16; k++) {
        struct sample_matrix rest = *matrix;
        peel(&rest, k);
        for (size_t i = 0; i < matrix->n; i++) {
            int left = 0;
            for (size_t j = 0; j < matrix->n; j++)
                left += rest.ties[i][j] > 0;
            assert_int_equal(groups[i] >= k, left > 0);
            highest = left > 0 ? k : highest;
        }
        for (size_t i = 0; i < sample->dataset.relations.count; i++) {
            const struct relation *relation = &sample->dataset.relations.items[i];
            if (!isnan(relations[i]))
                assert_int_equal(relations[i] >= k,
                                 rest.ties[relation->source][relation->target] > 0);
        }
    }
    assert_true(sample_network_value(sample, sample_layer_column("highest_truss", layer)) ==
                highest);
}

static void test_truss_is_what_peeling_leaves(void **state)
{
    (void)state;
    sample_check_random(check_truss);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_truss_is_what_peeling_leaves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
