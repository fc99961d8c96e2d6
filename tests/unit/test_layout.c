/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/layout.h"

#include "base/list.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Two boxes in the frame, one outside, two parallel links and one labelled. */
static struct canvas *make_canvas(void)
{
    struct canvas *canvas = canvas_new();
    canvas_set_graph(canvas, "splines", "true");
    canvas_add_node(canvas, 60, 20, true);
    canvas_add_node(canvas, 40, 30, true);
    canvas_add_node(canvas, 50, 20, false);
    canvas_set_frame_label(canvas, 50, 10, 9);
    canvas_add_link(canvas, 0, 1, 30, 8);
    canvas_add_link(canvas, 0, 1, 0, 0);
    canvas_add_link(canvas, 1, 2, 0, 0);
    return canvas;
}

static void test_dot_gives_places_paths_labels_and_the_frame(void **state)
{
    struct error error = {0};
    struct canvas *canvas = make_canvas();
    struct point_list path = {0};
    struct point label;
    struct box frame;
    (void)state;
    assert_true(layout_run(canvas, "dot", &error));
    struct point a = canvas_get_position(canvas, 0), b = canvas_get_position(canvas, 1),
                 c = canvas_get_position(canvas, 2);
    assert_true(a.y < b.y && b.y < c.y);
    assert_true(canvas_get_label(canvas, 0, &label));
    assert_true(label.y > a.y && label.y < b.y);
    assert_false(canvas_get_label(canvas, 1, &label));
    assert_true(canvas_get_frame(canvas, &frame));
    assert_true(box_contains(frame, a) && box_contains(frame, b) && !box_contains(frame, c));
    for (size_t i = 0; i < 3; i++) {
        assert_true(canvas_get_path(canvas, i, &path));
        assert_int_equal(path.count % 3, 1);
    }
    list_release(&path);
    canvas_free(canvas);
}

static void test_paths_run_from_centre_to_centre(void **state)
{
    struct error error = {0};
    struct canvas *canvas = make_canvas();
    struct point_list path = {0};
    (void)state;
    assert_true(layout_run(canvas, "dot", &error));
    assert_true(canvas_get_path(canvas, 2, &path));
    assert_true(point_distance(path.items[0], canvas_get_position(canvas, 1)) < 1.5);
    assert_true(point_distance(path.items[path.count - 1], canvas_get_position(canvas, 2)) < 1.5);
    list_release(&path);
    canvas_free(canvas);
}

static void test_same_canvas_gives_the_same_places(void **state)
{
    struct error error = {0};
    struct canvas *first = make_canvas(), *second = make_canvas();
    (void)state;
    assert_true(layout_run(first, "dot", &error));
    assert_true(layout_run(second, "dot", &error));
    for (size_t i = 0; i < 3; i++)
        assert_true(point_distance(canvas_get_position(first, i), canvas_get_position(second, i)) ==
                    0);
    canvas_free(first);
    canvas_free(second);
}

static void test_nop_keeps_given_places_and_routes(void **state)
{
    struct error error = {0};
    struct canvas *canvas = canvas_new();
    struct point_list path = {0};
    (void)state;
    canvas_set_graph(canvas, "splines", "true");
    for (size_t i = 0; i < 3; i++) {
        canvas_add_node(canvas, 20, 10, false);
        canvas_set_position(canvas, i, (struct point){50.0 * (double)i, 30.0 * (double)i}, true);
    }
    canvas_add_link(canvas, 0, 2, 0, 0);
    assert_true(layout_run(canvas, "nop", &error));
    struct point a = canvas_get_position(canvas, 0), b = canvas_get_position(canvas, 1);
    assert_true(fabs(b.x - a.x - 50) < 0.01 && fabs(b.y - a.y - 30) < 0.01);
    assert_true(canvas_get_path(canvas, 0, &path));
    list_release(&path);
    canvas_free(canvas);
}

/* Graphviz routes nothing when boxes and what it keeps free around them touch. */
static void test_nop_keeps_free_what_is_asked_for_and_no_more(void **state)
{
    struct error error = {0};
    struct canvas *canvas = canvas_new();
    (void)state;
    canvas_set_graph(canvas, "splines", "true");
    canvas_set_graph(canvas, "esep", "+2.4");
    for (size_t i = 0; i < 3; i++) {
        canvas_add_node(canvas, 60, 20, false);
        canvas_set_position(canvas, i, (struct point){100, 100 + 25 * (double)i}, true);
    }
    canvas_add_link(canvas, 0, 2, 0, 0);
    assert_true(layout_run(canvas, "nop", &error));
    canvas_free(canvas);
}

static void test_layout_without_needed_places_is_an_error(void **state)
{
    struct error error = {0};
    struct canvas *canvas = canvas_new();
    (void)state;
    canvas_add_node(canvas, 20, 10, false);
    canvas_add_node(canvas, 20, 10, false);
    assert_false(layout_run(canvas, "nop", &error));
    assert_true(error_is_set(&error));
    canvas_free(canvas);
}

static void test_unknown_engine_is_an_error(void **state)
{
    struct error error = {0};
    struct canvas *canvas = make_canvas();
    (void)state;
    assert_false(layout_run(canvas, "no_such_engine", &error));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    canvas_free(canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dot_gives_places_paths_labels_and_the_frame),
        cmocka_unit_test(test_paths_run_from_centre_to_centre),
        cmocka_unit_test(test_same_canvas_gives_the_same_places),
        cmocka_unit_test(test_nop_keeps_given_places_and_routes),
        cmocka_unit_test(test_nop_keeps_free_what_is_asked_for_and_no_more),
        cmocka_unit_test(test_layout_without_needed_places_is_an_error),
        cmocka_unit_test(test_unknown_engine_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
