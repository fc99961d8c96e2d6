/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What `bloc metrics --by` is about: a scope of the metrics, windows of time, or a table of its own (a sheet, see
 * metrics/sheet.h) with the options that narrow it.
 */
#ifndef BLOC_CLI_SUBJECT_H
#define BLOC_CLI_SUBJECT_H

#include "base/error.h"
#include "cli/pipeline.h"
#include "cli/settings.h"
#include "metrics/metric_table.h"
#include "metrics/series.h"
#include "metrics/sheet.h"

#include <stdbool.h>

struct subject {
    enum metric_scope scope;
    const struct sheet_type *sheet; /* NULL for a scope and for windows */
    bool is_series;                 /* windows of one step */
    enum series_step step;
    struct sheet_wish wish; /* of the sheet */
};

/* Read --by, --layer, --classes and --size; ERROR_USAGE when one is unknown or does not belong. */
bool subject_read(const struct settings *settings, struct subject *subject, struct error *error);

/* Compute the sheet and write its table. */
bool subject_output_sheet(const struct subject *subject, const struct settings *settings,
                          const struct pipeline *pipeline, struct error *error);

#endif
