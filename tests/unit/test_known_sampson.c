/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sampson's monastery (1968): directed ties.  Liking at time 3 and disliking are one signed
 * network, so its three layers have a reference each; the ten relations are measured alone.
 *
 * Left out of the reference:
 *   betweenness, harmonic_in, harmonic_out   along directions; ours leave direction aside
 *   closeness_in_wf, closeness_out_wf        classic closeness, which is not measured
 *   eigenvector_in_max1                      along directions; ours leaves direction aside
 *   weak_sizes, strong_sizes                 only the largest weak one is a metric
 *   top10                                    repeats nodes
 *   LK3_DLK/undirected_*, reciprocated_only  balance of signs, another family of measures
 */
#include "known.h"

static const struct known_match network_matches[] = {
    {"n", "groups", KNOWN_AS_IS},
    {"arcs", "ties", KNOWN_AS_IS},
    {"density", "arc_density", KNOWN_AS_IS},
    {"weak_components", "weak_components", KNOWN_AS_IS},
    {"strong_components", "strong_components", KNOWN_AS_IS},
    {"dyad_census/mutual", "dyads_mutual", KNOWN_AS_IS},
    {"dyad_census/asymmetric", "dyads_asymmetric", KNOWN_AS_IS},
    {"dyad_census/null", "dyads_null", KNOWN_AS_IS},
    {"reciprocity_arcs", "reciprocity", KNOWN_AS_IS},
    {"triad_census/003", "triads_003", KNOWN_AS_IS},
    {"triad_census/012", "triads_012", KNOWN_AS_IS},
    {"triad_census/102", "triads_102", KNOWN_AS_IS},
    {"triad_census/021D", "triads_021D", KNOWN_AS_IS},
    {"triad_census/021U", "triads_021U", KNOWN_AS_IS},
    {"triad_census/021C", "triads_021C", KNOWN_AS_IS},
    {"triad_census/111D", "triads_111D", KNOWN_AS_IS},
    {"triad_census/111U", "triads_111U", KNOWN_AS_IS},
    {"triad_census/030T", "triads_030T", KNOWN_AS_IS},
    {"triad_census/030C", "triads_030C", KNOWN_AS_IS},
    {"triad_census/201", "triads_201", KNOWN_AS_IS},
    {"triad_census/120D", "triads_120D", KNOWN_AS_IS},
    {"triad_census/120U", "triads_120U", KNOWN_AS_IS},
    {"triad_census/120C", "triads_120C", KNOWN_AS_IS},
    {"triad_census/210", "triads_210", KNOWN_AS_IS},
    {"triad_census/300", "triads_300", KNOWN_AS_IS},
    {"max_core_undirected_skeleton", "highest_coreness", KNOWN_AS_IS},
};

static const struct known_match group_matches[] = {
    {"in", "degree_in", KNOWN_AS_IS},
    {"out", "degree_out", KNOWN_AS_IS},
    {"pagerank_085", "pagerank", KNOWN_AS_IS},
    {"hub_max1", "hub", KNOWN_AS_IS},
    {"authority_max1", "authority", KNOWN_AS_IS},
    {"core_undirected", "coreness", KNOWN_AS_IS},
};

static const size_t network_count = sizeof network_matches / sizeof *network_matches;
static const size_t group_count = sizeof group_matches / sizeof *group_matches;

static void test_signed_layers_agree_with_the_reference(void **state)
{
    static const struct {
        const char *path;
        enum layer layer;
    } layers[] = {
        {"LK3_DLK/directed_all", LAYER_ALL},
        {"SAMPLK3", LAYER_POSITIVE},
        {"SAMPDLK", LAYER_NEGATIVE},
    };
    struct known known;
    (void)state;
    known_init(&known, "sampson/reference.json");
    known_add_ties(&known, "sampson/relations_lk3_dlk.csv", NULL, "likes", "dislikes");
    sample_measure(&known.sample);
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
        json_t *reference = known_get(known.reference, layers[i].path);
        /* "groups" has no layer, so the first match counts for the layer of all ties alone. */
        size_t first = layers[i].layer == LAYER_ALL ? 0 : 1;
        known_check_network(&known, reference, layers[i].layer, network_matches + first,
                            network_count - first);
        known_check_groups(&known, reference, layers[i].layer, group_matches, group_count);
    }
    known_release(&known);
}

static void add_novices(struct known *known)
{
    json_t *nodes = known_get(known->reference, "SAMPLK3/nodes");
    const char *name;
    json_t *node;
    json_object_foreach(nodes, name, node) sample_group(&known->sample, name);
}

static void test_each_relation_agrees_with_the_reference(void **state)
{
    static const char *const relations[] = {"SAMPLK1", "SAMPLK2", "SAMPLK3", "SAMPDLK", "SAMPES",
                                            "SAMPDES", "SAMPIN",  "SAMPNIN", "SAMPPR",  "SAMPNPR"};
    (void)state;
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        struct known known;
        known_init(&known, "sampson/reference.json");
        add_novices(&known);
        known_add_ties(&known, "sampson/relations_all.csv", relations[i], "likes", "dislikes");
        sample_measure(&known.sample);
        known_check_network(&known, known_get(known.reference, relations[i]), LAYER_ALL,
                            network_matches, network_count);
        known_release(&known);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signed_layers_agree_with_the_reference),
        cmocka_unit_test(test_each_relation_agrees_with_the_reference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
