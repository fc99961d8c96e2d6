/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/marks.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance) \
    assert_true(fabs((value) - (expected)) <= (tolerance))

static const struct node_style plain_node = {.border_width = 1};
static const struct link_style arrow = {.name = "arrow", .width = 1.25, .head = HEAD_ARROW};
static const struct link_style both = {
    .name = "both", .width = 1.5, .head = HEAD_TEE, .tail = HEAD_TEE};
static const struct link_style two_lines = {.name = "double", .width = 0.8, .is_double = true};

/* Two boxes of 40 by 20, their centres (0, 0) and (x, y), with a straight link of the style. */
static void make_pair(struct drawing *drawing, const struct link_style *style, double x, double y)
{
    struct node node = {.style = &plain_node};
    struct link link = {.from = 0, .to = 1, .style = style};

    drawing_init(drawing);
    drawing->type = TEXT("region");
    node.outline.box = box_around((struct point){0, 0}, 40, 20);
    list_push(&drawing->nodes, node);
    node.outline.box = box_around((struct point){x, y}, 40, 20);
    list_push(&drawing->nodes, node);
    path_set_straight(&link.path, (struct point){0, 0}, (struct point){x, y});
    path_clip(&link.path, drawing->nodes.items[0].outline, drawing->nodes.items[1].outline);
    list_push(&drawing->links, link);
}

static struct point last_point(const struct point_list *path)
{
    return path->items[path->count - 1];
}

static void test_head_keeps_off_the_border(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &arrow, 100, 0);
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_int_equal(marks.head_count, 1);
    assert_int_equal(marks.stroke_count, 1);
    assert_near(marks.heads[0].points[0].x, 80 - 0.5 - 0.6, 0.01);
    assert_near(marks.strokes[0].items[0].x, 20, 0.01); /* no tail: up to the border */
    assert_near(last_point(&marks.strokes[0]).x, 78.9 - head_trim(HEAD_ARROW, 1.25, false), 0.02);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_possible_link_is_thinner_and_hollow(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &arrow, 100, 0);
    drawing.links.items[0].possible = true;
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_near(marks.width, 1.25 * 0.75, 1e-9);
    assert_false(marks.heads[0].is_filled);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_links_of_hubs_are_thinner_in_an_overview(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &arrow, 100, 0);
    drawing.nodes.items[1].hub = true;
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_near(marks.width, 1.25, 1e-9);
    drawing.type = TEXT("overview");
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_near(marks.width, 1.25 * 0.75, 1e-9);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_heads_shrink_on_a_short_link(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &both, 44, 0);
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    for (size_t i = 0; i < 2; i++) {
        struct box box = head_shape_box(&marks.heads[i]);

        assert_true(box.left >= 20 && box.right <= 24);
    }
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_double_line_reaches_both_borders_at_a_slant(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &two_lines, 100, 60);
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_int_equal(marks.stroke_count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_near(marks.strokes[i].items[0].y, 10, 0.02);
        assert_near(last_point(&marks.strokes[i]).y, 50, 0.02);
    }
    assert_near(point_segment_distance(marks.strokes[0].items[0], (struct point){0, 0},
                                       (struct point){100, 60}),
                link_marks_spread(&two_lines), 0.01);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_slashes_keep_clear_of_the_label(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};
    struct link *link;

    (void)state;
    make_pair(&drawing, &arrow, 140, 0);
    link = &drawing.links.items[0];
    link->contested = true;
    link_marks_make(&marks, &drawing, link);
    assert_int_equal(marks.slash_count, 2);
    assert_near((marks.slashes[0][0].x + marks.slashes[1][1].x) / 2, 70, 0.01);
    link->has_label = true;
    link->label_box = (struct box){60, -8, 80, -1};
    link_marks_make(&marks, &drawing, link);
    assert_true(marks.slashes[1][1].x < 60 || marks.slashes[0][0].x > 80);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_link_without_a_path_has_no_marks(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &both, 100, 0);
    drawing.links.items[0].path.count = 0;
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_int_equal(marks.stroke_count + marks.head_count + marks.slash_count, 0);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_sample_fills_its_box(void **state)
{
    struct link_marks marks = {0};
    struct box box = {10, 20, 42, 28};
    struct box ends;

    (void)state;
    link_marks_make_sample(&marks, &both, false, false, EMPHASIS_NORMAL, box);
    ends = box_union(head_shape_box(&marks.heads[0]), head_shape_box(&marks.heads[1]));
    assert_near(ends.left, 10, 1);
    assert_near(ends.right, 42, 1);
    assert_near(box_centre(ends).y, 24, 1e-6);
    link_marks_release(&marks);
}

static void test_badge_lies_on_the_line_and_clear_of_the_label(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &arrow, 100, 0);
    struct link *link = &drawing.links.items[0];
    link_marks_make(&marks, &drawing, link);
    assert_int_equal(marks.badge_count, 0);
    assert_int_equal(marks.emphasis, EMPHASIS_NORMAL);
    link->emphasis = EMPHASIS_GAINED;
    link_marks_make(&marks, &drawing, link);
    assert_int_equal(marks.badge_count, 2);
    assert_near(marks.badge_centre.x, 50, 0.1);
    assert_near(marks.badge_centre.y, 0, 0.01);
    for (size_t i = 0; i < marks.badge_count; i++)
        for (size_t k = 0; k < 2; k++)
            assert_true(point_distance(marks.badge[i][k], marks.badge_centre) < marks.badge_radius);
    link->has_label = true;
    link->label_box = box_around((struct point){50, 0}, 10, 6);
    link_marks_make(&marks, &drawing, link);
    assert_true(fabs(marks.badge_centre.x - 50) > 5 + marks.badge_radius);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_the_ground_is_thin_and_grey(void **state)
{
    struct drawing drawing;
    struct link_marks marks = {0};

    (void)state;
    make_pair(&drawing, &both, 100, 0);
    drawing.links.items[0].emphasis = EMPHASIS_SAME;
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_true(emphasis_is_grey(marks.emphasis));
    assert_near(marks.width, emphasis_look(EMPHASIS_SAME)->line_width, 0.001);
    assert_int_equal(marks.head_count, 2);
    drawing.links.items[0].emphasis = EMPHASIS_LOST;
    link_marks_make(&marks, &drawing, &drawing.links.items[0]);
    assert_false(emphasis_is_grey(marks.emphasis));
    assert_true(marks.width < both.width);
    link_marks_release(&marks);
    drawing_release(&drawing);
}

static void test_head_keeps_off_a_heavy_outline(void **state)
{
    struct node node = {.style = &plain_node};

    (void)state;
    const double plain = link_marks_gap(&node);
    node.emphasis = EMPHASIS_NEW;
    assert_near(link_marks_gap(&node) - plain, emphasis_look(EMPHASIS_NEW)->border_added / 2,
                0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head_keeps_off_the_border),
        cmocka_unit_test(test_badge_lies_on_the_line_and_clear_of_the_label),
        cmocka_unit_test(test_the_ground_is_thin_and_grey),
        cmocka_unit_test(test_head_keeps_off_a_heavy_outline),
        cmocka_unit_test(test_possible_link_is_thinner_and_hollow),
        cmocka_unit_test(test_links_of_hubs_are_thinner_in_an_overview),
        cmocka_unit_test(test_heads_shrink_on_a_short_link),
        cmocka_unit_test(test_double_line_reaches_both_borders_at_a_slant),
        cmocka_unit_test(test_slashes_keep_clear_of_the_label),
        cmocka_unit_test(test_link_without_a_path_has_no_marks),
        cmocka_unit_test(test_sample_fills_its_box),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
