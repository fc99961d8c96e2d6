/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The order of a genealogy's lanes from top to bottom: ties join neighbours where they can and
 * cross few living lanes.  Annealing with a fixed seed; the same lanes give the same order.
 */
#ifndef BLOC_FIGURE_LANE_ORDER_H
#define BLOC_FIGURE_LANE_ORDER_H

#include "base/list.h"

#include <stddef.h>

/* A lane's group lives from x = from to x = to. */
struct lane {
    double from;
    double to;
    size_t region; /* SIZE_MAX = none */
};

LIST(lane_list, struct lane);

/* A vertical line at x between two lanes. */
struct lane_tie {
    size_t a;
    size_t b;
    double x;
};

LIST(lane_tie_list, struct lane_tie);

/* order[i] becomes the lane at height i, counted downwards.  order has room for all lanes. */
void lane_order_find(const struct lane_list *lanes, const struct lane_tie_list *ties,
                     size_t *order);

/* Cost of an order: crossed living lanes, distances, changes of region. */
double lane_order_cost(const struct lane_list *lanes, const struct lane_tie_list *ties,
                       const size_t *order);

#endif
