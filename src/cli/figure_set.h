/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The figures of one run, from definitions to drawings: read them, choose what each shows,
 * draw them all.  Used by `bloc draw` (one) and `bloc report` (a folder of them).
 */
#ifndef BLOC_CLI_FIGURE_SET_H
#define BLOC_CLI_FIGURE_SET_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/finding.h"
#include "base/progress.h"
#include "cli/figure_theme.h"
#include "cli/pipeline.h"
#include "cli/settings.h"
#include "figure/advise.h"
#include "figure/figure.h"

#include <stdbool.h>
#include <stddef.h>

/* One figure before it is drawn. */
struct figure_plan {
    struct text name; /* of its file, without folder and suffix */
    struct figure_definition definition;
    bool is_plain;                  /* without a file; its type follows from the options */
    char sha256[DIGEST_LENGTH + 1]; /* of the file */
    struct provenance *provenance;  /* in the set's arena, once it was planned */
    struct selection selection;
    struct metric_results metrics;
    const struct theme *theme;   /* NULL = the default one */
    struct metric_series series; /* of a series */
};

LIST(figure_plan_list, struct figure_plan);

/* The zero value is an empty set. */
struct figure_set {
    struct arena arena;
    struct findings findings; /* in the definitions */
    struct theme_shelf themes;
    struct fingerprint data; /* of the dataset's files, once the figures were planned */
    struct figure_plan_list plans;
    struct figure *figures; /* as many as plans once figure_set_draw was called */
    struct advice *advice;  /* as many, once figure_set_advise was called */
    size_t flawed;          /* figures that could not be made, or only more simply */
};

/* Read one definition; "-" is standard input. */
bool figure_set_read(struct figure_set *set, const char *path, struct error *error);

/* Add a figure that only the options of the command line define. */
void figure_set_add_plain(struct figure_set *set);

/* Read every *.gv of a folder, in the order of their names; ERROR_USAGE when there is none. */
bool figure_set_read_folder(struct figure_set *set, const char *folder, struct error *error);

/*
 * Apply the options of the command line to every definition and choose what each figure
 * shows.  Fails on errors in a definition, whose findings are told, and on unknown words.
 */
bool figure_set_plan(struct figure_set *set, const struct pipeline *pipeline,
                     const struct settings *settings, struct error *error);

/* Drop the figures whose selection has no tie, and say so on standard error. */
void figure_set_drop_empty(struct figure_set *set);

/* Draw them all; fails, with the cause of the first, when none of them could be made. */
bool figure_set_draw(struct figure_set *set, struct progress *progress, struct error *error);

/*
 * Tell on standard error which figures could not be made, and drop them, and which are simpler
 * than asked for because their layout failed; set->flawed counts both.
 */
void figure_set_settle_flawed(struct figure_set *set);

/*
 * Tell on standard error which figures do not meet every gate of legibility, by what, and what
 * would meet them, which takes some more drawing; set->advice keeps that.
 */
void figure_set_advise(struct figure_set *set);

/* What figure/figure.h asks for to draw one of them. */
struct figure_request figure_set_request(const struct figure_set *set, size_t index);

void figure_set_release(struct figure_set *set);

#endif
