/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/comparison.h"

/* A tie with what became of it. */
struct later_tie {
    relation_id relation;
    enum change change;
};

static const struct relation *get(const struct dataset *dataset, relation_id id)
{
    return &dataset->relations.items[id];
}

const char *change_name(enum change change)
{
    static const char *const names[CHANGE_COUNT] = {
        [CHANGE_ABSENT] = "absent", [CHANGE_KEPT] = "kept",       [CHANGE_GAINED] = "gained",
        [CHANGE_LOST] = "lost",     [CHANGE_FLIPPED] = "flipped", [CHANGE_BETWEEN] = "between",
    };
    return names[change];
}

bool comparison_check(struct window from, struct window to, struct error *error)
{
    if (from.last < to.first)
        return true;
    return error_set(error, ERROR_USAGE,
                     "the first date must lie wholly before the second: '" TEXT_FORMAT
                     "' does not lie before '" TEXT_FORMAT "'",
                     TEXT_PARTS(from.text), TEXT_PARTS(to.text));
}

day_number comparison_first_day(const struct date *start)
{
    return start->state == DATE_KNOWN ? start->earliest : DAY_MIN;
}

day_number comparison_last_day(const struct date *start)
{
    if (start->state == DATE_KNOWN)
        return start->begins_by;
    return start->state == DATE_OPEN ? DAY_MIN : DAY_MAX;
}

enum activity comparison_activity(const struct dataset *dataset, relation_id id,
                                  struct window window)
{
    const struct relation *relation = get(dataset, id);
    if (dataset_kind_of(dataset, id)->event)
        return activity_of_event(&relation->start, &relation->end, window);
    struct date end = relation->end;
    if (end.state == DATE_UNKNOWN && !relation->start.interval)
        end.state = DATE_OPEN;
    return activity_of_state(&relation->start, &end, window);
}

/* The days after the first date and up to the end of the second. */
static struct window stretch_between(struct window from, struct window to)
{
    return (struct window){.first = from.last == DAY_MAX ? DAY_MAX : from.last + 1,
                           .last = to.last};
}

static struct tie_change found(enum change change, bool possible)
{
    return (struct tie_change){change, possible, RELATION_NONE};
}

static struct tie_change happened_between(const struct dataset *dataset, relation_id relation,
                                          struct window between)
{
    const enum activity activity = comparison_activity(dataset, relation, between);
    const bool bounded = comparison_first_day(&get(dataset, relation)->start) != DAY_MIN;
    if (activity == ACTIVITY_NONE)
        return found(CHANGE_ABSENT, false);
    if (!bounded)
        return found(CHANGE_KEPT, true);
    return found(CHANGE_BETWEEN, activity == ACTIVITY_POSSIBLE);
}

struct tie_change comparison_of_dates(const struct dataset *dataset, relation_id relation,
                                      struct window from, struct window to)
{
    if (dataset_kind_of(dataset, relation)->event)
        return happened_between(dataset, relation, stretch_between(from, to));
    const enum activity before = comparison_activity(dataset, relation, from);
    const enum activity after = comparison_activity(dataset, relation, to);
    if (before == ACTIVITY_NONE && after == ACTIVITY_NONE)
        return happened_between(dataset, relation, stretch_between(from, to));
    if (before == ACTIVITY_NONE)
        return found(CHANGE_GAINED, after == ACTIVITY_POSSIBLE);
    if (after == ACTIVITY_NONE)
        return found(CHANGE_LOST, before == ACTIVITY_POSSIBLE);
    return found(CHANGE_KEPT, before == ACTIVITY_POSSIBLE || after == ACTIVITY_POSSIBLE);
}

static bool joins_the_same(const struct relation *a, const struct relation *b)
{
    return (a->source == b->source && a->target == b->target) ||
           (a->source == b->target && a->target == b->source);
}

static bool is_opposite(const struct dataset *dataset, relation_id a, relation_id b)
{
    const enum sign first = dataset_kind_of(dataset, a)->sign;
    const enum sign second = dataset_kind_of(dataset, b)->sign;
    return first != SIGN_NEUTRAL && second != SIGN_NEUTRAL && first != second;
}

/* Does a tie stand where another was lost, or against one that stays? */
static bool is_flip_of(const struct comparison *comparison, struct later_tie later,
                       relation_id other)
{
    const struct dataset *dataset = comparison->selection->dataset;
    if (dataset_kind_of(dataset, other)->event ||
        !joins_the_same(get(dataset, later.relation), get(dataset, other)))
        return false;
    const enum change change =
        comparison_of_dates(dataset, other, comparison->from, comparison->to).change;
    const bool opposite = is_opposite(dataset, later.relation, other);
    if (change == CHANGE_LOST)
        return opposite || later.change == CHANGE_GAINED;
    return change == CHANGE_KEPT && opposite && later.change == CHANGE_GAINED;
}

/* The tie that it flips, of the other sign before any; RELATION_NONE when it flips none. */
static relation_id find_flipped(const struct comparison *comparison, struct later_tie later)
{
    const struct selection *selection = comparison->selection;
    relation_id flipped = RELATION_NONE;
    if (later.change != CHANGE_GAINED && later.change != CHANGE_BETWEEN)
        return RELATION_NONE;
    for (size_t i = 0; i < selection->relations.count; i++) {
        const relation_id other = selection->relations.items[i].relation;
        if (!is_flip_of(comparison, later, other))
            continue;
        if (is_opposite(selection->dataset, later.relation, other))
            return other;
        if (flipped == RELATION_NONE)
            flipped = other;
    }
    return flipped;
}

struct tie_change comparison_of_tie(const struct comparison *comparison, relation_id relation)
{
    struct tie_change change = comparison_of_dates(comparison->selection->dataset, relation,
                                                   comparison->from, comparison->to);
    change.other = find_flipped(comparison, (struct later_tie){relation, change.change});
    if (change.other != RELATION_NONE)
        change.change = CHANGE_FLIPPED;
    return change;
}

enum activity comparison_of_switch(const struct comparison *comparison,
                                   const struct alliance_switch *found)
{
    const struct relation *join = get(comparison->selection->dataset, found->join);
    const enum activity began =
        activity_of_beginning(&join->start, stretch_between(comparison->from, comparison->to));
    return began == ACTIVITY_CERTAIN && found->possible ? ACTIVITY_POSSIBLE : began;
}

enum group_change comparison_of_group(const struct group *group, struct window from,
                                      struct window to)
{
    const day_number first = comparison_first_day(&group->founded);
    if (first > to.last)
        return GROUP_LATER;
    if (group->ended.state == DATE_KNOWN && group->ended.earliest > from.last &&
        group->ended.latest <= to.last)
        return GROUP_ENDED;
    return first > from.last ? GROUP_FOUNDED : GROUP_STAYED;
}
