/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tasks in child processes, as many at once as there are processors, each with a time limit.
 * A child that crashes, hangs or prints harms nobody.  Results come back in task order.
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

struct worker_result {
    struct buffer bytes;
    struct error error;
    bool timed_out;
};

/* Runs in the parent after each task, for progress; may be NULL. */
typedef void (*worker_done)(size_t index, void *context);

/* Run all tasks; results has count entries, zeroed by the caller, released by it. */
void worker_run(worker_task task, void *context, size_t count, double seconds_each,
                worker_done done, struct worker_result *results);

void worker_result_release(struct worker_result *result);

#endif
