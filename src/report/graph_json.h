/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the JSON formats share.  Used by graph_<format>.c.
 */
#ifndef BLOC_REPORT_GRAPH_JSON_H
#define BLOC_REPORT_GRAPH_JSON_H

#include "base/buffer.h"
#include "base/json.h"
#include "report/graph.h"

#include <stddef.h>

/* Add the attributes of a row that are not absent as members. */
void graph_json_add_values(json_t *object, const struct graph_table *table, size_t row);

/* Add a text as a member, unless it is empty. */
void graph_json_add_text(json_t *object, const char *name, struct text text);

/* An object of the facts about the whole. */
json_t *graph_json_facts(const struct graph *graph);

/* Write the document and let go of it. */
void graph_json_write(json_t *document, struct buffer *buffer);

#endif
