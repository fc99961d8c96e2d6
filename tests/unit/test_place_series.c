/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place_series.h"

#include "figure_case.h"
#include "metrics/series.h"

/* Three ties of which one is possible in 2014, in the years 2013 to 2015. */
struct series_case {
    struct figure_case figure;
    struct metric_series series;
};

static void draw(struct series_case *test, const char *measures, const char *width)
{
    struct error error = {0};
    struct sample *sample = &test->figure.sample;
    const struct selection_query query = {0};
    figure_case_init(&test->figure, FIGURE_SERIES);
    figure_case_set(&test->figure, "encode_measures", measures);
    figure_case_set(&test->figure, "figure_width", width);
    sample_groups(sample, 3);
    sample_tie(sample, 0, 1, "alliance");
    figure_case_date(&test->figure, "2013", "..");
    sample_tie(sample, 1, 2, "pledge");
    figure_case_date(&test->figure, "[2014..2015]", "..");
    sample_tie(sample, 0, 2, "conflict");
    figure_case_date(&test->figure, "2014", "2014");
    figure_case_select(&test->figure);
    assert_true(series_measure(&sample->dataset, &query, STEP_YEAR, 1, &test->series, &error));
    test->figure.request = (struct figure_request){.definition = &test->figure.definition,
                                                   .selection = &sample->selection,
                                                   .series = &test->series};
    test->figure.drawing.dataset = &sample->dataset;
    place_series(&test->figure.drawing, &test->figure.request);
}

static void release(struct series_case *test)
{
    metric_series_release(&test->series);
    figure_case_release(&test->figure);
}

static size_t count_bars(const struct drawing *drawing, const char *class_names)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->bars.count; i++)
        count += text_equal_string(drawing->bars.items[i].class_names, class_names);
    return count;
}

static const struct bar *find_bar(const struct drawing *drawing, const char *title)
{
    for (size_t i = 0; i < drawing->bars.count; i++)
        if (text_equal_string(drawing->bars.items[i].title, title))
            return &drawing->bars.items[i];
    fail_msg("no dot '%s'", title);
    return NULL;
}

static bool has_caption(const struct drawing *drawing, const char *text)
{
    for (size_t i = 0; i < drawing->captions.count; i++)
        if (text_equal_string(drawing->captions.items[i].text, text))
            return true;
    return false;
}

static void test_every_value_has_a_dot_and_the_last_a_label(void **state)
{
    struct series_case test = {0};
    (void)state;
    draw(&test, "ties, ties_formed", "170mm");
    const struct drawing *drawing = &test.figure.drawing;
    /* ties has three windows, ties_formed two: the first has none before it. */
    assert_int_equal(count_bars(drawing, "mark possible"), 5);
    assert_int_equal(count_bars(drawing, "mark certain"), 5);
    find_bar(drawing, "2013: 1 ties, certain");
    find_bar(drawing, "2014: 3 ties, possible");
    find_bar(drawing, "2014: 2 ties, certain");
    find_bar(drawing, "2015: 2 ties, certain");
    assert_true(has_caption(drawing, "certain 2") && has_caption(drawing, "ties formed"));
    assert_true(has_caption(drawing, "2013") && has_caption(drawing, "2015"));
    assert_int_equal(drawing->told.count, 3);
    release(&test);
}

/* What is larger stands higher, in proportion; what is later stands further right. */
static void test_dots_stand_where_their_values_say(void **state)
{
    struct series_case test = {0};
    (void)state;
    draw(&test, "ties", "170mm");
    const struct drawing *drawing = &test.figure.drawing;
    const struct box one = find_bar(drawing, "2013: 1 ties, certain")->box;
    const struct box two = find_bar(drawing, "2014: 2 ties, certain")->box;
    const struct box three = find_bar(drawing, "2014: 3 ties, possible")->box;
    const struct box later = find_bar(drawing, "2015: 2 ties, certain")->box;
    const double middle_one = (one.top + one.bottom) / 2, middle_two = (two.top + two.bottom) / 2,
                 middle_three = (three.top + three.bottom) / 2;
    sample_assert_near(middle_one - middle_two, middle_two - middle_three, 1e-6, "step");
    assert_true(middle_three < middle_two);
    sample_assert_near(later.top, two.top, 1e-9, "height of the same value");
    sample_assert_near((one.left + later.left) / 2, two.left, 1e-9, "place of the middle year");
    release(&test);
}

static void test_it_keeps_to_the_page(void **state)
{
    static const char *const widths[] = {"170mm", "85mm", "60mm"};
    (void)state;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct series_case test = {0};
        draw(&test, "ties, tie_jaccard, community_rand, density", widths[i]);
        const struct box content = drawing_measure_content(&test.figure.drawing);
        assert_true(box_width(content) <= test.figure.definition.width_mm / 25.4 * 72);
        release(&test);
    }
}

/* Undefined in every window: an empty panel with a scale, not a number that is none. */
static void test_a_measure_without_a_value_has_an_empty_panel(void **state)
{
    struct series_case test = {0};
    (void)state;
    draw(&test, "triads_300_negative, degree_assortativity_negative", "85mm");
    for (size_t i = 0; i < test.figure.drawing.captions.count; i++)
        assert_null(strstr(test.figure.drawing.captions.items[i].text.at, "nan"));
    release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_value_has_a_dot_and_the_last_a_label),
        cmocka_unit_test(test_dots_stand_where_their_values_say),
        cmocka_unit_test(test_it_keeps_to_the_page),
        cmocka_unit_test(test_a_measure_without_a_value_has_an_empty_panel),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
