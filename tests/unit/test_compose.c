/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/compose.h"

#include "figure_case.h"

/* The only link between two groups, whichever way it points. */
static const struct link *get_link(const struct drawing *drawing, const char *a, const char *b)
{
    const struct link *found = NULL;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        struct text from = drawing->nodes.items[link->from].id;
        struct text to = drawing->nodes.items[link->to].id;
        if ((text_equal_string(from, a) && text_equal_string(to, b)) ||
            (text_equal_string(from, b) && text_equal_string(to, a))) {
            assert_null(found);
            found = link;
        }
    }
    assert_non_null(found);
    return found;
}

static size_t count_mentions(const struct drawing *drawing, relation_id relation)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        for (size_t j = 0; j < drawing->links.items[i].relations.count; j++)
            count += drawing->links.items[i].relations.items[j] == relation;
    return count;
}

static void test_each_chosen_relation_is_on_exactly_one_link(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct figure_case test;
        size_t listed = 0;
        figure_case_init(&test, FIGURE_OVERVIEW);
        sample_fill_random(&test.sample, seed);
        figure_case_compose(&test);
        const struct chosen_relation_list *chosen = &test.sample.selection.relations;
        assert_int_equal(test.drawing.nodes.count, test.sample.selection.groups.count);
        for (size_t i = 0; i < chosen->count; i++)
            assert_int_equal(count_mentions(&test.drawing, chosen->items[i].relation), 1);
        for (size_t i = 0; i < test.drawing.links.count; i++)
            listed += test.drawing.links.items[i].relations.count;
        assert_int_equal(listed, chosen->count);
        figure_case_release(&test);
    }
}

static void test_ties_of_one_look_share_a_link(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "attack");
    figure_case_date(&test, "2015-11", "");
    sample_tie(&test.sample, 0, 1, "ouster");
    figure_case_date(&test, "2014-02", "");
    sample_tie(&test.sample, 0, 1, "attack");
    figure_case_date(&test, "2014-02", "");
    figure_case_compose(&test);
    const struct link *link = get_link(&test.drawing, "g0", "g1");
    assert_int_equal(link->relations.count, 3);
    assert_int_equal(link->label.count, 2);
    figure_case_assert_text(link->label.items[0].text, "2014-02");
    figure_case_assert_text(link->label.items[1].text, "2015-11");
    figure_case_release(&test);
}

static void test_directions_and_looks_keep_links_apart(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "attack");
    sample_tie(&test.sample, 1, 0, "attack");
    sample_tie(&test.sample, 0, 1, "pledge");
    figure_case_compose(&test);
    assert_int_equal(test.drawing.links.count, 3);
    figure_case_release(&test);
}

static void test_mutual_ties_in_both_orders_share_a_link(void **state)
{
    static const char *const kinds[] = {"conflict", "alliance", "rivalry"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_REGION);
        sample_groups(&test.sample, 2);
        sample_tie(&test.sample, 1, 0, kinds[i]);
        sample_tie(&test.sample, 0, 1, kinds[i]);
        figure_case_compose(&test);
        assert_int_equal(get_link(&test.drawing, "g0", "g1")->relations.count, 2);
        figure_case_release(&test);
    }
}

static void test_split_is_drawn_from_parent_to_new_group(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_group(&test.sample, "splinter");
    sample_group(&test.sample, "parent");
    sample_tie(&test.sample, 0, 1, "split");
    sample_group(&test.sample, "vassal");
    sample_group(&test.sample, "lord");
    sample_tie(&test.sample, 2, 3, "pledge");
    figure_case_compose(&test);
    const struct link *split = get_link(&test.drawing, "parent", "splinter");
    figure_case_assert_text(test.drawing.nodes.items[split->from].id, "parent");
    const struct link *pledge = get_link(&test.drawing, "lord", "vassal");
    figure_case_assert_text(test.drawing.nodes.items[pledge->from].id, "vassal");
    figure_case_release(&test);
}

static void test_certainty_sets_flags_and_keeps_links_apart(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 4);
    sample_tie(&test.sample, 0, 1, "pledge");
    sample_tie(&test.sample, 0, 1, "pledge");
    figure_case_claim(&test)->grade = GRADE_INFERRED;
    sample_tie(&test.sample, 0, 2, "pledge");
    figure_case_dispute(&test);
    sample_tie(&test.sample, 0, 3, "pledge");
    sample_tie(&test.sample, 0, 1, "pledge");
    figure_case_dispute(&test);
    figure_case_compose(&test);
    assert_int_equal(test.drawing.links.count, 5);
    assert_true(test.drawing.links.items[4].contested);
    assert_false(test.drawing.links.items[0].contested);
    assert_false(test.drawing.links.items[0].possible);
    assert_true(test.drawing.links.items[1].possible);
    assert_true(get_link(&test.drawing, "g0", "g2")->contested);
    assert_false(get_link(&test.drawing, "g0", "g3")->contested);
    assert_false(get_link(&test.drawing, "g0", "g3")->possible);
    figure_case_release(&test);
}

