/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How many groups each group can reach over the chosen ties, at any time or in an order of time.
 */
#ifndef BLOC_SELECTION_REACH_H
#define BLOC_SELECTION_REACH_H

#include "selection/connection.h"

/*
 * Count the other groups that a path leads to from each, by the rule of selection/connection.h; the
 * two groups of the query are ignored.  By position in selection.groups.  The effort is that of a
 * search through all ties from each group.
 */
void reach_count(const struct selection *selection, const struct connection_query *query,
                 size_t *reached);

#endif
