/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A member that occurs twice in one object is a fault: the first would be lost silently.
 * Writing is done here and not by jansson, so that numbers come out short and the same from
 * every version of it.
 */
#include "base/json.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"

#define PARSE_FLAGS (JSON_REJECT_DUPLICATES | JSON_DECODE_ANY)

#define INDENT_WIDTH 2

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bool is_json_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static size_t skip_space(struct text text, size_t offset)
{
    while (offset < text.length && is_json_space(text.at[offset]))
        offset++;
    return offset;
}

/* Where the document begins, behind a byte order mark. */
static size_t document_start(struct text text)
{
    return text_starts_with(text, byte_order_mark) ? sizeof byte_order_mark - 1 : 0;
}

static void find_place(struct text text, size_t offset, struct json_problem *problem)
{
    problem->line = 1;
    problem->column = 1;
    for (size_t at = 0; at < offset && at < text.length;) {
        const unsigned codepoint = text_next_codepoint(text, &at);
        problem->column = codepoint == '\n' ? 1 : problem->column + 1;
        problem->line += codepoint == '\n';
    }
}

static void set_problem(struct text text, size_t offset, const char *reason,
                        struct json_problem *problem)
{
    find_place(text, offset, problem);
    snprintf(problem->reason, sizeof problem->reason, "%s", reason);
}

/* Parse the value at offset; *end is set to the byte behind it. */
static json_t *parse_at(struct text text, size_t offset, size_t flags, size_t *end,
                        struct json_problem *problem)
{
    json_error_t fault;
    const char *at = text.length == 0 ? "" : text.at + offset;
    json_t *value = json_loadb(at, text.length - offset, PARSE_FLAGS | flags, &fault);
    *end = offset + (size_t)fault.position;
    if (value == NULL)
        set_problem(text, *end > offset ? *end - 1 : offset, fault.text, problem);
    return value;
}

/* jansson lets a NUL byte pass behind a number. */
static bool has_no_nul(struct text text, struct json_problem *problem)
{
    const char *nul = text.length == 0 ? NULL : memchr(text.at, '\0', text.length);
    if (nul != NULL)
        set_problem(text, (size_t)(nul - text.at), "a NUL byte is no text", problem);
    return nul == NULL;
}

json_t *json_parse(struct text text, struct json_problem *problem)
{
    *problem = (struct json_problem){0};
    size_t end;
    if (!has_no_nul(text, problem))
        return NULL;
    return parse_at(text, document_start(text), 0, &end, problem);
}

/* The byte behind the string that opens at offset; the text is known to be well-formed. */
static size_t skip_string(struct text text, size_t offset)
{
    for (offset++; offset < text.length && text.at[offset] != '"'; offset++)
        if (text.at[offset] == '\\')
            offset++;
    return offset + 1;
}

/* The byte behind the object or array at offset, which is known to be well-formed. */
static size_t skip_container(struct text text, size_t offset)
{
    size_t depth = 0;
    do {
        const char byte = text.at[offset];
        if (byte == '"') {
            offset = skip_string(text, offset);
            continue;
        }
        depth += byte == '{' || byte == '[';
        depth -= byte == '}' || byte == ']';
        offset++;
    } while (depth > 0 && offset < text.length);
    return offset;
}

/* The byte behind the element at offset, which was returned before. */
static size_t skip_element(struct text text, size_t offset)
{
    const char byte = text.at[offset];
    if (byte == '{' || byte == '[')
        return skip_container(text, offset);
    if (byte == '"')
        return skip_string(text, offset);
    size_t end;
    struct json_problem problem;
    json_decref(parse_at(text, offset, JSON_DISABLE_EOF_CHECK, &end, &problem));
    return end;
}

static size_t count_lines(struct text text, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += text.at[i] == '\n';
    return count;
}

