/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How two groups are connected, as report tables.  Used by `bloc path`.
 */
#ifndef BLOC_REPORT_PATH_REPORT_H
#define BLOC_REPORT_PATH_REPORT_H

#include "report/report_table.h"
#include "selection/connection.h"

#include <stddef.h>

enum {
    PATH_SUMMARY, /* one row a rule of time: length and number of the shortest paths */
    PATH_PATHS,   /* one row a path: its groups and its sign */
    PATH_STEPS,   /* one row a tie of a step: kind, dates, claims, sources */
    PATH_TABLES,
};

/*
 * Find the paths by each rule and fill the tables; at most `most` paths of a rule are listed, the
 * first in the order of the dataset.  A path
 * with the same ties by several rules has one number and its steps once.  The rule of the query is ignored.  Returns false when the
 * two groups are not connected; the tables then say so.
 */
bool path_report_build(const struct selection *selection, const struct connection_query *query,
                       size_t most, struct report_table tables[PATH_TABLES]);

#endif
