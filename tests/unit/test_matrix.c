/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/matrix.h"

#include "figure/finish.h"
#include "figure/legibility.h"
#include "figure/place.h"
#include "figure/place_variant.h"
#include "figure_case.h"

static void place(struct figure_case *test)
{
    figure_case_compose(test);
    if (!place_matrix_try(&test->drawing, &test->definition, 0, &test->error))
        fail_msg("%s", test->error.message);
}

static void init_sample(struct figure_case *test)
{
    figure_case_init(test, FIGURE_MATRIX);
    figure_case_fill(test, 9, 0);
}

static const struct matrix_cell *find_cell(const struct drawing *drawing,
                                           const struct matrix_cell_list *cells, const char *row,
                                           const char *column)
{
    for (size_t i = 0; i < cells->count; i++)
        if (text_equal_string(drawing->nodes.items[cells->items[i].row].id, row) &&
            text_equal_string(drawing->nodes.items[cells->items[i].column].id, column))
            return &cells->items[i];
    return NULL;
}

/* A split is drawn from parent to splinter elsewhere; here it stands as it is in the data. */
static void test_a_tie_stands_in_the_row_of_its_source(void **state)
{
    struct figure_case test;
    struct matrix_cell_list cells = {0};
    (void)state;
    init_sample(&test);
    sample_tie(&test.sample, 1, 2, "pledge");
    sample_tie(&test.sample, 3, 4, "split");
    sample_tie(&test.sample, 5, 6, "conflict");
    figure_case_compose(&test);
    matrix_cells_collect(&test.drawing, &cells);
    assert_int_equal(cells.count, 4);
    assert_non_null(find_cell(&test.drawing, &cells, "g1", "g2"));
    assert_null(find_cell(&test.drawing, &cells, "g2", "g1"));
    assert_non_null(find_cell(&test.drawing, &cells, "g3", "g4"));
    assert_null(find_cell(&test.drawing, &cells, "g4", "g3"));
    assert_non_null(find_cell(&test.drawing, &cells, "g5", "g6"));
    assert_non_null(find_cell(&test.drawing, &cells, "g6", "g5"));
    matrix_cells_release(&cells);
    figure_case_release(&test);
}

static void test_ties_of_one_family_and_sign_share_a_mark(void **state)
{
    struct figure_case test;
    struct matrix_cell_list cells = {0};
    (void)state;
    init_sample(&test);
    sample_tie(&test.sample, 1, 2, "pledge");
    sample_tie(&test.sample, 1, 2, "pledge_renewed");
    sample_tie(&test.sample, 1, 2, "pledge_refused");
    figure_case_dispute(&test);
    sample_tie(&test.sample, 1, 2, "attack");
    figure_case_claim(&test)->grade = GRADE_INFERRED;
    figure_case_compose(&test);
    matrix_cells_collect(&test.drawing, &cells);
    assert_int_equal(cells.count, 3);
    assert_int_equal(cells.items[0].family, FAMILY_PLEDGE);
    assert_int_equal(cells.items[0].relations.count, 2);
    assert_int_equal(cells.items[0].sign, SIGN_POSITIVE);
    assert_int_equal(cells.items[1].sign, SIGN_NEGATIVE);
    assert_true(cells.items[1].contested);
    assert_int_equal(cells.items[2].family, FAMILY_CONFLICT);
    assert_true(cells.items[2].possible && !cells.items[0].possible);
    matrix_cells_release(&cells);
    figure_case_release(&test);
}

static bool has_class(const struct bar *bar, const char *name)
{
    return text_starts_with(bar->class_names, name);
}

/* The only mark, or the one after number others. */
static const struct bar *get_mark(const struct drawing *drawing, size_t number)
{
    for (size_t i = 0; i < drawing->bars.count; i++)
        if (has_class(&drawing->bars.items[i], "cell ") && number-- == 0)
            return &drawing->bars.items[i];
    fail_msg("there are fewer marks");
    abort(); /* not reached; tells checkers so */
}

static void test_marks_of_a_mutual_tie_mirror_each_other(void **state)
{
    struct figure_case test;
    (void)state;
    init_sample(&test);
    sample_tie(&test.sample, 2, 7, "alliance");
    place(&test);
    place_furnish(&test.drawing, &test.definition);
    const struct box a = get_mark(&test.drawing, 0)->box, b = get_mark(&test.drawing, 1)->box;
    const struct box row = figure_case_node(&test.drawing, "g2")->outline.box;
    const struct box first = test.drawing.nodes.items[0].outline.box;
    double left = first.right, top = INFINITY;
    for (size_t i = 0; i < test.drawing.nodes.count; i++)
        top = fmin(top, test.drawing.nodes.items[i].outline.box.top);
    assert_true(fabs((a.left - left) - (b.top - top)) < 0.3);
    assert_true(fabs((b.left - left) - (a.top - top)) < 0.3);
    assert_true(a.top > row.top && a.bottom < row.bottom);
    figure_case_release(&test);
}

