/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places for the boxes of an alignment by annealing: each lane alone, at the height that
 * serves it best, then all together.  Seeded; the same alignment gets the same places.
 */
#ifndef BLOC_FIGURE_ALIGNMENT_ANNEAL_H
#define BLOC_FIGURE_ALIGNMENT_ANNEAL_H

#include "figure/alignment.h"

#include <stdint.h>

/* Set heights of lanes and centres of boxes; the first lane begins at top. */
void alignment_place(struct alignment *alignment, double top, uint64_t seed);

#endif
