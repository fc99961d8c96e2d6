/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/nudge.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "toy_drawing.h"

/* A line from left to right that passes through the lower half of the node between. */
static void init(struct drawing *drawing)
{
    drawing_init(drawing);
    toy_node(drawing, 0, 0, 30, 12, NODE_NONE);
    toy_node(drawing, 200, 0, 30, 12, NODE_NONE);
    toy_node(drawing, 100, -4, 30, 12, NODE_NONE);
    toy_link(drawing, 0, 1, 0, 0);
}

static double centre_y(const struct drawing *drawing, size_t node)
{
    return box_centre(drawing->nodes.items[node].outline.box).y;
}

static void test_node_in_the_way_steps_aside_by_little(void **state)
{
    struct drawing drawing;
    (void)state;
    init(&drawing);
    assert_true(nudge_nodes(&drawing, 300));
    assert_true(drawing.nodes.items[2].outline.box.bottom <= -1.5);
    assert_true(centre_y(&drawing, 2) > -10);
    assert_true(fabs(centre_y(&drawing, 0)) < 1e-9);
    assert_false(nudge_nodes(&drawing, 300));
    drawing_release(&drawing);
}

static void test_neighbours_decide_the_side(void **state)
{
    struct drawing drawing;
    (void)state;
    init(&drawing);
    toy_node(&drawing, 100, -19, 30, 12, NODE_NONE);
    assert_true(nudge_nodes(&drawing, 300));
    assert_true(drawing.nodes.items[2].outline.box.top >= 1.5);
    drawing_release(&drawing);
}

static void test_pinned_and_crowded_nodes_stay(void **state)
{
    struct drawing drawing;
    (void)state;
    init(&drawing);
    drawing.nodes.items[2].pinned = true;
    assert_false(nudge_nodes(&drawing, 300));
    drawing.nodes.items[2].pinned = false;
    toy_node(&drawing, 100, -19, 30, 12, NODE_NONE);
    toy_node(&drawing, 100, 11, 30, 12, NODE_NONE);
    assert_false(nudge_nodes(&drawing, 300));
    assert_true(fabs(centre_y(&drawing, 2) + 4) < 1e-9);
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_node_in_the_way_steps_aside_by_little),
        cmocka_unit_test(test_neighbours_decide_the_side),
        cmocka_unit_test(test_pinned_and_crowded_nodes_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
