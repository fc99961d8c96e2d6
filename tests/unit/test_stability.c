/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/stability.h"

#include "sample.h"

/* Adjusted Rand index by counting pairs (Hubert and Arabie 1985). */
static double naive_rand(const double *a, const double *b, size_t n)
{
    double both = 0, first = 0, second = 0;
    const double pairs = (double)n * (double)(n - 1) / 2;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) {
            both += a[i] == a[j] && b[i] == b[j];
            first += a[i] == a[j];
            second += b[i] == b[j];
        }
    const double expected = first * second / pairs;
    return (both - expected) / ((first + second) / 2 - expected);
}

static double naive_entropy(const double *a, const double *b, size_t n)
{
    double entropy = 0;
    for (size_t i = 0; i < n; i++) {
        double same = 0;
        for (size_t j = 0; j < n; j++)
            same += a[i] == a[j] && b[i] == b[j];
        entropy -= log(same / (double)n) / (double)n;
    }
    return entropy;
}

/* 2 I(a, b) / (H(a) + H(b)) (Danon and others 2005). */
static double naive_nmi(const double *a, const double *b, size_t n)
{
    const double first = naive_entropy(a, a, n);
    const double second = naive_entropy(b, b, n);
    return 2 * (first + second - naive_entropy(a, b, n)) / (first + second);
}

static struct stability compare(const double *a, const double *b, size_t n)
{
    struct stability stability;
    assert_int_equal(stability_compare(a, b, n, &stability), IGRAPH_SUCCESS);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    return stability;
}

static void test_equal_partitions_have_one(void **state)
{
    const double one[] = {1, 1, 2, 3}, same[] = {2, 2, 3, 1}, whole[] = {1, 1, 1, 1},
                 single[] = {1, 2, 3, 4};
    (void)state;
    assert_true(compare(one, same, 4).rand == 1 && compare(one, same, 4).nmi == 1);
    assert_true(compare(whole, whole, 4).rand == 1 && compare(whole, whole, 4).nmi == 1);
    assert_true(compare(single, single, 4).rand == 1 && compare(single, single, 4).nmi == 1);
}

static void test_below_two_groups_nothing_is_defined(void **state)
{
    const double one[] = {1};
    (void)state;
    assert_true(isnan(compare(one, one, 0).rand) && isnan(compare(one, one, 1).nmi));
}

/* {a b} {c d} against {a b c} {d}: 6 pairs, 2 and 3 together, 1 in both; expected 1, so
 * (1 - 1) / (2.5 - 1) = 0. */
static void test_a_hand_computed_case(void **state)
{
    const double first[] = {1, 1, 2, 2}, second[] = {1, 1, 1, 2};
    (void)state;
    sample_assert_near(compare(first, second, 4).rand, 0, 1e-12, "adjusted Rand index");
    sample_assert_near(
        compare(first, second, 4).nmi,
        2 * (log(2) + naive_entropy(second, second, 4) - naive_entropy(first, second, 4)) /
            (log(2) + naive_entropy(second, second, 4)),
        1e-12, "NMI");
}

static void test_random_partitions_agree_with_naive_ones(void **state)
{
    uint64_t random = 3;
    (void)state;
    for (int round = 0; round < 200; round++) {
        double a[12], b[12];
        const size_t n = 4 + sample_random(&random, 9);
        for (size_t i = 0; i < n; i++) {
            a[i] = 1 + sample_random(&random, 3);
            b[i] = 1 + sample_random(&random, 4);
        }
        a[0] = b[0] = 1; /* class numbers are 1 and up */
        a[1] = 2;
        b[2] = 3;
        const struct stability found = compare(a, b, n);
        if (found.rand == 1 && found.nmi == 1)
            continue;
        sample_assert_near(found.rand, naive_rand(a, b, n), 1e-9, "adjusted Rand index");
        sample_assert_near(found.nmi, naive_nmi(a, b, n), 1e-9, "NMI");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_partitions_have_one),
        cmocka_unit_test(test_below_two_groups_nothing_is_defined),
        cmocka_unit_test(test_a_hand_computed_case),
        cmocka_unit_test(test_random_partitions_agree_with_naive_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
