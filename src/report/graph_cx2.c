/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * CX2, the Cytoscape Exchange format 2.0 of NDEx: an array of aspects.  The claims about a tie are
 * the list "citations" of its edge.
 */
#include "report/graph_formats.h"
#include "report/graph_json.h"

static const char *const types[GRAPH_TYPES] = {"string", "integer", "double"};

static json_t *wrap(const char *name, json_t *value)
{
    json_t *object = json_object();
    json_object_set_new(object, name, value);
    return object;
}

static json_t *make_version(void)
{
    json_t *object = json_object();
    json_object_set_new(object, "CXVersion", json_string("2.0"));
    json_object_set_new(object, "hasFragments", json_false());
    return object;
}

static void add_count(json_t *list, const char *name, size_t count)
{
    json_t *object = json_object();
    json_object_set_new(object, "elementCount", json_integer((json_int_t)count));
    json_object_set_new(object, "name", json_string(name));
    json_array_append_new(list, object);
}

static json_t *make_counts(const struct graph *graph)
{
    json_t *list = json_array();
    add_count(list, "attributeDeclarations", 1);
    add_count(list, "networkAttributes", 1);
    add_count(list, "nodes", graph->vertices.count);
    add_count(list, "edges", graph->edges.count);
    return wrap("metaData", list);
}

static json_t *declare(const struct graph_table *table)
{
    json_t *object = json_object();
    for (size_t i = 0; i < table->attributes.count; i++)
        json_object_set_new(object, table->attributes.items[i].name,
                            wrap("d", json_string(types[table->attributes.items[i].type])));
    return object;
}

static json_t *make_declarations(const struct graph *graph)
{
    json_t *object = json_object();
    json_t *network = json_object();
    json_t *nodes = declare(&graph->of_vertices);
    json_t *edges = declare(&graph->of_edges);
    for (size_t i = 0; i < graph->facts.count; i++)
        json_object_set_new(network, graph->facts.items[i].name, wrap("d", json_string("string")));
    json_object_set_new(nodes, "id", wrap("d", json_string("string")));
    json_object_set_new(edges, "id", wrap("d", json_string("string")));
    json_object_set_new(edges, "citations", wrap("d", json_string("list_of_string")));
    json_object_set_new(object, "networkAttributes", network);
    json_object_set_new(object, "nodes", nodes);
    json_object_set_new(object, "edges", edges);
    json_t *list = json_array();
    json_array_append_new(list, object);
    return wrap("attributeDeclarations", list);
}

static json_t *make_vertices(const struct graph *graph)
{
    json_t *list = json_array();
    for (size_t i = 0; i < graph->vertices.count; i++) {
        json_t *object = wrap("id", json_integer((json_int_t)i));
        json_t *values = json_object();
        graph_json_add_text(values, "id", graph->vertices.items[i].id);
        graph_json_add_values(values, &graph->of_vertices, i);
        json_object_set_new(object, "v", values);
        json_array_append_new(list, object);
    }
    return wrap("nodes", list);
}

static json_t *make_citations(const struct graph *graph, const struct graph_edge *edge)
{
    json_t *list = json_array();
    for (size_t i = 0; i < edge->citation_count; i++)
        json_array_append_new(
            list, json_from_text(graph->citations.items[edge->first_citation + i].words));
    return list;
}

static json_t *make_edges(const struct graph *graph)
{
    json_t *list = json_array();
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        json_t *object = wrap("id", json_integer((json_int_t)i));
        json_t *values = json_object();
        json_object_set_new(object, "s", json_integer((json_int_t)edge->from));
        json_object_set_new(object, "t", json_integer((json_int_t)edge->to));
        graph_json_add_text(values, "id", edge->id);
        graph_json_add_values(values, &graph->of_edges, i);
        json_object_set_new(values, "citations", make_citations(graph, edge));
        json_object_set_new(object, "v", values);
        json_array_append_new(list, object);
    }
    return wrap("edges", list);
}

static json_t *make_status(void)
{
    json_t *list = json_array();
    json_t *object = json_object();
    json_object_set_new(object, "error", json_string(""));
    json_object_set_new(object, "success", json_true());
    json_array_append_new(list, object);
    return wrap("status", list);
}

void graph_write_cx2(const struct graph *graph, struct buffer *buffer)
{
    json_t *facts = json_array();
    json_t *document = json_array();
    json_array_append_new(facts, graph_json_facts(graph));
    json_array_append_new(document, make_version());
    json_array_append_new(document, make_counts(graph));
    json_array_append_new(document, make_declarations(graph));
    json_array_append_new(document, wrap("networkAttributes", facts));
    json_array_append_new(document, make_vertices(graph));
    json_array_append_new(document, make_edges(graph));
    json_array_append_new(document, make_status());
    graph_json_write(document, buffer);
}
