/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Walks a CSV table by its schema: matches the header to the columns, lets each column set its
 * member of a blank row, and hands complete rows to the table.  What goes wrong on the way is
 * a finding; a row with a finding at error level is rejected, and counted.
 * Private to the loader.
 */
#ifndef BLOC_LOADER_TABLE_H
#define BLOC_LOADER_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "loader/csv.h"
#include "loader/loading.h"
#include "model/catalogue.h"

#define TABLE_COLUMNS 16 /* most columns of any schema */

struct table_row;

/* One value of a row: the trimmed text, as base/formula.h reads it, and where it stands. */
struct table_cell {
    struct text value;
    const struct csv_field *field; /* NULL when the row or the table does not have it */
};

struct column {
    const char *name;
    bool required; /* the table must have it, and no row may leave it empty */
    /* Put a value that is not empty into its member of the row, or report it. */
    void (*set)(struct table_row *row, const struct table_cell *cell, void *member);
    size_t offset; /* of the member */
};

struct table_schema {
    enum table table;
    enum loading_need need;
    bool has_ids; /* the first column identifies the row */
    const struct column *columns;
    size_t column_count;
    size_t row_size;
    void (*blank)(void *members); /* make the row that no value is set in */
    /* Look at the row as a whole; members whose values were reported are as blank made them. */
    void (*check)(struct table_row *row, const void *members);
    void (*add)(struct table_row *row, const void *members); /* to the dataset */
};

/* A row being read. */
struct table_row {
    struct loading *loading;
    const struct table_schema *schema;
    const struct csv_row *csv;
    const struct folder_file *file;
    const size_t *fields; /* by schema column: the index of its field, or SIZE_MAX */
    bool rejected;
    bool waiting; /* names a row of a table that could not be read */
    bool merged;  /* says what another row says, and is not added */
};

/* Read the table of a schema into the dataset. */
void table_load(struct loading *loading, const struct table_schema *schema);

/* The value of a column of this row; empty when it is not there. */
struct table_cell table_row_cell(const struct table_row *row, const char *column);

/* Where a cell stands; the start of the row when it is not there. */
struct place table_row_place(const struct table_row *row, const struct table_cell *cell);

/* For findings_add: the type of a finding, which rejects the row when it is an error. */
const struct finding_type *table_row_fault(struct table_row *row, enum catalogue_entry entry);

/* Names of the header's columns, in order, for checks of table schemas. */
struct text_list table_read_header(const struct folder_file *file, struct arena *arena);

#endif
