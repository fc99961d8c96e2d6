/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Is the network built around one group?  Freeman's index: how far all others fall short of
 * the highest score, as a share of the largest possible sum: that of a star of n groups, for
 * eigenvector centrality that of a single pair.
 */
#include "metrics/family.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

static double sum_shortfalls(const double *scores, size_t n)
{
    double highest = 0;
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        highest = fmax(highest, scores[i]);
    for (size_t i = 0; i < n; i++)
        sum += highest - scores[i];
    return sum;
}

/* Those whose index a star of n groups maximises, with the sum that it has there. */
static void measure_stars(const struct measurement *measurement, enum layer layer)
{
    size_t count = measurement->selection->groups.count;
    double n = (double)count;
    bool is_connected =
        *measurement_column(measurement, SCOPE_NETWORK, "weak_components", layer) == 1;
    bool has_pairs = *measurement_column(measurement, SCOPE_NETWORK, "pairs", layer) > 0;
    const struct {
        const char *name;
        const char *scores;
        double star;
        bool is_defined;
    } indices[] = {
        {"degree_centralisation", "neighbours", (n - 1) * (n - 2), true},
        {"betweenness_centralisation", "betweenness", (n - 1) * (n - 1) * (n - 2) / 2, true},
        {"harmonic_centralisation", "harmonic_closeness", (n - 2) / 2, true},
        {"closeness_centralisation", "closeness", (n - 1) * (n - 2) / (2 * n - 3), is_connected},
        {"eigenvector_centralisation", "eigenvector", n - 2, has_pairs},
    };
    for (size_t i = 0; i < sizeof indices / sizeof *indices && count > 2; i++) {
        const double *scores =
            measurement_column(measurement, SCOPE_GROUP, indices[i].scores, layer);
        if (indices[i].is_defined)
            measurement_set(measurement, indices[i].name, layer,
                            sum_shortfalls(scores, count) / indices[i].star);
    }
}

/* Arcs one way, parallel ones merged: most uneven when all have one and the same other end. */
static igraph_error_t measure_direction(const struct measurement *measurement, enum layer layer,
                                        igraph_neimode_t mode, const char *name)
{
    size_t n = measurement->selection->groups.count;
    double others = (double)n - 1;
    igraph_adjlist_t adjacency;
    if (n < 2)
        return IGRAPH_SUCCESS;
    IGRAPH_CHECK(igraph_adjlist_init(&network_get_layer(measurement->network, layer)->arcs,
                                     &adjacency, mode, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    double *scores = alloc_zeroed(n, sizeof *scores);
    for (size_t i = 0; i < n; i++)
        scores[i] =
            (double)igraph_vector_int_size(igraph_adjlist_get(&adjacency, (igraph_integer_t)i));
    measurement_set(measurement, name, layer, sum_shortfalls(scores, n) / (others * others));
    free(scores);
    igraph_adjlist_destroy(&adjacency);
    return IGRAPH_SUCCESS;
}

igraph_error_t measure_centralisation(const struct measurement *measurement, enum layer layer)
{
    measure_stars(measurement, layer);
    IGRAPH_CHECK(measure_direction(measurement, layer, IGRAPH_IN, "in_centralisation"));
    return measure_direction(measurement, layer, IGRAPH_OUT, "out_centralisation");
}
