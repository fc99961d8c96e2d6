/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Do like groups tie with like?  By number of neighbours, by region and by kind of group.
 * For classes, with e_ii the share of ties within class i and a_i the share of tie ends in it,
 *
 *     Q = sum e_ii - sum a_i^2        modularity of the classes (Newman and Girvan 2004)
 *     r = Q / (1 - sum a_i^2)         assortativity coefficient (Newman 2003a)
 */
#include "metrics/family.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

#define UNCLASSED SIZE_MAX

/* Class of a group, or UNCLASSED. */
typedef size_t classifier(const struct dataset *dataset, const struct group *group);

/* NAN for both when there is nothing to measure. */
struct mixing {
    double modularity;
    double assortativity;
};

static size_t class_of_kind(const struct dataset *dataset, const struct group *group)
{
    (void)dataset;
    return (size_t)group->kind;
}

static size_t class_of_region(const struct dataset *dataset, const struct group *group)
{
    for (size_t i = 0; i < dataset->region_count && group->region.length > 0; i++) {
        if (text_equal(dataset->regions[i].name, group->region))
            return i;
    }
    return UNCLASSED;
}

static size_t *classify_groups(const struct selection *selection, classifier *classify)
{
    size_t *classes = alloc_zeroed(selection->groups.count, sizeof *classes);
    for (size_t i = 0; i < selection->groups.count; i++) {
        group_id group = selection->groups.items[i];
        classes[i] = classify(selection->dataset, &selection->dataset->groups.items[group]);
    }
    return classes;
}

/* The shares over all ties whose two groups have a class. */
static struct mixing mix_classes(const struct network_layer *network, const size_t *classes,
                                 size_t class_count)
{
    const igraph_t *simple = &network->simple;
    double *ends = alloc_zeroed(class_count, sizeof *ends);
    double total = 0;
    double within = 0;
    for (igraph_integer_t edge = 0; edge < igraph_ecount(simple); edge++) {
        size_t from = classes[IGRAPH_FROM(simple, edge)];
        size_t to = classes[IGRAPH_TO(simple, edge)];
        if (from == UNCLASSED || to == UNCLASSED)
            continue;
        double ties = VECTOR(network->tie_counts)[edge];
        ends[from] += ties;
        ends[to] += ties;
        total += 2 * ties;
        within += from == to ? 2 * ties : 0;
    }
    double expected = 0;
    for (size_t i = 0; i < class_count; i++)
        expected += ends[i] / total * (ends[i] / total);
    free(ends);
    /* 0 / 0 is NAN: no ties, or one class only. */
    double modularity = total > 0 ? within / total - expected : (double)NAN;
    return (struct mixing){
        .modularity = modularity,
        .assortativity = expected < 1 ? modularity / (1 - expected) : (double)NAN,
    };
}

static struct mixing mix(const struct measurement *measurement, enum layer layer,
                         classifier *classify, size_t class_count)
{
    size_t *classes = classify_groups(measurement->selection, classify);
    struct mixing mixing =
        mix_classes(network_get_layer(measurement->network, layer), classes, class_count);
    free(classes);
    return mixing;
}

/*
 * Newman (2002), equation 4: the correlation of the number of neighbours j and k at the two
 * ends of the M pairs; r = (mean jk - m^2) / (mean (j^2 + k^2)/2 - m^2), m = mean (j + k)/2.
 */
static double correlate_neighbours(const igraph_t *simple, const double *neighbours)
{
    double products = 0;
    double sums = 0;
    double squares = 0;
    double pairs = (double)igraph_ecount(simple);
    for (igraph_integer_t edge = 0; edge < igraph_ecount(simple); edge++) {
        double j = neighbours[IGRAPH_FROM(simple, edge)];
        double k = neighbours[IGRAPH_TO(simple, edge)];
        products += j * k;
        sums += (j + k) / 2;
        squares += (j * j + k * k) / 2;
    }
    /* Multiplied by M^2 all terms are whole or half numbers: no variation gives exactly 0. */
    double variance = squares * pairs - sums * sums;
    return variance > 0 ? (products * pairs - sums * sums) / variance : (double)NAN;
}

igraph_error_t measure_assortativity(const struct measurement *measurement, enum layer layer)
{
    const struct dataset *dataset = measurement->selection->dataset;
    const double *neighbours = measurement_column(measurement, SCOPE_GROUP, "neighbours", layer);
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    measurement_set(measurement, "degree_assortativity", layer,
                    correlate_neighbours(simple, neighbours));

    struct mixing regions = mix(measurement, layer, class_of_region, dataset->region_count);
    measurement_set(measurement, "region_assortativity", layer, regions.assortativity);
    measurement_set(measurement, "region_modularity", layer, regions.modularity);

    struct mixing kinds = mix(measurement, layer, class_of_kind, GROUP_KIND_COUNT);
    measurement_set(measurement, "kind_assortativity", layer, kinds.assortativity);
    return IGRAPH_SUCCESS;
}
