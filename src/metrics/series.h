/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measure a selection over time: every metric of the network in windows of one step, and what
 * changed from each window to the next.
 */
#ifndef BLOC_METRICS_SERIES_H
#define BLOC_METRICS_SERIES_H

#include "base/error.h"
#include "metrics/metric_series.h"
#include "selection/query.h"

#include <stdbool.h>

#define SERIES_MOST_WINDOWS 1200 /* a hundred years of months */

/*
 * The range is the window of the query; where that has no bound or there is none, from the first to
 * the last day that the dates of the chosen ties name.  Whole years, quarters or months: the first
 * and the last window may reach beyond it.  Fails (ERROR_USAGE) when no date gives a range or there
 * are too many windows, and when igraph does; *series is then empty.
 */
bool series_measure(const struct dataset *dataset, const struct selection_query *query,
                    enum series_step step, uint64_t seed, struct metric_series *series,
                    struct error *error);

#endif
