/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sheet_case.h"

static void estimate(struct sample *sample, group_id group, double low, double high,
                     const char *date)
{
    const char *reason = NULL;
    size_t offset = 0;
    struct estimate estimate = {
        .group = group,
        .relation = RELATION_NONE,
        .quantity = TEXT("fighters"),
        .low = low,
        .high = high,
    };
    assert_true(date_parse(text_from(date), &estimate.date, &reason, &offset));
    list_push(&sample->dataset.estimates, estimate);
}

/* Umbrella 0 with 1 to 3 under it, 4 under 1, and 5 by a tie; 1 and 4 are allies, 6 is alone. */
static void fill(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 7);
    for (group_id i = 1; i <= 3; i++)
        sample->dataset.groups.items[i].parent = 0;
    sample->dataset.groups.items[4].parent = 1;
    sample_tie(sample, 5, 3, "member");
    sample_tie(sample, 1, 4, "alliance");
    estimate(sample, 1, 100, 300, "2014");
    estimate(sample, 1, 500, 700, "2015");
    estimate(sample, 1, 9000, 9000, "2013");
    estimate(sample, 2, 200, (double)NAN, "2014");
}

static void test_a_movement_is_what_stands_under_an_umbrella(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    fill(&sample);
    sample_measure(&sample);
    sheet_case_build(&sample, "movement", (struct sheet_wish){.classes = CLASS_UMBRELLA}, &sheet);
    assert_int_equal(sheet_row_count(&sheet), 2); /* all, and g0 */
    assert_true(text_equal_string(sheet_find(&sheet, 1, "movement")->text, "g0"));
    assert_true(sheet_case_number(&sheet, 1, "groups") == 6);
    assert_true(sheet_case_number(&sheet, 1, "pieces") == 4); /* 0, 2, 1-4, 3-5 */
    sample_assert_near(sheet_case_number(&sheet, 1, "dispersion"), 1 - 10.0 / 36, 1e-12, "groups");
    sample_assert_near(sheet_case_number(&sheet, 1, "effective"), 3.6, 1e-12, "effective");
    assert_true(sheet_case_number(&sheet, 1, "estimated") == 2);
    assert_true(sheet_case_number(&sheet, 1, "fighters") == 800); /* 600, and at least 200 */
    sample_assert_near(sheet_case_number(&sheet, 1, "fighters_dispersion"),
                       1 - (0.75 * 0.75 + 0.25 * 0.25), 1e-12, "fighters");
    assert_true(sheet_case_number(&sheet, 0, "groups") == 7);
    assert_true(sheet_case_number(&sheet, 0, "pieces") == 5);
    sheet_release(&sheet);
    sample_release(&sample);
}

static void test_parents_in_a_circle_have_one_umbrella(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 4);
    sample.dataset.groups.items[1].parent = 2;
    sample.dataset.groups.items[2].parent = 3;
    sample.dataset.groups.items[3].parent = 1;
    sample.dataset.groups.items[0].parent = 3;
    sample_measure(&sample);
    sheet_case_build(&sample, "movement", (struct sheet_wish){.classes = CLASS_UMBRELLA}, &sheet);
    assert_int_equal(sheet_row_count(&sheet), 2);
    assert_true(text_equal_string(sheet_find(&sheet, 1, "movement")->text, "g1"));
    assert_true(sheet_case_number(&sheet, 1, "groups") == 4);
    sheet_release(&sheet);
    sample_release(&sample);
}

/* By bloc the whole is the first row, and the pieces of a community are one. */
static void check_blocs(struct sample *sample, const struct sample_matrix *matrix, enum layer layer)
{
    struct sheet sheet;
    sheet_case_build(sample, "movement", (struct sheet_wish){.layer = layer, .classes = CLASS_BLOC},
                     &sheet);
    assert_true(sheet_case_number(&sheet, 0, "groups") == (double)matrix->n);
    assert_true(sheet_case_number(&sheet, 0, "pieces") ==
                sample_network_value(sample, sample_layer_column("weak_components", layer)));
    sample_assert_near(
        sheet_case_number(&sheet, 0, "effective"),
        sample_network_value(sample, sample_layer_column("effective_components", layer)), 1e-12,
        "effective");
    for (size_t row = 1; row < sheet_row_count(&sheet); row++)
        assert_true(sheet_case_number(&sheet, row, "pieces") == 1);
    sheet_release(&sheet);
}

static void test_blocs_hang_together(void **state)
{
    (void)state;
    sample_check_random(check_blocs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_movement_is_what_stands_under_an_umbrella),
        cmocka_unit_test(test_parents_in_a_circle_have_one_umbrella),
        cmocka_unit_test(test_blocs_hang_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
