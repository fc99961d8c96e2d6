/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/finding_table.h"

#include "model/catalogue.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct report_column finding_columns[] = {
    {"file", "File", REPORT_TEXT, false}, {"line", "Line", 0, false},
    {"column", "Column", 0, false},       {"level", "Level", REPORT_TEXT, false},
    {"code", "Code", REPORT_TEXT, false}, {"message", "Message", REPORT_TEXT, false},
};

void finding_table_build(const struct findings *findings, struct report_table *table)
{
    report_table_init(table, "findings", (struct text){0}, finding_columns,
                      COUNT_OF(finding_columns));
    for (size_t i = 0; i < findings->list.count; i++) {
        const struct finding *finding = &findings->list.items[i];
        report_table_add_text(table, finding->place.file);
        report_table_add_number(table, (double)finding->place.line);
        report_table_add_number(table, (double)finding->place.column);
        report_table_add_string(table, finding_level_name(finding->type->level));
        report_table_add_string(table, finding->type->code);
        report_table_add_text(table, finding->message);
    }
}

static const struct report_column count_columns[] = {
    {"errors", "Errors", 0, false},
    {"warnings", "Warnings", 0, false},
    {"notes", "Notes", 0, false},
};

void finding_table_build_counts(const struct findings *findings, struct report_table *table)
{
    report_table_init(table, "counts", (struct text){0}, count_columns, COUNT_OF(count_columns));
    table->is_record = true;
    report_table_add_number(table, (double)findings_count(findings, FINDING_ERROR));
    report_table_add_number(table, (double)findings_count(findings, FINDING_WARNING));
    report_table_add_number(table, (double)findings_count(findings, FINDING_NOTE));
}

static const struct report_column catalogue_columns[] = {
    {"code", "Code", REPORT_TEXT, false},
    {"level", "Level", REPORT_TEXT, false},
    {"explanation", "Meaning", REPORT_TEXT, false},
};

void finding_table_build_catalogue(struct report_table *table)
{
    report_table_init(table, "catalogue", (struct text){0}, catalogue_columns,
                      COUNT_OF(catalogue_columns));
    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        const struct finding_type *type = catalogue_get((enum catalogue_entry)i);
        report_table_add_string(table, type->code);
        report_table_add_string(table, finding_level_name(type->level));
        report_table_add_string(table, type->explanation);
    }
}
