/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/untangle.h"

#include "toy_drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct box page = {0, 0, 400, 300};

/* Two rings of boxes whose links cross because the second is mirrored. */
static void make_tangle(struct drawing *drawing)
{
    drawing_init(drawing);
    for (size_t i = 0; i < 6; i++)
        toy_node(drawing, 40 + 60.0 * (double)i, 60, 30, 14, 0);
    for (size_t i = 0; i < 6; i++)
        toy_node(drawing, 340 - 60.0 * (double)i, 240, 30, 14, 1);
    for (size_t i = 0; i < 6; i++)
        toy_link(drawing, i, i + 6, 0, 0);
}

static size_t count_overlaps(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        for (size_t j = 0; j < i; j++)
            count += box_overlaps(drawing->nodes.items[i].outline.box,
                                  drawing->nodes.items[j].outline.box);
    return count;
}

static void test_spread_leaves_no_overlap_and_nothing_off_the_page(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    for (size_t i = 0; i < 20; i++)
        toy_node(&drawing, 200 + (double)i, 150 - 0.5 * (double)i, 40, 16, NODE_NONE);
    assert_true(count_overlaps(&drawing) > 100);
    untangle_spread(&drawing, page, 4, 500);
    assert_int_equal(count_overlaps(&drawing), 0);
    for (size_t i = 0; i < drawing.nodes.count; i++) {
        struct box box = drawing.nodes.items[i].outline.box;
        assert_true(box.left >= page.left - 0.01 && box.right <= page.right + 0.01 &&
                    box.top >= page.top - 0.01 && box.bottom <= page.bottom + 0.01);
    }
    drawing_release(&drawing);
}

static void test_annealing_removes_crossings(void **state)
{
    struct drawing drawing;
    (void)state;
    make_tangle(&drawing);
    double before = untangle_cost(&drawing, page);
    untangle_anneal(&drawing, page, 20000, 1, 7);
    assert_true(untangle_cost(&drawing, page) < before / 2);
    assert_int_equal(count_overlaps(&drawing), 0);
    drawing_release(&drawing);
}

static void test_same_seed_gives_the_same_places(void **state)
{
    struct drawing first, second;
    (void)state;
    make_tangle(&first);
    make_tangle(&second);
    untangle_anneal(&first, page, 2000, 1, 3);
    untangle_anneal(&second, page, 2000, 1, 3);
    for (size_t i = 0; i < first.nodes.count; i++)
        assert_memory_equal(&first.nodes.items[i].outline.box, &second.nodes.items[i].outline.box,
                            sizeof(struct box));
    drawing_release(&first);
    drawing_release(&second);
}

static void test_pinned_nodes_stay(void **state)
{
    struct drawing drawing;
    (void)state;
    make_tangle(&drawing);
    drawing.nodes.items[2].pinned = true;
    struct box before = drawing.nodes.items[2].outline.box;
    untangle_anneal(&drawing, page, 3000, 1, 5);
    untangle_spread(&drawing, page, 4, 50);
    struct point moved = box_centre(drawing.nodes.items[2].outline.box);
    assert_true(point_distance(moved, box_centre(before)) < 1e-9);
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spread_leaves_no_overlap_and_nothing_off_the_page),
        cmocka_unit_test(test_annealing_removes_crossings),
        cmocka_unit_test(test_same_seed_gives_the_same_places),
        cmocka_unit_test(test_pinned_nodes_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
