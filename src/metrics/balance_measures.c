/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What `bloc balance` tells of the whole, besides the catalogue of metrics: measures that take a
 * proof, or a policy for pairs, and so are not taken of every selection.
 */
#include "metrics/balance.h"

#include <math.h>

static struct balance_bounds exact(double value)
{
    return (struct balance_bounds){value, value};
}

/* Without a pair there is nothing to divide. */
static struct balance_bounds if_pairs(const struct balance *balance, struct balance_bounds bounds)
{
    return balance->weight > 0 ? bounds : exact((double)NAN);
}

#define READ(name, expression)                                       \
    static struct balance_bounds name(const struct balance *balance) \
    {                                                                \
        return expression;                                           \
    }

READ(read_positive, exact((double)balance->positive))
READ(read_negative, exact((double)balance->negative))
READ(read_mixed, exact((double)balance->mixed))
READ(read_opposed, exact((double)balance->opposed))
READ(read_left_out, exact((double)balance->left_out))
READ(read_components, exact((double)balance->components))
READ(read_ppp, exact((double)balance->triangles[0]))
READ(read_ppn, exact((double)balance->triangles[1]))
READ(read_pnn, exact((double)balance->triangles[2]))
READ(read_nnn, exact((double)balance->triangles[3]))
READ(read_triangle_balance, exact(balance->triangle_balance))
READ(read_walk_balance, exact(balance->walk_balance))
READ(read_conflict, exact(balance->conflict))
READ(read_weight, exact(balance->weight))
READ(read_frustration, if_pairs(balance, balance->frustration))
READ(read_fit, balance->fit)
READ(read_criterion, if_pairs(balance, balance_best_partition(balance)->criterion))
READ(read_blocs, if_pairs(balance, exact((double)balance_best_partition(balance)->used)))

#define NO_PAIR "no pair has a sign"
#define NO_MATRIX "no pair has a sign, or more than 2000 groups have such pairs"

static const struct balance_measure measures[] = {
    {"pairs_positive", "Positive pairs", read_positive, "",
     "pairs of groups that count as positive", "Wasserman and Faust 1994"},
    {"pairs_negative", "Negative pairs", read_negative, "",
     "pairs of groups that count as negative", "Wasserman and Faust 1994"},
    {"pairs_mixed", "Pairs with ties of both signs", read_mixed, "",
     "pairs of groups with a positive and a negative tie", "Wasserman and Faust 1994"},
    {"pairs_opposed", "of these, directions opposed", read_opposed, "",
     "pairs whose ties from the one to the other count as positive, those back as negative",
     "Wasserman and Faust 1994"},
    {"pairs_left_out", "of these, left out", read_left_out, "",
     "pairs with ties of both signs to which the rule gives none", "Wasserman and Faust 1994"},
    {"parts", "Connected parts", read_components, "",
     "weak components of the network of signed pairs, groups without one left aside",
     "Wasserman and Faust 1994"},
    {"triangles_ppp", "Triangles + + +", read_ppp, "",
     "sets of three groups with three positive "
     "pairs; balanced",
     "Cartwright and Harary 1956"},
    {"triangles_ppn", "Triangles + + -", read_ppn, "",
     "sets of three groups with two positive "
     "pairs and a negative one; not balanced",
     "Cartwright and Harary 1956"},
    {"triangles_pnn", "Triangles + - -", read_pnn, "",
     "sets of three groups with a positive pair "
     "and two negative ones; balanced",
     "Cartwright and Harary 1956"},
    {"triangles_nnn", "Triangles - - -", read_nnn, "",
     "sets of three groups with three negative "
     "pairs; not balanced, but weakly so",
     "Cartwright and Harary 1956; Davis 1967"},
    {"triangle_balance", "Balanced triangles, share", read_triangle_balance, "there is no triangle",
     "share of the triangles with an even number of negative pairs",
     "Heider 1946; Cartwright and Harary 1956"},
    {"walk_balance", "Walk balance", read_walk_balance, NO_MATRIX,
     "sum of e^l / sum of e^m, l the eigenvalues of the matrix of signed pairs, m of the same "
     "without signs: 1 when balanced",
     "Estrada 2019"},
    {"algebraic_conflict", "Algebraic conflict", read_conflict, NO_MATRIX,
     "smallest eigenvalue of the signed Laplacian of the largest part: 0 when it is balanced",
     "Kunegis and others 2010"},
    {"weight", "Weight of all pairs", read_weight, "", "m: the sum of what the pairs count",
     "Aref and Wilson 2018"},
    {"frustration", "Frustration index", read_frustration, NO_PAIR,
     "L: least weight of the pairs at odds with any partition of the groups into two blocs, that "
     "is, positive between or negative within",
     "Harary 1959; Aref and Wilson 2018"},
    {"frustration_fit", "Fit of two blocs, 1 - 2 L / m", read_fit, NO_PAIR,
     "1 - 2 L / m: 1 when two blocs fit all pairs", "Aref and Wilson 2018"},
    {"best_criterion", "Least k-bloc criterion, k up to 6", read_criterion, NO_PAIR,
     "least 2 (alpha N + (1 - alpha) P) over partitions into at most 6 blocs, N the weight of "
     "negative pairs within blocs, P of positive ones between",
     "Doreian and Mrvar 1996"},
    {"best_blocs", "k of that partition", read_blocs, NO_PAIR,
     "number of blocs of the partition with the least criterion, the fewest that reach it; in the "
     "connected part that has most",
     "Davis 1967; Doreian and Mrvar 1996"},
};

const struct balance_measure *balance_measures(size_t *count)
{
    *count = sizeof measures / sizeof *measures;
    return measures;
}
