/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How a network hangs together: components, cores, and what it falls apart without.
 * The weak components of the layer of all ties are the rows of the component table.
 */
#include "metrics/family.h"

#include "metrics/metric.h"
#include "metrics/partition.h"

static void count_component_ties(const struct measurement *measurement, const size_t *rows)
{
    static const struct {
        const char *name;
        enum layer layer;
    } columns[] = {
        {"ties", LAYER_ALL},
        {"ties_positive", LAYER_POSITIVE},
        {"ties_negative", LAYER_NEGATIVE},
    };
    const struct metric_table *table = &measurement->results->tables[SCOPE_COMPONENT];
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) {
        double *values = metric_table_find(table, columns[c].name)->values;
        const struct network_layer *network =
            network_get_layer(measurement->network, columns[c].layer);
        for (size_t row = 0; row < table->row_count; row++)
            values[row] = 0;
        for (igraph_integer_t edge = 0; edge < igraph_ecount(&network->simple); edge++) {
            size_t row = rows[IGRAPH_FROM(&network->simple, edge)];
            values[row] += VECTOR(network->tie_counts)[edge];
        }
    }
}

static void count_component_groups(const struct measurement *measurement, const size_t *rows)
{
    const struct metric_table *table = &measurement->results->tables[SCOPE_COMPONENT];
    double *sizes = metric_table_find(table, "size")->values;
    double *pairs = metric_table_find(table, "pairs")->values;
    double *density = metric_table_find(table, "density")->values;
    const igraph_t *simple = &network_get_layer(measurement->network, LAYER_ALL)->simple;
    for (size_t row = 0; row < table->row_count; row++)
        sizes[row] = pairs[row] = 0;
    for (size_t i = 0; i < measurement->selection->groups.count; i++)
        sizes[rows[i]]++;
    for (igraph_integer_t edge = 0; edge < igraph_ecount(simple); edge++)
        pairs[rows[IGRAPH_FROM(simple, edge)]]++;
    for (size_t row = 0; row < table->row_count; row++) {
        if (sizes[row] > 1)
            density[row] = 2 * pairs[row] / (sizes[row] * (sizes[row] - 1));
    }
}

static void fill_component_table(const struct measurement *measurement,
                                 const igraph_vector_int_t *membership, size_t count)
{
    struct metric_results *results = measurement->results;
    size_t groups = measurement->selection->groups.count;
    size_t *rows = arena_alloc(&results->arena, groups, sizeof *rows);
    for (size_t i = 0; i < groups; i++)
        rows[i] = (size_t)VECTOR(*membership)[i];
    results->component_of_group = rows;
    metric_open_table(results, SCOPE_COMPONENT, count);
    count_component_groups(measurement, rows);
    count_component_ties(measurement, rows);
}

static double size_of_largest(const igraph_vector_int_t *membership)
{
    igraph_integer_t size = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(membership); i++)
        size += VECTOR(*membership)[i] == 0;
    return (double)size;
}

static igraph_error_t find_components(const struct measurement *measurement, enum layer layer,
                                      igraph_vector_int_t *membership)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    IGRAPH_CHECK(
        igraph_connected_components(&network->arcs, membership, NULL, NULL, IGRAPH_STRONG));
    size_t count = partition_number(membership);
    measurement_set(measurement, "strong_components", layer, (double)count);
    partition_write(membership,
                    measurement_column(measurement, SCOPE_GROUP, "strong_component", layer));

    IGRAPH_CHECK(
        igraph_connected_components(&network->simple, membership, NULL, NULL, IGRAPH_WEAK));
    count = partition_number(membership);
    measurement_set(measurement, "weak_components", layer, (double)count);
    measurement_set(measurement, "largest_component", layer, size_of_largest(membership));
    partition_write(membership,
                    measurement_column(measurement, SCOPE_GROUP, "weak_component", layer));
    if (layer == LAYER_ALL)
        fill_component_table(measurement, membership, count);
    return IGRAPH_SUCCESS;
}

