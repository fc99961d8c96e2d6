/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The signed triad census: how often each pattern of signed arcs among three groups occurs.  An
 * arc is absent, positive or negative, which makes 138 patterns of six arcs that differ in more
 * than the names of the groups (Burnside: (729 + 3 * 27 + 2 * 9) / 6).  Without signs they are the
 * 16 types of Holland and Leinhardt (1970).
 */
#ifndef BLOC_METRICS_SIGNED_TRIADS_H
#define BLOC_METRICS_SIGNED_TRIADS_H

#include "metrics/signed_pairs.h"

enum {
    SIGNED_TRIAD_ARCS = 6,
    SIGNED_TRIAD_CODES = 729, /* 3^6 */
    SIGNED_TRIAD_TYPES = 138,
};

/* Which arcs a pattern has, in the order a-b, b-a, a-c, c-a, b-c, c-b: each as enum sign, neutral
 * for none. */
struct signed_triad {
    enum sign arcs[SIGNED_TRIAD_ARCS];
    double count;
};

/* All patterns, those without arcs first, with the count of each. */
void signed_triads_count(const struct signed_pairs *pairs,
                         struct signed_triad triads[SIGNED_TRIAD_TYPES]);

/* The type without signs: "030T". */
const char *signed_triad_type(const struct signed_triad *triad);

#endif
