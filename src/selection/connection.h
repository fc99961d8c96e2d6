/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How two groups are connected: the shortest paths between them over the chosen ties, at any time
 * or in an order of time.
 *
 * A path respects time when its ties can be passed one after the other without going back in time
 * (Holme and Saramäki 2012): there are days, none before the one of the step before, on which each
 * tie holds.  Let tie i hold from a day s_i to a day e_i.  The order is kept when s_j <= e_i for
 * every earlier tie j of the path:
 *
 *     possibly    when some days that the dates allow do: least s_j <= greatest e_i
 *     certainly   when all of them do: greatest s_j <= least e_i
 *
 * The least and greatest days are those of model/date_activity.c: a tie of unknown end is certain
 * on its first day alone.
 */
#ifndef BLOC_SELECTION_CONNECTION_H
#define BLOC_SELECTION_CONNECTION_H

#include "model/layer.h"
#include "selection/selection.h"

#include <stdbool.h>

#define CONNECTION_COUNTED 1000 /* paths are counted up to here */

enum connection_rule {
    CONNECTION_ANY_TIME,
    CONNECTION_POSSIBLE,
    CONNECTION_CERTAIN,
    CONNECTION_RULE_COUNT,
};

/* What is asked. */
struct connection_query {
    group_id from;
    group_id to; /* another group */
    enum layer layer;
    bool directed; /* follow the direction of ties; mutual ones have both */
    enum connection_rule rule;
};

/* All shortest paths, each as length + 1 groups, in the order of the dataset. */
struct connection {
    size_t length; /* steps of each path; 0 = not connected */
    size_t count;  /* paths found, at most CONNECTION_COUNTED */
    bool has_more; /* than were counted */
    struct group_id_list groups;
};

/* The sign of a path: the product of the signs of its steps. */
enum path_sign {
    PATH_NEUTRAL,  /* a step has neutral ties alone */
    PATH_POSITIVE, /* an even number of negative steps */
    PATH_NEGATIVE,
    PATH_MIXED, /* a step has ties of both signs */
};

/* Find the shortest paths; the connection is to be released. */
void connection_find(const struct selection *selection, const struct connection_query *query,
                     struct connection *connection);
void connection_release(struct connection *connection);

/* The groups of a path. */
const group_id *connection_path(const struct connection *connection, size_t path);

/* Add the ties that the step of the path (from 0) can be made by, in the order of the dataset. */
void connection_collect_ties(const struct selection *selection,
                             const struct connection_query *query, const group_id *path,
                             size_t length, size_t step, struct relation_id_list *ties);

enum path_sign connection_sign(const struct selection *selection,
                               const struct connection_query *query, const group_id *path,
                               size_t length);

/* "positive", "negative", "neutral", "mixed". */
const char *path_sign_name(enum path_sign sign);

#endif
