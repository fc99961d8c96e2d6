/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One pass over the bytes.  Columns are counted only when a place is asked for: a field
 * remembers where its line starts, and that is enough.
 *
 * After a quote that never ends, reading goes on with the line after the one it opens on, so
 * that one slip costs one row.  This cannot happen twice and stays linear: no later quote
 * closed that field, so every run of quotes behind it has an even length, opens and closes.
 */
#include "loader/csv.h"

#include <string.h>

void csv_reader_init(struct csv_reader *reader, struct text text, struct arena *arena)
{
    *reader = (struct csv_reader){.text = text, .arena = arena, .line = 1};
    if (text_starts_with(text, "\xEF\xBB\xBF")) {
        reader->text.at += 3;
        reader->text.length -= 3;
    }
    if (reader->text.at == NULL)
        reader->text.at = "";
    reader->next = reader->text.at;
    reader->line_start = reader->text.at;
}

void csv_reader_release(struct csv_reader *reader)
{
    list_release(&reader->fields);
}

static const char *end_of(const struct csv_reader *reader)
{
    return reader->text.at + reader->text.length;
}

static bool is_line_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Behind the line break at the given byte; CRLF is one. */
static const char *skip_line_break(const char *at, const char *end)
{
    if (*at == '\r' && at + 1 < end && at[1] == '\n')
        return at + 2;
    return at + 1;
}

static void start_line(struct csv_reader *reader, const char *at)
{
    reader->line++;
    reader->line_start = at;
}

/* Characters between two bytes: every byte that does not continue a UTF-8 sequence starts one. */
static size_t count_characters(const char *from, const char *to)
{
    size_t count = 0;
    for (; from < to; from++)
        count += ((unsigned char)*from & 0xC0U) != 0x80U;
    return count;
}

void csv_field_locate(const struct csv_field *field, size_t offset, size_t *line, size_t *column)
{
    const char *target = field->raw.at + offset;
    const char *line_start = field->line_start;
    *line = field->line;
    for (const char *at = field->raw.at; at < target;) {
        if (!is_line_break(*at)) {
            at++;
            continue;
        }
        at = skip_line_break(at, target);
        line_start = at;
        (*line)++;
    }
    *column = 1 + count_characters(line_start, target);
}

/* Keep the first fault of a row, at a byte of one of its fields. */
static void note_fault(struct csv_row *row, enum csv_fault fault, const struct csv_field *field,
                       const char *at)
{
    if (row->fault != CSV_SOUND)
        return;
    row->fault = fault;
    csv_field_locate(field, (size_t)(at - field->raw.at), &row->fault_line, &row->fault_column);
}

/* The inside of a quoted field, with "" made ". */
static struct text unquote(struct arena *arena, struct text inside)
{
    char *copy = arena_alloc(arena, inside.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < inside.length; i++) {
        copy[length++] = inside.at[i];
        if (inside.at[i] == '"')
            i++;
    }
    return (struct text){.at = copy, .length = length};
}

/* The quote that closes a quoted field, or NULL; *doubled tells of "" on the way. */
static const char *find_closing_quote(const char *at, const char *end, bool *doubled)
{
    while (at < end) {
        at = memchr(at, '"', (size_t)(end - at));
        if (at == NULL || at + 1 == end || at[1] != '"')
            return at;
        *doubled = true;
        at += 2;
    }
    return NULL;
}

/* To the separator or line break that ends a bare field. */
static const char *skip_bare(const char *at, const char *end, const char **quote)
{
    for (; at < end && *at != ',' && !is_line_break(*at); at++) {
        if (*at == '"' && *quote == NULL)
            *quote = at;
    }
    return at;
}

static void count_lines_within(struct csv_reader *reader, const char *from, const char *to)
{
    while (from < to) {
        if (!is_line_break(*from)) {
            from++;
            continue;
        }
        from = skip_line_break(from, to);
        start_line(reader, from);
    }
}

/* A field that starts with a quote; returns the byte behind it. */
static const char *read_quoted(struct csv_reader *reader, struct csv_field *field,
                               struct csv_row *row)
{
    const char *end = end_of(reader);
    const char *open = reader->next;
    const char *behind = open;
    bool doubled = false;
    const char *close = find_closing_quote(open + 1, end, &doubled);
    if (close == NULL) {
        while (behind < end && !is_line_break(*behind))
            behind++;
        note_fault(row, CSV_QUOTE_OPEN, field, open);
        field->value = (struct text){.at = open + 1, .length = (size_t)(behind - open - 1)};
        return behind;
    }

    field->value = (struct text){.at = open + 1, .length = (size_t)(close - open - 1)};
    if (doubled && field->value.length <= CSV_FIELD_BYTES)
        field->value = unquote(reader->arena, field->value);
    count_lines_within(reader, open, close);
    const char *quote = NULL;
    behind = skip_bare(close + 1, end, &quote);
    if (behind > close + 1)
        note_fault(row, CSV_QUOTE_STRAY, field, close + 1);
    return behind;
}

static const char *read_bare(struct csv_reader *reader, struct csv_field *field,
                             struct csv_row *row)
{
    const char *quote = NULL;
    const char *behind = skip_bare(reader->next, end_of(reader), &quote);
    field->value = (struct text){.at = reader->next, .length = (size_t)(behind - reader->next)};
    if (quote != NULL)
        note_fault(row, CSV_QUOTE_STRAY, field, quote);
    return behind;
}

static void read_field(struct csv_reader *reader, struct csv_row *row)
{
    struct csv_field field = {
        .raw = {.at = reader->next}, .line = reader->line, .line_start = reader->line_start};
    bool quoted = reader->next < end_of(reader) && *reader->next == '"';
    const char *behind = quoted ? read_quoted(reader, &field, row) : read_bare(reader, &field, row);
    field.raw.length = (size_t)(behind - reader->next);
    reader->next = behind;

    if (field.value.length > CSV_FIELD_BYTES)
        note_fault(row, CSV_FIELD_LONG, &field, field.raw.at);
    if (row->count == CSV_FIELD_COUNT)
        note_fault(row, CSV_FIELDS_MANY, &field, field.raw.at);
    if (row->count < CSV_FIELD_COUNT)
        list_push(&reader->fields, field);
    row->count++;
}

/* To the next line that has more than white space; false at the end. */
static bool skip_blank_lines(struct csv_reader *reader)
{
    const char *end = end_of(reader);
    const char *at = reader->next;
    while (at < end && (*at == ' ' || *at == '\t' || is_line_break(*at))) {
        if (!is_line_break(*at)) {
            at++;
            continue;
        }
        at = skip_line_break(at, end);
        start_line(reader, at);
        reader->next = at;
    }
    return at < end;
}

bool csv_reader_next(struct csv_reader *reader, struct csv_row *row)
{
    if (!skip_blank_lines(reader))
        return false;

    const char *end = end_of(reader);
    *row = (struct csv_row){.line = reader->line};
    reader->fields.count = 0;
    read_field(reader, row);
    while (reader->next < end && *reader->next == ',') {
        reader->next++;
        read_field(reader, row);
    }
    if (reader->next < end) {
        reader->next = skip_line_break(reader->next, end);
        start_line(reader, reader->next);
    }
    row->fields = reader->fields.items;
    row->kept = reader->fields.count;
    return true;
}
