/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The single catalogue of metrics: what each column is called and what it means.  Readers use
 * metric_catalogue of metrics/metric_table.h; the families that compute columns find them here.
 *
 * A metric that runs in every sign layer has three rows: "betweenness",
 * "betweenness_positive" and "betweenness_negative".
 */
#ifndef BLOC_METRICS_METRIC_H
#define BLOC_METRICS_METRIC_H

#include "metrics/metric_table.h"

#include <stdbool.h>

/* Is this the row for the base name ("betweenness") in the layer? */
bool metric_is_named(const struct metric *metric, const char *base, enum layer layer);

/* All rows that metric_meaning chooses from. */
const struct metric_meaning *metric_meanings(size_t *count);

/* The catalogue's columns of a scope, at the end of a table, every value NAN. */
void metric_add_columns(struct metric_table *table, struct arena *arena, enum metric_scope scope);

/* Put the catalogue's columns of a scope into an empty table, every value NAN. */
void metric_open_table(struct metric_results *results, enum metric_scope scope, size_t row_count);

#endif
