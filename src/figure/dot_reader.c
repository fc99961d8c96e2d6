/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * cgraph reads, this file copies what it read into plain strings and closes the graph again.
 * Its messages come through a callback, in pieces ("Error", ": ", text with a line break), and
 * cgraph passes no pointer along: they are gathered in one static buffer.
 */
#include "figure/dot_reader.h"

#include <graphviz/cgraph.h>
#if __has_include(<graphviz/graphviz_version.h>)
#include <graphviz/graphviz_version.h>
#endif
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "model/catalogue.h"

static struct buffer messages;

static int gather_message(char *piece)
{
    buffer_add_string(&messages, piece);
    return 0;
}

/* The number behind "line", or 0; cgraph counts from the line where it began to read. */
static size_t find_line_number(const char *message, size_t lines_before)
{
    const char *line = strstr(message, "in line ");
    return line == NULL ? 0 : lines_before + strtoul(line + strlen("in line "), NULL, 10);
}

/* "syntax error in line 3 near ';'" says its line in the finding's place, so not here again. */
static void add_message(struct findings *findings, struct text file, size_t lines_before,
                        char *message)
{
    const struct place place = {.file = file, .line = find_line_number(message, lines_before)};
    char *line = strstr(message, " in line ");
    if (line != NULL) {
        const size_t digits = strspn(line + strlen(" in line "), "0123456789");
        const char *rest = line + strlen(" in line ") + digits;
        memmove(line, rest, strlen(rest) + 1);
    }
    findings_add(findings, catalogue_get(FOUND_FIGURE_SYNTAX), place, TEXT_FORMAT,
                 TEXT_PARTS(text_trim(text_from(message))));
}

/* Start of the next "Error: " or "Warning: " at the beginning of a line, or NULL. */
static char *find_message(char *text)
{
    for (char *line = text; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, "Error: ", 7) == 0 || strncmp(line, "Warning: ", 9) == 0)
            return line;
    }
    return NULL;
}

/* Every message becomes a finding; a warning too, since what cgraph guesses nobody meant. */
static bool report_messages(struct findings *findings, struct text file, size_t lines_before)
{
    char *message = messages.length == 0 ? NULL : find_message(messages.at);
    const bool clean = message == NULL;
    while (message != NULL) {
        char *text = strchr(message, ' ') + 1;
        message = find_message(strchr(text, '\n')); /* its own line may quote what looks like one */
        if (message != NULL)
            message[-1] = '\0';
        add_message(findings, file, lines_before, text);
    }
    buffer_release(&messages);
    return clean;
}

static struct text copy_string(struct dot_graph *graph, const char *string)
{
    return arena_copy_text(&graph->arena, text_from(string));
}

static void copy_attribute(struct dot_graph *graph, struct dot_attribute attribute,
                           const char *name, char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    attribute.name = copy_string(graph, name);
    attribute.value = copy_string(graph, value);
    attribute.is_html = aghtmlstr(value) != 0;
    list_push(&graph->attributes, attribute);
}

static void copy_defaults(struct dot_graph *graph, Agraph_t *read, int kind, enum dot_object object)
{
    const struct dot_attribute attribute = {.object = object};
    for (Agsym_t *symbol = agnxtattr(read, kind, NULL); symbol != NULL;
         symbol = agnxtattr(read, kind, symbol))
        copy_attribute(graph, attribute, symbol->name, symbol->defval);
}

/* What differs from the default was said of this node. */
static void copy_node(struct dot_graph *graph, Agraph_t *read, Agnode_t *node)
{
    list_push(&graph->nodes, (struct dot_node){.name = copy_string(graph, agnameof(node))});
    const struct dot_attribute attribute = {.object = DOT_NODE, .node = graph->nodes.count - 1};
    for (Agsym_t *symbol = agnxtattr(read, AGNODE, NULL); symbol != NULL;
         symbol = agnxtattr(read, AGNODE, symbol)) {
        char *value = agxget(node, symbol);
        if (strcmp(value, symbol->defval) != 0)
            copy_attribute(graph, attribute, symbol->name, value);
    }
}

/* The same of an edge. */
static void copy_edge(struct dot_graph *graph, Agraph_t *read, Agedge_t *edge)
{
    const struct dot_attribute attribute = {.object = DOT_EDGE, .edge = graph->edge_count++};
    for (Agsym_t *symbol = agnxtattr(read, AGEDGE, NULL); symbol != NULL;
         symbol = agnxtattr(read, AGEDGE, symbol)) {
        char *value = agxget(edge, symbol);
        if (strcmp(value, symbol->defval) != 0)
            copy_attribute(graph, attribute, symbol->name, value);
    }
}

