/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What changed from one window to the next, and what began in a window.  Internal to metrics.
 */
#ifndef BLOC_METRICS_TURNOVER_H
#define BLOC_METRICS_TURNOVER_H

#include "selection/selection.h"
#include "selection/switches.h"

#include <stdbool.h>

/* Numbers of lasting ties. */
struct turnover {
    size_t formed;
    size_t dissolved;
    size_t kept;
};

/*
 * From the ties of one window to those of the next.  Of what the dates allow: formed is not there
 * before, even possibly.  Of what is certain: certainly there after, and not before, even possibly;
 * the other way round; certainly there in both.
 */
struct turnover turnover_count(const struct selection *before, const struct selection *after,
                               bool certain);

/*
 * Kept of the ties of both windows: kept / (formed + dissolved + kept), NAN without a tie.  Of
 * what is certain, over the ties that certainly held.
 */
double turnover_jaccard(const struct selection *before, const struct selection *after,
                        bool certain);

/* Ties of the family pledge with this sign that began in the window; all that may have, or those
 * that certainly did. */
size_t turnover_count_pledges(const struct selection *selection, enum sign sign, bool certain);

/* Groups of which a switch has its new tie begin in the window. */
size_t turnover_count_switches(const struct dataset *dataset, const struct switch_list *switches,
                               struct window window, bool certain);

#endif
