/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The life of a group as dates tell it, and to which centre it is loyal when: what the bars of a
 * genealogy show.  Knows days only, no places.
 */
#ifndef BLOC_FIGURE_LIFELINE_H
#define BLOC_FIGURE_LIFELINE_H

#include "base/list.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>

#define ALLEGIANCE_NONE SIZE_MAX

/* What is known of a beginning or an end. */
enum life_bound {
    LIFE_DATED,   /* within a stretch of days */
    LIFE_UNKNOWN, /* not dated: the line is only known to reach this far */
    LIFE_OPEN,    /* still alive */
};

struct day_span {
    day_number first;
    day_number last;
};

/* Absent (is_known false) when neither the group's own dates nor any tie has a day to offer. */
struct lifeline {
    bool is_known;
    enum life_bound start;
    enum life_bound end;
    struct day_span starts; /* begins within; one day when not LIFE_DATED */
    struct day_span ends;   /* ends within */
};

/* A piece of a life with one allegiance.  Pieces of a life follow each other without gaps. */
struct allegiance {
    struct day_span span; /* up to, not including, the last day, unless it ends the life */
    size_t centre;        /* index in the list of centres, or ALLEGIANCE_NONE */
    bool certain;         /* false: by the end of the piece, since when is unknown */
};

LIST(allegiance_list, struct allegiance);

/* The days that a date can mean when it has both bounds; a date known to the month or better
 * shrinks to the day in its middle.  False without both bounds. */
bool lifeline_days_of(const struct date *date, struct day_span *span);

/* The day that stands for a span. */
day_number lifeline_middle(struct day_span span);

/* Does the relation belong to a genealogy, whatever its date: pledge, split, membership, descent? */
bool lifeline_is_of_genealogy(const struct dataset *dataset, relation_id relation);

/* Does it say to which of these centres its source is loyal, with a date to show it from?  The
 * centre's index is put into *centre. */
bool lifeline_tells_allegiance(const struct dataset *dataset, relation_id relation,
                               const struct group_id_list *centres, size_t *centre);

/* Is the relation one that the life of the group takes dates from, drawn or not? */
bool lifeline_attests(const struct dataset *dataset, relation_id relation, group_id group);

/*
 * The life of a group: its own dates first, else those of all its ties, whether the figure has
 * chosen them or not.  A group that breaks away or is formed begins with that tie, unless another
 * tie is older.
 */
struct lifeline lifeline_of(const struct dataset *dataset, group_id group);

/* The pieces of a known life.  A centre is loyal to itself while to no other.  Without an end, allegiance lasts
 * until the next one or a split from the centre.  Replaces what the list holds. */
void lifeline_list_allegiances(const struct selection *selection,
                               const struct group_id_list *centres, group_id group,
                               const struct lifeline *life, struct allegiance_list *pieces);

#endif
