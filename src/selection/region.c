/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/region.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/text_index.h"
#include "model/name.h"

bool region_exists(const struct dataset *dataset, struct text name)
{
    struct arena scratch = {0};
    const struct text wanted = name_fold(&scratch, name);
    bool found = false;
    for (size_t i = 0; i < dataset->region_count && !found; i++)
        found = text_equal(name_fold(&scratch, dataset->regions[i].name), wanted);
    arena_release(&scratch);
    return found;
}

/* Two spellings of the dataset that fold alike are both meant. */
bool *region_mark_groups(const struct dataset *dataset, const struct text_list *names)
{
    struct arena scratch = {0};
    struct text_index wanted = {0};  /* folded names */
    struct text_index spelled = {0}; /* as the dataset writes them */
    for (size_t i = 0; i < names->count; i++)
        text_index_add(&wanted, name_fold(&scratch, names->items[i]), 0);
    for (size_t i = 0; i < dataset->region_count; i++) {
        const struct text region = dataset->regions[i].name;
        if (text_index_find(&wanted, name_fold(&scratch, region)) != TEXT_INDEX_ABSENT)
            text_index_add(&spelled, region, 0);
    }
    bool *marks = alloc_zeroed(dataset->groups.count, sizeof *marks);
    for (size_t i = 0; i < dataset->groups.count; i++) {
        const struct text region = dataset->groups.items[i].region;
        marks[i] = text_index_find(&spelled, region) != TEXT_INDEX_ABSENT;
    }
    text_index_release(&wanted);
    text_index_release(&spelled);
    arena_release(&scratch);
    return marks;
}
