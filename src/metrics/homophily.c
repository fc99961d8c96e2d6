/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Do ties run outwards or inwards?  The E-I index of Krackhardt and Stern (1988) for each group
 * and for the network: with E ties to another class and I ties within the own one,
 *
 *     (E - I) / (E + I)
 *
 * over the ties whose two groups both have a class.
 */
#include "metrics/family.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "metrics/grouping.h"

struct balance {
    double external;
    double internal;
};

static double index_of(struct balance balance)
{
    double ties = balance.external + balance.internal;
    return ties > 0 ? (balance.external - balance.internal) / ties : (double)NAN;
}

static void count_tie(struct balance *balance, bool is_external, double ties)
{
    *(is_external ? &balance->external : &balance->internal) += ties;
}

static void measure_by(const struct measurement *measurement, enum layer layer, enum class_by by,
                       const char *name)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    size_t n = measurement->selection->groups.count;
    struct balance *groups = alloc_zeroed(n, sizeof *groups);
    struct balance whole = {0};
    struct grouping grouping;
    grouping_find(&grouping, by, measurement, layer);
    for (igraph_integer_t edge = 0; edge < igraph_ecount(&network->simple); edge++) {
        size_t from = (size_t)IGRAPH_FROM(&network->simple, edge);
        size_t to = (size_t)IGRAPH_TO(&network->simple, edge);
        if (grouping.classes[from] == GROUPING_NONE || grouping.classes[to] == GROUPING_NONE)
            continue;
        bool is_external = grouping.classes[from] != grouping.classes[to];
        double ties = VECTOR(network->tie_counts)[edge];
        count_tie(&groups[from], is_external, ties);
        count_tie(&groups[to], is_external, ties);
        count_tie(&whole, is_external, ties);
    }
    double *column = measurement_column(measurement, SCOPE_GROUP, name, layer);
    for (size_t i = 0; i < n; i++)
        column[i] = index_of(groups[i]);
    measurement_set(measurement, name, layer, index_of(whole));
    grouping_release(&grouping);
    free(groups);
}

igraph_error_t measure_homophily(const struct measurement *measurement, enum layer layer)
{
    measure_by(measurement, layer, CLASS_REGION, "ei_region");
    measure_by(measurement, layer, CLASS_KIND, "ei_kind");
    return IGRAPH_SUCCESS;
}
