/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/sheet_report.h"

#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "report/metric_report.h"

const struct sheet_type *sheet_report_find(struct text name)
{
    size_t count = 0;
    const struct sheet_type *const *types = sheet_types(&count);
    for (size_t i = 0; i < count; i++)
        if (text_equal_string(name, types[i]->name))
            return types[i];
    return NULL;
}

static bool has_groups(const struct sheet_column *column)
{
    return column->content == SHEET_GROUP || column->content == SHEET_GROUPS;
}

static int decimals_of(const struct sheet_column *column)
{
    switch (column->content) {
    case SHEET_NUMBER: return 3;
    case SHEET_COUNT: return 0;
    case SHEET_TEXT:
    case SHEET_GROUP:
    case SHEET_GROUPS: break;
    }
    return REPORT_TEXT;
}

static void add_column(struct report_table *table, const struct sheet_column *column)
{
    struct report_column own = {.name = column->name,
                                .title = column->title,
                                .decimals = decimals_of(column),
                                .detail = column->detail || has_groups(column)};
    list_push(&table->columns, own);
    if (!has_groups(column))
        return;
    own.name = arena_format(&table->arena, "%s_label", column->name).at;
    own.detail = column->detail;
    list_push(&table->columns, own);
}

enum {
    MOST_LABELS = 12, /* of a set; its ids are all there */
};

/* The ids of a set, `;` between them as in the data, or for people its first labels. */
static void add_names(struct report_table *table, const struct selection *selection,
                      const struct sheet_cell *cell, bool labels)
{
    struct buffer names = {0};
    size_t shown = labels && cell->count > MOST_LABELS + 1 ? MOST_LABELS : cell->count;
    for (size_t i = 0; i < shown; i++) {
        const struct group *group = &selection->dataset->groups.items[cell->groups[i]];
        if (i > 0)
            buffer_add_string(&names, labels ? ", " : ";");
        buffer_add_text(&names, labels ? group->label : group->id);
    }
    if (shown < cell->count)
        buffer_add_format(&names, " and %zu more", cell->count - shown);
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(&names)));
    buffer_release(&names);
}

static void add_cell(struct report_table *table, const struct selection *selection,
                     const struct sheet_column *column, const struct sheet_cell *cell)
{
    if (has_groups(column)) {
        add_names(table, selection, cell, false);
        add_names(table, selection, cell, true);
    } else if (column->content == SHEET_TEXT) {
        report_table_add_text(table, arena_copy_text(&table->arena, cell->text));
    } else {
        report_table_add_number(table, cell->number);
    }
}

static void add_notes(struct report_table *table, const struct sheet *sheet,
                      const struct selection *selection, const struct sheet_wish *wish)
{
    const struct sheet_type *type = sheet->type;
    if (type->has_layer)
        report_table_add_note(table, "layer", "Ties", text_from(layer_name(wish->layer)));
    if (type->has_classes)
        report_table_add_note(table, "classes", "Classes", text_from(class_by_name(wish->classes)));
    for (size_t i = 0; i < sheet->notes.count; i++)
        report_table_add_note(table, sheet->notes.items[i].name, sheet->notes.items[i].title,
                              sheet->notes.items[i].text);
    report_table_add_note(table, "reading", "How to read it", text_from(type->reading));
    report_table_add_note(table, "caution", "Caution", text_from(type->caution));
    metric_report_add_seed(sheet->seed, table);
    metric_report_add_sign_policy(selection, table);
}

/* By the name of a column; one of groups is sorted by its ids. */
static bool sort_rows(struct report_table *table, struct text sort, struct error *error)
{
    if (sort.length == 0)
        return true;
    for (size_t i = 0; i < table->columns.count; i++)
        if (text_equal_string(sort, table->columns.items[i].name)) {
            report_table_sort(table, i);
            return true;
        }
    return error_set(error, ERROR_USAGE, "cannot sort by '" TEXT_FORMAT "': no such column here",
                     TEXT_PARTS(sort));
}

bool sheet_report_build(const struct sheet *sheet, const struct selection *selection,
                        const struct sheet_wish *wish, const struct sheet_rows *rows,
                        struct report_table *table, struct error *error)
{
    const struct sheet_type *type = sheet->type;
    report_table_init(table, type->name, (struct text){0}, NULL, 0);
    for (size_t j = 0; j < type->column_count; j++)
        add_column(table, &type->columns[j]);
    for (size_t i = 0; i < sheet_row_count(sheet); i++)
        for (size_t j = 0; j < type->column_count; j++)
            add_cell(table, selection, &type->columns[j], sheet_cell(sheet, i, j));
    add_notes(table, sheet, selection, wish);
    bool built = sort_rows(table, rows->sort, error);
    if (built && rows->top > 0)
        report_table_truncate(table, rows->top);
    if (!built)
        report_table_release(table);
    return built;
}