static igraph_error_t find_cores(const struct measurement *measurement, enum layer layer,
                                 igraph_vector_int_t *cores)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    IGRAPH_CHECK(igraph_coreness(simple, cores, IGRAPH_ALL));
    double *column = measurement_column(measurement, SCOPE_GROUP, "coreness", layer);
    double highest = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(cores); i++) {
        column[i] = (double)VECTOR(*cores)[i];
        highest = column[i] > highest ? column[i] : highest;
    }
    measurement_set(measurement, "highest_coreness", layer, highest);
    return IGRAPH_SUCCESS;
}

static igraph_error_t find_articulation_points(const struct measurement *measurement,
                                               enum layer layer, igraph_vector_int_t *points)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    IGRAPH_CHECK(igraph_articulation_points(simple, points));
    double *column = measurement_column(measurement, SCOPE_GROUP, "articulation_point", layer);
    for (size_t i = 0; i < measurement->selection->groups.count; i++)
        column[i] = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(points); i++)
        column[VECTOR(*points)[i]] = 1;
    measurement_set(measurement, "articulation_points", layer,
                    (double)igraph_vector_int_size(points));
    return IGRAPH_SUCCESS;
}

/* Parallel ties are one edge of the simple view, so together they can be a bridge. */
static igraph_error_t find_bridges(const struct measurement *measurement, enum layer layer,
                                   igraph_vector_int_t *bridges)
{
    const struct network_layer *network = network_get_layer(measurement->network, layer);
    IGRAPH_CHECK(igraph_bridges(&network->simple, bridges));
    size_t edges = network_count_edges(measurement->network, layer);
    bool *is_bridge = arena_alloc(&measurement->results->arena, edges, sizeof *is_bridge);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(bridges); i++)
        is_bridge[VECTOR(*bridges)[i]] = true;
    double *column = measurement_column(measurement, SCOPE_RELATION, "bridge", layer);
    for (size_t i = 0; i < measurement->selection->relations.count; i++) {
        if (network->edges[i] != NETWORK_ABSENT)
            column[i] = is_bridge[network->edges[i]];
    }
    measurement_set(measurement, "bridges", layer, (double)igraph_vector_int_size(bridges));
    return IGRAPH_SUCCESS;
}

static igraph_error_t find_biconnected(const struct measurement *measurement, enum layer layer)
{
    const igraph_t *simple = &network_get_layer(measurement->network, layer)->simple;
    igraph_vector_int_list_t groups;
    igraph_integer_t count = 0;
    igraph_integer_t largest = 0;
    IGRAPH_CHECK(igraph_vector_int_list_init(&groups, 0));
    IGRAPH_FINALLY(igraph_vector_int_list_destroy, &groups);
    IGRAPH_CHECK(igraph_biconnected_components(simple, &count, NULL, NULL, &groups, NULL));
    for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(&groups); i++) {
        igraph_integer_t size = igraph_vector_int_size(igraph_vector_int_list_get_ptr(&groups, i));
        largest = size > largest ? size : largest;
    }
    measurement_set(measurement, "biconnected_components", layer, (double)count);
    measurement_set(measurement, "largest_biconnected", layer, (double)largest);
    igraph_vector_int_list_destroy(&groups);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

igraph_error_t measure_structure(const struct measurement *measurement, enum layer layer)
{
    igraph_vector_int_t scratch;
    IGRAPH_CHECK(igraph_vector_int_init(&scratch, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &scratch);
    IGRAPH_CHECK(find_components(measurement, layer, &scratch));
    IGRAPH_CHECK(find_cores(measurement, layer, &scratch));
    if (measurement_wants(measurement, TEXT("articulation_point"), layer) ||
        measurement_wants(measurement, TEXT("articulation_points"), layer))
        IGRAPH_CHECK(find_articulation_points(measurement, layer, &scratch));
    if (measurement_wants(measurement, TEXT("bridge"), layer) ||
        measurement_wants(measurement, TEXT("bridges"), layer))
        IGRAPH_CHECK(find_bridges(measurement, layer, &scratch));
    if (measurement_wants(measurement, TEXT("biconnected_components"), layer) ||
        measurement_wants(measurement, TEXT("largest_biconnected"), layer))
        IGRAPH_CHECK(find_biconnected(measurement, layer));
    igraph_vector_int_destroy(&scratch);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
