/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/sheet.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "metrics/measurement.h"
#include "metrics/sheet_types.h"
#include "network/igraph_guard.h"
#include "network/network.h"

static const struct sheet_type *const types[] = {
    &sheet_role,      &sheet_keyplayer, &sheet_curve,    &sheet_block,
    &sheet_separator, &sheet_pair,      &sheet_movement, &sheet_umbrella,
    &sheet_community, &sheet_partition, &sheet_motif,
};

const struct sheet_type *const *sheet_types(size_t *count)
{
    *count = sizeof types / sizeof *types;
    return types;
}

const char *class_by_name(enum class_by by)
{
    static const char *const names[CLASS_BY_COUNT] = {
        [CLASS_REGION] = "region",
        [CLASS_KIND] = "kind",
        [CLASS_UMBRELLA] = "umbrella",
        [CLASS_BLOC] = "bloc",
    };
    return names[by];
}

static bool fill(const struct measurement *measurement, const struct sheet_wish *wish,
                 struct sheet *sheet, struct error *error)
{
    igraph_error_t code = (igraph_error_t)sheet->type->fill(measurement, wish, sheet);
    if (igraph_guard_check(code, error))
        return true;
    sheet_release(sheet);
    return false;
}

bool sheet_build(const struct sheet_type *type, const struct selection *selection, uint64_t seed,
                 const struct sheet_wish *wish, struct sheet *sheet, struct error *error)
{
    const char *needs = type->needs != NULL ? type->needs : "groups";
    struct measure_wish needed = {.metrics = text_from(needs), .every_layer = true, .seed = seed};
    struct metric_results results;
    *sheet = (struct sheet){.type = type, .seed = seed};
    if (!measure_wished(selection, &needed, &results, error))
        return false;
    struct network *network = network_new(selection, error);
    bool built = network != NULL && fill(&(struct measurement){.selection = selection,
                                                               .network = network,
                                                               .wish = &needed,
                                                               .seed = seed,
                                                               .results = &results},
                                         wish, sheet, error);
    network_free(network);
    metric_results_release(&results);
    return built;
}

void sheet_release(struct sheet *sheet)
{
    list_release(&sheet->cells);
    list_release(&sheet->notes);
    arena_release(&sheet->arena);
}

size_t sheet_row_count(const struct sheet *sheet)
{
    return sheet->cells.count / sheet->type->column_count;
}

const struct sheet_cell *sheet_cell(const struct sheet *sheet, size_t row, size_t column)
{
    return &sheet->cells.items[row * sheet->type->column_count + column];
}

const struct sheet_cell *sheet_find(const struct sheet *sheet, size_t row, const char *column)
{
    for (size_t i = 0; i < sheet->type->column_count; i++)
        if (strcmp(sheet->type->columns[i].name, column) == 0)
            return sheet_cell(sheet, row, i);
    assert(false && "the sheet has no such column");
    return NULL;
}

void sheet_add_number(struct sheet *sheet, double number)
{
    list_push(&sheet->cells, (struct sheet_cell){.number = number});
}

void sheet_add_text(struct sheet *sheet, struct text text)
{
    list_push(&sheet->cells, (struct sheet_cell){.text = arena_copy_text(&sheet->arena, text)});
}

void sheet_add_group(struct sheet *sheet, group_id group)
{
    sheet_add_groups(sheet, &group, 1);
}

void sheet_add_groups(struct sheet *sheet, const group_id *groups, size_t count)
{
    group_id *copy = arena_alloc(&sheet->arena, count, sizeof *copy);
    if (count > 0)
        memcpy(copy, groups, count * sizeof *copy);
    list_push(&sheet->cells, (struct sheet_cell){.groups = copy, .count = count});
}

void sheet_add_note(struct sheet *sheet, const char *name, const char *title, const char *format,
                    ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    list_push(&sheet->notes,
              (struct sheet_note){.name = name,
                                  .title = title,
                                  .text = arena_copy_text(&sheet->arena, text_from(text))});
}
