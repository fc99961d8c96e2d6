/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/path.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance) \
    assert_true(fabs((value) - (expected)) <= (tolerance))

/* Control points of a quarter circle of radius 100 (Riskus 2006: k = 0.5522847498). */
static const struct point quarter[] = {{100, 0}, {100, 55.22847498}, {55.22847498, 100}, {0, 100}};

static struct point_list path_of(const struct point *points, size_t count)
{
    struct point_list path = {0};

    for (size_t i = 0; i < count; i++) {
        list_push(&path, points[i]);
    }
    return path;
}

static struct outline box_at(double x, double y, double width, double height, double radius)
{
    return (struct outline){box_around((struct point){x, y}, width, height), radius};
}

static void test_flattening_stays_within_tolerance(void **state)
{
    struct point_list path = path_of(quarter, 4);
    struct point_list polyline = {0};

    (void)state;
    path_flatten(&path, 0.05, &polyline);
    assert_true(polyline.count > 5);
    for (size_t i = 1; i < polyline.count; i++) {
        struct point a = polyline.items[i - 1];
        struct point b = polyline.items[i];

        assert_near(hypot((a.x + b.x) / 2, (a.y + b.y) / 2), 100, 0.1);
    }
    assert_near(polyline.items[polyline.count - 1].y, 100, 1e-12);
    list_release(&path);
    list_release(&polyline);
}

static void test_straight_path_flattens_to_two_points(void **state)
{
    struct point_list path = {0};
    struct point_list polyline = {0};

    (void)state;
    path_flatten(&path, 0.5, &polyline);
    assert_int_equal(polyline.count, 0);
    path_set_straight(&path, (struct point){0, 0}, (struct point){30, 40});
    path_flatten(&path, 0.5, &polyline);
    assert_int_equal(polyline.count, 2);
    assert_near(polyline_length(&polyline), 50, 1e-9);
    list_release(&path);
    list_release(&polyline);
}

static void test_arc_length_of_a_quarter_circle(void **state)
{
    struct point_list path = path_of(quarter, 4);

    (void)state;
    assert_near(path_length(&path), 157.08, 0.05);
    list_release(&path);
}

static void test_polyline_at_gives_point_and_direction(void **state)
{
    static const struct point corners[] = {{0, 0}, {10, 0}, {10, 0}, {10, 10}};
    struct point_list polyline = path_of(corners, 4);
    struct point direction;
    struct point found = polyline_at(&polyline, 15, &direction);

    (void)state;
    assert_near(found.x, 10, 1e-12);
    assert_near(found.y, 5, 1e-12);
    assert_near(direction.y, 1, 1e-12);
    found = polyline_at(&polyline, 100, &direction);
    assert_near(found.y, 10, 1e-12);
    list_release(&polyline);
}

static void test_trim_cuts_both_ends_by_arc_length(void **state)
{
    struct point_list path = path_of(quarter, 4);

    (void)state;
    path_trim(&path, 20, 30);
    assert_near(path_length(&path), 157.08 - 50, 0.1);
    assert_near(path.items[0].x, 100 * cos(0.2), 0.1);
    assert_near(path.items[0].y, 100 * sin(0.2), 0.1);
    list_release(&path);
}

static void test_trim_can_remove_whole_pieces(void **state)
{
    static const struct point points[] = {{0, 0},  {3, 0},  {7, 0},  {10, 0}, {13, 0},
                                          {17, 0}, {20, 0}, {23, 0}, {27, 0}, {30, 0}};
    struct point_list path = path_of(points, 10);

    (void)state;
    path_trim(&path, 12, 13);
    assert_int_equal(path.count, 4);
    assert_near(path.items[0].x, 12, 0.02);
    assert_near(path.items[3].x, 17, 0.02);
    list_release(&path);
}

static void test_trim_of_a_short_path_leaves_a_stub_with_its_direction(void **state)
{
    struct point_list path = {0};

    (void)state;
    path_set_straight(&path, (struct point){0, 0}, (struct point){10, 0});
    path_trim(&path, 30, 10);
    assert_int_equal(path.count, 4);
    assert_near(path.items[3].x - path.items[0].x, 1, 0.01);
    assert_true(path.items[0].x > 0 && path.items[3].x < 10);
    list_release(&path);
}

static void test_clip_ends_on_both_outlines(void **state)
{
    static const struct point points[] = {{0, 0}, {60, 80}, {120, -80}, {200, 0}};
    struct outline start = box_at(0, 0, 40, 20, 6);
    struct outline end = box_at(200, 0, 30, 30, 0);
    struct point_list path = path_of(points, 4);

    (void)state;
    path_clip(&path, start, end);
    assert_true(
        outline_contains((struct outline){box_grow(start.box, 0.01), start.radius}, path.items[0]));
    assert_false(outline_contains((struct outline){box_grow(start.box, -0.01), start.radius},
                                  path.items[0]));
    assert_true(
        outline_contains((struct outline){box_grow(end.box, 0.01), 0}, path.items[path.count - 1]));
    assert_false(outline_contains((struct outline){box_grow(end.box, -0.01), 0},
                                  path.items[path.count - 1]));
    list_release(&path);
}