/* Behind the '[' of the array, or false with a problem. */
static bool enter_array(struct text text, size_t *offset, struct json_problem *problem)
{
    *offset = skip_space(text, document_start(text));
    if (*offset < text.length && text.at[*offset] == '[') {
        ++*offset;
        return true;
    }
    set_problem(text, *offset, "an array is expected, '[ ... ]'", problem);
    return false;
}

/* Nothing but white space may follow the array. */
static void leave_array(struct text text, size_t *offset, struct json_problem *problem)
{
    const size_t end = skip_space(text, *offset + 1);
    if (end < text.length)
        set_problem(text, end, "text behind the end of the array", problem);
    *offset = text.length;
}

/* At the start of the next element, or false at the end or at a fault. */
static bool find_element(struct text text, bool first, size_t *offset, struct json_problem *problem)
{
    *offset = skip_space(text, *offset);
    const char byte = *offset < text.length ? text.at[*offset] : '\0';
    if (byte == ']') {
        leave_array(text, offset, problem);
        return false;
    }
    if (!first && byte != ',' && *offset < text.length) {
        set_problem(text, *offset, "',' or ']' is expected", problem);
        return false;
    }
    if (!first)
        *offset = skip_space(text, *offset + 1);
    if (*offset >= text.length) {
        set_problem(text, text.length, "the array is not closed, ']' is missing", problem);
        return false;
    }
    return true;
}

/*
 * Between calls *offset stands at the start of the element that was returned last, and *line
 * is its line, so that lines are counted once; 0 means before the array.
 */
json_t *json_next_element(struct text text, size_t *offset, size_t *line,
                          struct json_problem *problem)
{
    *problem = (struct json_problem){0};
    const bool first = *offset == 0;
    const size_t before = *offset;
    if (first) {
        *line = 1;
        if (!has_no_nul(text, problem) || !enter_array(text, offset, problem))
            return NULL;
    } else {
        *offset = skip_element(text, *offset);
    }
    if (!find_element(text, first, offset, problem))
        return NULL;
    *line += count_lines(text, before, *offset);
    size_t end;
    return parse_at(text, *offset, JSON_DISABLE_EOF_CHECK, &end, problem);
}

struct text json_member_text(const json_t *object, const char *name)
{
    const json_t *member = json_object_get(object, name);
    if (!json_is_string(member))
        return (struct text){0};
    return (struct text){.at = json_string_value(member), .length = json_string_length(member)};
}

json_t *json_from_text(struct text text)
{
    struct buffer sound = {0};
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const unsigned codepoint = text_next_codepoint(text, &offset);
        if (codepoint == 0xFFFD)
            buffer_add_string(&sound, "\xEF\xBF\xBD");
        else
            buffer_add_text(&sound, (struct text){text.at + start, offset - start});
    }
    json_t *value = json_stringn(sound.at == NULL ? "" : sound.at, sound.length);
    buffer_release(&sound);
    if (value == NULL)
        alloc_fail();
    return value;
}

json_t *json_from_pairs(const struct text_pair_list *pairs)
{
    json_t *array = json_array();
    for (size_t i = 0; i < pairs->count; i++) {
        json_t *pair = json_object();
        json_object_set_new(pair, "name", json_from_text(pairs->items[i].name));
        json_object_set_new(pair, "value", json_from_text(pairs->items[i].value));
        json_array_append_new(array, pair);
    }
    return array;
}

/* How deep we are, and how it is laid out. */
struct layout {
    int depth;
    int indent;    /* columns a level */
    int broken_to; /* levels whose members stand on lines of their own */
    bool embedded; /* in XML */
};

/* None of them is beyond the first plane, where an escape would take two. */
static bool is_escaped(const struct layout *layout, unsigned codepoint)
{
    if (codepoint < 0x20 || codepoint == 0x7F)
        return true;
    return layout->embedded &&
           (codepoint == '<' || codepoint == '>' || codepoint == '&' || text_is_harmful(codepoint));
}

