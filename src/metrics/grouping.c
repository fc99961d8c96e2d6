/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/grouping.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"

static const struct group *group_at(const struct selection *selection, size_t position)
{
    return &selection->dataset->groups.items[selection->groups.items[position]];
}

static void find_regions(struct grouping *grouping, const struct selection *selection)
{
    const struct dataset *dataset = selection->dataset;
    grouping->count = dataset->region_count;
    grouping->names = alloc_zeroed(grouping->count, sizeof *grouping->names);
    for (size_t c = 0; c < grouping->count; c++)
        grouping->names[c] = dataset->regions[c].name;
    for (size_t i = 0; i < selection->groups.count; i++) {
        struct text region = group_at(selection, i)->region;
        grouping->classes[i] = GROUPING_NONE;
        for (size_t c = 0; c < grouping->count && region.length > 0; c++)
            if (text_equal(region, grouping->names[c]))
                grouping->classes[i] = c;
    }
}

static void find_kinds(struct grouping *grouping, const struct selection *selection)
{
    grouping->count = GROUP_KIND_COUNT;
    grouping->names = alloc_zeroed(grouping->count, sizeof *grouping->names);
    for (size_t c = 0; c < grouping->count; c++)
        grouping->names[c] = text_from(group_kind_name((enum group_kind)c));
    for (size_t i = 0; i < selection->groups.count; i++)
        grouping->classes[i] = (size_t)group_at(selection, i)->kind;
}

/* By group_id: the whole that the group is a part of, or GROUP_NONE. */
static group_id *find_wholes(const struct selection *selection)
{
    const struct dataset *dataset = selection->dataset;
    group_id *wholes = alloc_zeroed(dataset->groups.count, sizeof *wholes);
    for (size_t i = 0; i < dataset->groups.count; i++)
        wholes[i] = dataset->groups.items[i].parent;
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = &dataset->relations.items[id];
        const struct kind *kind = dataset_kind_of(dataset, id);
        if (kind->family == FAMILY_MEMBERSHIP && kind->sign == SIGN_POSITIVE &&
            relation->source != relation->target && wholes[relation->source] == GROUP_NONE)
            wholes[relation->source] = relation->target;
    }
    return wholes;
}

/* The top of the chain; where it runs in a circle, the first of its groups. */
static group_id find_top(const group_id *wholes, size_t count, group_id group)
{
    group_id top = group;
    for (size_t steps = 0; wholes[top] != GROUP_NONE; steps++) {
        if (steps > count) {
            group_id first = top;
            for (group_id next = wholes[top]; next != top; next = wholes[next])
                first = next < first ? next : first;
            return first;
        }
        top = wholes[top];
    }
    return top;
}

static void find_umbrellas(struct grouping *grouping, const struct selection *selection)
{
    const struct group_list *groups = &selection->dataset->groups;
    group_id *wholes = find_wholes(selection);
    grouping->count = groups->count;
    grouping->names = alloc_zeroed(grouping->count, sizeof *grouping->names);
    for (size_t c = 0; c < grouping->count; c++)
        grouping->names[c] = groups->items[c].label;
    for (size_t i = 0; i < selection->groups.count; i++)
        grouping->classes[i] = find_top(wholes, groups->count, selection->groups.items[i]);
    free(wholes);
}

static void find_blocs(struct grouping *grouping, const struct measurement *measurement,
                       enum layer layer)
{
    size_t n = measurement->selection->groups.count;
    const double *column = measurement_column(measurement, SCOPE_GROUP, "community", layer);
    grouping->count = n;
    grouping->names = alloc_zeroed(n, sizeof *grouping->names);
    for (size_t i = 0; i < n; i++)
        grouping->classes[i] = (size_t)column[i] - 1;
}

void grouping_find(struct grouping *grouping, enum class_by by,
                   const struct measurement *measurement, enum layer layer)
{
    const struct selection *selection = measurement->selection;
    *grouping = (struct grouping){
        .classes = alloc_zeroed(selection->groups.count, sizeof *grouping->classes)};
    switch (by) {
    case CLASS_REGION: find_regions(grouping, selection); break;
    case CLASS_KIND: find_kinds(grouping, selection); break;
    case CLASS_UMBRELLA: find_umbrellas(grouping, selection); break;
    case CLASS_BLOC: find_blocs(grouping, measurement, layer); break;
    case CLASS_BY_COUNT: break;
    }
}

void grouping_release(struct grouping *grouping)
{
    free(grouping->classes);
    free(grouping->names);
    *grouping = (struct grouping){0};
}
