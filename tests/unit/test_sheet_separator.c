/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet_case.h"

static unsigned component_of(const struct sample_matrix *matrix, unsigned inside, size_t from)
{
    unsigned seen = 1u << from;
    for (size_t round = 0; round < matrix->n; round++)
        for (size_t i = 0; i < matrix->n; i++)
            for (size_t j = 0; j < matrix->n; j++)
                if ((seen >> i & 1) && (inside >> j & 1) && matrix->ties[i][j] > 0)
                    seen |= 1u << j;
    return seen;
}

static unsigned count_bits(unsigned set)
{
    unsigned bits = 0;
    for (; set > 0; set >>= 1)
        bits += set & 1;
    return bits;
}

/* Pieces of a set of groups, and the largest. */
static unsigned count_pieces(const struct sample_matrix *matrix, unsigned inside, unsigned *largest)
{
    unsigned left = inside;
    unsigned pieces = 0;
    *largest = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        if (!(left >> i & 1))
            continue;
        unsigned piece = component_of(matrix, inside, i);
        *largest = count_bits(piece) > *largest ? count_bits(piece) : *largest;
        left &= ~piece;
        pieces++;
    }
    return pieces;
}

static size_t find_row(const struct sheet *sheet, unsigned separator)
{
    for (size_t row = 0; row < sheet_row_count(sheet); row++) {
        const struct sheet_cell *members = sheet_find(sheet, row, "groups");
        unsigned set = 0;
        for (size_t i = 0; i < members->count; i++)
            set |= 1u << members->groups[i];
        if (set == separator && members->count > 0)
            return row;
    }
    return SIZE_MAX;
}

/* All smallest separators of one component are there; returns how many. */
static size_t check_component(const struct sheet *sheet, const struct sample_matrix *matrix,
                              unsigned component)
{
    size_t found = 0;
    for (unsigned size = 1; size < matrix->n && found == 0; size++) {
        for (unsigned set = 0; set < 1u << matrix->n; set++) {
            unsigned largest;
            if ((set & ~component) != 0 || count_bits(set) != size)
                continue;
            unsigned pieces = count_pieces(matrix, component & ~set, &largest);
            if (pieces < 2)
                continue;
            size_t row = find_row(sheet, set);
            assert_true(row != SIZE_MAX);
            assert_true(sheet_case_number(sheet, row, "connectivity") == size);
            assert_true(sheet_case_number(sheet, row, "pieces") == pieces);
            assert_true(sheet_case_number(sheet, row, "largest") == largest);
            found++;
        }
    }
    return found;
}

static void check_separators(struct sample *sample, const struct sample_matrix *matrix,
                             enum layer layer)
{
    struct sheet sheet;
    unsigned left = (1u << matrix->n) - 1;
    size_t expected = 0;
    if (matrix->n > 9)
        return;
    sheet_case_build(sample, "separator", (struct sheet_wish){.layer = layer}, &sheet);
    for (size_t i = 0; i < matrix->n; i++) {
        if (!(left >> i & 1))
            continue;
        unsigned component = component_of(matrix, (1u << matrix->n) - 1, i);
        size_t found = check_component(&sheet, matrix, component);
        left &= ~component;
        /* One row when all are tied, none for a group alone. */
        expected += found > 0 || count_bits(component) == 1 ? found : 1;
    }
    assert_int_equal(sheet_row_count(&sheet), expected);
    sheet_release(&sheet);
}

static void test_separators_are_all_smallest_cuts(void **state)
{
    (void)state;
    sample_check_random(check_separators);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_separators_are_all_smallest_cuts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
