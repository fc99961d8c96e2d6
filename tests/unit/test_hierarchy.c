/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/hierarchy.h"

#include "figure/legibility.h"
#include "layered_case.h"

/* g0 has parts g1 to g6, g1 a part g7; g8 refused to pledge to g0, which was cast out of g7. */
static void init_parts(struct figure_case *test)
{
    figure_case_init(test, FIGURE_HIERARCHY);
    sample_groups(&test->sample, 9);
    for (group_id i = 1; i <= 6; i++)
        sample_tie(&test->sample, i, 0, i % 2 == 0 ? "member" : "pledge");
    sample_tie(&test->sample, 7, 1, "faction");
    sample_tie(&test->sample, 8, 0, "pledge_refused");
    sample_tie(&test->sample, 0, 7, "excluded");
    figure_case_compose(test);
}

static void try_variant(struct figure_case *test, size_t variant)
{
    layered_case_try(test, variant);
    hierarchy_centre_names(&test->drawing);
}

static struct box box_of(struct figure_case *test, const char *id)
{
    return figure_case_node(&test->drawing, id)->outline.box;
}

static void test_wholes_stand_above_or_left_of_their_parts(void **state)
{
    (void)state;
    for (size_t variant = 0; variant < place_hierarchy_variants; variant++) {
        struct figure_case test;
        struct legibility found;
        init_parts(&test);
        try_variant(&test, variant);
        const struct box whole = box_of(&test, "g0"), part = box_of(&test, "g1"),
                         below = box_of(&test, "g7"), refuser = box_of(&test, "g8");
        if (variant % 2 == 0)
            assert_true(whole.bottom < part.top && part.bottom < below.top &&
                        whole.bottom < refuser.top);
        else
            assert_true(whole.right < part.left && part.right < below.left &&
                        whole.right < refuser.left);
        legibility_measure(&test.drawing, &found);
        assert_int_equal(found.node_overlaps, 0);
        assert_int_equal(found.links_through_nodes, 0);
        figure_case_release(&test);
    }
}

static void test_a_group_of_many_parts_is_a_bar_that_they_run_straight_into(void **state)
{
    struct figure_case test;
    (void)state;
    init_parts(&test);
    try_variant(&test, 1);
    assert_true(box_height(box_of(&test, "g0")) > 3 * box_height(box_of(&test, "g1")));
    size_t straight = 0;
    for (size_t i = 0; i < test.drawing.links.count; i++) {
        const struct point_list *path = &test.drawing.links.items[i].path;
        assert_true(path->count >= 4);
        straight += fabs(path->items[0].y - path->items[path->count - 1].y) < 1e-6;
    }
    assert_true(straight >= 6);
    for (size_t i = 0; i < test.drawing.links.count; i++)
        for (size_t k = 0; k < i; k++) {
            const struct link *one = &test.drawing.links.items[i];
            const struct link *other = &test.drawing.links.items[k];
            if (one->to == other->to)
                assert_true(point_distance(one->path.items[one->path.count - 1],
                                           other->path.items[other->path.count - 1]) > 4);
        }
    figure_case_release(&test);
}

static void test_names_stand_in_the_middle_of_their_boxes(void **state)
{
    struct figure_case test;
    (void)state;
    init_parts(&test);
    try_variant(&test, 1);
    for (size_t i = 0; i < test.drawing.nodes.count; i++) {
        const struct node *node = &test.drawing.nodes.items[i];
        const struct point middle = box_centre(text_line_box(&node->lines.items[0]));
        assert_true(fabs(middle.y - box_height(node->outline.box) / 2) < 1e-6);
        assert_true(fabs(middle.x - box_width(node->outline.box) / 2) < 1e-6);
    }
    figure_case_release(&test);
}

static void test_what_casts_out_does_not_rise_above_it(void **state)
{
    struct figure_case test;
    (void)state;
    init_parts(&test);
    for (size_t i = 0; i < test.drawing.links.count; i++) {
        const struct link *link = &test.drawing.links.items[i];
        const bool excluded = text_equal_string(text_from(link->style->name), "excluded");
        assert_int_equal(hierarchy_ranks(&test.drawing, link), !excluded);
    }
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wholes_stand_above_or_left_of_their_parts),
        cmocka_unit_test(test_a_group_of_many_parts_is_a_bar_that_they_run_straight_into),
        cmocka_unit_test(test_names_stand_in_the_middle_of_their_boxes),
        cmocka_unit_test(test_what_casts_out_does_not_rise_above_it),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
