/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words and signs of the DOT language, with their lines.  Private to import_dot.c.
 */
#ifndef BLOC_IMPORTER_DOT_TOKENS_H
#define BLOC_IMPORTER_DOT_TOKENS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum dot_token {
    DOT_ID,    /* a word, a number or a text, with all its pieces */
    DOT_ARROW, /* -> or -- */
    DOT_SIGN,  /* one of { } [ ] = ; , : */
    DOT_END,
    DOT_BROKEN,
};

struct dot_tokens {
    struct text text;
    struct arena *arena; /* where ids are kept */
    /* the present one */
    enum dot_token token;
    struct text id; /* escapes undone; of HTML nothing */
    bool quoted;
    char sign;
    size_t line;
    /* private */
    size_t at;
    size_t next_line; /* from 1 */
    struct buffer word;
};

void dot_tokens_next(struct dot_tokens *tokens);
void dot_tokens_release(struct dot_tokens *tokens);

#endif
