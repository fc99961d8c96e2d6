/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Regions of a dataset by their names, compared as people compare them.
 * Used by query.c to check words and by selection.c to choose.
 */
#ifndef BLOC_SELECTION_REGION_H
#define BLOC_SELECTION_REGION_H

#include <stdbool.h>

#include "base/file.h"
#include "base/text.h"
#include "model/dataset.h"

/* Has a region of the dataset this name? */
bool region_exists(const struct dataset *dataset, struct text name);

/*
 * For each group: is its region one of the named ones?  An array by group_id, never NULL, to be
 * freed with list_free.
 */
bool *region_mark_groups(const struct dataset *dataset, const struct text_list *names);

#endif
