/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Standing that is handed on along ties and fades with each step.  With A the matrix of pairs,
 * B that of arcs (parallel ones merged), L the largest eigenvalue of A and b = 1/2L,
 *
 *     Bonacich power      c = s (I - b A)^-1 A 1      and, with -b, bargaining power
 *     Katz status         t = ((I - b B')^-1 - I) 1   the walks of k arcs that end at the group,
 *                                                     each worth b^k
 *
 * (Bonacich 1987, Katz 1953).  s makes the squares of c sum to the number of groups, as in R's
 * igraph and in UCINET.  L is the Rayleigh quotient of the eigenvector that measure_spectral
 * found; |b| times the eigenvalues of A and of B is at most 1/2, so the power series converges
 * and each term is at most half of the one before.
 */
#include "metrics/family.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

enum {
    TERMS = 64, /* of the series: what is left out is below 2^-64 of the sum */
};

/* to = A from, over the lists of neighbours. */
static void multiply(igraph_adjlist_t *adjacency, const double *from, double *to, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const igraph_vector_int_t *others = igraph_adjlist_get(adjacency, (igraph_integer_t)i);
        to[i] = 0;
        for (igraph_integer_t j = 0; j < igraph_vector_int_size(others); j++)
            to[i] += from[VECTOR(*others)[j]];
    }
}

/* sum = the series of (factor A)^k start over k from 0; start is used up. */
static void sum_series(igraph_adjlist_t *adjacency, double factor, double *start, double *sum,
                       size_t n)
{
    double *next = alloc_zeroed(n, sizeof *next);
    for (size_t i = 0; i < n; i++)
        sum[i] = start[i];
    for (int term = 1; term < TERMS; term++) {
        multiply(adjacency, start, next, n);
        for (size_t i = 0; i < n; i++) {
            start[i] = factor * next[i];
            sum[i] += start[i];
        }
    }
    free(next);
}

static double largest_eigenvalue(const igraph_t *simple, const double *vector, size_t n)
{
    double product = 0;
    double square = 0;
    for (igraph_integer_t edge = 0; edge < igraph_ecount(simple); edge++)
        product += 2 * vector[IGRAPH_FROM(simple, edge)] * vector[IGRAPH_TO(simple, edge)];
    for (size_t i = 0; i < n; i++)
        square += vector[i] * vector[i];
    return product / square;
}

static void measure_power(const struct measurement *measurement, enum layer layer, const char *name,
                          igraph_adjlist_t *adjacency, double factor)
{
    size_t n = measurement->selection->groups.count;
    const double *neighbours = measurement_column(measurement, SCOPE_GROUP, "neighbours", layer);
    double *column = measurement_column(measurement, SCOPE_GROUP, name, layer);
    double *start = alloc_zeroed(n, sizeof *start);
    double squares = 0;
    for (size_t i = 0; i < n; i++)
        start[i] = neighbours[i]; /* A 1 */
    sum_series(adjacency, factor, start, column, n);
    for (size_t i = 0; i < n; i++)
        squares += column[i] * column[i];
    for (size_t i = 0; i < n; i++)
        column[i] *= sqrt((double)n / squares);
    free(start);
}

static void measure_katz(const struct measurement *measurement, enum layer layer,
                         igraph_adjlist_t *followers, double factor)
{
    size_t n = measurement->selection->groups.count;
    double *column = measurement_column(measurement, SCOPE_GROUP, "katz", layer);
    double *start = alloc_zeroed(n, sizeof *start);
    for (size_t i = 0; i < n; i++)
        start[i] = 1;
    sum_series(followers, factor, start, column, n);
    for (size_t i = 0; i < n; i++)
        column[i] -= 1;
    free(start);
}

igraph_error_t measure_influence(const struct measurement *measurement, enum layer layer)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    const double *vector = measurement_column(measurement, SCOPE_GROUP, "eigenvector", layer);
    size_t n = measurement->selection->groups.count;
    igraph_adjlist_t adjacency;
    if (igraph_ecount(&network->simple) == 0)
        return IGRAPH_SUCCESS;
    double factor = 0.5 / largest_eigenvalue(&network->simple, vector, n);

    IGRAPH_CHECK(igraph_adjlist_init(&network->simple, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS,
                                     IGRAPH_NO_MULTIPLE));
    measure_power(measurement, layer, "bonacich_power", &adjacency, factor);
    measure_power(measurement, layer, "bargaining_power", &adjacency, -factor);
    igraph_adjlist_destroy(&adjacency);

    IGRAPH_CHECK(igraph_adjlist_init(&network->arcs, &adjacency, IGRAPH_IN, IGRAPH_NO_LOOPS,
                                     IGRAPH_NO_MULTIPLE));
    measure_katz(measurement, layer, &adjacency, factor);
    igraph_adjlist_destroy(&adjacency);
    return IGRAPH_SUCCESS;
}
