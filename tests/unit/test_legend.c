/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/legend.h"

#include "figure_case.h"

static size_t count_link_entries(const struct drawing *drawing, const struct link_style *style)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->legend.count; i++) {
        const struct legend_entry *entry = &drawing->legend.items[i];
        count += entry->link == style && !entry->possible && !entry->contested;
    }
    return count;
}

static bool is_drawn(const struct drawing *drawing, const struct link_style *style)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        if (drawing->links.items[i].style == style)
            return true;
    return false;
}

static void check_links_and_legend_agree(const struct drawing *drawing)
{
    const struct link_style *styles = theme_default()->links;
    for (size_t i = 0; i < STYLE_COUNT; i++)
        assert_int_equal(count_link_entries(drawing, &styles[i]), is_drawn(drawing, &styles[i]));
}

static void test_each_kind_alone_has_its_style_in_the_legend(void **state)
{
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_REGION);
        sample_groups(&test.sample, 2);
        sample_tie(&test.sample, 0, 1, kinds[i].name.at);
        figure_case_compose(&test);
        legend_collect(&test.drawing);
        check_links_and_legend_agree(&test.drawing);
        assert_ptr_equal(test.drawing.legend.items[0].link,
                         style_of_kind(theme_default(), &kinds[i]));
        assert_int_equal(test.drawing.legend.count, 2);
        figure_case_release(&test);
    }
}

static void test_all_kinds_together_have_each_style_once(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_fill(&test, 9, test.sample.dataset.kinds.count);
    figure_case_compose(&test);
    legend_collect(&test.drawing);
    check_links_and_legend_agree(&test.drawing);
    const struct link_style *styles = theme_default()->links;
    for (size_t i = 0; i < STYLE_COUNT; i++)
        assert_true(is_drawn(&test.drawing, &styles[i]));
    figure_case_release(&test);
}

static size_t count_trait(const struct drawing *drawing, bool contested)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->legend.count; i++)
        count += contested ? drawing->legend.items[i].contested : drawing->legend.items[i].possible;
    return count;
}

static void test_certainty_is_explained_only_where_it_is_drawn(void **state)
{
    (void)state;
    for (int traits = 0; traits < 4; traits++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_REGION);
        sample_groups(&test.sample, 4);
        for (group_id i = 0; i < 2; i++) {
            sample_tie(&test.sample, i, 2, "attack");
            if (traits & 1)
                figure_case_claim(&test)->grade = GRADE_INFERRED;
            sample_tie(&test.sample, i, 3, "pledge");
            if (traits & 2)
                figure_case_dispute(&test);
        }
        figure_case_compose(&test);
        legend_collect(&test.drawing);
        assert_int_equal(count_trait(&test.drawing, false), traits & 1);
        assert_int_equal(count_trait(&test.drawing, true), traits >> 1);
        figure_case_release(&test);
    }
}

static size_t count_emphasis(const struct drawing *drawing, enum emphasis emphasis)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->legend.count; i++)
        count += drawing->legend.items[i].link == &theme_default()->tie &&
                 drawing->legend.items[i].emphasis == emphasis;
    return count;
}

/* One tie a figure, of which the legend explains the class and no other. */
static void test_emphasis_is_explained_only_where_it_is_drawn(void **state)
{
    static const struct {
        const char *start;
        const char *end;
        enum emphasis emphasis;
    } cases[] = {{"2015", "", EMPHASIS_GAINED},
                 {"2013", "2014-09", EMPHASIS_LOST},
                 {"2013", "", EMPHASIS_SAME},
                 {"2014-09", "2014-10", EMPHASIS_BETWEEN}};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_DIFFERENCE);
        sample_groups(&test.sample, 2);
        sample_tie(&test.sample, 0, 1, "alliance");
        figure_case_date(&test, cases[i].start, cases[i].end);
        figure_case_compose(&test);
        legend_collect(&test.drawing);
        for (int k = 0; k < EMPHASIS_COUNT; k++)
            assert_int_equal(count_emphasis(&test.drawing, (enum emphasis)k),
                             (enum emphasis)k == cases[i].emphasis);
        figure_case_release(&test);
    }
}

static void test_new_and_former_groups_are_explained_once(void **state)
{
    struct figure_case test;
    size_t new_groups = 0;
    (void)state;
    figure_case_init(&test, FIGURE_DIFFERENCE);
    sample_groups(&test.sample, 3);
    for (group_id i = 1; i < 3; i++) {
        test.sample.dataset.groups.items[i].founded = figure_case_read_date("2015-02");
        sample_tie(&test.sample, 0, i, "alliance");
    }
    figure_case_compose(&test);
    legend_collect(&test.drawing);
    for (size_t i = 0; i < test.drawing.legend.count; i++)
        new_groups += test.drawing.legend.items[i].node != NULL &&
                      test.drawing.legend.items[i].emphasis == EMPHASIS_NEW;
    assert_int_equal(new_groups, 1);
    figure_case_release(&test);
}

static const struct legend_entry *find_node_entry(const struct drawing *drawing,
                                                  const struct node_style *style)
{
    for (size_t i = 0; i < drawing->legend.count; i++)
        if (drawing->legend.items[i].node == style && !drawing->legend.items[i].ended)
            return &drawing->legend.items[i];
    return NULL;
}

