/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/advise.h"

#include "figure_case.h"

/* A matrix too narrow for its names. */
static void init_narrow(struct figure_case *test)
{
    figure_case_init(test, FIGURE_MATRIX);
    figure_case_set(test, "figure_type", "matrix");
    figure_case_set(test, "figure_width", "40mm");
    figure_case_fill(test, 24, 40);
    figure_case_select(test);
}

static void test_legible_figure_needs_no_advice(void **state)
{
    struct figure_case test;
    struct figure figure;
    struct advice advice;
    (void)state;
    figure_case_init(&test, FIGURE_EGO);
    figure_case_fill(&test, 4, 4);
    figure_case_select(&test);
    assert_true(figures_make(&test.request, 1, &figure, NULL));
    figures_advise(&test.request, 1, &figure, &advice);
    assert_false(advice.is_needed);
    assert_false(advice.is_found);
    figure_release(&figure);
    figure_case_release(&test);
}

static void test_advice_holds_when_it_is_followed(void **state)
{
    struct figure_case test;
    struct figure figure, again;
    struct advice advice;
    (void)state;
    init_narrow(&test);
    assert_true(figures_make(&test.request, 1, &figure, NULL));
    assert_false(legibility_passes(&figure.legibility));
    figures_advise(&test.request, 1, &figure, &advice);
    assert_true(advice.is_needed && advice.is_found);
    assert_true(advice.remedy.width_mm > 40);
    struct figure_definition followed = remedy_apply(&advice.remedy, &test.definition);
    struct figure_request request = test.request;
    request.definition = &followed;
    assert_true(figures_make(&request, 1, &again, NULL));
    assert_true(legibility_passes(&again.legibility));
    figure_release(&again);
    figure_release(&figure);
    figure_case_release(&test);
}

static void test_faults_and_advice_are_told_in_words(void **state)
{
    struct figure_case test;
    struct figure figure;
    struct advice advice;
    struct buffer words = {0};
    (void)state;
    init_narrow(&test);
    assert_true(figures_make(&test.request, 1, &figure, NULL));
    figures_advise(&test.request, 1, &figure, &advice);
    legibility_write_faults(&figure.drawing, &figure.legibility, 3, &words);
    assert_non_null(strstr(words.at, "points in a node, where 6 are needed"));
    words.length = 0;
    advice_write(&advice, &figure, &words);
    assert_true(text_starts_with(buffer_text(&words), "every gate is met with figure_width="));
    buffer_release(&words);
    figure_release(&figure);
    figure_case_release(&test);
}

/* Dates that the definition insists on, beside too many lines. */
static void test_dates_are_advised_against(void **state)
{
    struct figure_case test;
    struct figure figure;
    struct advice advice;
    (void)state;
    figure_case_init(&test, FIGURE_EGO);
    figure_case_set(&test, "figure_width", "60mm");
    figure_case_set(&test, "encode_dates", "yes");
    figure_case_set(&test, "figure_time_limit", "600"); /* no verdict depends on the machine */
    figure_case_fill(&test, 20, 50);
    figure_case_select(&test);
    assert_true(figures_make(&test.request, 1, &figure, NULL));
    assert_false(legibility_passes(&figure.legibility));
    figures_advise(&test.request, 1, &figure, &advice);
    assert_true(advice.is_found && advice.remedy.without_dates);
    struct figure_definition followed = remedy_apply(&advice.remedy, &test.definition);
    assert_false(followed.show_dates);
    figure_release(&figure);
    figure_case_release(&test);
}

static void test_no_advice_says_so(void **state)
{
    struct figure figure = {0};
    struct advice advice = {.is_needed = true};
    struct buffer words = {0};
    (void)state;
    advice_write(&advice, &figure, &words);
    assert_non_null(strstr(words.at, "select fewer groups"));
    words.length = 0;
    figure.drawing.fallback = TEXT("Lines are straight");
    advice_write(&advice, &figure, &words);
    assert_non_null(strstr(words.at, "figure_time_limit"));
    buffer_release(&words);
}

static void test_remedies_are_settings(void **state)
{
    static const struct {
        struct remedy remedy;
        const char *words;
    } cases[] = {
        {{.width_mm = 212.5}, "figure_width=212.5mm"},
        {{.hops = 2}, "select_hops=2"},
        {{.without_dates = true}, "encode_dates=no"},
        {{.as_matrix = true, .width_mm = 85, .connected_only = true},
         "figure_type=matrix figure_width=85mm select_connected_only=yes"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer words = {0};
        remedy_write(&cases[i].remedy, &words);
        assert_string_equal(words.at, cases[i].words);
        buffer_release(&words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_legible_figure_needs_no_advice),
        cmocka_unit_test(test_advice_holds_when_it_is_followed),
        cmocka_unit_test(test_faults_and_advice_are_told_in_words),
        cmocka_unit_test(test_dates_are_advised_against),
        cmocka_unit_test(test_no_advice_says_so),
        cmocka_unit_test(test_remedies_are_settings),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
