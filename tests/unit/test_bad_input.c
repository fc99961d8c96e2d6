/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every measure and every table of measures on networks that are hard to measure: each value is a
 * finite number or not defined, a measure that is ever not defined says when, and no format
 * prints what is no number as one.
 */
#include <strings.h>

#include "report/format.h"
#include "report/metric_report.h"
#include "report/sheet_report.h"
#include "sheet_case.h"

static void tie_every_pair(struct sample *sample, int count, const char *kind)
{
    sample_groups(sample, count);
    for (group_id a = 0; a < (group_id)count; a++)
        for (group_id b = a + 1; b < (group_id)count; b++)
            sample_tie(sample, a, b, kind);
}

static void fill_nothing(struct sample *sample)
{
    (void)sample;
}

static void fill_one_group(struct sample *sample)
{
    sample_groups(sample, 1);
}

static void fill_one_group_with_itself(struct sample *sample)
{
    sample_groups(sample, 1);
    sample_tie(sample, 0, 0, "attack");
}

static void fill_two_groups(struct sample *sample)
{
    sample_groups(sample, 2);
    sample_tie(sample, 0, 1, "pledge");
}

static void fill_loners(struct sample *sample)
{
    sample_groups(sample, 6);
}

static void fill_all_positive(struct sample *sample)
{
    tie_every_pair(sample, 6, "alliance");
}

static void fill_all_negative(struct sample *sample)
{
    tie_every_pair(sample, 6, "attack");
}

static void fill_all_neutral(struct sample *sample)
{
    tie_every_pair(sample, 6, "split");
}

static void fill_pieces(struct sample *sample)
{
    sample_groups(sample, 11);
    for (group_id i = 0; i < 9; i += 3) {
        sample_tie(sample, i, i + 1, "pledge");
        sample_tie(sample, i + 1, i + 2, "conflict");
    }
}

static void fill_loops(struct sample *sample)
{
    sample_groups(sample, 5);
    for (group_id i = 0; i < 5; i++)
        sample_tie(sample, i, i, i % 2 ? "alliance" : "attack");
    sample_tie(sample, 0, 1, "pledge");
}

static void fill_thousand_parallel_ties(struct sample *sample)
{
    static const char *const kinds[] = {"pledge", "attack", "conflict", "alliance", "split"};
    sample_groups(sample, 4);
    for (int i = 0; i < 1000; i++)
        sample_tie(sample, i % 2 ? 0 : 1, i % 2 ? 1 : 0, kinds[i % 5]);
    sample_tie(sample, 1, 2, "pledge");
}

static void weigh(struct sample *sample, double weight)
{
    tie_every_pair(sample, 4, "pledge");
    sample_tie(sample, 0, 1, "attack");
    for (size_t i = 0; i < sample->dataset.relations.count; i++)
        sample->dataset.relations.items[i].weight = weight;
}

static void fill_zero_weights(struct sample *sample)
{
    weigh(sample, 0);
}

static void fill_negative_weights(struct sample *sample)
{
    weigh(sample, -3);
}

static void fill_star(struct sample *sample)
{
    sample_groups(sample, 8);
    for (group_id i = 1; i < 8; i++)
        sample_tie(sample, i, 0, "pledge");
}

static const struct {
    const char *name;
    void (*fill)(struct sample *sample);
} cases[] = {
    {"nothing", fill_nothing},
    {"one group", fill_one_group},
    {"one group with itself", fill_one_group_with_itself},
    {"two groups", fill_two_groups},
    {"loners", fill_loners},
    {"all positive", fill_all_positive},
    {"all negative", fill_all_negative},
    {"all neutral", fill_all_neutral},
    {"pieces", fill_pieces},
    {"loops", fill_loops},
    {"1,000 parallel ties", fill_thousand_parallel_ties},
    {"zero weights", fill_zero_weights},
    {"negative weights", fill_negative_weights},
    {"star", fill_star},
};

enum {
    CASES = sizeof cases / sizeof *cases,
};

static void open_case(struct sample *sample, size_t index)
{
    sample_init(sample);
    cases[index].fill(sample);
    sample_measure(sample);
}

