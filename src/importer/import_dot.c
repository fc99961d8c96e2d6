/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The DOT language of Graphviz (https://graphviz.org/doc/info/lang.html), read for its nodes, edges
 * and their attributes; not by cgraph, which tells no lines of edges.  The defaults that a subgraph
 * sets hold within it; an edge to one is an edge to each of its nodes.  Of several statements on a
 * node the last word on an attribute stands.
 */
#include <string.h>
#include <strings.h>

#include "importer/csv_rows.h"
#include "importer/dot_tokens.h"
#include "importer/formats.h"
#include "importer/graph_rows.h"

#define DEPTH_MOST 64        /* of subgraphs */
#define PRODUCTS_MOST 100000 /* edges of a file that edges to subgraphs stand for */

struct pair {
    struct text name;
    struct text value;
};

LIST(pair_list, struct pair);

struct dot_node {
    struct text id;
    size_t line;
    struct pair_list attributes; /* defaults first */
};

LIST(dot_node_list, struct dot_node);

struct dot {
    struct graph_rows *rows;
    struct dot_tokens tokens;
    bool directed;
    struct pair_list defaults[2]; /* of nodes and of edges, those of inner subgraphs behind */
    size_t depth;                 /* of brackets */
    struct dot_node_list nodes;
    struct text_index described; /* id -> place in nodes */
    struct text_list members;    /* nodes as they are named, those of inner subgraphs behind */
    size_t products;
    struct pair_list attributes; /* of the present statement */
};

static bool read_statement(struct dot *dot);

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

static void push_pairs(struct pair_list *to, const struct pair_list *from)
{
    for (size_t i = 0; i < from->count; i++)
        list_push(to, from->items[i]);
}

/* The last word on an attribute comes first, for in rows the first one stands. */
static void set_pairs(struct dot *dot, const struct pair_list *pairs)
{
    for (size_t i = pairs->count; i-- > 0;)
        graph_rows_set_named(dot->rows, pairs->items[i].name, pairs->items[i].value);
}

static void add_node(struct dot *dot, struct text id, size_t line)
{
    const uint32_t number = (uint32_t)dot->nodes.count;
    const uint32_t place = text_index_add(&dot->described, id, number);
    if (place == number) {
        list_push(&dot->nodes, ((struct dot_node){.id = id, .line = line}));
        push_pairs(&dot->nodes.items[place].attributes, &dot->defaults[0]);
    }
    push_pairs(&dot->nodes.items[place].attributes, &dot->attributes);
}

static void make_rows_of_nodes(struct dot *dot)
{
    for (size_t i = 0; i < dot->nodes.count; i++) {
        graph_rows_node(dot->rows, dot->nodes.items[i].line);
        graph_rows_set(dot->rows, "id", dot->nodes.items[i].id);
        set_pairs(dot, &dot->nodes.items[i].attributes);
        list_release(&dot->nodes.items[i].attributes);
    }
    list_release(&dot->nodes);
}

static void add_edge(struct dot *dot, struct text source, struct text target, size_t line)
{
    graph_rows_edge(dot->rows, line);
    graph_rows_set(dot->rows, "source", source);
    graph_rows_set(dot->rows, "target", target);
    set_pairs(dot, &dot->attributes);
    set_pairs(dot, &dot->defaults[1]);
    const struct text dir = graph_rows_said(dot->rows, "dir");
    if (!dot->directed || text_equal_string(dir, "none") || text_equal_string(dir, "both"))
        graph_rows_set(dot->rows, "direction", TEXT("mutual"));
}

/* A node with its port, which says nothing here. */
static bool read_id(struct dot *dot, struct text *id)
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

/* Statements up to the bracket that closes; defaults that they set end there. */
static bool read_block(struct dot *dot)
{
    size_t outer[2];
    bool good = true;
    if (dot->depth == DEPTH_MOST)
        return malformed(dot, "subgraphs are nested too deeply");
    dot->depth++;
    for (int i = 0; i < 2; i++)
        outer[i] = dot->defaults[i].count;
    dot_tokens_next(&dot->tokens);
    while (good && !is_sign(dot, '}'))
        good = dot->tokens.token == DOT_END ? malformed(dot, "a '{' is not closed")
                                            : read_statement(dot);
    if (good)
        dot_tokens_next(&dot->tokens);
    for (int i = 0; i < 2; i++)
        dot->defaults[i].count = outer[i];
    dot->depth--;
    return good;
}

/* One side of an edge, or what would be: the members from `first` on. */
struct side {
    size_t first;
    size_t count;
    bool is_node;
};

LIST(side_list, struct side);

static bool starts_subgraph(const struct dot *dot)
{
    return is_sign(dot, '{') || is_keyword(dot, "subgraph");
}

static bool read_subgraph(struct dot *dot)
{
    if (is_keyword(dot, "subgraph")) {
        dot_tokens_next(&dot->tokens);
        if (dot->tokens.token == DOT_ID)
            dot_tokens_next(&dot->tokens);
    }
    return !is_sign(dot, '{') || read_block(dot);
}

/* Each node once, in the order in which they are named. */
static void drop_repeated(struct text_list *members, struct side *side)
{
    struct text_index seen = {0};
    side->count = 0;
    for (size_t i = side->first; i < members->count; i++) {
        const uint32_t number = (uint32_t)side->count;
        if (text_index_add(&seen, members->items[i], number) == number)
            members->items[side->first + side->count++] = members->items[i];
    }
    members->count = side->first + side->count;
    text_index_release(&seen);
}

static bool read_side(struct dot *dot, struct side_list *sides)
{
    struct side side = {.first = dot->members.count, .count = 1};
    struct text id;
    if (starts_subgraph(dot)) {
        if (!read_subgraph(dot))
            return false;
        drop_repeated(&dot->members, &side);
    } else {
        if (!read_id(dot, &id))
            return false;
        side.is_node = true;
        list_push(&dot->members, id);
    }
    list_push(sides, side);
    return true;
}

static void join_sides(struct dot *dot, struct side from, struct side to, size_t line)
{
    if (from.count == 0 || to.count == 0) {
        graph_rows_refused(dot->rows, line, FOUND_GRAPH_SYNTAX,
                           "an edge to a subgraph whose nodes are not named there");
        return;
    }
    const size_t products = from.is_node && to.is_node ? 0 : from.count * to.count;
    if (dot->products + products > PRODUCTS_MOST) {
        graph_rows_refused(dot->rows, line, FOUND_GRAPH_SYNTAX,
                           "edges to subgraphs stand for over 100000 edges");
        return;
    }
    dot->products += products;
    for (size_t i = 0; i < from.count; i++)
        for (size_t j = 0; j < to.count; j++)
            add_edge(dot, dot->members.items[from.first + i], dot->members.items[to.first + j],
                     line);
}

/* Nodes that only edges name are nodes all the same, as the defaults say. */
static void describe_sides(struct dot *dot, const struct side_list *sides, size_t line)
{
    for (size_t i = 0; i < sides->count; i++)
        if (sides->items[i].is_node)
            add_node(dot, dot->members.items[sides->items[i].first], line);
}

/* A node or subgraph, or several with arrows between, and attributes; or name = value of the graph. */
static bool read_nodes(struct dot *dot)
{
    struct side_list sides = {0};
    struct text id;
    const size_t line = dot->tokens.line;
    bool good = read_side(dot, &sides);
    if (good && sides.items[0].is_node && is_sign(dot, '=')) {
        dot->members.count = sides.items[0].first;
        list_release(&sides);
        dot_tokens_next(&dot->tokens);
        return read_id(dot, &id);
    }
    while (good && dot->tokens.token == DOT_ARROW) {
        dot_tokens_next(&dot->tokens);
        good = read_side(dot, &sides);
    }
    dot->attributes.count = 0;
    if (sides.count > 1)
        describe_sides(dot, &sides, line);
    good = good && read_attributes(dot, &dot->attributes);
    if (good && sides.count == 1 && sides.items[0].is_node)
        add_node(dot, dot->members.items[sides.items[0].first], line);
    for (size_t i = 1; good && i < sides.count; i++)
        join_sides(dot, sides.items[i - 1], sides.items[i], line);
    list_release(&sides);
    return good;
}

static bool read_defaults(struct dot *dot, struct pair_list *list)
{
    dot_tokens_next(&dot->tokens);
    return read_attributes(dot, list);
}

static bool read_statement(struct dot *dot)
{
    if (is_sign(dot, ';') || is_sign(dot, ',')) {
        dot_tokens_next(&dot->tokens);
        return true;
    }
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
    dot_tokens_next(&dot->tokens);
    if (dot->tokens.token == DOT_ID) /* its name */
        dot_tokens_next(&dot->tokens);
    const bool good = is_sign(dot, '{') ? read_block(dot) : malformed(dot, "'{' is expected");
    if (good && dot->tokens.token != DOT_END)
        malformed(dot, "what stands behind the graph is not read");
}

static bool read(struct import *import, const char *path, struct error *error)
{
    struct graph_rows rows;
    if (!graph_rows_open(&rows, import, path, false, error))
        return false;
    struct dot dot = {.rows = &rows};
    dot.tokens = (struct dot_tokens){.text = rows.contents, .next_line = 1, .arena = &rows.arena};
    read_graph(&dot);
    make_rows_of_nodes(&dot);
    dot_tokens_release(&dot.tokens);
    list_release(&dot.defaults[0]);
    list_release(&dot.defaults[1]);
    list_release(&dot.attributes);
    list_release(&dot.members);
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
