/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/finish.h"

#include "figure/place.h"
#include "figure_case.h"

static const double slack = 0.05;

/* Compose, set in rows and finish; the page is all there is to see. */
static void finish(struct figure_case *test)
{
    figure_case_compose(test);
    test->drawing.page_width = place_page_width(&test->definition);
    place_in_rows(&test->drawing, &test->definition);
    finish_drawing(&test->drawing, &test->request);
}

static void init_full(struct figure_case *test, const char *width)
{
    figure_case_init(test, FIGURE_OVERVIEW);
    figure_case_set(test, "figure_width", width);
    figure_case_set(test, "text_title",
                    "A title of many words that takes more than one line on a page of one column");
    figure_case_set(test, "text_note", "A note by the author.");
    figure_case_fill(test, 12, 30);
}

static struct box texts_box(const struct drawing *drawing, enum text_role role)
{
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < drawing->texts.count; i++)
        if (drawing->texts.items[i].role == role)
            box = box_union(box, text_line_box(&drawing->texts.items[i]));
    return box;
}

static struct box legend_box(const struct drawing *drawing)
{
    struct box box = drawing->legend.items[0].sample;
    for (size_t i = 0; i < drawing->legend.count; i++) {
        box = box_union(box, drawing->legend.items[i].sample);
        box = box_union(box, text_line_box(&drawing->legend.items[i].text));
    }
    return box;
}

static void test_parts_of_the_page_stand_below_each_other(void **state)
{
    static const char *const widths[] = {"85mm", "170mm", "297mm"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct figure_case test;
        init_full(&test, widths[i]);
        finish(&test);
        const struct box parts[] = {
            texts_box(&test.drawing, TEXT_TITLE),
            texts_box(&test.drawing, TEXT_SUBTITLE),
            test.drawing.content,
            legend_box(&test.drawing),
            texts_box(&test.drawing, TEXT_NOTE),
        };
        assert_true(parts[0].top >= 0);
        for (size_t j = 0; j < 5; j++) {
            assert_true(parts[j].left >= 0 && parts[j].right <= test.drawing.page_width + slack);
            if (j > 0)
                assert_true(parts[j].top >= parts[j - 1].bottom - slack);
        }
        assert_true(parts[4].bottom <= test.drawing.page_height);
        figure_case_release(&test);
    }
}

static void test_nothing_is_off_the_page(void **state)
{
    static const char *const widths[] = {"60mm", "85mm", "170mm"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct figure_case test;
        struct legibility found;
        init_full(&test, widths[i]);
        finish(&test);
        legibility_measure(&test.drawing, &found);
        assert_int_equal(found.off_page, 0);
        figure_case_release(&test);
    }
}

static void test_wide_content_is_shrunk_to_the_page(void **state)
{
    struct figure_case test;
    (void)state;
    init_full(&test, "85mm");
    figure_case_compose(&test);
    place_in_rows(&test.drawing, &test.definition);
    drawing_scale(&test.drawing, 3);
    double size = test.drawing.nodes.items[0].lines.items[0].size;
    finish_drawing(&test.drawing, &test.request);
    assert_true(test.drawing.scale < 1);
    assert_true(box_width(test.drawing.content) <= test.drawing.page_width);
    assert_true(test.drawing.content.left >= 0);
    assert_true(fabs(test.drawing.nodes.items[0].lines.items[0].size - size * test.drawing.scale) <
                1e-6);
    assert_true(texts_box(&test.drawing, TEXT_NOTE).bottom <= test.drawing.page_height);
    for (size_t i = 0; i < test.drawing.texts.count; i++)
        assert_true(test.drawing.texts.items[i].size >= 5.8);
    figure_case_release(&test);
}

static void test_narrow_content_is_centred_and_keeps_its_size(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "pledge");
    finish(&test);
    assert_true(test.drawing.scale == 1);
    double left = test.drawing.content.left;
    double right = test.drawing.page_width - test.drawing.content.right;
    assert_true(fabs(left - right) < 1);
    figure_case_release(&test);
}

static const struct text_line *find_text(const struct drawing *drawing, enum text_role role,
                                         const char *part)
{
    for (size_t i = 0; i < drawing->texts.count; i++) {
        char copy[512];
        struct text text = drawing->texts.items[i].text;
        snprintf(copy, sizeof copy, TEXT_FORMAT, TEXT_PARTS(text));
        if (drawing->texts.items[i].role == role && strstr(copy, part) != NULL)
            return &drawing->texts.items[i];
    }
    return NULL;
}

