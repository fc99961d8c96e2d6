/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

static int count_neighbours(const struct sample_matrix *matrix, size_t i)
{
    int count = 0;
    for (size_t j = 0; j < matrix->n; j++)
        count += matrix->ties[i][j] > 0;
    return count;
}

/* Pairs of neighbours of i that are tied. */
static int count_closed(const struct sample_matrix *matrix, size_t i)
{
    int closed = 0;
    for (size_t j = 0; j < matrix->n; j++)
        for (size_t k = j + 1; k < matrix->n; k++)
            closed += matrix->ties[i][j] && matrix->ties[i][k] && matrix->ties[j][k];
    return closed;
}

static void check_clustering(struct sample *sample, const struct sample_matrix *matrix,
                             enum layer layer)
{
    double closed = 0;
    double triples = 0;
    double sum = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        int k = count_neighbours(matrix, i);
        double expected = k < 2 ? (double)NAN : count_closed(matrix, i) / (k * (k - 1) / 2.0);
        const char *column = sample_layer_column("local_clustering", layer);
        sample_assert_near(sample_group_value(sample, column, (group_id)i), expected, 1e-12,
                           column);
        closed += count_closed(matrix, i);
        triples += k * (k - 1) / 2.0;
        sum += k < 2 ? 0 : expected;
    }
    sample_assert_near(sample_network_value(sample, sample_layer_column("triangles", layer)),
                       closed / 3, 0, "triangles");
    sample_assert_near(sample_network_value(sample, sample_layer_column("transitivity", layer)),
                       triples > 0 ? closed / triples : (double)NAN, 1e-12, "transitivity");
    sample_assert_near(sample_network_value(sample, sample_layer_column("mean_clustering", layer)),
                       sum / (double)matrix->n, 1e-12, "mean_clustering");
}

static void test_clustering_agrees_with_a_naive_count(void **state)
{
    (void)state;
    sample_check_random(check_clustering);
}

/* Share of i's ties that go to j. */
static double share(const struct sample_matrix *matrix, size_t i, size_t j)
{
    double all = 0;
    for (size_t k = 0; k < matrix->n; k++)
        all += matrix->ties[i][k];
    return all > 0 ? matrix->ties[i][j] / all : 0;
}

static double constraint_of(const struct sample_matrix *matrix, size_t i)
{
    double sum = 0;
    for (size_t j = 0; j < matrix->n; j++) {
        if (matrix->ties[i][j] == 0)
            continue;
        double invested = share(matrix, i, j);
        for (size_t q = 0; q < matrix->n; q++) {
            if (q != i && q != j)
                invested += share(matrix, i, q) * share(matrix, q, j);
        }
        sum += invested * invested;
    }
    return sum;
}

static void check_constraint(struct sample *sample, const struct sample_matrix *matrix,
                             enum layer layer)
{
    const char *column = sample_layer_column("constraint", layer);
    for (size_t i = 0; i < matrix->n; i++) {
        double expected = count_neighbours(matrix, i) > 0 ? constraint_of(matrix, i) : (double)NAN;
        sample_assert_near(sample_group_value(sample, column, (group_id)i), expected, 1e-12,
                           column);
    }
}

static void test_constraint_agrees_with_the_formula_of_burt(void **state)
{
    (void)state;
    sample_check_random(check_constraint);
}

/* Barrat and others (2004), equation 5: over the ordered pairs of neighbours that are tied. */
static void check_weighted(struct sample *sample, const struct sample_matrix *matrix,
                           enum layer layer)
{
    const char *name = sample_layer_column("weighted_clustering", layer);
    const double *column = sample_column(sample, SCOPE_GROUP, name);
    for (size_t i = 0; i < matrix->n; i++) {
        double strength = 0, neighbours = 0, sum = 0;
        for (size_t j = 0; j < matrix->n; j++) {
            strength += matrix->ties[i][j];
            neighbours += matrix->ties[i][j] > 0;
            for (size_t q = 0; q < matrix->n; q++)
                if (matrix->ties[i][j] > 0 && matrix->ties[i][q] > 0 && matrix->ties[j][q] > 0)
                    sum += (matrix->ties[i][j] + matrix->ties[i][q]) / 2.0;
        }
        sample_assert_near(column[i],
                           neighbours > 1 ? sum / (strength * (neighbours - 1)) : (double)NAN,
                           1e-12, name);
    }
}

static void test_weighted_clustering_counts_ties(void **state)
{
    (void)state;
    sample_check_random(check_weighted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clustering_agrees_with_a_naive_count),
        cmocka_unit_test(test_constraint_agrees_with_the_formula_of_burt),
        cmocka_unit_test(test_weighted_clustering_counts_ties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
