/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From other people's tables to a dataset: the formats, the options, and what came of a run.
 * Used by cli.  How a format is written stands in importer/import.h.
 */
#ifndef BLOC_IMPORTER_IMPORTER_H
#define BLOC_IMPORTER_IMPORTER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/finding.h"
#include "base/list.h"
#include "base/text.h"
#include "model/catalogue.h"
#include "model/kind.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* What the user asks for; texts are NUL-terminated and borrowed, the zero value is "not given". */
struct import_options {
    struct text_list map;     /* CODE=KIND */
    struct text_list sign;    /* KIND=SIGN */
    struct text_list columns; /* ROLE=NAME */
    struct text separator;    /* one of , ; | or "tab" */
    struct text encoding;
    struct text dates;   /* dmy or mdy: how 03/04/2015 is meant */
    struct text by;      /* dyad, year or spell */
    struct text gap;     /* days without events that end a spell */
    struct text kind;    /* of rows that name none */
    struct text title;   /* of the dataset */
    struct text match;   /* file of names that mean the same: importer/match.h */
    struct text suggest; /* file to write the likely duplicates to, for --match */
    struct text against; /* folder of a dataset whose names are compared as well */
    bool no_header;
    bool mutual; /* ties of an edge list have no direction */
    bool strict;
};

/* One row of a format's default mapping. */
struct mapping_rule {
    const char *code; /* as in the data */
    const char *kind; /* "" = the row is left out */
    const char *meaning;
};

/* A column that a format reads. */
struct import_column {
    const char *name;
    const char *other; /* other names for it, spaces between */
    bool required;
    const char *use; /* what becomes of it */
};

struct import;

struct import_format {
    const char *name;    /* "ucdp-ged" */
    const char *title;   /* "UCDP Georeferenced Event Dataset" */
    const char *authors; /* of the published data; NULL = whoever made the file */
    const char *publisher;
    const char *description; /* a few lines for --explain */
    const struct import_column *columns;
    size_t column_count;
    const struct mapping_rule *rules;
    size_t rule_count;
    const struct kind *kinds; /* that the dataset gets besides the built-in ones */
    size_t kind_count;
    bool has_events;  /* takes --by and --gap */
    bool any_columns; /* takes --column, --kind, --mutual and --no-header */
    /* begin and end may be NULL; all return false only with the error set. */
    bool (*begin)(struct import *import, struct error *error);
    bool (*read)(struct import *import, const char *path, struct error *error);
    bool (*end)(struct import *import, struct error *error);
    void (*release)(struct import *import); /* of its state; may be NULL */
};

/* All of them, in the order of the help. */
const struct import_format *const *importer_formats(size_t *count);

/* NULL when there is none of that name. */
const struct import_format *importer_find_format(struct text name);

/* How a column was understood. */
struct import_guess {
    struct text role;
    struct text column;
    const char *reason; /* "named so", "asked for", "first column" */
};

LIST(import_guess_list, struct import_guess);

/* What became of one file: read = used + merged + rejected. */
struct import_file {
    struct text path;
    struct text name; /* without folders */
    const char *encoding;
    char separator; /* '\0' = no table */
    const char *line_ends;
    struct import_guess_list guesses; /* of formats without fixed columns */
    size_t read;
    size_t used;
    size_t merged; /* say what another row says; each is a claim of its own */
    size_t rejected;
    size_t reasons[CATALOGUE_COUNT]; /* of the rejected rows */
    size_t told[CATALOGUE_COUNT];    /* findings, listed or not */
};

LIST(import_file_list, struct import_file);

/* How a code of the data was read. */
struct import_mapped {
    struct text code;
    struct text kind; /* empty = left out */
    enum family family;
    enum sign sign;
    bool mutual;
    size_t rows;
    const char *why; /* "default", "asked for", "new kind" */
};

LIST(import_mapped_list, struct import_mapped);

/* Two groups that may be one; a person decides. */
struct import_likeness {
    struct text name;
    struct text other;
    const char *reason; /* "same spelling but for marks", "one letter apart" */
};

LIST(import_likeness_list, struct import_likeness);

/* The zero value is valid. */
struct import_result {
    struct arena arena;
    struct findings findings; /* sorted */
    struct import_file_list files;
    struct import_mapped_list mapped; /* codes met, in the order met */
    struct import_likeness_list likenesses;
    size_t groups;
    size_t relations;
    size_t claims;
    size_t sources;
    size_t estimates;
};

void import_result_release(struct import_result *result);

enum import_aim {
    IMPORT_WRITE,   /* make the dataset in a folder that is not there or empty */
    IMPORT_REPLACE, /* also where there is a dataset, and nothing else, in it */
    IMPORT_LOOK,    /* read everything, write nothing */
};

/*
 * Read files in a format and write the dataset, whole or not at all.  Rows that cannot be used
 * are findings; the error is set when nothing could be made: a file cannot be read, an option is
 * wrong, the folder is not free, or rows were rejected and options->strict.  The result is to be
 * released in either case.  progress is a stream for a progress bar, or NULL.
 */
bool importer_run(const struct import_format *format, const struct import_options *options,
                  const struct text_list *paths, const char *folder, enum import_aim aim,
                  FILE *progress, struct import_result *result, struct error *error);

/* Read a text as if it were a file, and write nothing; for tests and fuzzing. */
bool importer_read_text(const struct import_format *format, const struct import_options *options,
                        struct text text, struct import_result *result, struct error *error);

#endif