static void test_tie_that_may_fall_into_the_window_is_possible(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "select_during", "2015");
    sample_groups(&test.sample, 3);
    sample_tie(&test.sample, 0, 1, "attack");
    figure_case_date(&test, "[2014-06..2015-02]", "");
    sample_tie(&test.sample, 0, 2, "attack");
    figure_case_date(&test, "2015-02", "");
    figure_case_compose(&test);
    assert_true(get_link(&test.drawing, "g0", "g1")->possible);
    assert_false(get_link(&test.drawing, "g0", "g2")->possible);
    figure_case_release(&test);
}

/* Pledges to g0 from g1 on, and two fewer to g9. */
static void add_pledges(struct figure_case *test)
{
    sample_groups(&test->sample, 10);
    for (group_id i = 1; i <= 5; i++)
        sample_tie(&test->sample, i, 0, "pledge");
    for (group_id i = 6; i <= 8; i++)
        sample_tie(&test->sample, i, 9, "pledge");
    sample_tie(&test->sample, 2, 1, "pledge");
    sample_tie(&test->sample, 3, 1, "pledge");
}

static size_t count_hubs(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        count += drawing->nodes.items[i].hub;
    return count;
}

static void test_auto_hubs_are_the_most_pledged_to(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    add_pledges(&test);
    figure_case_compose(&test);
    assert_int_equal(count_hubs(&test.drawing), 2);
    assert_ptr_equal(figure_case_node(&test.drawing, "g0")->style,
                     style_of_hub(theme_default(), 0));
    assert_ptr_equal(figure_case_node(&test.drawing, "g9")->style,
                     style_of_hub(theme_default(), 1));
    figure_case_release(&test);
}

static void test_refused_pledges_make_no_hub(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    sample_groups(&test.sample, 6);
    for (group_id i = 1; i <= 5; i++)
        sample_tie(&test.sample, i, 0, "pledge_refused");
    figure_case_compose(&test);
    assert_int_equal(count_hubs(&test.drawing), 0);
    figure_case_release(&test);
}

static void test_named_hubs_replace_the_found_ones(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    figure_case_set(&test, "encode_hubs", "g4, g9");
    add_pledges(&test);
    figure_case_compose(&test);
    assert_int_equal(count_hubs(&test.drawing), 2);
    assert_ptr_equal(figure_case_node(&test.drawing, "g4")->style,
                     style_of_hub(theme_default(), 0));
    assert_ptr_equal(figure_case_node(&test.drawing, "g9")->style,
                     style_of_hub(theme_default(), 1));
    figure_case_release(&test);
}

static void test_hubs_can_be_switched_off(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    figure_case_set(&test, "encode_hubs", "none");
    add_pledges(&test);
    figure_case_compose(&test);
    assert_int_equal(count_hubs(&test.drawing), 0);
    figure_case_release(&test);
}

static void test_unknown_hub_is_an_error(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    figure_case_set(&test, "encode_hubs", "nobody");
    add_pledges(&test);
    figure_case_select(&test);
    assert_false(compose_drawing(&test.request, &test.drawing, &test.error));
    assert_int_equal(test.error.kind, ERROR_DATA);
    assert_non_null(strstr(test.error.message, "nobody"));
    figure_case_release(&test);
}

static void test_overrides_pin_rename_and_make_hubs(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 3);
    list_push(&test.definition.nodes,
              (struct node_override){
                  .group = TEXT("g0"), .has_pin = true, .pin = {12, 34}, .label = TEXT("Renamed")});
    list_push(&test.definition.nodes, (struct node_override){.group = TEXT("g1"), .hub = true});
    figure_case_compose(&test);
    const struct node *pinned = figure_case_node(&test.drawing, "g0");
    figure_case_assert_text(pinned->label, "Renamed");
    assert_true(pinned->pinned && pinned->pin.x == 12 && pinned->pin.y == 34);
    assert_false(pinned->hub);
    assert_true(figure_case_node(&test.drawing, "g1")->hub);
    assert_false(figure_case_node(&test.drawing, "g2")->hub);
    figure_case_assert_text(figure_case_node(&test.drawing, "g2")->label, "g2");
    figure_case_release(&test);
}

