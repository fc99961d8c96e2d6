/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The modes of `bloc metrics` that tell how sure the numbers are: --range, --ranks and
 * --leave-one-source-out.
 */
#ifndef BLOC_CLI_UNCERTAINTY_H
#define BLOC_CLI_UNCERTAINTY_H

#include "base/error.h"
#include "cli/pipeline.h"
#include "cli/settings.h"
#include "report/metric_report.h"
#include "report/report_table.h"

#include <stdbool.h>

/* Does the command line ask for one of them? */
bool uncertainty_is_wanted(const struct settings *settings);

/* Refuse (ERROR_USAGE) two of them at once, and options that do not go with one. */
bool uncertainty_check(const struct settings *settings, const struct metric_wish *wish,
                       struct error *error);

/* Measure the pipeline's selection and build the table of the mode. */
bool uncertainty_build(const struct pipeline *pipeline, const struct settings *settings,
                       const struct metric_wish *wish, struct report_table *table,
                       struct error *error);

#endif
