/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Vertices and edges are numbered by position in the selection and by sorted vertex pairs, so
 * the same selection always gives the same graphs.
 */
#include "network/network.h"

#include <stdlib.h>

#include <igraph.h>

#include "base/alloc.h"
#include "base/list.h"
#include "network/igraph_guard.h"
#include "network/network_igraph.h"

struct network {
    const struct selection *selection;
    struct network_layer layers[LAYER_COUNT];
};

/* One relation of a layer, in vertices. */
struct tie {
    size_t source;
    size_t target;
    bool mutual;
    size_t index; /* in selection.relations */
};

LIST(tie_list, struct tie);

static void collect_ties(struct tie_list *ties, const struct selection *selection, enum layer layer)
{
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = &selection->dataset->relations.items[id];
        const struct kind *kind = dataset_kind_of(selection->dataset, id);
        if (!layer_has_sign(layer, kind->sign) || relation->source == relation->target)
            continue;
        list_push(ties, (struct tie){
                            .source = selection_position(selection, relation->source),
                            .target = selection_position(selection, relation->target),
                            .mutual = kind->mutual,
                            .index = i,
                        });
    }
}

static size_t tie_low(const struct tie *tie)
{
    return tie->source < tie->target ? tie->source : tie->target;
}

static size_t tie_high(const struct tie *tie)
{
    return tie->source < tie->target ? tie->target : tie->source;
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_pairs(const void *a, const void *b)
{
    int order = compare_sizes(tie_low(a), tie_low(b));
    return order != 0 ? order : compare_sizes(tie_high(a), tie_high(b));
}

static igraph_error_t push_edge(igraph_vector_int_t *ends, size_t from, size_t to)
{
    IGRAPH_CHECK(igraph_vector_int_push_back(ends, (igraph_integer_t)from));
    return igraph_vector_int_push_back(ends, (igraph_integer_t)to);
}

static igraph_error_t build_arcs(igraph_t *arcs, const struct tie_list *ties, size_t vertices)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (size_t i = 0; i < ties->count; i++) {
        const struct tie *tie = &ties->items[i];
        IGRAPH_CHECK(push_edge(&ends, tie->source, tie->target));
        if (tie->mutual)
            IGRAPH_CHECK(push_edge(&ends, tie->target, tie->source));
    }
    IGRAPH_CHECK(igraph_create(arcs, &ends, (igraph_integer_t)vertices, IGRAPH_DIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Merge the sorted ties: one pair of ends and one count for each pair of vertices. */
static igraph_error_t merge_ties(struct network_layer *layer, igraph_vector_int_t *ends,
                                 const struct tie_list *ties)
{
    for (size_t i = 0; i < ties->count; i++) {
        const struct tie *tie = &ties->items[i];
        if (i == 0 || compare_pairs(tie - 1, tie) != 0) {
            IGRAPH_CHECK(push_edge(ends, tie_low(tie), tie_high(tie)));
            IGRAPH_CHECK(igraph_vector_push_back(&layer->tie_counts, 0));
        }
        igraph_integer_t edge = igraph_vector_size(&layer->tie_counts) - 1;
        VECTOR(layer->tie_counts)[edge] += 1;
        layer->edges[tie->index] = (size_t)edge;
    }
    return IGRAPH_SUCCESS;
}

static igraph_error_t build_simple(struct network_layer *layer, const struct tie_list *ties,
                                   size_t vertices)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    IGRAPH_CHECK(merge_ties(layer, &ends, ties));
    IGRAPH_CHECK(
        igraph_create(&layer->simple, &ends, (igraph_integer_t)vertices, IGRAPH_UNDIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Either all handles of the layer are built, or none is held. */
static igraph_error_t build_layer(struct network_layer *layer, struct tie_list *ties,
                                  size_t vertices)
{
    IGRAPH_CHECK(igraph_vector_init(&layer->tie_counts, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &layer->tie_counts);
    IGRAPH_CHECK(build_arcs(&layer->arcs, ties, vertices));
    IGRAPH_FINALLY(igraph_destroy, &layer->arcs);
    if (ties->count > 0)
        qsort(ties->items, ties->count, sizeof *ties->items, compare_pairs);
    IGRAPH_CHECK(build_simple(layer, ties, vertices));
    IGRAPH_FINALLY_CLEAN(2);
    layer->is_built = true;
    return IGRAPH_SUCCESS;
}

static bool build(struct network *network, enum layer which, struct error *error)
{
    const struct selection *selection = network->selection;
    struct network_layer *layer = &network->layers[which];
    layer->edges = alloc_zeroed(selection->relations.count, sizeof *layer->edges);
    for (size_t i = 0; i < selection->relations.count; i++)
        layer->edges[i] = NETWORK_ABSENT;

    struct tie_list ties = {0};
    collect_ties(&ties, selection, which);
    igraph_error_t code = build_layer(layer, &ties, selection->groups.count);
    list_release(&ties);
    return igraph_guard_check(code, error);
}

struct network *network_new(const struct selection *selection, struct error *error)
{
    igraph_guard_install();
    struct network *network = alloc_zeroed(1, sizeof *network);
    network->selection = selection;
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        if (!build(network, (enum layer)layer, error)) {
            network_free(network);
            return NULL;
        }
    }
    return network;
}

const char *network_igraph_version(void)
{
    const char *version = NULL;
    igraph_version(&version, NULL, NULL, NULL);
    return version;
}

void network_free(struct network *network)
{
    if (!network)
        return;
    for (int i = 0; i < LAYER_COUNT; i++) {
        struct network_layer *layer = &network->layers[i];
        free(layer->edges);
        if (!layer->is_built)
            continue;
        igraph_destroy(&layer->arcs);
        igraph_destroy(&layer->simple);
        igraph_vector_destroy(&layer->tie_counts);
    }
    free(network);
}

size_t network_count_vertices(const struct network *network)
{
    return network->selection->groups.count;
}

size_t network_vertex_of_group(const struct network *network, group_id group)
{
    size_t position = selection_position(network->selection, group);
    return position == SELECTION_ABSENT ? NETWORK_ABSENT : position;
}

group_id network_group_of_vertex(const struct network *network, size_t vertex)
{
    return network->selection->groups.items[vertex];
}

size_t network_count_edges(const struct network *network, enum layer layer)
{
    return (size_t)igraph_ecount(&network->layers[layer].simple);
}

size_t network_edge_of_relation(const struct network *network, enum layer layer, size_t index)
{
    return network->layers[layer].edges[index];
}

const struct network_layer *network_get_layer(const struct network *network, enum layer layer)
{
    return &network->layers[layer];
}
