/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/series.h"

#include "sample.h"

static struct date read_date(const char *text)
{
    struct date date;
    const char *reason;
    size_t offset;
    if (!date_parse(text_from(text), &date, &reason, &offset))
        fail_msg("date '%s': %s", text, reason);
    return date;
}

static void add_tie(struct sample *sample, group_id source, group_id target, const char *kind,
                    const char *start, const char *end)
{
    sample_tie(sample, source, target, kind);
    struct relation *relation =
        &sample->dataset.relations.items[sample->dataset.relations.count - 1];
    relation->start = read_date(start);
    relation->end = read_date(end);
}

/*
 * In windows of a year, by hand:           2013    2014    2015    2016
 *   0  a-b alliance   2013 to 2014         held    held
 *   1  c-b pledge     2014 on                      held    held    held
 *   2  a-c alliance   2014, end unknown            held    maybe   maybe
 *   3  d-a split      2015                                 yes
 *   4  d-b pledge     2015-12 to 2016                      held    held
 *   5  d-c rivalry    [2014..2015] on              maybe   held    held
 *   6  b-a rivalry    2013 to 2013         held
 */
static void fill(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 4);
    add_tie(sample, 0, 1, "alliance", "2013", "2014");
    add_tie(sample, 2, 1, "pledge", "2014", "..");
    add_tie(sample, 0, 2, "alliance", "2014", "");
    add_tie(sample, 3, 0, "split", "2015", "");
    add_tie(sample, 3, 1, "pledge", "2015-12", "2016");
    add_tie(sample, 3, 2, "rivalry", "[2014..2015]", "..");
    add_tie(sample, 1, 0, "rivalry", "2013", "2013");
    dataset_build_index(&sample->dataset);
}

static void measure(const struct sample *sample, const struct selection_query *query,
                    enum series_step step, struct metric_series *series)
{
    struct error error = {0};
    if (!series_measure(&sample->dataset, query, step, MEASURE_DEFAULT_SEED, series, &error))
        fail_msg("%s", error.message);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
}

static void expect(const struct metric_table *table, const char *name, const double *expected)
{
    const struct metric_column *column = metric_table_find(table, name);
    assert_non_null(column);
    for (size_t i = 0; i < table->row_count; i++)
        sample_assert_near(column->values[i], expected[i], 1e-12, name);
}

#define NONE ((double)NAN)
#define ROW(...) ((const double[]){__VA_ARGS__})

static void test_a_series_counted_by_hand(void **state)
{
    struct sample sample;
    struct metric_series series;
    (void)state;
    fill(&sample);
    measure(&sample, &(struct selection_query){0}, STEP_YEAR, &series);
    assert_int_equal(series.windows.count, 4);
    assert_true(text_equal_string(series.windows.items[0].text, "2013"));
    expect(&series.all, "ties", ROW(2, 4, 5, 4));
    expect(&series.certain, "ties", ROW(2, 3, 4, 3));
    expect(&series.all, "ties_formed", ROW(NONE, 3, 1, 0));
    expect(&series.certain, "ties_formed", ROW(NONE, 2, 1, 0));
    expect(&series.all, "ties_dissolved", ROW(NONE, 1, 1, 0));
    expect(&series.certain, "ties_dissolved", ROW(NONE, 1, 1, 0));
    expect(&series.all, "ties_kept", ROW(NONE, 1, 3, 4));
    expect(&series.certain, "ties_kept", ROW(NONE, 1, 1, 3));
    expect(&series.all, "tie_jaccard", ROW(NONE, 1 / 5.0, 3 / 5.0, 1));
    expect(&series.certain, "tie_jaccard", ROW(NONE, 1 / 4.0, 1 / 5.0, 1));
    expect(&series.all, "pledges", ROW(0, 1, 1, 0));
    expect(&series.certain, "pledges", ROW(0, 1, 1, 0));
    expect(&series.all, "pledges_negative", ROW(0, 0, 0, 0));
    expect(&series.all, "switches", ROW(0, 0, 1, 0));
    metric_series_release(&series);
    sample_release(&sample);
}

