/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/graph_format.h"

#include "base/choice.h"
#include "report/graph_formats.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct graph_format formats[] = {
    {.name = "graphml",
     .summary = "GraphML, for igraph, NetworkX, Gephi, yEd and Cytoscape",
     .write = graph_write_graphml},
    {.name = "gml",
     .summary = "Graph Modelling Language, for igraph, NetworkX and Gephi",
     .write = graph_write_gml},
    {.name = "pajek",
     .summary = "Pajek network (.net), a relation a family, negative values for negative ties",
     .lost = "Pajek has no place for dates, claims, sources, notes, measures and what is said of "
             "groups besides their names",
     .write = graph_write_pajek},
    {.name = "pajek-plain",
     .summary = "Pajek network with one relation, as igraph and NetworkX read it",
     .lost = "plain Pajek has no place for directions, families, dates, claims, sources, notes, "
             "measures and what is said of groups besides their names",
     .write = graph_write_pajek_plain},
    {.name = "gexf",
     .summary = "GEXF 1.3 with the days on which each tie can have held, for Gephi",
     .write = graph_write_gexf},
    {.name = "dot", .summary = "DOT, for Graphviz", .write = graph_write_dot},
    {.name = "json",
     .summary = "JSON node-link data, for NetworkX and D3",
     .write = graph_write_node_link},
    {.name = "cyjs",
     .summary = "Cytoscape JSON, for Cytoscape and Cytoscape.js",
     .write = graph_write_cytoscape},
    {.name = "cx2",
     .summary = "CX2, for Cytoscape and NDEx, with a list of citations on each tie",
     .write = graph_write_cx2},
    {.name = "jgf", .summary = "JSON Graph Format 2", .write = graph_write_jgf},
    {.name = "r",
     .summary = "a folder of tables with an R script for igraph and signnet",
     .write_files = graph_write_r},
    {.name = "python",
     .summary = "a folder of tables with a Python script for NetworkX and igraph",
     .write_files = graph_write_python},
};

const struct graph_format *graph_formats(size_t *count)
{
    *count = COUNT_OF(formats);
    return formats;
}

const struct graph_format *graph_format_find(struct text name, struct error *error)
{
    struct text names[COUNT_OF(formats)];
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (text_equal_string(name, formats[i].name))
            return &formats[i];
        names[i] = text_from(formats[i].name);
    }
    choice_refuse("format of graphs", name, names, COUNT_OF(formats), error);
    return NULL;
}
