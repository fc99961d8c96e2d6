/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

/* Largest eigenvalue of a symmetric matrix without negative entries: powers of A + I. */
static double largest_eigenvalue(double a[16][16], size_t n)
{
    double x[16];
    double value = 0;
    for (size_t i = 0; i < n; i++)
        x[i] = 1;
    for (int step = 0; step < 20000; step++) {
        double y[16];
        double length = 0;
        for (size_t i = 0; i < n; i++) {
            y[i] = x[i];
            for (size_t j = 0; j < n; j++)
                y[i] += a[i][j] * x[j];
            length += y[i] * y[i];
        }
        length = sqrt(length);
        for (size_t i = 0; i < n; i++)
            x[i] = y[i] / length;
        value = length - 1;
    }
    return value;
}

/* Solve (I - factor M) x = right by Gauss and Jordan. */
static void solve(double m[16][16], double factor, const double *right, double *x, size_t n)
{
    double a[16][17];
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            a[i][j] = (i == j ? 1 : 0) - factor * m[i][j];
        a[i][n] = right[i];
    }
    for (size_t p = 0; p < n; p++) {
        size_t best = p;
        for (size_t i = p; i < n; i++)
            best = fabs(a[i][p]) > fabs(a[best][p]) ? i : best;
        for (size_t j = 0; j <= n; j++) {
            double swap = a[p][j];
            a[p][j] = a[best][j];
            a[best][j] = swap;
        }
        for (size_t i = 0; i < n; i++) {
            double share = i == p ? 0 : a[i][p] / a[p][p];
            for (size_t j = p; j <= n && i != p; j++)
                a[i][j] -= share * a[p][j];
        }
    }
    for (size_t i = 0; i < n; i++)
        x[i] = a[i][n] / a[i][i];
}

static void check_power(struct sample *sample, const char *name, double a[16][16], double factor,
                        size_t n)
{
    double right[16] = {0};
    double x[16];
    double squares = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            right[i] += a[i][j];
    solve(a, factor, right, x, n);
    for (size_t i = 0; i < n; i++)
        squares += x[i] * x[i];
    const double *column = sample_column(sample, SCOPE_GROUP, name);
    for (size_t i = 0; i < n; i++)
        sample_assert_near(column[i], x[i] * sqrt((double)n / squares), 1e-7, name);
}

static void check_influence(struct sample *sample, const struct sample_matrix *matrix,
                            enum layer layer)
{
    double a[16][16] = {{0}};
    double followers[16][16] = {{0}};
    double right[16];
    double x[16];
    size_t n = matrix->n;
    for (size_t i = 0; i < n; i++) {
        right[i] = 1;
        for (size_t j = 0; j < n; j++) {
            a[i][j] = matrix->ties[i][j] > 0;
            followers[i][j] = matrix->arc[j][i];
        }
    }
    double largest = largest_eigenvalue(a, n);
    const double *katz = sample_column(sample, SCOPE_GROUP, sample_layer_column("katz", layer));
    if (largest < 0.5) {
        assert_true(isnan(katz[0]));
        return;
    }
    check_power(sample, sample_layer_column("bonacich_power", layer), a, 0.5 / largest, n);
    check_power(sample, sample_layer_column("bargaining_power", layer), a, -0.5 / largest, n);
    solve(followers, 0.5 / largest, right, x, n);
    for (size_t i = 0; i < n; i++)
        sample_assert_near(katz[i], x[i] - 1, 1e-7, "katz");
}

static void test_the_series_solve_the_equations(void **state)
{
    (void)state;
    sample_check_random(check_influence);
}

/* g0 <- g1 <- g2 and g0 <- g3: three followers of g0, one of them over a step. */
static void test_followers_of_followers_count(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 4);
    sample_tie(&sample, 1, 0, "pledge");
    sample_tie(&sample, 2, 1, "pledge");
    sample_tie(&sample, 3, 0, "pledge");
    sample_measure(&sample);
    double b = 0.5 / ((1 + sqrt(5)) / 2); /* a path of four: the golden ratio */
    sample_assert_near(sample_group_value(&sample, "katz", 0), 2 * b + b * b, 1e-9, "katz");
    sample_assert_near(sample_group_value(&sample, "katz", 1), b, 1e-9, "katz");
    assert_true(sample_group_value(&sample, "katz", 2) == 0);
    sample_release(&sample);
}

/* On a path of five Bonacich (1987): the middle has most power, but the second and fourth have
 * most when they bargain, since each has a partner with nobody else. */
static void test_bargaining_favours_those_with_weak_partners(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 5);
    for (group_id i = 0; i < 4; i++)
        sample_tie(&sample, i, i + 1, "alliance");
    sample_measure(&sample);
    assert_true(sample_group_value(&sample, "bonacich_power", 2) >
                sample_group_value(&sample, "bonacich_power", 1));
    assert_true(sample_group_value(&sample, "bargaining_power", 1) >
                sample_group_value(&sample, "bargaining_power", 2));
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_series_solve_the_equations),
        cmocka_unit_test(test_followers_of_followers_count),
        cmocka_unit_test(test_bargaining_favours_those_with_weak_partners),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