static void test_kinds_of_groups_have_entries_where_they_are_drawn(void **state)
{
    (void)state;
    for (int kind = 0; kind < GROUP_KIND_COUNT; kind++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_REGION);
        sample_groups(&test.sample, 1);
        test.sample.dataset.groups.items[0].kind = (enum group_kind)kind;
        figure_case_compose(&test);
        legend_collect(&test.drawing);
        for (int other = 0; other < GROUP_KIND_COUNT; other++)
            assert_int_equal(
                find_node_entry(&test.drawing, &theme_default()->nodes[(enum group_kind)other]) !=
                    NULL,
                other == kind);
        assert_int_equal(test.drawing.legend.count, 1);
        assert_int_equal(test.drawing.legend.items[0].uncertain, kind == GROUP_MOVEMENT);
        figure_case_release(&test);
    }
}

static void test_hubs_and_ended_groups_have_one_entry_each(void **state)
{
    struct figure_case test;
    size_t hubs = 0, ended = 0;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "encode_hubs", "g1,g0");
    sample_groups(&test.sample, 4);
    test.sample.dataset.groups.items[2].ended = figure_case_read_date("2014");
    test.sample.dataset.groups.items[3].ended = figure_case_read_date("2015");
    figure_case_compose(&test);
    legend_collect(&test.drawing);
    for (size_t i = 0; i < test.drawing.legend.count; i++) {
        /* The sample is of the first in rank, wherever its node stands. */
        if (test.drawing.legend.items[i].hub)
            assert_ptr_equal(test.drawing.legend.items[i].node, style_of_hub(theme_default(), 0));
        hubs += test.drawing.legend.items[i].hub;
        ended += test.drawing.legend.items[i].ended;
    }
    assert_int_equal(hubs, 1);
    assert_int_equal(ended, 1);
    figure_case_release(&test);
}

static size_t count_fills(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->legend.count; i++)
        count += drawing->legend.items[i].fill != NULL;
    return count;
}

static void test_fills_are_explained_where_no_frame_does(void **state)
{
    (void)state;
    for (int framed = 0; framed < 2; framed++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_OVERVIEW);
        figure_case_set(&test, "encode_frame", framed ? "region" : "none");
        sample_groups(&test.sample, 3);
        sample_region(&test.sample, 0, "North");
        sample_region(&test.sample, 1, "North");
        sample_region(&test.sample, 2, "South");
        figure_case_compose(&test);
        legend_collect(&test.drawing);
        assert_int_equal(count_fills(&test.drawing), framed ? 0 : 2);
        figure_case_release(&test);
    }
}

static void check_places(const struct drawing *drawing, double top, double bottom, double width)
{
    for (size_t i = 0; i < drawing->legend.count; i++) {
        const struct legend_entry *entry = &drawing->legend.items[i];
        struct box text = text_line_box(&entry->text);
        assert_true(entry->sample.left >= -1e-9 && entry->sample.right < text.left);
        assert_true(text.right <= width + 1e-9);
        assert_true(text.top >= top && text.bottom <= bottom);
        assert_true(entry->sample.top >= top && entry->sample.bottom <= bottom);
        for (size_t j = 0; j < i; j++) {
            struct box other = text_line_box(&drawing->legend.items[j].text);
            assert_false(box_overlaps(text, other));
            assert_false(box_overlaps(entry->sample, other));
            assert_false(box_overlaps(text, drawing->legend.items[j].sample));
            assert_false(box_overlaps(entry->sample, drawing->legend.items[j].sample));
        }
    }
}

static void test_columns_fit_the_width_and_keep_apart(void **state)
{
    static const double widths[] = {150, 240, 476, 700, 1200};
    double before = INFINITY;
    (void)state;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct figure_case test;
        figure_case_init(&test, FIGURE_OVERVIEW);
        figure_case_fill(&test, 12, 40);
        figure_case_compose(&test);
        legend_collect(&test.drawing);
        double bottom = legend_place(&test.drawing, 100, widths[i]);
        check_places(&test.drawing, 100, bottom, widths[i]);
        assert_true(bottom <= before);
        before = bottom;
        figure_case_release(&test);
    }
    assert_true(before < 200);
}

static void test_empty_legend_takes_no_room(void **state)
{
    struct drawing drawing;
    (void)state;
    drawing_init(&drawing);
    legend_collect(&drawing);
    assert_int_equal(drawing.legend.count, 0);
    assert_true(legend_place(&drawing, 42, 400) == 42);
    drawing_release(&drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_kind_alone_has_its_style_in_the_legend),
        cmocka_unit_test(test_all_kinds_together_have_each_style_once),
        cmocka_unit_test(test_emphasis_is_explained_only_where_it_is_drawn),
        cmocka_unit_test(test_new_and_former_groups_are_explained_once),
        cmocka_unit_test(test_certainty_is_explained_only_where_it_is_drawn),
        cmocka_unit_test(test_kinds_of_groups_have_entries_where_they_are_drawn),
        cmocka_unit_test(test_hubs_and_ended_groups_have_one_entry_each),
        cmocka_unit_test(test_fills_are_explained_where_no_frame_does),
        cmocka_unit_test(test_columns_fit_the_width_and_keep_apart),
        cmocka_unit_test(test_empty_legend_takes_no_room),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
