/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The DOT language of Graphviz (https://graphviz.org/doc/info/lang.html), read for its nodes, edges
 * and their attributes; not by cgraph, which tells no lines of edges.  Subgraphs are looked through;
 * the defaults that they set hold within them.
 */
#include <string.h>
#include <strings.h>

#include "importer/csv_rows.h"
#include "importer/dot_tokens.h"
#include "importer/formats.h"
#include "importer/graph_rows.h"

#define DEPTH_MOST 64 /* of subgraphs */

struct pair {
    struct text name;
    struct text value;
};

LIST(pair_list, struct pair);

struct dot {
    struct graph_rows *rows;
    struct dot_tokens tokens;
    bool directed;
    struct pair_list defaults[2]; /* of nodes and of edges, those of inner subgraphs behind */
    size_t outer[2][DEPTH_MOST];  /* how many there were around a subgraph */
    size_t depth;                 /* of brackets */
    struct text_index described;  /* nodes that had a statement */
    struct pair_list attributes;  /* of the present statement */
};

static bool is_sign(const struct dot *dot, char sign)
{
    return dot->tokens.token == DOT_SIGN && dot->tokens.sign == sign;
}

static bool is_keyword(const struct dot *dot, const char *word)
{
    const struct dot_tokens *tokens = &dot->tokens;
    return tokens->token == DOT_ID && !tokens->quoted && strlen(word) == tokens->id.length &&
           strncasecmp(tokens->id.at, word, tokens->id.length) == 0;
}

static bool malformed(struct dot *dot, const char *reason)
{
    if (dot->tokens.token == DOT_BROKEN)
        reason = "a quotation is not closed, or a character means nothing";
    graph_rows_malformed(dot->rows, dot->tokens.line, 0, reason);
    return false;
}

/* Lists of attributes in brackets, any number of them. */
static bool read_attributes(struct dot *dot, struct pair_list *list)
{
    while (is_sign(dot, '[')) {
        dot_tokens_next(&dot->tokens);
        while (!is_sign(dot, ']')) {
            struct pair pair = {.name = dot->tokens.id};
            if (dot->tokens.token != DOT_ID)
                return malformed(dot, "the name of an attribute or ']' is expected");
            dot_tokens_next(&dot->tokens);
            if (is_sign(dot, '=')) {
                dot_tokens_next(&dot->tokens);
                if (dot->tokens.token != DOT_ID)
                    return malformed(dot, "the value of an attribute is expected");
                pair.value = dot->tokens.id;
                dot_tokens_next(&dot->tokens);
            }
            list_push(list, pair);
            if (is_sign(dot, ',') || is_sign(dot, ';'))
                dot_tokens_next(&dot->tokens);
        }
        dot_tokens_next(&dot->tokens);
    }
    return true;
}

/* What the statement says comes before what holds for all; of two defaults the last one stands. */
static void set_attributes(struct dot *dot, bool of_edge)
{
    const struct pair_list *defaults = &dot->defaults[of_edge];
    for (size_t i = dot->attributes.count; i-- > 0;)
        graph_rows_set_named(dot->rows, dot->attributes.items[i].name,
                             dot->attributes.items[i].value);
    for (size_t i = defaults->count; i-- > 0;)
        graph_rows_set_named(dot->rows, defaults->items[i].name, defaults->items[i].value);
}

static void add_node(struct dot *dot, struct text id, size_t line)
{
    if (text_index_find(&dot->described, id) != TEXT_INDEX_ABSENT) {
        if (dot->attributes.count > 0)
            graph_rows_refused(dot->rows, line, FOUND_ID_REPEATED,
                               "the node is described before; its first statement is used");
        return;
    }
    text_index_add(&dot->described, id, 0);
    graph_rows_node(dot->rows, line);
    graph_rows_set(dot->rows, "id", id);
    set_attributes(dot, false);
}

static void add_edge(struct dot *dot, struct text source, struct text target, size_t line)
{
    graph_rows_edge(dot->rows, line);
    graph_rows_set(dot->rows, "source", source);
    graph_rows_set(dot->rows, "target", target);
    set_attributes(dot, true);
    const struct text dir = graph_rows_said(dot->rows, "dir");
    if (!dot->directed || text_equal_string(dir, "none") || text_equal_string(dir, "both"))
        graph_rows_set(dot->rows, "direction", TEXT("mutual"));
}

/* A node with its port, which says nothing here. */
static bool read_end(struct dot *dot, struct text *id)
{
    *id = dot->tokens.id;
    if (dot->tokens.token != DOT_ID)
        return malformed(dot, "a node is expected");
    dot_tokens_next(&dot->tokens);
    while (is_sign(dot, ':')) {
        dot_tokens_next(&dot->tokens);
        if (dot->tokens.token != DOT_ID)
            return malformed(dot, "a port is expected");
        dot_tokens_next(&dot->tokens);
    }
    return true;
}

/* node, or node -> node -> ..., with attributes; or name = value of the graph. */
static bool read_nodes(struct dot *dot)
{
    struct text_list ends = {0};
    struct text id;
    const size_t line = dot->tokens.line;
    bool to_subgraph = false;
    bool good = read_end(dot, &id);
    if (good && is_sign(dot, '=')) {
        dot_tokens_next(&dot->tokens);
        return read_end(dot, &id);
    }
    list_push(&ends, id);
    while (good && !to_subgraph && dot->tokens.token == DOT_ARROW) {
        dot_tokens_next(&dot->tokens);
        to_subgraph = is_sign(dot, '{') || is_keyword(dot, "subgraph");
        good = to_subgraph || read_end(dot, &id);
        if (good && !to_subgraph)
            list_push(&ends, id);
    }
    dot->attributes.count = 0;
    good = good && read_attributes(dot, &dot->attributes);
    if (good && ends.count == 1 && !to_subgraph)
        add_node(dot, ends.items[0], line);
    for (size_t i = 1; good && i < ends.count; i++)
        add_edge(dot, ends.items[i - 1], ends.items[i], line);
    if (to_subgraph)
        graph_rows_refused(dot->rows, line, FOUND_GRAPH_SYNTAX,
                           "an edge to a subgraph is not read; write one for each node");
    list_release(&ends);
    return good;
}

static bool open_scope(struct dot *dot)
{
    if (dot->depth == DEPTH_MOST)
        return malformed(dot, "subgraphs are nested too deeply");
    for (int i = 0; i < 2; i++)
        dot->outer[i][dot->depth] = dot->defaults[i].count;
    dot->depth++;
    dot_tokens_next(&dot->tokens);
    return true;
}

/* Defaults of a subgraph end with it; an edge from one is not read. */
static bool close_scope(struct dot *dot)
{
    dot->depth--;
    for (int i = 0; i < 2; i++)
        dot->defaults[i].count = dot->outer[i][dot->depth];
    dot_tokens_next(&dot->tokens);
    dot->attributes.count = 0; /* of an edge to it, which is refused */
    if (!read_attributes(dot, &dot->attributes))
        return false;
    if (dot->tokens.token != DOT_ARROW)
        return true;
    graph_rows_refused(dot->rows, dot->tokens.line, FOUND_GRAPH_SYNTAX,
                       "an edge from a subgraph is not read; write one for each node");
    dot_tokens_next(&dot->tokens);
    return true;
}

static bool read_subgraph(struct dot *dot)
{
    dot_tokens_next(&dot->tokens);
    if (dot->tokens.token == DOT_ID)
        dot_tokens_next(&dot->tokens);
    return true;
}

static bool read_defaults(struct dot *dot, struct pair_list *list)
{
    dot_tokens_next(&dot->tokens);
    return read_attributes(dot, list);
}

static bool read_statement(struct dot *dot)
{
    if (is_sign(dot, '{'))
        return open_scope(dot);
    if (is_sign(dot, '}'))
        return close_scope(dot);
    if (is_sign(dot, ';') || is_sign(dot, ',')) {
        dot_tokens_next(&dot->tokens);
        return true;
    }
    if (is_keyword(dot, "subgraph"))
        return read_subgraph(dot);
    if (is_keyword(dot, "node") || is_keyword(dot, "edge"))
        return read_defaults(dot, &dot->defaults[is_keyword(dot, "edge")]);
    if (is_keyword(dot, "graph")) {
        dot->attributes.count = 0;
        return read_defaults(dot, &dot->attributes);
    }
    return read_nodes(dot);
}

static void read_graph(struct dot *dot)
{
    dot_tokens_next(&dot->tokens);
    if (is_keyword(dot, "strict"))
        dot_tokens_next(&dot->tokens);
    dot->directed = is_keyword(dot, "digraph");
    if (!dot->directed && !is_keyword(dot, "graph")) {
        malformed(dot, "'graph' or 'digraph' is expected");
        return;
    }
    read_subgraph(dot); /* its name */
    bool good = is_sign(dot, '{') ? open_scope(dot) : malformed(dot, "'{' is expected");
    while (good && dot->depth > 0)
        good = dot->tokens.token == DOT_END ? malformed(dot, "a '{' is not closed")
                                            : read_statement(dot);
    if (good && dot->tokens.token != DOT_END)
        malformed(dot, "what stands behind the graph is not read");
}

static bool read(struct import *import, const char *path, struct error *error)
{
    struct graph_rows rows;
    if (!graph_rows_open(&rows, import, path, false, error))
        return false;
    rows.implicit = true; /* edges make nodes */
    struct dot dot = {.rows = &rows};
    dot.tokens = (struct dot_tokens){.text = rows.contents, .next_line = 1, .arena = &rows.arena};
    read_graph(&dot);
    dot_tokens_release(&dot.tokens);
    list_release(&dot.defaults[0]);
    list_release(&dot.defaults[1]);
    list_release(&dot.attributes);
    text_index_release(&dot.described);
    return graph_rows_close(&rows, error);
}

const struct import_format import_dot = {
    .name = "dot",
    .title = "DOT of Graphviz",
    .description =
        "Nodes become groups and edges ties; their attributes are read as the columns of "
        "a table\nare. Edges of a graph that is no digraph, and those without or with two "
        "heads, are mutual.",
    CSV_FORMAT,
    .read = read,
};
