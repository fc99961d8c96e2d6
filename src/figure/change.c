/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/change.h"

/* A tie with what became of it. */
struct relation_change {
    relation_id relation;
    enum emphasis emphasis;
};

static const struct relation *get(const struct dataset *dataset, relation_id id)
{
    return &dataset->relations.items[id];
}

/* The days on which it may have begun; DAY_MIN when that has no lower bound. */
static day_number first_day(const struct date *start)
{
    return start->state == DATE_KNOWN ? start->earliest : DAY_MIN;
}

static day_number last_day(const struct date *start)
{
    if (start->state == DATE_KNOWN)
        return start->begins_by;
    return start->state == DATE_OPEN ? DAY_MIN : DAY_MAX;
}

/* How surely it held, with an end that nobody gives taken for none. */
static enum activity activity_in(const struct dataset *dataset, relation_id id,
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

struct appearance change_in_window(const struct dataset *dataset, relation_id relation,
                                   struct window window)
{
    const struct date *start = &get(dataset, relation)->start;
    const day_number first = first_day(start), last = last_day(start);
    if (first > window.last)
        return (struct appearance){EMPHASIS_ABSENT, false};
    if (first != DAY_MIN && last >= window.first)
        return (struct appearance){EMPHASIS_NEW, first < window.first || last > window.last};
    const enum activity activity = activity_in(dataset, relation, window);
    if (activity == ACTIVITY_NONE)
        return (struct appearance){EMPHASIS_GONE, false};
    return (struct appearance){EMPHASIS_EARLIER, activity == ACTIVITY_POSSIBLE};
}

/* The days after the first date and up to the end of the second. */
static struct window stretch_between(struct window from, struct window to)
{
    return (struct window){.first = from.last == DAY_MAX ? DAY_MAX : from.last + 1,
                           .last = to.last};
}

static struct appearance happened_between(const struct dataset *dataset, relation_id relation,
                                          struct window between)
{
    const enum activity activity = activity_in(dataset, relation, between);
    const bool bounded = first_day(&get(dataset, relation)->start) != DAY_MIN;
    if (activity == ACTIVITY_NONE)
        return (struct appearance){EMPHASIS_ABSENT, false};
    if (!bounded)
        return (struct appearance){EMPHASIS_SAME, true};
    return (struct appearance){EMPHASIS_BETWEEN, activity == ACTIVITY_POSSIBLE};
}

struct appearance change_between(const struct dataset *dataset, relation_id relation,
                                 struct window from, struct window to)
{
    if (dataset_kind_of(dataset, relation)->event)
        return happened_between(dataset, relation, stretch_between(from, to));
    const enum activity before = activity_in(dataset, relation, from);
    const enum activity after = activity_in(dataset, relation, to);
    if (before == ACTIVITY_NONE && after == ACTIVITY_NONE)
        return happened_between(dataset, relation, stretch_between(from, to));
    if (before == ACTIVITY_NONE)
        return (struct appearance){EMPHASIS_GAINED, after == ACTIVITY_POSSIBLE};
    if (after == ACTIVITY_NONE)
        return (struct appearance){EMPHASIS_LOST, before == ACTIVITY_POSSIBLE};
    return (struct appearance){EMPHASIS_SAME,
                               before == ACTIVITY_POSSIBLE || after == ACTIVITY_POSSIBLE};
}

bool change_is_shown(const struct figure_definition *definition)
{
    return definition->type == FIGURE_STRIP || definition->type == FIGURE_DIFFERENCE;
}

bool change_check(const struct figure_definition *definition, struct error *error)
{
    const unsigned both = GIVEN_FROM | GIVEN_TO;
    if (definition->type == FIGURE_STRIP && definition->windows.count == 0)
        return error_set(error, ERROR_DATA, "a strip needs figure_windows");
    if (definition->type != FIGURE_DIFFERENCE)
        return true;
    if ((definition->given & both) != both)
        return error_set(error, ERROR_DATA, "a difference needs figure_from and figure_to");
    if (definition->from.last >= definition->to.first)
        return error_set(error, ERROR_DATA, "figure_from must lie before figure_to");
    return true;
}

static bool joins_the_same(const struct relation *a, const struct relation *b)
{
    return (a->source == b->source && a->target == b->target) ||
           (a->source == b->target && a->target == b->source);
}

static bool is_opposite(const struct kind *a, const struct kind *b)
{
    return a->sign != SIGN_NEUTRAL && b->sign != SIGN_NEUTRAL && a->sign != b->sign;
}

/* Does a tie stand where another was lost, or against one that stays? */
static bool is_change_from(const struct figure_definition *definition,
                           const struct dataset *dataset, struct relation_change later,
                           relation_id other)
{
    const struct kind *kind = dataset_kind_of(dataset, other);
    if (kind->event || !joins_the_same(get(dataset, later.relation), get(dataset, other)))
        return false;
    const enum emphasis emphasis =
        change_between(dataset, other, definition->from, definition->to).emphasis;
    const bool opposite = is_opposite(dataset_kind_of(dataset, later.relation), kind);
    if (emphasis == EMPHASIS_LOST)
        return opposite || later.emphasis == EMPHASIS_GAINED;
    return emphasis == EMPHASIS_SAME && opposite && later.emphasis == EMPHASIS_GAINED;
}

static bool is_change(const struct figure_definition *definition, const struct selection *selection,
                      struct relation_change later)
{
    if (later.emphasis != EMPHASIS_GAINED && later.emphasis != EMPHASIS_BETWEEN)
        return false;
    for (size_t i = 0; i < selection->relations.count; i++)
        if (is_change_from(definition, selection->dataset, later,
                           selection->relations.items[i].relation))
            return true;
    return false;
}

/* Normal when any window of the strip shows it. */
static struct appearance appearance_in_strip(const struct figure_definition *definition,
                                             const struct dataset *dataset, relation_id relation)
{
    for (size_t i = 0; i < definition->windows.count; i++)
        if (change_in_window(dataset, relation, definition->windows.items[i]).emphasis !=
            EMPHASIS_ABSENT)
            return (struct appearance){EMPHASIS_NORMAL, false};
    return (struct appearance){EMPHASIS_ABSENT, false};
}

struct appearance change_of_relation(const struct figure_definition *definition,
                                     const struct selection *selection, relation_id relation)
{
    const struct dataset *dataset = selection->dataset;
    if (definition->type == FIGURE_STRIP)
        return appearance_in_strip(definition, dataset, relation);
    struct appearance appearance =
        change_between(dataset, relation, definition->from, definition->to);
    if (is_change(definition, selection, (struct relation_change){relation, appearance.emphasis}))
        appearance.emphasis = EMPHASIS_CHANGED;
    return appearance;
}

enum emphasis change_of_group(const struct group *group, struct window window)
{
    const day_number first = first_day(&group->founded);
    if (first > window.last)
        return EMPHASIS_ABSENT;
    if (group->ended.state == DATE_KNOWN && group->ended.latest < window.first)
        return EMPHASIS_GONE;
    const bool dated = first != DAY_MIN && group->founded.latest != DAY_MAX;
    return dated && last_day(&group->founded) >= window.first ? EMPHASIS_NEW : EMPHASIS_NORMAL;
}

/* The last day that the figure speaks of. */
static struct window last_window(const struct figure_definition *definition)
{
    if (definition->type == FIGURE_DIFFERENCE)
        return definition->to;
    return definition->windows.items[definition->windows.count - 1];
}

bool change_shows_group(const struct figure_definition *definition,
                        const struct selection *selection, group_id group)
{
    const struct group *row = &selection->dataset->groups.items[group];
    size_t ties = 0;
    if (change_of_group(row, last_window(definition)) == EMPHASIS_ABSENT)
        return false;
    for (size_t i = 0; i < selection->relations.count; i++) {
        const relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = get(selection->dataset, id);
        if (relation->source != group && relation->target != group)
            continue;
        if (change_of_relation(definition, selection, id).emphasis != EMPHASIS_ABSENT)
            return true;
        ties++;
    }
    return ties == 0 || first_day(&row->founded) != DAY_MIN;
}
