/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/brokerage.h"

enum brokerage_role brokerage_role_of(size_t a, size_t v, size_t b)
{
    if (a == v)
        return b == v ? ROLE_COORDINATOR : ROLE_REPRESENTATIVE;
    if (b == v)
        return ROLE_GATEKEEPER;
    return a == b ? ROLE_CONSULTANT : ROLE_LIAISON;
}

/* Ordered choices of so many different ones out of n. */
static double choices(double n, int count)
{
    double product = 1;
    for (int i = 0; i < count; i++)
        product *= n - i;
    return n >= count ? product : 0;
}

/* Both of the own class, or one inside and one outside: products of choices. */
static void count_own(double inside, double outside, struct role_counts counts[ROLE_COUNT])
{
    counts[ROLE_COORDINATOR] = (struct role_counts){
        .pairs = choices(inside, 2),
        .reversed = choices(inside, 2),
        .tails = choices(inside, 3),
        .heads = choices(inside, 3),
        .chains = choices(inside, 3),
        .apart = choices(inside, 4),
    };
    /* a outside, b inside; no path can go on from b, nor come back. */
    counts[ROLE_GATEKEEPER] = (struct role_counts){
        .pairs = outside * inside,
        .tails = outside * choices(inside, 2),
        .heads = choices(outside, 2) * inside,
        .apart = choices(outside, 2) * choices(inside, 2),
    };
    counts[ROLE_REPRESENTATIVE] = (struct role_counts){
        .pairs = inside * outside,
        .tails = inside * choices(outside, 2),
        .heads = choices(inside, 2) * outside,
        .apart = choices(inside, 2) * choices(outside, 2),
    };
}

void brokerage_count(const double *sizes, size_t classes, size_t own,
                     struct role_counts counts[ROLE_COUNT])
{
    struct role_counts consultant = {0};
    struct role_counts liaison = {0};
    double outside = 0;
    double same = 0; /* sum of the squares of the pairs of each class */
    for (size_t c = 0; c < classes; c++)
        outside += c == own ? 0 : sizes[c];
    for (size_t c = 0; c < classes; c++) {
        if (c == own)
            continue;
        consultant.pairs += choices(sizes[c], 2);
        consultant.tails += choices(sizes[c], 3);
        consultant.apart += choices(sizes[c], 4);
        same += choices(sizes[c], 2) * choices(sizes[c], 2);
        liaison.pairs += sizes[c] * (outside - sizes[c]);
        liaison.tails += sizes[c] * choices(outside - sizes[c], 2);
    }
    /* Two pairs of two classes, or of one. */
    consultant.apart += consultant.pairs * consultant.pairs - same;
    consultant.reversed = consultant.pairs;
    consultant.heads = consultant.chains = consultant.tails;
    /* Any two pairs, but those that share one end (four ways) or both (two ways). */
    liaison.apart = liaison.pairs * liaison.pairs - 4 * liaison.tails - 2 * liaison.pairs;
    liaison.reversed = liaison.pairs;
    liaison.heads = liaison.chains = liaison.tails;
    count_own(own < classes ? sizes[own] : 0, outside, counts);
    counts[ROLE_CONSULTANT] = consultant;
    counts[ROLE_LIAISON] = liaison;
}

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

struct moments brokerage_shuffled(const struct role_counts *counts,
                                  const struct path_overlaps *overlaps, double others)
{
    double pairs = choices(others, 2);
    double threes = choices(others, 3);
    double apart = overlaps->paths * overlaps->paths - overlaps->paths - overlaps->reversed -
                   overlaps->tails - overlaps->heads - overlaps->chains;
    double mean = overlaps->paths * share(counts->pairs, pairs);
    double square = mean + overlaps->reversed * share(counts->reversed, pairs) +
                    overlaps->tails * share(counts->tails, threes) +
                    overlaps->heads * share(counts->heads, threes) +
                    overlaps->chains * share(counts->chains, threes) +
                    apart * share(counts->apart, choices(others, 4));
    return (struct moments){.mean = mean, .variance = square - mean * mean};
}

/*
 * A two-path that is open has the probability e = d^2 (1-d).  Two of them depend on each other
 * only when they share the arc to v or the arc from v: their covariance is then
 * d^3 (1-d)^2 - e^2 = (d (1-d))^3.
 */
struct moments brokerage_density(const struct role_counts *counts, double density)
{
    double open = density * density * (1 - density);
    double shared = density * (1 - density);
    return (struct moments){
        .mean = counts->pairs * open,
        .variance = counts->pairs * open * (1 - open) +
                    (counts->tails + counts->heads) * shared * shared * shared,
    };
}
