/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A table with named columns, read for an importer: finds the columns a format needs in the header,
 * and hands on the rows that can be read at all.  Rows that cannot (a quotation mark left open, too
 * few fields) are rejected here, so a format sees sound rows only.  Used by import_*.c.
 *
 *     struct reader reader;
 *     if (!reader_open(&reader, import, path, &layout, error))
 *         return false;
 *     while (reader_next(&reader)) { ... reader_text(&reader, COLUMN_ID) ... }
 *     return reader_close(&reader, error);
 *
 * For each row: import_begin_row(import, reader.line, id), then its outcome, import_end_row.
 */
#ifndef BLOC_IMPORTER_READER_H
#define BLOC_IMPORTER_READER_H

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "importer/import.h"
#include "importer/scan.h"
#include "importer/when.h"

#include <stdbool.h>
#include <stddef.h>

#define READER_COLUMNS 64 /* most columns of any format */
#define READER_ABSENT SIZE_MAX

struct reader_layout {
    const struct import_column *columns;
    size_t count;
    /* Names of all columns in the order of the published file, spaces between: taken when the first
     * row is data, in files that have no header.  NULL = there must be one. */
    const char *without_header;
    bool numbered;    /* there is no header: columns are called 1, 2, ... */
    bool fields_vary; /* rows may be shorter than the header */
};

/* A value of a row that is no line of a table. */
struct reader_cell {
    uint32_t column; /* of the header */
    struct text text;
};

struct reader_row {
    size_t line;
    size_t first; /* its cells stand together */
    size_t count;
    enum catalogue_entry fault; /* why it cannot be used; CATALOGUE_COUNT = it can */
    const char *reason;
};

LIST(reader_cell_list, struct reader_cell);
LIST(reader_row_list, struct reader_row);

/* Rows in memory that are read as those of a table are; see importer/graph_rows.h. */
struct reader_rows {
    struct text_list header;
    struct reader_row_list rows;
    struct reader_cell_list cells;
};

/* The value of a column; empty when the row has none. */
struct text reader_rows_cell(const struct reader_rows *rows, const struct reader_row *row,
                             size_t column);
void reader_rows_release(struct reader_rows *rows);

/* What a column of dates turned out to hold. */
struct reader_dates {
    size_t styles[WHEN_STYLES];
    bool looked_ahead;
    size_t first_line[WHEN_STYLES]; /* where each style is met first */
};

struct reader {
    struct import *import;
    struct scan scan;
    struct text_list header;       /* names as written, in the import's arena */
    size_t fields[READER_COLUMNS]; /* by column of the layout: its field, or READER_ABSENT */
    struct reader_layout layout;
    size_t line;   /* of the present row */
    bool headless; /* the first row is data and is still to be read */
    bool has_columns;
    enum when_order order; /* of day and month, as the options or the rows so far show */
    struct reader_dates dates[READER_COLUMNS];
    size_t rows;
    const struct reader_rows *given; /* read instead of a file; borrowed */
};

/*
 * Open a table and match its header.  Columns that are required and not there are a finding, which
 * names what is expected and what is found; the reader then has no rows.  Fails, with nothing to
 * close, when the file cannot be read.
 */
bool reader_open(struct reader *reader, struct import *import, const char *path,
                 const struct reader_layout *layout, struct error *error);

/* The same over rows in memory. */
void reader_open_rows(struct reader *reader, struct import *import, const struct reader_rows *rows,
                      const struct reader_layout *layout);

/* Go to the next sound row; false at the end. */
bool reader_next(struct reader *reader);

/* What a format does with one row, which is begun and will be ended. */
typedef void reader_row(struct import *import, struct reader *reader);

/* Open a table, do it with every row, under the id in a column, and close it. */
bool reader_run(struct import *import, const char *path, const struct reader_layout *layout,
                size_t id_column, reader_row *row, struct error *error);

/* Tell what the file as a whole shows, and close it; fails when reading failed. */
bool reader_close(struct reader *reader, struct error *error);

/* Take a column by its name in the header (--column); false when there is none. */
bool reader_assign(struct reader *reader, size_t column, struct text name);

/* Tell that the columns are not those expected; the reader has no rows then. */
void reader_tell_columns(struct reader *reader, const char *expected);

/* Is a column of the layout in the table? */
bool reader_has(const struct reader *reader, size_t column);

/* A value of the present row, in a table without the apostrophe of base/formula.h; empty when it is
 * empty or not there. */
struct text reader_text(struct reader *reader, size_t column);

/* Where it stands, counted in characters from 1; 0 when it is not there. */
size_t reader_column(const struct reader *reader, size_t column);

/* A whole number; false and a rejected row when it is something else.  Empty is `otherwise`. */
bool reader_whole(struct reader *reader, size_t column, long otherwise, long *value);

/* A number, with a point or a comma; as above. */
bool reader_number(struct reader *reader, size_t column, double otherwise, double *value);

/* A date as EDTF; false and a rejected row when it is none. */
bool reader_date(struct reader *reader, size_t column, struct when *when);

#endif
