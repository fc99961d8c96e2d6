/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What figures were made from, as tables: the figures themselves, their options, and the groups,
 * relations and sources in them.  Used by `bloc figure-data`.
 */
#ifndef BLOC_REPORT_FIGURE_DATA_TABLE_H
#define BLOC_REPORT_FIGURE_DATA_TABLE_H

#include "report/figure_data.h"
#include "report/report_table.h"

#include <stdbool.h>
#include <stddef.h>

/* Every table has the rows of all figures, each with the file it stands in. */
struct figure_data_view {
    const char *name;
    bool for_programs; /* only shown to people who ask for it */
    void (*build)(const struct figure_data_list *figures, struct report_table *table);
};

const struct figure_data_view *figure_data_views(size_t *count);

#endif
