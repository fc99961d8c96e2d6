/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The dataset tests/data/north, loaded and selected whole, for the tests of report and cli.
 */
#ifndef BLOC_UNIT_REPORT_CASE_H
#define BLOC_UNIT_REPORT_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "loader/load.h"
#include "metrics/measure.h"
#include "selection/selection.h"

struct report_case {
    struct dataset dataset;
    struct findings findings;
    struct load_totals totals;
    struct selection selection;
    struct metric_results results;
    struct buffer written;
};

static inline void report_case_init(struct report_case *test)
{
    struct error error = {0};
    struct selection_query query = {0};
    *test = (struct report_case){0};
    if (!load_dataset(BLOC_SOURCE_DIR "/tests/data/north", &test->dataset, &test->findings,
                      &test->totals, &error))
        fail_msg("%s", error.message);
    selection_evaluate(&test->selection, &test->dataset, &query);
}

static inline void report_case_measure(struct report_case *test)
{
    struct error error = {0};
    if (!measure_selection(&test->selection, MEASURE_DEFAULT_SEED, &test->results, &error))
        fail_msg("%s", error.message);
}

static inline void report_case_release(struct report_case *test)
{
    buffer_release(&test->written);
    metric_results_release(&test->results);
    selection_release(&test->selection);
    dataset_release(&test->dataset);
    findings_release(&test->findings);
}

/* What was written, as a C string. */
static inline const char *report_case_written(const struct report_case *test)
{
    return test->written.at == NULL ? "" : test->written.at;
}

static inline void assert_contains(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("'%s' is not in:\n%s", part, text);
}

static inline void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        fail_msg("'%s' is in:\n%s", part, text);
}

#endif
