/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/genealogy.h"

#include "figure_case.h"

enum {
    SPLINTER,
    PARENT,
    CENTRE,
    ALLY,
    GROUPS
};

static void tie(struct figure_case *test, group_id source, group_id target, const char *kind,
                const char *start, const char *end)
{
    sample_tie(&test->sample, source, target, kind);
    figure_case_date(test, start, end);
}

static void init(struct figure_case *test)
{
    figure_case_init(test, FIGURE_GENEALOGY);
    figure_case_set(test, "encode_hubs", "g2");
    sample_groups(&test->sample, GROUPS);
}

static void make(struct figure_case *test, struct genealogy *genealogy)
{
    figure_case_compose(test);
    genealogy_init(genealogy, &test->request, &test->drawing, 10, 410);
}

static void release(struct figure_case *test, struct genealogy *genealogy)
{
    genealogy_release(genealogy);
    figure_case_release(test);
}

static void test_every_relation_is_a_link_told_or_counted(void **state)
{
    struct figure_case test;
    struct genealogy genealogy;
    (void)state;
    init(&test);
    tie(&test, SPLINTER, PARENT, "split", "2014-02", "");
    tie(&test, SPLINTER, PARENT, "split", "2015-02", "");
    tie(&test, SPLINTER, CENTRE, "pledge", "2014-03", "");
    tie(&test, PARENT, CENTRE, "pledge_refused", "2014-04", "");
    tie(&test, SPLINTER, PARENT, "member", "", "");
    tie(&test, SPLINTER, PARENT, "faction", "[..2014-02]", "");
    tie(&test, PARENT, CENTRE, "affiliate", "", "");
    tie(&test, SPLINTER, ALLY, "alliance", "2014-05", "");
    make(&test, &genealogy);
    assert_int_equal(test.drawing.links.count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(test.drawing.links.items[i].relations.count, 1);
    assert_int_equal(test.drawing.told.count, 1);
    assert_int_equal(test.drawing.told.items[0], 2);
    assert_int_equal(genealogy.left_out.undated, 3);
    assert_int_equal(genealogy.left_out.families, 1);
    release(&test, &genealogy);
}

static void test_only_groups_with_a_tie_to_show_keep_a_lane(void **state)
{
    struct figure_case test;
    struct genealogy genealogy;
    (void)state;
    init(&test);
    tie(&test, ALLY, PARENT, "conflict", "2013", "");
    tie(&test, SPLINTER, PARENT, "split", "2014-02", "");
    tie(&test, SPLINTER, CENTRE, "pledge", "2014-03", "");
    make(&test, &genealogy);
    assert_int_equal(test.drawing.nodes.count, 2);
    assert_int_equal(genealogy.lanes.count, 2);
    assert_non_null(figure_case_find_node(&test.drawing, "g0"));
    assert_non_null(figure_case_find_node(&test.drawing, "g1"));
    assert_int_equal(genealogy.left_out.groups, 1); /* the legend names the centre */
    const struct link *link = &test.drawing.links.items[0];
    figure_case_assert_text(test.drawing.nodes.items[link->from].id, "g1");
    figure_case_assert_text(test.drawing.nodes.items[link->to].id, "g0");
    release(&test, &genealogy);
}

static void test_open_lives_reach_the_end_of_the_window(void **state)
{
    struct figure_case test;
    struct genealogy genealogy;
    (void)state;
    init(&test);
    figure_case_set(&test, "select_during", "2013/2016-02");
    tie(&test, SPLINTER, PARENT, "split", "2014-02", "");
    tie(&test, SPLINTER, CENTRE, "pledge", "2014-03", "..");
    make(&test, &genealogy);
    assert_int_equal(genealogy.axis.knots[0].day, day_from_civil(2013, 1, 1));
    day_number last = genealogy.axis.knots[genealogy.axis.count - 1].day;
    assert_int_equal(last, day_from_civil(2016, 2, 29));
    assert_int_equal(genealogy.lanes.items[0].life.ends.last, last);
    assert_int_equal(genealogy.lanes.items[1].life.end, LIFE_UNKNOWN);
    assert_int_equal(genealogy.lanes.items[1].life.ends.last, day_from_civil(2014, 2, 14));
    release(&test, &genealogy);
}

static void test_sources_of_dates_are_cited_though_their_ties_are_not_chosen(void **state)
{
    struct figure_case test;
    struct genealogy genealogy;
    bool cited[2] = {false, false};
    (void)state;
    init(&test);
    figure_case_set(&test, "select_family", "split");
    tie(&test, SPLINTER, PARENT, "split", "2014-02", "");
    tie(&test, SPLINTER, ALLY, "conflict", "2016-02", "");
    list_push(&test.sample.dataset.sources, (struct source){.id = TEXT("second")});
    figure_case_claim(&test)->source = 1;
    make(&test, &genealogy);
    assert_int_equal(genealogy.lanes.items[0].life.ends.last, day_from_civil(2016, 2, 15));
    drawing_mark_sources(&test.drawing, cited);
    assert_true(cited[0] && cited[1]);
    release(&test, &genealogy);
}

static void test_nothing_to_show_leaves_no_lane(void **state)
{
    struct figure_case test;
    struct genealogy genealogy;
    (void)state;
    init(&test);
    tie(&test, SPLINTER, PARENT, "split", "", "");
    make(&test, &genealogy);
    assert_int_equal(genealogy.lanes.count, 0);
    assert_int_equal(test.drawing.nodes.count, 0);
    assert_int_equal(test.drawing.links.count, 0);
    release(&test, &genealogy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_relation_is_a_link_told_or_counted),
        cmocka_unit_test(test_only_groups_with_a_tie_to_show_keep_a_lane),
        cmocka_unit_test(test_open_lives_reach_the_end_of_the_window),
        cmocka_unit_test(test_sources_of_dates_are_cited_though_their_ties_are_not_chosen),
        cmocka_unit_test(test_nothing_to_show_leaves_no_lane),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
