/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The chosen ties as ways from one group to another, each with the days on which it may be passed.
 * Internal to selection.
 *
 * A way with the days from `first` to `last` brings one who is at its beginning on day d to its end
 * on day max(d, first), when d <= last.
 */
#ifndef BLOC_SELECTION_WAYS_H
#define BLOC_SELECTION_WAYS_H

#include "selection/connection.h"

#include <stddef.h>
#include <stdint.h>

/* One way along a tie. */
struct way {
    group_id from;
    group_id to;
    relation_id relation;
    int64_t first;
    int64_t last;
};

LIST(way_list, struct way);

struct ways {
    struct way_list list; /* by from, to, relation */
    size_t *first;        /* of the ways from a group, by group_id; one more ends the last */
    size_t group_count;   /* of the dataset */
};

/* By the layer, the direction and the rule of the query; released by ways_release. */
void ways_init(struct ways *ways, const struct selection *selection,
               const struct connection_query *query);
void ways_release(struct ways *ways);

#endif
