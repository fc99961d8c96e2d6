/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet_case.h"

static void mark(const struct sample_matrix *matrix, unsigned removed, size_t from, unsigned *seen)
{
    *seen |= 1u << from;
    for (size_t j = 0; j < matrix->n; j++)
        if (matrix->ties[from][j] > 0 && !((removed | *seen) >> j & 1))
            mark(matrix, removed, j, seen);
}

static double largest_share(const struct sample_matrix *matrix, unsigned removed)
{
    unsigned largest = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        unsigned seen = 0;
        unsigned size = 0;
        if (removed >> i & 1)
            continue;
        mark(matrix, removed, i, &seen);
        for (; seen > 0; seen >>= 1)
            size += seen & 1;
        largest = size > largest ? size : largest;
    }
    return (double)largest / (double)matrix->n;
}

static int count_left(const struct sample_matrix *matrix, unsigned removed, size_t group)
{
    int left = 0;
    for (size_t j = 0; j < matrix->n; j++)
        left += matrix->ties[group][j] > 0 && !(removed >> j & 1);
    return left;
}

static void check_curve(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    struct sheet sheet;
    unsigned by_degree = 0;
    unsigned by_betweenness = 0;
    sheet_case_build(sample, "curve", (struct sheet_wish){.layer = layer}, &sheet);
    assert_int_equal(sheet_row_count(&sheet), matrix->n + 1);
    for (size_t q = 0; q <= matrix->n; q++) {
        sample_assert_near(sheet_case_number(&sheet, q, "by_degree"),
                           largest_share(matrix, by_degree), 1e-12, "by_degree");
        sample_assert_near(sheet_case_number(&sheet, q, "by_betweenness"),
                           largest_share(matrix, by_betweenness), 1e-12, "by_betweenness");
        double mean = sheet_case_number(&sheet, q, "at_random");
        assert_true(sheet_case_number(&sheet, q, "at_random_low") <=
                    sheet_case_number(&sheet, q, "at_random_high"));
        assert_true(mean <= (double)(matrix->n - q) / (double)matrix->n + 1e-12);
        if (q == matrix->n)
            break;
        group_id next = sheet_find(&sheet, q, "by_degree_next")->groups[0];
        for (size_t i = 0; i < matrix->n; i++)
            if (!(by_degree >> i & 1))
                assert_true(count_left(matrix, by_degree, i) <=
                            count_left(matrix, by_degree, next));
        by_degree |= 1u << next;
        by_betweenness |= 1u << sheet_find(&sheet, q, "by_betweenness_next")->groups[0];
    }
    assert_int_equal(by_degree, (1u << matrix->n) - 1);
    assert_int_equal(by_betweenness, (1u << matrix->n) - 1);
    sheet_release(&sheet);
}

static void test_curves_are_what_is_left(void **state)
{
    (void)state;
    sample_check_random(check_curve);
}

/* A star of ten: whoever leads, 1/10 is left after the hub; R = (9/10 * 1/10) by both. */
static void test_a_star_falls_with_its_hub(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 10);
    for (group_id i = 0; i < 9; i++)
        sample_tie(&sample, i, 9, "pledge");
    sample_measure(&sample);
    sheet_case_build(&sample, "curve", (struct sheet_wish){0}, &sheet);
    assert_int_equal(sheet_find(&sheet, 0, "by_degree_next")->groups[0], 9);
    assert_int_equal(sheet_find(&sheet, 0, "by_betweenness_next")->groups[0], 9);
    assert_true(sheet_case_number(&sheet, 1, "by_degree") == 0.1);
    assert_true(sheet_case_number(&sheet, 1, "at_random") > 0.7);
    assert_non_null(strstr(sheet.notes.items[0].text.at, "0.090 by degree, 0.090 by betweenness"));
    sheet_release(&sheet);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_curves_are_what_is_left),
        cmocka_unit_test(test_a_star_falls_with_its_hub),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
