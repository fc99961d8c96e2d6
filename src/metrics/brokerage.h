/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Brokerage roles (Gould and Fernandez 1989) and what chance would make of them.
 *
 * A group v brokers between a and b when there are arcs a to v and v to b but none from a to b.
 * By the classes of the three, written A, B, C in the order a, v, b:
 *
 *     coordinator     A A A      consultant (itinerant)   A B A
 *     gatekeeper      A B B      representative           A A B      liaison   A B C
 *
 * Two models of chance, both with exact moments, no drawing of random numbers:
 *
 *   classes shuffled   the network as it is, v keeps its class and the classes of the others are
 *                      dealt out anew, every dealing as likely
 *   density            every arc is there with the probability of the density, independently, and
 *                      the classes are as they are; these are the moments of sna's brokerage()
 *
 * Internal to metrics.
 */
#ifndef BLOC_METRICS_BROKERAGE_H
#define BLOC_METRICS_BROKERAGE_H

#include <stdbool.h>
#include <stddef.h>

enum brokerage_role {
    ROLE_COORDINATOR,
    ROLE_CONSULTANT,
    ROLE_GATEKEEPER,
    ROLE_REPRESENTATIVE,
    ROLE_LIAISON,
    ROLE_COUNT,
};

struct moments {
    double mean;
    double variance;
};

/* How many pairs, threes and fours of groups other than v, all different, fill a role. */
struct role_counts {
    double pairs;    /* (a, b) */
    double reversed; /* (a, b) such that (b, a) fills it too */
    double tails;    /* (a; b, c): (a, b) and (a, c) */
    double heads;    /* (a, c; b): (a, b) and (c, b) */
    double chains;   /* (a, b, c): (a, b) and (b, c) */
    double apart;    /* (a, b, c, d): (a, b) and (c, d) */
};

/* sizes[] is how many groups other than v each class has, own the class of v. */
void brokerage_count(const double *sizes, size_t classes, size_t own,
                     struct role_counts counts[ROLE_COUNT]);

/* How the open two-paths a, v, b of one v overlap, as ordered pairs of them. */
struct path_overlaps {
    double paths;
    double reversed; /* (a, b) and (b, a) */
    double tails;    /* the same a, different b */
    double heads;
    double chains; /* (a, b) and (b, c), and the other way round */
};

/* Classes shuffled among the others. */
struct moments brokerage_shuffled(const struct role_counts *counts,
                                  const struct path_overlaps *overlaps, double others);

/* Arcs at random with the density. */
struct moments brokerage_density(const struct role_counts *counts, double density);

/* The role by the classes of a, v and b. */
enum brokerage_role brokerage_role_of(size_t a, size_t v, size_t b);

#endif
