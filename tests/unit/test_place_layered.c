/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place_variant.h"

#include "layered_case.h"

static void init_region(struct figure_case *test)
{
    figure_case_init(test, FIGURE_REGION);
    figure_case_set(test, "select_region", "North");
    figure_case_fill(test, 8, 12);
    figure_case_compose(test);
}

static void check_nodes_apart(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        for (size_t j = 0; j < i; j++)
            assert_false(box_overlaps(drawing->nodes.items[i].outline.box,
                                      drawing->nodes.items[j].outline.box));
}

/* Ends of paths lie at the boxes of their own nodes, whichever way dot was given the link. */
static void check_ends(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        const struct point_list *path = &link->path;
        struct box from = box_grow(drawing->nodes.items[link->from].outline.box, 2);
        struct box to = box_grow(drawing->nodes.items[link->to].outline.box, 2);
        assert_true(box_contains(from, path->items[0]));
        assert_true(box_contains(to, path->items[path->count - 1]));
    }
}

static void check_frame(const struct drawing *drawing)
{
    struct box frame = drawing->frames.items[0].outline.box;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct box box = drawing->nodes.items[i].outline.box;
        if (drawing->nodes.items[i].region == 0)
            assert_true(box.left >= frame.left && box.right <= frame.right &&
                        box.top >= frame.top && box.bottom <= frame.bottom);
        else
            assert_false(box_overlaps(frame, box));
    }
    assert_true(drawing->frames.items[0].label_box.left >= frame.left);
    assert_true(drawing->frames.items[0].label_box.right <= frame.right);
}

static void test_every_variant_keeps_nodes_apart_and_the_frame_closed(void **state)
{
    (void)state;
    for (size_t i = 0; i < place_layered_variants; i++) {
        struct figure_case test;
        struct legibility found;
        init_region(&test);
        assert_int_equal(test.drawing.frames.count, 1);
        layered_case_try(&test, i);
        check_nodes_apart(&test.drawing);
        check_ends(&test.drawing);
        check_frame(&test.drawing);
        legibility_measure(&test.drawing, &found);
        assert_int_equal(found.links_through_nodes, 0);
        figure_case_release(&test);
    }
}

static void test_same_variant_gives_the_same_places(void **state)
{
    struct figure_case first, second;
    (void)state;
    init_region(&first);
    init_region(&second);
    layered_case_try(&first, 3);
    layered_case_try(&second, 1);
    layered_case_try(&second, 3);
    for (size_t i = 0; i < first.drawing.nodes.count; i++)
        assert_memory_equal(&first.drawing.nodes.items[i].outline,
                            &second.drawing.nodes.items[i].outline, sizeof(struct outline));
    figure_case_release(&first);
    figure_case_release(&second);
}

static void test_directions_take_turns(void **state)
{
    (void)state;
    for (size_t variant = 0; variant < 2; variant++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_EGO);
        sample_groups(&test.sample, 4);
        for (group_id i = 0; i < 3; i++)
            sample_tie(&test.sample, i, i + 1, "pledge");
        figure_case_compose(&test);
        layered_case_try(&test, variant);
        struct box box = drawing_measure_content(&test.drawing);
        assert_int_equal(box_width(box) > box_height(box), variant == 1);
        figure_case_release(&test);
    }
}

static struct point middle_of(const struct link *link)
{
    struct point_list line = {0};
    path_flatten(&link->path, 0.1, &line);
    struct point middle = polyline_at(&line, polyline_length(&line) / 2, NULL);
    list_release(&line);
    return middle;
}

static void test_parallel_links_keep_apart_in_every_variant(void **state)
{
    (void)state;
    for (size_t variant = 0; variant < place_layered_variants; variant++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_EGO);
        sample_groups(&test.sample, 2);
        sample_tie(&test.sample, 0, 1, "pledge");
        sample_tie(&test.sample, 0, 1, "pledge_refused");
        sample_tie(&test.sample, 1, 0, "split");
        figure_case_compose(&test);
        layered_case_try(&test, variant);
        check_ends(&test.drawing);
        for (size_t i = 0; i < 3; i++)
            for (size_t j = 0; j < i; j++)
                assert_true(point_distance(middle_of(&test.drawing.links.items[i]),
                                           middle_of(&test.drawing.links.items[j])) > 3);
        figure_case_release(&test);
    }
}

static void test_graphviz_attributes_of_the_definition_count(void **state)
{
    struct figure_case plain, wide;
    (void)state;
    init_region(&plain);
    init_region(&wide);
    list_push(&wide.definition.passthrough,
              (struct passthrough){.object = 'g', .name = TEXT("ranksep"), .value = TEXT("3")});
    layered_case_try(&plain, 0);
    layered_case_try(&wide, 0);
    assert_true(box_height(drawing_measure_content(&wide.drawing)) >
                box_height(drawing_measure_content(&plain.drawing)) + 100);
    figure_case_release(&plain);
    figure_case_release(&wide);
}

/* dot takes no places, so what is pinned must be placed otherwise. */
static void test_pinned_nodes_are_refused(void **state)
{
    struct figure_case test;
    (void)state;
    init_region(&test);
    test.drawing.nodes.items[2].pinned = true;
    assert_false(place_layered_try(&test.drawing, &test.definition, 0, &test.error));
    assert_true(error_is_set(&test.error));
    figure_case_release(&test);
}

static void test_labels_stand_clear_of_nodes(void **state)
{
    struct figure_case test;
    (void)state;
    init_region(&test);
    layered_case_try(&test, 0);
    for (size_t i = 0; i < test.drawing.links.count; i++)
        for (size_t j = 0; j < test.drawing.nodes.count && test.drawing.links.items[i].has_label;
             j++)
            assert_false(box_overlaps(test.drawing.links.items[i].label_box,
                                      test.drawing.nodes.items[j].outline.box));
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_variant_keeps_nodes_apart_and_the_frame_closed),
        cmocka_unit_test(test_same_variant_gives_the_same_places),
        cmocka_unit_test(test_directions_take_turns),
        cmocka_unit_test(test_parallel_links_keep_apart_in_every_variant),
        cmocka_unit_test(test_graphviz_attributes_of_the_definition_count),
        cmocka_unit_test(test_pinned_nodes_are_refused),
        cmocka_unit_test(test_labels_stand_clear_of_nodes),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
