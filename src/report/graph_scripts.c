/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tables of nodes, edges, claims and sources, with a script that reads them.
 */
#include "report/graph_formats.h"

static const char r_script[] =
    "# Reads the network of this folder into igraph; needs the package igraph.\n"
    "# With signnet it also measures how balanced the signs are.\n"
    "suppressPackageStartupMessages(library(igraph))\n"
    "\n"
    "script <- sub(\"^--file=\", \"\", grep(\"^--file=\", commandArgs(), value = TRUE))\n"
    "folder <- if (length(script) == 1) dirname(script) else \".\"    # or the working folder\n"
    "# An apostrophe before = + - or @ keeps spreadsheets from taking a text for a formula.\n"
    "guarded <- \"^'(?='*[=+@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20-])\"\n"
    "plain <- function(x) if (is.character(x)) sub(guarded, \"\", x, perl = TRUE) else x\n"
    "read <- function(file) {\n"
    "  table <- read.csv(file.path(folder, file), encoding = \"UTF-8\", na.strings = \"\",\n"
    "                    stringsAsFactors = FALSE)\n"
    "  table[] <- lapply(table, plain)\n"
    "  table\n"
    "}\n"
    "nodes <- read(\"nodes.csv\")\n"
    "edges <- read(\"edges.csv\")\n"
    "claims <- read(\"claims.csv\")    # who says so, and where; edge is the id of an edge\n"
    "sources <- read(\"sources.csv\")\n"
    "\n"
    "# igraph takes the first column of nodes as \"name\": full names go by another one.\n"
    "names(nodes)[names(nodes) == \"name\"] <- \"full_name\"\n"
    "ends <- c(\"source\", \"target\")\n"
    "edges <- edges[, c(ends, setdiff(names(edges), ends))]\n"
    "g <- graph_from_data_frame(edges, directed = TRUE, vertices = nodes)\n"
    "\n"
    "# One tie of sign 1 or -1 between two groups, as signnet wants it: the sign of their sum.\n"
    "signed <- delete_edges(g, which(E(g)$sign == 0))\n"
    "signed <- as.undirected(signed, mode = \"collapse\",\n"
    "                        edge.attr.comb = list(sign = function(x) sign(sum(x)), \"ignore\"))\n"
    "signed <- delete_edges(signed, which(E(signed)$sign == 0))\n"
    "\n"
    "cat(vcount(g), \"groups,\", ecount(g), \"ties,\", sum(E(g)$sign > 0), \"positive,\",\n"
    "    sum(E(g)$sign < 0), \"negative\\n\")\n"
    "if (requireNamespace(\"signnet\", quietly = TRUE)) {\n"
    "  cat(\"balance (triangles):\", signnet::balance_score(signed, method = \"triangles\"), \"\\n\")\n"
    "  print(signnet::count_signed_triangles(signed))\n"
    "}\n";

static const char python_script[] =
    "#!/usr/bin/env python3\n"
    "\"\"\"Reads the network of this folder into NetworkX, and into igraph where that is there.\"\"\"\n"
    "import csv\n"
    "import pathlib\n"
    "import re\n"
    "\n"
    "import networkx\n"
    "\n"
    "FOLDER = pathlib.Path(__file__).resolve().parent\n"
    "\n"
    "\n"
    "def plain(text):\n"
    "    \"\"\"Without the apostrophe that keeps spreadsheets from taking a text for a formula.\"\"\"\n"
    "    return re.sub(\"^'(?='*[=+@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20-])\", \"\", text)\n"
    "\n"
    "\n"
    "def value_of(text):\n"
    "    \"\"\"A number where it is one.\"\"\"\n"
    "    for kind in int, float:\n"
    "        try:\n"
    "            return kind(text)\n"
    "        except ValueError:\n"
    "            pass\n"
    "    return plain(text)\n"
    "\n"
    "\n"
    "def read(name):\n"
    "    \"\"\"The rows of a table, without their empty cells.\"\"\"\n"
    "    with open(FOLDER / name, encoding=\"utf-8\", newline=\"\") as file:\n"
    "        return [{key: plain(text) if key in WORDS else value_of(text)\n"
    "                 for key, text in row.items() if text} for row in csv.DictReader(file)]\n"
    "\n"
    "\n"
    "WORDS = {\"id\", \"source\", \"target\", \"name\", \"label\", \"parent\", \"edge\", \"locator\",\n"
    "         \"founded\", \"ended\", \"start\", \"end\", \"issued\", \"title\", \"note\"}\n"
    "\n"
    "\n"
    "def network():\n"
    "    \"\"\"A directed multigraph; what each source says of a tie is its attribute 'said'.\"\"\"\n"
    "    graph = networkx.MultiDiGraph()\n"
    "    said = {}\n"
    "    for claim in read(\"claims.csv\"):\n"
    "        said.setdefault(claim.pop(\"edge\"), []).append(claim)\n"
    "    for node in read(\"nodes.csv\"):\n"
    "        graph.add_node(node.pop(\"id\"), **node)\n"
    "    for edge in read(\"edges.csv\"):\n"
    "        key = edge.pop(\"id\")\n"
    "        graph.add_edge(edge.pop(\"source\"), edge.pop(\"target\"), key, said=said.get(key, []),\n"
    "                       **edge)\n"
    "    return graph\n"
    "\n"
    "\n"
    "if __name__ == \"__main__\":\n"
    "    graph = network()\n"
    "    signs = [sign for _, _, sign in graph.edges(data=\"sign\")]\n"
    "    print(len(graph), \"groups,\", graph.size(), \"ties,\", signs.count(1), \"positive,\",\n"
    "          signs.count(-1), \"negative\")\n"
    "    try:\n"
    "        import igraph\n"
    "    except ImportError:\n"
    "        igraph = None\n"
    "    if igraph:\n"
    "        copy = igraph.Graph.from_networkx(graph)\n"
    "        print(\"in igraph:\", copy.vcount(), \"groups,\", copy.ecount(), \"ties\")\n";

