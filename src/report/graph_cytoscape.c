/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Cytoscape JSON (.cyjs), as Cytoscape, Cytoscape.js and networkx.cytoscape_graph read it; the last
 * of these needs "value" of nodes and "key" of parallel edges.
 */
#include "report/graph_formats.h"
#include "report/graph_json.h"

static json_t *wrap(json_t *data)
{
    json_t *object = json_object();
    json_object_set_new(object, "data", data);
    return object;
}

static json_t *make_vertex(const struct graph *graph, size_t row)
{
    json_t *data = json_object();
    graph_json_add_text(data, "id", graph->vertices.items[row].id);
    graph_json_add_text(data, "value", graph->vertices.items[row].id);
    graph_json_add_values(data, &graph->of_vertices, row);
    return wrap(data);
}

static json_t *make_edge(const struct graph *graph, size_t row)
{
    const struct graph_edge *edge = &graph->edges.items[row];
    json_t *data = json_object();
    graph_json_add_text(data, "id", edge->id);
    graph_json_add_text(data, "source", graph->vertices.items[edge->from].id);
    graph_json_add_text(data, "target", graph->vertices.items[edge->to].id);
    graph_json_add_text(data, "key", edge->id);
    graph_json_add_text(data, "interaction", edge->kind);
    graph_json_add_values(data, &graph->of_edges, row);
    return wrap(data);
}

void graph_write_cytoscape(const struct graph *graph, struct buffer *buffer)
{
    json_t *document = json_object();
    json_t *elements = json_object();
    json_t *nodes = json_array();
    json_t *edges = json_array();
    for (size_t i = 0; i < graph->vertices.count; i++)
        json_array_append_new(nodes, make_vertex(graph, i));
    for (size_t i = 0; i < graph->edges.count; i++)
        json_array_append_new(edges, make_edge(graph, i));
    json_object_set_new(elements, "nodes", nodes);
    json_object_set_new(elements, "edges", edges);
    json_object_set_new(document, "format_version", json_string("1.0"));
    json_object_set_new(document, "generated_by", json_string("bloc " BLOC_VERSION));
    json_object_set_new(document, "target_cytoscapejs_version", json_string("~3.0"));
    json_object_set_new(document, "directed", json_true());
    json_object_set_new(document, "multigraph", json_true());
    json_object_set_new(document, "data", graph_json_facts(graph));
    json_object_set_new(document, "elements", elements);
    graph_json_write(document, buffer);
}
