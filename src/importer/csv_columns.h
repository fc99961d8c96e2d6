/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the columns of any edge list or node list are: the roles there are, the names by which they
 * go, and how the columns of a file get theirs.  Used by import_csv.c; formats of graphs have the
 * same roles, see importer/csv_rows.h.
 */
#ifndef BLOC_IMPORTER_CSV_COLUMNS_H
#define BLOC_IMPORTER_CSV_COLUMNS_H

#include "base/error.h"
#include "importer/import.h"
#include "importer/reader.h"

#include <stdbool.h>

enum {
    CSV_SOURCE,
    CSV_TARGET,
    CSV_KIND,
    CSV_SIGN,
    CSV_START,
    CSV_END,
    CSV_YEAR,
    CSV_WEIGHT,
    CSV_PLACE,
    CSV_CITE,
    CSV_NOTE,
    CSV_ID,
    CSV_NAME,
    CSV_LABEL,
    CSV_ALIASES,
    CSV_PARENT,
    CSV_REGION,
    CSV_COUNTRY,
    CSV_FOUNDED,
    CSV_ENDED,
    CSV_FAMILY,
    CSV_DIRECTION,
    CSV_EXTENT,
    CSV_KIND_LABEL,
    CSV_GRADE,
    CSV_CITED,
    CSV_DISPUTED,
    CSV_ROLES,
};

extern const struct import_column csv_columns[CSV_ROLES];

/* What the columns of a file tell. */
enum csv_shape {
    CSV_NOTHING,
    CSV_EDGES,
    CSV_NODES,
};

/* Settle what each column is, by --column, by its name or by its place, and tell.  Fails with
 * ERROR_USAGE when --column is not well written. */
bool csv_columns_guess(struct import *import, struct reader *reader, enum csv_shape *shape,
                       struct error *error);

#endif
