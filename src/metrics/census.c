/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Counts of the small directed patterns.  They run over the arcs with parallel ones merged,
 * since a pattern asks whether there is an arc, not how many.
 */
#include "metrics/family.h"

/* In the order of igraph_triad_census, which is that of Holland and Leinhardt. */
static const char *const triads[] = {
    "triads_003",  "triads_012",  "triads_102",  "triads_021D", "triads_021U", "triads_021C",
    "triads_111D", "triads_111U", "triads_030T", "triads_030C", "triads_201",  "triads_120D",
    "triads_120U", "triads_120C", "triads_210",  "triads_300",
};

static igraph_error_t count_dyads(const struct measurement *measurement, enum layer layer,
                                  const igraph_t *digraph)
{
    double n = (double)igraph_vcount(digraph);
    double arcs = (double)igraph_ecount(digraph);
    double mutual = 0;
    double asymmetric = 0;
    double null = 0;
    if (n > 1)
        IGRAPH_CHECK(igraph_dyad_census(digraph, &mutual, &asymmetric, &null));
    measurement_set(measurement, "dyads_mutual", layer, mutual);
    measurement_set(measurement, "dyads_asymmetric", layer, asymmetric);
    measurement_set(measurement, "dyads_null", layer, null);
    if (n > 1)
        measurement_set(measurement, "arc_density", layer, arcs / (n * (n - 1)));
    if (arcs > 0)
        measurement_set(measurement, "reciprocity", layer, 2 * mutual / arcs);
    return IGRAPH_SUCCESS;
}

static igraph_error_t count_triads(const struct measurement *measurement, enum layer layer,
                                   const igraph_t *digraph)
{
    igraph_vector_t counts;
    igraph_integer_t types = sizeof triads / sizeof *triads;
    IGRAPH_CHECK(igraph_vector_init(&counts, types));
    IGRAPH_FINALLY(igraph_vector_destroy, &counts);
    if (igraph_vcount(digraph) > 2)
        IGRAPH_CHECK(igraph_triad_census(digraph, &counts));
    for (igraph_integer_t i = 0; i < types; i++)
        measurement_set(measurement, triads[i], layer, VECTOR(counts)[i]);
    igraph_vector_destroy(&counts);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

igraph_error_t measure_census(const struct measurement *measurement, enum layer layer)
{
    igraph_t digraph;
    IGRAPH_CHECK(igraph_copy(&digraph, &network_get_layer(measurement->network, layer)->arcs));
    IGRAPH_FINALLY(igraph_destroy, &digraph);
    IGRAPH_CHECK(igraph_simplify(&digraph, /* multiple = */ true, /* loops = */ true, NULL));
    IGRAPH_CHECK(count_dyads(measurement, layer, &digraph));
    IGRAPH_CHECK(count_triads(measurement, layer, &digraph));
    igraph_destroy(&digraph);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
