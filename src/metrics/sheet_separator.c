/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The smallest sets of groups without which a weak component falls apart. */
#include "metrics/sheet_types.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "metrics/measurement.h"

static const struct sheet_column columns[] = {
    {"component", "Component", SHEET_COUNT, false, "number of the weak component in the layer"},
    {"size", "Size", SHEET_COUNT, false, "number of groups in the component"},
    {"connectivity", "Connectivity", SHEET_COUNT, false,
     "least number of groups without which the component falls apart; size - 1 when all are tied"},
    {"groups", "Separator", SHEET_GROUPS, false,
     "a set of that many groups without which it falls apart; empty when all are tied"},
    {"pieces", "Pieces", SHEET_COUNT, false, "into how many pieces it falls without them"},
    {"largest", "Largest piece", SHEET_COUNT, false, "groups in the largest of these"},
};

/* One component as a graph of its own. */
struct part {
    igraph_t graph;
    igraph_vector_int_t vertices; /* by vertex of graph: that of the layer */
    igraph_integer_t number;
};

static igraph_error_t measure_pieces(const struct part *part, const igraph_vector_int_t *separator,
                                     double *pieces, double *largest)
{
    igraph_t rest;
    igraph_vector_int_t sizes;
    igraph_integer_t count = 0;
    IGRAPH_CHECK(igraph_vector_int_init(&sizes, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &sizes);
    IGRAPH_CHECK(igraph_copy(&rest, &part->graph));
    IGRAPH_FINALLY(igraph_destroy, &rest);
    IGRAPH_CHECK(igraph_delete_vertices(&rest, igraph_vss_vector(separator)));
    IGRAPH_CHECK(igraph_connected_components(&rest, NULL, &sizes, &count, IGRAPH_WEAK));
    *pieces = (double)count;
    *largest = (double)igraph_vector_int_max(&sizes);
    igraph_destroy(&rest);
    igraph_vector_int_destroy(&sizes);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

static void add_groups(struct sheet *sheet, const struct selection *selection,
                       const struct part *part, igraph_vector_int_t *separator)
{
    size_t count = (size_t)igraph_vector_int_size(separator);
    group_id *groups = alloc_zeroed(count, sizeof *groups);
    for (size_t i = 0; i < count; i++)
        groups[i] = selection->groups.items[VECTOR(part->vertices)[VECTOR(*separator)[i]]];
    sheet_add_groups(sheet, groups, count);
    free(groups);
}

static void add_head(struct sheet *sheet, const struct part *part, igraph_integer_t connectivity)
{
    sheet_add_number(sheet, (double)part->number + 1);
    sheet_add_number(sheet, (double)igraph_vcount(&part->graph));
    sheet_add_number(sheet, (double)connectivity);
}

static int compare_sets(const igraph_vector_int_t *a, const igraph_vector_int_t *b)
{
    return igraph_vector_int_lex_cmp(a, b);
}

static igraph_error_t add_separators(struct sheet *sheet, const struct selection *selection,
                                     const struct part *part, igraph_integer_t connectivity)
{
    igraph_vector_int_list_t separators;
    IGRAPH_CHECK(igraph_vector_int_list_init(&separators, 0));
    IGRAPH_FINALLY(igraph_vector_int_list_destroy, &separators);
    IGRAPH_CHECK(igraph_minimum_size_separators(&part->graph, &separators));
    for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(&separators); i++)
        igraph_vector_int_sort(igraph_vector_int_list_get_ptr(&separators, i));
    igraph_vector_int_list_sort(&separators, compare_sets);
    for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(&separators); i++) {
        igraph_vector_int_t *separator = igraph_vector_int_list_get_ptr(&separators, i);
        double pieces = 0;
        double largest = 0;
        IGRAPH_CHECK(measure_pieces(part, separator, &pieces, &largest));
        add_head(sheet, part, connectivity);
        add_groups(sheet, selection, part, separator);
        sheet_add_number(sheet, pieces);
        sheet_add_number(sheet, largest);
    }
    igraph_vector_int_list_destroy(&separators);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static igraph_error_t add_part(struct sheet *sheet, const struct selection *selection,
                               const struct part *part)
{
    igraph_integer_t n = igraph_vcount(&part->graph);
    igraph_integer_t connectivity = 0;
    IGRAPH_CHECK(igraph_vertex_connectivity(&part->graph, &connectivity, true));
    if (igraph_ecount(&part->graph) < n * (n - 1) / 2)
        return add_separators(sheet, selection, part, connectivity);
    add_head(sheet, part, connectivity);
    sheet_add_groups(sheet, NULL, 0);
    sheet_add_number(sheet, (double)NAN);
    sheet_add_number(sheet, (double)NAN);
    return IGRAPH_SUCCESS;
}

/* The component of that number, or none when it is a single group. */
static igraph_error_t handle_component(struct sheet *sheet, const struct measurement *measurement,
                                       const struct sheet_wish *wish, const double *component,
                                       igraph_integer_t number)
{
    const igraph_t *simple = &network_get_layer(measurement->network, wish->layer)->simple;
    struct part part = {.number = number};
    IGRAPH_CHECK(igraph_vector_int_init(&part.vertices, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &part.vertices);
    for (igraph_integer_t v = 0; v < igraph_vcount(simple); v++)
        if ((igraph_integer_t)component[v] == number + 1)
            IGRAPH_CHECK(igraph_vector_int_push_back(&part.vertices, v));
    if (igraph_vector_int_size(&part.vertices) > 1) {
        IGRAPH_CHECK(igraph_induced_subgraph(simple, &part.graph, igraph_vss_vector(&part.vertices),
                                             IGRAPH_SUBGRAPH_CREATE_FROM_SCRATCH));
        IGRAPH_FINALLY(igraph_destroy, &part.graph);
        IGRAPH_CHECK(add_part(sheet, measurement->selection, &part));
        igraph_destroy(&part.graph);
        IGRAPH_FINALLY_CLEAN(1);
    }
    igraph_vector_int_destroy(&part.vertices);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static int fill(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet)
{
    const double *component =
        measurement_column(measurement, SCOPE_GROUP, "weak_component", wish->layer);
    double count = *measurement_column(measurement, SCOPE_NETWORK, "weak_components", wish->layer);
    for (igraph_integer_t number = 0; (double)number < count; number++)
        IGRAPH_CHECK(handle_component(sheet, measurement, wish, component, number));
    return IGRAPH_SUCCESS;
}

const struct sheet_type sheet_separator = {
    .name = "separator",
    .title = "Connectivity and separators",
    .reading = "How many groups must go before a connected part falls apart, and which ones. With "
               "a connectivity of 1 the separators are its single points of failure.",
    .caution = "A separator that cuts off one small group is as good as one that splits the whole: "
               "look at the largest piece.",
    .reference = "White and Harary 2001",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .has_layer = true,
    .needs = "weak_component,weak_components",
    .fill = fill,
};
