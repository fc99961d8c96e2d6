/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Metric results as report tables, with the names of the groups beside the numbers and the
 * sign policy below them.  Used by `bloc metrics`, the report's tables and the page.
 */
#ifndef BLOC_REPORT_METRIC_REPORT_H
#define BLOC_REPORT_METRIC_REPORT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "metrics/metric_table.h"
#include "report/report_table.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stdint.h>

/* What is wanted of one table of results; the zero value wants all of it as it stands. */
struct metric_wish {
    enum metric_scope scope;
    struct text metrics; /* names, `,` between them; empty = all, people see the chief ones */
    struct text sort;    /* name of a metric, largest first; empty = order of the data */
    size_t top;          /* rows to keep; 0 = all */
};

/*
 * Build the table.  Fails with ERROR_USAGE and the nearest name on an unknown metric; *table
 * is then released.
 */
bool metric_report_build(const struct selection *selection, const struct metric_results *results,
                         const struct metric_wish *wish, struct report_table *table,
                         struct error *error);

/* The column of that name; NULL and ERROR_USAGE with the nearest name when there is none. */
const struct metric_column *metric_report_find(const struct metric_table *results, struct text name,
                                               struct error *error);

/* Add the names of the metrics that people are shown of a scope when they name none, commas
 * between them, without those that number classes. */
void metric_report_add_chief(enum metric_scope scope, struct buffer *names);

/* The seed of the random algorithms, as a note of the table. */
void metric_report_add_seed(uint64_t seed, struct report_table *table);

/* The sign of each kind among the chosen relations, as a note of the table. */
void metric_report_add_sign_policy(const struct selection *selection, struct report_table *table);

#endif
