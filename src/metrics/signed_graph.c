/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_graph.h"

#include <math.h>
#include <string.h>

#include "base/list.h"

static const double grain_tolerance = 1e-9;

/* Counting sort of the arcs by source; edges in order of their targets come first to last. */
static void index_arcs(struct signed_graph *graph)
{
    size_t *next = alloc_zeroed(graph->vertex_count + 1, sizeof *next);
    for (size_t i = 0; i < graph->edge_count; i++) {
        graph->first[graph->edges[i].a + 1]++;
        graph->first[graph->edges[i].b + 1]++;
    }
    for (size_t v = 0; v < graph->vertex_count; v++)
        graph->first[v + 1] += graph->first[v];
    memcpy(next, graph->first, (graph->vertex_count + 1) * sizeof *next);
    for (size_t i = 0; i < graph->edge_count; i++) {
        const struct signed_edge *edge = &graph->edges[i];
        graph->arcs[next[edge->a]++] = (struct signed_arc){edge->b, i};
        graph->arcs[next[edge->b]++] = (struct signed_arc){edge->a, i};
    }
    list_free(next);
}

/* By insertion: the arcs of a vertex come nearly sorted, as the edges are. */
static void sort_arcs(struct signed_graph *graph, size_t vertex)
{
    struct signed_arc *arcs = graph->arcs;
    for (size_t i = graph->first[vertex] + 1; i < graph->first[vertex + 1]; i++) {
        struct signed_arc moved = arcs[i];
        size_t j = i;
        for (; j > graph->first[vertex] && arcs[j - 1].to > moved.to; j--)
            arcs[j] = arcs[j - 1];
        arcs[j] = moved;
    }
}

void signed_graph_init(struct signed_graph *graph, size_t vertices, const struct signed_edge *edges,
                       size_t count)
{
    *graph = (struct signed_graph){
        .vertex_count = vertices,
        .edge_count = count,
        .edges = alloc_zeroed(count, sizeof *graph->edges),
        .first = alloc_zeroed(vertices + 1, sizeof *graph->first),
        .arcs = alloc_zeroed(2 * count, sizeof *graph->arcs),
    };
    if (count > 0)
        memcpy(graph->edges, edges, count * sizeof *edges);
    index_arcs(graph);
    for (size_t v = 0; v < vertices; v++)
        sort_arcs(graph, v);
}

void signed_graph_release(struct signed_graph *graph)
{
    list_free(graph->edges);
    list_free(graph->first);
    list_free(graph->arcs);
    *graph = (struct signed_graph){0};
}

bool signed_edge_is_at_odds(const struct signed_edge *edge, const size_t *classes)
{
    return (classes[edge->a] == classes[edge->b]) == edge->negative;
}

double signed_graph_cost(const struct signed_graph *graph, const size_t *classes)
{
    double cost = 0;
    for (size_t i = 0; i < graph->edge_count; i++)
        if (signed_edge_is_at_odds(&graph->edges[i], classes))
            cost += graph->edges[i].weight;
    return cost;
}

/* Breadth first from every vertex not yet reached: the component of each, and a class that
 * changes along negative edges. */
static size_t sweep(const struct signed_graph *graph, const bool *skip, size_t *component,
                    size_t *classes)
{
    size_t *queue = alloc_zeroed(graph->vertex_count, sizeof *queue);
    bool *reached = alloc_zeroed(graph->vertex_count, sizeof *reached);
    size_t components = 0;
    for (size_t root = 0; root < graph->vertex_count; root++) {
        if (reached[root])
            continue;
        size_t count = 0;
        queue[count++] = root;
        reached[root] = true;
        classes[root] = 0;
        for (size_t taken = 0; taken < count; taken++) {
            size_t v = queue[taken];
            component[v] = components;
            for (size_t i = graph->first[v]; i < graph->first[v + 1]; i++) {
                struct signed_arc arc = graph->arcs[i];
                if (reached[arc.to] || (skip != NULL && skip[arc.edge]))
                    continue;
                reached[arc.to] = true;
                classes[arc.to] = classes[v] ^ (size_t)graph->edges[arc.edge].negative;
                queue[count++] = arc.to;
            }
        }
        components++;
    }
    list_free(queue);
    list_free(reached);
    return components;
}

size_t signed_graph_components(const struct signed_graph *graph, size_t *component)
{
    size_t *classes = alloc_zeroed(graph->vertex_count, sizeof *classes);
    size_t components = sweep(graph, NULL, component, classes);
    list_free(classes);
    return components;
}

void signed_graph_switch(const struct signed_graph *graph, const bool *skip, size_t *classes)
{
    size_t *component = alloc_zeroed(graph->vertex_count, sizeof *component);
    sweep(graph, skip, component, classes);
    list_free(component);
}

double signed_graph_grain(const struct signed_graph *graph)
{
    double smallest = graph->edge_count > 0 ? graph->edges[0].weight : 0;
    for (size_t i = 0; i < graph->edge_count; i++)
        smallest = fmin(smallest, graph->edges[i].weight);
    for (size_t i = 0; i < graph->edge_count; i++) {
        double multiple = graph->edges[i].weight / smallest;
        if (fabs(multiple - round(multiple)) > grain_tolerance || multiple > 1e9)
            return 0;
    }
    return smallest;
}
