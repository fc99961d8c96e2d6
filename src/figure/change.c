/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/change.h"

#include "selection/comparison.h"

struct appearance change_in_window(const struct dataset *dataset, relation_id relation,
                                   struct window window)
{
    const struct date *start = &dataset->relations.items[relation].start;
    const day_number first = comparison_first_day(start), last = comparison_last_day(start);
    if (first > window.last)
        return (struct appearance){EMPHASIS_ABSENT, false};
    if (first != DAY_MIN && last >= window.first)
        return (struct appearance){EMPHASIS_NEW, first < window.first || last > window.last};
    const enum activity activity = comparison_activity(dataset, relation, window);
    if (activity == ACTIVITY_NONE)
        return (struct appearance){EMPHASIS_GONE, false};
    return (struct appearance){EMPHASIS_EARLIER, activity == ACTIVITY_POSSIBLE};
}

static struct appearance appearance_of(struct tie_change change)
{
    static const enum emphasis emphases[CHANGE_COUNT] = {
        [CHANGE_ABSENT] = EMPHASIS_ABSENT,   [CHANGE_KEPT] = EMPHASIS_SAME,
        [CHANGE_GAINED] = EMPHASIS_GAINED,   [CHANGE_LOST] = EMPHASIS_LOST,
        [CHANGE_FLIPPED] = EMPHASIS_CHANGED, [CHANGE_BETWEEN] = EMPHASIS_BETWEEN,
    };
    return (struct appearance){emphases[change.change], change.possible};
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
    const struct comparison comparison = {selection, definition->from, definition->to};
    return appearance_of(comparison_of_tie(&comparison, relation));
}

enum emphasis change_of_group(const struct group *group, struct window window)
{
    const day_number first = comparison_first_day(&group->founded);
    if (first > window.last)
        return EMPHASIS_ABSENT;
    if (group->ended.state == DATE_KNOWN && group->ended.latest < window.first)
        return EMPHASIS_GONE;
    const bool dated = first != DAY_MIN && group->founded.latest != DAY_MAX;
    return dated && comparison_last_day(&group->founded) >= window.first ? EMPHASIS_NEW
                                                                         : EMPHASIS_NORMAL;
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
        const struct relation *relation = &selection->dataset->relations.items[id];
        if (relation->source != group && relation->target != group)
            continue;
        if (change_of_relation(definition, selection, id).emphasis != EMPHASIS_ABSENT)
            return true;
        ties++;
    }
    return ties == 0 || comparison_first_day(&row->founded) != DAY_MIN;
}
