/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance) \
    assert_true(fabs((value) - (expected)) <= (tolerance))

static const struct node_style plain = {.border_width = 2};

static int open_fonts(void **state)
{
    struct error error = {0};

    (void)state;
    return font_open(&error) ? 0 : 1;
}

static int close_fonts(void **state)
{
    (void)state;
    font_close();
    return 0;
}

/* Two boxes 100 pt apart, a bulging link with a label, a frame around one of them. */
static void make_drawing(struct drawing *drawing)
{
    struct node node = {.style = &plain, .outline = {{0, 0, 40, 20}, 5}};
    struct link link = {.from = 0, .to = 1, .has_label = true, .label_box = {60, -40, 80, -33}};
    struct frame frame = {.outline = {{-10, -10, 50, 30}, 8}, .label = {.text = TEXT("Libya")}};

    drawing_init(drawing);
    list_push(&node.lines, (struct text_line){.text = TEXT("A"), .size = 7, .x = 4, .y = 9});
    list_push(&drawing->nodes, node);
    node.lines = (struct text_line_list){0};
    node.outline.box = box_move(node.outline.box, 100, 0);
    list_push(&drawing->nodes, node);
    list_push(&link.path, (struct point){20, 0});
    list_push(&link.path, (struct point){20, -40});
    list_push(&link.path, (struct point){120, -40});
    list_push(&link.path, (struct point){120, 0});
    list_push(&drawing->links, link);
    frame.label_box = (struct box){-5, -16, 20, -12};
    list_push(&drawing->frames, frame);
    list_push(&drawing->texts, (struct text_line){.text = TEXT("T"), .size = 11, .x = 3, .y = 4});
}

static void test_content_covers_nodes_links_labels_and_frames(void **state)
{
    struct drawing drawing;
    struct box content;

    (void)state;
    make_drawing(&drawing);
    content = drawing_measure_content(&drawing);
    assert_near(content.left, -10, 1e-9);  /* frame */
    assert_near(content.right, 141, 1e-9); /* second node with half its border */
    assert_near(content.top, -40, 1e-9);   /* link label; the curve itself reaches -30 */
    assert_near(content.bottom, 30, 1e-9);
    assert_near(drawing.content.right, content.right, 0);
    drawing_release(&drawing);
}

static void test_content_of_nothing_is_empty(void **state)
{
    struct drawing drawing;

    (void)state;
    drawing_init(&drawing);
    assert_near(box_width(drawing_measure_content(&drawing)), 0, 0);
    drawing_release(&drawing);
}

static void test_moving_shifts_boxes_but_not_relative_lines(void **state)
{
    struct drawing drawing;

    (void)state;
    make_drawing(&drawing);
    drawing_move(&drawing, 10, 20);
    assert_near(drawing.nodes.items[0].outline.box.left, 10, 1e-9);
    assert_near(drawing.nodes.items[0].lines.items[0].x, 4, 1e-9);
    assert_near(drawing.links.items[0].path.items[1].y, -20, 1e-9);
    assert_near(drawing.links.items[0].label_box.top, -20, 1e-9);
    assert_near(drawing.frames.items[0].outline.box.top, 10, 1e-9);
    assert_near(drawing.texts.items[0].x, 3, 1e-9);
    drawing_release(&drawing);
}

static void test_scaling_shrinks_places_and_letters(void **state)
{
    struct drawing drawing;

    (void)state;
    make_drawing(&drawing);
    drawing_scale(&drawing, 0.5);
    assert_near(drawing.nodes.items[1].outline.box.left, 50, 1e-9);
    assert_near(drawing.nodes.items[0].outline.radius, 2.5, 1e-9);
    assert_near(drawing.nodes.items[0].lines.items[0].size, 3.5, 1e-9);
    assert_near(drawing.nodes.items[0].lines.items[0].y, 4.5, 1e-9);
    assert_near(drawing.texts.items[0].size, 5.5, 1e-9);
    assert_near(drawing.scale, 0.5, 1e-9);
    drawing_release(&drawing);
}

static void test_text_box_stands_on_its_baseline(void **state)
{
    struct text_line line = {.size = 10, .width = 30, .x = 5, .y = 50};
    struct box box = text_line_box(&line);

    (void)state;
    assert_near(box.left, 5, 1e-9);
    assert_near(box.right, 35, 1e-9);
    assert_true(box.top < 43.5 && box.top > 41);
    assert_true(box.bottom > 51 && box.bottom < 53);
}

static void test_bars_strokes_and_captions_belong_to_the_content(void **state)
{
    struct drawing drawing;

    (void)state;
    drawing_init(&drawing);
    list_push(&drawing.bars, (struct bar){.box = {10, 10, 30, 20}, .radius = 2});
    list_push(&drawing.strokes, (struct stroke){.from = {5, 0}, .to = {5, 50}});
    list_push(&drawing.captions,
              (struct text_line){.text = TEXT("2014"), .size = 6, .width = 15, .x = 60, .y = 40});
    struct box content = drawing_measure_content(&drawing);
    assert_near(content.left, 5, 1e-9);
    assert_near(content.right, 75, 1e-9);
    assert_near(content.bottom, 50, 1e-9);
    drawing_move(&drawing, 100, 0);
    drawing_scale(&drawing, 0.5);
    assert_near(drawing.bars.items[0].box.left, 55, 1e-9);
    assert_near(drawing.bars.items[0].radius, 1, 1e-9);
    assert_near(drawing.strokes.items[0].to.y, 25, 1e-9);
    assert_near(drawing.captions.items[0].x, 80, 1e-9);
    assert_near(drawing.captions.items[0].size, 3, 1e-9);
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_content_covers_nodes_links_labels_and_frames),
        cmocka_unit_test(test_content_of_nothing_is_empty),
        cmocka_unit_test(test_moving_shifts_boxes_but_not_relative_lines),
        cmocka_unit_test(test_scaling_shrinks_places_and_letters),
        cmocka_unit_test(test_text_box_stands_on_its_baseline),
        cmocka_unit_test(test_bars_strokes_and_captions_belong_to_the_content),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
