/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One run of an importer: its options, what it has taken in, and the account of every row.
 *
 * A row is begun, gets exactly one outcome and is ended; so for each file
 * read = used + merged + rejected, and origins.csv can tell of each row what became of it.
 *
 *     import_begin_row(import, line, id);
 *     if (bad)
 *         import_reject(import, FOUND_SELF_RELATION, column, "'%.*s' is both", ...);
 *     else
 *         import_use_tie(import, &tie, GRADE_STATED, note);
 *     import_end_row(import);
 *
 * A format is one file format_<name>.c with a row in the table of importer.c.  Used by formats;
 * cli uses importer.h.
 */
#ifndef BLOC_IMPORTER_IMPORT_H
#define BLOC_IMPORTER_IMPORT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/finding.h"
#include "base/progress.h"
#include "importer/importer.h"
#include "importer/intake.h"
#include "importer/mapping.h"
#include "importer/origins.h"
#include "model/catalogue.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define IMPORT_GRAPH_MEBIBYTES 256 /* of a file that is no table: it is held in memory whole */
#define IMPORT_LISTED 5            /* findings of one kind in one file that are listed */

struct import_row {
    size_t line;
    struct text id; /* original id; borrowed until the row ends */
    bool open;      /* between begin and end */
    enum row_outcome outcome;
    enum catalogue_entry reason; /* of a rejection */
    struct origin_reference_list references;
};

/* Where something was told last. */
struct import_told {
    enum catalogue_entry entry;
    size_t line;
    size_t column;
};

struct import {
    const struct import_format *format;
    const struct import_options *options;
    struct intake intake;
    struct mapping mapping;
    struct origins origins;
    struct findings *findings; /* borrowed; bounded, see import_tell */
    struct import_file_list *files;
    struct arena *kept; /* texts of the result, which outlive the run; borrowed */
    struct import_row row;
    struct import_told last_told;
    struct import_file *file; /* being read; NULL between files */
    uint32_t source;          /* of the file being read */
    FILE *progress_stream;    /* NULL = silent */
    struct progress progress;
    struct buffer scratch;
    struct text_index cited; /* texts of sources -> source */
    /* The tie of an event, and what it looks in; NULL for formats without events. */
    uint32_t (*find_tie)(const void *events, struct origin_reference reference);
    const void *events;
    const struct text *memory; /* read instead of the file; NULL unless testing */
    void *state;               /* of the format, from its begin to its end */
};

/* Start with a row at a line of the file being read. */
void import_begin_row(struct import *import, size_t line, struct text id);

/* Count it and put it on record. */
void import_end_row(struct import *import);

/* Leave it for later: it is begun again when its outcome is known. */
void import_postpone_row(struct import *import);

/*
 * Reject the row, unless it is used already; the first reason stands.  column is that of the value
 * (from 1), or 0.  The reason is a finding of the entry's level.
 */
void import_reject(struct import *import, enum catalogue_entry reason, size_t column,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A finding about the present row or, without one, the file.  The first few of each kind in a file
 * are listed, all are counted. */
void import_tell(struct import *import, enum catalogue_entry entry, size_t column,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Tell how many there were of those that are not listed; at the end of a file. */
void import_tell_unlisted(struct import *import);

/* The same about any line of the file being read. */
void import_tell_at(struct import *import, enum catalogue_entry entry, size_t line, size_t column,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));

/*
 * The present row says this tie: the tie is added or, when it is there, the row is merged with it,
 * and either way the row becomes a claim.  Rejects the row when both ends are one group or it ends
 * before it starts.  Returns the tie, or INTAKE_NONE.
 */
uint32_t import_use_tie(struct import *import, const struct intake_tie *tie, enum grade grade,
                        struct text note);

/* As above, citing another source than the file. */
uint32_t import_use_tie_of(struct import *import, const struct intake_tie *tie, enum grade grade,
                           struct text note, uint32_t source);

/* The present row is used for something other than a tie of its own: a group, a tie known later. */
void import_use(struct import *import);

/* The present row says what another row says, which is used already. */
void import_merge(struct import *import);

/* The same, for an event whose tie is known when all are read; see importer/events.h. */
void import_use_event(struct import *import, uint32_t cell, int32_t day);

/* "line 12, id 7" of the present row, borrowed until the next call. */
struct text import_locator(struct import *import);

/* Does the end come before the start, however the two are read? */
bool import_ends_before_start(struct text start, struct text end);

#endif
