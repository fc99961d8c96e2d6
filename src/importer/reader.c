/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/reader.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "importer/reader_value.h"

/* Names of columns are compared by their letters and digits, without case. */
static bool is_plain(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           (byte >= '0' && byte <= '9') || ((unsigned char)byte & 0x80U) != 0;
}

/* The next letter or digit from *at on, in lower case; NUL at the end. */
static char next_plain(struct text name, size_t *at)
{
    while (*at < name.length && !is_plain(name.at[*at]))
        (*at)++;
    if (*at == name.length)
        return '\0';
    const char byte = name.at[(*at)++];
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

static bool is_same_column(struct text a, struct text b)
{
    size_t i = 0;
    size_t j = 0;
    char byte;
    do {
        byte = next_plain(a, &i);
        if (byte != next_plain(b, &j))
            return false;
    } while (byte != '\0');
    return true;
}

static size_t find_name(const struct text_list *header, struct text name)
{
    for (size_t i = 0; i < header->count; i++)
        if (is_same_column(header->items[i], name))
            return i;
    return READER_ABSENT;
}

static size_t find_column(const struct text_list *header, const struct import_column *column)
{
    size_t found = find_name(header, text_from(column->name));
    struct text rest = text_from(column->other);
    struct text name;
    while (found == READER_ABSENT && text_next_piece(&rest, ' ', &name))
        found = find_name(header, name);
    return found;
}

static void add_list(struct buffer *buffer, const struct text_list *names)
{
    for (size_t i = 0; i < names->count; i++) {
        buffer_add_string(buffer, i == 0 ? "" : ", ");
        buffer_add_text(buffer, names->items[i]);
    }
}

void reader_tell_columns(struct reader *reader, const char *expected)
{
    struct buffer found = {0};
    add_list(&found, &reader->header);
    import_tell_at(reader->import, FOUND_COLUMN_MISSING, 1, 1, "expected: %s; found: %.200s",
                   expected, found.at == NULL ? "nothing" : found.at);
    buffer_release(&found);
    reader->has_columns = false;
}

/* Match the header; one finding names every column that is missing. */
static bool match_columns(struct reader *reader)
{
    const struct reader_layout *layout = &reader->layout;
    struct buffer missing = {0};
    for (size_t i = 0; i < layout->count; i++) {
        reader->fields[i] = find_column(&reader->header, &layout->columns[i]);
        if (reader->fields[i] == READER_ABSENT && layout->columns[i].required)
            buffer_add_format(&missing, "%s%s", missing.length > 0 ? ", " : "",
                              layout->columns[i].name);
    }
    const bool good = missing.length == 0;
    if (!good)
        reader_tell_columns(reader, missing.at);
    buffer_release(&missing);
    return good;
}

static size_t count_names(const char *names)
{
    struct text rest = text_from(names);
    struct text name;
    size_t count = 0;
    while (text_next_piece(&rest, ' ', &name))
        count++;
    return count;
}

/* Is the first row names?  It is data when it has all the fields that a file without header has, and
 * none of the names. */
static bool is_header(struct reader *reader)
{
    const struct reader_layout *layout = &reader->layout;
    if (layout->without_header == NULL ||
        reader->header.count != count_names(layout->without_header))
        return true;
    for (size_t i = 0; i < layout->count; i++)
        if (find_column(&reader->header, &layout->columns[i]) != READER_ABSENT)
            return true;
    return false;
}

/* Columns of a table without header: by the format's list, or by number. */
static void name_columns(struct reader *reader)
{
    reader->headless = true;
    if (reader->layout.numbered) {
        struct intake *intake = &reader->import->intake;
        for (size_t i = 0; i < reader->header.count; i++)
            reader->header.items[i] = arena_format(&intake->arena, "%zu", i + 1);
        return;
    }
    struct text rest = text_from(reader->layout.without_header);
    struct text name;
    reader->header.count = 0;
    while (text_next_piece(&rest, ' ', &name))
        list_push(&reader->header, name);
}

/* A spreadsheet in its own format is an archive; other files with NUL bytes are no text either. */
static bool is_binary(const struct scan *scan)
{
    const struct text bytes = buffer_text(&scan->bytes);
    const size_t looked_at = bytes.length < 1024 ? bytes.length : 1024;
    return text_starts_with(bytes, "PK\x03\x04") ||
           (looked_at > 0 && memchr(bytes.at, '\0', looked_at) != NULL);
}

static void read_header(struct reader *reader)
{
    struct scan *scan = &reader->scan;
    if (is_binary(scan)) {
        import_tell_at(reader->import, FOUND_FILE_BINARY, 0, 0,
                       "the file is no text; a spreadsheet is to be saved as CSV");
        return;
    }
    if (!scan_next(scan)) {
        import_tell_at(reader->import, FOUND_FILE_EMPTY, 0, 0, "the file has no rows");
        return;
    }
    for (size_t i = 0; i < scan->count && i < SCAN_FIELD_MOST; i++)
        list_push(&reader->header, intake_text(&reader->import->intake, scan_field(scan, i), 100));
    if (reader->layout.numbered || !is_header(reader))
        name_columns(reader);
    reader->has_columns = match_columns(reader);
}

static enum when_order order_of(const struct import_options *options)
{
    if (text_equal_string(options->dates, "dmy"))
        return WHEN_DAY_FIRST;
    return text_equal_string(options->dates, "mdy") ? WHEN_MONTH_FIRST : WHEN_UNKNOWN;
}

static struct scan_dialect dialect_of(const struct import_options *options)
{
    struct scan_dialect dialect = {0};
    if (options->separator.length > 0)
        dialect.separator =
            text_equal_string(options->separator, "tab") ? '\t' : options->separator.at[0];
    dialect.has_encoding = encoding_from_text(options->encoding, &dialect.encoding);
    return dialect;
}

/* Describe the file and take its header. */
static void begin(struct reader *reader, const struct reader_layout *layout)
{
    const struct scan *scan = &reader->scan;
    struct import_file *file = reader->import->file;
    reader->layout = *layout;
    reader->has_columns = false;
    for (size_t i = 0; i < READER_COLUMNS; i++)
        reader->fields[i] = READER_ABSENT;
    progress_finish(&reader->import->progress);
    progress_start(&reader->import->progress, reader->import->progress_stream, scan->size >> 20);
    reader->order = order_of(reader->import->options);
    file->encoding = encoding_name(scan->dialect.encoding);
    file->separator = scan->dialect.separator;
    file->line_ends = scan->line_end == '\r' ? "CR" : scan->carriage ? "CRLF" : "LF";
    read_header(reader);
}

bool reader_open(struct reader *reader, struct import *import, const char *path,
                 const struct reader_layout *layout, struct error *error)
{
    const struct scan_dialect dialect = dialect_of(import->options);
    *reader = (struct reader){.import = import};
    if (import->memory != NULL) {
        scan_open_text(&reader->scan, *import->memory, &dialect);
    } else if (!scan_open(&reader->scan, path, &dialect, error)) {
        scan_close(&reader->scan);
        return false;
    }
    begin(reader, layout);
    return true;
}

struct text reader_rows_cell(const struct reader_rows *rows, const struct reader_row *row,
                             size_t column)
{
    for (size_t i = row->first; i < row->first + row->count; i++)
        if (rows->cells.items[i].column == column)
            return rows->cells.items[i].text;
    return (struct text){0};
}

void reader_rows_release(struct reader_rows *rows)
{
    list_release(&rows->header);
    list_release(&rows->rows);
    list_release(&rows->cells);
}

void reader_open_rows(struct reader *reader, struct import *import, const struct reader_rows *rows,
                      const struct reader_layout *layout)
{
    *reader = (struct reader){.import = import, .given = rows, .layout = *layout};
    reader->order = order_of(import->options);
    reader->scan.descriptor = -1;
    for (size_t i = 0; i < rows->header.count; i++)
        list_push(&reader->header, intake_text(&import->intake, rows->header.items[i], 100));
    reader->has_columns = match_columns(reader);
}

/* "12 MiB; 3456789 rows, 812000/s, 3 s left" behind the bar, a step a MiB. */
static void show_progress(struct reader *reader)
{
    struct progress *progress = &reader->import->progress;
    const struct scan *scan = &reader->scan;
    char label[80];
    const double seconds = progress_seconds(progress);
    const double left = scan->size > scan->taken && scan->taken > 0
                            ? seconds * (double)(scan->size - scan->taken) / (double)scan->taken
                            : 0;
    snprintf(label, sizeof label, "MiB; %zuk rows, %.0fk/s, %.0f s left", reader->rows / 1000,
             seconds > 0 ? (double)reader->rows / seconds / 1000 : 0, left);
    while (progress->done < scan->taken >> 20 && progress->done < progress->total)
        progress->done++;
    progress_show(progress, label);
}

/* A row that was read as it stands and cannot be used. */
static void refuse(struct reader *reader, enum catalogue_entry reason, const char *message)
{
    struct import *import = reader->import;
    import_begin_row(import, reader->line, (struct text){0});
    import_reject(import, reason, 0, "%s", message);
    import_end_row(import);
}

/* Why the present row cannot be used as it stands, or CATALOGUE_COUNT. */
static enum catalogue_entry fault_of(const struct reader *reader)
{
    const struct scan *scan = &reader->scan;
    switch (scan->fault) {
    case SCAN_SOUND: break;
    case SCAN_QUOTE_OPEN: return FOUND_CSV_QUOTE_OPEN;
    case SCAN_QUOTE_STRAY: return FOUND_CSV_QUOTE_STRAY;
    case SCAN_ROW_LONG: return FOUND_CSV_FIELD_LONG;
    }
    const size_t expected = reader->header.count;
    if (scan->count > expected)
        return FOUND_CSV_ROW_LONG;
    if (scan->count < expected && !reader->layout.fields_vary)
        return FOUND_CSV_ROW_SHORT;
    return CATALOGUE_COUNT;
}

/* Empty fields behind the last column do no harm: spreadsheets leave them. */
static bool has_only_empty_extras(struct reader *reader)
{
    for (size_t i = reader->header.count; i < reader->scan.count; i++)
        if (scan_field(&reader->scan, i).length > 0)
            return false;
    return true;
}

static void report_fault(struct reader *reader, enum catalogue_entry fault)
{
    const struct scan *scan = &reader->scan;
    char message[160];
    if (fault == FOUND_CSV_ROW_SHORT && scan->unfinished && scan->next == scan->bytes.length) {
        refuse(reader, FOUND_FILE_TRUNCATED,
               "the last row ends early and without a line end: the file seems to be cut off");
        return;
    }
    if (fault == FOUND_CSV_ROW_SHORT || fault == FOUND_CSV_ROW_LONG)
        snprintf(message, sizeof message, "%zu fields where the header has %zu", scan->count,
                 reader->header.count);
    else if (fault == FOUND_CSV_FIELD_LONG)
        snprintf(message, sizeof message, "the row is over %d bytes long", SCAN_ROW_BYTES);
    else
        snprintf(message, sizeof message, "%s",
                 fault == FOUND_CSV_QUOTE_OPEN
                     ? "a quotation mark is not closed; the row ends with its line"
                     : "text follows a closing quotation mark");
    refuse(reader, fault, message);
}

const struct reader_row *reader_given_row(const struct reader *reader)
{
    return &reader->given->rows.items[reader->rows - 1];
}

static bool next_given(struct reader *reader)
{
    while (reader->rows < reader->given->rows.count) {
        reader->rows++;
        reader->line = reader_given_row(reader)->line;
        if (reader_given_row(reader)->fault == CATALOGUE_COUNT)
            return true;
        refuse(reader, reader_given_row(reader)->fault, reader_given_row(reader)->reason);
    }
    return false;
}

bool reader_next(struct reader *reader)
{
    if (!reader->has_columns)
        return false;
    if (reader->given != NULL)
        return next_given(reader);
    for (;;) {
        if (reader->headless)
            reader->headless = false; /* the row is the first one, read already */
        else if (!scan_next(&reader->scan))
            return false;
        reader->line = reader->scan.line;
        if ((++reader->rows & 0x3FFF) == 0)
            show_progress(reader);
        const enum catalogue_entry fault = fault_of(reader);
        if (fault == CATALOGUE_COUNT ||
            (fault == FOUND_CSV_ROW_LONG && has_only_empty_extras(reader)))
            return true;
        report_fault(reader, fault);
    }
}

bool reader_assign(struct reader *reader, size_t column, struct text name)
{
    reader->fields[column] = find_name(&reader->header, name);
    return reader->fields[column] != READER_ABSENT;
}

bool reader_close(struct reader *reader, struct error *error)
{
    reader_tell_date_styles(reader);
    const bool failed = reader->scan.failed;
    if (failed)
        error_set(error, reader->scan.error.kind, TEXT_FORMAT ": %s",
                  TEXT_PARTS(reader->import->file->path), reader->scan.error.message);
    list_release(&reader->header);
    scan_close(&reader->scan);
    return !failed;
}

bool reader_run(struct import *import, const char *path, const struct reader_layout *layout,
                size_t id_column, reader_row *row, struct error *error)
{
    struct reader reader;
    if (!reader_open(&reader, import, path, layout, error))
        return false;
    while (reader_next(&reader)) {
        import_begin_row(import, reader.line, reader_text(&reader, id_column));
        row(import, &reader);
        import_end_row(import);
    }
    return reader_close(&reader, error);
}
