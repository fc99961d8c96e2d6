/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Is the network a world of camps?  Maoz (2006) multiplies how cohesive blocs are with how
 * little they overlap.  Here blocs are the communities of positive ties with two groups or more,
 * and with n_b groups and p_b tied pairs in bloc b,
 *
 *     cohesion       sum n_b d_b / sum n_b,   d_b = 2 p_b / n_b (n_b - 1)
 *     non-overlap    sum p_b / the positive pairs
 *     polarisation   cohesion times non-overlap
 *
 * Maoz takes cliques of weighted alliances for blocs, so his values and these do not compare.
 */
#include "metrics/family.h"

#include <stdlib.h>

#include "base/alloc.h"

struct bloc {
    double groups;
    double pairs; /* positive, within */
};

/* By number of the community; free it. */
static struct bloc *find_blocs(const double *community, size_t n, const igraph_t *friendly,
                               double *within)
{
    struct bloc *blocs = alloc_zeroed(n, sizeof *blocs);
    for (size_t i = 0; i < n; i++)
        blocs[(size_t)community[i] - 1].groups++;
    for (igraph_integer_t edge = 0; edge < igraph_ecount(friendly); edge++) {
        double bloc = community[IGRAPH_FROM(friendly, edge)];
        if (bloc != community[IGRAPH_TO(friendly, edge)])
            continue;
        blocs[(size_t)bloc - 1].pairs++;
        ++*within;
    }
    return blocs;
}

/* Share of the hostile pairs between members of blocs whose blocs differ. */
static void measure_hostility(const struct measurement *measurement, const double *community,
                              const struct bloc *blocs)
{
    const igraph_t *hostile = &network_get_layer(measurement->network, LAYER_NEGATIVE)->simple;
    double pairs = 0;
    double between = 0;
    for (igraph_integer_t edge = 0; edge < igraph_ecount(hostile); edge++) {
        size_t from = (size_t)community[IGRAPH_FROM(hostile, edge)] - 1;
        size_t to = (size_t)community[IGRAPH_TO(hostile, edge)] - 1;
        if (blocs[from].groups < 2 || blocs[to].groups < 2)
            continue;
        pairs++;
        between += from != to ? 1 : 0;
    }
    if (pairs > 0)
        measurement_set(measurement, "hostility_between", LAYER_ALL, between / pairs);
}

igraph_error_t measure_polarisation(const struct measurement *measurement, enum layer layer)
{
    const igraph_t *friendly = &network_get_layer(measurement->network, LAYER_POSITIVE)->simple;
    if (layer != LAYER_ALL || igraph_ecount(friendly) == 0)
        return IGRAPH_SUCCESS;
    size_t n = measurement->selection->groups.count;
    const double *community =
        measurement_column(measurement, SCOPE_GROUP, "community", LAYER_POSITIVE);
    double within = 0;
    double groups = 0;
    double cohesion = 0;
    struct bloc *blocs = find_blocs(community, n, friendly, &within);
    for (size_t b = 0; b < n && blocs[b].groups > 1; b++) {
        groups += blocs[b].groups;
        cohesion += 2 * blocs[b].pairs / (blocs[b].groups - 1);
    }
    double pairs = (double)igraph_ecount(friendly);
    measurement_set(measurement, "polarisation", LAYER_ALL,
                    groups > 0 ? cohesion / groups * (within / pairs) : 0);
    measure_hostility(measurement, community, blocs);
    free(blocs);
    return IGRAPH_SUCCESS;
}
