/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/switches.h"

#include <stdlib.h>

#include "base/alloc.h"

/* One end of a tie that somebody left or bound itself with, and the days on which that may be. */
struct step {
    group_id group;
    group_id other;
    relation_id relation;
    day_number first;
    day_number last;
};

LIST(step_list, struct step);

struct search {
    const struct selection *selection;
    struct step_list leaves;
    struct step_list joins;
    struct group_id_list stack; /* scratch of the walks */
    bool *sides[2];             /* by group_id: of the one left and the one joined */
    bool *camps[2];
};

static const struct relation *relation_at(const struct selection *selection, size_t index)
{
    return &selection->dataset->relations.items[selection->relations.items[index].relation];
}

static bool is_bond(const struct kind *kind)
{
    return kind->sign == SIGN_POSITIVE &&
           (kind->family == FAMILY_PLEDGE || kind->family == FAMILY_MEMBERSHIP ||
            kind->family == FAMILY_ALLIANCE);
}

/* Does the beginning of such a tie bind anew?  An event of the family pledge renews. */
static bool binds(const struct kind *kind)
{
    if (kind->family == FAMILY_LINEAGE)
        return text_equal_string(kind->name, "joined");
    return is_bond(kind) && !(kind->event && kind->family == FAMILY_PLEDGE);
}

/* For a mutual tie a step of both its groups. */
static void add_steps(struct step_list *steps, const struct relation *relation, bool mutual,
                      struct step step)
{
    step.group = relation->source;
    step.other = relation->target;
    list_push(steps, step);
    if (!mutual)
        return;
    step.group = relation->target;
    step.other = relation->source;
    list_push(steps, step);
}

static void collect_steps(struct search *search)
{
    const struct dataset *dataset = search->selection->dataset;
    for (size_t i = 0; i < search->selection->relations.count; i++) {
        const relation_id id = search->selection->relations.items[i].relation;
        const struct relation *relation = &dataset->relations.items[id];
        const struct kind *kind = dataset_kind_of(dataset, id);
        const struct date_span begin = date_span_of_event(&relation->start, &relation->start);
        const struct step start = {
            .relation = id, .first = begin.begin_first, .last = begin.begin_last};
        if (relation->source == relation->target)
            continue;
        if (kind->family == FAMILY_SPLIT)
            add_steps(&search->leaves, relation, kind->mutual, start);
        if (binds(kind))
            add_steps(&search->joins, relation, kind->mutual, start);
        if (is_bond(kind) && !kind->event && relation->end.state == DATE_KNOWN)
            add_steps(&search->leaves, relation, kind->mutual,
                      (struct step){.relation = id,
                                    .first = relation->end.ends_from,
                                    .last = relation->end.latest});
    }
}

static void mark(struct search *search, bool *marks, group_id group)
{
    if (group == GROUP_NONE || marks[group])
        return;
    marks[group] = true;
    list_push(&search->stack, group);
}

/* Does the relation put its source on the side of its target? */
static bool is_upwards(const struct selection *selection, size_t index)
{
    const relation_id id = selection->relations.items[index].relation;
    const struct kind *kind = dataset_kind_of(selection->dataset, id);
    return !kind->mutual && binds(kind) && kind->family != FAMILY_ALLIANCE;
}

/* Mark those whom the group is on the side of, or those who are on its side. */
static void mark_reached(struct search *search, bool *marks, group_id group, bool upwards)
{
    const struct selection *selection = search->selection;
    const struct group_list *groups = &selection->dataset->groups;
    mark(search, marks, group);
    while (search->stack.count > 0) {
        const group_id here = search->stack.items[--search->stack.count];
        if (upwards)
            mark(search, marks, groups->items[here].parent);
        for (group_id part = 0; !upwards && part < groups->count; part++)
            if (groups->items[part].parent == here)
                mark(search, marks, part);
        for (size_t i = 0; i < selection->relations.count; i++) {
            const struct relation *relation = relation_at(selection, i);
            const group_id near = upwards ? relation->source : relation->target;
            if (near == here && is_upwards(selection, i))
                mark(search, marks, upwards ? relation->target : relation->source);
        }
    }
}

/* The side and the camp of one of the two, without the group that switches. */
static void mark_camp(struct search *search, size_t which, group_id centre, group_id switching)
{
    const size_t count = search->selection->dataset->groups.count;
    bool *side = search->sides[which];
    bool *camp = search->camps[which];
    for (size_t i = 0; i < count; i++)
        side[i] = camp[i] = i == switching;
    mark_reached(search, side, centre, true);
    mark_reached(search, camp, centre, false);
    for (size_t i = 0; i < count; i++)
        camp[i] = (camp[i] || side[i]) && i != switching;
    side[switching] = false;
}

static bool have_common_side(const struct search *search)
{
    for (size_t i = 0; i < search->selection->dataset->groups.count; i++)
        if (search->sides[0][i] && search->sides[1][i])
            return true;
    return false;
}

