/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every row is read once and either accepted or rejected.  The id of a rejected row is
 * remembered, so that rows which name it can say so instead of calling it unknown.
 */
#include "loader/table.h"

#include <stdint.h>

#include "base/alloc.h"
#include "base/formula.h"

#define FIELD_ABSENT SIZE_MAX

/* A table on its way through the reader. */
struct table_walk {
    struct loading *loading;
    const struct table_schema *schema;
    struct folder_file file;
    size_t fields[TABLE_COLUMNS];
    size_t header_count;
    bool usable; /* the header has all that is required */
    bool clean;  /* the whole file is UTF-8 without control characters */
    void *members;
};

static const char *const fault_texts[] = {
    [CSV_QUOTE_OPEN] = "the quote that opens here is never closed",
    [CSV_QUOTE_STRAY] = "a quote in a bare field; quote the whole field, double the quotes in it",
    [CSV_FIELD_LONG] = "the field is longer than 1 MiB",
    [CSV_FIELDS_MANY] = "the row has more than 1000 fields",
};

static const enum catalogue_entry fault_entries[] = {
    [CSV_QUOTE_OPEN] = FOUND_CSV_QUOTE_OPEN,
    [CSV_QUOTE_STRAY] = FOUND_CSV_QUOTE_STRAY,
    [CSV_FIELD_LONG] = FOUND_CSV_FIELD_LONG,
    [CSV_FIELDS_MANY] = FOUND_CSV_ROW_LONG,
};

const struct finding_type *table_row_fault(struct table_row *row, enum catalogue_entry entry)
{
    const struct finding_type *type = catalogue_get(entry);
    row->rejected = row->rejected || type->level == FINDING_ERROR;
    return type;
}

static struct place place_in_field(const struct table_row *row, const struct csv_field *field,
                                   size_t offset)
{
    struct place place = {.file = row->file->path};
    csv_field_locate(field, offset, &place.line, &place.column);
    return place;
}

struct place table_row_place(const struct table_row *row, const struct table_cell *cell)
{
    return place_in_field(row, cell->field != NULL ? cell->field : row->csv->fields, 0);
}

static struct table_cell cell_at(const struct table_row *row, size_t column)
{
    const size_t field = row->fields[column];
    if (field >= row->csv->kept)
        return (struct table_cell){0};
    const struct csv_field *csv = &row->csv->fields[field];
    return (struct table_cell){.value = formula_without_apostrophe(text_trim(csv->value)),
                               .field = csv};
}

struct table_cell table_row_cell(const struct table_row *row, const char *column)
{
    for (size_t i = 0; i < row->schema->column_count; i++) {
        if (text_equal_string(text_from(row->schema->columns[i].name), column))
            return cell_at(row, i);
    }
    return (struct table_cell){0};
}

/* Are the bytes of every field text? */
static void check_bytes(struct table_row *row)
{
    for (size_t i = 0; i < row->csv->kept; i++) {
        const struct csv_field *field = &row->csv->fields[i];
        const size_t invalid = text_find_invalid_utf8(field->raw);
        const size_t control = loading_find_control(field->raw);
        if (invalid < field->raw.length)
            findings_add(row->loading->findings, table_row_fault(row, FOUND_NOT_UTF8),
                         place_in_field(row, field, invalid), "byte 0x%02X is not valid UTF-8",
                         (unsigned char)field->raw.at[invalid]);
        size_t offset = control;
        if (invalid == field->raw.length && control < field->raw.length)
            findings_add(row->loading->findings, table_row_fault(row, FOUND_CONTROL_CHARACTER),
                         place_in_field(row, field, control), "control character U+%04X",
                         text_next_codepoint(field->raw, &offset));
    }
}

static void check_syntax(struct table_row *row, bool clean)
{
    const struct csv_row *csv = row->csv;
    if (csv->fault != CSV_SOUND) {
        const struct place place = {row->file->path, csv->fault_line, csv->fault_column};
        findings_add(row->loading->findings, table_row_fault(row, fault_entries[csv->fault]), place,
                     "%s", fault_texts[csv->fault]);
    }
    if (!clean)
        check_bytes(row);
}

