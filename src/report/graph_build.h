/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From a selection and what was measured of it to a graph for export.  Used by `bloc export`.
 */
#ifndef BLOC_REPORT_GRAPH_BUILD_H
#define BLOC_REPORT_GRAPH_BUILD_H

#include "base/error.h"
#include "base/text.h"
#include "metrics/metric_table.h"
#include "report/graph.h"
#include "selection/selection.h"

#include <stdbool.h>

/*
 * The graph borrows from the dataset of the selection.  metrics are names of measures of groups and
 * relations, `,` between them, which become attributes; "all" is every one that results has, empty
 * none.  Fails with ERROR_USAGE and the nearest name on an unknown one; *graph is then empty.
 */
bool graph_build(struct graph *graph, const struct selection *selection,
                 const struct metric_results *results, struct text metrics, struct error *error);

#endif
