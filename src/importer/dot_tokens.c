/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/dot_tokens.h"

#include <string.h>

static char peek(const struct dot_tokens *tokens, size_t ahead)
{
    const size_t at = tokens->at + ahead;
    return at < tokens->text.length ? tokens->text.at[at] : '\0';
}

static bool is_end(const struct dot_tokens *tokens)
{
    return tokens->at >= tokens->text.length;
}

static void step(struct dot_tokens *tokens)
{
    tokens->next_line += peek(tokens, 0) == '\n';
    tokens->at++;
}

static void skip_line(struct dot_tokens *tokens)
{
    while (!is_end(tokens) && peek(tokens, 0) != '\n')
        step(tokens);
}

static void skip_comment(struct dot_tokens *tokens)
{
    tokens->at += 2;
    while (!is_end(tokens) && !(peek(tokens, 0) == '*' && peek(tokens, 1) == '/'))
        step(tokens);
    tokens->at += is_end(tokens) ? 0 : 2;
}

/* White space and comments; a line that begins with # is one. */
static void skip_space(struct dot_tokens *tokens)
{
    while (!is_end(tokens)) {
        const char byte = peek(tokens, 0);
        const bool starts = tokens->at == 0 || tokens->text.at[tokens->at - 1] == '\n';
        if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
            step(tokens);
        else if ((byte == '#' && starts) || (byte == '/' && peek(tokens, 1) == '/'))
            skip_line(tokens);
        else if (byte == '/' && peek(tokens, 1) == '*')
            skip_comment(tokens);
        else
            return;
    }
}

static bool is_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || ((unsigned char)byte & 0x80U) != 0;
}

/* What a backslash and the byte behind it mean; line breaks of labels are spaces. */
static void add_escape(struct dot_tokens *tokens, char byte)
{
    if (byte == 'n' || byte == 'l' || byte == 'r')
        buffer_add_char(&tokens->word, ' ');
    else if (byte == '"' || byte == '\\')
        buffer_add_char(&tokens->word, byte);
    else if (byte != '\n')
        buffer_add_format(&tokens->word, "\\%c", byte);
}

static bool read_quoted(struct dot_tokens *tokens)
{
    for (step(tokens); !is_end(tokens) && peek(tokens, 0) != '"'; step(tokens)) {
        if (peek(tokens, 0) != '\\') {
            buffer_add_char(&tokens->word, peek(tokens, 0));
            continue;
        }
        step(tokens);
        if (!is_end(tokens))
            add_escape(tokens, peek(tokens, 0));
    }
    if (is_end(tokens))
        return false;
    step(tokens);
    return true;
}

/* Texts with a plus between them are one. */
static bool read_pieces(struct dot_tokens *tokens)
{
    tokens->quoted = true;
    if (!read_quoted(tokens))
        return false;
    for (skip_space(tokens); peek(tokens, 0) == '+'; skip_space(tokens)) {
        step(tokens);
        skip_space(tokens);
        if (peek(tokens, 0) != '"' || !read_quoted(tokens))
            return false;
    }
    if (text_equal_string(buffer_text(&tokens->word), "\\N")) /* the name of the node, as ever */
        tokens->word.length = 0;
    return true;
}

/* <b>HTML</b> between angle brackets is for drawings. */
static bool skip_html(struct dot_tokens *tokens)
{
    size_t depth = 0;
    tokens->quoted = true;
    do {
        depth += peek(tokens, 0) == '<';
        depth -= peek(tokens, 0) == '>';
        step(tokens);
    } while (depth > 0 && !is_end(tokens));
    return depth == 0;
}

static bool read_word(struct dot_tokens *tokens)
{
    const size_t before = tokens->at;
    if (peek(tokens, 0) == '-')
        tokens->at++;
    while (is_word(peek(tokens, 0)) || peek(tokens, 0) == '.')
        tokens->at++;
    buffer_add_text(&tokens->word, (struct text){tokens->text.at + before, tokens->at - before});
    return tokens->at > before;
}

static bool read_id(struct dot_tokens *tokens)
{
    const char byte = peek(tokens, 0);
    tokens->word.length = 0;
    tokens->quoted = false;
    const bool good = byte == '"'   ? read_pieces(tokens)
                      : byte == '<' ? skip_html(tokens)
                                    : read_word(tokens);
    tokens->id = arena_copy_text(tokens->arena, buffer_text(&tokens->word));
    return good;
}

void dot_tokens_next(struct dot_tokens *tokens)
{
    skip_space(tokens);
    tokens->line = tokens->next_line;
    const char byte = peek(tokens, 0);
    if (is_end(tokens)) {
        tokens->token = DOT_END;
    } else if (memchr("{}[]=;,:", byte, 8) != NULL) {
        tokens->token = DOT_SIGN;
        tokens->sign = byte;
        tokens->at++;
    } else if (byte == '-' && (peek(tokens, 1) == '>' || peek(tokens, 1) == '-')) {
        tokens->token = DOT_ARROW;
        tokens->at += 2;
    } else {
        tokens->token = read_id(tokens) ? DOT_ID : DOT_BROKEN;
    }
}

void dot_tokens_release(struct dot_tokens *tokens)
{
    buffer_release(&tokens->word);
}
