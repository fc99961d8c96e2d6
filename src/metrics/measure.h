/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measure a selection: every metric of the catalogue, or those wished for, into metric tables.
 */
#ifndef BLOC_METRICS_MEASURE_H
#define BLOC_METRICS_MEASURE_H

#include "base/error.h"
#include "base/text.h"
#include "metrics/metric_table.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MEASURE_DEFAULT_SEED 20140629u

/* What is to be measured; the zero value wants every metric, exact, with the seed 0. */
struct measure_wish {
    struct text metrics; /* names of columns, `,` between them; empty = all */
    bool every_layer;    /* a name means the metric in all sign layers */
    size_t sample;       /* groups that paths are searched from; 0 = all of them, exact */
    uint64_t seed;       /* of the random algorithms and the sample */
};

/* Does the wish name this metric?  One without names does not. */
bool measure_wish_names(const struct measure_wish *wish, const char *name);

/*
 * Measure what is wished for; columns that nobody wished for may stay not defined.  Unknown
 * names are left aside.  Fails only when igraph does; *results is then empty.
 */
bool measure_wished(const struct selection *selection, const struct measure_wish *wish,
                    struct metric_results *results, struct error *error);

/* Does the wish need a search from each group, which takes long in large networks? */
bool measure_searches_paths(const struct measure_wish *wish);

/* All of it.  Fails only when igraph does; *results is then empty. */
bool measure_selection(const struct selection *selection, uint64_t seed,
                       struct metric_results *results, struct error *error);

#endif
