/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The order of rows in a matrix: blocks stay together, and what is tied stands near, so that
 * marks gather along the diagonal.  Pure arithmetic; used by place_matrix.c.
 *
 * Blocks, and rows within a block, start in reverse Cuthill-McKee order (George 1971); then
 * neighbours change places as long as that lowers the sum of weight times distance, the cost
 * of a linear arrangement (Behrisch et al. 2016, "Matrix reordering methods for table and
 * network visualization", is a survey).
 */
#ifndef BLOC_FIGURE_SERIATION_H
#define BLOC_FIGURE_SERIATION_H

#include <stddef.h>

/* How strongly rows are tied, and which belong together; all borrowed. */
struct seriation {
    size_t count;
    const double *weights; /* count x count, symmetric, 0 or more */
    const size_t *blocks;  /* by row: its block, below block_count */
    size_t block_count;
};

/* Fill order, which has room for count: order[place] = row.  The same input gives the same. */
void seriation_order(const struct seriation *seriation, size_t *order);

/* Sum over pairs of weight times distance in this order. */
double seriation_cost(const struct seriation *seriation, const size_t *order);

#endif