static void test_clip_takes_the_last_exit_and_the_first_entry(void **state)
{
    static const struct point points[] = {{0, 0},    {0, 40},    {30, 40},
                                          {30, 0}, /* out of the start's top and back into it */
                                          {30, -60}, {100, -60}, {100, 0},  /* into the end's box */
                                          {100, 60}, {140, 60},  {100, 0}}; /* out and in again */
    struct outline start = box_at(0, 0, 80, 20, 0);
    struct outline end = box_at(100, 0, 20, 20, 0);
    struct point_list path = path_of(points, 10);

    (void)state;
    path_clip(&path, start, end);
    assert_near(path.items[0].y, -10, 0.01);
    assert_near(path.items[path.count - 1].y, -10, 0.01);
    list_release(&path);
}

static void test_clip_of_a_path_that_never_leaves_is_straight(void **state)
{
    static const struct point points[] = {{0, 0}, {1, 0}, {2, 0}, {3, 0}};
    struct outline start = box_at(0, 0, 20, 20, 0);
    struct outline end = box_at(100, 0, 20, 20, 0);
    struct point_list path = path_of(points, 4);

    (void)state;
    path_clip(&path, start, end);
    assert_int_equal(path.count, 4);
    assert_near(path.items[0].x, 10, 0.01);
    assert_near(path.items[3].x, 90, 0.01);
    list_release(&path);
}

static void test_clip_keeps_a_path_that_is_clipped_already(void **state)
{
    struct point_list path = {0};

    (void)state;
    path_set_straight(&path, (struct point){12, 0}, (struct point){88, 0});
    path_clip(&path, box_at(0, 0, 20, 20, 0), box_at(100, 0, 20, 20, 0));
    assert_near(path.items[0].x, 12, 0.01);
    assert_near(path.items[path.count - 1].x, 88, 0.01);
    list_release(&path);
}

static void test_clip_between_overlapping_outlines_stays_finite(void **state)
{
    struct point_list path = {0};

    (void)state;
    path_set_straight(&path, (struct point){0, 0}, (struct point){5, 0});
    path_clip(&path, box_at(0, 0, 20, 20, 0), box_at(5, 0, 20, 20, 0));
    assert_int_equal(path.count, 4);
    for (size_t i = 0; i < path.count; i++) {
        assert_true(isfinite(path.items[i].x) && isfinite(path.items[i].y));
    }
    list_release(&path);
}

static void test_offset_of_a_circle_is_a_circle(void **state)
{
    struct point_list path = path_of(quarter, 4);
    struct point_list moved = {0};
    struct point_list polyline = {0};

    (void)state;
    path_offset(&path, 2, &moved);
    path_flatten(&moved, 0.01, &polyline);
    for (size_t i = 0; i < polyline.count; i++) {
        assert_near(hypot(polyline.items[i].x, polyline.items[i].y), 102, 0.2);
    }
    list_release(&path);
    list_release(&moved);
    list_release(&polyline);
}

static void test_offset_to_the_left_of_a_line_to_the_right_is_up(void **state)
{
    struct point_list path = {0};
    struct point_list moved = {0};

    (void)state;
    path_set_straight(&path, (struct point){0, 0}, (struct point){10, 0});
    path_offset(&path, 1.5, &moved);
    for (size_t i = 0; i < moved.count; i++) {
        assert_near(moved.items[i].y, -1.5, 1e-9);
    }
    list_release(&path);
    list_release(&moved);
}

static void test_offset_of_doubled_control_points_is_finite(void **state)
{
    static const struct point points[] = {{0, 0},  {0, 0}, {10, 0}, {10, 0},
                                          {10, 0}, {0, 0}, {0, 0}};
    struct point_list path = path_of(points, 7);
    struct point_list moved = {0};

    (void)state;
    path_offset(&path, 1, &moved);
    for (size_t i = 0; i < moved.count; i++) {
        assert_true(fabs(moved.items[i].x) < 15 && fabs(moved.items[i].y) <= 3.01);
    }
    list_release(&path);
    list_release(&moved);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flattening_stays_within_tolerance),
        cmocka_unit_test(test_straight_path_flattens_to_two_points),
        cmocka_unit_test(test_arc_length_of_a_quarter_circle),
        cmocka_unit_test(test_polyline_at_gives_point_and_direction),
        cmocka_unit_test(test_trim_cuts_both_ends_by_arc_length),
        cmocka_unit_test(test_trim_can_remove_whole_pieces),
        cmocka_unit_test(test_trim_of_a_short_path_leaves_a_stub_with_its_direction),
        cmocka_unit_test(test_clip_ends_on_both_outlines),
        cmocka_unit_test(test_clip_takes_the_last_exit_and_the_first_entry),
        cmocka_unit_test(test_clip_of_a_path_that_never_leaves_is_straight),
        cmocka_unit_test(test_clip_keeps_a_path_that_is_clipped_already),
        cmocka_unit_test(test_clip_between_overlapping_outlines_stays_finite),
        cmocka_unit_test(test_offset_of_a_circle_is_a_circle),
        cmocka_unit_test(test_offset_to_the_left_of_a_line_to_the_right_is_up),
        cmocka_unit_test(test_offset_of_doubled_control_points_is_finite),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