static void test_hidden_group_takes_its_ties_with_it(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 3);
    sample_tie(&test.sample, 0, 1, "pledge");
    sample_tie(&test.sample, 1, 2, "pledge");
    list_push(&test.definition.nodes, (struct node_override){.group = TEXT("g0"), .hidden = true});
    figure_case_compose(&test);
    assert_int_equal(test.drawing.nodes.count, 2);
    assert_null(figure_case_find_node(&test.drawing, "g0"));
    assert_int_equal(get_link(&test.drawing, "g1", "g2")->relations.items[0], 1);
    assert_int_equal(test.drawing.links.count, 1);
    figure_case_release(&test);
}

/* Two groups in the north, one in the south, one nowhere, tied in a row. */
static void add_regions(struct figure_case *test)
{
    static const char *const regions[] = {"North", "North", "South", ""};
    sample_groups(&test->sample, 4);
    for (group_id i = 0; i < 4; i++)
        sample_region(&test->sample, i, regions[i]);
    for (group_id i = 0; i < 3; i++)
        sample_tie(&test->sample, i, i + 1, "attack");
}

static void test_frame_holds_the_region_and_nothing_else(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "select_region", "north");
    add_regions(&test);
    figure_case_compose(&test);
    assert_int_equal(test.drawing.frames.count, 1);
    assert_false(test.drawing.frames.items[0].is_hull);
    figure_case_assert_text(test.drawing.frames.items[0].name, "North");
    assert_int_equal(figure_case_node(&test.drawing, "g0")->region, 0);
    assert_int_equal(figure_case_node(&test.drawing, "g1")->region, 0);
    assert_true(figure_case_node(&test.drawing, "g2")->region == NODE_NONE);
    figure_case_release(&test);
}

static void test_region_figure_fills_only_what_is_inside(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "select_region", "north");
    add_regions(&test);
    test.sample.dataset.groups.items[1].kind = GROUP_STATE;
    figure_case_compose(&test);
    const struct colour *fill = &test.drawing.frames.items[0].style->fill;
    assert_ptr_equal(figure_case_node(&test.drawing, "g0")->fill, fill);
    assert_null(figure_case_node(&test.drawing, "g1")->fill);
    assert_null(figure_case_node(&test.drawing, "g2")->fill);
    figure_case_release(&test);
}

static void test_overview_has_a_hull_for_each_region_without_hubs(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    figure_case_set(&test, "encode_hubs", "g1");
    add_regions(&test);
    figure_case_compose(&test);
    assert_int_equal(test.drawing.frames.count, 2);
    const struct node *node = figure_case_node(&test.drawing, "g0");
    figure_case_assert_text(test.drawing.frames.items[node->region].name, "North");
    assert_true(test.drawing.frames.items[node->region].is_hull);
    assert_ptr_equal(node->fill, &test.drawing.frames.items[node->region].style->fill);
    node = figure_case_node(&test.drawing, "g2");
    figure_case_assert_text(test.drawing.frames.items[node->region].name, "South");
    assert_true(figure_case_node(&test.drawing, "g1")->region == NODE_NONE);
    node = figure_case_node(&test.drawing, "g3");
    assert_true(node->region == NODE_NONE && node->fill == NULL);
    figure_case_release(&test);
}

static void test_frames_and_fills_can_be_switched_off(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_OVERVIEW);
    figure_case_set(&test, "encode_frame", "none");
    figure_case_set(&test, "encode_fill", "none");
    add_regions(&test);
    figure_case_compose(&test);
    assert_int_equal(test.drawing.frames.count, 0);
    for (size_t i = 0; i < test.drawing.nodes.count; i++)
        assert_null(test.drawing.nodes.items[i].fill);
    figure_case_release(&test);
}

static void test_ended_depends_on_the_window(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "select_during", "2015");
    sample_groups(&test.sample, 3);
    test.sample.dataset.groups.items[0].ended = figure_case_read_date("2015-06");
    test.sample.dataset.groups.items[1].ended = figure_case_read_date("2016");
    test.sample.dataset.groups.items[2].ended = figure_case_read_date("..");
    figure_case_compose(&test);
    assert_true(figure_case_node(&test.drawing, "g0")->ended);
    assert_false(figure_case_node(&test.drawing, "g1")->ended);
    assert_false(figure_case_node(&test.drawing, "g2")->ended);
    figure_case_release(&test);
}

static void test_loose_movements_are_uncertain(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 2);
    test.sample.dataset.groups.items[0].kind = GROUP_MOVEMENT;
    figure_case_compose(&test);
    assert_true(figure_case_node(&test.drawing, "g0")->uncertain);
    assert_false(figure_case_node(&test.drawing, "g1")->uncertain);
    figure_case_release(&test);
}

