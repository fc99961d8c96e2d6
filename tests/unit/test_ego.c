/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

static size_t list_neighbours(const struct sample_matrix *matrix, size_t group, size_t others[16])
{
    size_t count = 0;
    for (size_t j = 0; j < matrix->n; j++)
        if (matrix->ties[group][j] > 0)
            others[count++] = j;
    return count;
}

/* Burt's own form: sum over neighbours j of 1 - sum over q of p_iq m_jq, with p_iq = a_iq / k_i and
 * m_jq = a_jq. */
static double burt_size(const struct sample_matrix *matrix, size_t group)
{
    size_t others[16];
    size_t count = list_neighbours(matrix, group, others);
    double size = 0;
    for (size_t j = 0; j < count; j++) {
        double redundancy = 0;
        for (size_t q = 0; q < count; q++)
            if (q != j && matrix->ties[others[j]][others[q]] > 0)
                redundancy += 1 / (double)count;
        size += 1 - redundancy;
    }
    return count > 0 ? size : (double)NAN;
}

static void check_effective_size(struct sample *sample, const struct sample_matrix *matrix,
                                 enum layer layer)
{
    const char *name = sample_layer_column("effective_size", layer);
    const double *column = sample_column(sample, SCOPE_GROUP, name);
    for (size_t i = 0; i < matrix->n; i++)
        sample_assert_near(column[i], burt_size(matrix, i), 1e-12, name);
}

static void test_effective_size_is_burts(void **state)
{
    (void)state;
    sample_check_random(check_effective_size);
}

/* Distances among the neighbours by Floyd and Warshall. */
static double circle_efficiency(const struct sample_matrix *matrix, size_t group)
{
    size_t others[16];
    double d[16][16];
    size_t count = list_neighbours(matrix, group, others);
    double sum = 0;
    if (count < 2)
        return (double)NAN;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            d[i][j] = matrix->ties[others[i]][others[j]] > 0 ? 1 : (double)INFINITY;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++)
                d[i][j] = fmin(d[i][j], d[i][k] + d[k][j]);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            sum += i == j ? 0 : 1 / d[i][j];
    return sum / (double)(count * (count - 1));
}

static void check_local_efficiency(struct sample *sample, const struct sample_matrix *matrix,
                                   enum layer layer)
{
    const double *column =
        sample_column(sample, SCOPE_GROUP, sample_layer_column("local_efficiency", layer));
    double sum = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        double expected = circle_efficiency(matrix, i);
        sample_assert_near(column[i], expected, 1e-12, "local_efficiency");
        sum += isnan(expected) ? 0 : expected;
    }
    sample_assert_near(
        sample_network_value(sample, sample_layer_column("mean_local_efficiency", layer)),
        sum / (double)matrix->n, 1e-12, "mean_local_efficiency");
}

static void test_local_efficiency_stays_in_the_circle(void **state)
{
    (void)state;
    sample_check_random(check_local_efficiency);
}

/* A wheel: the hub's four neighbours form a ring, 0-1-2-3; each of them sees the hub and two. */
static void test_a_wheel(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 5);
    for (group_id i = 0; i < 4; i++) {
        sample_tie(&sample, i, 4, "pledge");
        sample_tie(&sample, i, (i + 1) % 4, "alliance");
    }
    sample_measure(&sample);
    /* 4 neighbours, 4 pairs: 4 - 8/4. Of 6 pairs 4 at distance 1 and 2 at distance 2. */
    sample_assert_near(sample_group_value(&sample, "effective_size", 4), 2, 1e-12, "hub");
    sample_assert_near(sample_group_value(&sample, "local_efficiency", 4), 5.0 / 6, 1e-12, "hub");
    sample_assert_near(sample_group_value(&sample, "effective_size", 0), 3 - 4.0 / 3, 1e-12, "rim");
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_effective_size_is_burts),
        cmocka_unit_test(test_local_efficiency_stays_in_the_circle),
        cmocka_unit_test(test_a_wheel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
