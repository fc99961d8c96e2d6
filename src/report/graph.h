/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A selection as a plain graph, the one thing that every format of `bloc export` writes: a vertex a
 * group, an edge a relation, parallel edges kept, both with typed attributes.  Filled by
 * report/graph_build.h, written through report/graph_format.h.  Knows nothing of igraph.
 */
#ifndef BLOC_REPORT_GRAPH_H
#define BLOC_REPORT_GRAPH_H

#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "model/date.h"
#include "model/kind.h"
#include "model/relation.h"

#include <stdbool.h>
#include <stddef.h>

enum graph_type {
    GRAPH_STRING,
    GRAPH_INT,
    GRAPH_REAL,
    GRAPH_TYPES,
};

struct graph_attribute {
    const char *name; /* "founded_earliest" */
    enum graph_type type;
};

/* Absent: an empty text, a number that is NAN.  Both are left out where a format allows it. */
struct graph_value {
    struct text text;
    double number;
};

LIST(graph_attribute_list, struct graph_attribute);
LIST(graph_value_list, struct graph_value);

/* What is said of each vertex or of each edge, row by row. */
struct graph_table {
    struct graph_attribute_list attributes;
    struct graph_value_list values;
};

/* First and last day that it can have been there; DAY_MIN and DAY_MAX where that is not known. */
struct graph_life {
    day_number first;
    day_number last;
};

struct graph_vertex {
    struct text id; /* a word: small letters, digits and '_' */
    struct text label;
    struct graph_life life;
};

struct graph_edge {
    struct text id; /* a word, as above */
    size_t from;    /* vertex */
    size_t to;
    struct text kind;
    struct text label; /* of the kind */
    enum family family;
    int sign; /* 1, -1 or 0 */
    bool mutual;
    double weight;
    struct graph_life life;
    size_t first_citation; /* its citations stand together */
    size_t citation_count;
};

/* One source saying something of an edge. */
struct graph_citation {
    size_t source;
    struct text locator;
    struct text words; /* "Barr 2016, par. 12 (disputes)" */
    bool disputes;
    enum grade grade;
    struct text note;
};

struct graph_source {
    struct text id;
    struct text authors;
    struct text issued;
    struct text title;
    struct text publisher;
    struct text url;
};

LIST(graph_vertex_list, struct graph_vertex);
LIST(graph_edge_list, struct graph_edge);
LIST(graph_citation_list, struct graph_citation);
LIST(graph_source_list, struct graph_source);

/* Something said of the whole: "title", "licence", "sign_policy". */
struct graph_fact {
    const char *name;
    struct text text;
};

LIST(graph_fact_list, struct graph_fact);

/* Texts are free of control characters and line breaks; borrowed from the dataset or kept in the
 * arena.  The zero value is an empty graph. */
struct graph {
    struct arena arena;
    struct graph_fact_list facts;
    struct graph_vertex_list vertices;
    struct graph_edge_list edges;
    struct graph_table of_vertices; /* the id is not among the attributes */
    struct graph_table of_edges;    /* id and ends are not among them */
    struct graph_citation_list citations;
    struct graph_source_list sources; /* those cited, in the order of the dataset */
};

void graph_release(struct graph *graph);

/* The value of an attribute of a row; NULL when it is absent. */
const struct graph_value *graph_value_of(const struct graph_table *table, size_t row,
                                         size_t attribute);

/* A fact by its name; empty when it is not there. */
struct text graph_fact_of(const struct graph *graph, const char *name);

/* "2014-10-03"; false for days without a bound. */
bool graph_day_text(day_number day, char text[16]);

#endif
