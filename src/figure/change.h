/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a strip shows in each of its windows and what a difference shows between its two dates,
 * from the dates of ties and groups alone.
 *
 * An end that no source gives is no end here: the tie stays.  A tie is only possible when its
 * dates leave open whether it belongs where it is shown.
 */
#ifndef BLOC_FIGURE_CHANGE_H
#define BLOC_FIGURE_CHANGE_H

#include "figure/definition.h"
#include "figure/emphasis.h"
#include "selection/selection.h"

#include <stdbool.h>

struct appearance {
    enum emphasis emphasis;
    bool possible;
};

/* In a window: new, earlier, gone, or absent when it comes later. */
struct appearance change_in_window(const struct dataset *dataset, relation_id relation,
                                   struct window window);

/* Does the figure compare points in time? */
bool change_is_shown(const struct figure_definition *definition);

/* Fails (ERROR_DATA) when a strip has no windows, or a difference not two dates in order. */
bool change_check(const struct figure_definition *definition, struct error *error);

/* As the whole figure shows it.  Of a difference: what comparison_of_tie says.  Of a strip: absent
 * when no window shows it, else normal. */
struct appearance change_of_relation(const struct figure_definition *definition,
                                     const struct selection *selection, relation_id relation);

/* A group in a window or at the second date: new, gone, normal, or absent when it comes later. */
enum emphasis change_of_group(const struct group *group, struct window window);

/* Has the figure a place for the group?  Not when it comes later, nor when all ties that the
 * selection has of it are absent and its founding is not dated. */
bool change_shows_group(const struct figure_definition *definition,
                        const struct selection *selection, group_id group);

#endif
