/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place_variant.h"

#include "toy_drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void add_frame(struct drawing *drawing, bool is_hull)
{
    struct frame frame = {
        .name = TEXT("Region"), .style = style_of_region(theme_default(), 0), .is_hull = is_hull};
    frame.label_box = (struct box){0, 0, 32, 8};
    list_push(&drawing->frames, frame);
}

/* Two regions of three nodes each, and one node between them that is in none. */
static void init_regions(struct drawing *drawing)
{
    drawing_init(drawing);
    for (size_t i = 0; i < 6; i++) {
        double side = i < 3 ? 0 : 300;
        toy_node(drawing, side + 60 + 50 * (double)(i % 2), 60 + 40 * (double)(i % 3), 40, 16,
                 i / 3);
    }
    toy_node(drawing, 240, 100, 40, 16, NODE_NONE);
    add_frame(drawing, true);
    add_frame(drawing, true);
    toy_link(drawing, 0, 3, 0, 0);
    toy_link(drawing, 2, 6, 1, 0);
    drawing->page_width = 500;
}

static void test_hull_holds_its_own_nodes_and_no_others(void **state)
{
    struct drawing drawing;
    (void)state;
    init_regions(&drawing);
    place_hulls(&drawing);
    for (size_t i = 0; i < drawing.frames.count; i++)
        for (size_t j = 0; j < drawing.nodes.count; j++) {
            const struct point_list *hull = &drawing.frames.items[i].hull;
            struct box box = drawing.nodes.items[j].outline.box;
            struct point corners[] = {{box.left, box.top},
                                      {box.right, box.top},
                                      {box.right, box.bottom},
                                      {box.left, box.bottom}};
            for (size_t k = 0; k < 4; k++)
                assert_int_equal(polygon_contains(hull, corners[k]),
                                 drawing.nodes.items[j].region == i);
        }
    drawing_release(&drawing);
}

static void check_label(const struct drawing *drawing, const struct frame *frame)
{
    assert_true(fabs(box_width(frame->label_box) - 32) < 1e-9);
    assert_true(fabs(box_height(frame->label_box) - 8) < 1e-9);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        assert_false(box_overlaps(frame->label_box, drawing->nodes.items[i].outline.box));
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct point_list *path = &drawing->links.items[i].path;
        for (size_t j = 1; j < path->count; j++)
            assert_false(segment_meets_box(path->items[j - 1], path->items[j], frame->label_box));
    }
}

static void test_names_of_hulls_stand_beside_them_and_on_nothing(void **state)
{
    struct drawing drawing;
    (void)state;
    init_regions(&drawing);
    place_hulls(&drawing);
    for (size_t i = 0; i < 2; i++) {
        const struct frame *frame = &drawing.frames.items[i];
        check_label(&drawing, frame);
        assert_false(polygon_meets_box(&frame->hull, frame->label_box));
        struct box near = box_grow(frame->outline.box, 30);
        assert_true(box_contains(near, box_centre(frame->label_box)));
    }
    assert_false(
        box_overlaps(drawing.frames.items[0].label_box, drawing.frames.items[1].label_box));
    drawing_release(&drawing);
}

static void test_name_of_a_hull_leaves_room_for_a_line_above(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 100, 100, 60, 16, 0);
    toy_node(&drawing, 100, 20, 60, 16, NODE_NONE);
    add_frame(&drawing, true);
    drawing.page_width = 300;
    place_hulls(&drawing);
    double above = drawing.frames.items[0].label_box.bottom;
    assert_true(above < 92);
    toy_link(&drawing, 0, 1, 0, 0);
    place_hulls(&drawing);
    check_label(&drawing, &drawing.frames.items[0]);
    drawing_release(&drawing);
}

static void test_hull_of_one_node_is_its_box_with_a_margin(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 100, 100, 60, 16, 0);
    add_frame(&drawing, true);
    place_hulls(&drawing);
    assert_int_equal(drawing.frames.items[0].hull.count, 4);
    assert_true(box_width(drawing.frames.items[0].outline.box) > 60);
    assert_true(box_width(drawing.frames.items[0].outline.box) < 80);
    drawing_release(&drawing);
}

static void test_frame_holds_its_nodes_with_room_for_the_name(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 60, 60, 40, 16, 0);
    toy_node(&drawing, 160, 120, 40, 16, 0);
    toy_node(&drawing, 300, 60, 40, 16, NODE_NONE);
    add_frame(&drawing, false);
    toy_link(&drawing, 0, 1, 0, 0);
    toy_link(&drawing, 0, 2, 0, 0);
    place_frame(&drawing);
    const struct frame *frame = &drawing.frames.items[0];
    struct box inside = box_grow(frame->outline.box, -6);
    for (size_t i = 0; i < 2; i++) {
        struct box box = drawing.nodes.items[i].outline.box;
        assert_true(box_contains(inside, (struct point){box.left, box.top}));
        assert_true(box_contains(inside, (struct point){box.right, box.bottom}));
    }
    assert_false(box_overlaps(frame->outline.box, drawing.nodes.items[2].outline.box));
    check_label(&drawing, frame);
    assert_true(frame->label_box.left >= frame->outline.box.left &&
                frame->label_box.right <= frame->outline.box.right &&
                frame->label_box.top >= frame->outline.box.top &&
                frame->label_box.bottom <= frame->outline.box.bottom);
    drawing_release(&drawing);
}

static void test_frame_is_wide_enough_for_its_name(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 60, 60, 20, 16, 0);
    add_frame(&drawing, false);
    drawing.frames.items[0].label_box.right = 150;
    place_frame(&drawing);
    const struct frame *frame = &drawing.frames.items[0];
    assert_true(frame->label_box.left >= frame->outline.box.left);
    assert_true(frame->label_box.right <= frame->outline.box.right);
    drawing_release(&drawing);
}

static void test_drawings_without_frames_stay_as_they_are(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    place_frame(&drawing);
    place_hulls(&drawing);
    toy_node(&drawing, 60, 60, 20, 16, NODE_NONE);
    add_frame(&drawing, true);
    place_frame(&drawing);
    assert_true(box_width(drawing.frames.items[0].outline.box) == 0);
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hull_holds_its_own_nodes_and_no_others),
        cmocka_unit_test(test_names_of_hulls_stand_beside_them_and_on_nothing),
        cmocka_unit_test(test_name_of_a_hull_leaves_room_for_a_line_above),
        cmocka_unit_test(test_hull_of_one_node_is_its_box_with_a_margin),
        cmocka_unit_test(test_frame_holds_its_nodes_with_room_for_the_name),
        cmocka_unit_test(test_frame_is_wide_enough_for_its_name),
        cmocka_unit_test(test_drawings_without_frames_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
