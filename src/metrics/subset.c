/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/subset.h"

#include <stdlib.h>

#include "base/alloc.h"

void subset_init(struct subset *subset, const struct selection *whole, const bool *keep)
{
    *subset = (struct subset){.selection = *whole};
    subset->selection.relations = (struct chosen_relation_list){0};
    subset->indices = alloc_zeroed(whole->relations.count, sizeof *subset->indices);
    for (size_t i = 0; i < whole->relations.count; i++) {
        if (!keep[i])
            continue;
        subset->indices[subset->selection.relations.count] = i;
        list_push(&subset->selection.relations, whole->relations.items[i]);
    }
}

void subset_release(struct subset *subset)
{
    list_release(&subset->selection.relations);
    free(subset->indices);
    *subset = (struct subset){0};
}

size_t subset_keep_without(const struct selection *whole, source_id source, bool *keep)
{
    size_t lost = 0;
    for (size_t i = 0; i < whole->relations.count; i++) {
        size_t count = 0;
        const struct claim *claims =
            dataset_claims_of(whole->dataset, whole->relations.items[i].relation, &count);
        keep[i] = false;
        for (size_t c = 0; c < count; c++)
            keep[i] = keep[i] || (!claims[c].disputes && claims[c].source != source);
        lost += !keep[i];
    }
    return lost;
}
