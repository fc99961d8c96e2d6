/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GML (Himsolt 1997, "GML: A portable Graph File Format"): ASCII, other characters as &#number;.
 * Labels of nodes are unique, because NetworkX knows nodes by them.
 */
#include "base/text_index.h"
#include "report/graph_formats.h"

static void add_escaped(struct buffer *buffer, struct text text)
{
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const unsigned codepoint = text_next_codepoint(text, &offset);
        if (codepoint == '"')
            buffer_add_string(buffer, "&quot;");
        else if (codepoint == '&')
            buffer_add_string(buffer, "&amp;");
        else if (codepoint > 126)
            buffer_add_format(buffer, "&#%u;", codepoint);
        else
            buffer_add_text(buffer, (struct text){text.at + start, offset - start});
    }
}

static void add_string(struct buffer *buffer, const char *indent, const char *key, struct text text)
{
    buffer_add_format(buffer, "%s%s \"", indent, key);
    add_escaped(buffer, text);
    buffer_add_string(buffer, "\"\n");
}

/* What marks a number as one with a point, for readers that tell the two apart. */
static void add_real(struct buffer *buffer, double number)
{
    const size_t before = buffer->length;
    buffer_add_exact(buffer, number);
    for (size_t i = before; i < buffer->length; i++)
        if (buffer->at[i] == '.' || buffer->at[i] == 'e')
            return;
    buffer_add_string(buffer, ".0");
}

static void add_values(const struct graph_table *table, size_t row, bool with_label,
                       struct buffer *buffer)
{
    for (size_t i = 0; i < table->attributes.count; i++) {
        const struct graph_attribute *attribute = &table->attributes.items[i];
        const struct graph_value *value = graph_value_of(table, row, i);
        if (value == NULL || (!with_label && text_equal_string(TEXT("label"), attribute->name)))
            continue;
        if (attribute->type == GRAPH_STRING) {
            add_string(buffer, "    ", attribute->name, value->text);
            continue;
        }
        buffer_add_format(buffer, "    %s ", attribute->name);
        if (attribute->type == GRAPH_INT)
            buffer_add_number(buffer, value->number, 0);
        else
            add_real(buffer, value->number);
        buffer_add_char(buffer, '\n');
    }
}

static void add_vertex(const struct graph *graph, size_t row, struct text_index *labels,
                       struct buffer *buffer)
{
    const struct graph_vertex *vertex = &graph->vertices.items[row];
    struct buffer label = {0};
    buffer_add_text(&label, vertex->label);
    if (text_index_add(labels, vertex->label, (uint32_t)row) != (uint32_t)row)
        buffer_add_format(&label, " (" TEXT_FORMAT ")", TEXT_PARTS(vertex->id));
    buffer_add_format(buffer, "  node [\n    id %zu\n", row);
    add_string(buffer, "    ", "label", buffer_text(&label));
    add_string(buffer, "    ", "key", vertex->id);
    add_values(&graph->of_vertices, row, false, buffer);
    buffer_add_string(buffer, "  ]\n");
    buffer_release(&label);
}

void graph_write_gml(const struct graph *graph, struct buffer *buffer)
{
    struct text_index labels = {0};
    buffer_add_string(buffer, "graph [\n  directed 1\n  multigraph 1\n");
    for (size_t i = 0; i < graph->facts.count; i++)
        add_string(buffer, "  ", graph->facts.items[i].name, graph->facts.items[i].text);
    for (size_t i = 0; i < graph->vertices.count; i++)
        add_vertex(graph, i, &labels, buffer);
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        buffer_add_format(buffer, "  edge [\n    source %zu\n    target %zu\n", edge->from,
                          edge->to);
        add_string(buffer, "    ", "key", edge->id);
        add_values(&graph->of_edges, i, true, buffer);
        buffer_add_string(buffer, "  ]\n");
    }
    buffer_add_string(buffer, "]\n");
    text_index_release(&labels);
}
