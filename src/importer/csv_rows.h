/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What formats of graphs share with edge lists and node lists: roles of columns, codes, kinds, and
 * the reading of rows.  Implemented in import_csv.c.
 */
#ifndef BLOC_IMPORTER_CSV_ROWS_H
#define BLOC_IMPORTER_CSV_ROWS_H

#include "base/error.h"
#include "importer/csv_columns.h"
#include "importer/import.h"
#include "importer/reader.h"
#include "model/kind.h"

#include <stdbool.h>

enum {
    CSV_RULES = 4,
    CSV_KINDS = 3,
};

extern const struct mapping_rule csv_rules[CSV_RULES];
extern const struct kind csv_kinds[CSV_KINDS];

/* To be the begin of a format. */
bool csv_begin(struct import *import, struct error *error);

/*
 * Read rows in memory as the nodes or the edges that their header says they are; without rows there
 * is nothing to do.  signed_weights: the sign of an edge is that of its weight.  Fails on options
 * that are wrong.
 */
bool csv_rows_read(struct import *import, const struct reader_rows *rows, bool signed_weights,
                   struct error *error);

/* The members of a struct import_format that all of these share. */
#define CSV_FORMAT                                                                             \
    .columns = csv_columns, .column_count = CSV_ROLES, .rules = csv_rules,                     \
    .rule_count = CSV_RULES, .kinds = csv_kinds, .kind_count = CSV_KINDS, .any_columns = true, \
    .begin = csv_begin

#endif
