/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core and periphery; the method is in core_search.h. */
#include "metrics/family.h"

#include "metrics/core_search.h"

enum {
    EFFORT = 4000000, /* a few milliseconds */
};

igraph_error_t measure_core(const struct measurement *measurement, enum layer layer)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    igraph_adjlist_t adjacency;
    struct core_split split;
    IGRAPH_CHECK(
        igraph_adjlist_init(simple, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE));
    core_search(&split, &adjacency, EFFORT);
    igraph_adjlist_destroy(&adjacency);

    double *column = measurement_column(measurement, SCOPE_GROUP, "core", layer);
    for (size_t i = 0; split.size > 0 && i < measurement->selection->groups.count; i++)
        column[i] = split.members[i];
    measurement_set(measurement, "core_fit", layer, split.fit);
    measurement_set(measurement, "core_fit_bound", layer, split.bound);
    if (split.size > 0)
        measurement_set(measurement, "core_size", layer, (double)split.size);
    core_split_release(&split);
    return IGRAPH_SUCCESS;
}
