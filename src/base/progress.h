/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A progress bar on a terminal for work that takes over a second.  Silent when the stream
 * is no terminal; nothing is shown in the first second; the line is cleared at the end.
 */
#ifndef BLOC_BASE_PROGRESS_H
#define BLOC_BASE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

/* The zero value shows nothing. */
struct progress {
    FILE *stream; /* NULL = silent */
    struct timespec start;
    size_t total; /* steps */
    size_t done;
    bool shown;
};

/* Start; stays silent unless the stream is a terminal. */
void progress_start(struct progress *progress, FILE *stream, size_t total);

/* One step is done; label (a C string) says what comes next. */
void progress_step(struct progress *progress, const char *label);

/* Show where things stand without a step; done may have been set. */
void progress_show(struct progress *progress, const char *label);

/* Since the start; 0 when silent. */
double progress_seconds(const struct progress *progress);

/* Clear the line. */
void progress_finish(struct progress *progress);

#endif
