/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A group: any organisation, faction, council, state or force that acts in the dataset.
 */
#ifndef BLOC_MODEL_GROUP_H
#define BLOC_MODEL_GROUP_H

#include "base/text.h"
#include "model/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Row of a group in its dataset. */
typedef uint32_t group_id;
#define GROUP_NONE UINT32_MAX

enum group_kind {
    GROUP_ORGANISATION,
    GROUP_PROVINCE, /* branch or declared province of an organisation */
    GROUP_FACTION,  /* part or splinter without a name of its own, or led by one person */
    GROUP_COUNCIL,  /* umbrella of several groups */
    GROUP_UNIT,     /* battalion, wing or service of an organisation */
    GROUP_STATE,
    GROUP_FORCE,     /* army, security forces, militia of a state or outside the jihadist field */
    GROUP_COALITION, /* alliance of states or forces */
    GROUP_MOVEMENT,  /* loosely named collection of actors */
    GROUP_KIND_COUNT,
};

struct group {
    struct text id;
    struct text name;
    struct text label;    /* short form for figures; the name when the table leaves it empty */
    struct text *aliases; /* other names */
    size_t alias_count;
    enum group_kind kind;
    group_id parent; /* GROUP_NONE at the top */
    struct text region;
    struct text country; /* ISO 3166-1 alpha-2 codes, `;` between them */
    struct date founded;
    struct date ended;
    struct text note;
    size_t line; /* in groups.csv */
};

/* "organisation", "province", ... */
const char *group_kind_name(enum group_kind kind);
bool group_kind_from_text(struct text text, enum group_kind *kind);

#endif
