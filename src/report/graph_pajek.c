/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pajek network (Mrvar and Batagelj, Pajek reference manual): a numbered relation a family of kinds,
 * the sign of a tie that of its value, its kind as the label of the line.  Mutual ties are edges,
 * others arcs.  The plain form has a single unnamed relation of arcs, since igraph and NetworkX stop at,
 * or misread, headings with a number and a name.
 */
#include "base/text_index.h"
#include "report/graph_formats.h"

/* There is no escape for a quotation mark, and none may seem to be one. */
static void add_label(struct buffer *buffer, struct text text)
{
    buffer_add_char(buffer, '"');
    for (size_t i = 0; i < text.length; i++)
        buffer_add_char(buffer, text.at[i] == '"' ? '\'' : text.at[i]);
    buffer_add_string(buffer, buffer->at[buffer->length - 1] == '\\' ? " \"" : "\"");
}

/* Vertices are known by their names, so two of one name are told apart. */
static void add_vertices(const struct graph *graph, struct buffer *buffer)
{
    struct text_index names = {0};
    buffer_add_format(buffer, "*Vertices %zu\n", graph->vertices.count);
    for (size_t i = 0; i < graph->vertices.count; i++) {
        const struct graph_vertex *vertex = &graph->vertices.items[i];
        const struct graph_value *name = graph_value_of(&graph->of_vertices, i, 0);
        struct buffer label = {0};
        buffer_add_text(&label, name != NULL ? name->text : vertex->label);
        if (text_index_add(&names, name != NULL ? name->text : vertex->label, (uint32_t)i) !=
            (uint32_t)i)
            buffer_add_format(&label, " (" TEXT_FORMAT ")", TEXT_PARTS(vertex->id));
        buffer_add_format(buffer, "%zu ", i + 1);
        add_label(buffer, buffer_text(&label));
        buffer_add_char(buffer, '\n');
        buffer_release(&label);
    }
    text_index_release(&names);
}

static void add_edge(const struct graph_edge *edge, struct buffer *buffer)
{
    buffer_add_format(buffer, "%zu %zu ", edge->from + 1, edge->to + 1);
    buffer_add_exact(buffer, edge->sign * edge->weight);
    buffer_add_string(buffer, " l ");
    add_label(buffer, edge->kind);
    buffer_add_char(buffer, '\n');
}

/* Ties of one family, either mutual or not. */
static void add_relation(const struct graph *graph, enum family family, bool mutual, int number,
                         struct buffer *buffer)
{
    bool first = true;
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        if (edge->family != family || edge->mutual != mutual)
            continue;
        if (first)
            buffer_add_format(buffer, "%s :%d \"%s\"\n", mutual ? "*Edges" : "*Arcs", number,
                              family_name(family));
        first = false;
        add_edge(edge, buffer);
    }
}

static bool has_family(const struct graph *graph, enum family family)
{
    for (size_t i = 0; i < graph->edges.count; i++)
        if (graph->edges.items[i].family == family)
            return true;
    return false;
}

void graph_write_pajek(const struct graph *graph, struct buffer *buffer)
{
    int number = 0;
    add_vertices(graph, buffer);
    for (int family = 0; family < FAMILY_COUNT; family++) {
        if (!has_family(graph, (enum family)family))
            continue;
        number++;
        add_relation(graph, (enum family)family, false, number, buffer);
        add_relation(graph, (enum family)family, true, number, buffer);
    }
}

void graph_write_pajek_plain(const struct graph *graph, struct buffer *buffer)
{
    add_vertices(graph, buffer);
    buffer_add_string(buffer, "*Arcs\n");
    for (size_t i = 0; i < graph->edges.count; i++)
        add_edge(&graph->edges.items[i], buffer);
}
