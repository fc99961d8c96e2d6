/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/omission.h"

#include "figure_case.h"

/* Two tied groups of four. */
static void init_loose(struct figure_case *test, enum figure_type type)
{
    figure_case_init(test, type);
    sample_groups(&test->sample, 4);
    sample_tie(&test->sample, 0, 2, "pledge");
    figure_case_compose(test);
}

static void test_tables_and_hierarchies_name_groups_without_a_tie(void **state)
{
    static const enum figure_type types[] = {FIGURE_MATRIX, FIGURE_HIERARCHY};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct figure_case test;
        init_loose(&test, types[i]);
        assert_int_equal(test.drawing.nodes.count, 2);
        figure_case_node(&test.drawing, "g0");
        figure_case_node(&test.drawing, "g2");
        figure_case_assert_text(test.drawing.note, "Without a tie here, 2 groups: g1, g3.");
        figure_case_release(&test);
    }
}

static void test_other_figures_show_groups_without_a_tie(void **state)
{
    struct figure_case test;
    (void)state;
    init_loose(&test, FIGURE_OVERVIEW);
    assert_int_equal(test.drawing.nodes.count, 4);
    assert_int_equal(test.drawing.note.length, 0);
    figure_case_release(&test);
}

static void test_matrix_without_any_tie_shows_its_groups(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_MATRIX);
    sample_groups(&test.sample, 3);
    figure_case_compose(&test);
    assert_int_equal(test.drawing.nodes.count, 3);
    figure_case_release(&test);
}

/* A figure of 85 mm with so many lines; "" leaves the choice of dates to the program. */
static void init_lines(struct figure_case *test, size_t lines, const char *dates)
{
    figure_case_init(test, FIGURE_EGO);
    figure_case_set(test, "figure_width", "85mm");
    if (dates[0] != '\0')
        figure_case_set(test, "encode_dates", dates);
    figure_case_fill(test, 40, lines);
    figure_case_compose(test);
}

static size_t count_dated(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        count += drawing->links.items[i].has_label;
    return count;
}

static void test_many_lines_have_no_dates_and_it_is_said(void **state)
{
    struct figure_case test;
    (void)state;
    init_lines(&test, 36, "");
    assert_int_equal(test.drawing.links.count, 36);
    assert_true(test.drawing.undated);
    assert_int_equal(count_dated(&test.drawing), 0);
    figure_case_assert_text(test.drawing.note, "Beside 36 lines there is no room for dates; the "
                                               "table of ties has them.");
    figure_case_release(&test);
}

static void test_few_lines_or_a_wish_keep_dates(void **state)
{
    static const struct {
        size_t lines;
        const char *dates;
    } cases[] = {{12, ""}, {36, "yes"}};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct figure_case test;
        init_lines(&test, cases[i].lines, cases[i].dates);
        assert_false(test.drawing.undated);
        assert_true(count_dated(&test.drawing) > 0);
        assert_int_equal(test.drawing.note.length, 0);
        figure_case_release(&test);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_and_hierarchies_name_groups_without_a_tie),
        cmocka_unit_test(test_other_figures_show_groups_without_a_tie),
        cmocka_unit_test(test_matrix_without_any_tie_shows_its_groups),
        cmocka_unit_test(test_many_lines_have_no_dates_and_it_is_said),
        cmocka_unit_test(test_few_lines_or_a_wish_keep_dates),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
