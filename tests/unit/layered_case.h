/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One variant of a layered placement, tried in a child process as the program does it: dot gives
 * back only a part of its memory.
 */
#ifndef BLOC_UNIT_LAYERED_CASE_H
#define BLOC_UNIT_LAYERED_CASE_H

#include "figure/geometry_pack.h"
#include "figure/place_variant.h"
#include "figure/worker.h"
#include "figure_case.h"

struct layered_job {
    struct figure_case *test;
    size_t variant;
};

static inline bool layered_case_run(size_t index, void *context, struct buffer *result,
                                    struct error *error)
{
    const struct layered_job *job = context;
    struct drawing *drawing = &job->test->drawing;
    (void)index;
    if (!place_layered_try(drawing, &job->test->definition, job->variant, error))
        return false;
    geometry_pack(drawing, 0, result);
    return true;
}

/* The drawing has the variant's places afterwards; the test fails when there are none. */
static inline void layered_case_try(struct figure_case *test, size_t variant)
{
    struct worker_result result = {0};
    struct layered_job job = {test, variant};
    worker_run(
        &(struct worker_plan){.task = layered_case_run, .context = &job, .count = 1, .seconds = 60},
        &result);
    if (error_is_set(&result.error))
        fail_msg("variant %zu: %s", variant, result.error.message);
    assert_true(geometry_unpack(buffer_text(&result.bytes), &test->drawing));
    worker_result_release(&result);
}

#endif
