/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writes what was taken in as a dataset: the tables of data/README.md, sources.json,
 * datapackage.json and origins.csv, which tells of every row read what became of it.
 * Tables are streamed row by row into a staged folder.
 */
#ifndef BLOC_IMPORTER_DATASET_WRITER_H
#define BLOC_IMPORTER_DATASET_WRITER_H

#include "base/error.h"
#include "base/text.h"
#include "importer/intake.h"
#include "importer/origins.h"
#include "importer/staging.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Files that an imported dataset may have, NULL at the end. */
extern const char *const dataset_writer_files[];

struct dataset_plan {
    struct intake *intake;
    struct origins *origins;
    struct text name; /* of the package: letters, digits, - and . */
    struct text title;
    struct text description;
    /* The tie of an event that a row led to, INTAKE_NONE when it has none; see origins.h. */
    uint32_t (*find_tie)(const void *context, struct origin_reference reference);
    const void *context;
};

/* Write all files into the staged folder. */
bool dataset_writer_write(const struct dataset_plan *plan, struct staging *staging,
                          struct error *error);

#endif
