/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/format_json.h"

#include <math.h>

#include "base/json.h"

/* Whole numbers without a fraction; what JSON cannot write is null. */
static json_t *value_of(const struct report_cell *cell)
{
    if (!cell->is_number)
        return json_from_text(cell->text);
    if (!isfinite(cell->number))
        return json_null();
    if (cell->number == floor(cell->number) && fabs(cell->number) < 1e15)
        return json_integer((json_int_t)cell->number);
    return json_real(cell->number);
}

static json_t *row_of(const struct report_table *table, size_t row)
{
    json_t *object = json_object();
    for (size_t j = 0; j < table->columns.count; j++)
        json_object_set_new(object, table->columns.items[j].name,
                            value_of(report_table_cell(table, row, j)));
    return object;
}

static json_t *rows_of(const struct report_table *table)
{
    if (table->is_record && report_table_row_count(table) == 1)
        return row_of(table, 0);
    json_t *rows = json_array();
    for (size_t i = 0; i < report_table_row_count(table); i++)
        json_array_append_new(rows, row_of(table, i));
    return rows;
}

static json_t *note_of(const struct report_note *note)
{
    if (note->pairs.count == 0)
        return json_from_text(note->text);
    json_t *object = json_object();
    for (size_t i = 0; i < note->pairs.count; i++) {
        const struct text_pair *pair = &note->pairs.items[i];
        json_object_setn_new(object, pair->name.at, pair->name.length, json_from_text(pair->value));
    }
    return object;
}

void report_write_json(const struct report_table *tables, size_t count, struct buffer *buffer)
{
    json_t *whole = json_object();
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < tables[i].notes.count; j++)
            json_object_set_new(whole, tables[i].notes.items[j].name,
                                note_of(&tables[i].notes.items[j]));
    for (size_t i = 0; i < count; i++)
        json_object_set_new(whole, tables[i].name, rows_of(&tables[i]));
    json_write(whole, buffer);
    json_decref(whole);
}
