/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/graph_rows.h"

#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "importer/csv_rows.h"
#include "importer/encoding.h"
#include "model/name.h"

#define MARK_SHOWN 4096 /* bytes that show the encoding */

/* Lines that end with CR alone, as old Macintosh programs wrote them. */
static void break_lines(struct buffer *text)
{
    for (size_t i = 0; i < text->length; i++)
        if (text->at[i] == '\r')
            text->at[i] = '\n';
}

static void decode(struct graph_rows *rows, struct text bytes)
{
    struct import *import = rows->import;
    struct buffer text = {0};
    struct decoder decoder = {0};
    size_t mark = 0;
    const struct text beginning = {bytes.at, bytes.length < MARK_SHOWN ? bytes.length : MARK_SHOWN};
    enum encoding encoding = encoding_detect(beginning, &mark);
    if (encoding == ENCODING_UTF8 && text_find_invalid_utf8(bytes) < bytes.length)
        encoding = ENCODING_WINDOWS1252; /* what shows further on */
    encoding_from_text(import->options->encoding, &encoding);
    import->file->encoding = encoding_name(encoding);
    if (decoder_open(&decoder, encoding))
        decoder_add(&decoder, (struct text){bytes.at + mark, bytes.length - mark}, &text);
    decoder_close(&decoder);
    if (text.length > 0 && memchr(text.at, '\n', text.length) == NULL)
        break_lines(&text);
    rows->contents = arena_copy_text(&rows->arena, buffer_text(&text));
    buffer_release(&text);
}

bool graph_rows_open(struct graph_rows *rows, struct import *import, const char *path,
                     bool as_it_stands, struct error *error)
{
    struct text bytes = {0};
    *rows = (struct graph_rows){.import = import};
    if (import->memory != NULL) {
        bytes = arena_copy_text(&rows->arena, *import->memory);
    } else if (!file_read_within(path, IMPORT_GRAPH_MEBIBYTES, &rows->arena, &bytes, error)) {
        arena_release(&rows->arena);
        return false;
    }
    if (as_it_stands)
        rows->contents = bytes;
    else
        decode(rows, bytes);
    return true;
}

static void begin_row(struct graph_rows *rows, struct graph_table *table, size_t line)
{
    rows->table = table;
    list_push(&table->rows.rows, (struct reader_row){
                                     .line = line,
                                     .first = table->rows.cells.count,
                                     .fault = CATALOGUE_COUNT,
                                 });
}

void graph_rows_node(struct graph_rows *rows, size_t line)
{
    begin_row(rows, &rows->nodes, line);
}

void graph_rows_edge(struct graph_rows *rows, size_t line)
{
    begin_row(rows, &rows->edges, line);
}

static struct reader_row *last_row(const struct graph_table *table)
{
    return &table->rows.rows.items[table->rows.rows.count - 1];
}

static uint32_t column_of(struct graph_rows *rows, struct graph_table *table, struct text name)
{
    const uint32_t there = text_index_find(&table->columns, name);
    if (there != TEXT_INDEX_ABSENT)
        return there;
    const struct text kept = arena_copy_text(&rows->arena, name);
    const uint32_t column = (uint32_t)table->rows.header.count;
    list_push(&table->rows.header, kept);
    text_index_add(&table->columns, kept, column);
    return column;
}

void graph_rows_set_named(struct graph_rows *rows, struct text name, struct text text)
{
    struct graph_table *table = rows->table;
    const struct text trimmed = text_trim(text);
    if (trimmed.length == 0 || name.length == 0)
        return;
    struct reader_row *row = last_row(table);
    const uint32_t column = column_of(rows, table, name);
    if (reader_rows_cell(&table->rows, row, column).length > 0)
        return;
    list_push(&table->rows.cells, (struct reader_cell){
                                      .column = column,
                                      .text = arena_copy_text(&rows->arena, trimmed),
                                  });
    row->count++;
}

void graph_rows_set(struct graph_rows *rows, const char *name, struct text text)
{
    graph_rows_set_named(rows, text_from(name), text);
}

void graph_rows_set_number(struct graph_rows *rows, const char *name, long number)
{
    struct buffer digits = {0};
    buffer_add_format(&digits, "%ld", number);
    graph_rows_set(rows, name, buffer_text(&digits));
    buffer_release(&digits);
}

