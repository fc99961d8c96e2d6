/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Failures of the program: cannot open, cannot render, cannot write.  The first cause wins:
 * error_set on a set error does nothing, so no layer rewrites what a deeper one said.
 * Problems in the data are findings (base/finding.h), not errors.
 */
#ifndef BLOC_BASE_ERROR_H
#define BLOC_BASE_ERROR_H

#include <stdbool.h>

enum error_kind {
    ERROR_NONE,
    ERROR_DATA,   /* what the user asked for cannot be done with this input: exit status 1 */
    ERROR_USAGE,  /* the command line is wrong: exit status 2 */
    ERROR_SYSTEM, /* the machine: files, memory limits, child processes: exit status 3 */
};

/* The zero value is "no error". */
struct error {
    enum error_kind kind;
    char message[1024]; /* one line, UTF-8, harmless for a terminal, no full stop */
};

/* Record the cause unless one stands already.  Always returns false, for `return error_set(...)`. */
bool error_set(struct error *error, enum error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Say where an error happened: "figure 'libya': " is put before its message. Returns false. */
bool error_within(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

bool error_is_set(const struct error *error);

#endif
