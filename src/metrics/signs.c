/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The measures of signs that are quick enough to be taken of every selection; those that take
 * proofs are in metrics/balance.h.  Sign layers are what they join, so they run once.
 */
#include "metrics/balance.h"
#include "metrics/family.h"
#include "metrics/signed_measures.h"

static const char *const triangles[] = {"triangles_ppp", "triangles_ppn", "triangles_pnn",
                                        "triangles_nnn"};

igraph_error_t measure_signs(const struct measurement *measurement, enum layer layer)
{
    struct signed_pairs pairs;
    struct signed_graph graph;
    size_t counts[4];
    if (layer != LAYER_ALL)
        return IGRAPH_SUCCESS;
    signed_pairs_init(&pairs, measurement->selection, (struct pair_policy){0});
    signed_pairs_open_graph(&pairs, 1, 1, &graph);
    signed_count_triangles(&graph, counts);
    for (size_t i = 0; i < 4; i++)
        measurement_set(measurement, triangles[i], LAYER_ALL, (double)counts[i]);
    measurement_set(measurement, "triangle_balance", LAYER_ALL, signed_triangle_balance(counts));
    signed_pn_centrality(&graph,
                         measurement_column(measurement, SCOPE_GROUP, "pn_centrality", LAYER_ALL));
    signed_graph_release(&graph);
    signed_pairs_release(&pairs);
    return IGRAPH_SUCCESS;
}
