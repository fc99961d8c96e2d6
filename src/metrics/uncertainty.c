/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which metrics are exact at the ends follows from how they answer to one more tie: those
 * below only grow or only shrink, so their ends are at none and at all of the possible ties.
 * The net degree grows with positive ties and shrinks with negative ones; metrics/range.c
 * measures those two ends as well.
 */
#include "metrics/uncertainty.h"

#include <string.h>

#include "metrics/metric.h"

static const char *const monotone_of_groups[] = {
    "degree", "degree_in", "degree_out", "neighbours", "harmonic_closeness", "coreness", "truss",
};

static const char *const weighted[] = {"strength", "strength_in", "strength_out"};

static const char *const monotone_of_network[] = {
    "groups",           "ties",          "ties_neutral", "ties_possible",     "pairs",
    "pairs_mixed",      "isolates",      "density",      "arc_density",       "triangles",
    "weak_components",  "efficiency",    "dyads_mutual", "strong_components", "largest_component",
    "highest_coreness", "highest_truss", "dyads_null",   "triads_003",        "triads_300",
};

static bool is_among(const struct metric *metric, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (metric_is_named(metric, names[i], metric->layer))
            return true;
    return false;
}

#define IS_AMONG(metric, names) is_among(metric, names, sizeof(names) / sizeof(names)[0])

/* Degrees a family or sign have names of their own: "degree_in_pledge", "ties_split". */
static bool is_monotone(const struct metric_ranges *ranges, const struct metric *metric)
{
    switch (metric->scope) {
    case SCOPE_GROUP:
        if (IS_AMONG(metric, weighted))
            return !ranges->has_negative_weights;
        return IS_AMONG(metric, monotone_of_groups) || strncmp(metric->name, "degree_", 7) == 0;
    case SCOPE_RELATION:
        return metric_is_named(metric, "parallel_ties", LAYER_ALL) ||
               metric_is_named(metric, "truss", metric->layer);
    case SCOPE_NETWORK:
        return IS_AMONG(metric, monotone_of_network) || strncmp(metric->name, "ties_", 5) == 0;
    default: return false;
    }
}

enum range_method metric_ranges_method(const struct metric_ranges *ranges,
                                       const struct metric *metric)
{
    if (strcmp(metric->unit, "class") == 0)
        return RANGE_NONE;
    return ranges->is_exhaustive || is_monotone(ranges, metric) ? RANGE_EXACT : RANGE_SAMPLED;
}

void metric_ranges_release(struct metric_ranges *ranges)
{
    metric_results_release(&ranges->low);
    metric_results_release(&ranges->high);
    *ranges = (struct metric_ranges){0};
}

void rank_results_release(struct rank_results *results)
{
    list_release(&results->tables);
    arena_release(&results->arena);
    *results = (struct rank_results){0};
}

void hinge_results_release(struct hinge_results *results)
{
    list_release(&results->hinges);
    arena_release(&results->arena);
    *results = (struct hinge_results){0};
}

const char *hinge_type_name(enum hinge_type type)
{
    static const char *const names[] = {
        [HINGE_RANK] = "rank",           [HINGE_COMPONENT] = "components",
        [HINGE_CUT_POINT] = "cut-point", [HINGE_ISOLATE] = "isolate",
        [HINGE_PLEDGE] = "pledge",       [HINGE_TIE] = "tie",
    };
    return names[type];
}
