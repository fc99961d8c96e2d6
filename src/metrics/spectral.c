/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Importance from important neighbours.  The principal eigenvector of a network of several
 * components is unique only within the components that have the largest eigenvalue, so that
 * is what is reported: each of them scaled alone, 0 everywhere else.
 *
 * Hubs and authorities are the principal eigenvector of the bipartite graph that has every
 * group twice, as source and as target, and an edge for every arc: its square has the blocks
 * A A' and A' A.  Components of that graph are handled in the same way.
 */
#include "metrics/family.h"

#include <math.h>

#include "network/igraph_guard.h"

/* Share of the largest entry below which an entry is rounding noise of another eigenvalue. */
static const double noise = 1e-8;
static const igraph_integer_t most_iterations = 1000000;

/* Scale each component to a largest entry of 1; components of noise to 0. */
static void scale_components(igraph_vector_t *vector, const igraph_vector_int_t *membership,
                             igraph_vector_t *largest)
{
    double overall = 0;
    igraph_vector_null(largest);
    for (igraph_integer_t i = 0; i < igraph_vector_size(vector); i++) {
        double *peak = &VECTOR(*largest)[VECTOR(*membership)[i]];
        *peak = fmax(*peak, VECTOR(*vector)[i]);
        overall = fmax(overall, *peak);
    }
    for (igraph_integer_t i = 0; i < igraph_vector_size(vector); i++) {
        double peak = VECTOR(*largest)[VECTOR(*membership)[i]];
        double entry = peak > noise * overall ? VECTOR(*vector)[i] / peak : 0;
        VECTOR(*vector)[i] = fmax(entry, 0);
    }
}

/* Principal eigenvector of an undirected graph with at least one edge. */
static igraph_error_t find_principal(const struct measurement *measurement, const igraph_t *graph,
                                     igraph_vector_t *vector)
{
    igraph_arpack_options_t options;
    igraph_vector_int_t membership;
    igraph_vector_t largest;
    IGRAPH_CHECK(igraph_vector_int_init(&membership, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &membership);
    IGRAPH_CHECK(igraph_vector_init(&largest, igraph_vcount(graph)));
    IGRAPH_FINALLY(igraph_vector_destroy, &largest);

    /* igraph starts from the degrees and a little random noise. */
    igraph_guard_seed(measurement->seed);
    igraph_arpack_options_init(&options);
    options.mxiter = (int)most_iterations;
    IGRAPH_CHECK(igraph_eigenvector_centrality(graph, vector, NULL, IGRAPH_UNDIRECTED,
                                               /* scale = */ true, NULL, &options));
    IGRAPH_CHECK(igraph_connected_components(graph, &membership, NULL, NULL, IGRAPH_WEAK));
    scale_components(vector, &membership, &largest);

    igraph_vector_destroy(&largest);
    igraph_vector_int_destroy(&membership);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static igraph_error_t measure_eigenvector(const struct measurement *measurement, enum layer layer,
                                          igraph_vector_t *vector)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    if (igraph_ecount(simple) == 0)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(find_principal(measurement, simple, vector));
    measurement_copy(measurement, SCOPE_GROUP, "eigenvector", layer, vector);
    return IGRAPH_SUCCESS;
}

/* Vertex i is group i as source, vertex n + i group i as target. */
static igraph_error_t build_bipartite(igraph_t *bipartite, const igraph_t *arcs)
{
    igraph_integer_t n = igraph_vcount(arcs);
    igraph_integer_t count = igraph_ecount(arcs);
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 2 * count));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (igraph_integer_t arc = 0; arc < count; arc++) {
        VECTOR(ends)[2 * arc] = IGRAPH_FROM(arcs, arc);
        VECTOR(ends)[2 * arc + 1] = n + IGRAPH_TO(arcs, arc);
    }
    IGRAPH_CHECK(igraph_create(bipartite, &ends, 2 * n, IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* One half of the bipartite vector, its largest entry scaled to 1. */
static void write_half(double *column, size_t n, const double *half)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, half[i]);
    for (size_t i = 0; i < n; i++)
        column[i] = half[i] / largest;
}

static igraph_error_t measure_hubs(const struct measurement *measurement, enum layer layer,
                                   igraph_vector_t *vector)
{
    const igraph_t *arcs = &network_get_layer(measurement->network, layer)->arcs;
    igraph_t bipartite;
    if (igraph_ecount(arcs) == 0)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(build_bipartite(&bipartite, arcs));
    IGRAPH_FINALLY(igraph_destroy, &bipartite);
    IGRAPH_CHECK(find_principal(measurement, &bipartite, vector));
    igraph_destroy(&bipartite);
    IGRAPH_FINALLY_CLEAN(1);

    size_t n = measurement->selection->groups.count;
    write_half(measurement_column(measurement, SCOPE_GROUP, "hub", layer), n, VECTOR(*vector));
    write_half(measurement_column(measurement, SCOPE_GROUP, "authority", layer), n,
               VECTOR(*vector) + n);
    return IGRAPH_SUCCESS;
}

igraph_error_t measure_spectral(const struct measurement *measurement, enum layer layer)
{
    igraph_vector_t scratch;
    IGRAPH_CHECK(igraph_vector_init(&scratch, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &scratch);
    IGRAPH_CHECK(measure_eigenvector(measurement, layer, &scratch));
    IGRAPH_CHECK(measure_hubs(measurement, layer, &scratch));
    igraph_vector_destroy(&scratch);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
