/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measures over time, as plain tables: one row a window, one column a measure of the network or of
 * the period.  Read by figure, report and cli; filled by metrics/series.h.
 *
 * Every measure stands in it twice.  `all` counts whatever the dates allow: the ties that held in
 * the window certainly or possibly.  `certain` counts the ties that certainly did: of the changes
 * from one window to the next those that are certain at both ends.
 */
#ifndef BLOC_METRICS_METRIC_SERIES_H
#define BLOC_METRICS_METRIC_SERIES_H

#include "metrics/metric_table.h"
#include "model/dataset.h"

#include <stdbool.h>

enum series_step {
    STEP_YEAR,
    STEP_QUARTER,
    STEP_MONTH,
    STEP_COUNT,
};

/* The zero value is an empty series. */
struct metric_series {
    struct arena arena;
    enum series_step step;
    struct window_list windows; /* one behind the other; their texts name them: "2014", "2014-Q3" */
    struct metric_table all;
    struct metric_table certain;
    uint64_t seed;
};

void metric_series_release(struct metric_series *series);

/* "year", "quarter", "month". */
const char *series_step_name(enum series_step step);
bool series_step_from_text(struct text text, enum series_step *step);

#endif
