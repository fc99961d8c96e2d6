/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measure a selection: every metric of the catalogue, into metric tables.
 */
#ifndef BLOC_METRICS_MEASURE_H
#define BLOC_METRICS_MEASURE_H

#include "base/error.h"
#include "metrics/metric_table.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stdint.h>

#define MEASURE_DEFAULT_SEED 20140629u

/* Fails only when igraph does; *results is then empty. */
bool measure_selection(const struct selection *selection, uint64_t seed,
                       struct metric_results *results, struct error *error);

#endif
