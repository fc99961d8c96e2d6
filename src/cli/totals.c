/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/totals.h"

static const struct report_column columns[] = {
    {"file", "File", REPORT_TEXT, false}, {"read", "Rows read", 0, false},
    {"used", "Used", 0, false},           {"rejected", "Rejected", 0, false},
    {"repeated", "Repeated", 0, false},
};

void totals_build(const struct load_totals *totals, struct report_table *table)
{
    report_table_init(table, "totals", (struct text){0}, columns,
                      sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct table_total *total = &totals->tables[i];
        report_table_add_string(table, total->file);
        report_table_add_number(table, (double)total->read);
        report_table_add_number(table, (double)(total->used - total->merged));
        report_table_add_number(table, (double)total->rejected);
        report_table_add_number(table, (double)total->merged);
    }
}

void totals_add_findings(const struct findings *findings, struct buffer *buffer)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return;
    findings_print(findings, stream);
    fclose(stream);
    buffer_add_text(buffer, (struct text){.at = text, .length = size});
    list_free(text);
}

void totals_add_counts(const struct findings *findings, struct buffer *buffer)
{
    static const enum finding_level levels[] = {FINDING_ERROR, FINDING_WARNING, FINDING_NOTE};
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        size_t count = findings_count(findings, levels[i]);
        buffer_add_format(buffer, "%s%zu %s%s", i > 0 ? ", " : "", count,
                          finding_level_name(levels[i]), count == 1 ? "" : "s");
    }
    buffer_add_char(buffer, '\n');
}