static void check_width(struct table_row *row, size_t expected)
{
    const struct csv_row *csv = row->csv;
    if (csv->fault == CSV_SOUND && csv->count > expected)
        findings_add(row->loading->findings, table_row_fault(row, FOUND_CSV_ROW_LONG),
                     place_in_field(row, &csv->fields[expected], 0),
                     "the row has %zu fields, the header %zu", csv->count, expected);
    if (csv->fault == CSV_SOUND && csv->count < expected)
        findings_add(row->loading->findings, table_row_fault(row, FOUND_CSV_ROW_SHORT),
                     place_in_field(row, &csv->fields[csv->count - 1], 0),
                     "the row has %zu fields, the header %zu", csv->count, expected);
}

static void set_members(struct table_row *row, void *members)
{
    for (size_t i = 0; i < row->schema->column_count; i++) {
        const struct column *column = &row->schema->columns[i];
        const struct table_cell cell = cell_at(row, i);
        if (cell.value.length > 0)
            column->set(row, &cell, (char *)members + column->offset);
        else if (column->required)
            findings_add(row->loading->findings, table_row_fault(row, FOUND_VALUE_MISSING),
                         table_row_place(row, &cell), "'%s' is empty", column->name);
    }
}

static void remember_rejected(const struct table_row *row)
{
    const struct table_cell cell = cell_at(row, 0);
    struct id_index *ids = &row->loading->ids[row->schema->table];
    if (row->schema->has_ids && cell.value.length > 0 && id_index_find(ids, cell.value) == NULL)
        id_index_add(ids, cell.value, row->waiting ? ID_WAITING : ID_REJECTED, row->csv->line);
}

static void read_row(struct table_walk *walk, const struct csv_row *csv)
{
    struct table_total *total = &walk->loading->totals->tables[walk->schema->table];
    struct table_row row = {.loading = walk->loading,
                            .schema = walk->schema,
                            .csv = csv,
                            .file = &walk->file,
                            .fields = walk->fields,
                            .rejected = !walk->usable};
    if (walk->usable) {
        check_syntax(&row, walk->clean);
        check_width(&row, walk->header_count);
    }
    if (!row.rejected) {
        walk->schema->blank(walk->members);
        set_members(&row, walk->members);
        if (!row.waiting)
            walk->schema->check(&row, walk->members);
    }
    if (!row.rejected && !row.waiting && !row.merged)
        walk->schema->add(&row, walk->members);
    row.waiting = row.waiting && !row.rejected; /* a fault of its own comes first */
    walk->loading->waiting[walk->schema->table] += row.waiting;
    row.rejected = row.rejected || row.waiting;
    if (row.rejected)
        remember_rejected(&row);
    total->read++;
    total->used += !row.rejected;
    total->rejected += row.rejected;
    total->merged += !row.rejected && row.merged;
}

static size_t find_column(const struct table_schema *schema, struct text name)
{
    size_t i = 0;
    while (i < schema->column_count && !text_equal_string(name, schema->columns[i].name))
        i++;
    return i;
}

static struct text suggest_column(const struct table_schema *schema, struct text name)
{
    struct text names[TABLE_COLUMNS];
    for (size_t i = 0; i < schema->column_count; i++)
        names[i] = text_from(schema->columns[i].name);
    const struct text *nearest = text_find_nearest(name, names, schema->column_count);
    return nearest == NULL ? (struct text){0} : *nearest;
}

/* Which schema column a field of the header is, if any. */
static void match_field(struct table_walk *walk, struct table_row *header, size_t field)
{
    struct loading *loading = walk->loading;
    const struct csv_field *csv = &header->csv->fields[field];
    const struct text name = text_trim(csv->value);
    const struct text shown = loading_quote(loading, name);
    const struct place place = place_in_field(header, csv, 0);
    const size_t column = find_column(walk->schema, name);
    if (name.length == 0) {
        findings_add(loading->findings, catalogue_get(FOUND_COLUMN_UNKNOWN), place,
                     "column %zu has no name and is left out", field + 1);
    } else if (column == walk->schema->column_count) {
        const struct text hint = loading_hint(loading, suggest_column(walk->schema, shown));
        findings_add(loading->findings, catalogue_get(FOUND_COLUMN_UNKNOWN), place,
                     "%s has no column '" TEXT_FORMAT "'; it is left out" TEXT_FORMAT,
                     loading_file_of(walk->schema->table), TEXT_PARTS(shown), TEXT_PARTS(hint));
    } else if (walk->fields[column] != FIELD_ABSENT) {
        findings_add(loading->findings, catalogue_get(FOUND_COLUMN_REPEATED), place,
                     "column '" TEXT_FORMAT "' stands twice; the first one is used",
                     TEXT_PARTS(shown));
    } else {
        walk->fields[column] = field;
    }
}

