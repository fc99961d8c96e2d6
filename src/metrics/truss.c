/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How thickly pairs are held by common partners: the largest k such that the pair is in a set of
 * pairs each of which is part of k - 2 triangles of the set (Cohen 2008).
 */
#include "metrics/family.h"

#include <math.h>

static void report(const struct measurement *measurement, enum layer layer,
                   const igraph_vector_int_t *truss)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    double *groups = measurement_column(measurement, SCOPE_GROUP, "truss", layer);
    double *relations = measurement_column(measurement, SCOPE_RELATION, "truss", layer);
    double highest = 0;
    for (size_t i = 0; i < measurement->selection->groups.count; i++)
        groups[i] = 0;
    for (igraph_integer_t edge = 0; edge < igraph_vector_int_size(truss); edge++) {
        double k = (double)VECTOR(*truss)[edge];
        double *from = &groups[IGRAPH_FROM(&network->simple, edge)];
        double *to = &groups[IGRAPH_TO(&network->simple, edge)];
        *from = fmax(*from, k);
        *to = fmax(*to, k);
        highest = fmax(highest, k);
    }
    for (size_t i = 0; i < measurement->selection->relations.count; i++)
        if (network->edges[i] != NETWORK_ABSENT)
            relations[i] = (double)VECTOR(*truss)[network->edges[i]];
    measurement_set(measurement, "highest_truss", layer, highest);
}

igraph_error_t measure_truss(const struct measurement *measurement, enum layer layer)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    igraph_vector_int_t truss;
    IGRAPH_CHECK(igraph_vector_int_init(&truss, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &truss);
    if (igraph_ecount(simple) > 0)
        IGRAPH_CHECK(igraph_trussness(simple, &truss));
    report(measurement, layer, &truss);
    igraph_vector_int_destroy(&truss);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
