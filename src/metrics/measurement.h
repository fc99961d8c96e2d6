/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a family of measures works on while one selection is measured, and where it puts its
 * results.  Internal to metrics.
 */
#ifndef BLOC_METRICS_MEASUREMENT_H
#define BLOC_METRICS_MEASUREMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "metrics/measure.h"
#include "metrics/metric_table.h"
#include "network/network_igraph.h"
#include "selection/selection.h"

struct measurement {
    const struct selection *selection;
    const struct network *network;
    const struct measure_wish *wish;
    uint64_t seed; /* of the random algorithms */
    struct metric_results *results;
};

/* Did somebody wish for this metric?  The name is the base name, as below. */
bool measurement_wants(const struct measurement *measurement, struct text base, enum layer layer);

/*
 * The values of a column, to be filled or read; the catalogue must have it.  The name is the
 * base name: "betweenness" in LAYER_POSITIVE is the column "betweenness_positive".
 */
double *measurement_column(const struct measurement *measurement, enum metric_scope scope,
                           const char *base, enum layer layer);

/* Set a value of the network table. */
void measurement_set(const struct measurement *measurement, const char *base, enum layer layer,
                     double value);

/* Copy a result of igraph, one value a row. */
void measurement_copy(const struct measurement *measurement, enum metric_scope scope,
                      const char *base, enum layer layer, const igraph_vector_t *values);

#endif
