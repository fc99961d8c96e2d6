/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/route.h"

#include "toy_drawing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Both ways of routing keep the same promises. */
static void route(struct drawing *drawing, bool around)
{
    struct error error = {0};
    if (around)
        assert_true(route_around(drawing, &error));
    else
        route_straight(drawing);
}

static double length_of(const struct point_list *path)
{
    struct point_list line = {0};
    path_flatten(path, 0.05, &line);
    double length = polyline_length(&line);
    list_release(&line);
    return length;
}

static struct point middle_of(const struct point_list *path)
{
    struct point_list line = {0};
    path_flatten(path, 0.05, &line);
    struct point middle = polyline_at(&line, polyline_length(&line) / 2, NULL);
    list_release(&line);
    return middle;
}

static bool passes_through(const struct point_list *path, struct box box)
{
    struct point_list line = {0};
    bool through = false;
    path_flatten(path, 0.05, &line);
    for (size_t i = 1; i < line.count; i++)
        through |= segment_meets_box(line.items[i - 1], line.items[i], box);
    list_release(&line);
    return through;
}

static double distance_to_box(struct point point, struct box box)
{
    double dx = fmax(0, fmax(box.left - point.x, point.x - box.right));
    double dy = fmax(0, fmax(box.top - point.y, point.y - box.bottom));
    double inside = fmin(fmin(point.x - box.left, box.right - point.x),
                         fmin(point.y - box.top, box.bottom - point.y));
    return fmax(hypot(dx, dy), inside);
}

/* Two boxes with that many links between them, every other one backwards. */
static void init_pair(struct drawing *drawing, size_t links, double label_width)
{
    drawing_init(drawing);
    toy_node(drawing, 0, 0, 40, 16, NODE_NONE);
    toy_node(drawing, 200, 90, 40, 16, NODE_NONE);
    for (size_t i = 0; i < links; i++)
        toy_link(drawing, i % 2, 1 - i % 2, i, label_width);
}

static void test_parallel_links_have_paths_of_their_own(void **state)
{
    (void)state;
    for (int around = 0; around < 2; around++)
        for (size_t count = 1; count <= 7; count++) {
            struct drawing drawing;
            init_pair(&drawing, count, 0);
            route(&drawing, around);
            for (size_t i = 0; i < count; i++)
                for (size_t j = 0; j < i; j++)
                    assert_true(point_distance(middle_of(&drawing.links.items[i].path),
                                               middle_of(&drawing.links.items[j].path)) > 4);
            drawing_release(&drawing);
        }
}

static void test_single_link_is_straight(void **state)
{
    (void)state;
    for (int around = 0; around < 2; around++) {
        struct drawing drawing;
        init_pair(&drawing, 1, 0);
        route(&drawing, around);
        const struct point_list *path = &drawing.links.items[0].path;
        double direct = point_distance(path->items[0], path->items[path->count - 1]);
        assert_true(length_of(path) < direct * 1.001);
        drawing_release(&drawing);
    }
}

static void test_fan_of_dated_links_is_as_wide_as_their_labels(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 0, 200, 40, 16, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 24);
    toy_link(&drawing, 0, 1, 1, 24);
    route_straight(&drawing);
    double gap = point_distance(middle_of(&drawing.links.items[0].path),
                                middle_of(&drawing.links.items[1].path));
    assert_true(gap >= 24 && gap < 48);
    drawing_release(&drawing);
}

static void test_bow_leads_past_a_box_in_between(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 200, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 100, 0, 40, 16, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 0);
    route_straight(&drawing);
    assert_true(fabs(middle_of(&drawing.links.items[0].path).y) < 1);
    route_bowed(&drawing);
    assert_true(fabs(middle_of(&drawing.links.items[0].path).y) > 8);
    drawing.nodes.count = 2;
    route_bowed(&drawing); /* nothing in the way: straight */
    assert_true(fabs(middle_of(&drawing.links.items[0].path).y) < 1);
    drawing.nodes.count = 3;
    drawing_release(&drawing);
}

