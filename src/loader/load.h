/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From a folder of tables to a dataset.  Every row read is used, merged (and said so) or
 * rejected with a finding; the totals add up.
 */
#ifndef BLOC_LOADER_LOAD_H
#define BLOC_LOADER_LOAD_H

#include "base/error.h"
#include "base/finding.h"
#include "model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* Rows of one table: read = used + rejected. */
struct table_total {
    const char *file;
    size_t read;
    size_t used;
    size_t rejected;
    size_t merged; /* how many of the used ones repeat another and were merged with it */
};

enum table {
    TABLE_GROUPS,
    TABLE_RELATIONS,
    TABLE_CLAIMS,
    TABLE_SOURCES,
    TABLE_KINDS,
    TABLE_ESTIMATES,
    TABLE_COUNT,
};

struct load_totals {
    struct table_total tables[TABLE_COUNT];
};

/*
 * Load the dataset in a folder.  Problems in the data are findings and loading goes on with
 * what is sound; the error is set only when the folder itself cannot be read.  The dataset
 * is valid (perhaps empty) whenever true is returned.  It must be zero or initialised before,
 * and is to be released in either case; the findings come sorted.
 */
bool load_dataset(const char *folder, struct dataset *dataset, struct findings *findings,
                  struct load_totals *totals, struct error *error);

#endif
