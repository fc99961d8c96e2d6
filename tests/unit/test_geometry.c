/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/geometry.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance) \
    assert_true(fabs((value) - (expected)) <= (tolerance))

static const struct box unit = {0, 0, 10, 10};

static void test_box_around_has_its_centre_and_size(void **state)
{
    struct box box = box_around((struct point){5, 7}, 4, 6);

    (void)state;
    assert_near(box.left, 3, 1e-12);
    assert_near(box.bottom, 10, 1e-12);
    assert_near(box_width(box), 4, 1e-12);
    assert_near(box_height(box), 6, 1e-12);
    assert_near(box_centre(box).y, 7, 1e-12);
}

static void test_touching_boxes_do_not_overlap(void **state)
{
    (void)state;
    assert_false(box_overlaps(unit, (struct box){10, 0, 20, 10}));
    assert_true(box_overlaps(unit, (struct box){9.9, 0, 20, 10}));
    assert_near(box_overlap_area(unit, (struct box){9, 8, 20, 20}), 2, 1e-12);
    assert_near(box_overlap_area(unit, (struct box){10, 10, 20, 20}), 0, 1e-12);
}

static void test_rounded_corner_is_outside(void **state)
{
    struct outline outline = {unit, 4};

    (void)state;
    assert_false(outline_contains(outline, (struct point){0.5, 0.5}));
    assert_true(outline_contains(outline, (struct point){1.5, 1.5}));
    assert_true(outline_contains(outline, (struct point){0, 5}));
    assert_true(outline_contains((struct outline){unit, 0}, (struct point){0.1, 0.1}));
}

static void test_radius_larger_than_the_box_makes_a_pill(void **state)
{
    struct outline pill = {{0, 0, 40, 10}, 100};

    (void)state;
    assert_true(outline_contains(pill, (struct point){1, 5}));
    assert_false(outline_contains(pill, (struct point){1, 1}));
}

static void test_segment_along_an_edge_does_not_meet_the_box(void **state)
{
    (void)state;
    assert_false(segment_meets_box((struct point){-5, 0}, (struct point){15, 0}, unit));
    assert_false(segment_meets_box((struct point){-5, 5}, (struct point){0, 5}, unit));
    assert_true(segment_meets_box((struct point){-5, 0.1}, (struct point){15, 0.1}, unit));
    assert_true(segment_meets_box((struct point){2, 2}, (struct point){3, 3}, unit));
    assert_false(segment_meets_box((struct point){-12, 5}, (struct point){5, 13}, unit));
}

/* A segment meets the box exactly when one of many points on it lies inside. */
static void test_segment_meets_box_agrees_with_sampling(void **state)
{
    unsigned seed = 1;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        double value[4];
        bool meets = false;

        for (int k = 0; k < 4; k++) {
            seed = seed * 1664525U + 1013904223U;
            value[k] = (double)(seed >> 8) / (double)(1U << 24) * 30 - 10;
        }
        for (int k = 1; k < 1000; k++) {
            double x = value[0] + (value[2] - value[0]) * k / 1000.0;
            double y = value[1] + (value[3] - value[1]) * k / 1000.0;

            meets = meets || (x > 0.05 && x < 9.95 && y > 0.05 && y < 9.95);
        }
        if (meets) {
            assert_true(segment_meets_box((struct point){value[0], value[1]},
                                          (struct point){value[2], value[3]}, unit));
        } else {
            assert_false(segment_meets_box((struct point){value[0], value[1]},
                                           (struct point){value[2], value[3]},
                                           box_grow(unit, -0.1)));
        }
    }
}

static void test_segment_past_a_rounded_corner_does_not_meet_the_outline(void **state)
{
    struct outline outline = {unit, 4};

    (void)state;
    assert_true(segment_meets_box((struct point){-1, 2}, (struct point){2, -1}, unit));
    assert_false(segment_meets_outline((struct point){-1, 2}, (struct point){2, -1}, outline));
    assert_true(segment_meets_outline((struct point){-1, 4}, (struct point){4, -1}, outline));
    assert_true(segment_meets_outline((struct point){-1, 5}, (struct point){1, 5}, outline));
    assert_false(segment_meets_outline((struct point){-1, -1}, (struct point){11, -1}, outline));
}