void graph_rows_refused(struct graph_rows *rows, size_t line, enum catalogue_entry fault,
                        const char *reason)
{
    graph_rows_edge(rows, line);
    column_of(rows, &rows->edges, TEXT("source"));
    column_of(rows, &rows->edges, TEXT("target"));
    last_row(&rows->edges)->fault = fault;
    last_row(&rows->edges)->reason = reason;
}

static struct text said_in(const struct graph_table *table, const struct reader_row *row,
                           const char *name)
{
    const uint32_t column = text_index_find(&table->columns, text_from(name));
    return column == TEXT_INDEX_ABSENT ? (struct text){0}
                                       : reader_rows_cell(&table->rows, row, column);
}

struct text graph_rows_said(const struct graph_rows *rows, const char *name)
{
    return said_in(rows->table, last_row(rows->table), name);
}

void graph_rows_malformed(struct graph_rows *rows, size_t line, size_t column, const char *reason)
{
    import_tell_at(rows->import, FOUND_GRAPH_SYNTAX, line, column, "%s", reason);
}

/* What names and references are taken from. */
struct settling {
    struct graph_rows *rows;
    struct reader_cell_list cells; /* of nodes, as they will be */
    uint32_t name;                 /* columns; TEXT_INDEX_ABSENT where there is none */
    uint32_t label;
    uint32_t id;
    uint32_t number;
    struct text *references;   /* by node: what edges are to call it */
    struct text_index numbers; /* or ids, as edges have them -> node */
    struct text_index names;   /* in small letters -> first node of that name */
    bool *shared;              /* by node: another one has its name */
};

static void keep_cell(struct settling *settling, struct reader_row *row, uint32_t column,
                      struct text text)
{
    list_push(&settling->cells, (struct reader_cell){column, text});
    row->count++;
}

/* Its name, or its label, its id or its number. */
static struct text name_of(const struct settling *settling, const struct reader_row *row)
{
    const uint32_t columns[] = {settling->name, settling->label, settling->id, settling->number};
    struct text name = {0};
    for (size_t i = 0; i < sizeof columns / sizeof *columns && name.length == 0; i++)
        name = reader_rows_cell(&settling->rows->nodes.rows, row, columns[i]);
    return name;
}

static void find_shared_names(struct settling *settling)
{
    const struct reader_row_list *nodes = &settling->rows->nodes.rows.rows;
    for (uint32_t i = 0; i < nodes->count; i++) {
        const struct text name =
            name_fold(&settling->rows->arena, name_of(settling, &nodes->items[i]));
        const uint32_t first = text_index_add(&settling->names, name, i);
        settling->shared[first] = settling->shared[first] || first != i;
        settling->shared[i] = settling->shared[first];
    }
}

/* A node without an id of its own is known by its name, unless another one has it. */
static struct text refer_to(struct settling *settling, struct reader_row *row, uint32_t node,
                            struct text name, struct text number)
{
    struct graph_rows *rows = settling->rows;
    if (!settling->shared[node])
        return name;
    const struct text id = arena_format(&rows->arena, TEXT_FORMAT ":" TEXT_FORMAT,
                                        TEXT_PARTS(rows->import->file->name), TEXT_PARTS(number));
    settling->id = column_of(rows, &rows->nodes, TEXT("id"));
    keep_cell(settling, row, settling->id, id);
    return id;
}

/* Every node has a name; a label that is one is no label besides. */
static void settle_node(struct settling *settling, uint32_t node)
{
    const struct reader_rows *table = &settling->rows->nodes.rows;
    struct reader_row *row = &table->rows.items[node];
    const struct reader_row before = *row;
    const struct text id = reader_rows_cell(table, row, settling->id);
    const struct text number = reader_rows_cell(table, row, settling->number);
    const struct text name = name_of(settling, row);
    const bool unnamed = reader_rows_cell(table, row, settling->name).length == 0;
    row->first = settling->cells.count;
    row->count = 0;
    for (size_t i = before.first; i < before.first + before.count; i++) {
        const struct reader_cell cell = table->cells.items[i];
        if (cell.column != settling->number && !(unnamed && cell.column == settling->label))
            keep_cell(settling, row, cell.column, cell.text);
    }
    if (unnamed && name.length > 0)
        keep_cell(settling, row, settling->name, name);
    const bool numbered = id.length == 0 && number.length > 0;
    settling->references[node] = numbered ? refer_to(settling, row, node, name, number) : id;
    text_index_add(&settling->numbers, number.length > 0 ? number : id, node);
}

