/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The DOT language of Graphviz, all attributes as they are called here, besides those that colour a
 * drawing by sign and leave a mutual tie without arrowhead.
 */
#include "report/graph_formats.h"

/* Quoted; a backslash is doubled, as texts of labels have it, and so never ends a text. */
static void add_quoted(struct buffer *buffer, struct text text)
{
    buffer_add_char(buffer, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buffer_add_char(buffer, '\\');
        buffer_add_char(buffer, text.at[i]);
    }
    buffer_add_char(buffer, '"');
}

static void add_values(const struct graph_table *table, size_t row, struct buffer *buffer)
{
    const char *comma = "";
    for (size_t i = 0; i < table->attributes.count; i++) {
        const struct graph_value *value = graph_value_of(table, row, i);
        if (value == NULL)
            continue;
        buffer_add_format(buffer, "%s%s=", comma, table->attributes.items[i].name);
        comma = ", ";
        if (table->attributes.items[i].type == GRAPH_STRING)
            add_quoted(buffer, value->text);
        else
            buffer_add_exact(buffer, value->number);
    }
}

static const char *style_of(const struct graph_edge *edge)
{
    return edge->sign > 0 ? "solid" : edge->sign < 0 ? "dashed" : "dotted";
}

void graph_write_dot(const struct graph *graph, struct buffer *buffer)
{
    buffer_add_string(buffer, "digraph ");
    add_quoted(buffer, graph_fact_of(graph, "name"));
    buffer_add_string(buffer, " {\n");
    for (size_t i = 0; i < graph->vertices.count; i++) {
        buffer_add_string(buffer, "  ");
        add_quoted(buffer, graph->vertices.items[i].id);
        buffer_add_string(buffer, " [");
        add_values(&graph->of_vertices, i, buffer);
        buffer_add_string(buffer, "];\n");
    }
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        buffer_add_string(buffer, "  ");
        add_quoted(buffer, graph->vertices.items[edge->from].id);
        buffer_add_string(buffer, " -> ");
        add_quoted(buffer, graph->vertices.items[edge->to].id);
        buffer_add_string(buffer, " [key=");
        add_quoted(buffer, edge->id);
        buffer_add_string(buffer, ", ");
        add_values(&graph->of_edges, i, buffer);
        buffer_add_format(buffer, ", style=%s%s];\n", style_of(edge),
                          edge->mutual ? ", dir=none" : "");
    }
    buffer_add_string(buffer, "}\n");
}