static void test_segments_cross_only_at_inner_points(void **state)
{
    struct point where;

    (void)state;
    assert_true(segments_cross((struct point){0, 0}, (struct point){4, 4}, (struct point){0, 2},
                               (struct point){2, 0}, &where));
    assert_near(where.x, 1, 1e-12);
    assert_near(where.y, 1, 1e-12);
    assert_false(segments_cross((struct point){0, 0}, (struct point){4, 4}, (struct point){4, 4},
                                (struct point){5, 0}, NULL));
    assert_false(segments_cross((struct point){0, 0}, (struct point){4, 4}, (struct point){1, 1},
                                (struct point){3, 3}, NULL));
}

static void test_distance_to_a_segment_is_to_its_nearest_point(void **state)
{
    struct point a = {0, 0};
    struct point b = {10, 0};

    (void)state;
    assert_near(point_segment_distance((struct point){5, 3}, a, b), 3, 1e-12);
    assert_near(point_segment_distance((struct point){13, 4}, a, b), 5, 1e-12);
    assert_near(point_segment_distance((struct point){3, 4}, a, a), 5, 1e-12);
}

static void test_hull_drops_inner_and_collinear_points(void **state)
{
    static const struct point points[] = {{0, 0},  {5, 0}, {10, 0}, {10, 10},
                                          {0, 10}, {4, 4}, {0, 0}};
    struct point_list hull = {0};

    (void)state;
    polygon_hull(points, sizeof points / sizeof *points, &hull);
    assert_int_equal(hull.count, 4);
    assert_true(polygon_contains(&hull, (struct point){9, 9}));
    assert_false(polygon_contains(&hull, (struct point){11, 5}));
    list_release(&hull);
}

static void test_hull_of_few_points_is_those_points(void **state)
{
    static const struct point points[] = {{3, 4}, {1, 2}};
    struct point_list hull = {0};

    (void)state;
    polygon_hull(points, 0, &hull);
    assert_int_equal(hull.count, 0);
    polygon_hull(points, 1, &hull);
    assert_int_equal(hull.count, 1);
    polygon_hull(points, 2, &hull);
    assert_int_equal(hull.count, 2);
    list_release(&hull);
}

static void test_polygon_meets_a_box_inside_around_and_across(void **state)
{
    static const struct point points[] = {{0, 0}, {20, 0}, {10, 20}};
    struct point_list triangle = {0};

    (void)state;
    polygon_hull(points, 3, &triangle);
    assert_true(polygon_meets_box(&triangle, (struct box){9, 4, 11, 6}));
    assert_true(polygon_meets_box(&triangle, (struct box){-5, -5, 30, 30}));
    assert_true(polygon_meets_box(&triangle, (struct box){9, 15, 11, 25}));
    assert_false(polygon_meets_box(&triangle, (struct box){0, 15, 4, 20}));
    list_release(&triangle);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_box_around_has_its_centre_and_size),
        cmocka_unit_test(test_touching_boxes_do_not_overlap),
        cmocka_unit_test(test_rounded_corner_is_outside),
        cmocka_unit_test(test_radius_larger_than_the_box_makes_a_pill),
        cmocka_unit_test(test_segment_along_an_edge_does_not_meet_the_box),
        cmocka_unit_test(test_segment_meets_box_agrees_with_sampling),
        cmocka_unit_test(test_segment_past_a_rounded_corner_does_not_meet_the_outline),
        cmocka_unit_test(test_segments_cross_only_at_inner_points),
        cmocka_unit_test(test_distance_to_a_segment_is_to_its_nearest_point),
        cmocka_unit_test(test_hull_drops_inner_and_collinear_points),
        cmocka_unit_test(test_hull_of_few_points_is_those_points),
        cmocka_unit_test(test_polygon_meets_a_box_inside_around_and_across),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
