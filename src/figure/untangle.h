/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Better places for the nodes of a drawing with straight links: fewer crossings, no line
 * through a box, regions apart, everything within the page.  Works on copies of the boxes;
 * used by the stress placement between spreading and routing.
 */
#ifndef BLOC_FIGURE_UNTANGLE_H
#define BLOC_FIGURE_UNTANGLE_H

#include "figure/drawing.h"

#include <stddef.h>
#include <stdint.h>

/* Push overlapping boxes apart until they keep the gap, or rounds are used up. */
void untangle_spread(struct drawing *drawing, struct box page, double gap, int rounds);

/* Cost of the present places; lower is better. */
double untangle_cost(const struct drawing *drawing, struct box page);

/*
 * Simulated annealing (Kirkpatrick et al. 1983) over single-node moves.  Warmth 1 rearranges
 * everything, 0.1 only mends what is there.  The same seed gives the same places.
 */
void untangle_anneal(struct drawing *drawing, struct box page, size_t moves, double warmth,
                     uint64_t seed);

#endif
