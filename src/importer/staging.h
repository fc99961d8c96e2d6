/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A folder that appears whole or not at all: its files are written into a temporary folder beside
 * it, which takes its place at the end.  Signals wait as long as it is open (base/undo.h).
 */
#ifndef BLOC_IMPORTER_STAGING_H
#define BLOC_IMPORTER_STAGING_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "base/undo.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct staging {
    struct arena arena;
    const char *target;       /* without a slash at the end */
    const char *temporary;    /* NULL until it is made */
    const char *const *names; /* files that a replaced folder may hold, NULL at the end */
    struct text_list parents; /* folders made on the way to it, outermost first */
    struct text_list files;   /* made in the temporary folder */
    struct undo undo;
};

/*
 * Begin: the target must be absent or an empty folder or, when replaceable is not NULL, hold only
 * files of those names (NULL at the end).  Fails otherwise, and when the temporary folder cannot be
 * made.
 */
bool staging_open(struct staging *staging, const char *target, const char *const *replaceable,
                  struct error *error);

/* A new file in it, to be written through a large buffer and closed with staging_close_file.  NULL
 * when it cannot be made, or a signal wants the program to end. */
FILE *staging_create(struct staging *staging, const char *name, struct error *error);

/* Flush to disk and close; fails when anything could not be written. */
bool staging_close_file(FILE *file, const char *name, struct error *error);

/* Put it where it belongs.  Fails when somebody has put something there meanwhile that may not be
 * replaced. */
bool staging_commit(struct staging *staging, struct error *error);

/* End; what was not committed is removed. */
void staging_release(struct staging *staging);

#endif
