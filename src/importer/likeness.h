/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Groups that may be one: the same name but for accents, articles ("al-", "the") or the order of
 * words, an alias or abbreviation of another, a letter or two apart.  They are listed for a person
 * to decide; nothing is merged.
 */
#ifndef BLOC_IMPORTER_LIKENESS_H
#define BLOC_IMPORTER_LIKENESS_H

#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One name of a group. */
struct likeness_name {
    struct text text;
    uint32_t group;
    bool is_alias;
    bool is_other; /* of a dataset that is compared with: two such are not compared */
};

LIST(likeness_name_list, struct likeness_name);

enum likeness_reason {
    LIKENESS_SAME,         /* the same name, of two ids */
    LIKENESS_ALIAS,        /* one has the other's name as an alias */
    LIKENESS_MARKS,        /* alike but for accents, hyphens and the like */
    LIKENESS_ARTICLE,      /* and but for articles */
    LIKENESS_ORDER,        /* and but for the order of words */
    LIKENESS_ABBREVIATION, /* one is the first letters of the other */
    LIKENESS_SPELLING,     /* a few letters apart */
};

/* "accents or punctuation", ... */
const char *likeness_reason_name(enum likeness_reason reason);

/* Two names of different groups that are alike, by their place in the list, the first the lower. */
struct likeness_pair {
    size_t first;
    size_t second;
    enum likeness_reason reason;
};

LIST(likeness_pair_list, struct likeness_pair);

/*
 * Find them, one reason a pair of groups, in the order of the list.  Names that share no word, no
 * beginning and no abbreviation are not compared letter by letter, so the work stays near the number
 * of names.
 */
void likeness_find(const struct likeness_name_list *names, struct likeness_pair_list *pairs);

#endif