static void test_bend_moves_one_pair_alone(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 200, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 0, 200, 40, 16, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 0);
    toy_link(&drawing, 0, 2, 0, 0);
    route_straight(&drawing);
    route_bend(&drawing, 0, 30);
    assert_true(fabs(fabs(middle_of(&drawing.links.items[0].path).y) - 30) < 2);
    assert_true(fabs(middle_of(&drawing.links.items[1].path).x) < 1);
    drawing_release(&drawing);
}

static void test_labelled_links_stand_at_the_sides_of_their_fan(void **state)
{
    struct drawing drawing;
    double labelled = INFINITY, bare = 0;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 0, 200, 40, 16, NODE_NONE);
    for (size_t i = 0; i < 5; i++)
        toy_link(&drawing, 0, 1, i, i == 1 || i == 2 ? 20 : 0);
    route_straight(&drawing);
    for (size_t i = 0; i < 5; i++) {
        const double off = fabs(middle_of(&drawing.links.items[i].path).x);
        if (drawing.links.items[i].has_label)
            labelled = fmin(labelled, off);
        else
            bare = fmax(bare, off);
    }
    assert_true(labelled > bare + 3);
    drawing_release(&drawing);
}

static void test_fan_spacing_follows_the_direction(void **state)
{
    struct point origin = {0, 0};
    (void)state;
    double across = route_fan_spacing(origin, (struct point){100, 0}, 40, 8);
    double down = route_fan_spacing(origin, (struct point){0, 100}, 40, 8);
    assert_true(across > 8 && across < 20);
    assert_true(down > 40 && down < 60);
    double bare = route_fan_spacing(origin, (struct point){0, 100}, 0, 0);
    assert_true(bare > 4 && bare < across);
    assert_true(isfinite(route_fan_spacing(origin, origin, 40, 8)));
}

static void test_links_end_at_the_outlines_of_their_own_nodes(void **state)
{
    (void)state;
    for (int around = 0; around < 2; around++) {
        struct drawing drawing;
        init_pair(&drawing, 5, 0);
        route(&drawing, around);
        for (size_t i = 0; i < 5; i++) {
            const struct link *link = &drawing.links.items[i];
            struct point start = link->path.items[0];
            struct point end = link->path.items[link->path.count - 1];
            struct box from = drawing.nodes.items[link->from].outline.box;
            struct box to = drawing.nodes.items[link->to].outline.box;
            assert_int_equal(link->path.count % 3, 1);
            assert_true(distance_to_box(start, from) < 2);
            assert_true(distance_to_box(end, to) < 2);
            assert_false(passes_through(&link->path, box_grow(from, -2)));
            assert_false(passes_through(&link->path, box_grow(to, -2)));
        }
        drawing_release(&drawing);
    }
}

/* A wall of boxes between the ends of one link. */
static void test_links_lead_around_foreign_boxes(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 300, 10, 40, 16, NODE_NONE);
    toy_node(&drawing, 100, -10, 40, 40, NODE_NONE);
    toy_node(&drawing, 190, 24, 40, 40, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 0);
    toy_link(&drawing, 1, 0, 1, 0);
    assert_true(passes_through(&drawing.links.items[0].path, drawing.nodes.items[2].outline.box));
    route(&drawing, true);
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 2; j < 4; j++)
            assert_false(
                passes_through(&drawing.links.items[i].path, drawing.nodes.items[j].outline.box));
    drawing_release(&drawing);
}

static void test_fan_narrows_where_boxes_stand_beside_it(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 30, 16, NODE_NONE);
    toy_node(&drawing, 240, 0, 30, 16, NODE_NONE);
    toy_node(&drawing, 120, 17, 60, 16, NODE_NONE);
    toy_node(&drawing, 120, -17, 60, 16, NODE_NONE);
    for (size_t i = 0; i < 4; i++)
        toy_link(&drawing, 0, 1, i, 0);
    route_straight(&drawing);
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 2; j < 4; j++)
            assert_false(
                passes_through(&drawing.links.items[i].path, drawing.nodes.items[j].outline.box));
    drawing_release(&drawing);
}

