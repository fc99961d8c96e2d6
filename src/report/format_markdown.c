/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_markdown.h"

#include <string.h>

#include "report/format_text.h"

/* What Markdown or a pipe table would read as markup gets a backslash. */
static void add_escaped(struct buffer *buffer, struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        if (byte == '\n' || byte == '\r') {
            buffer_add_char(buffer, ' ');
            continue;
        }
        if (strchr("\\|`*_[]<>#", byte) != NULL && byte != '\0')
            buffer_add_char(buffer, '\\');
        buffer_add_char(buffer, byte);
    }
}

static void add_header(struct buffer *buffer, const struct report_table *table)
{
    for (size_t j = 0; j < table->columns.count; j++)
        if (!table->columns.items[j].detail) {
            buffer_add_string(buffer, "| ");
            add_escaped(buffer, text_from(table->columns.items[j].title));
            buffer_add_char(buffer, ' ');
        }
    buffer_add_string(buffer, "|\n");
    for (size_t j = 0; j < table->columns.count; j++)
        if (!table->columns.items[j].detail)
            buffer_add_string(buffer, table->columns.items[j].decimals == REPORT_TEXT ? "| --- "
                                                                                      : "| ---: ");
    buffer_add_string(buffer, "|\n");
}

static void add_cell(struct buffer *buffer, const struct report_table *table, size_t row,
                     size_t column)
{
    struct buffer plain = {0};
    report_add_cell(&plain, &table->columns.items[column], report_table_cell(table, row, column));
    add_escaped(buffer, buffer_text(&plain));
    buffer_release(&plain);
}

static void add_rows(struct buffer *buffer, const struct report_table *table)
{
    add_header(buffer, table);
    for (size_t i = 0; i < report_table_row_count(table); i++) {
        for (size_t j = 0; j < table->columns.count; j++)
            if (!table->columns.items[j].detail) {
                buffer_add_string(buffer, "| ");
                add_cell(buffer, table, i, j);
                buffer_add_char(buffer, ' ');
            }
        buffer_add_string(buffer, "|\n");
    }
}

/* "- Region: Sahel", one line a column that has something. */
static void add_record(struct buffer *buffer, const struct report_table *table)
{
    for (size_t j = 0; j < table->columns.count; j++) {
        const struct report_cell *cell = report_table_cell(table, 0, j);
        if (table->columns.items[j].detail || (!cell->is_number && cell->text.length == 0))
            continue;
        buffer_add_format(buffer, "- %s: ", table->columns.items[j].title);
        add_cell(buffer, table, 0, j);
        buffer_add_char(buffer, '\n');
    }
}

void report_write_markdown(const struct report_table *tables, size_t count, struct buffer *buffer)
{
    for (size_t i = 0; i < count; i++) {
        const struct report_table *table = &tables[i];
        buffer_add_string(buffer, i > 0 ? "\n" : "");
        if (table->title.length > 0) {
            buffer_add_string(buffer, "## ");
            add_escaped(buffer, table->title);
            buffer_add_string(buffer, "\n\n");
        }
        if (table->is_record && report_table_row_count(table) == 1)
            add_record(buffer, table);
        else
            add_rows(buffer, table);
        for (size_t j = 0; j < table->notes.count; j++) {
            buffer_add_format(buffer, "\n%s: ", table->notes.items[j].title);
            add_escaped(buffer, table->notes.items[j].text);
            buffer_add_char(buffer, '\n');
        }
    }
}