static bool joins_camps(const struct search *search, const struct relation *relation)
{
    return (search->camps[0][relation->source] && search->camps[1][relation->target]) ||
           (search->camps[0][relation->target] && search->camps[1][relation->source]);
}

/* A negative tie between the two, else the first between their camps; RELATION_NONE when they are
 * not opposed. */
static relation_id find_opposition(struct search *search, const struct step *leave,
                                   const struct step *join)
{
    const struct selection *selection = search->selection;
    relation_id opposition = RELATION_NONE;
    mark_camp(search, 0, leave->other, leave->group);
    mark_camp(search, 1, join->other, leave->group);
    if (have_common_side(search))
        return RELATION_NONE;
    for (size_t i = 0; i < selection->relations.count; i++) {
        const relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = relation_at(selection, i);
        if (dataset_kind_of(selection->dataset, id)->sign != SIGN_NEGATIVE ||
            !joins_camps(search, relation))
            continue;
        const bool direct = (relation->source == leave->other && relation->target == join->other) ||
                            (relation->target == leave->other && relation->source == join->other);
        if (direct)
            return id;
        if (opposition == RELATION_NONE)
            opposition = id;
    }
    return opposition;
}

/* The most days that may lie between two steps, one way, and the fewest. */
static int64_t days_between(day_number from, day_number to)
{
    return (int64_t)to - (int64_t)from;
}

static bool may_be_near(const struct step *a, const struct step *b)
{
    return days_between(a->last, b->first) <= SWITCH_DAYS &&
           days_between(b->last, a->first) <= SWITCH_DAYS;
}

static bool must_be_near(const struct step *a, const struct step *b)
{
    return days_between(a->first, b->last) <= SWITCH_DAYS &&
           days_between(b->first, a->last) <= SWITCH_DAYS;
}

/* Is the tie a better witness of the same switch?  What is certain comes before what is possible,
 * a pledge before a membership, and so on in the order of the families. */
static bool is_better(const struct dataset *dataset, const struct alliance_switch *a,
                      const struct alliance_switch *b)
{
    if (a->possible != b->possible)
        return !a->possible;
    return dataset_kind_of(dataset, a->join)->family < dataset_kind_of(dataset, b->join)->family;
}

static void keep_switch(const struct dataset *dataset, struct switch_list *switches,
                        const struct alliance_switch *found)
{
    for (size_t i = 0; i < switches->count; i++) {
        struct alliance_switch *kept = &switches->items[i];
        if (kept->group != found->group || kept->left != found->left ||
            kept->joined != found->joined)
            continue;
        if (is_better(dataset, found, kept))
            *kept = *found;
        return;
    }
    list_push(switches, *found);
}

static bool is_mutual(const struct search *search, const struct step *step)
{
    return dataset_kind_of(search->selection->dataset, step->relation)->mutual;
}

static void pair_steps(struct search *search, const struct step *leave,
                       struct switch_list *switches)
{
    for (size_t i = 0; i < search->joins.count; i++) {
        const struct step *join = &search->joins.items[i];
        if (join->group != leave->group || join->other == leave->other ||
            (is_mutual(search, leave) && is_mutual(search, join)) || !may_be_near(leave, join))
            continue;
        const struct alliance_switch found = {
            .group = leave->group,
            .left = leave->other,
            .joined = join->other,
            .leave = leave->relation,
            .join = join->relation,
            .opposition = find_opposition(search, leave, join),
            .possible = !must_be_near(leave, join),
        };
        if (found.opposition != RELATION_NONE)
            keep_switch(search->selection->dataset, switches, &found);
    }
}

static int compare_switches(const void *a, const void *b)
{
    const struct alliance_switch *left = a;
    const struct alliance_switch *right = b;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    if (left->leave != right->leave)
        return left->leave < right->leave ? -1 : 1;
    return (left->joined > right->joined) - (left->joined < right->joined);
}

void switches_find(const struct selection *selection, struct switch_list *switches)
{
    struct search search = {.selection = selection};
    const size_t groups = selection->dataset->groups.count;
    *switches = (struct switch_list){0};
    for (size_t k = 0; k < 2; k++) {
        search.sides[k] = alloc_zeroed(groups, sizeof *search.sides[k]);
        search.camps[k] = alloc_zeroed(groups, sizeof *search.camps[k]);
    }
    collect_steps(&search);
    for (size_t i = 0; i < search.leaves.count; i++)
        pair_steps(&search, &search.leaves.items[i], switches);
    if (switches->count > 0)
        qsort(switches->items, switches->count, sizeof *switches->items, compare_switches);
    for (size_t k = 0; k < 2; k++) {
        free(search.sides[k]);
        free(search.camps[k]);
    }
    list_release(&search.stack);
    list_release(&search.joins);
    list_release(&search.leaves);
}
