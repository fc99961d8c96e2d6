/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which class each chosen group falls into: its region, its kind, the umbrella it stands under
 * or its bloc.  For the measures that ask how ties run within and between classes.
 * Internal to metrics.
 */
#ifndef BLOC_METRICS_GROUPING_H
#define BLOC_METRICS_GROUPING_H

#include <stddef.h>

#include "base/text.h"
#include "metrics/measurement.h"
#include "metrics/sheet.h"

#define GROUPING_NONE SIZE_MAX

/* grouping_release ends it. */
struct grouping {
    size_t count;       /* of classes; some may be empty */
    size_t *classes;    /* by position in selection.groups: 0 to count - 1, or GROUPING_NONE */
    struct text *names; /* by class; borrowed from the dataset, empty for blocs */
};

/* The layer matters to blocs alone, whose column must be filled. */
void grouping_find(struct grouping *grouping, enum class_by by,
                   const struct measurement *measurement, enum layer layer);
void grouping_release(struct grouping *grouping);

#endif
