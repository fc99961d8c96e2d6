/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/parents.h"

#include <stddef.h>

#include "base/alloc.h"

static uint32_t find_parent(struct intake *intake, uint32_t group)
{
    const struct text named = intake->groups.items[group].parent;
    if (named.length == 0)
        return INTAKE_NONE;
    const uint32_t coded = text_index_find(&intake->codes, named);
    const uint32_t parent = coded != TEXT_INDEX_ABSENT ? coded : intake_find_group(intake, named);
    return parent == group ? INTAKE_NONE : parent;
}

/* Each way up ends at the top, at a way gone before, or where it comes back to itself. */
static void cut_circles(uint32_t *parents, size_t count)
{
    size_t *way = alloc_zeroed(count, sizeof *way);
    for (size_t i = 0; i < count; i++) {
        uint32_t at = (uint32_t)i;
        uint32_t below = at;
        while (at != INTAKE_NONE && way[at] == 0) {
            way[at] = i + 1;
            below = at;
            at = parents[at];
        }
        if (at != INTAKE_NONE && way[at] == i + 1)
            parents[below] = INTAKE_NONE;
    }
    list_free(way);
}

uint32_t *parents_settle(struct intake *intake)
{
    const size_t count = intake->groups.count;
    uint32_t *parents = alloc_zeroed(count, sizeof *parents);
    for (size_t i = 0; i < count; i++)
        parents[i] = find_parent(intake, (uint32_t)i);
    cut_circles(parents, count);
    return parents;
}