static void test_counts_and_sources_are_those_of_what_is_drawn(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "select_family", "pledge");
    sample_groups(&test.sample, 3);
    sample_tie(&test.sample, 0, 1, "pledge");
    sample_tie(&test.sample, 0, 1, "pledge");
    figure_case_dispute(&test);
    sample_tie(&test.sample, 1, 2, "conflict");
    list_push(&test.sample.dataset.sources, (struct source){.authors = TEXT("Unused")});
    figure_case_claim(&test)->source = 1;
    test.sample.dataset.sources.items[0].authors = TEXT("Moe");
    finish(&test);
    assert_non_null(find_text(&test.drawing, TEXT_SUBTITLE, "3 groups, 2 relations; all dates"));
    assert_non_null(
        find_text(&test.drawing, TEXT_NOTE, "3 groups, 2 relations, 3 claims from 1 source."));
    assert_non_null(find_text(&test.drawing, TEXT_NOTE, "Sources: 1 Moe."));
    assert_null(find_text(&test.drawing, TEXT_NOTE, "Unused"));
    figure_case_release(&test);
}

static void test_window_stands_below_the_figure(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "select_during", "2014-06/2016-02");
    sample_groups(&test.sample, 2);
    finish(&test);
    assert_non_null(find_text(&test.drawing, TEXT_NOTE, "Window: 2014-06/2016-02."));
    figure_case_release(&test);
}

static void check_words_of_dates(const char *date, const char *words, bool expected)
{
    struct figure_case test;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "figure_width", "400mm"); /* a line of notes is not broken */
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "attack");
    figure_case_date(&test, date, "");
    finish(&test);
    if ((find_text(&test.drawing, TEXT_NOTE, words) != NULL) != expected)
        fail_msg("%s: '%s' is %s", date, words, expected ? "missing" : "there");
    figure_case_release(&test);
}

static void test_signs_of_dates_are_explained_where_they_are_used(void **state)
{
    (void)state;
    check_words_of_dates("2014?", "? means uncertain", true);
    check_words_of_dates("2014", "? means uncertain", false);
    check_words_of_dates("2014~", "~ means about", true);
    check_words_of_dates("2014", "~ means about", false);
    check_words_of_dates("[2015-06..2015-12]", "Two dots", true);
    check_words_of_dates("2015-06", "Two dots", false);
}

static void test_title_is_the_name_unless_given(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 1);
    finish(&test);
    assert_non_null(find_text(&test.drawing, TEXT_TITLE, "case"));
    figure_case_release(&test);
}

static void test_given_subtitle_replaces_the_counts(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "text_subtitle", "My words");
    sample_groups(&test.sample, 1);
    finish(&test);
    assert_non_null(find_text(&test.drawing, TEXT_SUBTITLE, "My words"));
    assert_null(find_text(&test.drawing, TEXT_SUBTITLE, "1 group"));
    figure_case_release(&test);
}

static void test_legend_can_be_switched_off(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    figure_case_set(&test, "encode_legend", "no");
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "pledge");
    finish(&test);
    assert_int_equal(test.drawing.legend.count, 0);
    figure_case_release(&test);
}

static void test_description_counts_ties_by_look(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_REGION);
    sample_groups(&test.sample, 3);
    sample_tie(&test.sample, 0, 1, "pledge");
    sample_tie(&test.sample, 0, 2, "pledge");
    sample_tie(&test.sample, 1, 2, "conflict");
    finish(&test);
    figure_case_assert_text(test.drawing.description,
                            "Network figure of 3 groups and 3 relations: 2 pledge of allegiance; "
                            "1 armed conflict.");
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_of_the_page_stand_below_each_other),
        cmocka_unit_test(test_nothing_is_off_the_page),
        cmocka_unit_test(test_wide_content_is_shrunk_to_the_page),
        cmocka_unit_test(test_narrow_content_is_centred_and_keeps_its_size),
        cmocka_unit_test(test_counts_and_sources_are_those_of_what_is_drawn),
        cmocka_unit_test(test_window_stands_below_the_figure),
        cmocka_unit_test(test_signs_of_dates_are_explained_where_they_are_used),
        cmocka_unit_test(test_title_is_the_name_unless_given),
        cmocka_unit_test(test_given_subtitle_replaces_the_counts),
        cmocka_unit_test(test_legend_can_be_switched_off),
        cmocka_unit_test(test_description_counts_ties_by_look),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
