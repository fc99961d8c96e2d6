/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The nodes and edges of a graph file as two tables of rows, which are then read as node list and
 * edge list are (import_csv.c).  A reader of a format names what it finds:
 *
 *     graph_rows_edge(&rows, line);
 *     graph_rows_set(&rows, "source", id);
 *     graph_rows_set(&rows, "target", other);
 *
 * Nodes have "id", and "name" or "label" where the format has names; edges "source" and "target",
 * "direction" when they are mutual, and whatever the file says of them.  Used by import_*.c.
 */
#ifndef BLOC_IMPORTER_GRAPH_ROWS_H
#define BLOC_IMPORTER_GRAPH_ROWS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "base/text_index.h"
#include "importer/import.h"
#include "importer/reader.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The name under which a node has a number that means nothing outside of its file, for formats that
 * number their nodes: "source" and "target" are such numbers then, and nodes are known by their "id"
 * or else their name.
 */
#define GRAPH_NUMBER "#"

struct graph_table {
    struct reader_rows rows;
    struct text_index columns; /* name -> column */
};

struct graph_rows {
    struct import *import;
    struct arena arena;
    struct graph_table nodes;
    struct graph_table edges;
    struct graph_table *table; /* of the last row */
    bool signed_weights;       /* the sign of an edge is that of its weight */
    bool implicit;             /* what edges name and nobody describes is a group all the same */
    struct text contents;      /* of the file, NUL-terminated */
};

/* Read the file, as UTF-8 unless as_it_stands; fails when it cannot be read. */
bool graph_rows_open(struct graph_rows *rows, struct import *import, const char *path,
                     bool as_it_stands, struct error *error);

/* Begin a row. */
void graph_rows_node(struct graph_rows *rows, size_t line);
void graph_rows_edge(struct graph_rows *rows, size_t line);

/* Say something of the last row; the first word on a name stands.  The text is copied. */
void graph_rows_set(struct graph_rows *rows, const char *name, struct text text);
void graph_rows_set_named(struct graph_rows *rows, struct text name, struct text text);
void graph_rows_set_number(struct graph_rows *rows, const char *name, long number);

/* Begin another row that says the same as the last one, but for two things. */
void graph_rows_repeat(struct graph_rows *rows, const char *but, const char *and_but);

/* What was said of it; empty when nothing was. */
struct text graph_rows_said(const struct graph_rows *rows, const char *name);

/* Count a row that cannot be used, with the reason, which must stay. */
void graph_rows_refused(struct graph_rows *rows, size_t line, enum catalogue_entry fault,
                        const char *reason);

/* The file is malformed at a line (and column, or 0); what was read before it stands. */
void graph_rows_malformed(struct graph_rows *rows, size_t line, size_t column, const char *reason);

/* Hand the rows over and let go of them; nodes come before edges. */
bool graph_rows_close(struct graph_rows *rows, struct error *error);

#endif
