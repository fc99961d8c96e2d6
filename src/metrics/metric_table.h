/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Results of measuring, as plain tables: no igraph types, no formatting, no rounding.
 * Read by figure, report and cli; filled by metrics/measure.h.
 */
#ifndef BLOC_METRICS_METRIC_TABLE_H
#define BLOC_METRICS_METRIC_TABLE_H

#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "model/layer.h"

#include <stddef.h>
#include <stdint.h>

/* What one row of a table is about. */
enum metric_scope {
    SCOPE_GROUP,     /* rows follow selection.groups */
    SCOPE_RELATION,  /* rows follow selection.relations */
    SCOPE_NETWORK,   /* one row */
    SCOPE_COMPONENT, /* one row a weak component, largest first */
    SCOPE_PERIOD,    /* one row a window of a series: metrics/metric_series.h */
    SCOPE_COUNT,
};

/* One row of the catalogue. */
struct metric {
    const char *name; /* column name: "betweenness_positive" */
    enum metric_scope scope;
    enum layer layer;
    const char *label;      /* in words: "betweenness, positive ties" */
    const char *unit;       /* "paths", "share", "count", "class", ... */
    const char *range;      /* "0 to 1", "0 and up", ... */
    const char *definition; /* the formula or rule, in a sentence */
    const char *reference;  /* "Freeman 1977; Brandes 2001", see metric_bibliography */
    int is_integer;         /* printed without decimals */
};

struct metric_column {
    const struct metric *metric; /* borrowed from the catalogue */
    double *values;              /* one a row; NAN = not defined */
};

LIST(metric_column_list, struct metric_column);

/* The zero value is an empty table. */
struct metric_table {
    enum metric_scope scope;
    size_t row_count;
    struct metric_column_list columns;
};

/* All results of one selection. */
struct metric_results {
    struct arena arena;
    struct metric_table tables[SCOPE_COUNT];
    uint64_t seed;       /* of the random algorithms */
    size_t path_sources; /* groups that paths were searched from, when not from all; else 0 */
    double path_error;   /* then: share of its range that a path measure is off by at most */
    /* By position in selection.groups: the row of its component in tables[SCOPE_COMPONENT].
     * Row r holds component r + 1 of the column "weak_component". */
    size_t *component_of_group;
    size_t group_count;
};

void metric_results_release(struct metric_results *results);

/* The column of that name, or NULL. */
const struct metric_column *metric_table_find(const struct metric_table *table, const char *name);

/* All metrics, grouped by scope; the catalogue that `bloc metrics --explain` prints. */
const struct metric *metric_catalogue(size_t *count);

/* What a metric means for alliance structure. */
struct metric_meaning {
    const char *name;    /* base name; with '*' at its end the start of several */
    const char *meaning; /* two plain sentences */
    const char *caution; /* what to beware of when reading it */
};

/* The name without its sign layer: "betweenness" of "betweenness_positive". */
struct text metric_base_name(const struct metric *metric);

/* The one of a metric of the catalogue; all sign layers share it.  NULL when it is not there,
 * which a test rules out. */
const struct metric_meaning *metric_meaning(const struct metric *metric);

/* A work that the catalogue refers to. */
struct metric_work {
    const char *citation; /* as in metric.reference: "Freeman 1977" */
    const char *text;     /* the full reference */
};

/* All of them, in alphabetical order. */
const struct metric_work *metric_bibliography(size_t *count);

/* The words that the definitions use, in a few sentences to print above them. */
const char *metric_vocabulary(void);

/* "group", "relation", "network", "component", "period". */
const char *metric_scope_name(enum metric_scope scope);

#endif
