/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/measurement.h"

#include <assert.h>

#include "metrics/metric.h"

/* Is the name "betweenness_positive" for the base "betweenness" in the positive layer? */
static bool is_in_layer(struct text name, struct text base, enum layer layer)
{
    if (layer == LAYER_ALL)
        return text_equal(name, base);
    size_t length = base.length + 1;
    return name.length > length && text_equal((struct text){name.at, base.length}, base) &&
           name.at[base.length] == '_' &&
           text_equal_string((struct text){name.at + length, name.length - length},
                             layer_name(layer));
}

bool measurement_wants(const struct measurement *measurement, struct text base, enum layer layer)
{
    struct text rest = measurement->wish->metrics;
    struct text name;
    if (rest.length == 0)
        return true;
    while (text_next_piece(&rest, ',', &name)) {
        for (int named = 0; named < LAYER_COUNT; named++) {
            bool is_meant = measurement->wish->every_layer || named == (int)layer;
            if (is_meant && is_in_layer(text_trim(name), base, (enum layer)named))
                return true;
        }
    }
    return false;
}

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
