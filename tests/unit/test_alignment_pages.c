/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/alignment_pages.h"

#include "figure/place.h"
#include "figure_case.h"

/* Two hubs and a group in each of four regions, one after the other down the page. */
static void init(struct figure_case *test)
{
    static const char *const regions[] = {"A", "B", "C", "D"};
    figure_case_init(test, FIGURE_LANES);
    figure_case_set(test, "encode_hubs", "g0,g1");
    sample_groups(&test->sample, 6);
    for (group_id i = 0; i < 4; i++)
        sample_region(&test->sample, i + 2, regions[i]);
    sample_tie(&test->sample, 2, 0, "pledge");
    sample_tie(&test->sample, 3, 1, "pledge");
    sample_tie(&test->sample, 0, 1, "rivalry");
    sample_tie(&test->sample, 2, 5, "conflict");
    sample_tie(&test->sample, 4, 5, "conflict");
    sample_tie(&test->sample, 5, 0, "pledge");
    figure_case_compose(test);
    assert_int_equal(test->drawing.frames.count, 4);
}

static void set_heights(struct drawing *drawing, const double *heights)
{
    double top = 20;
    for (size_t i = 0; i < drawing->frames.count; i++) {
        drawing->frames.items[i].outline.box = (struct box){0, top, 100, top + heights[i]};
        top += heights[i];
    }
}

static void test_lanes_are_shared_out_evenly_and_in_order(void **state)
{
    struct figure_case test;
    static const double heights[] = {30, 10, 10, 30};
    size_t page_of[4];
    (void)state;
    init(&test);
    set_heights(&test.drawing, heights);
    alignment_share_out(&test.drawing, 2, page_of);
    assert_int_equal(page_of[0], 0);
    assert_int_equal(page_of[1], 0);
    assert_int_equal(page_of[2], 1);
    assert_int_equal(page_of[3], 1);
    alignment_share_out(&test.drawing, 4, page_of);
    for (size_t i = 1; i < 4; i++)
        assert_true(page_of[i] >= page_of[i - 1]);
    figure_case_release(&test);
}

static void test_low_figures_have_one_page_and_none_more_than_lanes(void **state)
{
    struct figure_case test;
    (void)state;
    init(&test);
    test.drawing.content = (struct box){0, 50, 400, 350};
    test.drawing.page_height = 400;
    assert_int_equal(alignment_count_pages(&test.drawing, 400), 1);
    assert_int_equal(alignment_count_pages(&test.drawing, 300), 2);
    assert_int_equal(alignment_count_pages(&test.drawing, 10), 4);
    figure_case_release(&test);
}

/* Relations on the links of a drawing, by relation. */
static void count_relations(const struct drawing *drawing, size_t *counts)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        for (size_t k = 0; k < drawing->links.items[i].relations.count; k++)
            counts[drawing->links.items[i].relations.items[k]]++;
}

static void test_no_tie_is_lost_and_cut_ones_are_on_both_pages(void **state)
{
    static const size_t page_of[] = {0, 0, 1, 1};
    const struct alignment_pages pages = {page_of, 2};
    size_t counts[6] = {0};
    (void)state;
    for (size_t page = 0; page < 2; page++) {
        struct figure_case test;
        init(&test);
        alignment_keep_page(&test.drawing, &pages, page);
        count_relations(&test.drawing, counts);
        assert_int_equal(test.drawing.frames.count, 2);
        assert_int_equal(test.drawing.page_number, page + 1);
        for (size_t i = 0; i < test.drawing.nodes.count; i++)
            assert_true(test.drawing.nodes.items[i].hub || test.drawing.nodes.items[i].region < 2);
        figure_case_release(&test);
    }
    assert_int_equal(counts[0], 1);
    assert_int_equal(counts[1], 1);
    assert_int_equal(counts[2], 2); /* between the hubs */
    assert_int_equal(counts[3], 2); /* from page to page */
    assert_int_equal(counts[4], 1);
    assert_int_equal(counts[5], 1); /* not drawn again where its group is only named */
}

static void test_group_of_another_page_is_a_name_with_its_page(void **state)
{
    static const size_t page_of[] = {0, 0, 1, 1};
    const struct alignment_pages pages = {page_of, 2};
    struct figure_case test;
    (void)state;
    init(&test);
    alignment_keep_page(&test.drawing, &pages, 0);
    const struct node *node = figure_case_node(&test.drawing, "g5");
    assert_true(node->bare);
    figure_case_assert_text(node->life, "D, page 2");
    assert_int_equal(node->region, 0); /* beside the group that it is tied to */
    assert_null(figure_case_find_node(&test.drawing, "g4"));
    assert_true(test.drawing.note.length > 0);
    figure_case_assert_text(test.drawing.name, "case-1");
    figure_case_release(&test);
}

static void test_high_lanes_become_pages_that_are_low_enough(void **state)
{
    struct figure_case test;
    struct figure figure;
    (void)state;
    figure_case_init(&test, FIGURE_LANES);
    figure_case_set(&test, "encode_hubs", "g0,g3");
    figure_case_fill(&test, 16, 24);
    figure_case_select(&test);
    assert_true(figures_make(&test.request, 1, &figure, NULL));
    assert_int_equal(figure_page_count(&figure), 1);
    double whole = figure.drawing.page_height;
    figure_release(&figure);
    test.definition.height_mm = whole * 0.85 / (72 / 25.4);
    assert_true(figures_make(&test.request, 1, &figure, NULL));
    assert_true(figure_page_count(&figure) > 1);
    for (size_t i = 0; i < figure_page_count(&figure); i++)
        assert_true(figure_get_page(&figure, i)->drawing.page_height <=
                    place_page_height(&test.definition));
    figure_release(&figure);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lanes_are_shared_out_evenly_and_in_order),
        cmocka_unit_test(test_low_figures_have_one_page_and_none_more_than_lanes),
        cmocka_unit_test(test_no_tie_is_lost_and_cut_ones_are_on_both_pages),
        cmocka_unit_test(test_group_of_another_page_is_a_name_with_its_page),
        cmocka_unit_test(test_high_lanes_become_pages_that_are_low_enough),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
