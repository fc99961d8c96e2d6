/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_csv.h"

#include <assert.h>

static void add_cell(struct buffer *buffer, const struct report_cell *cell)
{
    if (cell->is_number)
        buffer_add_exact(buffer, cell->number);
    else
        buffer_add_csv(buffer, cell->text);
}

void report_write_csv(const struct report_table *tables, size_t count, struct buffer *buffer)
{
    assert(count == 1);
    (void)count;
    const struct report_column_list *columns = &tables->columns;
    for (size_t j = 0; j < columns->count; j++) {
        if (j > 0)
            buffer_add_char(buffer, ',');
        buffer_add_csv(buffer, text_from(columns->items[j].name));
    }
    buffer_add_char(buffer, '\n');
    for (size_t i = 0; i < report_table_row_count(tables); i++)
        for (size_t j = 0; j < columns->count; j++) {
            add_cell(buffer, report_table_cell(tables, i, j));
            buffer_add_char(buffer, j + 1 < columns->count ? ',' : '\n');
        }
}
