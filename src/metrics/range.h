/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every measure as a range over the ties that are only possible: the lowest and the highest
 * value over the choices of which of them held.  The groups stay the same in all of them.
 *
 * Measured are no possible tie, all of them, all positive or neutral ones, all others, each one
 * alone and each one left out; and beside these every choice when there are at most
 * RANGE_EXHAUSTIVE possible ties, else `draws` random ones.  metric_ranges_method tells for
 * which metrics the ends are exact by that.
 */
#ifndef BLOC_METRICS_RANGE_H
#define BLOC_METRICS_RANGE_H

#include "base/error.h"
#include "metrics/measure.h"
#include "metrics/uncertainty.h"

#include <stdbool.h>
#include <stddef.h>

#define RANGE_EXHAUSTIVE 10

/* Fails only when igraph does; *ranges is then empty.  The component table stays empty. */
bool range_measure(const struct selection *selection, const struct measure_wish *wish, size_t draws,
                   struct metric_ranges *ranges, struct error *error);

#endif
