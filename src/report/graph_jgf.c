/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * JSON Graph Format 2 (https://jsongraphformat.info): what is said of nodes and edges is their
 * metadata, with the claims about a tie as a list.
 */
#include "report/graph_formats.h"
#include "report/graph_json.h"

static json_t *make_vertices(const struct graph *graph)
{
    json_t *nodes = json_object();
    for (size_t i = 0; i < graph->vertices.count; i++) {
        json_t *object = json_object();
        json_t *metadata = json_object();
        graph_json_add_text(object, "label", graph->vertices.items[i].label);
        graph_json_add_values(metadata, &graph->of_vertices, i);
        json_object_set_new(object, "metadata", metadata);
        const struct text id = graph->vertices.items[i].id;
        json_object_setn_new(nodes, id.at, id.length, object);
    }
    return nodes;
}

static json_t *make_claims(const struct graph *graph, const struct graph_edge *edge)
{
    json_t *list = json_array();
    for (size_t i = 0; i < edge->citation_count; i++) {
        const struct graph_citation *citation = &graph->citations.items[edge->first_citation + i];
        json_t *object = json_object();
        graph_json_add_text(object, "source", graph->sources.items[citation->source].id);
        graph_json_add_text(object, "locator", citation->locator);
        json_object_set_new(object, "stance",
                            json_string(citation->disputes ? "disputes" : "supports"));
        json_object_set_new(object, "grade", json_string(grade_name(citation->grade)));
        graph_json_add_text(object, "note", citation->note);
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *make_edges(const struct graph *graph)
{
    json_t *list = json_array();
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        json_t *object = json_object();
        json_t *metadata = json_object();
        graph_json_add_text(object, "id", edge->id);
        graph_json_add_text(object, "source", graph->vertices.items[edge->from].id);
        graph_json_add_text(object, "target", graph->vertices.items[edge->to].id);
        graph_json_add_text(object, "relation", edge->kind);
        json_object_set_new(object, "directed", json_boolean(!edge->mutual));
        graph_json_add_text(object, "label", edge->label);
        graph_json_add_values(metadata, &graph->of_edges, i);
        json_object_set_new(metadata, "claims", make_claims(graph, edge));
        json_object_set_new(object, "metadata", metadata);
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *make_sources(const struct graph *graph)
{
    json_t *list = json_array();
    for (size_t i = 0; i < graph->sources.count; i++) {
        const struct graph_source *source = &graph->sources.items[i];
        json_t *object = json_object();
        graph_json_add_text(object, "id", source->id);
        graph_json_add_text(object, "authors", source->authors);
        graph_json_add_text(object, "issued", source->issued);
        graph_json_add_text(object, "title", source->title);
        graph_json_add_text(object, "publisher", source->publisher);
        graph_json_add_text(object, "url", source->url);
        json_array_append_new(list, object);
    }
    return list;
}

void graph_write_jgf(const struct graph *graph, struct buffer *buffer)
{
    json_t *document = json_object();
    json_t *content = json_object();
    json_t *metadata = graph_json_facts(graph);
    json_object_set_new(metadata, "sources", make_sources(graph));
    graph_json_add_text(content, "id", graph_fact_of(graph, "name"));
    graph_json_add_text(content, "label", graph_fact_of(graph, "title"));
    json_object_set_new(content, "directed", json_true());
    json_object_set_new(content, "metadata", metadata);
    json_object_set_new(content, "nodes", make_vertices(graph));
    json_object_set_new(content, "edges", make_edges(graph));
    json_object_set_new(document, "graph", content);
    graph_json_write(document, buffer);
}
