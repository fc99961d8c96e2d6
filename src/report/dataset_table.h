/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is in a selection, as tables: its groups, relations, claims, sources, kinds and
 * estimates.  Used by `bloc list`, the report's tables and the page.
 */
#ifndef BLOC_REPORT_DATASET_TABLE_H
#define BLOC_REPORT_DATASET_TABLE_H

#include "base/error.h"
#include "base/text.h"
#include "report/report_table.h"
#include "selection/selection.h"

#include <stddef.h>

/*
 * One thing to list.  Groups, relations and claims are those of the selection.  Sources and
 * kinds are those its relations use, or all when every relation is chosen.  Estimates are
 * those of its groups and relations.
 */
struct dataset_view {
    const char *name;
    const char *summary;
    void (*build)(const struct selection *selection, struct report_table *table);
};

const struct dataset_view *dataset_views(size_t *count);

/* By name; NULL and an ERROR_USAGE with a suggestion when there is none. */
const struct dataset_view *dataset_view_find(struct text name, struct error *error);

/* How many chosen relations each group of the dataset has; by group_id, free with list_free. */
size_t *dataset_count_ties(const struct selection *selection);

#endif
