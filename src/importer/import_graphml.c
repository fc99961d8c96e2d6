/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GraphML (http://graphml.graphdrawing.org): nodes and edges of all graphs of the file, nested ones
 * too, with their data by the names of their keys, and the labels that yEd draws.  Hyperedges join
 * more than two and are refused.
 */
#include "base/buffer.h"
#include "importer/csv_rows.h"
#include "importer/formats.h"
#include "importer/graph_xml.h"

struct key {
    struct text id;
    struct text name;
    struct text of;       /* "node", "edge", "all" */
    struct text standard; /* its default value */
};

LIST(key_list, struct key);

struct graphml {
    struct graph_xml xml;
    struct key_list keys;
    struct text_index ids; /* of keys */
    struct text data;      /* name of what is being read; empty outside */
    struct buffer value;
    struct buffer label; /* that yEd draws */
    bool undirected;     /* edges, unless they say otherwise */
    bool in_row;
    bool in_default;
    bool nested;        /* data has elements in it: a drawing, no value */
    size_t depth;       /* of elements inside data */
    size_t label_depth; /* of the label among them; 0 outside */
};

static struct text attribute(struct graphml *graphml, const char *name)
{
    return graph_xml_attribute(&graphml->xml, name);
}

static void open_key(struct graphml *graphml)
{
    const struct key key = {
        .id = attribute(graphml, "id"),
        .name = attribute(graphml, "attr.name"),
        .of = attribute(graphml, "for"),
    };
    text_index_add(&graphml->ids, key.id, (uint32_t)graphml->keys.count);
    list_push(&graphml->keys, key);
}

static void open_node(struct graphml *graphml)
{
    graph_rows_node(&graphml->xml.rows, graphml->xml.walk.line);
    graph_rows_set(&graphml->xml.rows, "id", attribute(graphml, "id"));
    graphml->in_row = true;
}

static void open_edge(struct graphml *graphml)
{
    const struct text directed = attribute(graphml, "directed");
    graph_rows_edge(&graphml->xml.rows, graphml->xml.walk.line);
    graph_rows_set(&graphml->xml.rows, "id", attribute(graphml, "id"));
    graph_rows_set(&graphml->xml.rows, "source", attribute(graphml, "source"));
    graph_rows_set(&graphml->xml.rows, "target", attribute(graphml, "target"));
    graphml->in_row = true;
    if (directed.length > 0 ? text_equal_string(directed, "false") : graphml->undirected)
        graph_rows_set(&graphml->xml.rows, "direction", TEXT("mutual"));
}

static void open_data(struct graphml *graphml)
{
    const struct text id = attribute(graphml, "key");
    const uint32_t place = text_index_find(&graphml->ids, id);
    graphml->data = id;
    if (place != TEXT_INDEX_ABSENT && graphml->keys.items[place].name.length > 0)
        graphml->data = graphml->keys.items[place].name;
    graphml->value.length = 0;
    graphml->label.length = 0;
    graphml->nested = false;
    graphml->depth = 0;
}

/* yEd keeps names as labels inside of its drawings: y:NodeLabel, y:EdgeLabel.  The first one counts. */
static void open_inside(struct graphml *graphml)
{
    const struct text name = graphml->xml.walk.name;
    graphml->nested = true;
    graphml->depth++;
    if (graphml->label_depth == 0 && text_trim(buffer_text(&graphml->label)).length == 0 &&
        (text_equal_string(name, "NodeLabel") || text_equal_string(name, "EdgeLabel")))
        graphml->label_depth = graphml->depth;
}

static void close_inside(struct graphml *graphml)
{
    if (graphml->depth == graphml->label_depth)
        graphml->label_depth = 0;
    graphml->depth--;
}

static void close_data(struct graphml *graphml)
{
    if (graphml->nested)
        graph_rows_set(&graphml->xml.rows, "label", buffer_text(&graphml->label));
    else
        graph_rows_set_named(&graphml->xml.rows, graphml->data, buffer_text(&graphml->value));
    graphml->data = (struct text){0};
}

static void open_element(void *format)
{
    struct graphml *graphml = format;
    const struct text name = graphml->xml.walk.name;
    if (graphml->data.length > 0)
        open_inside(graphml);
    else if (text_equal_string(name, "key"))
        open_key(graphml);
    else if (text_equal_string(name, "default"))
        graphml->in_default = graphml->keys.count > 0;
    else if (text_equal_string(name, "graph"))
        graphml->undirected = text_equal_string(attribute(graphml, "edgedefault"), "undirected");
    else if (text_equal_string(name, "node"))
        open_node(graphml);
    else if (text_equal_string(name, "edge"))
        open_edge(graphml);
    else if (text_equal_string(name, "data") && graphml->in_row)
        open_data(graphml);
    else if (text_equal_string(name, "hyperedge"))
        graph_rows_refused(&graphml->xml.rows, graphml->xml.walk.line, FOUND_GRAPH_SYNTAX,
                           "an edge between more than two nodes is no tie");
}

/* What the keys say of nodes or edges that do not say it themselves. */
static void add_defaults(struct graphml *graphml, const char *element)
{
    for (size_t i = 0; i < graphml->keys.count; i++) {
        const struct key *key = &graphml->keys.items[i];
        if (text_equal_string(key->of, element) || text_equal_string(key->of, "all"))
            graph_rows_set_named(&graphml->xml.rows, key->name, key->standard);
    }
}

static void close_element(void *format)
{
    struct graphml *graphml = format;
    const struct text name = graphml->xml.walk.name;
    if (graphml->data.length > 0 && graphml->depth > 0) {
        close_inside(graphml);
    } else if (graphml->data.length > 0) {
        close_data(graphml);
    } else if (text_equal_string(name, "default")) {
        graphml->in_default = false;
    } else if (text_equal_string(name, "node") || text_equal_string(name, "edge")) {
        if (graphml->in_row)
            add_defaults(graphml, text_equal_string(name, "node") ? "node" : "edge");
        graphml->in_row = false;
    }
}

static void take_text(void *format)
{
    struct graphml *graphml = format;
    if (graphml->label_depth > 0 && graphml->depth == graphml->label_depth)
        buffer_add_text(&graphml->label, graphml->xml.walk.text);
    else if (graphml->data.length > 0)
        buffer_add_text(&graphml->value, graphml->xml.walk.text);
    else if (graphml->in_default)
        graphml->keys.items[graphml->keys.count - 1].standard =
            arena_copy_text(&graphml->xml.rows.arena, graphml->xml.walk.text);
}

static const struct graph_xml_steps steps = {
    .opens = open_element,
    .closes = close_element,
    .takes_text = take_text,
};

static bool read(struct import *import, const char *path, struct error *error)
{
    struct graphml graphml = {0};
    const bool good = graph_xml_read(&graphml.xml, &steps, import, path, error);
    list_release(&graphml.keys);
    text_index_release(&graphml.ids);
    buffer_release(&graphml.value);
    buffer_release(&graphml.label);
    return good;
}

const struct import_format import_graphml = {
    .name = "graphml",
    .title = "GraphML",
    .description =
        "Nodes become groups and edges ties; their data is read as the columns of a table "
        "are.\nUndirected edges are mutual where their kind is a new one.",
    CSV_FORMAT,
    .read = read,
};