static void copy_graph(struct dot_graph *graph, Agraph_t *read)
{
    const char *name = agnameof(read);
    if (name != NULL && name[0] != '%') /* cgraph calls nameless graphs %1, %3, ... */
        graph->name = copy_string(graph, name);
    copy_defaults(graph, read, AGRAPH, DOT_GRAPH);
    copy_defaults(graph, read, AGNODE, DOT_NODES);
    copy_defaults(graph, read, AGEDGE, DOT_EDGES);
    for (Agnode_t *node = agfstnode(read); node != NULL; node = agnxtnode(read, node))
        copy_node(graph, read, node);
    for (Agnode_t *node = agfstnode(read); node != NULL; node = agnxtnode(read, node))
        for (Agedge_t *edge = agfstout(read, node); edge != NULL; edge = agnxtout(read, edge))
            copy_edge(graph, read, edge);
    graph->subgraph_count = (size_t)agnsubg(read);
}

/* cgraph goes through the nodes in the order in which the text first names them. */
static void find_places(struct dot_graph *graph, struct text dot)
{
    struct dot_place from = dot_start();
    for (size_t i = 0; i < graph->nodes.count; i++) {
        struct dot_node *node = &graph->nodes.items[i];
        node->place = dot_find_node(dot, from, node->name);
        if (node->place.line > 0)
            from = node->place;
    }
}

/* What cgraph has not asked for yet. */
struct unread {
    struct text rest;
    size_t lines; /* ends of lines before it */
};

/*
 * One byte a call: so cgraph stops at the end of a graph.  Given more, its versions differ in
 * what becomes of the text behind: one keeps it for whoever reads next, another drops it.
 */
static int read_byte(void *channel, char *bytes, int room)
{
    struct unread *unread = channel;
    if (unread->rest.length == 0 || room < 1)
        return 0;
    *bytes = *unread->rest.at;
    unread->lines += *bytes == '\n';
    unread->rest = (struct text){unread->rest.at + 1, unread->rest.length - 1};
    return 1;
}

static Agiodisc_t reading = {.afread = read_byte};

/* One graph, or NULL at the end of the text and where it is malformed. */
static Agraph_t *read_graph(struct unread *unread)
{
    Agdisc_t discipline = {.id = &AgIdDisc, .io = &reading};
#ifndef GRAPHVIZ_VERSION_MAJOR
    agsetfile(NULL); /* lines count from 1 again; newer versions do that by themselves */
#endif
    return agread(unread, &discipline);
}

/* Read to the end of the text, also behind the first graph: what stands there is not meant. */
static bool read_graphs(struct text dot, struct text file, struct dot_graph *graph,
                        struct findings *findings, size_t *count)
{
    struct unread unread = {.rest = dot};
    bool good = true;
    Agraph_t *read;
    do {
        const size_t lines_before = unread.lines;
        read = read_graph(&unread);
        if (read != NULL && (*count)++ == 0)
            copy_graph(graph, read);
        if (read != NULL)
            agclose(read);
        good &= report_messages(findings, file, lines_before);
    } while (good && read != NULL);
    if (good && unread.rest.length > 0) { /* to cgraph this sign is the end of the text */
        findings_add(findings, catalogue_get(FOUND_FIGURE_SYNTAX),
                     (struct place){.file = file, .line = unread.lines + 1},
                     "syntax error near '@'");
        good = false;
    }
    return good;
}

static bool refuse(struct findings *findings, enum catalogue_entry entry, struct text file,
                   const char *reason)
{
    findings_add(findings, catalogue_get(entry), (struct place){.file = file}, "%s", reason);
    return false;
}

static bool check_bytes(struct text dot, struct text file, struct findings *findings)
{
    if (dot.length > DOT_LENGTH_LIMIT)
        return refuse(findings, FOUND_FILE_UNREADABLE, file,
                      "a figure definition has 65536 bytes at most");
    if (text_trim(dot).length == 0)
        return refuse(findings, FOUND_FIGURE_SYNTAX, file, "the file holds no graph");
    if (memchr(dot.at, '\0', dot.length) != NULL)
        return refuse(findings, FOUND_FILE_BINARY, file, "the file has NUL bytes");
    const size_t invalid = text_find_invalid_utf8(dot);
    if (invalid == dot.length)
        return true;
    struct place place = {.file = file, .line = 1};
    for (size_t i = 0; i < invalid; i++)
        place.line += dot.at[i] == '\n';
    findings_add(findings, catalogue_get(FOUND_NOT_UTF8), place, "the text is not UTF-8");
    return false;
}

bool dot_read(struct text dot, struct text file, struct dot_graph *graph, struct findings *findings)
{
    *graph = (struct dot_graph){0};
    if (!check_bytes(dot, file, findings))
        return false;
    const agusererrf earlier = agseterrf(gather_message);
    const agerrlevel_t level = agseterr(AGWARN);
    size_t count = 0;
    bool good = read_graphs(dot, file, graph, findings, &count);
    agreseterrors();
    agseterr(level);
    agseterrf(earlier);

    if (good && count != 1)
        good = refuse(findings, FOUND_FIGURE_SYNTAX, file,
                      count == 0 ? "the file holds no graph" : "the file holds several graphs");
    if (good)
        find_places(graph, dot);
    else
        dot_graph_release(graph);
    return good;
}

void dot_graph_release(struct dot_graph *graph)
{
    arena_release(&graph->arena);
    list_release(&graph->attributes);
    list_release(&graph->nodes);
    *graph = (struct dot_graph){0};
}