static void read_header(struct table_walk *walk, const struct csv_row *csv)
{
    struct table_row header = {.loading = walk->loading,
                               .schema = walk->schema,
                               .csv = csv,
                               .file = &walk->file,
                               .fields = walk->fields};
    for (size_t i = 0; i < TABLE_COLUMNS; i++)
        walk->fields[i] = FIELD_ABSENT;
    check_syntax(&header, walk->clean);
    walk->header_count = csv->count;
    walk->usable = !header.rejected;
    for (size_t i = 0; walk->usable && i < csv->kept; i++)
        match_field(walk, &header, i);
}

/* After the rows, since it tells how many of them are lost. */
static void report_missing_columns(struct table_walk *walk, struct place place, size_t rows)
{
    for (size_t i = 0; i < walk->schema->column_count; i++) {
        const struct column *column = &walk->schema->columns[i];
        if (column->required && walk->fields[i] == FIELD_ABSENT)
            findings_add(walk->loading->findings, catalogue_get(FOUND_COLUMN_MISSING), place,
                         "%s needs a column '%s'; %zu rows are rejected",
                         loading_file_of(walk->schema->table), column->name, rows);
    }
}

static bool has_required_columns(const struct table_walk *walk)
{
    for (size_t i = 0; i < walk->schema->column_count; i++) {
        if (walk->schema->columns[i].required && walk->fields[i] == FIELD_ABSENT)
            return false;
    }
    return true;
}

static void walk_rows(struct table_walk *walk, struct csv_reader *reader)
{
    const struct table_total *total = &walk->loading->totals->tables[walk->schema->table];
    struct csv_row row;
    csv_reader_next(reader, &row); /* the file is not empty */
    read_header(walk, &row);
    const bool sound = walk->usable;
    const struct place place = {walk->file.path, row.line, 1};
    walk->usable = walk->usable && has_required_columns(walk);
    walk->loading->unread[walk->schema->table] = !walk->usable;
    while (csv_reader_next(reader, &row))
        read_row(walk, &row);

    if (!sound && total->read > 0)
        findings_add(walk->loading->findings, catalogue_get(FOUND_COLUMN_MISSING), place,
                     "the header cannot be used; %zu rows are rejected", total->read);
    else if (sound && !walk->usable)
        report_missing_columns(walk, place, total->read);
    else if (sound && total->read == 0 && walk->schema->need == LOADING_REQUIRED)
        findings_add(walk->loading->findings, catalogue_get(FOUND_TABLE_EMPTY), place,
                     "no rows stand under the header");
}

void table_load(struct loading *loading, const struct table_schema *schema)
{
    struct table_walk walk = {.loading = loading, .schema = schema};
    if (!loading_open_file(loading, loading_file_of(schema->table), schema->need, &walk.file)) {
        loading->unread[schema->table] = schema->need == LOADING_REQUIRED;
        return;
    }

    const struct text contents = walk.file.contents;
    walk.clean = text_find_invalid_utf8(contents) == contents.length &&
                 loading_find_control(contents) == contents.length;
    walk.members = alloc_zeroed(1, schema->row_size);
    struct csv_reader reader;
    csv_reader_init(&reader, contents, &loading->dataset->arena);
    walk_rows(&walk, &reader);
    csv_reader_release(&reader);
    list_free(walk.members);
}

struct text_list table_read_header(const struct folder_file *file, struct arena *arena)
{
    struct text_list names = {0};
    struct csv_reader reader;
    struct csv_row row;
    csv_reader_init(&reader, file->contents, arena);
    if (csv_reader_next(&reader, &row)) {
        for (size_t i = 0; i < row.kept; i++)
            list_push(&names, text_trim(row.fields[i].value));
    }
    csv_reader_release(&reader);
    return names;
}
