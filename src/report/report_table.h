/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A neutral table, the one thing that every format writes: columns with a name for programs
 * and a title for people, cells that are text or number, and notes that belong to the whole.
 * Filled by the builders of this module and by cli; written through report/format.h.
 */
#ifndef BLOC_REPORT_REPORT_TABLE_H
#define BLOC_REPORT_REPORT_TABLE_H

#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "base/text_pair.h"

#include <stdbool.h>
#include <stddef.h>

/* What stands for the number of decimals in a column of text, and in one that mixes units:
 * there at most three, trailing zeros cut. */
#define REPORT_TEXT (-1)
#define REPORT_MIXED (-2)

struct report_column {
    const char *name;  /* stable; CSV header and JSON member: "founded" */
    const char *title; /* for people: "Founded" */
    int decimals;      /* when people read it; or REPORT_TEXT, REPORT_MIXED */
    bool detail;       /* only for programs: left out of text and Markdown */
};

/* The zero value is an empty text. */
struct report_cell {
    struct text text;
    double number; /* NAN = not defined */
    bool is_number;
};

/* Something said of the whole table: the sign policy, the seed. */
struct report_note {
    const char *name;            /* JSON member: "sign_policy" */
    const char *title;           /* for people: "Sign of each kind" */
    struct text text;            /* for people */
    struct text_pair_list pairs; /* for programs, "pledge" is "+"; when empty they get the text */
};

LIST(report_column_list, struct report_column);
LIST(report_cell_list, struct report_cell);
LIST(report_note_list, struct report_note);

/* Its texts are borrowed or live in its arena. */
struct report_table {
    struct arena arena;
    const char *name;  /* JSON member and file name: "groups" */
    struct text title; /* for people; may be empty */
    bool is_record;    /* one row, read downwards by people, an object for programs */
    bool wraps;        /* a record whose long texts are broken into lines for people */
    struct report_column_list columns;
    struct report_cell_list cells; /* row by row */
    struct report_note_list notes;
};

LIST(report_table_list, struct report_table);

void report_table_init(struct report_table *table, const char *name, struct text title,
                       const struct report_column *columns, size_t count);
void report_table_release(struct report_table *table);

size_t report_table_row_count(const struct report_table *table);
const struct report_cell *report_table_cell(const struct report_table *table, size_t row,
                                            size_t column);

/* Cells are added left to right, row by row; the text is borrowed. */
void report_table_add_text(struct report_table *table, struct text text);
void report_table_add_string(struct report_table *table, const char *string);
void report_table_add_number(struct report_table *table, double number);

/* A formatted text, kept in the table's arena. */
void report_table_add_format(struct report_table *table, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Add a note; the pointer is good until the next one is added. */
struct report_note *report_table_add_note(struct report_table *table, const char *name,
                                          const char *title, struct text text);

/* Column by name, or SIZE_MAX. */
size_t report_table_find_column(const struct report_table *table, const char *name);

/* Largest number first, undefined last, equals in their present order; for text A to Z. */
void report_table_sort(struct report_table *table, size_t column);

/* Leave the first rows out. */
void report_table_skip(struct report_table *table, size_t rows);

/* Keep the first rows. */
void report_table_truncate(struct report_table *table, size_t rows);

#endif
