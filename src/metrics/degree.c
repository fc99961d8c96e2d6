/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What can be counted tie by tie: degrees and strength a direction, sign and family, and the
 * numbers of ties and pairs.  A mutual tie is one tie that both points in and out.
 */
#include "metrics/family.h"

#include <stdio.h>

enum {
    ANY = -1,
};

/* A chosen relation in vertices. */
struct tie {
    size_t source;
    size_t target;
    const struct kind *kind;
    double weight;
};

/* The three columns of one count. */
struct direction_columns {
    double *all;
    double *in;
    double *out;
};

/* The ties that a count is about. */
struct slice {
    int sign;   /* enum sign, or ANY */
    int family; /* enum family, or ANY */
};

static struct tie read_tie(const struct measurement *measurement, size_t index)
{
    const struct selection *selection = measurement->selection;
    relation_id id = selection->relations.items[index].relation;
    const struct relation *relation = &selection->dataset->relations.items[id];
    return (struct tie){
        .source = network_vertex_of_group(measurement->network, relation->source),
        .target = network_vertex_of_group(measurement->network, relation->target),
        .kind = dataset_kind_of(selection->dataset, id),
        .weight = relation->weight,
    };
}

static bool is_in_slice(const struct tie *tie, struct slice slice)
{
    return tie->source != tie->target &&
           (slice.sign == ANY || (int)tie->kind->sign == slice.sign) &&
           (slice.family == ANY || (int)tie->kind->family == slice.family);
}

static double *open_zeroed(const struct measurement *measurement, enum layer layer,
                           const char *base, const char *direction, const char *suffix)
{
    char name[64];
    snprintf(name, sizeof name, "%s%s%s", base, direction, suffix);
    double *column = measurement_column(measurement, SCOPE_GROUP, name, layer);
    for (size_t i = 0; i < measurement->selection->groups.count; i++)
        column[i] = 0;
    return column;
}

static struct direction_columns open_columns(const struct measurement *measurement,
                                             enum layer layer, const char *base, const char *suffix)
{
    return (struct direction_columns){
        .all = open_zeroed(measurement, layer, base, "", suffix),
        .in = open_zeroed(measurement, layer, base, "_in", suffix),
        .out = open_zeroed(measurement, layer, base, "_out", suffix),
    };
}

static void add_tie(struct direction_columns columns, const struct tie *tie, double amount)
{
    columns.all[tie->source] += amount;
    columns.all[tie->target] += amount;
    columns.out[tie->source] += amount;
    columns.in[tie->target] += amount;
    if (tie->kind->mutual) {
        columns.in[tie->source] += amount;
        columns.out[tie->target] += amount;
    }
}

/* Returns how many ties the slice has. */
static size_t count_degrees(const struct measurement *measurement, enum layer layer,
                            const char *suffix, struct slice slice)
{
    struct direction_columns degrees = open_columns(measurement, layer, "degree", suffix);
    size_t count = 0;
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        struct tie tie = read_tie(measurement, i);
        if (!is_in_slice(&tie, slice))
            continue;
        add_tie(degrees, &tie, 1);
        count++;
    }
    return count;
}

static void sum_strengths(const struct measurement *measurement, enum layer layer,
                          struct slice slice)
{
    struct direction_columns strengths = open_columns(measurement, layer, "strength", "");
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        struct tie tie = read_tie(measurement, i);
        if (is_in_slice(&tie, slice))
            add_tie(strengths, &tie, tie.weight);
    }
}

/* Counts that have no sign layer of their own. */
static void count_families(const struct measurement *measurement)
{
    struct slice neutral = {.sign = SIGN_NEUTRAL, .family = ANY};
    size_t ties = count_degrees(measurement, LAYER_ALL, "_neutral", neutral);
    measurement_set(measurement, "ties_neutral", LAYER_ALL, (double)ties);
    for (int family = 0; family < FAMILY_COUNT; family++) {
        char name[32];
        snprintf(name, sizeof name, "ties_%s", family_name((enum family)family));
        struct slice slice = {.sign = ANY, .family = family};
        ties = count_degrees(measurement, LAYER_ALL, name + sizeof "ties" - 1, slice);
        measurement_set(measurement, name, LAYER_ALL, (double)ties);
    }
}

