/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A selection with the same groups and only some of its relations, to be measured in its
 * place.  Internal to metrics.
 */
#ifndef BLOC_METRICS_SUBSET_H
#define BLOC_METRICS_SUBSET_H

#include "base/error.h"
#include "metrics/measure.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>

struct subset {
    struct selection selection; /* borrows all but its relations; not for selection_release */
    size_t *indices;            /* of its relations: index in the whole selection */
};

/* keep[] by index of whole->relations. */
void subset_init(struct subset *subset, const struct selection *whole, const bool *keep);
void subset_release(struct subset *subset);

/* keep[] becomes which relations another source than this supports; returns how many none does. */
size_t subset_keep_without(const struct selection *whole, source_id source, bool *keep);

#endif
