/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GraphML 1.0 (http://graphml.graphdrawing.org).  Every edge is written as directed, because igraph
 * and NetworkX read no graph that mixes both: of a mutual tie the attribute "direction" tells.
 */
#include "report/graph_formats.h"

static const char *const types[GRAPH_TYPES] = {"string", "int", "double"};

static void add_keys(const struct graph_table *table, const char *element, char prefix,
                     struct buffer *buffer)
{
    for (size_t i = 0; i < table->attributes.count; i++) {
        const struct graph_attribute *attribute = &table->attributes.items[i];
        buffer_add_format(
            buffer, "  <key id=\"%c_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", prefix,
            attribute->name, element, attribute->name, types[attribute->type]);
    }
}

static void add_data(const char *indent, char prefix, const char *name, struct buffer *buffer)
{
    buffer_add_format(buffer, "%s<data key=\"%c_%s\">", indent, prefix, name);
}

static void add_values(const struct graph_table *table, size_t row, char prefix,
                       struct buffer *buffer)
{
    for (size_t i = 0; i < table->attributes.count; i++) {
        const struct graph_value *value = graph_value_of(table, row, i);
        if (value == NULL)
            continue;
        add_data("      ", prefix, table->attributes.items[i].name, buffer);
        if (table->attributes.items[i].type == GRAPH_STRING)
            buffer_add_xml(buffer, value->text);
        else
            buffer_add_exact(buffer, value->number);
        buffer_add_string(buffer, "</data>\n");
    }
}

static void add_facts(const struct graph *graph, struct buffer *buffer)
{
    for (size_t i = 0; i < graph->facts.count; i++) {
        add_data("    ", 'g', graph->facts.items[i].name, buffer);
        buffer_add_xml(buffer, graph->facts.items[i].text);
        buffer_add_string(buffer, "</data>\n");
    }
}

void graph_write_graphml(const struct graph *graph, struct buffer *buffer)
{
    buffer_add_string(buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
                              "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                              "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                              "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
    for (size_t i = 0; i < graph->facts.count; i++)
        buffer_add_format(
            buffer, "  <key id=\"g_%s\" for=\"graph\" attr.name=\"%s\" attr.type=\"string\"/>\n",
            graph->facts.items[i].name, graph->facts.items[i].name);
    add_keys(&graph->of_vertices, "node", 'v', buffer);
    add_keys(&graph->of_edges, "edge", 'e', buffer);
    buffer_add_string(buffer, "  <graph id=\"G\" edgedefault=\"directed\">\n");
    add_facts(graph, buffer);
    for (size_t i = 0; i < graph->vertices.count; i++) {
        buffer_add_format(buffer, "    <node id=\"" TEXT_FORMAT "\">\n",
                          TEXT_PARTS(graph->vertices.items[i].id));
        add_values(&graph->of_vertices, i, 'v', buffer);
        buffer_add_string(buffer, "    </node>\n");
    }
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        buffer_add_format(buffer,
                          "    <edge id=\"" TEXT_FORMAT "\" source=\"" TEXT_FORMAT
                          "\" target=\"" TEXT_FORMAT "\">\n",
                          TEXT_PARTS(edge->id), TEXT_PARTS(graph->vertices.items[edge->from].id),
                          TEXT_PARTS(graph->vertices.items[edge->to].id));
        add_values(&graph->of_edges, i, 'e', buffer);
        buffer_add_string(buffer, "    </edge>\n");
    }
    buffer_add_string(buffer, "  </graph>\n</graphml>\n");
}
