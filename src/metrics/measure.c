/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The registry of families.  Each runs once a sign layer; a failure of igraph empties the
 * results, so nobody reads half of them.
 */
#include "metrics/measure.h"

#include "metrics/family.h"
#include "metrics/metric.h"
#include "network/igraph_guard.h"
#include "network/network.h"

/* Order matters: a family may read what those above it filled. */
static igraph_error_t (*const families[])(const struct measurement *, enum layer) = {
    measure_degree,        measure_structure,      measure_distance,  measure_spectral,
    measure_pagerank,      measure_clustering,     measure_community, measure_census,
    measure_assortativity, measure_centralisation, measure_ego,       measure_homophily,
    measure_influence,     measure_truss,          measure_core,      measure_fragmentation,
    measure_polarisation,  measure_signs,
};

static bool measure_network(const struct measurement *measurement, struct error *error)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        for (int layer = 0; layer < LAYER_COUNT; layer++) {
            igraph_error_t code = families[i](measurement, (enum layer)layer);
            if (!igraph_guard_check(code, error))
                return false;
        }
    }
    return true;
}

bool measure_selection(const struct selection *selection, uint64_t seed,
                       struct metric_results *results, struct error *error)
{
    *results = (struct metric_results){.seed = seed, .group_count = selection->groups.count};
    struct network *network = network_new(selection, error);
    if (!network)
        return false;

    metric_open_table(results, SCOPE_GROUP, selection->groups.count);
    metric_open_table(results, SCOPE_RELATION, selection->relations.count);
    metric_open_table(results, SCOPE_NETWORK, 1);
    bool done = measure_network(
        &(struct measurement){
            .selection = selection, .network = network, .seed = seed, .results = results},
        error);
    network_free(network);
    if (!done)
        metric_results_release(results);
    return done;
}