/* Every value of the network is the one that measuring the window alone gives. */
static void test_each_window_is_measured_as_it_would_be_alone(void **state)
{
    struct sample sample;
    struct metric_series series;
    struct error error = {0};
    (void)state;
    fill(&sample);
    measure(&sample, &(struct selection_query){0}, STEP_QUARTER, &series);
    assert_int_equal(series.windows.count, 16);
    for (size_t row = 0; row < series.windows.count; row++)
        for (int certain = 0; certain < 2; certain++) {
            const struct metric_table *table = certain ? &series.certain : &series.all;
            struct selection_query query = {.has_window = true,
                                            .window = series.windows.items[row],
                                            .certain_only = certain == 1};
            struct selection selection;
            struct metric_results results;
            selection_evaluate(&selection, &sample.dataset, &query);
            assert_true(measure_selection(&selection, MEASURE_DEFAULT_SEED, &results, &error));
            const struct metric_table *alone = &results.tables[SCOPE_NETWORK];
            for (size_t c = 0; c < alone->columns.count; c++)
                sample_assert_near(table->columns.items[c].values[row],
                                   alone->columns.items[c].values[0], 0,
                                   alone->columns.items[c].metric->name);
            metric_results_release(&results);
            selection_release(&selection);
        }
    metric_series_release(&series);
    sample_release(&sample);
}

static void test_a_window_that_changes_nothing_is_as_stable_as_can_be(void **state)
{
    struct sample sample;
    struct metric_series series;
    const struct window range = {.first = day_from_civil(2016, 1, 1),
                                 .last = day_from_civil(2016, 3, 31)};
    (void)state;
    fill(&sample);
    measure(&sample, &(struct selection_query){.has_window = true, .window = range}, STEP_MONTH,
            &series);
    assert_int_equal(series.windows.count, 3);
    assert_true(text_equal_string(series.windows.items[2].text, "2016-03"));
    expect(&series.all, "community_rand", ROW(NONE, 1, 1));
    expect(&series.all, "community_nmi", ROW(NONE, 1, 1));
    expect(&series.all, "bloc_rand", ROW(NONE, 1, 1));
    expect(&series.certain, "bloc_nmi", ROW(NONE, 1, 1));
    expect(&series.all, "tie_jaccard", ROW(NONE, 1, 1));
    metric_series_release(&series);
    sample_release(&sample);
}

static void test_windows_are_whole_steps_behind_each_other(void **state)
{
    struct sample sample;
    (void)state;
    fill(&sample);
    for (int step = 0; step < STEP_COUNT; step++) {
        struct metric_series series;
        measure(&sample, &(struct selection_query){0}, (enum series_step)step, &series);
        const struct window_list *windows = &series.windows;
        assert_int_equal(windows->items[0].first, day_from_civil(2013, 1, 1));
        assert_int_equal(windows->items[windows->count - 1].last, day_from_civil(2016, 12, 31));
        for (size_t i = 1; i < windows->count; i++)
            assert_int_equal(windows->items[i].first, windows->items[i - 1].last + 1);
        metric_series_release(&series);
    }
    sample_release(&sample);
}

static void assert_fails(const struct sample *sample, const struct selection_query *query,
                         enum series_step step)
{
    struct metric_series series;
    struct error error = {0};
    assert_false(series_measure(&sample->dataset, query, step, 1, &series, &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_int_equal(series.windows.count, 0);
}

static void test_without_a_range_or_with_too_long_a_one_it_fails(void **state)
{
    struct sample sample;
    const struct window ages = {.first = day_from_civil(1000, 1, 1),
                                .last = day_from_civil(2016, 3, 31)};
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 2);
    add_tie(&sample, 0, 1, "alliance", "", "..");
    dataset_build_index(&sample.dataset);
    assert_fails(&sample, &(struct selection_query){0}, STEP_YEAR);
    assert_fails(&sample, &(struct selection_query){.has_window = true, .window = ages},
                 STEP_MONTH);
    sample_release(&sample);
}

/* A range that is asked for needs no dated tie. */
static void test_a_range_may_have_no_tie(void **state)
{
    struct sample sample;
    struct metric_series series;
    const struct window range = {.first = day_from_civil(2000, 1, 1),
                                 .last = day_from_civil(2001, 12, 31)};
    (void)state;
    fill(&sample);
    measure(&sample, &(struct selection_query){.has_window = true, .window = range}, STEP_YEAR,
            &series);
    expect(&series.all, "ties", ROW(0, 0));
    expect(&series.all, "tie_jaccard", ROW(NONE, NONE));
    expect(&series.all, "community_rand", ROW(NONE, NONE));
    metric_series_release(&series);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_series_counted_by_hand),
        cmocka_unit_test(test_each_window_is_measured_as_it_would_be_alone),
        cmocka_unit_test(test_a_window_that_changes_nothing_is_as_stable_as_can_be),
        cmocka_unit_test(test_windows_are_whole_steps_behind_each_other),
        cmocka_unit_test(test_without_a_range_or_with_too_long_a_one_it_fails),
        cmocka_unit_test(test_a_range_may_have_no_tie),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
