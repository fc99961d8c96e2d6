/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet_case.h"

static void check_motifs(struct sample *sample, const struct sample_matrix *matrix,
                         enum layer layer)
{
    struct sheet sheet;
    (void)matrix;
    sheet_case_build(sample, "motif", (struct sheet_wish){.layer = layer}, &sheet);
    for (size_t row = 0; row < sheet_row_count(&sheet); row++) {
        char base[32];
        double share = sheet_case_number(&sheet, row, "as_many");
        double mean = sheet_case_number(&sheet, row, "expected");
        double deviation = sheet_case_number(&sheet, row, "deviation");
        double count = sheet_case_number(&sheet, row, "count");
        snprintf(base, sizeof base, "triads_%s", sheet_find(&sheet, row, "triad")->text.at);
        assert_true(count == sample_network_value(sample, sample_layer_column(base, layer)));
        assert_true(share >= 0 && share <= 1);
        if (deviation > 1e-9)
            sample_assert_near(sheet_case_number(&sheet, row, "z"), (count - mean) / deviation,
                               1e-9, "z");
        else
            sample_assert_near(mean, count, 1e-9, "what cannot vary");
    }
    sheet_release(&sheet);
}

static void test_counts_are_those_of_the_census(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 12; seed++) {
        struct sample sample;
        sample_init(&sample);
        sample_fill_random(&sample, seed);
        sample_measure(&sample);
        for (int layer = 0; layer < LAYER_COUNT; layer++)
            check_motifs(&sample, NULL, (enum layer)layer);
        sample_release(&sample);
    }
}

/* A star of followers cannot be wired otherwise: chance makes the same. */
static void test_a_star_is_all_that_its_degrees_allow(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 6);
    for (group_id i = 1; i < 6; i++)
        sample_tie(&sample, i, 0, "pledge");
    sample_measure(&sample);
    sheet_case_build(&sample, "motif", (struct sheet_wish){0}, &sheet);
    assert_int_equal(sheet_row_count(&sheet), 13);
    assert_true(sheet_case_number(&sheet, 1, "count") == 10); /* 021U */
    assert_true(sheet_case_number(&sheet, 1, "expected") == 10);
    assert_true(isnan(sheet_case_number(&sheet, 1, "z")));
    sheet_release(&sheet);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_are_those_of_the_census),
        cmocka_unit_test(test_a_star_is_all_that_its_degrees_allow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
