/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How sure an order of groups is: the network is drawn many times anew, each tie there with a
 * chance that follows from its claims, and the groups are ranked in each draw (after Borgatti,
 * Carley and Krackhardt 2006; Frantz, Cataldo and Carley 2009).
 *
 * A tie is there when one of its supporting claims is right; claims are right independently,
 * each with the chance of its grade: 1 - product of (1 - chance).  A tie that a claim disputes
 * or that the window only allows is there with a share of that.
 */
#ifndef BLOC_METRICS_RESAMPLE_H
#define BLOC_METRICS_RESAMPLE_H

#include "base/error.h"
#include "metrics/measure.h"
#include "metrics/uncertainty.h"

#include <stdbool.h>
#include <stddef.h>

#define RESAMPLE_DRAWS 1000

/* Groups are told apart when their order survives in at least this share of the draws. */
#define RESAMPLE_SURE 0.95

/* The chances unless others are set: stated 0.95, reported 0.8, inferred 0.5, possible and
 * disputed a half of it. */
struct tie_chances resample_default_chances(void);

/* Chance of the relation at this index of selection.relations. */
double resample_chance(const struct selection *selection, size_t index,
                       const struct tie_chances *chances);

/*
 * Rank the groups by each metric of the wish, which names at least one metric of groups; others
 * are left aside.  Fails when igraph does, or (ERROR_USAGE) when draws times groups would not
 * fit into memory; *results is then empty.
 */
bool resample_ranks(const struct selection *selection, const struct measure_wish *wish,
                    const struct tie_chances *chances, size_t draws, struct rank_results *results,
                    struct error *error);

#endif
