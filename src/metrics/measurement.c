/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/measurement.h"

#include <assert.h>

#include "metrics/metric.h"

double *measurement_column(const struct measurement *measurement, enum metric_scope scope,
                           const char *base, enum layer layer)
{
    const struct metric_table *table = &measurement->results->tables[scope];
    for (size_t i = 0; i < table->columns.count; i++) {
        if (metric_is_named(table->columns.items[i].metric, base, layer))
            return table->columns.items[i].values;
    }
    assert(false && "the catalogue has no such column");
    return NULL;
}

void measurement_set(const struct measurement *measurement, const char *base, enum layer layer,
                     double value)
{
    *measurement_column(measurement, SCOPE_NETWORK, base, layer) = value;
}

void measurement_copy(const struct measurement *measurement, enum metric_scope scope,
                      const char *base, enum layer layer, const igraph_vector_t *values)
{
    double *column = measurement_column(measurement, scope, base, layer);
    for (igraph_integer_t i = 0; i < igraph_vector_size(values); i++)
        column[i] = VECTOR(*values)[i];
}
