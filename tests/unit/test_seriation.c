/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/seriation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ROWS 12

struct weights {
    double at[ROWS * ROWS];
};

static void tie(struct weights *weights, size_t a, size_t b, double weight)
{
    weights->at[a * ROWS + b] += weight;
    weights->at[b * ROWS + a] += weight;
}

static const size_t one_block[ROWS] = {0};

static void assert_is_order(const size_t *order)
{
    bool seen[ROWS] = {false};
    for (size_t i = 0; i < ROWS; i++) {
        assert_true(order[i] < ROWS);
        assert_false(seen[order[i]]);
        seen[order[i]] = true;
    }
}

static void test_a_chain_comes_out_in_line(void **state)
{
    /* 7 * i runs through all numbers below 12 once */
    struct weights weights = {0};
    size_t order[ROWS];
    (void)state;
    for (size_t i = 0; i + 1 < ROWS; i++)
        tie(&weights, 7 * i % ROWS, 7 * (i + 1) % ROWS, 1);
    const struct seriation seriation = {ROWS, weights.at, one_block, 1};
    seriation_order(&seriation, order);
    assert_is_order(order);
    assert_true(seriation_cost(&seriation, order) < ROWS - 1 + 1e-9);
}

static void test_blocks_stay_together_and_tied_ones_meet(void **state)
{
    static const size_t blocks[ROWS] = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2};
    struct weights weights = {0};
    size_t order[ROWS];
    (void)state;
    tie(&weights, 0, 2, 5); /* of the first and the last block */
    tie(&weights, 2, 1, 3); /* of the last and the middle one */
    const struct seriation seriation = {ROWS, weights.at, blocks, 3};
    seriation_order(&seriation, order);
    assert_is_order(order);
    for (size_t i = 1; i < ROWS; i++)
        assert_int_equal(blocks[order[i]] == blocks[order[i - 1]], i % 4 != 0);
    assert_int_equal(blocks[order[5]], 2);
}

static void test_neighbours_in_a_block_lean_to_what_they_are_tied_to(void **state)
{
    static const size_t blocks[ROWS] = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    struct weights weights = {0};
    size_t order[ROWS];
    (void)state;
    tie(&weights, 0, 11, 1);
    const struct seriation seriation = {ROWS, weights.at, blocks, 2};
    seriation_order(&seriation, order);
    assert_true((order[5] == 0 && order[6] == 11) || (order[5] == 11 && order[6] == 0));
}

static void test_same_weights_give_the_same_order(void **state)
{
    struct weights weights = {0};
    size_t first[ROWS], second[ROWS];
    (void)state;
    for (size_t i = 0; i < ROWS; i++)
        tie(&weights, i, i * i % ROWS, 1 + (double)(i % 3));
    const struct seriation seriation = {ROWS, weights.at, one_block, 1};
    seriation_order(&seriation, first);
    seriation_order(&seriation, second);
    assert_memory_equal(first, second, sizeof first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_chain_comes_out_in_line),
        cmocka_unit_test(test_blocks_stay_together_and_tied_ones_meet),
        cmocka_unit_test(test_neighbours_in_a_block_lean_to_what_they_are_tied_to),
        cmocka_unit_test(test_same_weights_give_the_same_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
