/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GEXF 1.3 (https://gexf.net): a dynamic graph with days as time.  A spell is the stretch from the
 * first to the last day on which a tie can have held, both included; bounds that are not known are
 * left out.  Edges are directed, as in graph_graphml.c: NetworkX makes two of a mutual one.
 */
#include "report/graph_formats.h"

static const char *const types[GRAPH_TYPES] = {"string", "integer", "double"};

static void add_attributes(const struct graph_table *table, const char *element,
                           struct buffer *buffer)
{
    buffer_add_format(buffer, "    <attributes class=\"%s\">\n", element);
    for (size_t i = 0; i < table->attributes.count; i++)
        buffer_add_format(buffer, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n",
                          table->attributes.items[i].name, table->attributes.items[i].name,
                          types[table->attributes.items[i].type]);
    buffer_add_string(buffer, "    </attributes>\n");
}

static void add_values(const struct graph_table *table, size_t row, struct buffer *buffer)
{
    buffer_add_string(buffer, "        <attvalues>\n");
    for (size_t i = 0; i < table->attributes.count; i++) {
        const struct graph_value *value = graph_value_of(table, row, i);
        if (value == NULL)
            continue;
        buffer_add_format(buffer, "          <attvalue for=\"%s\" value=\"",
                          table->attributes.items[i].name);
        if (table->attributes.items[i].type == GRAPH_STRING)
            buffer_add_xml(buffer, value->text);
        else
            buffer_add_exact(buffer, value->number);
        buffer_add_string(buffer, "\"/>\n");
    }
    buffer_add_string(buffer, "        </attvalues>\n");
}

static void add_life(const struct graph_life *life, struct buffer *buffer)
{
    char day[16];
    const bool starts = life->first != DAY_MIN;
    const bool ends = life->last != DAY_MAX;
    if (!starts && !ends)
        return;
    buffer_add_string(buffer, "        <spells>\n          <spell");
    if (graph_day_text(life->first, day))
        buffer_add_format(buffer, " start=\"%s\"", day);
    if (graph_day_text(life->last, day))
        buffer_add_format(buffer, " end=\"%s\"", day);
    buffer_add_string(buffer, "/>\n        </spells>\n");
}

static void add_meta(const struct graph *graph, struct buffer *buffer)
{
    buffer_add_string(buffer, "  <meta>\n    <creator>bloc " BLOC_VERSION "</creator>\n"
                              "    <description>");
    buffer_add_xml(buffer, graph_fact_of(graph, "title"));
    buffer_add_string(buffer, "</description>\n  </meta>\n");
}

static void add_vertices(const struct graph *graph, struct buffer *buffer)
{
    buffer_add_string(buffer, "    <nodes>\n");
    for (size_t i = 0; i < graph->vertices.count; i++) {
        const struct graph_vertex *vertex = &graph->vertices.items[i];
        buffer_add_format(buffer, "      <node id=\"" TEXT_FORMAT "\" label=\"",
                          TEXT_PARTS(vertex->id));
        buffer_add_xml(buffer, vertex->label);
        buffer_add_string(buffer, "\">\n");
        add_values(&graph->of_vertices, i, buffer);
        add_life(&vertex->life, buffer);
        buffer_add_string(buffer, "      </node>\n");
    }
    buffer_add_string(buffer, "    </nodes>\n");
}

static void add_edges(const struct graph *graph, struct buffer *buffer)
{
    buffer_add_string(buffer, "    <edges>\n");
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        buffer_add_format(buffer,
                          "      <edge id=\"" TEXT_FORMAT "\" source=\"" TEXT_FORMAT
                          "\" target=\"" TEXT_FORMAT "\" weight=\"",
                          TEXT_PARTS(edge->id), TEXT_PARTS(graph->vertices.items[edge->from].id),
                          TEXT_PARTS(graph->vertices.items[edge->to].id));
        buffer_add_exact(buffer, edge->weight);
        buffer_add_string(buffer, "\" kind=\"");
        buffer_add_xml(buffer, edge->kind);
        buffer_add_string(buffer, "\" label=\"");
        buffer_add_xml(buffer, edge->label);
        buffer_add_string(buffer, "\">\n");
        add_values(&graph->of_edges, i, buffer);
        add_life(&edge->life, buffer);
        buffer_add_string(buffer, "      </edge>\n");
    }
    buffer_add_string(buffer, "    </edges>\n");
}

void graph_write_gexf(const struct graph *graph, struct buffer *buffer)
{
    buffer_add_string(buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<gexf xmlns=\"http://gexf.net/1.3\"\n"
                              "      xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                              "      xsi:schemaLocation=\"http://gexf.net/1.3 "
                              "http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n");
    add_meta(graph, buffer);
    buffer_add_string(buffer, "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" "
                              "timeformat=\"date\" timerepresentation=\"interval\">\n");
    add_attributes(&graph->of_vertices, "node", buffer);
    add_attributes(&graph->of_edges, "edge", buffer);
    add_vertices(graph, buffer);
    add_edges(graph, buffer);
    buffer_add_string(buffer, "  </graph>\n</gexf>\n");
}
