/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What shortest paths tell: who lies between, who is near, and how far apart the network is.
 * Paths run over the simple view, every pair one step, direction left aside.
 */
#include "metrics/family.h"

static igraph_error_t measure_groups(const struct measurement *measurement, enum layer layer,
                                     const igraph_t *simple, igraph_vector_t *scratch)
{
    IGRAPH_CHECK(igraph_betweenness(simple, scratch, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL));
    measurement_copy(measurement, SCOPE_GROUP, "betweenness", layer, scratch);
    size_t n = measurement->selection->groups.count;
    if (n < 2)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_harmonic_centrality(simple, scratch, igraph_vss_all(), IGRAPH_ALL, NULL,
                                            /* normalized = */ true));
    measurement_copy(measurement, SCOPE_GROUP, "harmonic_closeness", layer, scratch);
    /* The mean over pairs is the mean over groups of their means. */
    measurement_set(measurement, "efficiency", layer, igraph_vector_sum(scratch) / (double)n);
    return IGRAPH_SUCCESS;
}

static igraph_error_t measure_relations(const struct measurement *measurement, enum layer layer,
                                        const struct network_layer *network,
                                        igraph_vector_t *scratch)
{
    IGRAPH_CHECK(igraph_edge_betweenness(&network->simple, scratch, IGRAPH_UNDIRECTED, NULL));
    double *column = measurement_column(measurement, SCOPE_RELATION, "edge_betweenness", layer);
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        if (network->edges[i] != NETWORK_ABSENT)
            column[i] = VECTOR(*scratch)[network->edges[i]];
    }
    return IGRAPH_SUCCESS;
}

/* The histogram counts the pairs of groups at distance 1, 2, ... */
static igraph_error_t measure_lengths(const struct measurement *measurement, enum layer layer,
                                      const igraph_t *simple, igraph_vector_t *histogram)
{
    double out_of_reach;
    if (igraph_ecount(simple) == 0)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_path_length_hist(simple, histogram, &out_of_reach, IGRAPH_UNDIRECTED));
    double pairs = 0;
    double steps = 0;
    igraph_integer_t longest = igraph_vector_size(histogram);
    for (igraph_integer_t i = 0; i < longest; i++) {
        pairs += VECTOR(*histogram)[i];
        steps += (double)(i + 1) * VECTOR(*histogram)[i];
    }
    measurement_set(measurement, "diameter", layer, (double)longest);
    measurement_set(measurement, "mean_distance", layer, steps / pairs);
    return IGRAPH_SUCCESS;
}

igraph_error_t measure_distance(const struct measurement *measurement, enum layer layer)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    igraph_vector_t scratch;
    IGRAPH_CHECK(igraph_vector_init(&scratch, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &scratch);
    IGRAPH_CHECK(measure_groups(measurement, layer, &network->simple, &scratch));
    IGRAPH_CHECK(measure_relations(measurement, layer, network, &scratch));
    IGRAPH_CHECK(measure_lengths(measurement, layer, &network->simple, &scratch));
    igraph_vector_destroy(&scratch);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
