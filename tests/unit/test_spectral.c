/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

/* Is column a solution of M x = lambda x with largest entry 1?  NAN everywhere without ties. */
static void check_principal(double matrix[16][16], size_t n, const double *x, bool has_ties,
                            const char *what)
{
    double lambda = 0;
    double product[16] = {0};
    double largest = 0;
    for (size_t i = 0; i < n; i++) {
        if (!has_ties) {
            assert_true(isnan(x[i]));
            continue;
        }
        assert_true(x[i] >= 0 && x[i] <= 1);
        for (size_t j = 0; j < n; j++)
            product[i] += matrix[i][j] * x[j];
        if (x[i] == 1)
            lambda = product[i];
        largest = fmax(largest, x[i]);
    }
    for (size_t i = 0; i < n && has_ties; i++)
        sample_assert_near(product[i], lambda * x[i], 1e-9, what);
    assert_true(!has_ties || largest == 1);
}

static void check_eigenvector(struct sample *sample, const struct sample_matrix *matrix,
                              enum layer layer)
{
    double pairs[16][16] = {0};
    bool has_ties = false;
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = 0; j < matrix->n; j++) {
            pairs[i][j] = matrix->ties[i][j] > 0;
            has_ties = has_ties || matrix->ties[i][j] > 0;
        }
    }
    const char *column = sample_layer_column("eigenvector", layer);
    check_principal(pairs, matrix->n, sample_column(sample, SCOPE_GROUP, column), has_ties, column);
}

static void test_eigenvector_satisfies_its_equation(void **state)
{
    (void)state;
    sample_check_random(check_eigenvector);
}

static void check_hubs(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    double arcs[16][16] = {0};
    double hubs[16][16] = {0};        /* A A' */
    double authorities[16][16] = {0}; /* A' A */
    bool has_arcs = sample_count_arcs(sample, layer, arcs);
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = 0; j < matrix->n; j++) {
            for (size_t k = 0; k < matrix->n; k++) {
                hubs[i][j] += arcs[i][k] * arcs[j][k];
                authorities[i][j] += arcs[k][i] * arcs[k][j];
            }
        }
    }
    const char *column = sample_layer_column("hub", layer);
    check_principal(hubs, matrix->n, sample_column(sample, SCOPE_GROUP, column), has_arcs, column);
    column = sample_layer_column("authority", layer);
    check_principal(authorities, matrix->n, sample_column(sample, SCOPE_GROUP, column), has_arcs,
                    column);
}

static void test_hubs_and_authorities_satisfy_their_equations(void **state)
{
    (void)state;
    sample_check_random(check_hubs);
}

/* A triangle, two separate pairs and an isolate. */
static void test_only_components_of_the_largest_eigenvalue_score(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 8);
    sample_tie(&sample, 0, 1, "conflict");
    sample_tie(&sample, 2, 3, "conflict");
    sample_tie(&sample, 4, 5, "alliance");
    sample_tie(&sample, 5, 6, "alliance");
    sample_tie(&sample, 6, 4, "alliance");
    sample_measure(&sample);
    for (group_id group = 0; group < 8; group++) {
        bool in_triangle = group >= 4 && group <= 6;
        sample_assert_near(sample_group_value(&sample, "eigenvector", group), in_triangle, 1e-9,
                           "eigenvector");
        /* Among negative ties the two pairs share the largest eigenvalue, 1. */
        sample_assert_near(sample_group_value(&sample, "eigenvector_negative", group),
                           group < 4 ? 1 : 0, 1e-12, "eigenvector_negative");
    }
    sample_release(&sample);
}

static void test_equal_separate_arcs_are_equal_hubs(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 5);
    sample_tie(&sample, 0, 1, "pledge");
    sample_tie(&sample, 2, 3, "pledge");
    sample_measure(&sample);
    static const double hubs[] = {1, 0, 1, 0, 0};
    static const double authorities[] = {0, 1, 0, 1, 0};
    for (group_id group = 0; group < 5; group++) {
        sample_assert_near(sample_group_value(&sample, "hub", group), hubs[group], 1e-12, "hub");
        sample_assert_near(sample_group_value(&sample, "authority", group), authorities[group],
                           1e-12, "authority");
    }
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_eigenvector_satisfies_its_equation),
        cmocka_unit_test(test_hubs_and_authorities_satisfy_their_equations),
        cmocka_unit_test(test_only_components_of_the_largest_eigenvalue_score),
        cmocka_unit_test(test_equal_separate_arcs_are_equal_hubs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
