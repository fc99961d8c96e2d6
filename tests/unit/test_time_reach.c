/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

#include "metrics/metric.h"

static struct date read_date(const char *text)
{
    struct date date;
    const char *reason;
    size_t offset;
    if (!date_parse(text_from(text), &date, &reason, &offset))
        fail_msg("date '%s': %s", text, reason);
    return date;
}

/* Four groups in a row, each tie a day on which something happened. */
static void fill(struct sample *sample, const char *first, const char *second, const char *third)
{
    const char *const starts[] = {first, second, third};
    static const char *const kinds[] = {"attack", "attack", "pledge_renewed"};
    sample_init(sample);
    sample_groups(sample, 4);
    for (group_id i = 0; i < 3; i++) {
        sample_tie(sample, i, i + 1, kinds[i]);
        sample->dataset.relations.items[i].start = read_date(starts[i]);
    }
}

static void expect(const struct sample *sample, const char *name, const double expected[4])
{
    const double *found = sample_column(sample, SCOPE_GROUP, name);
    for (size_t i = 0; i < 4; i++)
        sample_assert_near(found[i], expected[i], 0, name);
}

#define ROW(...) ((const double[4]){__VA_ARGS__})

static void test_reach_by_sign_and_certainty(void **state)
{
    struct sample sample;
    (void)state;
    fill(&sample, "2012", "[2012..2013]", "2014");
    sample_measure(&sample);
    expect(&sample, "reach_possible", ROW(3, 3, 3, 1));
    expect(&sample, "reach_certain", ROW(1, 3, 2, 1));
    expect(&sample, "reach_possible_positive", ROW(0, 0, 1, 1));
    expect(&sample, "reach_certain_negative", ROW(1, 2, 1, 0));
    sample_assert_near(sample_network_value(&sample, "reachability_possible"), 10 / 12.0, 1e-12,
                       "reachability_possible");
    sample_assert_near(sample_network_value(&sample, "reachability_certain"), 7 / 12.0, 1e-12,
                       "reachability_certain");
    sample_release(&sample);
}

/* Without dates everything may be in order, and beyond a tie nothing must. */
static void test_without_dates_reach_is_that_of_components_or_of_neighbours(void **state)
{
    struct sample sample;
    (void)state;
    fill(&sample, "", "", "");
    sample_measure(&sample);
    expect(&sample, "reach_possible", ROW(3, 3, 3, 3));
    expect(&sample, "reach_certain", ROW(1, 2, 2, 1));
    sample_release(&sample);
}

static void test_large_networks_are_searched_only_when_asked(void **state)
{
    struct sample sample;
    struct error error = {0};
    (void)state;
    sample_init(&sample);
    for (group_id i = 0; i < 1001; i++)
        list_push(&sample.dataset.groups, (struct group){.id = TEXT("g"),
                                                         .name = TEXT("g"),
                                                         .label = TEXT("g"),
                                                         .parent = GROUP_NONE,
                                                         .founded = date_unknown(),
                                                         .ended = date_unknown()});
    sample_tie(&sample, 0, 1, "alliance");
    sample_select(&sample);
    const struct measure_wish asked = {.metrics = TEXT("reach_possible")};
    assert_true(measure_wished(&sample.selection, &asked, &sample.results, &error));
    assert_true(sample_group_value(&sample, "reach_possible", 1) == 1);
    metric_results_release(&sample.results);
    assert_true(measure_selection(&sample.selection, 1, &sample.results, &error));
    assert_true(isnan(sample_group_value(&sample, "reach_possible", 1)));
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reach_by_sign_and_certainty),
        cmocka_unit_test(test_without_dates_reach_is_that_of_components_or_of_neighbours),
        cmocka_unit_test(test_large_networks_are_searched_only_when_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
