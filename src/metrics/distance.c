/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What shortest paths tell: who lies between, who is near, and how far apart the network is.
 * Paths run over the simple view, every pair one step, direction left aside.
 */
#include "metrics/family.h"

#include <math.h>

#include "metrics/paths.h"

static void report_groups(const struct measurement *measurement, enum layer layer,
                          const struct paths *paths)
{
    size_t n = measurement->selection->groups.count;
    double *betweenness = measurement_column(measurement, SCOPE_GROUP, "betweenness", layer);
    double *harmonic = measurement_column(measurement, SCOPE_GROUP, "harmonic_closeness", layer);
    double *closeness = measurement_column(measurement, SCOPE_GROUP, "closeness", layer);
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        betweenness[i] = paths->betweenness[i];
        if (paths->in_reach[i] > 0)
            closeness[i] = paths->in_reach[i] / paths->farness[i];
    }
    if (n < 2)
        return;
    for (size_t i = 0; i < n; i++) {
        harmonic[i] = paths->nearness[i] / (double)(n - 1);
        sum += harmonic[i];
    }
    /* The mean over pairs is the mean over groups of their means. */
    measurement_set(measurement, "efficiency", layer, sum / (double)n);
}

static void report_relations(const struct measurement *measurement, enum layer layer,
                             const struct paths *paths)
{
    double *column = measurement_column(measurement, SCOPE_RELATION, "edge_betweenness", layer);
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        size_t edge = network_edge_of_relation(measurement->network, layer, i);
        if (edge != NETWORK_ABSENT)
            column[i] = paths->edge_betweenness[edge];
    }
}

/* The longest of some paths is not the longest of all. */
static void report_network(const struct measurement *measurement, enum layer layer,
                           const struct paths *paths)
{
    if (paths->longest == 0)
        return;
    if (paths->error == 0)
        measurement_set(measurement, "diameter", layer, (double)paths->longest);
    measurement_set(measurement, "mean_distance", layer, paths->steps / paths->pairs_in_reach);
}

igraph_error_t measure_distance(const struct measurement *measurement, enum layer layer)
{
    const struct measure_wish *wish = measurement->wish;
    struct metric_results *results = measurement->results;
    struct paths paths;
    paths_find(&paths, &network_get_layer(measurement->network, layer)->simple,
               &(struct paths_wish){
                   .edges = measurement_wants(measurement, TEXT("edge_betweenness"), layer),
                   .sample = wish->sample,
                   .seed = measurement->seed,
               });
    report_groups(measurement, layer, &paths);
    if (paths.edge_betweenness != NULL)
        report_relations(measurement, layer, &paths);
    report_network(measurement, layer, &paths);
    results->path_sources = paths.error > 0 ? wish->sample : 0;
    results->path_error = fmax(results->path_error, paths.error);
    paths_release(&paths);
    return IGRAPH_SUCCESS;
}
