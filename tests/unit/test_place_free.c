/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place_variant.h"

#include "figure/place.h"
#include "figure_case.h"

static void compose(struct figure_case *test, enum figure_type type, int groups, size_t ties)
{
    figure_case_init(test, type);
    if (type == FIGURE_REGION)
        figure_case_set(test, "select_region", "North");
    figure_case_fill(test, groups, ties);
    figure_case_compose(test);
}

static void try_variant(struct figure_case *test, size_t variant)
{
    if (!place_free_try(&test->drawing, &test->definition, variant, &test->error))
        fail_msg("variant %zu: %s", variant, test->error.message);
}

static void check_nodes_apart(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        for (size_t j = 0; j < i; j++)
            assert_false(box_overlaps(drawing->nodes.items[i].outline.box,
                                      drawing->nodes.items[j].outline.box));
}

static void test_nodes_keep_apart_in_every_figure_type(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++)
        for (size_t variant = 0; variant < 3; variant++) {
            struct figure_case test;
            compose(&test, (enum figure_type)type, 9, 14);
            try_variant(&test, variant);
            check_nodes_apart(&test.drawing);
            for (size_t i = 0; i < test.drawing.links.count; i++)
                assert_true(test.drawing.links.items[i].path.count >= 4);
            figure_case_release(&test);
        }
}

/* Stretching and squeezing are what follows when dates need room. */
static void test_dated_overviews_keep_nodes_apart_and_find_room_for_dates(void **state)
{
    struct figure_case test;
    struct legibility found;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    figure_case_set(&test, "encode_dates", "yes");
    figure_case_fill(&test, 8, 9);
    figure_case_compose(&test);
    try_variant(&test, 0);
    check_nodes_apart(&test.drawing);
    legibility_measure(&test.drawing, &found);
    assert_int_equal(found.text_on_node, 0);
    figure_case_release(&test);
}

/* The widest band without a node between two nodes. */
static double widest_band(const struct drawing *drawing)
{
    double widest = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        double top = drawing->nodes.items[i].outline.box.top, above = -INFINITY;
        for (size_t j = 0; j < drawing->nodes.count; j++)
            if (drawing->nodes.items[j].outline.box.top < top)
                above = fmax(above, drawing->nodes.items[j].outline.box.bottom);
        if (isfinite(above))
            widest = fmax(widest, top - above);
    }
    return widest;
}

/* Groups without ties spread over a page of any height; what is empty is cut to a little. */
static void test_empty_bands_are_cut(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_EGO);
    sample_groups(&test.sample, 5);
    figure_case_compose(&test);
    test.drawing.room_down = 2500;
    try_variant(&test, 0);
    double widest = widest_band(&test.drawing);
    if (widest < 30 || widest > 40)
        fail_msg("the widest band is %.1f points high", widest);
    check_nodes_apart(&test.drawing);
    figure_case_release(&test);
}

static void test_drawing_fits_the_page_width(void **state)
{
    static const char *const widths[] = {"85mm", "170mm"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_EGO);
        figure_case_set(&test, "figure_width", widths[i]);
        figure_case_fill(&test, 6, 7);
        figure_case_compose(&test);
        try_variant(&test, 0);
        double width = box_width(drawing_measure_content(&test.drawing));
        assert_true(width <= place_page_width(&test.definition));
        figure_case_release(&test);
    }
}

static void test_frame_holds_its_region(void **state)
{
    struct figure_case test;
    (void)state;
    compose(&test, FIGURE_REGION, 8, 12);
    try_variant(&test, 0);
    struct box frame = test.drawing.frames.items[0].outline.box;
    for (size_t i = 0; i < test.drawing.nodes.count; i++)
        if (test.drawing.nodes.items[i].region == 0)
            assert_true(box_contains(frame, box_centre(test.drawing.nodes.items[i].outline.box)));
    figure_case_release(&test);
}

static void test_hulls_hold_their_regions(void **state)
{
    struct figure_case test;
    (void)state;
    compose(&test, FIGURE_OVERVIEW, 12, 16);
    try_variant(&test, 0);
    assert_int_equal(test.drawing.frames.count, 3);
    for (size_t i = 0; i < test.drawing.nodes.count; i++) {
        const struct node *node = &test.drawing.nodes.items[i];
        if (node->region != NODE_NONE)
            assert_true(polygon_contains(&test.drawing.frames.items[node->region].hull,
                                         box_centre(node->outline.box)));
    }
    figure_case_release(&test);
}

static void test_same_variant_gives_the_same_places(void **state)
{
    struct figure_case first, second;
    (void)state;
    compose(&first, FIGURE_OVERVIEW, 8, 12);
    compose(&second, FIGURE_OVERVIEW, 8, 12);
    try_variant(&first, 2);
    try_variant(&second, 1);
    assert_true(first.drawing.nodes.items[0].outline.box.left !=
                second.drawing.nodes.items[0].outline.box.left);
    try_variant(&second, 2);
    for (size_t i = 0; i < first.drawing.nodes.count; i++)
        assert_memory_equal(&first.drawing.nodes.items[i].outline,
                            &second.drawing.nodes.items[i].outline, sizeof(struct outline));
    figure_case_release(&first);
    figure_case_release(&second);
}

/* The page moves the drawing as a whole; what is between two pins stays. */
static void test_pinned_nodes_stay_where_they_are_pinned(void **state)
{
    (void)state;
    for (int type = 0; type < FIGURE_TYPE_COUNT; type++) {
        struct figure_case test;
        if (type == FIGURE_SERIES) /* which has no nodes */
            continue;
        figure_case_init(&test, (enum figure_type)type);
        figure_case_fill(&test, 6, 8);
        list_push(&test.definition.nodes,
                  (struct node_override){.group = TEXT("g1"), .has_pin = true, .pin = {60, 40}});
        list_push(&test.definition.nodes,
                  (struct node_override){.group = TEXT("g4"), .has_pin = true, .pin = {260, 140}});
        figure_case_compose(&test);
        try_variant(&test, 0);
        struct point a = box_centre(figure_case_node(&test.drawing, "g1")->outline.box);
        struct point b = box_centre(figure_case_node(&test.drawing, "g4")->outline.box);
        if (fabs(b.x - a.x - 200) > 0.01 || fabs(b.y - a.y - 100) > 0.01)
            fail_msg("type %d: %.1f, %.1f and %.1f, %.1f", type, a.x, a.y, b.x, b.y);
        check_nodes_apart(&test.drawing);
        figure_case_release(&test);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nodes_keep_apart_in_every_figure_type),
        cmocka_unit_test(test_dated_overviews_keep_nodes_apart_and_find_room_for_dates),
        cmocka_unit_test(test_empty_bands_are_cut),
        cmocka_unit_test(test_drawing_fits_the_page_width),
        cmocka_unit_test(test_frame_holds_its_region),
        cmocka_unit_test(test_hulls_hold_their_regions),
        cmocka_unit_test(test_same_variant_gives_the_same_places),
        cmocka_unit_test(test_pinned_nodes_stay_where_they_are_pinned),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
