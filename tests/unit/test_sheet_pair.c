/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet_case.h"

static void check_pairs(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    struct sheet sheet;
    size_t row_count = 0;
    double last = 1;
    sheet_case_build(sample, "pair", (struct sheet_wish){.layer = layer}, &sheet);
    for (size_t row = 0; row < sheet_row_count(&sheet); row++) {
        size_t a = sheet_find(&sheet, row, "group")->groups[0];
        size_t b = sheet_find(&sheet, row, "other")->groups[0];
        double either = 0;
        double both = 0;
        for (size_t j = 0; j < matrix->n; j++) {
            either += matrix->ties[a][j] > 0 || matrix->ties[b][j] > 0;
            both += matrix->ties[a][j] > 0 && matrix->ties[b][j] > 0;
        }
        assert_true(a < b);
        sample_assert_near(sheet_case_number(&sheet, row, "jaccard"), both / either, 1e-12,
                           "jaccard");
        sample_assert_near(sheet_case_number(&sheet, row, "dice"), 2 * both / (either + both),
                           1e-12, "dice");
        assert_true(sheet_case_number(&sheet, row, "common") == both);
        assert_int_equal(text_equal_string(sheet_find(&sheet, row, "tied")->text, "yes"),
                         matrix->ties[a][b] > 0);
        assert_true(both / either <= last + 1e-12);
        last = both / either;
    }
    for (size_t a = 0; a < matrix->n; a++) {
        for (size_t b = a + 1; b < matrix->n; b++) {
            bool share = false;
            for (size_t j = 0; j < matrix->n; j++)
                share = share || (matrix->ties[a][j] > 0 && matrix->ties[b][j] > 0);
            row_count += share;
        }
    }
    assert_int_equal(sheet_row_count(&sheet), row_count);
    sheet_release(&sheet);
}

static void test_similarity_counts_neighbours(void **state)
{
    (void)state;
    sample_check_random(check_pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_similarity_counts_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
