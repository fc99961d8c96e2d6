/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the parts of the loader share while one dataset is being read: the dataset so far, the
 * findings, and the indexes that the finished dataset makes again for its readers.
 * Private to the loader.
 */
#ifndef BLOC_LOADER_LOADING_H
#define BLOC_LOADER_LOADING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/list.h"
#include "base/text.h"
#include "loader/folder.h"
#include "loader/id_index.h"
#include "loader/load.h"
#include "model/dataset.h"

/* A group and the parent its row names; parents may stand below their children. */
struct named_parent {
    group_id group;
    struct text parent;
    struct place place;
};

LIST(named_parent_list, struct named_parent);

struct loading {
    struct dataset *dataset;
    struct findings *findings;
    struct load_totals *totals;
    struct folder *folder;
    struct arena scratch;             /* ends with the loading */
    struct id_index ids[TABLE_COUNT]; /* by id; kinds by name, claims by what makes them repeat */
    struct id_index names;            /* folded names, labels and aliases; rows are groups */
    struct named_parent_list parents;
    bool unread[TABLE_COUNT];    /* no row of the table could be read; one finding says why */
    size_t waiting[TABLE_COUNT]; /* rows rejected only because they name rows of such a table */
};

void loading_release(struct loading *loading);

/* Read all tables of the folder; dataset, findings, totals and folder are set before. */
void loading_run(struct loading *loading);

/* "groups.csv" and "group"; for messages and totals. */
const char *loading_file_of(enum table table);
const char *loading_noun_of(enum table table);

enum loading_need {
    LOADING_REQUIRED, /* its absence is a finding */
    LOADING_OPTIONAL, /* its absence is not */
};

/* The contents of a file that is there, readable, not empty and not binary; else a finding. */
bool loading_open_file(struct loading *loading, const char *name, enum loading_need need,
                       struct folder_file *file);

/* Is a file UTF-8 that opens with the bracket of the JSON value it should hold?  Else a finding. */
bool loading_check_json(struct loading *loading, const struct folder_file *file, char bracket);

/* The first line and column of a byte of a text. */
struct place loading_locate(const struct folder_file *file, size_t offset);

/* A value as a message shows it: at most 60 characters. */
struct text loading_quote(struct loading *loading, struct text value);

/* "; did you mean 'x'?", or nothing when the suggestion is empty. */
struct text loading_hint(struct loading *loading, struct text suggestion);

/* Offset of the first control character other than tab and line breaks, or of one that turns the
 * direction of text (U+202A to U+202E, U+2066 to U+2069); the length when there is none. */
size_t loading_find_control(struct text text);

#endif
