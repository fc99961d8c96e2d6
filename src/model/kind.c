/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sign policy.  What lasts until something ends it is a state: a pledge, an alliance,
 * a conflict, belonging to something.  What is done or said on a day is an event: a split,
 * an attack, a refusal; an event that took longer has an end date of its own.
 */
#include "model/kind.h"

#include <assert.h>

/* A TEXT() that may stand in a static initialiser. */
#define STATIC_TEXT(literal)                           \
    {                                                  \
        .at = (literal), .length = sizeof(literal) - 1 \
    }

static const struct kind defaults[] = {
    /* pledge: from the one who pledges to the one pledged to */
    {
        .name = STATIC_TEXT("pledge"),
        .family = FAMILY_PLEDGE,
        .sign = SIGN_POSITIVE,
        .label = STATIC_TEXT("pledge of allegiance"),
        .description = STATIC_TEXT("The source group pledges allegiance to the target."),
    },
    {
        .name = STATIC_TEXT("pledge_renewed"),
        .family = FAMILY_PLEDGE,
        .sign = SIGN_POSITIVE,
        .event = true,
        .label = STATIC_TEXT("renewed pledge"),
        .description = STATIC_TEXT("The source group repeats its pledge, for example to a new "
                                   "leader of the target."),
    },
    {
        .name = STATIC_TEXT("loyalty_reaffirmed"),
        .family = FAMILY_PLEDGE,
        .sign = SIGN_POSITIVE,
        .event = true,
        .label = STATIC_TEXT("reaffirmed loyalty"),
        .description = STATIC_TEXT("The source group says that it stays loyal to the target."),
    },
    {
        .name = STATIC_TEXT("pledge_claimed"),
        .family = FAMILY_PLEDGE,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("claimed pledge"),
        .description = STATIC_TEXT("A pledge to the target is announced in the name of the source "
                                   "group without its authority."),
    },
    {
        .name = STATIC_TEXT("pledge_rejected"),
        .family = FAMILY_PLEDGE,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("rejected pledge"),
        .description = STATIC_TEXT("The source group disowns the pledge that the target, a part of "
                                   "it, made or announced."),
    },
    {
        .name = STATIC_TEXT("pledge_refused"),
        .family = FAMILY_PLEDGE,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("refused pledge"),
        .description = STATIC_TEXT("The source group refuses to pledge allegiance to the target."),
    },

    /* split: from the splinter to what it left; leaving is not yet hostility */
    {
        .name = STATIC_TEXT("split"),
        .family = FAMILY_SPLIT,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("split"),
        .description = STATIC_TEXT("The source group breaks away from the target as a group of "
                                   "its own."),
    },
    {
        .name = STATIC_TEXT("defection"),
        .family = FAMILY_SPLIT,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("defection"),
        .description = STATIC_TEXT("Members now in the source group leave the target."),
    },
    {
        .name = STATIC_TEXT("leadership_break"),
        .family = FAMILY_SPLIT,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("break with the leadership"),
        .description = STATIC_TEXT("The source group stops obeying a local leadership, the target, "
                                   "and stays in the organisation."),
    },

    /* conflict */
    {
        .name = STATIC_TEXT("conflict"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .mutual = true,
        .label = STATIC_TEXT("conflict"),
        .description = STATIC_TEXT("The two groups fight each other."),
    },
    {
        .name = STATIC_TEXT("offensive"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("offensive"),
        .description = STATIC_TEXT("The source group attacks the target in a campaign, which may "
                                   "last until an end date."),
    },
    {
        .name = STATIC_TEXT("ouster"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("ouster"),
        .description = STATIC_TEXT("The source group drives the target out of a place."),
    },
    {
        .name = STATIC_TEXT("purge"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("purge"),
        .description = STATIC_TEXT("The source group arrests or kills members of the target in its "
                                   "own ranks or area."),
    },
    {
        .name = STATIC_TEXT("attack"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("attack"),
        .description = STATIC_TEXT("The source group attacks the target on one occasion."),
    },
    {
        .name = STATIC_TEXT("threat"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("threat"),
        .description = STATIC_TEXT("The source group threatens the target."),
    },
    {
        .name = STATIC_TEXT("rivalry"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .mutual = true,
        .label = STATIC_TEXT("rivalry"),
        .description = STATIC_TEXT("The two groups compete for members, territory or standing "
                                   "without open fighting."),
    },
    {
        .name = STATIC_TEXT("condemnation"),
        .family = FAMILY_CONFLICT,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("condemnation"),
        .description = STATIC_TEXT("The source group condemns the target in public."),
    },

    /* alliance */
    {
        .name = STATIC_TEXT("alliance"),
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_POSITIVE,
        .mutual = true,
        .label = STATIC_TEXT("alliance"),
        .description = STATIC_TEXT("The two groups act together, or are described as aligned or "
                                   "closely tied."),
    },
    {
        .name = STATIC_TEXT("support"),
        .family = FAMILY_ALLIANCE,
        .sign = SIGN_POSITIVE,
        .label = STATIC_TEXT("support"),
        .description = STATIC_TEXT("The source group gives the target money, weapons, men, shelter "
                                   "or public backing."),
    },

    /* membership: from the part to the whole */
    {
        .name = STATIC_TEXT("affiliate"),
        .family = FAMILY_MEMBERSHIP,
        .sign = SIGN_POSITIVE,
        .label = STATIC_TEXT("affiliate"),
        .description = STATIC_TEXT("The source group is a recognised branch of the target."),
    },
    {
        .name = STATIC_TEXT("faction"),
        .family = FAMILY_MEMBERSHIP,
        .sign = SIGN_POSITIVE,
        .label = STATIC_TEXT("faction"),
        .description = STATIC_TEXT("The source group is a part of the target with a line of its "
                                   "own."),
    },
    {
        .name = STATIC_TEXT("member"),
        .family = FAMILY_MEMBERSHIP,
        .sign = SIGN_POSITIVE,
        .label = STATIC_TEXT("member"),
        .description = STATIC_TEXT("The source group belongs to the target, a council, coalition "
                                   "or larger group."),
    },
    {
        .name = STATIC_TEXT("excluded"),
        .family = FAMILY_MEMBERSHIP,
        .sign = SIGN_NEGATIVE,
        .event = true,
        .label = STATIC_TEXT("exclusion"),
        .description = STATIC_TEXT("The source group is expelled from the target or kept out of "
                                   "it."),
    },

    /* lineage: one group becoming another is no tie between two living groups */
    {
        .name = STATIC_TEXT("formed"),
        .family = FAMILY_LINEAGE,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("formation"),
        .description =
            STATIC_TEXT("The source group founds the target or takes part in founding it."),
    },
    {
        .name = STATIC_TEXT("joined"),
        .family = FAMILY_LINEAGE,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("joining, merger"),
        .description =
            STATIC_TEXT("The source group becomes part of the target or merges into it."),
    },
    {
        .name = STATIC_TEXT("renamed"),
        .family = FAMILY_LINEAGE,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("renaming"),
        .description = STATIC_TEXT("The source group is the target under a new name."),
    },
    {
        .name = STATIC_TEXT("descends"),
        .family = FAMILY_LINEAGE,
        .sign = SIGN_NEUTRAL,
        .event = true,
        .label = STATIC_TEXT("descent"),
        .description = STATIC_TEXT("The source group comes from the target."),
    },
};

static const char *const family_names[FAMILY_COUNT] = {
    [FAMILY_PLEDGE] = "pledge",         [FAMILY_SPLIT] = "split",
    [FAMILY_CONFLICT] = "conflict",     [FAMILY_ALLIANCE] = "alliance",
    [FAMILY_MEMBERSHIP] = "membership", [FAMILY_LINEAGE] = "lineage",
};

static const struct {
    const char *symbol;
    const char *name;
} signs[] = {
    [SIGN_NEUTRAL] = {"0", "neutral"},
    [SIGN_POSITIVE] = {"+", "positive"},
    [SIGN_NEGATIVE] = {"-", "negative"},
};

const struct kind *kind_defaults(size_t *count)
{
    *count = sizeof defaults / sizeof *defaults;
    return defaults;
}

const char *family_name(enum family family)
{
    assert(family < FAMILY_COUNT);
    return family_names[family];
}

bool family_from_text(struct text text, enum family *family)
{
    for (unsigned i = 0; i < FAMILY_COUNT; i++) {
        if (text_equal_string(text, family_names[i])) {
            *family = (enum family)i;
            return true;
        }
    }
    return false;
}

const char *sign_symbol(enum sign sign)
{
    return signs[sign].symbol;
}

const char *sign_name(enum sign sign)
{
    return signs[sign].name;
}

bool sign_from_text(struct text text, enum sign *sign)
{
    for (unsigned i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (text_equal_string(text, signs[i].symbol) || text_equal_string(text, signs[i].name)) {
            *sign = (enum sign)i;
            return true;
        }
    }
    return false;
}