static void add_cell(struct buffer *row, struct text text)
{
    if (row->length > 0 && row->at[row->length - 1] != '\n')
        buffer_add_char(row, ',');
    buffer_add_csv(row, text);
}

static void add_header(struct buffer *table, const char *first, const struct graph_table *of)
{
    buffer_add_string(table, first);
    for (size_t i = 0; i < of->attributes.count; i++)
        buffer_add_format(table, ",%s", of->attributes.items[i].name);
    buffer_add_char(table, '\n');
}

static void add_values(struct buffer *table, const struct graph_table *of, size_t row)
{
    for (size_t i = 0; i < of->attributes.count; i++) {
        const struct graph_value *value = graph_value_of(of, row, i);
        buffer_add_char(table, ',');
        if (value != NULL && of->attributes.items[i].type == GRAPH_STRING)
            buffer_add_csv(table, value->text);
        else if (value != NULL)
            buffer_add_exact(table, value->number);
    }
    buffer_add_char(table, '\n');
}

static void write_vertices(const struct graph *graph, struct buffer *table)
{
    add_header(table, "id", &graph->of_vertices);
    for (size_t i = 0; i < graph->vertices.count; i++) {
        add_cell(table, graph->vertices.items[i].id);
        add_values(table, &graph->of_vertices, i);
    }
}

static void write_edges(const struct graph *graph, struct buffer *table)
{
    add_header(table, "id,source,target", &graph->of_edges);
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        add_cell(table, edge->id);
        add_cell(table, graph->vertices.items[edge->from].id);
        add_cell(table, graph->vertices.items[edge->to].id);
        add_values(table, &graph->of_edges, i);
    }
}

static void write_claims(const struct graph *graph, struct buffer *table)
{
    buffer_add_string(table, "edge,source,locator,stance,grade,note\n");
    for (size_t i = 0; i < graph->edges.count; i++) {
        const struct graph_edge *edge = &graph->edges.items[i];
        for (size_t j = 0; j < edge->citation_count; j++) {
            const struct graph_citation *citation =
                &graph->citations.items[edge->first_citation + j];
            add_cell(table, edge->id);
            add_cell(table, graph->sources.items[citation->source].id);
            add_cell(table, citation->locator);
            add_cell(table, text_from(citation->disputes ? "disputes" : "supports"));
            add_cell(table, text_from(grade_name(citation->grade)));
            add_cell(table, citation->note);
            buffer_add_char(table, '\n');
        }
    }
}

static void write_sources(const struct graph *graph, struct buffer *table)
{
    buffer_add_string(table, "id,authors,issued,title,publisher,url\n");
    for (size_t i = 0; i < graph->sources.count; i++) {
        const struct graph_source *source = &graph->sources.items[i];
        add_cell(table, source->id);
        add_cell(table, source->authors);
        add_cell(table, source->issued);
        add_cell(table, source->title);
        add_cell(table, source->publisher);
        add_cell(table, source->url);
        buffer_add_char(table, '\n');
    }
}

static const struct {
    const char *file;
    void (*write)(const struct graph *graph, struct buffer *table);
} tables[] = {
    {"nodes.csv", write_vertices},
    {"edges.csv", write_edges},
    {"claims.csv", write_claims},
    {"sources.csv", write_sources},
};

static void write_folder(const struct graph *graph, const char *name, const char *script,
                         struct output_set *outputs)
{
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        struct buffer table = {0};
        tables[i].write(graph, &table);
        output_set_add(outputs, text_from(tables[i].file), buffer_text(&table));
        buffer_release(&table);
    }
    output_set_add(outputs, text_from(name), text_from(script));
}

void graph_write_r(const struct graph *graph, struct output_set *outputs)
{
    write_folder(graph, "network.R", r_script, outputs);
}

void graph_write_python(const struct graph *graph, struct output_set *outputs)
{
    write_folder(graph, "network.py", python_script, outputs);
}
