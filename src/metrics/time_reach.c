/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Time-respecting reach: whom a group can have influenced when nothing goes back in time (Holme and
 * Saramaki 2012), by dates that leave open when ties held (selection/connection.h).
 */
#include "metrics/family.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "selection/reach.h"

enum {
    MOST_GROUPS_UNASKED = 1000, /* more are searched from only when somebody names the measure */
};

static void count(const struct measurement *measurement, enum layer layer,
                  enum connection_rule rule)
{
    const struct connection_query query = {.layer = layer, .rule = rule};
    const bool certain = rule == CONNECTION_CERTAIN;
    const size_t n = measurement->selection->groups.count;
    double *column = measurement_column(measurement, SCOPE_GROUP,
                                        certain ? "reach_certain" : "reach_possible", layer);
    size_t *reached = alloc_zeroed(n, sizeof *reached);
    double sum = 0;
    reach_count(measurement->selection, &query, reached);
    for (size_t i = 0; i < n; i++) {
        column[i] = (double)reached[i];
        sum += column[i];
    }
    free(reached);
    if (n > 1)
        measurement_set(measurement, certain ? "reachability_certain" : "reachability_possible",
                        layer, sum / ((double)n * ((double)n - 1)));
}

igraph_error_t measure_time_reach(const struct measurement *measurement, enum layer layer)
{
    if (measurement->wish->metrics.length == 0 &&
        measurement->selection->groups.count > MOST_GROUPS_UNASKED)
        return IGRAPH_SUCCESS;
    count(measurement, layer, CONNECTION_POSSIBLE);
    count(measurement, layer, CONNECTION_CERTAIN);
    return IGRAPH_SUCCESS;
}
