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

#define GROUPING_NONE SIZE_MAX

enum grouping_by {
    GROUPING_REGION,   /* as groups.csv has it; none when empty */
    GROUPING_KIND,     /* kind of group */
    GROUPING_UMBRELLA, /* the group at the top of the chain of parents; where a group has none, of
                        * its first chosen positive tie of membership */
    GROUPING_BLOC,     /* community of a sign layer */
    GROUPING_COUNT,
};

/* grouping_release ends it. */
struct grouping {
    size_t count;       /* of classes; some may be empty */
    size_t *classes;    /* by position in selection.groups: 0 to count - 1, or GROUPING_NONE */
    struct text *names; /* by class; borrowed from the dataset, empty for blocs */
};

/* "region", "kind", "umbrella", "bloc". */
const char *grouping_name(enum grouping_by by);

/* The layer matters to blocs alone, whose column must be filled. */
void grouping_find(struct grouping *grouping, enum grouping_by by,
                   const struct measurement *measurement, enum layer layer);
void grouping_release(struct grouping *grouping);

#endif
