/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/balance_report.h"

#include "balance_case.h"

#include "base/buffer.h"
#include "report/format_csv.h"
#include "report/format_json.h"
#include "report/format_text.h"

/* A triangle + + - of groups with hostile names, and a pair of both signs. */
static void build(struct sample *sample, struct balance *balance)
{
    sample_init(sample);
    group_id a = sample_group(sample, "=cmd|'<b>&\"");
    group_id b = sample_group(sample, "line\nbreak, and comma");
    group_id c = sample_group(sample, "c");
    group_id d = sample_group(sample, "d");
    sample_tie(sample, a, b, "alliance");
    sample_tie(sample, b, c, "alliance");
    sample_tie(sample, a, c, "conflict");
    sample_tie(sample, c, d, "pledge");
    sample_tie(sample, d, c, "attack");
    balance_case_measure(sample, PAIR_MAJORITY, COUNT_PAIRS, balance);
}

static const struct report_cell *find(const struct report_table *table, const char *measure,
                                      const char *column)
{
    for (size_t i = 0; i < report_table_row_count(table); i++)
        if (text_equal_string(report_table_cell(table, i, 0)->text, measure))
            return report_table_cell(table, i, report_table_find_column(table, column));
    fail_msg("no measure '%s'", measure);
    return NULL;
}

static void test_measures_have_value_bounds_and_definition(void **state)
{
    struct sample sample;
    struct balance balance;
    struct report_table table;
    (void)state;
    build(&sample, &balance);
    struct balance_view view = {&sample.selection, &balance, NULL};
    balance_tables()[BALANCE_MEASURES].build(&view, &table);
    assert_true(text_equal_string(find(&table, "frustration", "value")->text, "1"));
    assert_true(find(&table, "frustration", "lower")->number == 1);
    assert_true(text_equal_string(find(&table, "frustration", "exact")->text, "yes"));
    assert_true(find(&table, "frustration", "definition")->text.length > 0);
    assert_true(find(&table, "pairs_opposed", "upper")->number == 1);
    assert_true(find(&table, "pairs_left_out", "upper")->number == 1);
    assert_true(report_table_find_column(&table, "before") == SIZE_MAX);
    report_table_release(&table);

    /* What is not proven says so. */
    balance.frustration.lower = 0.5;
    view.before = &balance;
    balance_tables()[BALANCE_MEASURES].build(&view, &table);
    assert_true(text_equal_string(find(&table, "frustration", "value")->text, "0.5 to 1 (bounds)"));
    assert_true(
        text_equal_string(find(&table, "frustration", "before")->text, "0.5 to 1 (bounds)"));
    assert_true(text_equal_string(find(&table, "frustration", "exact")->text, "no"));
    report_table_release(&table);
    balance_release(&balance);
    sample_release(&sample);
}

static void test_pairs_of_both_signs_keep_all_their_ties(void **state)
{
    struct sample sample;
    struct balance balance;
    struct report_table table;
    (void)state;
    build(&sample, &balance);
    struct balance_view view = {&sample.selection, &balance, NULL};
    balance_tables()[BALANCE_PAIRS].build(&view, &table);
    assert_int_equal(report_table_row_count(&table), 1);
    size_t column = report_table_find_column(&table, "relations");
    assert_true(text_equal_string(report_table_cell(&table, 0, column)->text, "r3;r4"));
    column = report_table_find_column(&table, "sign");
    assert_true(text_equal_string(report_table_cell(&table, 0, column)->text, "left out"));
    report_table_release(&table);
    balance_release(&balance);
    sample_release(&sample);
}

/* Every table of any network is text that a reader of its format accepts, without a NaN. */
static void test_every_table_is_written_in_every_format(void **state)
{
    struct sample sample;
    struct balance balance;
    (void)state;
    build(&sample, &balance);
    struct balance_view view = {&sample.selection, &balance, &balance};
    for (size_t i = 0; i < BALANCE_TABLES; i++) {
        struct report_table table;
        struct buffer buffer = {0};
        balance_tables()[i].build(&view, &table);
        report_write_text(&table, 1, &buffer);
        report_write_csv(&table, 1, &buffer);
        report_write_json(&table, 1, &buffer);
        assert_null(strstr(buffer.at, "nan"));
        assert_null(strstr(buffer.at, "\n=cmd"));
        buffer_release(&buffer);
        report_table_release(&table);
    }
    balance_release(&balance);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures_have_value_bounds_and_definition),
        cmocka_unit_test(test_pairs_of_both_signs_keep_all_their_ties),
        cmocka_unit_test(test_every_table_is_written_in_every_format),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
