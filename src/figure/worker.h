/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tasks in child processes, as many at once as there are processors, each with limits of time
 * and memory and without files (confine.h).  A child that crashes, hangs, prints or eats memory
 * harms nobody.  Results come back in task order.
 */
#ifndef BLOC_FIGURE_WORKER_H
#define BLOC_FIGURE_WORKER_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Runs in the child: compute task number `index` and leave the bytes of its result. */
typedef bool (*worker_task)(size_t index, void *context, struct buffer *result,
                            struct error *error);

/* Runs in the parent after each task, for progress. */
typedef void (*worker_done)(size_t index, void *context);

/* What is to be run. */
struct worker_plan {
    worker_task task;
    worker_done done; /* may be NULL */
    void *context;    /* given to both */
    size_t count;
    double seconds;           /* time limit of every task, by the clock on the wall */
    const double *seconds_of; /* that of each task instead; may be NULL */
    size_t memory;            /* bytes that a task may take; 0 = 2 GiB */
};

struct worker_result {
    struct buffer bytes;
    struct buffer messages; /* what the task wrote to standard error, at most some thousand bytes */
    struct error error;     /* why there are no bytes */
    bool timed_out;
};

/* Run all tasks; results has count entries, zeroed by the caller, released by it. */
void worker_run(const struct worker_plan *plan, struct worker_result *results);

void worker_result_release(struct worker_result *result);

#endif
