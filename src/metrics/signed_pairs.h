/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The chosen relations as pairs of groups with one sign each, which is what every measure of
 * balance is defined on.  Nothing is overwritten: a pair keeps all its ties, and a stated rule
 * says which sign the pair has when they disagree.
 *
 * Directions are symmetrised: a tie binds both groups, whoever acts.  A pair whose two directions
 * have opposite signs is marked, so that it can be told.
 */
#ifndef BLOC_METRICS_SIGNED_PAIRS_H
#define BLOC_METRICS_SIGNED_PAIRS_H

#include "base/list.h"
#include "metrics/signed_graph.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>

/* The sign of a pair that has ties of both signs. */
enum pair_rule {
    PAIR_MAJORITY, /* that of more ties, or of more weight; none when they are equal */
    PAIR_NEGATIVE, /* negative */
    PAIR_POSITIVE, /* positive */
    PAIR_EXCLUDE,  /* none: the pair is left out */
    PAIR_RULE_COUNT,
};

/* What a pair counts when it is at odds with a partition. */
enum pair_count {
    COUNT_PAIRS,   /* 1 */
    COUNT_TIES,    /* the number of its ties that have its sign */
    COUNT_WEIGHTS, /* the sum of their weights */
    PAIR_COUNT_COUNT,
};

struct pair_policy {
    enum pair_rule rule;
    enum pair_count count;
};

/* One signed relation between two different groups. */
struct signed_tie {
    size_t a; /* positions in selection.groups, a below b */
    size_t b;
    size_t index; /* in selection.relations */
    bool negative;
    bool forth; /* runs from a to b */
    bool back;  /* runs from b to a; both when mutual */
    double weight;
};

struct signed_pair {
    size_t a; /* positions in selection.groups, a below b */
    size_t b;
    size_t first; /* its ties stand together in signed_pairs.ties */
    size_t count;
    size_t positive; /* number of its ties of each sign */
    size_t negative;
    enum sign sign;  /* by the rule; neutral = left out */
    enum sign forth; /* the same for the ties from a to b alone; neutral = none */
    enum sign back;
    double weight; /* what it counts; above 0 unless left out */
};

LIST(signed_tie_list, struct signed_tie);
LIST(signed_pair_list, struct signed_pair);

/* signed_pairs_release ends it. */
struct signed_pairs {
    struct pair_policy policy;
    size_t vertex_count;           /* groups chosen */
    struct signed_tie_list ties;   /* by pair, then in the order of the data */
    struct signed_pair_list pairs; /* in order of a, then b */
    size_t weightless; /* ties left out since their weight is not above 0; COUNT_WEIGHTS only */
    size_t loops;      /* ties of a group with itself, left out */
};

void signed_pairs_init(struct signed_pairs *pairs, const struct selection *selection,
                       struct pair_policy policy);
void signed_pairs_release(struct signed_pairs *pairs);

/* The pairs with a sign as edges, in their order: weights times a factor by sign, those of weight 0
 * left out. */
void signed_pairs_open_graph(const struct signed_pairs *pairs, double positive, double negative,
                             struct signed_graph *graph);

/* Has the pair ties of both signs? */
bool signed_pair_is_mixed(const struct signed_pair *pair);

/* Do its two directions have opposite signs? */
bool signed_pair_is_opposed(const struct signed_pair *pair);

/* "majority", ... and "pairs", .... */
const char *pair_rule_name(enum pair_rule rule);
const char *pair_count_name(enum pair_count count);

/* What becomes of such a pair, or of any, in words: "counts as negative". */
const char *pair_rule_words(enum pair_rule rule);
const char *pair_count_words(enum pair_count count);

#endif
