/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The stages in their order, run up to the one a command asks for.  What a stage made stays
 * in the pipeline until its end.
 */
#ifndef BLOC_CLI_PIPELINE_H
#define BLOC_CLI_PIPELINE_H

#include "base/error.h"
#include "base/finding.h"
#include "cli/command.h"
#include "cli/settings.h"
#include "loader/load.h"
#include "metrics/metric_table.h"
#include "model/dataset.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stdint.h>

enum stage {
    STAGE_LOAD,    /* dataset, findings and totals */
    STAGE_SELECT,  /* the selection that the options ask for */
    STAGE_MEASURE, /* its metrics */
};

/* What to do with a dataset in which rows were rejected. */
enum pipeline_mode {
    PIPELINE_SILENT,   /* leave the findings to the caller, go on */
    PIPELINE_TOLERANT, /* tell the errors on standard error, go on with the sound rows */
    PIPELINE_STRICT,   /* tell them and fail, unless --keep-going was given */
};

/* The zero value is an empty pipeline. */
struct pipeline {
    struct dataset dataset;
    struct findings findings; /* sorted */
    struct load_totals totals;
    struct selection selection;
    struct metric_results metrics;
};

/* Run all stages up to the given one; the first operand is the dataset's folder. */
bool pipeline_run(struct pipeline *pipeline, const struct settings *settings, enum stage stage,
                  enum pipeline_mode mode, struct error *error);

/* End it, after success or failure. STATUS_FINDINGS when the data has errors, or STATUS_GOOD. */
enum status pipeline_close(struct pipeline *pipeline);

/* The group of that name; ERROR_USAGE with the nearest when there is none. */
bool pipeline_find_group(const struct pipeline *pipeline, struct text name, group_id *group,
                         struct error *error);

/* The seed of --seed, or the default; ERROR_USAGE when it is no number. */
bool pipeline_seed(const struct settings *settings, uint64_t *seed, struct error *error);

/* Print the findings of level error on standard error. */
void pipeline_tell_errors(const struct findings *findings);

#endif
