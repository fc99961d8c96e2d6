/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Alliance switches: who left one side and bound itself to another that is opposed to it.
 *
 * A group leaves another by a tie of the family split, or when a positive tie to it ended.  It
 * binds itself by the beginning of a positive tie of the families pledge, membership or alliance,
 * or by joining; saying an old pledge again is none.  Both must be able to lie within a year of
 * each other, and one of the two must be directed: of mutual ties alone nobody can tell who turned.
 *
 * The side of a group is the group, its wholes and those it pledged to, and theirs; its camp is the
 * side and all whose side the group is on.  The switching group itself counts in neither.  Two
 * groups are opposed when their sides have nobody in common and a negative tie joins their camps.
 */
#ifndef BLOC_SELECTION_SWITCHES_H
#define BLOC_SELECTION_SWITCHES_H

#include "selection/selection.h"

#include <stdbool.h>

#define SWITCH_DAYS 366 /* most days between leaving and binding */

struct alliance_switch {
    group_id group;
    group_id left;
    group_id joined;
    relation_id leave;
    relation_id join;
    relation_id opposition; /* a negative tie between the two sides */
    bool possible;          /* the dates leave open whether both lie within a year */
};

LIST(switch_list, struct alliance_switch);

/* Find them among the chosen relations: one for each group and side left, and each side joined;
 * ordered by group, then by the relation of leaving. */
void switches_find(const struct selection *selection, struct switch_list *switches);

#endif
