/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/legibility.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance) \
    assert_true(fabs((value) - (expected)) <= (tolerance))

static const struct node_style plain = {.border_width = 1};
static const struct link_style thin = {.name = "thin", .width = 1};
static const struct link_style two_lines = {.name = "two", .width = 0.8, .is_double = true};
static const struct link_style barred = {.name = "bar", .width = 1.5, .head = HEAD_TEE};

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

static void add_node(struct drawing *drawing, double x, double y, const char *name)
{
    struct node node = {.style = &plain, .label = text_from(name), .region = NODE_NONE};
    struct text_line line = {.text = node.label, .role = TEXT_NODE, .size = 7, .x = 5, .y = 12};

    line.width = 30;
    node.outline.box = box_around((struct point){x, y}, 40, 20);
    list_push(&node.lines, line);
    list_push(&drawing->nodes, node);
}

static struct link *add_link(struct drawing *drawing, size_t from, size_t to,
                             const struct link_style *style)
{
    struct link link = {.from = from, .to = to, .style = style};
    struct outline start = drawing->nodes.items[from].outline;
    struct outline end = drawing->nodes.items[to].outline;

    path_set_straight(&link.path, box_centre(start.box), box_centre(end.box));
    path_clip(&link.path, start, end);
    list_push(&drawing->links, link);
    return &drawing->links.items[drawing->links.count - 1];
}

/* A label of 20 by about 5 points with its left top corner there. */
static void add_label(struct link *link, double left, double top)
{
    struct text_line line = {.text = TEXT("2015"), .role = TEXT_LINK, .size = 5.5, .width = 20};

    line.y = line.size * font_ascent();
    link->has_label = true;
    link->label_box = (struct box){left, top, left + 20, top + 5.5};
    list_push(&link->label, line);
}

/* Nodes at the corners of a rectangle of 200 by 100. */
static void make_square(struct drawing *drawing)
{
    drawing_init(drawing);
    drawing->type = TEXT("region");
    add_node(drawing, 0, 0, "north-west");
    add_node(drawing, 200, 0, "north-east");
    add_node(drawing, 0, 100, "south-west");
    add_node(drawing, 200, 100, "south-east");
}

static struct legibility measure(struct drawing *drawing)
{
    struct legibility result;

    legibility_measure(drawing, &result);
    drawing_release(drawing);
    return result;
}

static void test_orderly_figure_passes(void **state)
{
    struct drawing drawing;
    struct legibility result;

    (void)state;
    make_square(&drawing);
    add_label(add_link(&drawing, 0, 1, &thin), 90, -8);
    add_link(&drawing, 0, 2, &two_lines);
    result = measure(&drawing);
    assert_true(legibility_passes(&result));
    assert_near(result.smallest_node_text, 7, 1e-9);
    assert_near(result.smallest_other_text, 5.5, 1e-9);
    assert_near(result.longest_detour, 1, 1e-6);
}

static void test_overlapping_nodes_and_their_texts_are_counted(void **state)
{
    struct drawing drawing;
    struct legibility result;

    (void)state;
    make_square(&drawing);
    add_node(&drawing, 10, 2, "intruder");
    result = measure(&drawing);
    assert_int_equal(result.node_overlaps, 1);
    assert_int_equal(result.text_overlaps, 1);
    assert_int_equal(result.text_on_node, 2);
    assert_false(legibility_passes(&result));
}

static void test_touching_nodes_do_not_overlap(void **state)
{
    struct drawing drawing;

    (void)state;
    make_square(&drawing);
    add_node(&drawing, 40, 0, "neighbour");
    assert_int_equal(measure(&drawing).node_overlaps, 0);
}

static void test_line_through_a_foreign_node_is_counted(void **state)
{
    struct drawing drawing;

    (void)state;
    make_square(&drawing);
    add_node(&drawing, 100, 0, "between");
    add_link(&drawing, 0, 1, &thin);
    add_link(&drawing, 2, 3, &thin);
    assert_int_equal(measure(&drawing).links_through_nodes, 1);
}

static void test_own_line_strikes_its_label(void **state)
{
    struct drawing drawing;

    (void)state;
    make_square(&drawing);
    add_label(add_link(&drawing, 0, 1, &thin), 90, -3);
    assert_int_equal(measure(&drawing).labels_struck, 1);
}

static void test_double_line_strikes_what_a_single_one_misses(void **state)
{
    struct drawing drawing;

    (void)state;
    make_square(&drawing);
    add_label(add_link(&drawing, 0, 1, &thin), 90, 0.8);
    assert_int_equal(measure(&drawing).labels_struck, 0);
    make_square(&drawing);
    add_label(add_link(&drawing, 0, 1, &two_lines), 90, 0.8);
    assert_int_equal(measure(&drawing).labels_struck, 1);
}

static void test_head_strikes_a_label_that_its_line_misses(void **state)
{
    struct drawing drawing;

    (void)state;
    make_square(&drawing);
    add_label(add_link(&drawing, 0, 1, &thin), 158, 1.2);
    assert_int_equal(measure(&drawing).labels_struck, 0);
    make_square(&drawing);
    add_label(add_link(&drawing, 0, 1, &barred), 159.5, 1.2);
    assert_int_equal(measure(&drawing).labels_struck, 1);
}

