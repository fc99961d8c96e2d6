/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The comparison that the undirected known networks share: every tie is mutual and positive,
 * so the layers of all and of positive ties must both give the reference values.
 *
 * Left out of the reference:
 *   closeness_wf                        closeness scaled by the share of groups in reach
 *   eigenvector_lcc_norm1               the same vector scaled to length 1
 *   top10                               repeats nodes
 *   modularity_best_found/louvain       another algorithm; its value equals the optimum
 */
#ifndef BLOC_UNIT_KNOWN_UNDIRECTED_H
#define BLOC_UNIT_KNOWN_UNDIRECTED_H

#include "known.h"

static const struct known_match known_network_matches[] = {
    {"m", "ties", KNOWN_AS_IS},
    {"m", "pairs", KNOWN_AS_IS},
    {"density", "density", KNOWN_AS_IS},
    {"density", "arc_density", KNOWN_AS_IS},
    {"isolates", "isolates", KNOWN_AS_IS},
    {"components", "weak_components", KNOWN_AS_IS},
    {"components", "strong_components", KNOWN_AS_IS},
    {"largest_component/n", "largest_component", KNOWN_AS_IS},
    {"articulation_points/count", "articulation_points", KNOWN_AS_IS},
    {"bridges/count", "bridges", KNOWN_AS_IS},
    {"degeneracy_max_core", "highest_coreness", KNOWN_AS_IS},
    {"triangles", "triangles", KNOWN_AS_IS},
    {"transitivity_global", "transitivity", KNOWN_AS_IS},
    {"average_local_clustering_zero_for_deg_lt_2", "mean_clustering", KNOWN_AS_IS},
    {"diameter_largest_component", "diameter", KNOWN_AS_IS},
    {"average_path_length_largest_component", "mean_distance", KNOWN_AS_IS},
    {"modularity_best_found/leiden", "modularity", KNOWN_AS_IS},
    {"modularity_best_found/leiden_communities", "communities", KNOWN_AS_IS},
    {"modularity_optimal_exact/Q", "modularity", KNOWN_AS_IS},
};

static const struct known_match known_group_matches[] = {
    {"degree", "degree", KNOWN_AS_IS},
    {"degree", "degree_in", KNOWN_AS_IS},
    {"degree", "degree_out", KNOWN_AS_IS},
    {"degree", "neighbours", KNOWN_AS_IS},
    {"degree", "strength", KNOWN_AS_IS},
    {"betweenness", "betweenness", KNOWN_AS_IS},
    {"harmonic", "harmonic_closeness", KNOWN_TIMES_OTHERS},
    {"closeness_component", "closeness", KNOWN_ZERO_UNDEFINED},
    {"eigenvector_whole_graph_max1", "eigenvector", KNOWN_AS_IS},
    {"eigenvector_whole_graph_max1", "hub", KNOWN_AS_IS}, /* A A' = A A with mutual ties */
    {"eigenvector_whole_graph_max1", "authority", KNOWN_AS_IS},
    {"pagerank_085", "pagerank", KNOWN_AS_IS},
    {"core", "coreness", KNOWN_AS_IS},
    {"local_clustering", "local_clustering", KNOWN_ZERO_UNDEFINED},
};

static inline void known_check_components(struct known *known)
{
    json_t *sizes = known_get(known->reference, "component_sizes");
    const struct metric_table *table = &known->sample.results.tables[SCOPE_COMPONENT];
    assert_int_equal(table->row_count, json_array_size(sizes));
    for (size_t row = 0; row < table->row_count; row++) {
        double size = json_number_value(json_array_get(sizes, row));
        assert_true(sample_column(&known->sample, SCOPE_COMPONENT, "size")[row] == size);
    }
    assert_true(sample_column(&known->sample, SCOPE_COMPONENT, "pairs")[0] ==
                known_number(known->reference, "largest_component/m"));
}

static inline void known_check_undirected(struct known *known)
{
    static const enum layer layers[] = {LAYER_ALL, LAYER_POSITIVE};
    json_t *reference = known->reference;
    assert_true(sample_network_value(&known->sample, "groups") == known_number(reference, "n"));
    known_check_components(known);
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
        enum layer layer = layers[i];
        known_check_network(known, reference, layer, known_network_matches,
                            sizeof known_network_matches / sizeof *known_network_matches);
        known_check_groups(known, reference, layer, known_group_matches,
                           sizeof known_group_matches / sizeof *known_group_matches);
        known_check_members(known, known_get(reference, "articulation_points/names"),
                            sample_layer_column("articulation_point", layer), 1);
        known_check_members(known, known_get(reference, "max_core_members"),
                            sample_layer_column("coreness", layer),
                            known_number(reference, "degeneracy_max_core"));
        known_check_pairs(known, known_get(reference, "bridges/edges"),
                          sample_layer_column("bridge", layer));
    }
}

/* Where the partition of highest modularity is unique, the communities are its classes. */
static inline void known_check_communities(struct known *known)
{
    json_t *classes = known_get(known->reference, "modularity_optimal_exact/communities");
    known_check_partition(known, classes, "community");
    known_check_partition(known, classes, "community_positive");
}

#endif
