/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet_case.h"

/* Two camps of four that share group 3: removing it parts them, each camp takes three. */
static void test_camps_are_nested_in_the_whole(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 8); /* 7 is alone */
    for (group_id first = 0; first <= 3; first += 3)
        for (group_id a = first; a < first + 4; a++)
            for (group_id b = a + 1; b < first + 4; b++)
                sample_tie(&sample, a, b, "alliance");
    sample_measure(&sample);
    sheet_case_build(&sample, "block", (struct sheet_wish){0}, &sheet);
    static const double expected[4][4] = {
        {1, (double)NAN, 0, 8}, {2, 1, 1, 7}, {3, 2, 3, 4}, {4, 2, 3, 4}};
    static const char *const columns[] = {"block", "within", "cohesion", "size"};
    assert_int_equal(sheet_row_count(&sheet), 4);
    for (size_t row = 0; row < 4; row++)
        for (size_t c = 0; c < 4; c++)
            sample_assert_near(sheet_case_number(&sheet, row, columns[c]), expected[row][c], 0,
                               columns[c]);
    const struct sheet_cell *members = sheet_find(&sheet, 2, "groups");
    for (size_t i = 1; i < members->count; i++)
        assert_true(members->groups[i - 1] < members->groups[i]);
    sheet_release(&sheet);
    sample_release(&sample);
}

/* Within a block of cohesion k any two groups stay connected without any k - 1 others. */
static bool is_connected(const struct sample_matrix *matrix, unsigned inside)
{
    unsigned seen = inside & (~inside + 1); /* the lowest */
    for (size_t round = 0; round < matrix->n; round++)
        for (size_t i = 0; i < matrix->n; i++)
            for (size_t j = 0; j < matrix->n; j++)
                if ((seen >> i & 1) && (inside >> j & 1) && matrix->ties[i][j] > 0)
                    seen |= 1u << j;
    return seen == inside;
}

static unsigned count_bits(unsigned set)
{
    unsigned bits = 0;
    for (; set > 0; set >>= 1)
        bits += set & 1;
    return bits;
}

static void check_blocks(struct sample *sample, const struct sample_matrix *matrix,
                         enum layer layer)
{
    struct sheet sheet;
    if (matrix->n > 9)
        return;
    sheet_case_build(sample, "block", (struct sheet_wish){.layer = layer}, &sheet);
    for (size_t row = 0; row < sheet_row_count(&sheet); row++) {
        const struct sheet_cell *members = sheet_find(&sheet, row, "groups");
        double cohesion = sheet_case_number(&sheet, row, "cohesion");
        double least = (double)members->count - 1;
        unsigned inside = 0;
        for (size_t i = 0; i < members->count; i++)
            inside |= 1u << members->groups[i];
        for (unsigned removed = 0; removed < 1u << matrix->n; removed++)
            if ((removed & ~inside) == 0 && count_bits(inside & ~removed) > 1 &&
                !is_connected(matrix, inside & ~removed))
                least = fmin(least, count_bits(removed));
        assert_true(cohesion == least);
    }
    sheet_release(&sheet);
}

static void test_cohesion_is_the_smallest_cut(void **state)
{
    (void)state;
    sample_check_random(check_blocks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_camps_are_nested_in_the_whole),
        cmocka_unit_test(test_cohesion_is_the_smallest_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
