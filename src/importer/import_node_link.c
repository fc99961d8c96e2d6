/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Node-link JSON as NetworkX and D3 have it: an object with the arrays "nodes" and "links", or
 * "edges".  Nodes without ids go by their place in the array.
 */
#include "base/buffer.h"
#include "base/json.h"
#include "importer/csv_rows.h"
#include "importer/formats.h"
#include "importer/graph_rows.h"

LIST(line_list, size_t);

/* The lines on which the elements of a member of the top object begin; the text is well-formed. */
struct places {
    struct text text;
    struct text member;
    struct line_list lines;
};

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

static void find_places(struct places *places)
{
    const struct text text = places->text;
    struct text member = {0};
    size_t depth = 0;
    size_t line = 1;
    bool starts = false; /* what comes next is an element */
    for (size_t at = 0; at < text.length;) {
        const char byte = text.at[at];
        line += byte == '\n';
        if (starts && !is_space(byte)) {
            if (byte != ']' && text_equal(member, places->member))
                list_push(&places->lines, line);
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
}

/* A value as text; false for what is no single value. */
static bool add_value(struct buffer *buffer, const json_t *value)
{
    buffer->length = 0;
    if (json_is_string(value))
        buffer_add_text(buffer, (struct text){json_string_value(value), json_string_length(value)});
    else if (json_is_integer(value))
        buffer_add_format(buffer, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        buffer_add_exact(buffer, json_real_value(value));
    else if (json_is_boolean(value))
        buffer_add_string(buffer, json_is_true(value) ? "true" : "false");
    else
        return false;
    return true;
}

static void add_members(struct graph_rows *rows, json_t *object)
{
    struct buffer buffer = {0};
    const char *name;
    json_t *value;
    json_object_foreach(object, name, value) if (add_value(&buffer, value))
        graph_rows_set(rows, name, buffer_text(&buffer));
    buffer_release(&buffer);
}

/* The elements of an array, each begun as a row. */
static void read_elements(struct graph_rows *rows, const json_t *top, const char *member,
                          bool of_edges, bool mutual)
{
    const json_t *array = json_object_get(top, member);
    struct places places = {.text = rows->contents, .member = text_from(member)};
    find_places(&places);
    for (size_t i = 0; i < json_array_size(array); i++) {
        json_t *object = json_array_get(array, i);
        const size_t line = i < places.lines.count ? places.lines.items[i] : 0;
        if (!json_is_object(object)) {
            graph_rows_refused(rows, line, FOUND_JSON_SHAPE, "an object is expected");
            continue;
        }
        if (of_edges)
            graph_rows_edge(rows, line);
        else
            graph_rows_node(rows, line);
        add_members(rows, object);
        if (!of_edges)
            graph_rows_set_number(rows, "id", (long)i);
        else if (mutual)
            graph_rows_set(rows, "direction", TEXT("mutual"));
    }
    list_release(&places.lines);
}

static void read_graph(struct graph_rows *rows, const json_t *top)
{
    const char *edges = json_is_array(json_object_get(top, "links")) ? "links" : "edges";
    if (!json_is_array(json_object_get(top, "nodes")) ||
        !json_is_array(json_object_get(top, edges))) {
        import_tell_at(rows->import, FOUND_JSON_SHAPE, 1, 0,
                       "an object with the arrays 'nodes' and 'links' is expected");
        return;
    }
    read_elements(rows, top, "nodes", false, false);
    read_elements(rows, top, edges, true, json_is_false(json_object_get(top, "directed")));
}

static bool read(struct import *import, const char *path, struct error *error)
{
    struct graph_rows rows;
    struct json_problem problem;
    if (!graph_rows_open(&rows, import, path, true, error))
        return false;
    json_t *top = json_parse(rows.contents, &problem);
    if (top == NULL)
        import_tell_at(import, FOUND_JSON_MALFORMED, problem.line, problem.column, "%s",
                       problem.reason);
    else
        read_graph(&rows, top);
    json_decref(top);
    return graph_rows_close(&rows, error);
}

const struct import_format import_node_link = {
    .name = "json",
    .title = "Node-link JSON",
    .description = "The objects of the array 'nodes' become groups, those of 'links' or 'edges' "
                   "ties; their\nmembers are read as the columns of a table are.",
    CSV_FORMAT,
    .read = read,
};
