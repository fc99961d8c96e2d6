/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signed structure of a selection: whether its positive and negative ties fit together into blocs,
 * and which do not.  Plain numbers for report and cli; computed by metrics/balance.c.
 *
 * Everything is about pairs of groups with one sign each (metrics/signed_pairs.h).  A pair is at
 * odds with a partition of the groups when it is positive and joins two blocs, or negative and
 * lies within one.
 *
 *   frustration index L    least weight of the pairs at odds with any partition into two blocs
 *                          (Harary 1959); 0 when the network is balanced
 *   F = 1 - 2 L / m        m the weight of all pairs: 1 when balanced, and above 0 always, since L
 *                          is at most m / 2 (Aref and Wilson 2018)
 *   k-bloc criterion       least 2 (alpha N + (1 - alpha) P) of any partition into at most k blocs,
 *                          N the weight of negative pairs within blocs, P of positive ones between
 *                          (Doreian and Mrvar 1996); doubled, as a pair stands twice in the matrix
 */
#ifndef BLOC_METRICS_BALANCE_H
#define BLOC_METRICS_BALANCE_H

#include "base/error.h"
#include "metrics/signed_pairs.h"
#include "metrics/signed_triads.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>

#define BALANCE_DEFAULT_ALPHA 0.5
#define BALANCE_DEFAULT_NODES 2000

enum {
    BALANCE_LEAST_BLOCS = 2,
    BALANCE_MOST_BLOCS = 6,
    BALANCE_PARTITIONS = BALANCE_MOST_BLOCS - BALANCE_LEAST_BLOCS + 1,
};

struct balance_options {
    struct pair_policy pairs;
    double alpha; /* 0 to 1 */
    size_t nodes; /* of branch and bound, for each block of the network */
};

/* A number that is known, or lies between two that are proven. */
struct balance_bounds {
    double lower;
    double upper; /* reached by the partition given with it; lower = upper: exact */
};

struct balance_group {
    size_t positive; /* pairs of each sign that the group is in */
    size_t negative;
    size_t at_odds;   /* of these, at odds with the partition into two blocs */
    size_t component; /* connected part of the signed network, 1 the largest; 0 = no pair */
    size_t bloc;      /* 1 or 2, 1 the larger of its component; 0 = no pair */
    double pn;        /* PN centrality; NAN = not defined */
};

/* A partition into at most so many blocs. */
struct balance_partition {
    size_t limit;
    size_t used; /* blocs that it has, in the component that has most */
    struct balance_bounds criterion;
    size_t within; /* negative pairs within blocs, positive pairs between */
    size_t between;
    size_t *blocs; /* by group: from 1 in each component, 1 the largest; 0 = no pair */
};

/* balance_release ends it. */
struct balance {
    struct balance_options options;
    struct signed_pairs pairs;
    size_t positive; /* pairs of each sign */
    size_t negative;
    size_t mixed;            /* with ties of both signs */
    size_t opposed;          /* of these: whose two directions have opposite signs */
    size_t left_out;         /* of these: without a sign by the rule */
    size_t components;       /* connected parts with a pair */
    size_t triangles[4];     /* by number of negative pairs */
    double triangle_balance; /* share; NAN = no triangle */
    double walk_balance;     /* NAN = no pair, or too large */
    double conflict;         /* algebraic, of the largest component; NAN likewise */
    double weight;           /* of all pairs */
    struct balance_bounds frustration;
    struct balance_bounds fit;    /* F; NAN = no pair */
    size_t blocks;                /* biconnected blocks that are not balanced */
    size_t blocks_open;           /* of these: bounds do not meet */
    bool *at_odds;                /* by pair: at odds with the two blocs */
    struct balance_group *groups; /* by position in selection.groups */
    struct balance_partition partitions[BALANCE_PARTITIONS];
    struct signed_triad triads[SIGNED_TRIAD_TYPES];
};

/* Fails only when igraph does; *balance is then empty. */
bool balance_measure(const struct selection *selection, const struct balance_options *options,
                     struct balance *balance, struct error *error);
void balance_release(struct balance *balance);

bool balance_is_exact(struct balance_bounds bounds);

/* The partition with the least upper bound, of several the one into fewest blocs. */
const struct balance_partition *balance_best_partition(const struct balance *balance);

/* A measure of the whole: one row of a table. */
struct balance_measure {
    const char *name;                                             /* "frustration" */
    const char *title;                                            /* for people */
    struct balance_bounds (*read)(const struct balance *balance); /* NAN = not defined */
    const char *undefined;                                        /* why, when it is not */
    const char *definition;
    const char *reference; /* see metric_bibliography */
};

const struct balance_measure *balance_measures(size_t *count);

#endif
