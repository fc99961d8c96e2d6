/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The two ends are built as two tables of metrics, then laid side by side cell by cell, so that
 * rows, labels and decimals are those of a table without ranges.
 */
#include "report/uncertainty_report.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "report/format_text.h"

/* What becomes of one column of the two tables. */
enum fate {
    FATE_COPY, /* a label */
    FATE_RANGE,
    FATE_DROP, /* the number of a class */
};

struct merge {
    const struct metric_ranges *ranges;
    const struct report_table *low;
    const struct report_table *high;
    enum metric_scope scope;
    bool for_people;
    struct report_table *table;
};

static enum fate fate_of(const struct merge *merge, const struct report_column *column)
{
    if (column->decimals == REPORT_TEXT)
        return FATE_COPY;
    const struct metric_column *metric =
        metric_table_find(&merge->ranges->low.tables[merge->scope], column->name);
    bool is_class =
        metric != NULL && metric_ranges_method(merge->ranges, metric->metric) == RANGE_NONE;
    return is_class ? FATE_DROP : FATE_RANGE;
}

/* "betweenness_low": programs read the ends, people sort by them. */
static void push_end(const struct merge *merge, const struct report_column *column, const char *end)
{
    struct text name = arena_format(&merge->table->arena, "%s_%s", column->name, end);
    list_push(&merge->table->columns,
              (struct report_column){
                  .name = name.at, .title = name.at, .decimals = column->decimals, .detail = true});
}

static void push_columns(const struct merge *merge)
{
    for (size_t j = 0; j < merge->high->columns.count; j++) {
        struct report_column column = merge->high->columns.items[j];
        enum fate fate = fate_of(merge, &column);
        if (fate == FATE_COPY)
            list_push(&merge->table->columns, column);
        if (fate != FATE_RANGE)
            continue;
        push_end(merge, &column, "low");
        push_end(merge, &column, "high");
        column.decimals = REPORT_TEXT;
        if (merge->for_people)
            list_push(&merge->table->columns, column);
    }
    if (merge->scope == SCOPE_NETWORK)
        list_push(&merge->table->columns,
                  (struct report_column){"method", "Range", REPORT_TEXT, false});
}

static void add_range(const struct merge *merge, const struct report_column *column,
                      const struct report_cell *low, const struct report_cell *high)
{
    struct buffer words = {0};
    report_table_add_number(merge->table, low->number);
    report_table_add_number(merge->table, high->number);
    if (!merge->for_people)
        return;
    report_add_cell(&words, column, low);
    size_t length = words.length;
    report_add_cell(&words, column, high);
    struct text first = {words.at, length};
    struct text second = {words.at + length, words.length - length};
    if (text_equal(first, second))
        report_table_add_format(merge->table, TEXT_FORMAT, TEXT_PARTS(first));
    else
        report_table_add_format(merge->table, TEXT_FORMAT ".." TEXT_FORMAT, TEXT_PARTS(first),
                                TEXT_PARTS(second));
    buffer_release(&words);
}

static const char *method_word(enum range_method method)
{
    return method == RANGE_EXACT ? "exact" : "sampled";
}

/* The method of a row of the network, named by its metric without layer. */
static void add_method(const struct merge *merge, size_t row)
{
    const struct metric_table *metrics = &merge->ranges->low.tables[SCOPE_NETWORK];
    struct text base = report_table_cell(merge->high, row, 0)->text;
    for (size_t i = 0; i < metrics->columns.count; i++) {
        const struct metric *metric = metrics->columns.items[i].metric;
        if (text_equal(metric_base_name(metric), base)) {
            report_table_add_string(merge->table,
                                    method_word(metric_ranges_method(merge->ranges, metric)));
            return;
        }
    }
    report_table_add_string(merge->table, "");
}

static void add_rows(const struct merge *merge)
{
    for (size_t i = 0; i < report_table_row_count(merge->high); i++) {
        for (size_t j = 0; j < merge->high->columns.count; j++) {
            const struct report_column *column = &merge->high->columns.items[j];
            const struct report_cell *high = report_table_cell(merge->high, i, j);
            enum fate fate = fate_of(merge, column);
            if (fate == FATE_COPY)
                report_table_add_text(merge->table, high->text);
            else if (fate == FATE_RANGE)
                add_range(merge, column, report_table_cell(merge->low, i, j), high);
        }
        if (merge->scope == SCOPE_NETWORK)
            add_method(merge, i);
    }
}

