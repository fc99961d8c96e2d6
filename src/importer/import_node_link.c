/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Node-link JSON as NetworkX and D3 have it: an object with the arrays "nodes" and "links", or
 * "edges".  Nodes without ids go by their place in the array.
 */
#include "base/json.h"
#include "importer/csv_rows.h"
#include "importer/formats.h"
#include "importer/graph_rows.h"
#include "importer/json_rows.h"

static void add_members(struct graph_rows *rows, json_t *object)
{
    const char *name;
    json_t *value;
    json_object_foreach(object, name, value)
        graph_rows_set(rows, name, json_rows_text(&rows->arena, value));
}

/* The elements of an array, each begun as a row. */
static void read_elements(struct graph_rows *rows, const json_t *top, const char *member,
                          bool of_edges, bool mutual)
{
    const json_t *array = json_object_get(top, member);
    struct json_line_list lines = json_rows_lines(rows->contents, member);
    for (size_t i = 0; i < json_array_size(array); i++) {
        json_t *object = json_array_get(array, i);
        const size_t line = i < lines.count ? lines.items[i] : 0;
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
    list_release(&lines);
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
