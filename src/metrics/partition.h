/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Numbering of classes (components, communities) so that it depends on the classes alone:
 * by size, largest first, then by smallest member.  Internal to metrics.
 */
#ifndef BLOC_METRICS_PARTITION_H
#define BLOC_METRICS_PARTITION_H

#include <stddef.h>

#include <igraph.h>

/* Renumber a membership vector with ids from 0 on; returns the number of classes. */
size_t partition_number(igraph_vector_int_t *membership);

/* Write class numbers from 1 on. */
void partition_write(const igraph_vector_int_t *membership, double *column);

#endif
