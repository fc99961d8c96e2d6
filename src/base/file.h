/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Files are read whole and written whole or not at all.  A set of outputs is built in
 * memory, written to temporary files beside their targets, and only when every one of them
 * is on disk are they renamed into place: a run that fails, or is ended by a signal, leaves earlier
 * output as it was.
 */
#ifndef BLOC_BASE_FILE_H
#define BLOC_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/text.h"

#include <stdbool.h>

/*
 * Read a file into the arena, NUL-terminated.  "-" is standard input.
 * Fails on a missing file, a directory, more than 1 GiB or a read error, naming the path and
 * the reason.
 */
bool file_read(const char *path, struct arena *arena, struct text *contents, struct error *error);

/* The same with a limit of so many MiB. */
bool file_read_within(const char *path, size_t mebibytes, struct arena *arena,
                      struct text *contents, struct error *error);

bool file_exists(const char *path);
bool file_is_directory(const char *path);

/* Names in a directory that end in suffix, sorted by bytes, copied into the arena; not those
 * that begin with a point.  Fails when it cannot be read. */
LIST(text_list, struct text);
bool file_list_directory(const char *path, const char *suffix, struct arena *arena,
                         struct text_list *names, struct error *error);

/* One output still to be written. */
struct output {
    struct text path; /* relative to the set's folder */
    struct text contents;
};

LIST(output_list, struct output);

/* The zero value is an empty set; texts live in its arena. */
struct output_set {
    struct arena arena;
    struct output_list outputs;
};

void output_set_release(struct output_set *set);

/* Add an output; path and contents are copied.  A path may have folders, but no "." or "..". */
void output_set_add(struct output_set *set, struct text path, struct text contents);

/*
 * Write all outputs below folder (made when missing), or none: on failure every temporary
 * file is removed and what stood there before is untouched.  Waits while another run writes to the
 * same folder.
 */
bool output_set_write(const struct output_set *set, const char *folder, struct error *error);

/* The same for one file, whose folder must be there; "-" is standard output, and a device or
 * pipe is written to as it stands. */
bool file_write(const char *path, struct text contents, struct error *error);

#endif
