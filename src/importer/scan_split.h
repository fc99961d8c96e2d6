/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where the fields of one row end, found 64 bytes at a time: separators and line ends outside
 * quotation marks become bits of a mask.  Used by scan.c, which keeps the bytes.
 */
#ifndef BLOC_IMPORTER_SCAN_SPLIT_H
#define BLOC_IMPORTER_SCAN_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCAN_BLOCK 64        /* bytes looked at together; so many more must be readable */
#define SCAN_FIELD_MOST 1000 /* fields of a row that are kept */

/* One row, its ends counted from its first byte. */
struct scan_split {
    uint32_t ends[SCAN_FIELD_MOST]; /* where each field ends: its separator or line end */
    size_t count;                   /* fields of the row; those kept are at most SCAN_FIELD_MOST */
    bool quoted;                    /* some field has quotation marks */
    bool plain;                     /* only ASCII */
    bool stray;                     /* text behind a closing quotation mark */
    bool open;                      /* a quotation mark that is never closed */
};

enum scan_verdict {
    SCAN_WHOLE,     /* the row ends at the last of its ends */
    SCAN_MORE,      /* it goes on behind the bytes that there are */
    SCAN_IRREGULAR, /* its quotation marks are not where they belong: look closely */
};

/*
 * Split the row that starts at `at`; end is behind the last byte, followed by SCAN_BLOCK bytes of
 * zeros.  Never reads beyond those.
 */
enum scan_verdict scan_split(const char *at, const char *end, char separator, char line_end,
                             struct scan_split *split);

/*
 * The same byte by byte, for irregular rows, which it never refuses: a quotation mark inside a bare
 * field is a character like any other, one that is never closed ends with its line, and so does one
 * that seems to be closed lines below with text behind it.  is_last tells that no byte follows
 * `end`.
 */
enum scan_verdict scan_split_closely(const char *at, const char *end, char separator, char line_end,
                                     bool is_last, struct scan_split *split);

#endif
