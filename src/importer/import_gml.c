/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GML (Himsolt 1997): keys with a number, a text or a list in brackets.  Lists inside nodes and
 * edges (graphics) are skipped.  A node has a number as id; where it has a "key" too, as those that
 * this program writes, that is its original id.
 */
#include <string.h>

#include "base/buffer.h"
#include "importer/csv_rows.h"
#include "importer/formats.h"
#include "importer/graph_rows.h"

enum token {
    GML_KEY,
    GML_NUMBER,
    GML_TEXT,
    GML_OPEN,
    GML_CLOSE,
    GML_END,
    GML_BROKEN,
};

struct gml {
    struct graph_rows *rows;
    struct text text;
    size_t at;
    size_t line;
    struct text word;     /* of a key or a number */
    struct buffer string; /* of a text, its entities undone */
    bool directed;
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_word(char byte)
{
    return !is_space(byte) && byte != '[' && byte != ']' && byte != '"';
}

/* Lines that begin with # are comments. */
static void skip_space(struct gml *gml)
{
    bool comment = false;
    for (; gml->at < gml->text.length; gml->at++) {
        const char byte = gml->text.at[gml->at];
        const bool starts = gml->at == 0 || gml->text.at[gml->at - 1] == '\n';
        comment = byte == '\n' ? false : comment || (byte == '#' && starts);
        if (!comment && !is_space(byte))
            return;
        gml->line += byte == '\n';
    }
}

static const struct {
    const char *entity;
    const char *text;
} entities[] = {
    {"&quot;", "\""}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&apos;", "'"},
};

static void add_codepoint(struct buffer *buffer, unsigned long codepoint)
{
    const bool sound =
        codepoint > 0 && codepoint <= 0x10FFFF && (codepoint < 0xD800 || codepoint > 0xDFFF);
    const unsigned long c = sound ? codepoint : 0xFFFD;
    const unsigned lead[] = {0, 0xC0, 0xE0, 0xF0};
    const unsigned more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    buffer_add_char(buffer, (char)(lead[more] | c >> (6 * more)));
    for (unsigned i = more; i-- > 0;)
        buffer_add_char(buffer, (char)(0x80U | (c >> (6 * i) & 0x3FU)));
}

/* What begins with an ampersand; returns how many bytes it takes. */
static size_t add_entity(struct buffer *buffer, struct text rest)
{
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (text_starts_with(rest, entities[i].entity)) {
            buffer_add_string(buffer, entities[i].text);
            return strlen(entities[i].entity);
        }
    const char *end = memchr(rest.at, ';', rest.length < 10 ? rest.length : 10);
    long number = 0;
    if (end != NULL && text_starts_with(rest, "&#") &&
        text_to_long((struct text){rest.at + 2, (size_t)(end - rest.at) - 2}, &number)) {
        add_codepoint(buffer, number < 0 ? 0 : (unsigned long)number);
        return (size_t)(end - rest.at) + 1;
    }
    buffer_add_char(buffer, '&');
    return 1;
}

static enum token read_string(struct gml *gml)
{
    gml->string.length = 0;
    for (gml->at++; gml->at < gml->text.length && gml->text.at[gml->at] != '"';) {
        const char byte = gml->text.at[gml->at];
        gml->line += byte == '\n';
        if (byte == '&') {
            gml->at += add_entity(
                &gml->string, (struct text){gml->text.at + gml->at, gml->text.length - gml->at});
            continue;
        }
        buffer_add_char(&gml->string, byte);
        gml->at++;
    }
    return gml->at++ < gml->text.length ? GML_TEXT : GML_BROKEN;
}

static enum token next(struct gml *gml)
{
    skip_space(gml);
    if (gml->at >= gml->text.length)
        return GML_END;
    const char first = gml->text.at[gml->at];
    if (first == '"')
        return read_string(gml);
    if (first == '[' || first == ']') {
        gml->at++;
        return first == '[' ? GML_OPEN : GML_CLOSE;
    }
    const size_t start = gml->at;
    while (gml->at < gml->text.length && is_word(gml->text.at[gml->at]))
        gml->at++;
    gml->word = (struct text){gml->text.at + start, gml->at - start};
    const bool letter =
        (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '_';
    return letter ? GML_KEY : GML_NUMBER;
}

static bool malformed(struct gml *gml, const char *reason)
{
    graph_rows_malformed(gml->rows, gml->line, 0, reason);
    return false;
}

static const char *missing_value(enum token token)
{
    return token == GML_BROKEN ? "a quotation mark is not closed" : "a value is expected";
}

/* Behind the bracket that closes the list just opened. */
static bool skip_list(struct gml *gml)
{
    for (size_t depth = 1; depth > 0;) {
        const enum token token = next(gml);
        if (token == GML_END || token == GML_BROKEN)
            return malformed(gml, token == GML_END ? "a bracket is not closed"
                                                   : "a quotation mark is not closed");
        depth += token == GML_OPEN;
        depth -= token == GML_CLOSE;
    }
    return true;
}

/* A value of a node or an edge. */
static void set_value(struct gml *gml, struct text key, struct text value, bool of_edge)
{
    if (!of_edge && text_equal_string(key, "id"))
        graph_rows_set(gml->rows, GRAPH_NUMBER, value);
    else if (!of_edge && text_equal_string(key, "key"))
        graph_rows_set(gml->rows, "id", value);
    else
        graph_rows_set_named(gml->rows, key, value);
}

/* What stands in the brackets of a node or an edge. */
static bool read_row(struct gml *gml, bool of_edge)
{
    for (;;) {
        enum token token = next(gml);
        if (token == GML_CLOSE)
            break;
        if (token != GML_KEY)
            return malformed(gml, "a key is expected");
        const struct text key = gml->word;
        token = next(gml);
        if (token == GML_OPEN) {
            if (!skip_list(gml))
                return false;
        } else if (token == GML_TEXT) {
            set_value(gml, key, buffer_text(&gml->string), of_edge);
        } else if (token == GML_NUMBER || token == GML_KEY) {
            set_value(gml, key, gml->word, of_edge);
        } else {
            return malformed(gml, missing_value(token));
        }
    }
    if (of_edge && !gml->directed)
        graph_rows_set(gml->rows, "direction", TEXT("mutual"));
    return true;
}

static bool open_list(struct gml *gml, struct text key)
{
    if (text_equal_string(key, "graph"))
        return true;
    const bool of_edge = text_equal_string(key, "edge");
    if (!of_edge && !text_equal_string(key, "node"))
        return skip_list(gml);
    if (of_edge)
        graph_rows_edge(gml->rows, gml->line);
    else
        graph_rows_node(gml->rows, gml->line);
    return read_row(gml, of_edge);
}

/* Keys outside of nodes and edges; brackets of a graph just open and close. */
static void read_graph(struct gml *gml)
{
    enum token token;
    bool good = true;
    while (good && (token = next(gml)) != GML_END) {
        if (token == GML_CLOSE)
            continue;
        const struct text key = gml->word;
        if (token != GML_KEY) {
            malformed(gml, "a key is expected");
            return;
        }
        token = next(gml);
        if (token == GML_OPEN)
            good = open_list(gml, key);
        else if (token == GML_NUMBER && text_equal_string(key, "directed"))
            gml->directed = text_equal_string(gml->word, "1");
        else if (token == GML_BROKEN || token == GML_END || token == GML_CLOSE)
            good = malformed(gml, missing_value(token));
    }
}

static bool read(struct import *import, const char *path, struct error *error)
{
    struct graph_rows rows;
    if (!graph_rows_open(&rows, import, path, false, error))
        return false;
    struct gml gml = {.rows = &rows, .text = rows.contents, .line = 1};
    read_graph(&gml);
    buffer_release(&gml.string);
    return graph_rows_close(&rows, error);
}

const struct import_format import_gml = {
    .name = "gml",
    .title = "Graph Modelling Language",
    .description = "Nodes become groups, named by their label, and edges ties; their keys are read "
                   "as the\ncolumns of a table are. Edges of a graph without 'directed 1' are "
                   "mutual.",
    CSV_FORMAT,
    .read = read,
};
