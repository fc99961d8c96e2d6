/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/uncertainty_report.h"

#include <math.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct report_column columns_for_people[] = {
    {"metric", "Metric", REPORT_TEXT, false},
    {"label", "Group", REPORT_TEXT, false},
    {"value", "Value", REPORT_MIXED, false},
    {"rank", "Rank", 0, false},
    {"median", "Median rank", 0, false},
    {"interval", "5-95 %", REPORT_TEXT, false},
    {"sources", "Without one source", REPORT_TEXT, false},
    {"survives", "Above the next", 2, false},
    {"tier", "Tier", 0, false},
};

static const struct report_column columns_for_programs[] = {
    {"metric", "Metric", REPORT_TEXT, false},
    {"id", "Id", REPORT_TEXT, false},
    {"label", "Group", REPORT_TEXT, false},
    {"value", "Value", REPORT_MIXED, false},
    {"rank", "Rank", 0, false},
    {"median", "Median rank", 0, false},
    {"rank_low", "Rank, 5 %", 0, false},
    {"rank_high", "Rank, 95 %", 0, false},
    {"source_low", "Best rank without one source", 0, false},
    {"source_high", "Worst rank without one source", 0, false},
    {"survives", "Above the next", 2, false},
    {"tier", "Tier", 0, false},
};

static void add_span(struct report_table *table, double low, double high)
{
    if (isnan(low))
        report_table_add_string(table, "-");
    else if (low < high)
        report_table_add_format(table, "%.0f..%.0f", low, high);
    else
        report_table_add_format(table, "%.0f", low);
}

static void add_row(const struct selection *selection, const struct metric *metric,
                    const struct rank_row *row, bool for_people, struct report_table *table)
{
    group_id id = selection->groups.items[row->group];
    const struct group *group = &selection->dataset->groups.items[id];
    report_table_add_string(table, metric->name);
    if (!for_people)
        report_table_add_text(table, group->id);
    report_table_add_text(table, group->label);
    report_table_add_number(table, row->value);
    report_table_add_number(table, row->rank);
    report_table_add_number(table, row->median);
    if (for_people) {
        add_span(table, row->low, row->high);
        add_span(table, row->source_low, row->source_high);
    } else {
        report_table_add_number(table, row->low);
        report_table_add_number(table, row->high);
        report_table_add_number(table, row->source_low);
        report_table_add_number(table, row->source_high);
    }
    report_table_add_number(table, row->survives);
    report_table_add_number(table, (double)row->tier);
}

static void add_notes(const struct rank_results *ranks, struct report_table *table)
{
    const struct tie_chances *chances = &ranks->chances;
    report_table_add_note(
        table, "reading", "How to read",
        text_from("groups of one tier cannot be told apart from its first: their order survives "
                  "in less than 95 % of the draws"));
    report_table_add_note(
        table, "chances", "Chance that a claim is right",
        arena_format(&table->arena,
                     "stated %g, reported %g, inferred %g; a tie that is only possible in the "
                     "window keeps %g of it, one that a claim disputes %g",
                     chances->by_grade[GRADE_STATED], chances->by_grade[GRADE_REPORTED],
                     chances->by_grade[GRADE_INFERRED], chances->possible, chances->disputed));
    report_table_add_note(table, "draws", "Draws",
                          arena_format(&table->arena, "%zu", ranks->draws));
    report_table_add_note(table, "seed", "Seed of random algorithms",
                          arena_format(&table->arena, "%llu", (unsigned long long)ranks->seed));
}

void rank_report_build(const struct selection *selection, const struct rank_results *ranks,
                       size_t top, bool for_people, struct report_table *table)
{
    if (for_people)
        report_table_init(table, "ranks", (struct text){0}, columns_for_people,
                          COUNT_OF(columns_for_people));
    else
        report_table_init(table, "ranks", (struct text){0}, columns_for_programs,
                          COUNT_OF(columns_for_programs));
    for (size_t t = 0; t < ranks->tables.count; t++) {
        const struct rank_table *source = &ranks->tables.items[t];
        size_t rows = top > 0 && top < source->row_count ? top : source->row_count;
        for (size_t i = 0; i < rows; i++)
            add_row(selection, source->metric, &source->rows[i], for_people, table);
    }
    add_notes(ranks, table);
    metric_report_add_sign_policy(selection, table);
}
