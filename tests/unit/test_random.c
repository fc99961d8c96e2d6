/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The first numbers of the reference implementation for the seed 1234567. */
static void test_numbers_are_those_of_splitmix64(void **state)
{
    uint64_t seed = 1234567;
    (void)state;
    assert_true(random_next(&seed) == 6457827717110365317u);
    assert_true(random_next(&seed) == 3203168211198807973u);
    assert_true(random_next(&seed) == 9817491932198370423u);
}

static void test_every_number_below_the_limit_is_about_as_likely(void **state)
{
    uint64_t seed = 1;
    unsigned counts[6] = {0};
    (void)state;
    for (int i = 0; i < 60000; i++)
        counts[random_below(&seed, 6)]++;
    for (int i = 0; i < 6; i++)
        assert_true(counts[i] >= 9600 && counts[i] <= 10400);
    assert_true(random_below(&seed, 1) == 0);
}

static void test_shares_fill_the_unit(void **state)
{
    uint64_t seed = 2;
    double sum = 0;
    (void)state;
    for (int i = 0; i < 10000; i++) {
        double share = random_share(&seed);
        assert_true(share >= 0 && share < 1);
        sum += share;
    }
    assert_true(sum > 4900 && sum < 5100);
}

static void test_subsets_are_ascending_and_each_number_as_likely(void **state)
{
    uint64_t seed = 3;
    unsigned counts[10] = {0};
    uint32_t chosen[10];
    (void)state;
    for (int i = 0; i < 10000; i++) {
        random_subset(&seed, 10, 4, chosen);
        for (int j = 0; j < 4; j++) {
            assert_true(chosen[j] < 10 && (j == 0 || chosen[j - 1] < chosen[j]));
            counts[chosen[j]]++;
        }
    }
    for (int i = 0; i < 10; i++)
        assert_true(counts[i] >= 3800 && counts[i] <= 4200);
    random_subset(&seed, 10, 10, chosen);
    for (uint32_t i = 0; i < 10; i++)
        assert_true(chosen[i] == i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_those_of_splitmix64),
        cmocka_unit_test(test_every_number_below_the_limit_is_about_as_likely),
        cmocka_unit_test(test_shares_fill_the_unit),
        cmocka_unit_test(test_subsets_are_ascending_and_each_number_as_likely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
