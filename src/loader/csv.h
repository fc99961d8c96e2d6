/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A reader of RFC 4180 tables that are in memory, one row a call.  It knows bytes and places,
 * not what the columns mean; used by loader/table.c and by tests.
 *
 * Rows end with LF, CRLF or CR, the last one with or without.  A quoted field may hold commas,
 * line breaks and doubled quotes.  A byte order mark is skipped, and so are blank lines.
 */
#ifndef BLOC_LOADER_CSV_H
#define BLOC_LOADER_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"

#define CSV_FIELD_BYTES 1048576 /* longest field that is accepted */
#define CSV_FIELD_COUNT 1000    /* most fields in a row that are kept */

struct csv_field {
    struct text value; /* without quotes; borrowed from the input unless quotes were doubled */
    struct text raw;   /* as it stands in the input, quotes included */
    size_t line;       /* where it starts; from 1 */
    const char *line_start;
};

LIST(csv_field_list, struct csv_field);

enum csv_fault {
    CSV_SOUND,
    CSV_QUOTE_OPEN,  /* a quoted field never ends; the row ends with the line it opens on */
    CSV_QUOTE_STRAY, /* text after a closing quote, or a quote inside a bare field */
    CSV_FIELD_LONG,  /* a field over CSV_FIELD_BYTES */
    CSV_FIELDS_MANY, /* more than CSV_FIELD_COUNT fields; the others are counted, not kept */
};

struct csv_row {
    const struct csv_field *fields; /* borrowed until the next row is read */
    size_t kept;                    /* how many fields there are to look at */
    size_t count;                   /* how many the row has */
    size_t line;                    /* where it starts */
    enum csv_fault fault;           /* the first one */
    size_t fault_line;
    size_t fault_column;
};

struct csv_reader {
    struct text text;    /* borrowed */
    struct arena *arena; /* borrowed; takes fields whose quotes were doubled */
    const char *next;    /* first byte that has not been read */
    size_t line;
    const char *line_start;
    struct csv_field_list fields;
};

/* Start at the first row of the text. */
void csv_reader_init(struct csv_reader *reader, struct text text, struct arena *arena);
void csv_reader_release(struct csv_reader *reader);

/* Read a row; false at the end. */
bool csv_reader_next(struct csv_reader *reader, struct csv_row *row);

/* Line and column (in characters, from 1) of a byte of a field, counted from its raw start. */
void csv_field_locate(const struct csv_field *field, size_t offset, size_t *line, size_t *column);

#endif
