/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The tables of an imported dataset and how datapackage.json describes them: one row a column.
 * Private to dataset_writer.c and its package.
 */
#ifndef BLOC_IMPORTER_DATASET_SCHEMA_H
#define BLOC_IMPORTER_DATASET_SCHEMA_H

#include "base/buffer.h"
#include "importer/intake.h"

#include <stdbool.h>
#include <stddef.h>

struct dataset_field {
    const char *name;
    const char *type; /* of Table Schema: string, number, integer */
    bool required;
    const char *refers_to; /* table whose id it is; NULL = none */
    const char *description;
};

struct dataset_table {
    const char *name; /* "groups" */
    const char *file;
    const char *key; /* column that identifies a row; NULL = none */
    const struct dataset_field *fields;
    size_t count;
};

enum {
    DATASET_GROUPS,
    DATASET_RELATIONS,
    DATASET_CLAIMS,
    DATASET_KINDS,
    DATASET_ESTIMATES,
    DATASET_ORIGINS,
    DATASET_TABLES,
};

extern const struct dataset_table dataset_tables[DATASET_TABLES];

/* datapackage.json; has tells which tables there are. */
void dataset_schema_write_package(struct text name, struct text title, struct text description,
                                  const bool has[DATASET_TABLES], struct buffer *buffer);

/* The schema of origins.csv as a file of its own: the table may be large, and a reader that
 * compares schema and header need not open it. */
void dataset_schema_write_origins(struct buffer *buffer);

#endif
