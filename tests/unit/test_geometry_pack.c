/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/geometry_pack.h"

#include "figure/place.h"
#include "figure_case.h"

/* The same dataset and definition each time: what parent and worker hold. */
static void init_composed(struct figure_case *test)
{
    figure_case_init(test, FIGURE_OVERVIEW);
    figure_case_set(test, "encode_dates", "yes");
    figure_case_fill(test, 9, 30);
    figure_case_compose(test);
}

static void init_placed(struct figure_case *test)
{
    init_composed(test);
    place_in_rows(&test->drawing, &test->definition);
}

static void check_same_points(const struct point_list *a, const struct point_list *b)
{
    assert_int_equal(a->count, b->count);
    if (a->count > 0)
        assert_memory_equal(a->items, b->items, a->count * sizeof *a->items);
}

static void check_same_geometry(const struct drawing *a, const struct drawing *b)
{
    assert_true(a->measure == b->measure);
    for (size_t i = 0; i < a->nodes.count; i++) {
        assert_memory_equal(&a->nodes.items[i].outline, &b->nodes.items[i].outline,
                            sizeof a->nodes.items[i].outline);
        assert_int_equal(a->nodes.items[i].lines.count, b->nodes.items[i].lines.count);
    }
    for (size_t i = 0; i < a->links.count; i++) {
        check_same_points(&a->links.items[i].path, &b->links.items[i].path);
        assert_memory_equal(&a->links.items[i].label_box, &b->links.items[i].label_box,
                            sizeof a->links.items[i].label_box);
    }
    for (size_t i = 0; i < a->frames.count; i++) {
        check_same_points(&a->frames.items[i].hull, &b->frames.items[i].hull);
        assert_memory_equal(&a->frames.items[i].outline, &b->frames.items[i].outline,
                            sizeof a->frames.items[i].outline);
        assert_memory_equal(&a->frames.items[i].label_box, &b->frames.items[i].label_box,
                            sizeof a->frames.items[i].label_box);
    }
}

static void test_round_trip_is_exact(void **state)
{
    struct figure_case placed, bare;
    struct buffer packed = {0}, again = {0};
    (void)state;
    init_placed(&placed);
    init_composed(&bare);
    geometry_pack(&placed.drawing, 12.5, &packed);
    assert_true(geometry_packed_score(buffer_text(&packed)) == 12.5);
    assert_true(geometry_unpack(buffer_text(&packed), &bare.drawing));
    check_same_geometry(&placed.drawing, &bare.drawing);
    geometry_pack(&bare.drawing, 12.5, &again);
    assert_int_equal(again.length, packed.length);
    assert_memory_equal(again.at, packed.at, packed.length);
    buffer_release(&packed);
    buffer_release(&again);
    figure_case_release(&placed);
    figure_case_release(&bare);
}

static void test_round_trip_replaces_older_places(void **state)
{
    struct figure_case placed, moved;
    struct buffer packed = {0};
    (void)state;
    init_placed(&placed);
    init_placed(&moved);
    compose_size_nodes(&moved.drawing, 40);
    drawing_move(&moved.drawing, 100, 50);
    geometry_pack(&placed.drawing, 0, &packed);
    assert_true(geometry_unpack(buffer_text(&packed), &moved.drawing));
    check_same_geometry(&placed.drawing, &moved.drawing);
    buffer_release(&packed);
    figure_case_release(&placed);
    figure_case_release(&moved);
}

static void test_truncated_bytes_are_refused(void **state)
{
    struct figure_case placed;
    struct buffer packed = {0};
    (void)state;
    init_placed(&placed);
    geometry_pack(&placed.drawing, 1, &packed);
    for (size_t length = 0; length < packed.length; length += length < 200 ? 1 : 97)
        assert_false(geometry_unpack((struct text){packed.at, length}, &placed.drawing));
    assert_false(geometry_unpack((struct text){packed.at, packed.length - 1}, &placed.drawing));
    assert_true(geometry_unpack(buffer_text(&packed), &placed.drawing));
    buffer_release(&packed);
    figure_case_release(&placed);
}

static void test_bytes_too_many_are_refused(void **state)
{
    struct figure_case placed;
    struct buffer packed = {0};
    (void)state;
    init_placed(&placed);
    geometry_pack(&placed.drawing, 1, &packed);
    buffer_add_char(&packed, 'x');
    assert_false(geometry_unpack(buffer_text(&packed), &placed.drawing));
    buffer_release(&packed);
    figure_case_release(&placed);
}

static void test_geometry_of_another_drawing_is_refused(void **state)
{
    struct figure_case placed, other;
    struct buffer packed = {0};
    (void)state;
    init_placed(&placed);
    figure_case_init(&other, FIGURE_OVERVIEW);
    figure_case_fill(&other, 5, 4);
    figure_case_compose(&other);
    geometry_pack(&placed.drawing, 1, &packed);
    assert_false(geometry_unpack(buffer_text(&packed), &other.drawing));
    buffer_release(&packed);
    figure_case_release(&placed);
    figure_case_release(&other);
}

static void test_score_of_nothing_is_the_worst(void **state)
{
    (void)state;
    assert_true(isinf(geometry_packed_score((struct text){0})));
    assert_true(isinf(geometry_packed_score(TEXT("short"))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip_is_exact),
        cmocka_unit_test(test_round_trip_replaces_older_places),
        cmocka_unit_test(test_truncated_bytes_are_refused),
        cmocka_unit_test(test_bytes_too_many_are_refused),
        cmocka_unit_test(test_geometry_of_another_drawing_is_refused),
        cmocka_unit_test(test_score_of_nothing_is_the_worst),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
