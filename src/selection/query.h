/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which part of a dataset is meant.  The same rows serve as command-line options
 * (`--during 2015`) and as figure attributes (`select_during="2015"`).
 */
#ifndef BLOC_SELECTION_QUERY_H
#define BLOC_SELECTION_QUERY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* What becomes of relations that some claims support and others dispute. */
enum contested {
    CONTESTED_INCLUDE,
    CONTESTED_EXCLUDE,
    CONTESTED_ONLY,
};

/* The zero value selects everything; texts are borrowed or live in the arena that set them. */
struct selection_query {
    bool has_window;
    struct text window_option; /* which option set it: "during" or "at" */
    struct window window;
    unsigned families;            /* bit set by enum family; 0 = all */
    struct text_list kinds;       /* names of relation kinds; empty = all */
    struct text_list regions;     /* ties with at least one end in them; empty = all */
    struct text_list groups;      /* only these groups and the ties among them; empty = all */
    struct text_list group_kinds; /* only groups of these kinds; empty = all */
    struct text ego;              /* a group, by any of its names; empty = none */
    unsigned hops;                /* from the ego; 0 = unset, which means 1 */
    bool has_grade;
    enum grade grade; /* at least this */
    enum contested contested;
    bool certain_only;
    bool connected_only; /* leave out groups without a tie */
};

/* One way to narrow a selection. */
struct query_option {
    const char *name;     /* "group-kind": --group-kind, select_group_kind */
    const char *plural;   /* also accepted: "families"; NULL = none */
    const char *argument; /* for usage text: "WINDOW"; NULL = a switch */
    const char *help;
};

/* The table, for usage texts and the attribute reference. */
const struct query_option *query_options(size_t *count);

/*
 * Set one option by name, in which '-' and '_' are alike.  Lists are comma-separated and add to
 * what was set before; a switch takes "true" (or nothing) and "false".  Fails (ERROR_USAGE, with
 * a suggestion) on an unknown name or a malformed value, and on both of "during" and "at".
 */
bool query_set(struct selection_query *query, struct arena *arena, struct text name,
               struct text value, struct error *error);

/* Forget what an option was set to, so that the next query_set replaces rather than adds; an
 * unknown name does nothing. */
void query_clear(struct selection_query *query, struct text name);

/*
 * The value of the option at this place of query_options(), as query_set takes it ("true" of a
 * switch); nothing when the option does not narrow the selection.
 */
void query_write(const struct selection_query *query, size_t option, struct buffer *buffer);

void query_release(struct selection_query *query);

/* Do its words exist in this dataset?  Fails (ERROR_USAGE) naming the nearest word that does. */
bool query_check(const struct selection_query *query, const struct dataset *dataset,
                 struct error *error);

#endif