static void count_possible(const struct measurement *measurement)
{
    const struct selection *selection = measurement->selection;
    size_t possible = 0;
    for (size_t i = 0; i < selection->relations.count; i++)
        possible += selection->relations.items[i].activity == ACTIVITY_POSSIBLE;
    measurement_set(measurement, "ties_possible", LAYER_ALL, (double)possible);
    measurement_set(measurement, "groups", LAYER_ALL, (double)selection->groups.count);
}

/* Number of ties between the groups of each relation. */
static void count_parallel(const struct measurement *measurement,
                           const struct network_layer *network)
{
    double *column = measurement_column(measurement, SCOPE_RELATION, "parallel_ties", LAYER_ALL);
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        if (network->edges[i] != NETWORK_ABSENT)
            column[i] = VECTOR(network->tie_counts)[network->edges[i]];
    }
}

static double count_isolates(const igraph_vector_int_t *neighbours)
{
    igraph_integer_t isolates = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(neighbours); i++)
        isolates += VECTOR(*neighbours)[i] == 0;
    return (double)isolates;
}

static igraph_error_t count_neighbours(const struct measurement *measurement, enum layer layer,
                                       const igraph_t *simple)
{
    igraph_vector_int_t neighbours;
    IGRAPH_CHECK(igraph_vector_int_init(&neighbours, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &neighbours);
    IGRAPH_CHECK(igraph_degree(simple, &neighbours, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS));
    double *column = measurement_column(measurement, SCOPE_GROUP, "neighbours", layer);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&neighbours); i++)
        column[i] = (double)VECTOR(neighbours)[i];
    measurement_set(measurement, "isolates", layer, count_isolates(&neighbours));
    igraph_vector_int_destroy(&neighbours);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static void count_pairs(const struct measurement *measurement, enum layer layer)
{
    double n = (double)measurement->selection->groups.count;
    double pairs = (double)network_count_edges(measurement->network, layer);
    measurement_set(measurement, "pairs", layer, pairs);
    if (n > 1)
        measurement_set(measurement, "density", layer, 2 * pairs / (n * (n - 1)));
}

/* Every pair is an edge of the layer of all ties; see which signs reach it. */
static void count_mixed_pairs(const struct measurement *measurement)
{
    size_t pairs = network_count_edges(measurement->network, LAYER_ALL);
    unsigned char *signs = arena_alloc(&measurement->results->arena, pairs, sizeof *signs);
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        size_t edge = network_edge_of_relation(measurement->network, LAYER_ALL, i);
        if (edge != NETWORK_ABSENT)
            signs[edge] |= (unsigned char)(1u << read_tie(measurement, i).kind->sign);
    }
    size_t mixed = 0;
    for (size_t edge = 0; edge < pairs; edge++) {
        bool positive = signs[edge] & (1u << SIGN_POSITIVE);
        bool negative = signs[edge] & (1u << SIGN_NEGATIVE);
        mixed += positive && negative;
    }
    measurement_set(measurement, "pairs_mixed", LAYER_ALL, (double)mixed);
}

/* Runs last of the three layers for LAYER_NEGATIVE, when both signs are counted. */
static void subtract_degrees(const struct measurement *measurement)
{
    const double *positive = measurement_column(measurement, SCOPE_GROUP, "degree", LAYER_POSITIVE);
    const double *negative = measurement_column(measurement, SCOPE_GROUP, "degree", LAYER_NEGATIVE);
    double *net = measurement_column(measurement, SCOPE_GROUP, "degree_net", LAYER_ALL);
    for (size_t i = 0; i < measurement->selection->groups.count; i++)
        net[i] = positive[i] - negative[i];
}

igraph_error_t measure_degree(const struct measurement *measurement, enum layer layer)
{
    static const struct slice slices[LAYER_COUNT] = {
        [LAYER_ALL] = {ANY, ANY},
        [LAYER_POSITIVE] = {SIGN_POSITIVE, ANY},
        [LAYER_NEGATIVE] = {SIGN_NEGATIVE, ANY},
    };
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    size_t ties = count_degrees(measurement, layer, "", slices[layer]);
    measurement_set(measurement, "ties", layer, (double)ties);
    sum_strengths(measurement, layer, slices[layer]);
    count_pairs(measurement, layer);
    if (layer == LAYER_ALL) {
        count_families(measurement);
        count_possible(measurement);
        count_parallel(measurement, network);
        count_mixed_pairs(measurement);
    }
    if (layer == LAYER_NEGATIVE)
        subtract_degrees(measurement);
    return count_neighbours(measurement, layer, &network->simple);
}
