/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct pair {
    int left;
    int right;
};

LIST(pair_list, struct pair);

static void test_pushed_values_stay_in_order(void **state)
{
    (void)state;
    struct pair_list pairs = {0};
    for (int i = 0; i < 1000; i++)
        list_push(&pairs, (struct pair){.left = i, .right = -i});
    assert_int_equal(pairs.count, 1000);
    assert_true(pairs.capacity >= pairs.count);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(pairs.items[i].left, i);
        assert_int_equal(pairs.items[i].right, -i);
    }
    list_release(&pairs);
}

static void test_growing_is_rare(void **state)
{
    (void)state;
    struct pair_list pairs = {0};
    size_t moves = 0;
    for (int i = 0; i < 100000; i++) {
        const size_t before = pairs.capacity;
        list_push(&pairs, (struct pair){.left = i});
        moves += pairs.capacity != before;
    }
    assert_true(moves < 40);
    list_release(&pairs);
}

static void test_reserving_more_than_the_next_step_gives_it(void **state)
{
    (void)state;
    size_t capacity = 0;
    char *bytes = list_reserve(NULL, 1000, &capacity, 1);
    assert_true(capacity >= 1000);
    const size_t before = capacity;
    bytes = list_reserve(bytes, 10, &capacity, 1);
    assert_int_equal(capacity, before);
    list_free(bytes);
}

static void test_release_leaves_an_empty_list(void **state)
{
    (void)state;
    struct pair_list pairs = {0};
    list_release(&pairs);
    list_push(&pairs, (struct pair){1, 2});
    list_release(&pairs);
    assert_null(pairs.items);
    assert_int_equal(pairs.count, 0);
    assert_int_equal(pairs.capacity, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pushed_values_stay_in_order),
        cmocka_unit_test(test_growing_is_rare),
        cmocka_unit_test(test_reserving_more_than_the_next_step_gives_it),
        cmocka_unit_test(test_release_leaves_an_empty_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
