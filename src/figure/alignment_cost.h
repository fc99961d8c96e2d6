/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the places of an alignment cost: flaws are what a reader stumbles on (crossings, lines
 * through boxes and names, boxes too close, lines at a narrow angle), about 1 each; lengths
 * are far less.
 */
#ifndef BLOC_FIGURE_ALIGNMENT_COST_H
#define BLOC_FIGURE_ALIGNMENT_COST_H

#include "figure/alignment.h"

#include <stddef.h>

struct alignment_cost {
    double flaws;
    double lengths;
    double gates; /* those of the flaws that no figure may have; 0 = none */
};

/* All that has to do with one box. */
struct alignment_cost alignment_cost_of_box(const struct alignment *alignment, size_t box);

/* The sum over the boxes of a lane. */
struct alignment_cost alignment_cost_of_lane(const struct alignment *alignment, size_t lane);

/* Where the name of a lane stands. */
struct box alignment_title_box(const struct alignment *alignment, size_t lane);

#endif
