/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What hinges on one source: the selection is measured again without the ties that no other
 * source supports, for each source in turn, and compared with the whole.
 *
 * Compared are the first LEAVE_OUT_TOP ranks of degree, betweenness and harmonic closeness, the
 * number of weak components, the articulation points, the groups without a tie, and the ties
 * themselves.
 */
#ifndef BLOC_METRICS_LEAVE_OUT_H
#define BLOC_METRICS_LEAVE_OUT_H

#include "base/error.h"
#include "metrics/uncertainty.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stdint.h>

#define LEAVE_OUT_TOP 5

/* Fails only when igraph does; *results is then empty. */
bool leave_out_sources(const struct selection *selection, uint64_t seed,
                       struct hinge_results *results, struct error *error);

#endif
