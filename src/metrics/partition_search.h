/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A good partition of a signed graph by local search: the upper bound that the exact methods
 * start from.  Proves nothing.  Internal to metrics.
 *
 * Single vertices move to the class that costs least (Doreian and Mrvar 1996) until none gains;
 * then a part of the best partition is mixed up anew and improved again, a fixed number of times
 * with fixed random numbers.
 */
#ifndef BLOC_METRICS_PARTITION_SEARCH_H
#define BLOC_METRICS_PARTITION_SEARCH_H

#include "metrics/signed_graph.h"

/* Improve classes 0 to limit - 1, given by vertex; returns the cost reached. */
double partition_search(const struct signed_graph *graph, size_t limit, size_t *classes);

#endif
