/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where a name stands in DOT text.  cgraph tells the line of a syntax error and nothing else,
 * so findings about nodes and attributes look their places up here.  Comments and strings are
 * understood, subgraphs and ports are not: a place is that of the first fitting words.
 * Used by the reader of figure definitions.
 */
#ifndef BLOC_FIGURE_DOT_PLACES_H
#define BLOC_FIGURE_DOT_PLACES_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines and columns count from 1, columns in characters; the zero value is "nowhere". */
struct dot_place {
    size_t line;
    size_t column;
    size_t offset; /* in bytes, to search on from */
};

/* A word of DOT: a name, a number, the inside of a string, or one other character. */
struct dot_token {
    struct text text;
    struct dot_place place;
    bool is_name; /* not punctuation */
};

/* The next word at or after *place, which moves behind it; false at the end. */
bool dot_next_token(struct text dot, struct dot_place *place, struct dot_token *token);

/* Start of the text. */
struct dot_place dot_start(void);

/* The first place from start on where a statement names this node; line 0 when there is none. */
struct dot_place dot_find_node(struct text dot, struct dot_place start, struct text name);

/*
 * The first place from start on where the attribute gets this value, else where it gets any
 * value; line 0 when there is none.
 */
struct dot_place dot_find_attribute(struct text dot, struct dot_place start, struct text name,
                                    struct text value);

/* The first link operator (-> or --), or line 0. */
struct dot_place dot_find_edge(struct text dot);

/* The first { behind the graph's own, or line 0. */
struct dot_place dot_find_subgraph(struct text dot);

#endif
