/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/heads.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define assert_near(value, expected, tolerance) \
    assert_true(fabs((value) - (expected)) <= (tolerance))

static const struct point tip = {100, 50};
static const struct point right = {1, 0};

static void test_no_head_has_no_shape_and_no_trim(void **state)
{
    struct head_shape shape = head_shape_at(HEAD_NONE, tip, right, 1.25, false);

    (void)state;
    assert_int_equal(shape.count, 0);
    assert_near(head_trim(HEAD_NONE, 1.25, false), 0, 0);
    assert_near(box_width(head_shape_box(&shape)), 0, 0);
}

static void test_no_head_reaches_beyond_its_tip(void **state)
{
    (void)state;
    for (int head = HEAD_ARROW; head <= HEAD_BOX; head++) {
        for (int hollow = 0; hollow < 2; hollow++) {
            struct head_shape shape = head_shape_at((enum head)head, tip, right, 1.25, hollow != 0);

            for (size_t i = 0; i < shape.count; i++) {
                assert_true(shape.points[i].x + shape.radius <= tip.x - shape.stroke / 2 + 1e-9);
            }
        }
    }
}

static void test_line_meets_its_head(void **state)
{
    (void)state;
    for (int head = HEAD_ARROW; head <= HEAD_BOX; head++) {
        for (int hollow = 0; hollow < 2; hollow++) {
            struct head_shape shape = head_shape_at((enum head)head, tip, right, 1.25, hollow != 0);
            struct box box = head_shape_box(&shape);
            double end = tip.x - head_trim((enum head)head, 1.25, hollow != 0);

            assert_true(end < tip.x);
            assert_true(end >= box.left - 1e-9);
        }
    }
}

static void test_arrow_has_the_size_of_the_study(void **state)
{
    struct head_shape shape = head_shape_at(HEAD_ARROW, tip, right, 1.25, false);
    struct box box = head_shape_box(&shape);

    (void)state;
    assert_near(box_width(box), 7.2, 0.01);
    assert_near(box_height(box), 4.8, 0.01);
    assert_true(shape.is_filled);
}

static void test_head_follows_its_direction(void **state)
{
    struct head_shape shape = head_shape_at(HEAD_TEE, tip, (struct point){0, 1}, 1.5, false);
    struct box box = head_shape_box(&shape);

    (void)state;
    assert_true(box_width(box) > 2 * box_height(box)); /* a bar lies across */
    assert_near(box.bottom, tip.y, 1e-9);
}

static void test_head_grows_half_as_fast_as_the_line(void **state)
{
    struct head_shape thin = head_shape_at(HEAD_ARROW, tip, right, 0.625, false);

    (void)state;
    assert_near(box_width(head_shape_box(&thin)), 7.2 * 0.75, 0.01);
}

static void test_hollow_heads_are_not_filled(void **state)
{
    (void)state;
    assert_false(head_shape_at(HEAD_DIAMOND, tip, right, 1.4, true).is_filled);
    assert_true(head_shape_at(HEAD_DIAMOND, tip, right, 1.4, true).stroke > 0);
    assert_false(head_shape_at(HEAD_RING, tip, right, 0.8, false).is_filled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_head_has_no_shape_and_no_trim),
        cmocka_unit_test(test_no_head_reaches_beyond_its_tip),
        cmocka_unit_test(test_line_meets_its_head),
        cmocka_unit_test(test_arrow_has_the_size_of_the_study),
        cmocka_unit_test(test_head_follows_its_direction),
        cmocka_unit_test(test_head_grows_half_as_fast_as_the_line),
        cmocka_unit_test(test_hollow_heads_are_not_filled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
