/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The groups and relations chosen by a query, in dataset order.
 * Used by network, figure and report.  Knows nothing of igraph or Graphviz.
 */
#ifndef BLOC_SELECTION_SELECTION_H
#define BLOC_SELECTION_SELECTION_H

#include "base/list.h"
#include "model/dataset.h"
#include "selection/query.h"

#include <stdbool.h>
#include <stddef.h>

#define SELECTION_ABSENT SIZE_MAX

/* A chosen relation and how surely it held in the window. */
struct chosen_relation {
    relation_id relation;
    enum activity activity; /* possible or certain; certain when no window was asked for */
};

LIST(group_id_list, group_id);
LIST(chosen_relation_list, struct chosen_relation);

/* What became of the relations: the counts add up to all of the dataset. */
struct selection_counts {
    size_t chosen;
    size_t rejected; /* every claim disputes them */
    size_t outside_window;
    size_t left_out; /* by family, kind, region, group, ego, grade, contest or certainty */
};

struct selection {
    const struct dataset *dataset; /* borrowed */
    struct window window;
    struct group_id_list groups;           /* ascending, no repeats */
    struct chosen_relation_list relations; /* ascending; both ends are in groups */
    struct selection_counts counts;
    size_t *positions; /* by group_id: index in groups, or SELECTION_ABSENT */
};

/* Choose what the query asks for; an empty result is not an error.  query_check comes first. */
void selection_evaluate(struct selection *selection, const struct dataset *dataset,
                        const struct selection_query *query);

/* The part of a selection with the relations that are wanted, which has one entry a relation of
 * the dataset, and with the groups at their ends. */
void selection_narrow(const struct selection *selection, const bool *wanted,
                      struct selection *narrowed);
void selection_release(struct selection *selection);

/* Position of a group among the chosen, or SELECTION_ABSENT. */
size_t selection_position(const struct selection *selection, group_id group);

#endif