static void test_dates_and_lives_appear_only_when_asked(void **state)
{
    (void)state;
    for (int shown = 0; shown < 2; shown++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_REGION);
        figure_case_set(&test, "encode_dates", shown ? "yes" : "no");
        figure_case_set(&test, "encode_life", shown ? "yes" : "no");
        sample_groups(&test.sample, 2);
        test.sample.dataset.groups.items[0].founded = figure_case_read_date("2013");
        test.sample.dataset.groups.items[0].ended = figure_case_read_date("2015");
        sample_tie(&test.sample, 0, 1, "pledge");
        figure_case_date(&test, "2014-10", "");
        figure_case_compose(&test);
        assert_int_equal(test.drawing.links.items[0].has_label, shown);
        assert_int_equal(test.drawing.nodes.items[0].life.length > 0, shown);
        assert_true(test.drawing.links.items[0].title.length > 0);
        figure_case_release(&test);
    }
}

static void test_link_without_dates_has_no_label(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "pledge");
    figure_case_compose(&test);
    assert_false(test.drawing.links.items[0].has_label);
    assert_int_equal(test.drawing.links.items[0].label.count, 0);
    figure_case_release(&test);
}

static void test_styles_may_go_by_family(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "encode_style", "family");
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "pledge");
    sample_tie(&test.sample, 0, 1, "pledge_claimed");
    figure_case_compose(&test);
    assert_int_equal(get_link(&test.drawing, "g0", "g1")->relations.count, 2);
    figure_case_release(&test);
}

static void test_boxes_hold_their_lines_and_grow_with_the_name(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_group(&test.sample, "a");
    sample_group(&test.sample, "a considerably longer name of a group");
    test.sample.dataset.groups.items[0].founded = figure_case_read_date("2013");
    figure_case_compose(&test);
    compose_size_nodes(&test.drawing, 60);
    for (size_t i = 0; i < 2; i++) {
        const struct node *node = &test.drawing.nodes.items[i];
        struct box box = node->outline.box;
        for (size_t j = 0; j < node->lines.count; j++) {
            const struct text_line *line = &node->lines.items[j];
            assert_true(line->x >= 4 && line->x + line->width <= box_width(box) - 4);
            assert_true(line->y - line->size * font_ascent() >= 2);
            assert_true(line->y + line->size * font_descent() <= box_height(box) - 2);
            if (j > 0)
                assert_true(line->y - node->lines.items[j - 1].y > 0.9 * line->size);
        }
    }
    struct box short_box = test.drawing.nodes.items[0].outline.box;
    struct box long_box = test.drawing.nodes.items[1].outline.box;
    assert_true(box_width(long_box) > box_width(short_box) + 20);
    assert_true(test.drawing.nodes.items[1].lines.count > 1);
    figure_case_release(&test);
}

static void test_wider_measure_gives_fewer_lines(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_group(&test.sample, "the army of the people of the pass");
    figure_case_compose(&test);
    compose_size_nodes(&test.drawing, 40);
    size_t narrow = test.drawing.nodes.items[0].lines.count;
    compose_size_nodes(&test.drawing, 200);
    assert_true(test.drawing.nodes.items[0].lines.count < narrow);
    assert_int_equal(test.drawing.nodes.items[0].lines.count, 1);
    figure_case_release(&test);
}

/* Text sizes by a made-up column of values, one a group. */
static void measure_sizes(double *values, size_t count, double *sizes)
{
    static const struct metric metric = {.name = "made_up", .scope = SCOPE_GROUP};
    struct figure_case test;
    struct metric_results results = {0};
    figure_case_init(&test, FIGURE_REGION);
    test.definition.size_metric = TEXT("made_up");
    sample_groups(&test.sample, (int)count);
    figure_case_select(&test);
    results.tables[SCOPE_GROUP].row_count = count;
    list_push(&results.tables[SCOPE_GROUP].columns, (struct metric_column){&metric, values});
    test.request.metrics = &results;
    assert_true(compose_drawing(&test.request, &test.drawing, &test.error));
    for (size_t i = 0; i < count; i++)
        sizes[i] = test.drawing.nodes.items[i].text_size;
    list_release(&results.tables[SCOPE_GROUP].columns);
    figure_case_release(&test);
}

