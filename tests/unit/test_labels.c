/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/labels.h"

#include "toy_drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool is_struck(const struct drawing *drawing, const struct box box)
{
    struct point_list line = {0};
    bool struck = false;
    for (size_t i = 0; i < drawing->links.count; i++) {
        path_flatten(&drawing->links.items[i].path, 0.1, &line);
        for (size_t j = 1; j < line.count; j++)
            struck |= segment_meets_box(line.items[j - 1], line.items[j], box);
    }
    list_release(&line);
    return struck;
}

static void test_label_stands_beside_its_line(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 30, 14, NODE_NONE);
    toy_node(&drawing, 120, 90, 30, 14, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 24);
    labels_place(&drawing, false);
    struct box box = drawing.links.items[0].label_box;
    assert_false(is_struck(&drawing, box));
    assert_true(fabs(box_width(box) - 24) < 1e-9 && fabs(box_height(box) - 7) < 1e-9);
    assert_true(point_distance(box_centre(box), (struct point){60, 45}) < 30);
    drawing_release(&drawing);
}

static void test_labels_of_parallel_lines_keep_apart(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    for (size_t i = 0; i < 3; i++) {
        toy_node(&drawing, 0, 12.0 * (double)i, 10, 8, NODE_NONE);
        toy_node(&drawing, 160, 12.0 * (double)i, 10, 8, NODE_NONE);
    }
    for (size_t i = 0; i < 3; i++)
        toy_link(&drawing, 2 * i, 2 * i + 1, 0, 22);
    labels_place(&drawing, false);
    for (size_t i = 0; i < 3; i++) {
        assert_false(is_struck(&drawing, drawing.links.items[i].label_box));
        for (size_t j = 0; j < i; j++)
            assert_false(
                box_overlaps(drawing.links.items[i].label_box, drawing.links.items[j].label_box));
    }
    drawing_release(&drawing);
}

static void test_label_avoids_a_node_beside_the_middle(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 20, 14, NODE_NONE);
    toy_node(&drawing, 200, 0, 20, 14, NODE_NONE);
    toy_node(&drawing, 100, 12, 40, 14, NODE_NONE);
    toy_node(&drawing, 100, -12, 40, 14, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 24);
    labels_place(&drawing, false);
    for (size_t i = 0; i < drawing.nodes.count; i++)
        assert_false(
            box_overlaps(drawing.links.items[0].label_box, drawing.nodes.items[i].outline.box));
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_label_stands_beside_its_line),
        cmocka_unit_test(test_labels_of_parallel_lines_keep_apart),
        cmocka_unit_test(test_label_avoids_a_node_beside_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
