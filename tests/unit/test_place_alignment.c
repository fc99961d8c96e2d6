/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/alignment_hubs.h"
#include "figure/place_variant.h"

#include "figure/alignment.h"
#include "figure/legibility.h"
#include "figure_case.h"

static void place_variant(struct figure_case *test, const char *hubs, size_t variant)
{
    figure_case_init(test, FIGURE_LANES);
    figure_case_set(test, "encode_hubs", hubs);
    figure_case_fill(test, 16, 24);
    figure_case_compose(test);
    if (!place_alignment_try(&test->drawing, &test->definition, variant, &test->error))
        fail_msg("%s", test->error.message);
    alignment_furnish(&test->drawing);
}

static void place(struct figure_case *test, const char *hubs)
{
    place_variant(test, hubs, 0);
}

static bool is_rail(const struct drawing *drawing, const struct link *link)
{
    return drawing->nodes.items[link->from].hub != drawing->nodes.items[link->to].hub;
}

/* The end of a rail at its hub. */
static struct point arrival(const struct drawing *drawing, const struct link *link)
{
    return link->path.items[drawing->nodes.items[link->from].hub ? 0 : link->path.count - 1];
}

static void test_rails_are_level_and_end_at_a_bar_of_their_hub(void **state)
{
    struct figure_case test;
    size_t rails = 0;
    (void)state;
    place(&test, "g0,g3,g6,g9,g12");
    for (size_t i = 0; i < test.drawing.links.count; i++) {
        const struct link *link = &test.drawing.links.items[i];
        if (!is_rail(&test.drawing, link))
            continue;
        const struct point end = arrival(&test.drawing, link);
        const size_t hub = test.drawing.nodes.items[link->from].hub ? link->from : link->to;
        bool met = false;
        for (size_t k = 0; k < test.drawing.bars.count; k++) {
            const struct bar *bar = &test.drawing.bars.items[k];
            met |= text_equal(bar->group, test.drawing.nodes.items[hub].id) &&
                   box_contains(box_grow(bar->box, 0.01), end);
        }
        if (!met)
            fail_msg("rail of g%zu ends at %g,%g", hub, end.x, end.y);
        assert_true(link->path.items[0].y == link->path.items[link->path.count - 1].y);
        rails++;
    }
    assert_true(rails > 5);
    figure_case_release(&test);
}

static void test_no_rail_passes_a_bar_of_another_hub(void **state)
{
    struct figure_case test;
    (void)state;
    place(&test, "g0,g3,g6,g9,g12");
    for (size_t i = 0; i < test.drawing.links.count; i++) {
        const struct link *link = &test.drawing.links.items[i];
        if (!is_rail(&test.drawing, link))
            continue;
        const size_t hub = test.drawing.nodes.items[link->from].hub ? link->from : link->to;
        for (size_t k = 0; k < test.drawing.bars.count; k++) {
            const struct bar *bar = &test.drawing.bars.items[k];
            if (!text_equal(bar->group, test.drawing.nodes.items[hub].id))
                assert_false(segment_meets_box(link->path.items[0],
                                               link->path.items[link->path.count - 1], bar->box));
        }
    }
    figure_case_release(&test);
}

static void test_each_region_has_its_lane_and_the_rest_one(void **state)
{
    struct figure_case test;
    (void)state;
    place(&test, "g0,g1");
    assert_int_equal(test.drawing.frames.count, 4);
    figure_case_assert_text(test.drawing.frames.items[3].name, "No region given");
    for (size_t i = 0; i < test.drawing.nodes.count; i++) {
        const struct node *node = &test.drawing.nodes.items[i];
        if (node->hub)
            continue;
        const struct box lane = test.drawing.frames.items[node->region].outline.box;
        const struct point centre = box_centre(node->outline.box);
        assert_true(centre.y > lane.top && centre.y < lane.bottom);
    }
    figure_case_release(&test);
}

static void test_ties_between_hubs_are_level_and_in_words(void **state)
{
    struct figure_case test;
    (void)state;
    place(&test, "g0,g1");
    size_t found = 0;
    for (size_t i = 0; i < test.drawing.links.count; i++) {
        const struct link *link = &test.drawing.links.items[i];
        if (!test.drawing.nodes.items[link->from].hub || !test.drawing.nodes.items[link->to].hub)
            continue;
        assert_true(link->has_label);
        assert_true(link->label.items[0].text.length > 0);
        assert_true(link->path.items[0].y == link->path.items[3].y);
        found++;
    }
    assert_true(found > 0);
    figure_case_release(&test);
}

/* Which variant it is depends on the widths of letters, so on the version of the font. */
static void test_a_variant_holds_the_gates(void **state)
{
    size_t good = 0;
    (void)state;
    for (size_t variant = 0; variant < place_alignments; variant++) {
        struct figure_case test;
        struct legibility found;
        place_variant(&test, "g0,g1", variant);
        test.drawing.page_width = 481.9;
        legibility_measure(&test.drawing, &found);
        good +=
            found.node_overlaps == 0 && found.links_through_nodes == 0 && found.text_on_node == 0;
        figure_case_release(&test);
    }
    assert_true(good > 0);
}

static void test_without_hubs_there_are_lanes_alone(void **state)
{
    struct figure_case test;
    (void)state;
    place(&test, "none");
    assert_int_equal(test.drawing.bars.count, 0);
    assert_int_equal(test.drawing.frames.count, 4);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rails_are_level_and_end_at_a_bar_of_their_hub),
        cmocka_unit_test(test_no_rail_passes_a_bar_of_another_hub),
        cmocka_unit_test(test_each_region_has_its_lane_and_the_rest_one),
        cmocka_unit_test(test_ties_between_hubs_are_level_and_in_words),
        cmocka_unit_test(test_a_variant_holds_the_gates),
        cmocka_unit_test(test_without_hubs_there_are_lanes_alone),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
