/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_text.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    LINE_COLUMNS = 80, /* of texts that wrap */
};

/* Marks that stand on the letter before them, and wide East Asian letters, by first and last. */
struct code_range {
    unsigned first;
    unsigned last;
};

static const struct code_range marks[] = {
    {0x0300, 0x036f}, {0x0610, 0x061a}, {0x064b, 0x065f}, {0x06d6, 0x06dc},
    {0x06df, 0x06e4}, {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x2064},
    {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f},
};

static const struct code_range wide[] = {
    {0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},
    {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd},
};

static bool is_in(unsigned code, const struct code_range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

size_t text_columns(struct text text)
{
    size_t columns = 0;
    size_t offset = 0;
    while (offset < text.length) {
        unsigned code = text_next_codepoint(text, &offset);
        if (is_in(code, marks, sizeof marks / sizeof marks[0]))
            continue;
        columns += is_in(code, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
    }
    return columns;
}

void report_add_cell(struct buffer *buffer, const struct report_column *column,
                     const struct report_cell *cell)
{
    if (!cell->is_number)
        buffer_add_text(buffer, cell->text);
    else if (isnan(cell->number))
        buffer_add_char(buffer, '-');
    else if (column->decimals == REPORT_MIXED)
        buffer_add_number(buffer, cell->number, 3);
    else
        buffer_add_format(buffer, "%.*f", column->decimals < 0 ? 0 : column->decimals,
                          cell->number);
}

static void add_spaces(struct buffer *buffer, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_char(buffer, ' ');
}

static bool is_numeric(const struct report_column *column)
{
    return column->decimals != REPORT_TEXT;
}

/* Widths of the columns, titles included. */
static size_t *measure_columns(const struct report_table *table)
{
    size_t *widths = alloc_zeroed(table->columns.count, sizeof *widths);
    struct buffer scratch = {0};
    for (size_t j = 0; j < table->columns.count; j++) {
        const struct report_column *column = &table->columns.items[j];
        widths[j] = text_columns(text_from(column->title));
        for (size_t i = 0; i < report_table_row_count(table); i++) {
            scratch.length = 0;
            report_add_cell(&scratch, column, report_table_cell(table, i, j));
            size_t width = text_columns(buffer_text(&scratch));
            widths[j] = width > widths[j] ? width : widths[j];
        }
    }
    buffer_release(&scratch);
    return widths;
}

/* One line; row SIZE_MAX is the header. White space at the end of the line is cut. */
static void add_line(struct buffer *buffer, const struct report_table *table, size_t row,
                     const size_t *widths)
{
    struct buffer line = {0};
    struct buffer cell = {0};
    for (size_t j = 0; j < table->columns.count; j++) {
        const struct report_column *column = &table->columns.items[j];
        if (column->detail)
            continue;
        if (line.length > 0)
            add_spaces(&line, 2);
        cell.length = 0;
        if (row == SIZE_MAX)
            buffer_add_string(&cell, column->title);
        else
            report_add_cell(&cell, column, report_table_cell(table, row, j));
        size_t padding = widths[j] - text_columns(buffer_text(&cell));
        add_spaces(&line, is_numeric(column) ? padding : 0);
        buffer_add_text(&line, buffer_text(&cell));
        add_spaces(&line, is_numeric(column) ? 0 : padding);
    }
    while (line.length > 0 && line.at[line.length - 1] == ' ')
        line.length--;
    buffer_add_text(buffer, buffer_text(&line));
    buffer_add_char(buffer, '\n');
    buffer_release(&cell);
    buffer_release(&line);
}

/* The text over lines of at most LINE_COLUMNS, broken at spaces, each after the first indented. */
static void add_wrapped(struct buffer *buffer, struct text words, size_t indent)
{
    struct text word = {0};
    size_t column = indent;
    bool starts = true;
    while (text_next_piece(&words, ' ', &word)) {
        size_t width = text_columns(word);
        if (!starts && column + 1 + width > LINE_COLUMNS) {
            buffer_add_char(buffer, '\n');
            add_spaces(buffer, indent);
            column = indent;
        } else if (!starts) {
            buffer_add_char(buffer, ' ');
            column++;
        }
        buffer_add_text(buffer, word);
        column += width;
        starts = false;
    }
}

/* "Region   Sahel", one line a column that has something. */
static void add_record(struct buffer *buffer, const struct report_table *table)
{
    size_t width = 0;
    for (size_t j = 0; j < table->columns.count; j++) {
        size_t title = text_columns(text_from(table->columns.items[j].title));
        width = title > width ? title : width;
    }
    for (size_t j = 0; j < table->columns.count; j++) {
        const struct report_column *column = &table->columns.items[j];
        const struct report_cell *cell = report_table_cell(table, 0, j);
        if (column->detail || (!cell->is_number && cell->text.length == 0))
            continue;
        struct text title = text_from(column->title);
        buffer_add_text(buffer, title);
        add_spaces(buffer, width - text_columns(title) + 2);
        if (table->wraps && !cell->is_number)
            add_wrapped(buffer, cell->text, width + 2);
        else
            report_add_cell(buffer, column, cell);
        buffer_add_char(buffer, '\n');
    }
}

static void add_table(struct buffer *buffer, const struct report_table *table)
{
    if (table->title.length > 0) {
        buffer_add_text(buffer, table->title);
        buffer_add_string(buffer, "\n\n");
    }
    if (table->is_record && report_table_row_count(table) == 1) {
        add_record(buffer, table);
        return;
    }
    size_t *widths = measure_columns(table);
    add_line(buffer, table, SIZE_MAX, widths);
    for (size_t i = 0; i < report_table_row_count(table); i++)
        add_line(buffer, table, i, widths);
    list_free(widths);
}

void report_write_text(const struct report_table *tables, size_t count, struct buffer *buffer)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_char(buffer, '\n');
        add_table(buffer, &tables[i]);
        for (size_t j = 0; j < tables[i].notes.count; j++) {
            const struct report_note *note = &tables[i].notes.items[j];
            buffer_add_string(buffer, j == 0 ? "\n" : "");
            buffer_add_format(buffer, "%s: " TEXT_FORMAT "\n", note->title, TEXT_PARTS(note->text));
        }
    }
}
