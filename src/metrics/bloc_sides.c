/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/bloc_sides.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "metrics/signed_pairs.h"
#include "metrics/signed_partition.h"

enum {
    MOST_NODES = 200, /* of branch and bound for each block: there are many windows */
    MOST_PAIRS = 500, /* of more no partition is searched for */
};

/* The number of the largest connected part, the first of several. */
static size_t find_largest(const size_t *component, size_t vertices, size_t count)
{
    size_t *sizes = alloc_zeroed(count, sizeof *sizes);
    size_t largest = 0;
    for (size_t v = 0; v < vertices; v++)
        sizes[component[v]]++;
    for (size_t c = 1; c < count; c++)
        if (sizes[c] > sizes[largest])
            largest = c;
    free(sizes);
    return largest;
}

/* Without a pair there is no part. */
static void take_largest(const struct signed_graph *graph, const size_t *classes,
                         struct bloc_sides *blocs)
{
    if (graph->edge_count == 0)
        return;
    size_t *component = alloc_zeroed(graph->vertex_count, sizeof *component);
    const size_t count = signed_graph_components(graph, component);
    const size_t largest = find_largest(component, graph->vertex_count, count);
    for (size_t v = 0; v < graph->vertex_count; v++)
        if (component[v] == largest)
            blocs->sides[v] = classes[v] + 1;
    free(component);
}

/* The sides that the groups of a selection have in the other one, by position; 0 = none. */
static size_t *read_sides_of_other(const struct selection *selection, const struct selection *other,
                                   const struct bloc_sides *blocs)
{
    size_t *sides = alloc_zeroed(selection->groups.count, sizeof *sides);
    for (size_t i = 0; i < selection->groups.count && blocs->group_count > 0; i++) {
        const size_t place = selection_position(other, selection->groups.items[i]);
        sides[i] = place == SELECTION_ABSENT ? 0 : blocs->sides[place];
    }
    return sides;
}

/* Name the blocs so that most groups keep theirs. */
static void align(struct bloc_sides *blocs, const size_t *sides_before)
{
    size_t same = 0;
    size_t both = 0;
    for (size_t i = 0; i < blocs->group_count; i++) {
        const bool counts = blocs->sides[i] > 0 && sides_before[i] > 0;
        both += counts;
        same += counts && blocs->sides[i] == sides_before[i];
    }
    for (size_t i = 0; i < blocs->group_count && 2 * same < both; i++)
        if (blocs->sides[i] > 0)
            blocs->sides[i] = 3 - blocs->sides[i];
}

/* Would it cost nothing to change sides? */
static bool is_free(const struct signed_graph *graph, const size_t *sides, size_t vertex)
{
    double change = 0;
    for (size_t i = graph->first[vertex]; i < graph->first[vertex + 1]; i++) {
        const struct signed_edge *edge = &graph->edges[graph->arcs[i].edge];
        change += signed_edge_is_at_odds(edge, sides) ? -edge->weight : edge->weight;
    }
    return change == 0;
}

/* Every move brings one more group to where it stands there, so it ends. */
static void move_where_free(struct bloc_sides *blocs, const size_t *sides_there)
{
    bool moved = true;
    while (moved) {
        moved = false;
        for (size_t v = 0; v < blocs->graph.vertex_count; v++) {
            if (blocs->sides[v] == 0 || sides_there[v] == 0 || blocs->sides[v] == sides_there[v] ||
                !is_free(&blocs->graph, blocs->sides, v))
                continue;
            blocs->sides[v] = sides_there[v];
            moved = true;
        }
    }
}

static igraph_error_t solve(struct bloc_sides *blocs)
{
    struct signed_partition partition;
    if (blocs->graph.edge_count > MOST_PAIRS)
        return IGRAPH_SUCCESS;
    const igraph_error_t code = signed_partition_find(&blocs->graph, 2, MOST_NODES, &partition);
    if (code == IGRAPH_SUCCESS) {
        blocs->proven = proven_cost_is_exact(partition.cost);
        take_largest(&blocs->graph, partition.classes, blocs);
    }
    signed_partition_release(&partition);
    return code;
}

igraph_error_t bloc_sides_find(const struct selection *selection,
                               const struct selection *selection_before,
                               const struct bloc_sides *before, struct bloc_sides *blocs)
{
    static const struct pair_policy policy = {PAIR_MAJORITY, COUNT_PAIRS};
    struct signed_pairs pairs;
    const size_t n = selection->groups.count;
    *blocs = (struct bloc_sides){.group_count = n, .sides = alloc_zeroed(n, sizeof *blocs->sides)};
    signed_pairs_init(&pairs, selection, policy);
    signed_pairs_open_graph(&pairs, 1, 1, &blocs->graph);
    signed_pairs_release(&pairs);
    const igraph_error_t code = solve(blocs);
    if (code != IGRAPH_SUCCESS) {
        bloc_sides_release(blocs);
        return code;
    }
    size_t *sides_before = read_sides_of_other(selection, selection_before, before);
    align(blocs, sides_before);
    move_where_free(blocs, sides_before);
    free(sides_before);
    return code;
}

void bloc_sides_copy(const struct bloc_sides *from, struct bloc_sides *to)
{
    *to = *from;
    to->sides = alloc_zeroed(from->group_count, sizeof *to->sides);
    if (from->group_count > 0)
        memcpy(to->sides, from->sides, from->group_count * sizeof *to->sides);
    signed_graph_init(&to->graph, from->graph.vertex_count, from->graph.edges,
                      from->graph.edge_count);
}

void bloc_sides_release(struct bloc_sides *blocs)
{
    free(blocs->sides);
    signed_graph_release(&blocs->graph);
    *blocs = (struct bloc_sides){0};
}

/* Takes the classes of those that have a side in both; returns how many. */
static size_t collect_classes(const struct bloc_sides *blocs, const size_t *sides_there,
                              double *classes[2])
{
    size_t count = 0;
    for (size_t i = 0; i < blocs->group_count; i++)
        if (blocs->sides[i] > 0 && sides_there[i] > 0) {
            classes[0][count] = (double)blocs->sides[i];
            classes[1][count++] = (double)sides_there[i];
        }
    return count;
}

igraph_error_t bloc_sides_compare(const struct selection *selection_before,
                                  const struct bloc_sides *before,
                                  const struct selection *selection, const struct bloc_sides *blocs,
                                  struct stability *stability)
{
    *stability = (struct stability){(double)NAN, (double)NAN};
    if (!before->proven || !blocs->proven)
        return IGRAPH_SUCCESS;
    const size_t n = before->group_count;
    size_t *sides_after = read_sides_of_other(selection_before, selection, blocs);
    double *classes[2] = {alloc_zeroed(n, sizeof(double)), alloc_zeroed(n, sizeof(double))};
    struct bloc_sides moved;
    bloc_sides_copy(before, &moved);
    move_where_free(&moved, sides_after);
    const size_t count = collect_classes(&moved, sides_after, classes);
    const igraph_error_t code = stability_compare(classes[0], classes[1], count, stability);
    bloc_sides_release(&moved);
    free(classes[0]);
    free(classes[1]);
    free(sides_after);
    return code;
}
