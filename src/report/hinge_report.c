/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/uncertainty_report.h"

#include <stdint.h>

#include "base/buffer.h"
#include "report/tie.h"

static const struct report_column columns[] = {
    {"source", "Source", REPORT_TEXT, false},   {"finding", "Finding", REPORT_TEXT, false},
    {"group", "Group (id)", REPORT_TEXT, true}, {"relation", "Relation (id)", REPORT_TEXT, true},
    {"metric", "Metric", REPORT_TEXT, true},    {"what", "What", REPORT_TEXT, false},
    {"with", "With it", REPORT_MIXED, false},   {"without", "Without it", REPORT_MIXED, false},
    {"places", "Places", REPORT_TEXT, false},
};

static void add_ids(const struct selection *selection, const struct hinge *hinge,
                    struct report_table *table)
{
    const struct dataset *dataset = selection->dataset;
    struct text group = {0};
    struct text relation = {0};
    if (hinge->group != SIZE_MAX)
        group = dataset->groups.items[selection->groups.items[hinge->group]].id;
    if (hinge->relation != SIZE_MAX)
        relation =
            dataset->relations.items[selection->relations.items[hinge->relation].relation].id;
    report_table_add_text(table, group);
    report_table_add_text(table, relation);
    report_table_add_string(table, hinge->metric == NULL ? "" : hinge->metric->name);
}

static void add_what(const struct selection *selection, const struct hinge *hinge,
                     struct report_table *table)
{
    struct buffer words = {0};
    if (hinge->relation != SIZE_MAX)
        tie_add_sentence(&words, selection->dataset,
                         selection->relations.items[hinge->relation].relation);
    else if (hinge->group != SIZE_MAX)
        buffer_add_text(
            &words, selection->dataset->groups.items[selection->groups.items[hinge->group]].label);
    else
        buffer_add_string(&words, "number of weak components");
    if (hinge->metric != NULL)
        buffer_add_format(&words, ", by %s", hinge->metric->label);
    report_table_add_format(table, TEXT_FORMAT, TEXT_PARTS(buffer_text(&words)));
    buffer_release(&words);
}

/* A rank and a number are that to everybody; for people the others are yes or no. */
static void add_value(const struct hinge *hinge, double value, bool for_people,
                      struct report_table *table)
{
    bool is_number = hinge->type == HINGE_RANK || hinge->type == HINGE_COMPONENT;
    if (is_number || !for_people)
        report_table_add_number(table, value);
    else
        report_table_add_string(table, value > 0 ? "yes" : "no");
}

static void add_note(const struct selection *selection, const struct hinge_results *hinges,
                     struct report_table *table)
{
    struct buffer words = {0};
    for (source_id s = 0; s < selection->dataset->sources.count; s++) {
        size_t ties = 0;
        for (size_t i = 0; i < hinges->hinges.count; i++) {
            const struct hinge *hinge = &hinges->hinges.items[i];
            ties += hinge->source == s && hinge->relation != SIZE_MAX;
        }
        if (ties > 0)
            buffer_add_format(&words, "%s" TEXT_FORMAT " %zu", words.length > 0 ? ", " : "",
                              TEXT_PARTS(selection->dataset->sources.items[s].id), ties);
    }
    struct text copy = arena_copy_text(&table->arena, buffer_text(&words));
    if (copy.length > 0)
        report_table_add_note(table, "ties", "Ties that rest on one source", copy);
    buffer_release(&words);
}

void hinge_report_build(const struct selection *selection, const struct hinge_results *hinges,
                        enum hinge_type last, size_t top, bool for_people,
                        struct report_table *table)
{
    report_table_init(table, "hinges", (struct text){0}, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < hinges->hinges.count; i++) {
        const struct hinge *hinge = &hinges->hinges.items[i];
        if (hinge->type > last)
            continue;
        report_table_add_text(table, selection->dataset->sources.items[hinge->source].id);
        report_table_add_string(table, hinge_type_name(hinge->type));
        add_ids(selection, hinge, table);
        add_what(selection, hinge, table);
        add_value(hinge, hinge->with, for_people, table);
        add_value(hinge, hinge->without, for_people, table);
        report_table_add_format(table, TEXT_FORMAT, TEXT_PARTS(hinge->places));
    }
    if (top > 0)
        report_table_truncate(table, top);
    add_note(selection, hinges, table);
}
