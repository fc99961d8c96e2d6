/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/html.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "report/format_text.h"

void html_add_element(struct buffer *buffer, const char *name, struct text text)
{
    buffer_add_format(buffer, "<%s>", name);
    buffer_add_xml(buffer, text);
    buffer_add_format(buffer, "</%.*s>", (int)strcspn(name, " "), name);
}

void html_add_string(struct buffer *buffer, const char *name, const char *string)
{
    html_add_element(buffer, name, text_from(string));
}

/* A scheme other than the two of the web could run something. */
static bool is_safe_address(struct text address)
{
    if (text_starts_with(address, "https://") || text_starts_with(address, "http://"))
        return true;
    return address.length > 0 && memchr(address.at, ':', address.length) == NULL;
}

void html_add_link(struct buffer *buffer, struct text address, struct text text)
{
    if (!is_safe_address(address)) {
        buffer_add_xml(buffer, text);
        return;
    }
    buffer_add_string(buffer, "<a href=\"");
    buffer_add_xml(buffer, address);
    buffer_add_string(buffer, "\">");
    buffer_add_xml(buffer, text);
    buffer_add_string(buffer, "</a>");
}

void html_add_count(struct buffer *buffer, size_t count, const char *one, const char *many)
{
    buffer_add_format(buffer, "%zu %s", count, count == 1 ? one : many);
}

static const char *cell_class(const struct report_column *column)
{
    return column->decimals == REPORT_TEXT ? "" : " class=\"number\"";
}

static void add_row(struct buffer *buffer, const struct report_table *table, size_t row)
{
    struct buffer cell = {0};
    buffer_add_string(buffer, "<tr>");
    for (size_t j = 0; j < table->columns.count; j++) {
        const struct report_column *column = &table->columns.items[j];
        if (column->detail)
            continue;
        cell.length = 0;
        report_add_cell(&cell, column, report_table_cell(table, row, j));
        buffer_add_format(buffer, "<td%s>", cell_class(column));
        buffer_add_xml(buffer, buffer_text(&cell));
        buffer_add_string(buffer, "</td>");
    }
    buffer_add_string(buffer, "</tr>\n");
    buffer_release(&cell);
}

void html_add_table(struct buffer *buffer, const struct report_table *table, const char *caption)
{
    buffer_add_string(buffer, "<div class=\"wide\" tabindex=\"0\"><table>\n");
    html_add_string(buffer, "caption", caption);
    buffer_add_string(buffer, "\n<thead><tr>");
    for (size_t j = 0; j < table->columns.count; j++) {
        const struct report_column *column = &table->columns.items[j];
        if (column->detail)
            continue;
        buffer_add_format(buffer, "<th scope=\"col\"%s>", cell_class(column));
        buffer_add_xml(buffer, text_from(column->title));
        buffer_add_string(buffer, "</th>");
    }
    buffer_add_string(buffer, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < report_table_row_count(table); i++)
        add_row(buffer, table, i);
    buffer_add_string(buffer, "</tbody>\n</table></div>\n");
}

void html_add_path(struct buffer *buffer, struct text name)
{
    for (size_t i = 0; i < name.length; i++) {
        unsigned char byte = (unsigned char)name.at[i];
        if (byte < 0x80 && byte != '\0' && (isalnum(byte) || strchr("-_.~", byte) != NULL))
            buffer_add_char(buffer, name.at[i]);
        else
            buffer_add_format(buffer, "%%%02X", (unsigned)byte);
    }
}

void html_add_id(struct buffer *buffer, struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        bool plain = byte < 0x80 && (isalnum(byte) || strchr("-_.", byte) != NULL);
        buffer_add_char(buffer, plain && byte != '\0' ? text.at[i] : '-');
    }
}
