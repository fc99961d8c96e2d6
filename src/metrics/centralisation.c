/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Is the network built around one group?  Freeman's index: how far all others fall short of
 * the highest score, as a share of the same sum in a star of n groups, where it is largest.
 */
#include "metrics/family.h"

#include <math.h>

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

igraph_error_t measure_centralisation(const struct measurement *measurement, enum layer layer)
{
    size_t count = measurement->selection->groups.count;
    double n = (double)count;
    const struct {
        const char *name;
        const char *scores;
        double star;
    } indices[] = {
        {"degree_centralisation", "neighbours", (n - 1) * (n - 2)},
        {"betweenness_centralisation", "betweenness", (n - 1) * (n - 1) * (n - 2) / 2},
        {"harmonic_centralisation", "harmonic_closeness", (n - 2) / 2},
    };
    if (count < 3)
        return IGRAPH_SUCCESS;
    for (size_t i = 0; i < sizeof indices / sizeof *indices; i++) {
        const double *scores =
            measurement_column(measurement, SCOPE_GROUP, indices[i].scores, layer);
        measurement_set(measurement, indices[i].name, layer,
                        sum_shortfalls(scores, count) / indices[i].star);
    }
    return IGRAPH_SUCCESS;
}