/* Let the ends of edges be called what their nodes are; one that is not there is a fault. */
static void settle_end(struct settling *settling, struct reader_row *row, struct reader_cell *end)
{
    const uint32_t node = text_index_find(&settling->numbers, end->text);
    if (node != TEXT_INDEX_ABSENT) {
        end->text = settling->references[node];
    } else if (!settling->rows->implicit) {
        row->fault = FOUND_ID_DANGLING;
        row->reason = "the edge names a node that is not in the file";
    }
}

static void settle_edges(struct settling *settling)
{
    struct graph_table *edges = &settling->rows->edges;
    const uint32_t source = column_of(settling->rows, edges, TEXT("source"));
    const uint32_t target = column_of(settling->rows, edges, TEXT("target"));
    for (size_t i = 0; i < edges->rows.rows.count; i++) {
        struct reader_row *row = &edges->rows.rows.items[i];
        for (size_t j = row->first; j < row->first + row->count; j++) {
            struct reader_cell *cell = &edges->rows.cells.items[j];
            if (cell->column == source || cell->column == target)
                settle_end(settling, row, cell);
        }
    }
}

static void settle(struct graph_rows *rows)
{
    struct graph_table *nodes = &rows->nodes;
    const size_t count = nodes->rows.rows.count;
    struct settling settling = {
        .rows = rows,
        .name = column_of(rows, nodes, TEXT("name")),
        .label = text_index_find(&nodes->columns, TEXT("label")),
        .id = text_index_find(&nodes->columns, TEXT("id")),
        .number = text_index_find(&nodes->columns, TEXT(GRAPH_NUMBER)),
        .references = alloc_zeroed(count, sizeof *settling.references),
        .shared = alloc_zeroed(count, sizeof *settling.shared),
    };
    find_shared_names(&settling);
    for (size_t i = 0; i < count; i++)
        settle_node(&settling, (uint32_t)i);
    list_release(&nodes->rows.cells);
    nodes->rows.cells = settling.cells;
    if (rows->edges.rows.rows.count > 0)
        settle_edges(&settling);
    list_free(settling.references);
    list_free(settling.shared);
    text_index_release(&settling.numbers);
    text_index_release(&settling.names);
}

/* Without signs of their own, the weights of a file in which some are negative have them. */
static void look_for_signs(struct graph_rows *rows)
{
    const struct graph_table *table = &rows->edges;
    const uint32_t weight = text_index_find(&table->columns, TEXT("weight"));
    double value;
    if (weight == TEXT_INDEX_ABSENT ||
        text_index_find(&table->columns, TEXT("sign")) != TEXT_INDEX_ABSENT)
        return;
    for (size_t i = 0; i < table->rows.cells.count && !rows->signed_weights; i++)
        rows->signed_weights = table->rows.cells.items[i].column == weight &&
                               text_to_double(table->rows.cells.items[i].text, &value) && value < 0;
}

void graph_rows_repeat(struct graph_rows *rows, const char *but, const char *and_but)
{
    struct graph_table *table = rows->table;
    const struct reader_row before = *last_row(table);
    const uint32_t left_out = text_index_find(&table->columns, text_from(but));
    const uint32_t also = text_index_find(&table->columns, text_from(and_but));
    begin_row(rows, table, before.line);
    for (size_t i = before.first; i < before.first + before.count; i++) {
        const struct reader_cell cell = table->rows.cells.items[i];
        if (cell.column == left_out || cell.column == also)
            continue;
        list_push(&table->rows.cells, cell);
        last_row(table)->count++;
    }
}

bool graph_rows_close(struct graph_rows *rows, struct error *error)
{
    settle(rows);
    look_for_signs(rows);
    const bool good = csv_rows_read(rows->import, &rows->nodes.rows, false, error) &&
                      csv_rows_read(rows->import, &rows->edges.rows, rows->signed_weights, error);
    reader_rows_release(&rows->nodes.rows);
    reader_rows_release(&rows->edges.rows);
    text_index_release(&rows->nodes.columns);
    text_index_release(&rows->edges.columns);
    arena_release(&rows->arena);
    return good;
}