static void add_string(struct buffer *buffer, const struct layout *layout, struct text text)
{
    buffer_add_char(buffer, '"');
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const unsigned codepoint = text_next_codepoint(text, &offset);
        if (codepoint == '"' || codepoint == '\\')
            buffer_add_char(buffer, '\\');
        if (codepoint == '\n')
            buffer_add_string(buffer, "\\n");
        else if (is_escaped(layout, codepoint))
            buffer_add_format(buffer, "\\u%04x", codepoint);
        else
            buffer_add_text(buffer, (struct text){text.at + start, offset - start});
    }
    buffer_add_char(buffer, '"');
}

/* A real number stays one when it is read again: 1 is written 1.0. */
static void add_real(struct buffer *buffer, double value)
{
    const size_t before = buffer->length;
    buffer_add_exact(buffer, value);
    if (strpbrk(buffer->at + before, ".e") == NULL)
        buffer_add_string(buffer, ".0");
}

static void start_line(struct buffer *buffer, const struct layout *layout)
{
    if (layout->depth <= layout->broken_to)
        buffer_add_format(buffer, "\n%*s", layout->depth * layout->indent, "");
}

/* Behind the members of an object or array at the layout's depth. */
static void end_lines(struct buffer *buffer, const struct layout *layout)
{
    if (layout->depth < layout->broken_to)
        start_line(buffer, layout);
}

static void add_value(struct buffer *buffer, const json_t *value, struct layout layout);

static void add_array(struct buffer *buffer, const json_t *array, struct layout layout)
{
    struct layout inner = layout;
    inner.depth++;
    const size_t count = json_array_size(array);
    buffer_add_char(buffer, '[');
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(buffer, i == 0 ? "" : ",");
        start_line(buffer, &inner);
        add_value(buffer, json_array_get(array, i), inner);
    }
    if (count > 0)
        end_lines(buffer, &layout);
    buffer_add_char(buffer, ']');
}

static void add_object(struct buffer *buffer, const json_t *object, struct layout layout)
{
    struct layout inner = layout;
    inner.depth++;
    /* The iterator changes nothing, though its type says it might. */
    json_t *const walked = (json_t *)(uintptr_t)object;
    bool first = true;
    buffer_add_char(buffer, '{');
    for (void *at = json_object_iter(walked); at != NULL; at = json_object_iter_next(walked, at)) {
        buffer_add_string(buffer, first ? "" : ",");
        first = false;
        start_line(buffer, &inner);
        add_string(buffer, &layout, text_from(json_object_iter_key(at)));
        buffer_add_string(buffer, layout.embedded ? ":" : ": ");
        add_value(buffer, json_object_iter_value(at), inner);
    }
    if (!first)
        end_lines(buffer, &layout);
    buffer_add_char(buffer, '}');
}

static void add_value(struct buffer *buffer, const json_t *value, struct layout layout)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT: add_object(buffer, value, layout); break;
    case JSON_ARRAY: add_array(buffer, value, layout); break;
    case JSON_STRING:
        add_string(buffer, &layout,
                   (struct text){json_string_value(value), json_string_length(value)});
        break;
    case JSON_INTEGER:
        buffer_add_format(buffer, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        break;
    case JSON_REAL: add_real(buffer, json_real_value(value)); break;
    case JSON_TRUE: buffer_add_string(buffer, "true"); break;
    case JSON_FALSE: buffer_add_string(buffer, "false"); break;
    case JSON_NULL: buffer_add_string(buffer, "null"); break;
    }
}

void json_write(const json_t *value, struct buffer *buffer)
{
    add_value(buffer, value, (struct layout){.indent = INDENT_WIDTH, .broken_to = INT_MAX});
    buffer_add_char(buffer, '\n');
}

void json_write_embedded(const json_t *value, struct buffer *buffer)
{
    add_value(buffer, value, (struct layout){.broken_to = 2, .embedded = true});
}
