/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A scanner for the words of the DOT language (graphviz.org/doc/info/lang.html).  Its input has
 * been read by cgraph already, so an unfinished string or comment simply ends with the text.
 */
#include "figure/dot_places.h"

#include <string.h>

struct dot_place dot_start(void)
{
    return (struct dot_place){.line = 1, .column = 1, .offset = 0};
}

static bool at_end(struct text dot, const struct dot_place *place)
{
    return place->offset >= dot.length;
}

static char peek(struct text dot, const struct dot_place *place, size_t ahead)
{
    return place->offset + ahead < dot.length ? dot.at[place->offset + ahead] : '\0';
}

/* One byte on; continuation bytes of UTF-8 take no column. */
static void step(struct text dot, struct dot_place *place)
{
    const unsigned char byte = (unsigned char)dot.at[place->offset++];
    if (byte == '\n') {
        place->line++;
        place->column = 1;
    } else if ((byte & 0xC0) != 0x80) {
        place->column++;
    }
}

static void skip_line(struct text dot, struct dot_place *place)
{
    while (!at_end(dot, place) && peek(dot, place, 0) != '\n')
        step(dot, place);
}

static void skip_comment(struct text dot, struct dot_place *place)
{
    step(dot, place);
    step(dot, place);
    while (!at_end(dot, place) && !(peek(dot, place, 0) == '*' && peek(dot, place, 1) == '/'))
        step(dot, place);
    if (!at_end(dot, place)) {
        step(dot, place);
        step(dot, place);
    }
}

/* White space, comments and lines that begin with #. */
static void skip_unused(struct text dot, struct dot_place *place)
{
    while (!at_end(dot, place)) {
        const char byte = peek(dot, place, 0);
        const char next = peek(dot, place, 1);
        if (byte == '/' && next == '*')
            skip_comment(dot, place);
        else if ((byte == '/' && next == '/') || (byte == '#' && place->column == 1))
            skip_line(dot, place);
        else if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
            step(dot, place);
        else
            return;
    }
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '.' ||
           (unsigned char)byte >= 0x80;
}

/* The inside of a quoted string, as written. */
static struct text take_string(struct text dot, struct dot_place *place)
{
    step(dot, place);
    const size_t start = place->offset;
    while (!at_end(dot, place) && peek(dot, place, 0) != '"') {
        if (peek(dot, place, 0) == '\\' && place->offset + 1 < dot.length)
            step(dot, place);
        step(dot, place);
    }
    const struct text text = {dot.at + start, place->offset - start};
    if (!at_end(dot, place))
        step(dot, place);
    return text;
}

/* The inside of an HTML string: up to the bracket that closes the first one. */
static struct text take_html(struct text dot, struct dot_place *place)
{
    step(dot, place);
    const size_t start = place->offset;
    size_t depth = 1;
    while (!at_end(dot, place)) {
        depth += peek(dot, place, 0) == '<';
        depth -= peek(dot, place, 0) == '>';
        if (depth == 0)
            break;
        step(dot, place);
    }
    const struct text text = {dot.at + start, place->offset - start};
    if (!at_end(dot, place))
        step(dot, place);
    return text;
}

static struct text take_name(struct text dot, struct dot_place *place)
{
    const size_t start = place->offset;
    while (!at_end(dot, place) && is_name_byte(peek(dot, place, 0)))
        step(dot, place);
    return (struct text){dot.at + start, place->offset - start};
}

bool dot_next_token(struct text dot, struct dot_place *place, struct dot_token *token)
{
    skip_unused(dot, place);
    if (at_end(dot, place))
        return false;
    *token = (struct dot_token){.place = *place, .is_name = true};
    const char byte = peek(dot, place, 0);
    if (byte == '"') {
        token->text = take_string(dot, place);
    } else if (byte == '<') {
        token->text = take_html(dot, place);
    } else if (is_name_byte(byte)) {
        token->text = take_name(dot, place);
    } else {
        token->text = (struct text){dot.at + place->offset, 1};
        token->is_name = false;
        step(dot, place);
    }
    return true;
}

static bool is_punctuation(const struct dot_token *token, const char *sign)
{
    return !token->is_name && text_equal_string(token->text, sign);
}

/* A node's name neither follows nor precedes an equals sign. */
struct dot_place dot_find_node(struct text dot, struct dot_place start, struct text name)
{
    struct dot_token before = {0}, token, next;
    bool more = dot_next_token(dot, &start, &token);
    while (more) {
        more = dot_next_token(dot, &start, &next);
        if (token.is_name && text_equal(token.text, name) && !is_punctuation(&before, "=") &&
            !(more && is_punctuation(&next, "=")))
            return token.place;
        before = token;
        token = next;
    }
    return (struct dot_place){0};
}

struct dot_place dot_find_attribute(struct text dot, struct dot_place start, struct text name,
                                    struct text value)
{
    struct dot_place found = {0};
    struct dot_token words[3] = {0}; /* name, equals sign, value */
    while (dot_next_token(dot, &start, &words[2])) {
        if (words[0].is_name && text_equal(words[0].text, name) && is_punctuation(&words[1], "=")) {
            if (text_equal(words[2].text, value))
                return words[0].place;
            if (found.line == 0)
                found = words[0].place;
        }
        memmove(words, words + 1, 2 * sizeof *words);
    }
    return found;
}

struct dot_place dot_find_edge(struct text dot)
{
    struct dot_place place = dot_start();
    struct dot_token token;
    while (dot_next_token(dot, &place, &token)) {
        const char next = peek(dot, &place, 0);
        if (is_punctuation(&token, "-") && (next == '-' || next == '>'))
            return token.place;
    }
    return (struct dot_place){0};
}

struct dot_place dot_find_subgraph(struct text dot)
{
    struct dot_place place = dot_start();
    struct dot_token token;
    size_t braces = 0;
    while (dot_next_token(dot, &place, &token)) {
        braces += is_punctuation(&token, "{");
        if (braces == 2)
            return token.place;
    }
    return (struct dot_place){0};
}
