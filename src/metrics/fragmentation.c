/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Into how many pieces, and how unequal.  With s the sizes of the weak components and n groups,
 *
 *     fragmentation          1 - sum s (s-1) / n (n-1)        (Borgatti 2006)
 *     effective components   1 / sum (s/n)^2                  (Laakso and Taagepera 1979)
 */
#include "metrics/family.h"

#include <stdlib.h>

#include "base/alloc.h"

igraph_error_t measure_fragmentation(const struct measurement *measurement, enum layer layer)
{
    size_t n = measurement->selection->groups.count;
    const double *component = measurement_column(measurement, SCOPE_GROUP, "weak_component", layer);
    double *sizes = alloc_zeroed(n, sizeof *sizes);
    double squares = 0;
    for (size_t i = 0; i < n; i++)
        sizes[(size_t)component[i] - 1]++;
    for (size_t i = 0; i < n; i++)
        squares += sizes[i] * sizes[i];
    free(sizes);
    double count = (double)n;
    if (n > 0)
        measurement_set(measurement, "effective_components", layer, count * count / squares);
    if (n > 1)
        measurement_set(measurement, "fragmentation", layer,
                        1 - (squares - count) / (count * (count - 1)));
    return IGRAPH_SUCCESS;
}
