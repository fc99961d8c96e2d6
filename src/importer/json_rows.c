/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/json_rows.h"

/* The byte behind the string that opens here. */
static size_t skip_string(struct text text, size_t at)
{
    for (at++; at < text.length && text.at[at] != '"'; at++)
        at += text.at[at] == '\\';
    return at + 1;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct json_line_list json_rows_lines(struct text text, const char *wanted)
{
    struct json_line_list lines = {0};
    struct text member = {0};
    size_t depth = 0;
    size_t line = 1;
    bool starts = false; /* what comes next is an element */
    for (size_t at = 0; at < text.length;) {
        const char byte = text.at[at];
        line += byte == '\n';
        if (starts && !is_space(byte)) {
            if (byte != ']' && text_equal_string(member, wanted))
                list_push(&lines, line);
            starts = false;
        }
        if (byte == '"') {
            const size_t end = skip_string(text, at);
            if (depth == 1)
                member = (struct text){text.at + at + 1, end - at - 2};
            at = end;
            continue;
        }
        depth += byte == '{' || byte == '[';
        depth -= byte == '}' || byte == ']';
        starts = starts || (depth == 2 && (byte == '[' || byte == ','));
        at++;
    }
    return lines;
}

struct text json_rows_text(struct arena *arena, const json_t *value)
{
    struct buffer buffer = {0};
    if (json_is_string(value))
        buffer_add_text(&buffer,
                        (struct text){json_string_value(value), json_string_length(value)});
    else if (json_is_integer(value))
        buffer_add_format(&buffer, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        buffer_add_exact(&buffer, json_real_value(value));
    else if (json_is_boolean(value))
        buffer_add_string(&buffer, json_is_true(value) ? "true" : "false");
    const struct text text = arena_copy_text(arena, buffer_text(&buffer));
    buffer_release(&buffer);
    return text;
}
