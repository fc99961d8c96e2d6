/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A reader of tables that may be larger than memory: blocks in, rows out, in one pass and without
 * allocating for a row.  It finds out encoding, separator and line ends, and hands out the fields
 * as UTF-8.  Used by the importers; the loader has a reader of its own (loader/csv.h), which
 * refuses what a dataset must not have.
 *
 *     struct scan scan;
 *     if (!scan_open(&scan, path, &dialect, &error)) ...
 *     while (scan_next(&scan))
 *         use(scan.line, scan_field(&scan, 0));
 *     scan_close(&scan);
 */
#ifndef BLOC_IMPORTER_SCAN_H
#define BLOC_IMPORTER_SCAN_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "importer/encoding.h"
#include "importer/scan_split.h"

#include <stdbool.h>
#include <stddef.h>

#define SCAN_ROW_BYTES 4194304 /* longest row that is read */

/* How a file is written. */
struct scan_dialect {
    char separator; /* '\0' = find out: , ; tab | */
    bool has_encoding;
    enum encoding encoding; /* when has_encoding, else found out */
};

enum scan_fault {
    SCAN_SOUND,
    SCAN_QUOTE_OPEN,  /* a quotation mark is never closed; the row ends with its line */
    SCAN_QUOTE_STRAY, /* text behind a closing quotation mark */
    SCAN_ROW_LONG,    /* over SCAN_ROW_BYTES; it ends there */
};

struct scan {
    /* of the present row */
    size_t line;           /* where it starts; from 1 */
    size_t count;          /* fields */
    enum scan_fault fault; /* the first one */
    bool converted;        /* a field handed out was not UTF-8 and was read as Windows-1252 */
    bool unfinished;       /* the file ends without a line end behind this row */
    /* of the file */
    struct scan_dialect dialect; /* as found out */
    char line_end;               /* '\n', or '\r' where that stands alone */
    bool carriage;               /* lines end with CRLF */
    size_t size;                 /* bytes of the file; 0 when unknown */
    size_t taken;                /* bytes read so far */
    bool failed;                 /* reading failed; see error */
    struct error error;
    /* private */
    int descriptor; /* -1 = all is in memory */
    struct decoder decoder;
    struct buffer bytes; /* UTF-8, or whatever passes for it, SCAN_BLOCK zeros behind */
    size_t start;        /* of the present row */
    size_t next;         /* of the next one */
    size_t lines;        /* up to `next` */
    bool ended;          /* nothing more is to be read */
    struct scan_split split;
    bool unquoted[SCAN_FIELD_MOST]; /* fields whose doubled quotation marks are undone in place */
    struct buffer words;            /* converted fields of the present row */
};

/* Open a file, "-" for standard input; fails when it cannot be read.  Close it in either case. */
bool scan_open(struct scan *scan, const char *path, const struct scan_dialect *dialect,
               struct error *error);

/* The same over bytes in memory, which are copied. */
void scan_open_text(struct scan *scan, struct text text, const struct scan_dialect *dialect);

void scan_close(struct scan *scan);

/* Go to the next row that is not blank; false at the end, and when reading failed. */
bool scan_next(struct scan *scan);

/*
 * A field of the present row without its quotation marks and the white space around; empty when
 * the row has no such field.  Valid UTF-8, borrowed until the next row is read.
 */
struct text scan_field(struct scan *scan, size_t index);

/* The same as it stands, quotation marks included, not checked; before scan_field undoes them. */
struct text scan_raw(const struct scan *scan, size_t field);

/*
 * A field of a row further on, as far as it is in memory, as it stands without quotation marks
 * around it.  *offset is scan->next at first and moves on; false when there is no whole row.
 */
bool scan_peek(const struct scan *scan, size_t *offset, size_t field, struct text *value);

#endif
