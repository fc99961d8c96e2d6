/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Results whose rows are not the groups or relations of the selection: brokerage roles, sets of
 * key players, nested blocks, pairs, curves.  Each kind of sheet is computed when it is asked
 * for; read by report and cli, filled by one file of metrics each (sheet_*.c).
 *
 * A sheet is plain: typed columns, cells row by row, and notes that say which method was used.
 */
#ifndef BLOC_METRICS_SHEET_H
#define BLOC_METRICS_SHEET_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/text.h"
#include "model/layer.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What cells of a column hold. */
enum sheet_content {
    SHEET_NUMBER, /* NAN = not defined */
    SHEET_COUNT,  /* a whole number, or NAN */
    SHEET_TEXT,
    SHEET_GROUP,  /* one group */
    SHEET_GROUPS, /* a set of groups, in dataset order; may be empty */
};

struct sheet_column {
    const char *name;  /* stable: "coordinator_z" */
    const char *title; /* for people */
    enum sheet_content content;
    bool detail;            /* only for programs */
    const char *definition; /* the formula or rule */
};

struct sheet_cell {
    double number;
    struct text text;
    const group_id *groups; /* in the sheet's arena */
    size_t count;           /* of groups */
};

/* How the sheet was made: the method, the seed, what is proven. */
struct sheet_note {
    const char *name;  /* "method" */
    const char *title; /* for people */
    struct text text;
};

LIST(sheet_cell_list, struct sheet_cell);
LIST(sheet_note_list, struct sheet_note);

/* How groups are put into classes. */
enum class_by {
    CLASS_REGION,   /* as groups.csv has it; none when empty */
    CLASS_KIND,     /* kind of group */
    CLASS_UMBRELLA, /* the group at the top of the chain of parents; where a group has none, of its
                     * first chosen positive tie of membership */
    CLASS_BLOC,     /* community of a sign layer */
    CLASS_BY_COUNT,
};

/* "region", "kind", "umbrella", "bloc". */
const char *class_by_name(enum class_by by);

/* What a sheet is made of; a sheet reads what concerns it. */
struct sheet_wish {
    enum layer layer;
    enum class_by classes;
    size_t size; /* largest set of key players; 0 = 3 */
};

struct measurement;
struct sheet;

/* One kind of sheet. */
struct sheet_type {
    const char *name;    /* of `--by`: "role" */
    const char *title;   /* "Brokerage roles" */
    const char *reading; /* what it means and how to read it: two sentences */
    const char *caution;
    const char *reference;
    const struct sheet_column *columns;
    size_t column_count;
    bool has_layer;    /* is made of the ties of one sign layer */
    bool has_classes;  /* is made by class */
    bool has_size;     /* has a largest size of sets */
    const char *needs; /* metrics that it reads, commas between them; NULL = none */
    enum class_by by;  /* classes unless asked otherwise */
    int (*fill)(const struct measurement *measurement, const struct sheet_wish *wish,
                struct sheet *sheet); /* an igraph_error_t; used by sheet_build alone */
};

/* The zero value is empty; sheet_release ends it. */
struct sheet {
    struct arena arena;
    const struct sheet_type *type;
    uint64_t seed;                /* of the random algorithms */
    struct sheet_cell_list cells; /* row by row */
    struct sheet_note_list notes;
};

/* All kinds. */
const struct sheet_type *const *sheet_types(size_t *count);

/* Compute one, with the seed of the random algorithms.  Fails only when igraph does; *sheet is then
 * empty. */
bool sheet_build(const struct sheet_type *type, const struct selection *selection, uint64_t seed,
                 const struct sheet_wish *wish, struct sheet *sheet, struct error *error);
void sheet_release(struct sheet *sheet);

size_t sheet_row_count(const struct sheet *sheet);
const struct sheet_cell *sheet_cell(const struct sheet *sheet, size_t row, size_t column);

/* The cell by the name of its column, which must be there. */
const struct sheet_cell *sheet_find(const struct sheet *sheet, size_t row, const char *column);

/* For those who fill: cells left to right, row by row. Texts and groups are copied. */
void sheet_add_number(struct sheet *sheet, double number);
void sheet_add_text(struct sheet *sheet, struct text text);
void sheet_add_group(struct sheet *sheet, group_id group);
void sheet_add_groups(struct sheet *sheet, const group_id *groups, size_t count);
void sheet_add_note(struct sheet *sheet, const char *name, const char *title, const char *format,
                    ...) __attribute__((format(printf, 4, 5)));

#endif
