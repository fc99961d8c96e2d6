/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Ranks of a column of values.  Internal to metrics.
 */
#ifndef BLOC_METRICS_RANKING_H
#define BLOC_METRICS_RANKING_H

#include <stdbool.h>
#include <stddef.h>

/* Is the first value above the second by more than rounding?  NAN is below all numbers. */
bool ranking_is_above(double first, double second);

/* order[] becomes the positions of values, highest first, equal ones in their own order. */
void ranking_order(const double *values, size_t count, size_t *order);

/*
 * ranks[i] becomes 1 + the number of values above values[i]; equal values have equal ranks,
 * where equal is what ranking_is_above does not tell apart from the first of them.
 */
void ranking_fill(const double *values, size_t count, double *ranks);

#endif
