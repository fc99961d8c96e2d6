/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet_case.h"

/* 0 and 1 are umbrellas of 2 and 3, 0 of 4 too; 5 was excluded, 4 stands below 3. */
static void test_pairs_share_umbrellas(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 6);
    sample.dataset.groups.items[2].parent = 0;
    sample_tie(&sample, 2, 0, "member"); /* said twice, counted once */
    sample_tie(&sample, 2, 1, "affiliate");
    sample_tie(&sample, 3, 0, "member");
    sample_tie(&sample, 3, 1, "faction");
    sample_tie(&sample, 4, 0, "member");
    sample_tie(&sample, 4, 3, "faction");
    sample_tie(&sample, 5, 1, "excluded");
    sample_measure(&sample);
    sheet_case_build(&sample, "umbrella", (struct sheet_wish){0}, &sheet);
    static const group_id expected[3][3] = {{2, 3, 2}, {2, 4, 1}, {3, 4, 1}};
    assert_int_equal(sheet_row_count(&sheet), 3);
    for (size_t row = 0; row < 3; row++) {
        assert_int_equal(sheet_find(&sheet, row, "group")->groups[0], expected[row][0]);
        assert_int_equal(sheet_find(&sheet, row, "other")->groups[0], expected[row][1]);
        assert_true(sheet_case_number(&sheet, row, "shared") == expected[row][2]);
        assert_int_equal(sheet_find(&sheet, row, "umbrellas")->count, expected[row][2]);
        assert_int_equal(sheet_find(&sheet, row, "umbrellas")->groups[0], 0);
    }
    assert_int_equal(sheet_find(&sheet, 0, "umbrellas")->groups[1], 1);
    sheet_release(&sheet);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs_share_umbrellas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
