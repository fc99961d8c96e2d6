/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signed structure as report tables: the measures with their definitions, blocs and groups, the
 * ties at odds with their sources.  Used by `bloc balance` and the report page.
 */
#ifndef BLOC_REPORT_BALANCE_REPORT_H
#define BLOC_REPORT_BALANCE_REPORT_H

#include "metrics/balance.h"
#include "report/report_table.h"
#include "selection/selection.h"

#include <stddef.h>

/* What the tables are made from; all borrowed. */
struct balance_view {
    const struct selection *selection;
    const struct balance *balance;
    const struct balance *before; /* with the signs as the dataset has them, to stand beside; NULL
                                     when no sign was changed */
};

/* One of the tables. */
struct balance_table {
    const char *name;    /* "groups" */
    const char *file;    /* in a folder with other tables: "balance_groups" */
    const char *summary; /* for lists of files: "blocs and signed degrees of the groups" */
    void (*build)(const struct balance_view *view, struct report_table *table);
};

enum balance_table_name {
    BALANCE_MEASURES,
    BALANCE_BLOCS,
    BALANCE_GROUPS,
    BALANCE_TIES,
    BALANCE_PAIRS,
    BALANCE_TRIADS,
    BALANCE_TABLES,
};

/* All of them, by enum balance_table_name, in the order in which they are read. */
const struct balance_table *balance_tables(void);

#endif
