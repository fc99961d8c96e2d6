/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How alike two partitions of groups are.  Internal to metrics.
 */
#ifndef BLOC_METRICS_STABILITY_H
#define BLOC_METRICS_STABILITY_H

#include <stddef.h>

#include <igraph.h>

struct stability {
    double rand; /* adjusted Rand index (Hubert and Arabie 1985) */
    double nmi;  /* normalised mutual information (Danon and others 2005) */
};

/*
 * Compare two partitions of the same n things, given as class numbers; both NAN below two things.
 * Equal partitions have 1, also where the formulas divide by zero.
 */
igraph_error_t stability_compare(const double *before, const double *after, size_t n,
                                 struct stability *stability);

#endif
