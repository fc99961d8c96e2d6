/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Closure: are the neighbours of a group tied to each other, and does that leave it holes to
 * broker across (constraint)?
 */
#include "metrics/family.h"

#include <math.h>

/* igraph's isolates are set to NAN here, whatever it makes of them. */
static igraph_error_t measure_constraint(const struct measurement *measurement, enum layer layer,
                                         igraph_vector_t *scratch)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    if (igraph_ecount(&network->simple) == 0)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(
        igraph_constraint(&network->simple, scratch, igraph_vss_all(), &network->tie_counts));
    measurement_copy(measurement, SCOPE_GROUP, "constraint", layer, scratch);
    const double *neighbours = measurement_column(measurement, SCOPE_GROUP, "neighbours", layer);
    double *column = measurement_column(measurement, SCOPE_GROUP, "constraint", layer);
    for (size_t i = 0; i < measurement->selection->groups.count; i++) {
        if (neighbours[i] < 1)
            column[i] = (double)NAN;
    }
    return IGRAPH_SUCCESS;
}

/* Every triangle makes three closed triples, one at each of its groups. */
static void sum_triangles(const struct measurement *measurement, enum layer layer,
                          const double *clustering)
{
    const double *neighbours = measurement_column(measurement, SCOPE_GROUP, "neighbours", layer);
    size_t n = measurement->selection->groups.count;
    double triples = 0;
    double closed = 0;
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double own = neighbours[i] * (neighbours[i] - 1) / 2;
        if (own < 1)
            continue;
        triples += own;
        closed += round(clustering[i] * own);
        sum += clustering[i];
    }
    measurement_set(measurement, "triangles", layer, closed / 3);
    if (n > 0)
        measurement_set(measurement, "mean_clustering", layer, sum / (double)n);
    if (triples > 0)
        measurement_set(measurement, "transitivity", layer, closed / triples);
}

/* Weighted by the number of ties of each pair; igraph gives NAN below two neighbours. */
static igraph_error_t measure_weighted(const struct measurement *measurement, enum layer layer,
                                       igraph_vector_t *scratch)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    IGRAPH_CHECK(igraph_transitivity_barrat(&network->simple, scratch, igraph_vss_all(),
                                            &network->tie_counts, IGRAPH_TRANSITIVITY_NAN));
    measurement_copy(measurement, SCOPE_GROUP, "weighted_clustering", layer, scratch);
    return IGRAPH_SUCCESS;
}

igraph_error_t measure_clustering(const struct measurement *measurement, enum layer layer)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    igraph_vector_t scratch;
    IGRAPH_CHECK(igraph_vector_init(&scratch, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &scratch);
    IGRAPH_CHECK(measure_constraint(measurement, layer, &scratch));
    IGRAPH_CHECK(igraph_transitivity_local_undirected(simple, &scratch, igraph_vss_all(),
                                                      IGRAPH_TRANSITIVITY_NAN));
    measurement_copy(measurement, SCOPE_GROUP, "local_clustering", layer, &scratch);
    sum_triangles(measurement, layer, VECTOR(scratch));
    IGRAPH_CHECK(measure_weighted(measurement, layer, &scratch));
    igraph_vector_destroy(&scratch);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
