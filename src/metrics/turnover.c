/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/turnover.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"

/* How surely each lasting tie of the dataset is among the chosen. */
static unsigned char *read_activity(const struct selection *selection)
{
    const struct dataset *dataset = selection->dataset;
    unsigned char *activity = alloc_zeroed(dataset->relations.count, 1);
    for (size_t i = 0; i < selection->relations.count; i++) {
        const struct chosen_relation *chosen = &selection->relations.items[i];
        if (!dataset_kind_of(dataset, chosen->relation)->event)
            activity[chosen->relation] = (unsigned char)chosen->activity;
    }
    return activity;
}

static struct turnover count(const unsigned char *before, const unsigned char *after, size_t ties,
                             bool certain)
{
    const unsigned char least = certain ? ACTIVITY_CERTAIN : ACTIVITY_POSSIBLE;
    struct turnover turnover = {0};
    for (size_t i = 0; i < ties; i++) {
        turnover.formed += before[i] == ACTIVITY_NONE && after[i] >= least;
        turnover.dissolved += before[i] >= least && after[i] == ACTIVITY_NONE;
        turnover.kept += before[i] >= least && after[i] >= least;
    }
    return turnover;
}

struct turnover turnover_count(const struct selection *before, const struct selection *after,
                               bool certain)
{
    unsigned char *first = read_activity(before);
    unsigned char *second = read_activity(after);
    const struct turnover turnover =
        count(first, second, before->dataset->relations.count, certain);
    free(first);
    free(second);
    return turnover;
}

double turnover_jaccard(const struct selection *before, const struct selection *after, bool certain)
{
    const unsigned char least = certain ? ACTIVITY_CERTAIN : ACTIVITY_POSSIBLE;
    unsigned char *first = read_activity(before);
    unsigned char *second = read_activity(after);
    size_t both = 0;
    size_t either = 0;
    for (size_t i = 0; i < before->dataset->relations.count; i++) {
        both += first[i] >= least && second[i] >= least;
        either += first[i] >= least || second[i] >= least;
    }
    free(first);
    free(second);
    return either > 0 ? (double)both / (double)either : (double)NAN;
}

static bool began_in(const struct relation *relation, struct window window, bool certain)
{
    return activity_of_beginning(&relation->start, window) >=
           (certain ? ACTIVITY_CERTAIN : ACTIVITY_POSSIBLE);
}

size_t turnover_count_pledges(const struct selection *selection, enum sign sign, bool certain)
{
    const struct dataset *dataset = selection->dataset;
    size_t pledges = 0;
    for (size_t i = 0; i < selection->relations.count; i++) {
        const relation_id id = selection->relations.items[i].relation;
        const struct kind *kind = dataset_kind_of(dataset, id);
        pledges += kind->family == FAMILY_PLEDGE && kind->sign == sign &&
                   began_in(&dataset->relations.items[id], selection->window, certain);
    }
    return pledges;
}

size_t turnover_count_switches(const struct dataset *dataset, const struct switch_list *switches,
                               struct window window, bool certain)
{
    size_t groups = 0;
    group_id last = GROUP_NONE;
    for (size_t i = 0; i < switches->count; i++) {
        const struct alliance_switch *found = &switches->items[i];
        if (found->group == last || (certain && found->possible) ||
            !began_in(&dataset->relations.items[found->join], window, certain))
            continue;
        last = found->group;
        groups++;
    }
    return groups;
}