static bool is_shown(const struct merge *merge, const struct report_column *column)
{
    return fate_of(merge, column) == FATE_RANGE && !(merge->for_people && column->detail);
}

/* Which of the columns are exact, which sampled; the network has a column for that. */
static void add_method_notes(const struct merge *merge)
{
    static const enum range_method methods[] = {RANGE_EXACT, RANGE_SAMPLED};
    static const char *const titles[] = {"Exact ranges", "At least as wide as shown"};
    for (size_t m = 0; m < 2 && merge->scope != SCOPE_NETWORK; m++) {
        struct buffer names = {0};
        for (size_t j = 0; j < merge->high->columns.count; j++) {
            const struct report_column *column = &merge->high->columns.items[j];
            const struct metric_column *metric =
                metric_table_find(&merge->ranges->low.tables[merge->scope], column->name);
            if (metric == NULL || !is_shown(merge, column) ||
                metric_ranges_method(merge->ranges, metric->metric) != methods[m])
                continue;
            buffer_add_format(&names, "%s%s", names.length > 0 ? ", " : "", column->name);
        }
        struct text copy = arena_copy_text(&merge->table->arena, buffer_text(&names));
        if (copy.length > 0)
            report_table_add_note(merge->table, method_word(methods[m]), titles[m], copy);
        buffer_release(&names);
    }
}

static void add_notes(const struct merge *merge, const struct selection *selection)
{
    const struct metric_ranges *ranges = merge->ranges;
    struct text words = arena_format(
        &merge->table->arena, "%zu of %zu ties are only possible; %s%zu choices of them measured",
        ranges->possible, selection->relations.count, ranges->is_exhaustive ? "all " : "",
        ranges->subsets);
    report_table_add_note(merge->table, "possible_ties", "Lowest and highest value", words);
    add_method_notes(merge);
    words = arena_format(&merge->table->arena, "%llu", (unsigned long long)ranges->low.seed);
    report_table_add_note(merge->table, "seed", "Seed of random algorithms", words);
    metric_report_add_sign_policy(selection, merge->table);
}

static bool sort_rows(const struct merge *merge, struct text sort, struct error *error)
{
    if (sort.length == 0)
        return true;
    struct text name = arena_format(&merge->table->arena, TEXT_FORMAT "_high", TEXT_PARTS(sort));
    size_t column = report_table_find_column(merge->table, name.at);
    if (column == SIZE_MAX)
        return error_set(error, ERROR_USAGE,
                         "cannot sort by '" TEXT_FORMAT "': it is not among the metrics shown",
                         TEXT_PARTS(sort));
    report_table_sort(merge->table, column);
    return true;
}

static bool merge_tables(const struct merge *merge, const struct selection *selection,
                         const struct metric_wish *wish, struct error *error)
{
    report_table_init(merge->table, merge->high->name, (struct text){0}, NULL, 0);
    push_columns(merge);
    add_rows(merge);
    add_notes(merge, selection);
    if (!sort_rows(merge, wish->sort, error)) {
        report_table_release(merge->table);
        return false;
    }
    if (wish->top > 0)
        report_table_truncate(merge->table, wish->top);
    return true;
}

bool range_report_build(const struct selection *selection, const struct metric_ranges *ranges,
                        const struct metric_wish *wish, bool for_people, struct report_table *table,
                        struct error *error)
{
    const struct metric_wish plain = {.scope = wish->scope, .metrics = wish->metrics};
    struct report_table low;
    struct report_table high;
    if (wish->scope == SCOPE_COMPONENT)
        return error_set(error, ERROR_USAGE,
                         "components have no ranges: other ties make other components");
    if (!metric_report_build(selection, &ranges->low, &plain, &low, error))
        return false;
    bool built = metric_report_build(selection, &ranges->high, &plain, &high, error);
    if (built) {
        const struct merge merge = {.ranges = ranges,
                                    .low = &low,
                                    .high = &high,
                                    .scope = wish->scope,
                                    .for_people = for_people,
                                    .table = table};
        built = merge_tables(&merge, selection, wish, error);
        report_table_release(&high);
    }
    report_table_release(&low);
    return built;
}
