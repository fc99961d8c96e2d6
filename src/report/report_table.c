/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/report_table.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

void report_table_init(struct report_table *table, const char *name, struct text title,
                       const struct report_column *columns, size_t count)
{
    *table = (struct report_table){.name = name};
    table->title = arena_copy_text(&table->arena, title);
    for (size_t i = 0; i < count; i++)
        list_push(&table->columns, columns[i]);
}

void report_table_release(struct report_table *table)
{
    for (size_t i = 0; i < table->notes.count; i++)
        list_release(&table->notes.items[i].pairs);
    list_release(&table->notes);
    list_release(&table->cells);
    list_release(&table->columns);
    arena_release(&table->arena);
    *table = (struct report_table){0};
}

size_t report_table_row_count(const struct report_table *table)
{
    if (table->columns.count == 0)
        return 0;
    return table->cells.count / table->columns.count;
}

const struct report_cell *report_table_cell(const struct report_table *table, size_t row,
                                            size_t column)
{
    assert(row < report_table_row_count(table) && column < table->columns.count);
    return &table->cells.items[row * table->columns.count + column];
}

void report_table_add_text(struct report_table *table, struct text text)
{
    list_push(&table->cells, (struct report_cell){.text = text});
}

void report_table_add_string(struct report_table *table, const char *string)
{
    report_table_add_text(table, text_from(string));
}

void report_table_add_number(struct report_table *table, double number)
{
    list_push(&table->cells, (struct report_cell){.number = number, .is_number = true});
}

void report_table_add_format(struct report_table *table, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);

    char *text = arena_alloc(&table->arena, (size_t)length + 1, 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    report_table_add_text(table, (struct text){.at = text, .length = (size_t)length});
}

struct report_note *report_table_add_note(struct report_table *table, const char *name,
                                          const char *title, struct text text)
{
    list_push(&table->notes, (struct report_note){
                                 .name = name,
                                 .title = title,
                                 .text = arena_copy_text(&table->arena, text),
                             });
    return &table->notes.items[table->notes.count - 1];
}

size_t report_table_find_column(const struct report_table *table, const char *name)
{
    for (size_t i = 0; i < table->columns.count; i++)
        if (strcmp(table->columns.items[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}

static bool comes_before(const struct report_cell *a, const struct report_cell *b)
{
    if (!a->is_number || !b->is_number)
        return text_compare(a->text, b->text) < 0;
    if (isnan(a->number) || isnan(b->number))
        return !isnan(a->number) && isnan(b->number);
    return a->number > b->number;
}

/* Merge the ordered runs [low, middle) and [middle, high) of row numbers. */
static void merge_runs(const struct report_table *table, size_t column, const size_t *from,
                       size_t *to, size_t low, size_t middle, size_t high)
{
    size_t left = low;
    size_t right = middle;
    for (size_t i = low; i < high; i++) {
        bool take_right =
            left == middle ||
            (right < high && comes_before(report_table_cell(table, from[right], column),
                                          report_table_cell(table, from[left], column)));
        to[i] = take_right ? from[right++] : from[left++];
    }
}

/* Row numbers in sorted order, by merging runs of doubling length: stable, unlike qsort. */
static size_t *sorted_rows(const struct report_table *table, size_t column)
{
    size_t count = report_table_row_count(table);
    size_t *rows = alloc_zeroed(count, sizeof *rows);
    size_t *spare = alloc_zeroed(count, sizeof *spare);
    for (size_t i = 0; i < count; i++)
        rows[i] = i;
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t low = 0; low < count; low += 2 * run) {
            size_t middle = low + run < count ? low + run : count;
            size_t high = low + 2 * run < count ? low + 2 * run : count;
            merge_runs(table, column, rows, spare, low, middle, high);
        }
        size_t *swap = rows;
        rows = spare;
        spare = swap;
    }
    list_free(spare);
    return rows;
}

void report_table_sort(struct report_table *table, size_t column)
{
    assert(column < table->columns.count);
    size_t width = table->columns.count;
    size_t *rows = sorted_rows(table, column);
    struct report_cell_list sorted = {0};
    for (size_t i = 0; i < report_table_row_count(table); i++)
        for (size_t j = 0; j < width; j++)
            list_push(&sorted, table->cells.items[rows[i] * width + j]);
    list_free(rows);
    list_release(&table->cells);
    table->cells = sorted;
}

void report_table_skip(struct report_table *table, size_t rows)
{
    const size_t all = report_table_row_count(table);
    const size_t width = table->columns.count;
    const size_t skipped = rows < all ? rows : all;
    for (size_t i = skipped * width; i < table->cells.count; i++)
        table->cells.items[i - skipped * width] = table->cells.items[i];
    table->cells.count -= skipped * width;
}

void report_table_truncate(struct report_table *table, size_t rows)
{
    if (rows < report_table_row_count(table))
        table->cells.count = rows * table->columns.count;
}