static void test_text_sizes_follow_four_classes_of_the_metric(void **state)
{
    double values[] = {100, 60, 59, 30, 29, 10, 9, 0, NAN}, sizes[9];
    (void)state;
    measure_sizes(values, 9, sizes);
    assert_true(sizes[0] == sizes[1] && sizes[2] == sizes[3] && sizes[4] == sizes[5]);
    assert_true(sizes[6] == sizes[7] && sizes[7] == sizes[8]);
    assert_true(sizes[1] > sizes[2] && sizes[3] > sizes[4] && sizes[5] > sizes[6]);
    assert_true(sizes[8] >= 6);
}

static void test_metric_of_zeros_gives_one_size(void **state)
{
    double values[] = {0, 0, 0}, sizes[3];
    (void)state;
    measure_sizes(values, 3, sizes);
    assert_true(sizes[0] == sizes[1] && sizes[1] == sizes[2] && sizes[0] >= 6);
}

static void test_stronger_groups_have_larger_boxes(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_group(&test.sample, "abcdefgh");
    sample_group(&test.sample, "abcdefgi");
    figure_case_compose(&test);
    test.drawing.nodes.items[0].text_size = 8.8;
    compose_size_nodes(&test.drawing, 60);
    struct box large = test.drawing.nodes.items[0].outline.box;
    struct box small = test.drawing.nodes.items[1].outline.box;
    assert_true(box_width(large) > box_width(small) && box_height(large) > box_height(small));
    figure_case_release(&test);
}

static void test_box_with_many_links_is_larger(void **state)
{
    struct figure_case test;
    static const char *const kinds[] = {"pledge", "conflict", "alliance", "split", "joined"};
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 10);
    figure_case_set(&test, "encode_hubs", "none");
    for (group_id i = 1; i < 5; i++)
        for (size_t k = 0; k < 5; k++)
            sample_tie(&test.sample, 0, i, kinds[k]);
    figure_case_compose(&test);
    compose_size_nodes(&test.drawing, 80);
    assert_int_equal(drawing_count_links(&test.drawing, 0), 20);
    assert_int_equal(drawing_count_links(&test.drawing, 1), 5);
    const struct node *crowded = figure_case_node(&test.drawing, "g0");
    const struct node *usual = figure_case_node(&test.drawing, "g1");
    assert_true(box_width(crowded->outline.box) > box_width(usual->outline.box) + 8);
    assert_true(box_height(crowded->outline.box) > box_height(usual->outline.box) + 2);
    const struct box line = text_line_box(&crowded->lines.items[0]);
    assert_true(line.top > 0 && line.bottom < box_height(crowded->outline.box));
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_chosen_relation_is_on_exactly_one_link),
        cmocka_unit_test(test_ties_of_one_look_share_a_link),
        cmocka_unit_test(test_directions_and_looks_keep_links_apart),
        cmocka_unit_test(test_mutual_ties_in_both_orders_share_a_link),
        cmocka_unit_test(test_split_is_drawn_from_parent_to_new_group),
        cmocka_unit_test(test_certainty_sets_flags_and_keeps_links_apart),
        cmocka_unit_test(test_tie_that_may_fall_into_the_window_is_possible),
        cmocka_unit_test(test_auto_hubs_are_the_most_pledged_to),
        cmocka_unit_test(test_refused_pledges_make_no_hub),
        cmocka_unit_test(test_named_hubs_replace_the_found_ones),
        cmocka_unit_test(test_hubs_can_be_switched_off),
        cmocka_unit_test(test_unknown_hub_is_an_error),
        cmocka_unit_test(test_overrides_pin_rename_and_make_hubs),
        cmocka_unit_test(test_hidden_group_takes_its_ties_with_it),
        cmocka_unit_test(test_frame_holds_the_region_and_nothing_else),
        cmocka_unit_test(test_region_figure_fills_only_what_is_inside),
        cmocka_unit_test(test_overview_has_a_hull_for_each_region_without_hubs),
        cmocka_unit_test(test_frames_and_fills_can_be_switched_off),
        cmocka_unit_test(test_ended_depends_on_the_window),
        cmocka_unit_test(test_loose_movements_are_uncertain),
        cmocka_unit_test(test_dates_and_lives_appear_only_when_asked),
        cmocka_unit_test(test_link_without_dates_has_no_label),
        cmocka_unit_test(test_styles_may_go_by_family),
        cmocka_unit_test(test_boxes_hold_their_lines_and_grow_with_the_name),
        cmocka_unit_test(test_wider_measure_gives_fewer_lines),
        cmocka_unit_test(test_text_sizes_follow_four_classes_of_the_metric),
        cmocka_unit_test(test_metric_of_zeros_gives_one_size),
        cmocka_unit_test(test_stronger_groups_have_larger_boxes),
        cmocka_unit_test(test_box_with_many_links_is_larger),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
