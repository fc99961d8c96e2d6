/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What became of every row of the files read, one record a row.  Records go to a temporary file
 * while rows are read, since the ids of relations are known only at the end, and become
 * origins.csv then; memory does not grow with the rows.
 */
#ifndef BLOC_IMPORTER_ORIGINS_H
#define BLOC_IMPORTER_ORIGINS_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/list.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum row_outcome {
    ROW_PENDING,
    ROW_USED,
    ROW_MERGED,
    ROW_REJECTED,
};

/* "used", "merged", "rejected" */
const char *row_outcome_name(enum row_outcome outcome);

#define ORIGIN_TIE INT32_MIN

/* What a row led to: a tie, or an event of a day whose tie is found at the end. */
struct origin_reference {
    uint32_t number; /* of the tie, or of the events' cell */
    int32_t day;     /* ORIGIN_TIE = number is that of a tie */
};

LIST(origin_reference_list, struct origin_reference);

struct origin {
    uint32_t source;
    uint32_t line;
    struct text id;
    enum row_outcome outcome;
    uint32_t reason; /* catalogue entry of a rejection */
    const struct origin_reference *references;
    size_t reference_count;
};

/* The zero value keeps nothing. */
struct origins {
    FILE *file; /* NULL = not kept */
    size_t count;
    char *block; /* bytes on their way to the file, or from it */
    size_t used;
    size_t next; /* to be read */
};

/* Begin to keep records; fails when no temporary file can be made. */
bool origins_open(struct origins *origins, struct error *error);
void origins_close(struct origins *origins);

void origins_add(struct origins *origins, const struct origin *origin);

/*
 * Go through the records in their order: visit is called for each.  Fails when they could not be
 * written or read, or when visit does.
 */
bool origins_visit(struct origins *origins,
                   bool (*visit)(void *context, const struct origin *origin, struct error *error),
                   void *context, struct error *error);

#endif