static void test_pinned_corner_does_not_move_the_paths(void **state)
{
    struct drawing drawing;
    struct error error = {0};
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 1000, 500, 40, 16, NODE_NONE);
    toy_node(&drawing, 1200, 700, 40, 16, NODE_NONE);
    toy_link(&drawing, 0, 1, 0, 0);
    assert_true(route_around(&drawing, &error));
    assert_true(point_distance(middle_of(&drawing.links.items[0].path), (struct point){1100, 600}) <
                3);
    drawing_release(&drawing);
}

static void test_degenerate_drawings_do_no_harm(void **state)
{
    (void)state;
    for (int around = 0; around < 2; around++) {
        struct drawing drawing;
        drawing_init(&drawing);
        route(&drawing, around);
        toy_node(&drawing, 0, 0, 40, 16, NODE_NONE);
        route(&drawing, around);
        toy_node(&drawing, 300, 0, 40, 16, NODE_NONE);
        route(&drawing, around);
        toy_link(&drawing, 0, 0, 0, 0);
        route(&drawing, around);
        for (size_t i = 0; i < drawing.links.items[0].path.count; i++)
            assert_true(isfinite(drawing.links.items[0].path.items[i].x));
        drawing_release(&drawing);
    }
}

/* Boxes that touch cannot be routed around; the links are then straight. */
static void test_links_stay_when_nothing_can_be_routed(void **state)
{
    struct drawing drawing;
    struct error error = {0};
    (void)state;
    drawing_init(&drawing);
    toy_node(&drawing, 0, 0, 40, 16, NODE_NONE);
    toy_node(&drawing, 20, 4, 40, 16, NODE_NONE);
    toy_node(&drawing, 200, 0, 40, 16, NODE_NONE);
    toy_link(&drawing, 0, 2, 0, 0);
    bool good = route_around(&drawing, &error);
    assert_int_equal(good, !error_is_set(&error));
    assert_true(drawing.links.items[0].path.count >= 4);
    drawing_release(&drawing);
}

static void test_many_boxes_are_not_led_around(void **state)
{
    struct drawing drawing;
    struct error error = {0};
    (void)state;
    drawing_init(&drawing);
    for (int i = 0; i < 251; i++)
        toy_node(&drawing, 40.0 * i, 0, 20, 10, NODE_NONE);
    toy_link(&drawing, 0, 250, 0, 0);
    list_release(&drawing.links.items[0].path);
    assert_false(route_around(&drawing, &error));
    assert_string_equal(error.message, "leading 1 lines around 251 boxes takes too long");
    assert_int_equal(drawing.links.items[0].path.count, 4);
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parallel_links_have_paths_of_their_own),
        cmocka_unit_test(test_single_link_is_straight),
        cmocka_unit_test(test_fan_of_dated_links_is_as_wide_as_their_labels),
        cmocka_unit_test(test_bow_leads_past_a_box_in_between),
        cmocka_unit_test(test_bend_moves_one_pair_alone),
        cmocka_unit_test(test_labelled_links_stand_at_the_sides_of_their_fan),
        cmocka_unit_test(test_fan_spacing_follows_the_direction),
        cmocka_unit_test(test_links_end_at_the_outlines_of_their_own_nodes),
        cmocka_unit_test(test_links_lead_around_foreign_boxes),
        cmocka_unit_test(test_fan_narrows_where_boxes_stand_beside_it),
        cmocka_unit_test(test_pinned_corner_does_not_move_the_paths),
        cmocka_unit_test(test_degenerate_drawings_do_no_harm),
        cmocka_unit_test(test_links_stay_when_nothing_can_be_routed),
        cmocka_unit_test(test_many_boxes_are_not_led_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