static void test_marks_share_a_cell_without_touching(void **state)
{
    static const char *const kinds[] = {"pledge", "split",  "conflict", "alliance",
                                        "member", "joined", "excluded"};
    (void)state;
    for (size_t count = 1; count <= 7; count++) {
        struct figure_case test;
        init_sample(&test);
        for (size_t i = 0; i < count; i++)
            sample_tie(&test.sample, 0, 0, kinds[i]); /* both ways of mutual ties are one cell */
        place(&test);
        place_furnish(&test.drawing, &test.definition);
        const struct box row = figure_case_node(&test.drawing, "g0")->outline.box;
        for (size_t i = 0; i < count; i++) {
            const struct box box = get_mark(&test.drawing, i)->box;
            assert_true(box.top > row.top && box.bottom < row.bottom && box.left > row.right);
            assert_true(box_width(box) < box_height(row) && box_height(box) < box_height(row));
            for (size_t k = 0; k < i; k++)
                assert_false(box_overlaps(box, get_mark(&test.drawing, k)->box));
        }
        figure_case_release(&test);
    }
}

static size_t count_labels(const struct drawing *drawing, const char *label)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->legend.count; i++)
        count += text_equal_string(drawing->legend.items[i].text.text, label);
    return count;
}

static void test_legend_has_what_is_in_the_cells(void **state)
{
    struct figure_case test;
    (void)state;
    init_sample(&test);
    sample_tie(&test.sample, 1, 2, "pledge");
    sample_tie(&test.sample, 3, 2, "pledge");
    sample_tie(&test.sample, 2, 4, "attack");
    place(&test);
    place_furnish(&test.drawing, &test.definition);
    finish_drawing(&test.drawing, &test.request);
    assert_int_equal(test.drawing.legend.count, 5);
    assert_int_equal(count_labels(&test.drawing, "pledge of allegiance"), 1);
    assert_int_equal(count_labels(&test.drawing, "conflict, attack, threat"), 1);
    assert_int_equal(count_labels(&test.drawing, "full: positive"), 1);
    assert_int_equal(count_labels(&test.drawing, "hollow: negative"), 1);
    assert_int_equal(count_labels(&test.drawing, "the group itself"), 1);
    figure_case_release(&test);
}

static void test_every_kind_has_words_in_the_legend(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_MATRIX);
    sample_add_kind(&test.sample, "feud", SIGN_NEGATIVE, true);
    figure_case_fill(&test, 9, 60);
    place(&test);
    place_furnish(&test.drawing, &test.definition);
    finish_drawing(&test.drawing, &test.request);
    assert_int_equal(count_labels(&test.drawing, "alliance, negative"), 1);
    for (size_t i = 0; i < test.drawing.legend.count; i++)
        assert_true(test.drawing.legend.items[i].text.text.length > 0);
    figure_case_release(&test);
}

static void test_matrices_of_many_sizes_are_legible(void **state)
{
    static const size_t sizes[] = {1, 2, 7, 20, 40, 59};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const size_t groups = sizes[i];
        struct figure_case test;
        struct legibility found;
        figure_case_init(&test, FIGURE_MATRIX);
        figure_case_fill(&test, (int)groups, groups > 1 ? groups : 0); /* none untied */
        place(&test);
        place_furnish(&test.drawing, &test.definition);
        finish_drawing(&test.drawing, &test.request);
        legibility_measure(&test.drawing, &found);
        assert_int_equal(test.drawing.nodes.count, groups);
        if (!legibility_passes(&found)) {
            struct buffer words = {0};
            legibility_write(&test.drawing, &found, &words);
            fail_msg("%zu groups:\n%s", groups, words.at);
        }
        figure_case_release(&test);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_tie_stands_in_the_row_of_its_source),
        cmocka_unit_test(test_ties_of_one_family_and_sign_share_a_mark),
        cmocka_unit_test(test_marks_of_a_mutual_tie_mirror_each_other),
        cmocka_unit_test(test_marks_share_a_cell_without_touching),
        cmocka_unit_test(test_legend_has_what_is_in_the_cells),
        cmocka_unit_test(test_every_kind_has_words_in_the_legend),
        cmocka_unit_test(test_matrices_of_many_sizes_are_legible),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