static void test_label_on_a_node_and_on_a_label(void **state)
{
    struct drawing drawing;
    struct legibility result;

    (void)state;
    make_square(&drawing);
    add_label(add_link(&drawing, 0, 1, &thin), 30, 20);
    add_label(add_link(&drawing, 2, 3, &thin), 40, 22);
    drawing.links.items[0].path.count = drawing.links.items[1].path.count = 0;
    add_node(&drawing, 60, 34, "below");
    result = measure(&drawing);
    assert_int_equal(result.text_overlaps, 1);
    assert_int_equal(result.text_on_node, 2);
}

static void test_page_texts_count_too(void **state)
{
    struct drawing drawing;
    struct legibility result;
    struct text_line title = {
        .text = TEXT("Title"), .role = TEXT_TITLE, .size = 11, .width = 60, .x = -20, .y = 5};

    (void)state;
    make_square(&drawing);
    list_push(&drawing.texts, title);
    result = measure(&drawing);
    assert_int_equal(result.text_on_node, 1);
    assert_int_equal(result.text_overlaps, 1);
}

static void test_items_off_the_page_are_counted_once_there_is_a_page(void **state)
{
    struct drawing drawing;

    (void)state;
    make_square(&drawing);
    assert_int_equal(measure(&drawing).off_page, 0);
    make_square(&drawing);
    drawing_move(&drawing, 20, 10);
    drawing.page_width = 240;
    drawing.page_height = 115;
    assert_int_equal(measure(&drawing).off_page, 2); /* both southern nodes */
}

static void test_crossings_leave_out_shared_ends(void **state)
{
    struct drawing drawing;
    struct legibility result;

    (void)state;
    make_square(&drawing);
    add_link(&drawing, 0, 3, &thin);
    add_link(&drawing, 1, 2, &thin);
    add_link(&drawing, 0, 1, &thin);
    result = measure(&drawing);
    assert_int_equal(result.crossings, 1);
    assert_near(result.crossings_per_link, 1.0 / 3, 1e-9);
}

static void test_lines_on_each_other_are_counted(void **state)
{
    struct drawing drawing;
    struct legibility result;

    (void)state;
    make_square(&drawing);
    add_link(&drawing, 0, 3, &thin);
    add_link(&drawing, 0, 3, &thin);
    add_link(&drawing, 1, 2, &thin); /* crosses both but runs along neither */
    result = measure(&drawing);
    assert_int_equal(result.coincidences, 1);
    make_square(&drawing);
    add_link(&drawing, 0, 3, &thin);
    add_link(&drawing, 0, 3, &thin);
    for (size_t i = 0; i < drawing.links.items[1].path.count; i++) {
        drawing.links.items[1].path.items[i].y += 4;
    }
    assert_int_equal(measure(&drawing).coincidences, 0);
}

static void test_small_text_fails(void **state)
{
    struct drawing drawing;
    struct legibility result;

    (void)state;
    make_square(&drawing);
    drawing.nodes.items[2].lines.items[0].size = 5.9;
    result = measure(&drawing);
    assert_near(result.smallest_node_text, 5.9, 1e-9);
    assert_false(legibility_passes(&result));
}

static void test_nodes_in_foreign_frames_intrude(void **state)
{
    struct drawing drawing;
    struct frame frame = {.outline = {{-30, -20, 30, 120}, 6}};

    (void)state;
    make_square(&drawing);
    drawing.nodes.items[0].region = 0;
    list_push(&drawing.frames, frame);
    assert_int_equal(measure(&drawing).intrusions, 1); /* the south-western node */
}

static void test_table_names_the_offenders(void **state)
{
    struct drawing drawing;
    struct legibility result;
    struct buffer buffer = {0};

    (void)state;
    make_square(&drawing);
    add_node(&drawing, 100, 0, "between");
    add_link(&drawing, 0, 1, &thin);
    legibility_measure(&drawing, &result);
    legibility_write(&drawing, &result, &buffer);
    assert_non_null(strstr(buffer.at, "FAIL"));
    assert_non_null(strstr(buffer.at, "north-west to north-east (thin) through between\n"));
    assert_null(strstr(buffer.at, "overlap:"));
    buffer_release(&buffer);
    drawing_release(&drawing);
}

static void test_empty_drawing_passes(void **state)
{
    struct drawing drawing;
    struct legibility result;

    (void)state;
    drawing_init(&drawing);
    result = measure(&drawing);
    assert_true(legibility_passes(&result));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_orderly_figure_passes),
        cmocka_unit_test(test_overlapping_nodes_and_their_texts_are_counted),
        cmocka_unit_test(test_touching_nodes_do_not_overlap),
        cmocka_unit_test(test_line_through_a_foreign_node_is_counted),
        cmocka_unit_test(test_own_line_strikes_its_label),
        cmocka_unit_test(test_double_line_strikes_what_a_single_one_misses),
        cmocka_unit_test(test_head_strikes_a_label_that_its_line_misses),
        cmocka_unit_test(test_label_on_a_node_and_on_a_label),
        cmocka_unit_test(test_page_texts_count_too),
        cmocka_unit_test(test_items_off_the_page_are_counted_once_there_is_a_page),
        cmocka_unit_test(test_crossings_leave_out_shared_ends),
        cmocka_unit_test(test_lines_on_each_other_are_counted),
        cmocka_unit_test(test_small_text_fails),
        cmocka_unit_test(test_nodes_in_foreign_frames_intrude),
        cmocka_unit_test(test_table_names_the_offenders),
        cmocka_unit_test(test_empty_drawing_passes),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
