/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Kinds of relations: what family each belongs to, its sign, direction and extent.
 * The default table is the sign policy of the program; a dataset's kinds.csv adds to it or
 * overrides it.  Directions: from the one who acts to the one acted on; a pledge points to
 * the one pledged to, a split from the splinter to what it left, a membership from the part
 * to the whole.
 */
#ifndef BLOC_MODEL_KIND_H
#define BLOC_MODEL_KIND_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum family {
    FAMILY_PLEDGE,
    FAMILY_SPLIT,
    FAMILY_CONFLICT,
    FAMILY_ALLIANCE,
    FAMILY_MEMBERSHIP,
    FAMILY_LINEAGE,
    FAMILY_COUNT,
};

enum sign {
    SIGN_NEUTRAL,
    SIGN_POSITIVE,
    SIGN_NEGATIVE,
};

struct kind {
    struct text name; /* lower_snake_case */
    enum family family;
    enum sign sign;
    bool sign_changed;       /* the sign is not the policy's but one asked for on this run */
    bool mutual;             /* no direction: both ends alike */
    bool event;              /* belongs to its own date; otherwise a state that lasts */
    struct text label;       /* a few words for legends and tables: "pledge of allegiance" */
    struct text description; /* one sentence */
};

/* The built-in kinds, in family order. */
const struct kind *kind_defaults(size_t *count);

/* "pledge", "split", ... */
const char *family_name(enum family family);
bool family_from_text(struct text text, enum family *family);

/* "+", "-" or "0"; and "positive", "negative", "neutral". */
const char *sign_symbol(enum sign sign);
const char *sign_name(enum sign sign);
bool sign_from_text(struct text text, enum sign *sign);

#endif
