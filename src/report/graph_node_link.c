/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Node-link data, as networkx.node_link_graph reads it: a directed multigraph, whose edges have
 * their ids as keys.
 */
#include "report/graph_formats.h"
#include "report/graph_json.h"

static json_t *make_vertex(const struct graph *graph, size_t row)
{
    json_t *object = json_object();
    graph_json_add_text(object, "id", graph->vertices.items[row].id);
    graph_json_add_values(object, &graph->of_vertices, row);
    return object;
}

static json_t *make_edge(const struct graph *graph, size_t row)
{
    const struct graph_edge *edge = &graph->edges.items[row];
    json_t *object = json_object();
    graph_json_add_text(object, "source", graph->vertices.items[edge->from].id);
    graph_json_add_text(object, "target", graph->vertices.items[edge->to].id);
    graph_json_add_text(object, "key", edge->id);
    graph_json_add_values(object, &graph->of_edges, row);
    return object;
}

void graph_write_node_link(const struct graph *graph, struct buffer *buffer)
{
    json_t *document = json_object();
    json_t *nodes = json_array();
    json_t *links = json_array();
    for (size_t i = 0; i < graph->vertices.count; i++)
        json_array_append_new(nodes, make_vertex(graph, i));
    for (size_t i = 0; i < graph->edges.count; i++)
        json_array_append_new(links, make_edge(graph, i));
    json_object_set_new(document, "directed", json_true());
    json_object_set_new(document, "multigraph", json_true());
    json_object_set_new(document, "graph", graph_json_facts(graph));
    json_object_set_new(document, "nodes", nodes);
    json_object_set_new(document, "links", links);
    graph_json_write(document, buffer);
}
