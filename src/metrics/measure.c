/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The registry of families.  Each runs once a sign layer, if one of its metrics is wanted
 * there; a failure of igraph empties the results, so nobody reads half of them.
 */
#include "metrics/measure.h"

#include "metrics/family.h"
#include "metrics/metric.h"
#include "network/igraph_guard.h"
#include "network/network.h"

/* A family and the metrics that it fills or that others make of its columns, named as in the
 * catalogue but without their layer. */
struct measure_family {
    igraph_error_t (*measure)(const struct measurement *measurement, enum layer layer);
    const char *metrics;   /* blanks between them; NULL = counts, always wanted */
    const char *elsewhere; /* made of its columns in another layer; NULL = none */
};

/* Order matters: a family may read what those above it filled. */
static const struct measure_family families[] = {
    {.measure = measure_degree},
    {.measure = measure_structure,
     .metrics =
         "weak_component strong_component coreness articulation_point bridge weak_components "
         "strong_components largest_component articulation_points bridges highest_coreness "
         "biconnected_components largest_biconnected size "
         "ties ties_positive ties_negative pairs density closeness_centralisation fragmentation "
         "effective_components"},
    {.measure = measure_distance,
     .metrics =
         "betweenness harmonic_closeness closeness edge_betweenness diameter mean_distance "
         "efficiency betweenness_centralisation harmonic_centralisation closeness_centralisation"},
    {.measure = measure_spectral,
     .metrics =
         "eigenvector hub authority eigenvector_centralisation bonacich_power bargaining_power "
         "katz"},
    {.measure = measure_pagerank, .metrics = "pagerank"},
    {.measure = measure_clustering,
     .metrics = "constraint local_clustering weighted_clustering transitivity mean_clustering "
                "triangles"},
    {.measure = measure_community,
     .metrics = "community communities modularity community_agreement",
     .elsewhere = "polarisation hostility_between"},
    {.measure = measure_census,
     .metrics =
         "reciprocity arc_density dyads_mutual dyads_asymmetric dyads_null triads_003 triads_012 "
         "triads_102 triads_021D triads_021U triads_021C triads_111D triads_111U triads_030T "
         "triads_030C triads_201 triads_120D triads_120U triads_120C triads_210 triads_300"},
    {.measure = measure_assortativity,
     .metrics = "degree_assortativity region_assortativity kind_assortativity region_modularity"},
    {.measure = measure_centralisation,
     .metrics = "degree_centralisation betweenness_centralisation harmonic_centralisation "
                "closeness_centralisation eigenvector_centralisation in_centralisation "
                "out_centralisation"},
    {.measure = measure_ego, .metrics = "effective_size local_efficiency mean_local_efficiency"},
    {.measure = measure_homophily, .metrics = "ei_kind ei_region"},
    {.measure = measure_influence, .metrics = "bargaining_power bonacich_power katz"},
    {.measure = measure_truss, .metrics = "truss highest_truss"},
    {.measure = measure_core, .metrics = "core core_fit core_fit_bound core_size"},
    {.measure = measure_fragmentation, .metrics = "fragmentation effective_components"},
    {.measure = measure_polarisation, .metrics = "polarisation hostility_between"},
    {.measure = measure_duration,
     .metrics = "duration_least duration_most still_so ties_ended ties_still_so ties_end_unknown "
                "duration_least_median duration_most_median"},
    {.measure = measure_time_reach,
     .metrics = "reach_possible reach_certain reachability_possible reachability_certain"},
    {.measure = measure_signs,
     .metrics =
         "pn_centrality triangle_balance triangles_ppp triangles_ppn triangles_pnn triangles_nnn"},
};

static bool is_any_wanted(const struct measurement *measurement, const char *metrics,
                          enum layer layer)
{
    struct text rest = text_from(metrics == NULL ? "" : metrics);
    struct text name;
    while (rest.length > 0 && text_next_piece(&rest, ' ', &name)) {
        if (measurement_wants(measurement, name, layer))
            return true;
    }
    return false;
}

static bool is_wanted(const struct measurement *measurement, const struct measure_family *family,
                      enum layer layer)
{
    if (family->metrics == NULL || is_any_wanted(measurement, family->metrics, layer))
        return true;
    for (int other = 0; other < LAYER_COUNT; other++) {
        if (is_any_wanted(measurement, family->elsewhere, (enum layer)other))
            return true;
    }
    return false;
}

bool measure_wish_names(const struct measure_wish *wish, const char *name)
{
    struct text rest = wish->metrics;
    struct text piece;
    while (rest.length > 0 && text_next_piece(&rest, ',', &piece)) {
        if (text_equal_string(text_trim(piece), name))
            return true;
    }
    return false;
}

bool measure_searches_paths(const struct measure_wish *wish)
{
    const struct measurement measurement = {.wish = wish};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        for (int layer = 0; layer < LAYER_COUNT; layer++) {
            if (families[i].measure == measure_distance &&
                is_wanted(&measurement, &families[i], (enum layer)layer))
                return true;
        }
    }
    return false;
}

static bool measure_network(const struct measurement *measurement, struct error *error)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        for (int layer = 0; layer < LAYER_COUNT; layer++) {
            if (!is_wanted(measurement, &families[i], (enum layer)layer))
                continue;
            igraph_error_t code = families[i].measure(measurement, (enum layer)layer);
            if (!igraph_guard_check(code, error))
                return false;
        }
    }
    return true;
}

bool measure_wished(const struct selection *selection, const struct measure_wish *wish,
                    struct metric_results *results, struct error *error)
{
    *results = (struct metric_results){.seed = wish->seed, .group_count = selection->groups.count};
    struct network *network = network_new(selection, error);
    if (!network)
        return false;

    metric_open_table(results, SCOPE_GROUP, selection->groups.count);
    metric_open_table(results, SCOPE_RELATION, selection->relations.count);
    metric_open_table(results, SCOPE_NETWORK, 1);
    bool done = measure_network(&(struct measurement){.selection = selection,
                                                      .network = network,
                                                      .wish = wish,
                                                      .seed = wish->seed,
                                                      .results = results},
                                error);
    network_free(network);
    if (!done)
        metric_results_release(results);
    return done;
}

bool measure_selection(const struct selection *selection, uint64_t seed,
                       struct metric_results *results, struct error *error)
{
    return measure_wished(selection, &(struct measure_wish){.seed = seed}, results, error);
}
