/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/lane_order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LANES 14

struct case_ {
    struct lane_list lanes;
    struct lane_tie_list ties;
    size_t order[LANES];
};

static void release(struct case_ *test)
{
    list_release(&test->lanes);
    list_release(&test->ties);
}

static void add_lane(struct case_ *test, double from, double to, size_t region)
{
    list_push(&test->lanes, (struct lane){from, to, region});
}

static void add_tie(struct case_ *test, size_t a, size_t b, double x)
{
    list_push(&test->ties, (struct lane_tie){a, b, x});
}

/* A chain of ties whose lanes stand in a muddle. */
static void fill(struct case_ *test)
{
    for (size_t i = 0; i < LANES; i++)
        add_lane(test, 0, 100, i % 2);
    for (size_t i = 0; i + 1 < LANES; i++)
        add_tie(test, i * 5 % LANES, (i + 1) * 5 % LANES, 50);
    lane_order_find(&test->lanes, &test->ties, test->order);
}

static void assert_holds_every_lane(const struct case_ *test)
{
    bool seen[LANES] = {false};
    for (size_t i = 0; i < test->lanes.count; i++) {
        assert_true(test->order[i] < test->lanes.count);
        assert_false(seen[test->order[i]]);
        seen[test->order[i]] = true;
    }
}

static void test_same_lanes_give_the_same_order(void **state)
{
    struct case_ first = {0}, second = {0};
    (void)state;
    fill(&first);
    fill(&second);
    assert_holds_every_lane(&first);
    assert_memory_equal(first.order, second.order, sizeof first.order);
    release(&first);
    release(&second);
}

static void test_order_costs_less_than_the_muddle(void **state)
{
    struct case_ test = {0};
    size_t muddle[LANES];
    (void)state;
    fill(&test);
    for (size_t i = 0; i < LANES; i++)
        muddle[i] = i;
    assert_true(lane_order_cost(&test.lanes, &test.ties, test.order) <
                0.4 * lane_order_cost(&test.lanes, &test.ties, muddle));
    release(&test);
}

static void test_ties_cross_only_lanes_that_do_not_live(void **state)
{
    static const size_t tied_across[] = {0, 1, 2};
    struct case_ test = {0};
    (void)state;
    add_lane(&test, 0, 100, 0);
    add_lane(&test, 80, 100, 0);
    add_lane(&test, 0, 100, 0);
    add_tie(&test, 0, 2, 50);
    double quiet = lane_order_cost(&test.lanes, &test.ties, tied_across);
    test.lanes.items[1].from = 0;
    assert_true(lane_order_cost(&test.lanes, &test.ties, tied_across) > quiet + 1);
    lane_order_find(&test.lanes, &test.ties, test.order);
    assert_true(test.order[1] != 1);
    release(&test);
}

static void test_regions_stay_together_without_ties(void **state)
{
    struct case_ test = {0};
    size_t changes = 0;
    (void)state;
    for (size_t i = 0; i < 9; i++)
        add_lane(&test, (double)i, 100, i % 3);
    lane_order_find(&test.lanes, &test.ties, test.order);
    assert_holds_every_lane(&test);
    for (size_t i = 1; i < 9; i++)
        changes +=
            test.lanes.items[test.order[i]].region != test.lanes.items[test.order[i - 1]].region;
    assert_int_equal(changes, 2);
    release(&test);
}

static void test_no_lane_and_one_lane_are_in_order(void **state)
{
    struct case_ test = {0};
    (void)state;
    lane_order_find(&test.lanes, &test.ties, test.order);
    add_lane(&test, 0, 1, 0);
    test.order[0] = 7;
    lane_order_find(&test.lanes, &test.ties, test.order);
    assert_int_equal(test.order[0], 0);
    release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_lanes_give_the_same_order),
        cmocka_unit_test(test_order_costs_less_than_the_muddle),
        cmocka_unit_test(test_ties_cross_only_lanes_that_do_not_live),
        cmocka_unit_test(test_regions_stay_together_without_ties),
        cmocka_unit_test(test_no_lane_and_one_lane_are_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
