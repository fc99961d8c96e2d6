/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What `bloc report` writes, built in memory: figures/NAME.svg, tables/NAME.csv and .json,
 * and index.html, which shows and links them all.
 */
#ifndef BLOC_CLI_REPORT_FILES_H
#define BLOC_CLI_REPORT_FILES_H

#include "base/error.h"
#include "base/file.h"
#include "cli/figure_set.h"
#include "cli/pipeline.h"

#include <stdbool.h>

/* Add every file to the set; the pipeline has run to the end with the query, and the figures are drawn. */
bool report_files_build(const struct pipeline *pipeline, const struct selection_query *query,
                        const struct figure_set *figures, struct output_set *outputs,
                        struct error *error);

#endif
