/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GEXF 1.1 to 1.3 (https://gexf.net): attributes by their titles, the time of an edge from its
 * spells, one tie a spell, or from its start and end.
 */
#include <math.h>

#include "importer/csv_rows.h"
#include "importer/formats.h"
#include "importer/graph_xml.h"

struct gexf {
    struct graph_xml xml;
    struct text_index titles[2]; /* id of an attribute -> place; of nodes and of edges */
    struct text_list names;
    bool of_edges; /* the attributes being declared, or the row being read */
    bool in_row;
    bool undirected;
    /* What the row says when its attributes do not: */
    bool mutual;
    struct text_list starts; /* of its spells */
    struct text_list ends;
};

static struct text attribute(struct gexf *gexf, const char *name)
{
    return graph_xml_attribute(&gexf->xml, name);
}

static void set(struct gexf *gexf, const char *name, const char *of)
{
    graph_rows_set(&gexf->xml.rows, name, attribute(gexf, of));
}

static void declare(struct gexf *gexf)
{
    text_index_add(&gexf->titles[gexf->of_edges], attribute(gexf, "id"),
                   (uint32_t)gexf->names.count);
    list_push(&gexf->names, attribute(gexf, "title"));
}

static void open_node(struct gexf *gexf)
{
    graph_rows_node(&gexf->xml.rows, gexf->xml.walk.line);
    set(gexf, "id", "id");
    set(gexf, "label", "label");
    set(gexf, "parent", "pid");
    gexf->in_row = true;
    gexf->of_edges = false;
}

static bool is_mutual(struct gexf *gexf)
{
    const struct text type = attribute(gexf, "type");
    if (text_equal_string(type, "undirected") || text_equal_string(type, "mutual"))
        return true;
    return gexf->undirected && !text_equal_string(type, "directed");
}

/* The first of two names that an attribute goes by. */
static struct text either(struct gexf *gexf, const char *name, const char *other)
{
    const struct text text = attribute(gexf, name);
    return text.length > 0 ? text : attribute(gexf, other);
}

/* When a spell starts or ends; GEXF 1.2 says startopen or endopen of a bound that lies outside of it
 * itself.  Where time is a number, "2005.0" is the year; other numbers are no dates. */
static struct text bound(struct gexf *gexf, const char *name, const char *open)
{
    const struct text text = either(gexf, name, open);
    double number;
    if (text.length == 0 || !text_to_double(text, &number) || number < 1000 || number > 9999 ||
        number != floor(number))
        return text;
    return arena_format(&gexf->xml.rows.arena, "%.0f", number);
}

static void add_spell(struct gexf *gexf)
{
    list_push(&gexf->starts, bound(gexf, "start", "startopen"));
    list_push(&gexf->ends, bound(gexf, "end", "endopen"));
}

static void open_edge(struct gexf *gexf)
{
    graph_rows_edge(&gexf->xml.rows, gexf->xml.walk.line);
    set(gexf, "id", "id");
    set(gexf, "source", "source");
    set(gexf, "target", "target");
    set(gexf, "kind", "kind");
    set(gexf, "weight", "weight");
    set(gexf, "label", "label");
    gexf->in_row = true;
    gexf->of_edges = true;
    gexf->mutual = is_mutual(gexf);
    gexf->starts.count = 0;
    gexf->ends.count = 0;
    if (either(gexf, "start", "startopen").length > 0 || either(gexf, "end", "endopen").length > 0)
        add_spell(gexf);
}

/* Attributes come first: they may say more than a spell can. */
static void close_edge(struct gexf *gexf)
{
    struct graph_rows *rows = &gexf->xml.rows;
    const bool dated =
        graph_rows_said(rows, "start").length > 0 || graph_rows_said(rows, "end").length > 0;
    if (gexf->mutual)
        graph_rows_set(rows, "direction", TEXT("mutual"));
    for (size_t i = 0; i < gexf->starts.count && !dated; i++) {
        if (i > 0)
            graph_rows_repeat(rows, "start", "end");
        graph_rows_set(rows, "start", gexf->starts.items[i]);
        graph_rows_set(rows, "end", gexf->ends.items[i]);
    }
}

static void set_value(struct gexf *gexf)
{
    const uint32_t place =
        text_index_find(&gexf->titles[gexf->of_edges], either(gexf, "for", "id")); /* id: 1.0 */
    if (place != TEXT_INDEX_ABSENT)
        graph_rows_set_named(&gexf->xml.rows, gexf->names.items[place], attribute(gexf, "value"));
}

static void open_element(void *format)
{
    struct gexf *gexf = format;
    const struct text name = gexf->xml.walk.name;
    if (text_equal_string(name, "graph"))
        gexf->undirected = !text_equal_string(attribute(gexf, "defaultedgetype"), "directed");
    else if (text_equal_string(name, "attributes"))
        gexf->of_edges = text_equal_string(attribute(gexf, "class"), "edge");
    else if (text_equal_string(name, "attribute"))
        declare(gexf);
    else if (text_equal_string(name, "node"))
        open_node(gexf);
    else if (text_equal_string(name, "edge"))
        open_edge(gexf);
    else if (text_equal_string(name, "attvalue") && gexf->in_row)
        set_value(gexf);
    else if (text_equal_string(name, "spell") && gexf->in_row && gexf->of_edges)
        add_spell(gexf);
}

static void close_element(void *format)
{
    struct gexf *gexf = format;
    const struct text name = gexf->xml.walk.name;
    if (!gexf->in_row || !text_equal_string(name, gexf->of_edges ? "edge" : "node"))
        return;
    if (gexf->of_edges)
        close_edge(gexf);
    gexf->in_row = false;
}

static const struct graph_xml_steps steps = {
    .opens = open_element,
    .closes = close_element,
};

static bool read(struct import *import, const char *path, struct error *error)
{
    struct gexf gexf = {.undirected = true};
    const bool good = graph_xml_read(&gexf.xml, &steps, import, path, error);
    list_release(&gexf.names);
    list_release(&gexf.starts);
    list_release(&gexf.ends);
    text_index_release(&gexf.titles[0]);
    text_index_release(&gexf.titles[1]);
    return good;
}

const struct import_format import_gexf = {
    .name = "gexf",
    .title = "GEXF",
    .description = "Nodes become groups and edges ties, one for each spell of an edge; their "
                   "attributes are\nread as the columns of a table are, and dates among them come "
                   "before spells.",
    CSV_FORMAT,
    .read = read,
};
