/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The files of a dataset's folder, each read at most once.  The fuzz target and tests fill a
 * folder by hand instead, and nothing is then looked for on disk.  Private to the loader.
 */
#ifndef BLOC_LOADER_FOLDER_H
#define BLOC_LOADER_FOLDER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/list.h"
#include "base/text.h"

enum folder_state {
    FOLDER_ABSENT,     /* no such file */
    FOLDER_UNREADABLE, /* a directory, no permission, ... */
    FOLDER_READ,
};

struct folder_file {
    struct text name; /* "groups.csv" */
    struct text path; /* as findings show it: "data/example/groups.csv" */
    enum folder_state state;
    struct text contents;
    struct text reason; /* why it is unreadable */
};

LIST(folder_file_list, struct folder_file);

/* The zero value is an empty folder in memory. */
struct folder {
    struct text path;
    struct arena *arena; /* borrowed; takes the contents */
    bool on_disk;
    struct folder_file_list files;
    struct text_list tables; /* names ending in .csv, sorted; none for a folder in memory */
};

/* List a folder on disk; fails when it is missing, no folder or unreadable. */
bool folder_open(struct folder *folder, const char *path, struct arena *arena, struct error *error);
void folder_release(struct folder *folder);

/* Put a file into a folder in memory; the texts are borrowed. */
void folder_add(struct folder *folder, struct text name, struct text contents);

/* Is there a file of this name? */
bool folder_has(struct folder *folder, struct text name);

/* A file by its name, read now if it was not yet; its state tells whether it could be. */
struct folder_file folder_get(struct folder *folder, struct text name);

#endif
