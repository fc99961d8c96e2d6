/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/balance_measures.h"

#include <math.h>

#include "report/metric_report.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

void balance_add_bounds(struct buffer *buffer, struct balance_bounds bounds)
{
    if (isnan(bounds.upper)) {
        buffer_add_string(buffer, "not defined");
        return;
    }
    buffer_add_number(buffer, bounds.lower, 3);
    if (balance_is_exact(bounds))
        return;
    buffer_add_string(buffer, " to ");
    buffer_add_number(buffer, bounds.upper, 3);
    buffer_add_string(buffer, " (bounds)");
}

static const struct report_column columns[] = {
    {"measure", "Name", REPORT_TEXT, true},          {"label", "Measure", REPORT_TEXT, false},
    {"value", "Value", REPORT_TEXT, false},          {"lower", "Lower bound", REPORT_MIXED, true},
    {"upper", "Upper bound", REPORT_MIXED, true},    {"exact", "Exact", REPORT_TEXT, true},
    {"definition", "Definition", REPORT_TEXT, true}, {"reference", "Reference", REPORT_TEXT, true},
};

static const struct report_column before_columns[] = {
    {"before", "With signs unchanged", REPORT_TEXT, false},
    {"before_lower", "Lower bound, signs unchanged", REPORT_MIXED, true},
    {"before_upper", "Upper bound, signs unchanged", REPORT_MIXED, true},
};

static void add_value(const struct balance_measure *measure, struct balance_bounds bounds,
                      struct report_table *table)
{
    struct buffer words = {0};
    balance_add_bounds(&words, bounds);
    if (isnan(bounds.upper))
        buffer_add_format(&words, ": %s", measure->undefined);
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(&words)));
    buffer_release(&words);
    report_table_add_number(table, bounds.lower);
    report_table_add_number(table, bounds.upper);
}

/* How the pairs got their signs and what was proven, so that nobody must guess. */
static void add_notes(const struct balance_view *view, struct report_table *table)
{
    const struct balance *balance = view->balance;
    const struct pair_policy *policy = &balance->options.pairs;
    struct arena *arena = &table->arena;
    metric_report_add_sign_policy(view->selection, table);
    report_table_add_note(
        table, "pairs", "Pair with ties of both signs",
        arena_format(arena, "%s: %s", pair_rule_name(policy->rule), pair_rule_words(policy->rule)));
    report_table_add_note(table, "count", "What a pair counts",
                          arena_format(arena, "%s: %s", pair_count_name(policy->count),
                                       pair_count_words(policy->count)));
    report_table_add_note(table, "direction", "Direction",
                          TEXT("left aside: a tie binds both groups, whoever acts"));
    if (balance->pairs.loops + balance->pairs.weightless > 0)
        report_table_add_note(table, "ties_left_out", "Ties left out",
                              arena_format(arena,
                                           "%zu of a group with itself, %zu whose weight is not "
                                           "above 0",
                                           balance->pairs.loops, balance->pairs.weightless));
    if (!(balance->weight > 0))
        return;
    if (balance_is_exact(balance->frustration))
        report_table_add_note(
            table, "proof", "Frustration index",
            TEXT("exact: no partition has less at odds, though another may have as little"));
    else
        report_table_add_note(
            table, "proof", "Frustration index",
            arena_format(arena,
                         "bounds: both are proven, but with %zu nodes of branch and bound they "
                         "do not meet in %zu of %zu unbalanced blocks; see --nodes",
                         balance->options.nodes, balance->blocks_open, balance->blocks));
}

void balance_build_measures(const struct balance_view *view, struct report_table *table)
{
    report_table_init(table, "balance", TEXT("Signed structure"), columns, COUNT_OF(columns));
    for (size_t i = 0; view->before != NULL && i < COUNT_OF(before_columns); i++)
        list_push(&table->columns, before_columns[i]);
    size_t count = 0;
    const struct balance_measure *measures = balance_measures(&count);
    for (size_t i = 0; i < count; i++) {
        const struct balance_measure *measure = &measures[i];
        struct balance_bounds bounds = measure->read(view->balance);
        report_table_add_string(table, measure->name);
        report_table_add_string(table, measure->title);
        add_value(measure, bounds, table);
        report_table_add_string(table, isnan(bounds.upper)        ? "undefined"
                                       : balance_is_exact(bounds) ? "yes"
                                                                  : "no");
        report_table_add_string(table, measure->definition);
        report_table_add_string(table, measure->reference);
        if (view->before != NULL)
            add_value(measure, measure->read(view->before), table);
    }
    add_notes(view, table);
}