/* Does the row have a pair in the layer?  Others have no value there, which goes without saying. */
static bool is_measured(const struct sample *sample, const struct metric *metric, size_t row)
{
    if (metric->scope != SCOPE_RELATION)
        return true;
    relation_id id = sample->selection.relations.items[row].relation;
    const struct relation *relation = &sample->dataset.relations.items[id];
    return relation->source != relation->target &&
           layer_has_sign(metric->layer, sample->dataset.kinds.items[relation->kind].sign);
}

static void check_value(const char *where, const struct metric *metric, double value)
{
    if (isinf(value))
        fail_msg("%s: %s is infinite", where, metric->name);
    if (isnan(value) && strstr(metric->definition, "not defined") == NULL)
        fail_msg("%s: %s is not defined, and its definition does not say when", where,
                 metric->name);
}

static void test_measures_are_finite_or_say_when_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        struct sample sample;
        open_case(&sample, i);
        for (int scope = 0; scope < SCOPE_COUNT; scope++) {
            const struct metric_table *table = &sample.results.tables[scope];
            for (size_t c = 0; c < table->columns.count; c++) {
                const struct metric_column *column = &table->columns.items[c];
                for (size_t row = 0; row < table->row_count; row++)
                    if (is_measured(&sample, column->metric, row))
                        check_value(cases[i].name, column->metric, column->values[row]);
            }
        }
        sample_release(&sample);
    }
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

/* Is that a word of the text, whatever its case? */
static bool has_word(struct text text, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= text.length; i++) {
        bool starts = i == 0 || !is_letter(text.at[i - 1]);
        bool ends = i + length == text.length || !is_letter(text.at[i + length]);
        if (starts && ends && strncasecmp(text.at + i, word, length) == 0)
            return true;
    }
    return false;
}

/* What printf makes of no number, in any format. */
static void check_printed(const char *where, const struct report_table *table)
{
    static const char *const wrong[] = {"nan", "inf", "infinity"};
    size_t count = 0;
    const struct report_format *formats = report_formats(&count);
    for (size_t f = 0; f < count; f++) {
        struct buffer buffer = {0};
        formats[f].write(table, 1, &buffer);
        for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++)
            if (has_word(buffer_text(&buffer), wrong[w]))
                fail_msg("%s: '%s' in %s of %s", where, wrong[w], formats[f].name, table->name);
        buffer_release(&buffer);
    }
}

static void test_no_format_prints_what_is_no_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        struct sample sample;
        open_case(&sample, i);
        for (int scope = 0; scope < SCOPE_COUNT; scope++) {
            struct report_table table;
            struct error error = {0};
            struct metric_wish wish = {.scope = (enum metric_scope)scope};
            assert_true(
                metric_report_build(&sample.selection, &sample.results, &wish, &table, &error));
            check_printed(cases[i].name, &table);
            report_table_release(&table);
        }
        sample_release(&sample);
    }
}

static void check_sheet(struct sample *sample, const char *where, const struct sheet_type *type,
                        const struct sheet_wish *wish)
{
    struct sheet sheet;
    struct report_table table;
    struct error error = {0};
    sheet_case_build(sample, type->name, *wish, &sheet);
    assert_int_equal(sheet.cells.count % type->column_count, 0);
    for (size_t c = 0; c < sheet.cells.count; c++)
        if (isinf(sheet.cells.items[c].number))
            fail_msg("%s: %s of %s is infinite", where, type->columns[c % type->column_count].name,
                     type->name);
    assert_true(sheet_report_build(&sheet, &sample->selection, wish, &(struct sheet_rows){0},
                                   &table, &error));
    check_printed(where, &table);
    report_table_release(&table);
    sheet_release(&sheet);
}

static void test_every_table_is_made_of_every_network(void **state)
{
    size_t count = 0;
    const struct sheet_type *const *types = sheet_types(&count);
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        struct sample sample;
        open_case(&sample, i);
        for (size_t t = 0; t < count; t++)
            for (int layer = 0; layer < LAYER_COUNT; layer++)
                for (int by = 0; by < (types[t]->has_classes ? CLASS_BY_COUNT : 1); by++)
                    check_sheet(&sample, cases[i].name, types[t],
                                &(struct sheet_wish){.layer = (enum layer)layer,
                                                     .classes = (enum class_by)by,
                                                     .size = 20});
        sample_release(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures_are_finite_or_say_when_not),
        cmocka_unit_test(test_no_format_prints_what_is_no_number),
        cmocka_unit_test(test_every_table_is_made_of_every_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
