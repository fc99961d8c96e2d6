/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/comparison_report.h"

#include "metrics/measure.h"
#include "select_case.h"

/*
 * From June 2014 to December 2015, by hand: tie 0 is kept, 1 lost, 2 gained; 3 flips 1 to the other
 * sign; c leaves a by 4 and merges into b by 5; 6 happened, perhaps later; d turns from a to b by 7
 * and 8, e does so in 2016.
 */
enum {
    A,
    B,
    C,
    D,
    E,
};

static void fill(struct select_case *test)
{
    select_case_init(test);
    select_case_group(test, "a", "North", "2010", "..");
    select_case_group(test, "b", "North", "2010", "..");
    select_case_group(test, "c", "South", "2012", "2015-03");
    select_case_group(test, "d", "South", "2014-08", "..");
    select_case_group(test, "e", "South", "2016-02", "..");
    select_case_tie(test, A, B, "rivalry", "2013", "..");
    select_case_tie(test, B, C, "rivalry", "2013", "2014-12");
    select_case_tie(test, A, D, "rivalry", "2015", "..");
    select_case_tie(test, B, C, "alliance", "2015-02", "..");
    select_case_tie(test, C, A, "split", "2015-01", "");
    select_case_tie(test, C, B, "joined", "2015-03", "");
    select_case_tie(test, A, B, "attack", "[2015..2016]", "");
    select_case_tie(test, D, A, "split", "2014-09", "");
    select_case_tie(test, D, B, "pledge", "2014-10", "");
    select_case_tie(test, E, A, "split", "2016-03", "");
    select_case_tie(test, E, B, "pledge", "2016-03", "");
    select_case_run(test);
}

static struct window read_window(const char *text)
{
    struct window window;
    const char *reason = NULL;
    if (!window_parse(text_from(text), &window, &reason))
        fail_msg("window '%s': %s", text, reason);
    return window;
}

static struct comparison compare(const struct select_case *test)
{
    return (struct comparison){&test->selection, read_window("2014-06"), read_window("2015-12")};
}

/* The rows as "first second first second", by the names of two columns. */
static void expect(struct report_table *table, const char *first, const char *second,
                   const char *expected)
{
    char found[400] = "";
    size_t length = 0;
    const size_t columns[2] = {report_table_find_column(table, first),
                               report_table_find_column(table, second)};
    for (size_t row = 0; row < report_table_row_count(table); row++)
        for (size_t k = 0; k < 2; k++) {
            const struct report_cell *cell = report_table_cell(table, row, columns[k]);
            const char *join = length > 0 ? " " : "";
            length += (size_t)(cell->is_number
                                   ? snprintf(found + length, sizeof found - length, "%s%g", join,
                                              cell->number)
                                   : snprintf(found + length, sizeof found - length,
                                              "%s" TEXT_FORMAT, join, TEXT_PARTS(cell->text)));
        }
    assert_string_equal(found, expected);
    report_table_release(table);
}

static void test_ties_are_told_by_change_then_date(void **state)
{
    struct select_case test;
    struct report_table table;
    (void)state;
    fill(&test);
    const struct comparison comparison = compare(&test);
    comparison_report_ties(&comparison, false, &table);
    expect(&table, "change", "id",
           "gained pledge gained rivalry lost rivalry flipped alliance split split split split "
           "merged joined happened attack");
    comparison_report_ties(&comparison, false, &table);
    expect(&table, "certainty", "flip",
           "certain  certain  certain  certain sign certain  certain  certain  possible ");
    comparison_report_ties(&comparison, true, &table);
    assert_int_equal(report_table_row_count(&table), 9);
    report_table_release(&table);
    select_case_release(&test);
}

static void test_the_summary_counts_the_same_ties(void **state)
{
    struct select_case test;
    struct report_table table;
    (void)state;
    fill(&test);
    const struct comparison comparison = compare(&test);
    comparison_report_summary(&comparison, &table);
    expect(&table, "certain", "possible", "2 0 1 0 1 0 2 0 1 0 0 0 0 0 0 0 0 1 1 0");
    select_case_release(&test);
}

static void test_groups_are_founded_end_and_get_first_ties(void **state)
{
    struct select_case test;
    struct report_table table;
    (void)state;
    fill(&test);
    const struct comparison comparison = compare(&test);
    comparison_report_groups(&comparison, &table);
    expect(&table, "change", "id", "ended c founded d");
    select_case_release(&test);
}

static void test_who_changed_sides_in_between(void **state)
{
    struct select_case test;
    struct report_table table;
    (void)state;
    fill(&test);
    struct comparison comparison = compare(&test);
    comparison_report_switches(&comparison, &table);
    expect(&table, "group", "certainty", "c certain d certain");
    comparison.to = read_window("2016-12");
    comparison_report_switches(&comparison, &table);
    expect(&table, "group", "when", "c 2015-02 d 2014-10 e 2016-03");
    comparison.from = read_window("2014-10-15");
    comparison_report_switches(&comparison, &table);
    expect(&table, "group", "certainty", "c certain d possible e certain");
    select_case_release(&test);
}

static void test_numbers_of_both_sides_and_moves_of_rank(void **state)
{
    static const char *const dates[] = {"2014-06", "2015-12"};
    struct select_case test;
    struct report_table table;
    struct selection selections[2];
    struct metric_results results[2];
    struct comparison_side sides[2];
    struct error error = {0};
    (void)state;
    fill(&test);
    for (size_t i = 0; i < 2; i++) {
        test.query.has_window = true;
        test.query.window = read_window(dates[i]);
        selection_evaluate(&selections[i], &test.dataset, &test.query);
        assert_true(measure_selection(&selections[i], 1, &results[i], &error));
        sides[i] =
            (struct comparison_side){i == 0 ? "from" : "to", dates[i], &selections[i], &results[i]};
    }
    comparison_report_ranks(sides, "degree_negative", &table);
    /* Negative ties, before: a 1, b 2, c 1; after: a 3, b 2, c none, d 1. */
    expect(&table, "id", "moved", "c -2 a 1 b -1");
    comparison_report_network(sides, true, &table);
    for (size_t row = 0; row < report_table_row_count(&table); row++)
        assert_true(report_table_cell(&table, row, 1)->number !=
                    report_table_cell(&table, row, 2)->number);
    report_table_release(&table);
    for (size_t i = 0; i < 2; i++) {
        metric_results_release(&results[i]);
        selection_release(&selections[i]);
    }
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ties_are_told_by_change_then_date),
        cmocka_unit_test(test_the_summary_counts_the_same_ties),
        cmocka_unit_test(test_groups_are_founded_end_and_get_first_ties),
        cmocka_unit_test(test_who_changed_sides_in_between),
        cmocka_unit_test(test_numbers_of_both_sides_and_moves_of_rank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
