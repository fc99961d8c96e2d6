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

#include "network/igraph_calls.h"
#include "network/igraph_guard.h"

/* Eigenvalues of two components that differ by a smaller share are the same. */
static const double same_eigenvalue = 1e-9;
static const igraph_integer_t most_iterations = 1000000;

/* The principal eigenvector of a connected graph and its eigenvalue. */
static igraph_error_t solve_component(const struct measurement *measurement, const igraph_t *graph,
                                      igraph_vector_t *vector, double *eigenvalue)
{
    igraph_arpack_options_t options;
    /* igraph starts from the degrees and a little random noise. */
    igraph_guard_seed(measurement->seed);
    igraph_arpack_options_init(&options);
    options.mxiter = (int)most_iterations;
    IGRAPH_CHECK(call_eigenvector_centrality(graph, vector, eigenvalue, &options));
    return IGRAPH_SUCCESS;
}

/* The vertices of each component, ascending. */
static igraph_error_t list_components(const igraph_t *graph, igraph_vector_int_list_t *components)
{
    igraph_vector_int_t membership;
    igraph_integer_t count = 0;
    IGRAPH_CHECK(igraph_vector_int_init(&membership, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &membership);
    IGRAPH_CHECK(igraph_connected_components(graph, &membership, NULL, &count, IGRAPH_WEAK));
    IGRAPH_CHECK(igraph_vector_int_list_resize(components, count));
    for (igraph_integer_t vertex = 0; vertex < igraph_vcount(graph); vertex++)
        IGRAPH_CHECK(igraph_vector_int_push_back(
            igraph_vector_int_list_get_ptr(components, VECTOR(membership)[vertex]), vertex));
    igraph_vector_int_destroy(&membership);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Solve the component of these vertices and put its entries into the vector of the whole. */
static igraph_error_t fill_component(const struct measurement *measurement, const igraph_t *graph,
                                     const igraph_vector_int_t *vertices, igraph_vector_t *vector,
                                     double *eigenvalue)
{
    igraph_t component;
    igraph_vector_t entries;
    IGRAPH_CHECK(igraph_vector_init(&entries, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &entries);
    IGRAPH_CHECK(igraph_induced_subgraph(graph, &component, igraph_vss_vector(vertices),
                                         IGRAPH_SUBGRAPH_CREATE_FROM_SCRATCH));
    IGRAPH_FINALLY(igraph_destroy, &component);
    IGRAPH_CHECK(solve_component(measurement, &component, &entries, eigenvalue));
    /* igraph's own scaling leaves the largest entry a rounding error away from 1. */
    double peak = igraph_vector_max(&entries);
    /* Induced subgraphs keep the order of the vertices, which the list has ascending. */
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(vertices); i++)
        VECTOR(*vector)[VECTOR(*vertices)[i]] = fmax(VECTOR(entries)[i] / peak, 0);
    igraph_destroy(&component);
    igraph_vector_destroy(&entries);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

/* Entries of components whose eigenvalue is not the largest become 0. */
static void keep_largest(const igraph_vector_int_list_t *components,
                         const igraph_vector_t *eigenvalues, igraph_vector_t *vector)
{
    double largest = igraph_vector_max(eigenvalues);
    for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(components); i++) {
        const igraph_vector_int_t *vertices = igraph_vector_int_list_get_ptr(components, i);
        if (VECTOR(*eigenvalues)[i] >= largest * (1 - same_eigenvalue))
            continue;
        for (igraph_integer_t j = 0; j < igraph_vector_int_size(vertices); j++)
            VECTOR(*vector)[VECTOR(*vertices)[j]] = 0;
    }
}

static igraph_error_t solve_components(const struct measurement *measurement, const igraph_t *graph,
                                       const igraph_vector_int_list_t *components,
                                       igraph_vector_t *vector)
{
    igraph_integer_t count = igraph_vector_int_list_size(components);
    igraph_vector_t eigenvalues;
    IGRAPH_CHECK(igraph_vector_init(&eigenvalues, count));
    IGRAPH_FINALLY(igraph_vector_destroy, &eigenvalues);
    for (igraph_integer_t i = 0; i < count; i++) {
        const igraph_vector_int_t *vertices = igraph_vector_int_list_get_ptr(components, i);
        if (igraph_vector_int_size(vertices) > 1)
            IGRAPH_CHECK(
                fill_component(measurement, graph, vertices, vector, &VECTOR(eigenvalues)[i]));
    }
    keep_largest(components, &eigenvalues, vector);
    igraph_vector_destroy(&eigenvalues);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/*
 * Principal eigenvector of an undirected graph with at least one edge.  Each component is solved
 * alone: where several share the largest eigenvalue, what a solver finds for the whole depends on
 * where it starts.
 */
static igraph_error_t find_principal(const struct measurement *measurement, const igraph_t *graph,
                                     igraph_vector_t *vector)
{
    igraph_vector_int_list_t components;
    IGRAPH_CHECK(igraph_vector_int_list_init(&components, 0));
    IGRAPH_FINALLY(igraph_vector_int_list_destroy, &components);
    IGRAPH_CHECK(list_components(graph, &components));
    IGRAPH_CHECK(igraph_vector_resize(vector, igraph_vcount(graph)));
    igraph_vector_null(vector);
    IGRAPH_CHECK(solve_components(measurement, graph, &components, vector));
    igraph_vector_int_list_destroy(&components);
    IGRAPH_FINALLY_CLEAN(1);
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
