/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/ranking.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void test_equal_values_have_equal_ranks(void **state)
{
    const double values[] = {3, 7, 3, NAN, 9, 3 + 1e-12, NAN};
    const double expected[] = {3, 2, 3, 6, 1, 3, 6};
    double ranks[7];
    (void)state;
    ranking_fill(values, 7, ranks);
    for (int i = 0; i < 7; i++)
        assert_true(ranks[i] == expected[i]);
    ranking_fill(values, 0, ranks);
}

static void test_order_is_highest_first_and_stable(void **state)
{
    const double values[] = {1, NAN, 5, 1, 5};
    const size_t expected[] = {2, 4, 0, 3, 1};
    size_t order[5];
    (void)state;
    ranking_order(values, 5, order);
    assert_memory_equal(order, expected, sizeof order);
}

static void test_nothing_is_below_what_is_not_defined(void **state)
{
    (void)state;
    assert_true(ranking_is_above(0, NAN));
    assert_false(ranking_is_above(NAN, 0));
    assert_false(ranking_is_above(NAN, NAN));
    assert_false(ranking_is_above(1e9, 1e9 - 0.1));
    assert_true(ranking_is_above(1e9, 1e9 - 10));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_values_have_equal_ranks),
        cmocka_unit_test(test_order_is_highest_first_and_stable),
        cmocka_unit_test(test_nothing_is_below_what_is_not_defined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
