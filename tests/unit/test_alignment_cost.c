/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/alignment_cost.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* One lane 400 wide and 100 high with some boxes of 40 by 12. */
static void init(struct alignment *alignment, const struct point *places, size_t count)
{
    *alignment = (struct alignment){.left = 16, .right = 416};
    alignment->order = alloc_zeroed(1, sizeof *alignment->order);
    list_push(&alignment->lanes, (struct alignment_lane){.height = 100, .title = {30, 8}});
    for (size_t i = 0; i < count; i++)
        list_push(&alignment->boxes, (struct alignment_box){places[i], {20, 6}, 0});
    alignment_sort(alignment);
}

static void add_pair(struct alignment *alignment, size_t from, size_t to)
{
    list_push(&alignment->pairs, (struct alignment_pair){from, to, 1});
    alignment_sort(alignment);
}

static void add_rail(struct alignment *alignment, size_t box)
{
    list_push(&alignment->rails,
              (struct alignment_rail){.box = box, .side = -1, .end = 9, .drop = 0});
    alignment_sort(alignment);
}

static void test_boxes_apart_cost_nothing(void **state)
{
    struct alignment alignment;
    static const struct point places[] = {{100, 30}, {200, 30}, {100, 60}};
    (void)state;
    init(&alignment, places, 3);
    assert_true(alignment_cost_of_lane(&alignment, 0).flaws == 0);
    assert_true(alignment_cost_of_lane(&alignment, 0).gates == 0);
    alignment_release(&alignment);
}

static void test_overlap_and_title_are_flaws_and_gates(void **state)
{
    struct alignment alignment;
    static const struct point overlapping[] = {{100, 50}, {110, 54}};
    static const struct point on_title[] = {{30, 8}};
    (void)state;
    init(&alignment, overlapping, 2);
    assert_true(alignment_cost_of_box(&alignment, 0).gates > 0);
    alignment_release(&alignment);
    init(&alignment, on_title, 1);
    assert_true(alignment_cost_of_box(&alignment, 0).flaws > 0);
    alignment_release(&alignment);
}

static void test_rail_through_a_box_is_a_gate_until_it_moves(void **state)
{
    struct alignment alignment;
    static const struct point places[] = {{300, 50}, {150, 50}};
    (void)state;
    init(&alignment, places, 2);
    add_rail(&alignment, 0);
    assert_true(alignment_cost_of_box(&alignment, 0).gates > 0);
    alignment.boxes.items[1].at.y = 75;
    assert_true(alignment_cost_of_box(&alignment, 0).gates == 0);
    assert_true(alignment_cost_of_box(&alignment, 0).flaws == 0);
    alignment_release(&alignment);
}

static void test_crossing_costs_the_same_for_both(void **state)
{
    struct alignment alignment;
    static const struct point places[] = {{100, 30}, {300, 80}, {100, 80}, {300, 30}};
    (void)state;
    init(&alignment, places, 4);
    add_pair(&alignment, 0, 1);
    add_pair(&alignment, 2, 3);
    double first = alignment_cost_of_box(&alignment, 0).flaws;
    assert_true(first > 0);
    assert_true(first == alignment_cost_of_box(&alignment, 2).flaws);
    alignment.boxes.items[3].at.y = 85; /* uncrossed */
    alignment.boxes.items[1].at.y = 30;
    assert_true(alignment_cost_of_box(&alignment, 0).flaws == 0);
    alignment_release(&alignment);
}

static void test_rails_at_one_height_are_a_flaw(void **state)
{
    struct alignment alignment;
    static const struct point places[] = {{120, 40}, {300, 52}};
    (void)state;
    init(&alignment, places, 2);
    add_rail(&alignment, 0);
    add_rail(&alignment, 1);
    assert_true(alignment_cost_of_box(&alignment, 0).flaws == 0);
    alignment.rails.items[1].drop = -9;
    assert_true(alignment_cost_of_box(&alignment, 0).flaws > 0);
    alignment_release(&alignment);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_boxes_apart_cost_nothing),
        cmocka_unit_test(test_overlap_and_title_are_flaws_and_gates),
        cmocka_unit_test(test_rail_through_a_box_is_a_gate_until_it_moves),
        cmocka_unit_test(test_crossing_costs_the_same_for_both),
        cmocka_unit_test(test_rails_at_one_height_are_a_flaw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
