/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Stands in for figure/worker.c: tasks run in the process itself, one after another, so that a
 * fault in one is seen, with its coverage, by who searches for it.
 */
#ifndef BLOC_TESTS_FUZZ_IN_PROCESS_H
#define BLOC_TESTS_FUZZ_IN_PROCESS_H

#include "figure/worker.h"

void worker_run(const struct worker_plan *plan, struct worker_result *results)
{
    for (size_t i = 0; i < plan->count; i++) {
        struct worker_result *result = &results[i];
        if (!plan->task(i, plan->context, &result->bytes, &result->error))
            buffer_release(&result->bytes);
        if (plan->done != NULL)
            plan->done(i, plan->context);
    }
}

void worker_result_release(struct worker_result *result)
{
    buffer_release(&result->bytes);
    buffer_release(&result->messages);
}

#endif
