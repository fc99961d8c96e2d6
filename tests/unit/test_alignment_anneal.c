/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/alignment_anneal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "figure/alignment_cost.h"

/* Lanes of equal boxes, each tied to the left hub, and a chain of pairs. */
static void init(struct alignment *alignment, size_t lanes, size_t boxes)
{
    *alignment = (struct alignment){.left = 16, .right = 416};
    alignment->order = alloc_zeroed(lanes, sizeof *alignment->order);
    for (size_t i = 0; i < lanes; i++) {
        list_push(&alignment->lanes, (struct alignment_lane){.title = {40, 8}});
        alignment->order[i] = lanes - 1 - i;
        for (size_t k = 0; k < boxes; k++) {
            size_t box = alignment->boxes.count;
            list_push(&alignment->boxes, (struct alignment_box){.half = {30, 7}, .lane = i});
            list_push(&alignment->rails,
                      (struct alignment_rail){.box = box, .side = -1, .end = 9, .drop = 0});
            if (k > 0)
                list_push(&alignment->pairs, (struct alignment_pair){box - 1, box, 1});
        }
    }
    alignment_sort(alignment);
}

static void test_no_rail_is_blocked_and_no_box_overlaps(void **state)
{
    struct alignment alignment;
    (void)state;
    init(&alignment, 3, 6);
    alignment_place(&alignment, 30, 1);
    for (size_t i = 0; i < 3; i++)
        assert_true(alignment_cost_of_lane(&alignment, i).gates == 0);
    alignment_release(&alignment);
}

static void test_boxes_lie_in_their_lane_and_lanes_below_each_other(void **state)
{
    struct alignment alignment;
    (void)state;
    init(&alignment, 3, 5);
    alignment_place(&alignment, 30, 1);
    for (size_t i = 0; i < alignment.boxes.count; i++) {
        const struct alignment_box *box = &alignment.boxes.items[i];
        const struct alignment_lane *lane = &alignment.lanes.items[box->lane];
        assert_true(box->at.y - box->half.y > lane->top);
        assert_true(box->at.y + box->half.y < lane->top + lane->height);
        assert_true(box->at.x - box->half.x > alignment.left);
        assert_true(box->at.x + box->half.x < alignment.right);
    }
    double bottom = 30;
    for (size_t i = 0; i < 3; i++) {
        const struct alignment_lane *lane = &alignment.lanes.items[alignment.order[i]];
        assert_true(lane->top >= bottom);
        bottom = lane->top + lane->height;
    }
    alignment_release(&alignment);
}

static void test_same_seed_gives_the_same_places(void **state)
{
    struct alignment first, second;
    (void)state;
    init(&first, 2, 5);
    init(&second, 2, 5);
    alignment_place(&first, 30, 7);
    alignment_place(&second, 30, 7);
    assert_memory_equal(first.boxes.items, second.boxes.items,
                        first.boxes.count * sizeof *first.boxes.items);
    alignment_release(&first);
    alignment_release(&second);
}

static void test_lane_of_one_box_is_hardly_higher_than_it(void **state)
{
    struct alignment alignment;
    (void)state;
    init(&alignment, 1, 1);
    alignment_place(&alignment, 0, 1);
    assert_true(alignment.lanes.items[0].height >= 14);
    assert_true(alignment.lanes.items[0].height < 40);
    alignment_release(&alignment);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_rail_is_blocked_and_no_box_overlaps),
        cmocka_unit_test(test_boxes_lie_in_their_lane_and_lanes_below_each_other),
        cmocka_unit_test(test_same_seed_gives_the_same_places),
        cmocka_unit_test(test_lane_of_one_box_is_hardly_higher_than_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
