/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/leave_out.h"

#include "sample.h"

static const struct hinge *find(const struct hinge_results *results, source_id source,
                                enum hinge_type type, size_t group)
{
    for (size_t i = 0; i < results->hinges.count; i++) {
        const struct hinge *hinge = &results->hinges.items[i];
        if (hinge->source == source && hinge->type == type && hinge->group == group)
            return hinge;
    }
    return NULL;
}

static size_t count(const struct hinge_results *results, source_id source, enum hinge_type type)
{
    size_t found = 0;
    for (size_t i = 0; i < results->hinges.count; i++)
        found += results->hinges.items[i].source == source && results->hinges.items[i].type == type;
    return found;
}

/* A chain g0 - g1 - g2 - g3 of two sources; the second alone has g2 - g3, both have g0 - g1. */
static void fill_chain(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 8);
    sample_tie(sample, 0, 1, "alliance");
    sample_tie(sample, 1, 2, "pledge");
    sample_tie(sample, 2, 3, "attack");
    list_push(&sample->dataset.sources, (struct source){.id = TEXT("second")});
    struct claim also = sample->dataset.claims.items[0];
    also.source = 1;
    also.locator = TEXT("10");
    sample->dataset.claims.items[1].locator = TEXT("9");
    sample->dataset.claims.items[2].source = 1;
    sample->dataset.claims.items[2].locator = TEXT("2");
    list_push(&sample->dataset.claims, also);
    sample_select(sample);
}

static void test_findings_name_their_source_and_place(void **state)
{
    struct sample sample;
    struct hinge_results results;
    struct error error = {0};
    (void)state;
    fill_chain(&sample);
    assert_true(leave_out_sources(&sample.selection, 1, &results, &error));
    /* Only the first source has the pledge: both of its groups are cut-points by it. */
    const struct hinge *hinge = find(&results, 0, HINGE_COMPONENT, SIZE_MAX);
    assert_non_null(hinge);
    assert_true(hinge->with == 5 && hinge->without == 6);
    assert_true(text_equal_string(hinge->places, "9"));
    assert_non_null(find(&results, 0, HINGE_CUT_POINT, 1));
    assert_non_null(find(&results, 0, HINGE_CUT_POINT, 2));
    assert_int_equal(count(&results, 0, HINGE_ISOLATE), 0);
    assert_int_equal(count(&results, 0, HINGE_PLEDGE), 1);
    assert_int_equal(count(&results, 0, HINGE_TIE), 0);
    /* Without the second the last group is alone. */
    hinge = find(&results, 1, HINGE_ISOLATE, 3);
    assert_non_null(hinge);
    assert_true(text_equal_string(hinge->places, "2"));
    assert_int_equal(count(&results, 1, HINGE_TIE), 1);
    assert_int_equal(count(&results, 1, HINGE_PLEDGE), 0);
    assert_null(find(&results, 1, HINGE_CUT_POINT, 1));
    assert_non_null(find(&results, 1, HINGE_CUT_POINT, 2));
    hinge_results_release(&results);
    sample_release(&sample);
}

/* Seven groups with one tie each are all of rank 1 once the hub's ties are gone. */
static void test_a_hub_of_one_source_loses_its_rank(void **state)
{
    struct sample sample;
    struct hinge_results results;
    struct error error = {0};
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 14);
    for (group_id i = 1; i < 4; i++)
        sample_tie(&sample, 0, i, "attack");
    for (group_id i = 4; i < 14; i += 2)
        sample_tie(&sample, i, i + 1, "attack");
    list_push(&sample.dataset.sources, (struct source){.id = TEXT("second")});
    for (size_t i = 0; i < 3; i++) {
        sample.dataset.claims.items[i].source = 1;
        sample.dataset.claims.items[i].locator = i == 0 ? TEXT("12") : TEXT("7");
    }
    sample_select(&sample);
    assert_true(leave_out_sources(&sample.selection, 1, &results, &error));
    const struct hinge *hinge = find(&results, 1, HINGE_RANK, 0);
    assert_non_null(hinge);
    assert_string_equal(hinge->metric->name, "degree");
    assert_true(hinge->with == 1 && hinge->without == 11);
    assert_true(text_equal_string(hinge->places, "7, 12"));
    hinge_results_release(&results);
    sample_release(&sample);
}

static void test_a_source_that_others_repeat_has_no_findings(void **state)
{
    struct sample sample;
    struct hinge_results results;
    struct error error = {0};
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 3);
    sample_tie(&sample, 0, 1, "pledge");
    list_push(&sample.dataset.sources, (struct source){.id = TEXT("second")});
    struct claim also = sample.dataset.claims.items[0];
    also.source = 1;
    list_push(&sample.dataset.claims, also);
    sample_select(&sample);
    assert_true(leave_out_sources(&sample.selection, 1, &results, &error));
    assert_int_equal(results.hinges.count, 0);
    hinge_results_release(&results);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings_name_their_source_and_place),
        cmocka_unit_test(test_a_hub_of_one_source_loses_its_rank),
        cmocka_unit_test(test_a_source_that_others_repeat_has_no_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
