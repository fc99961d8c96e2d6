/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What became of ties and groups between two points in time, from their dates alone.  The figure
 * of a difference and `bloc compare` both read it here, so they show the same sets.
 *
 * An end that no source gives is no end here: the tie stays.  A change is only possible when the
 * dates leave open whether the tie held at the date that speaks for it.
 */
#ifndef BLOC_SELECTION_COMPARISON_H
#define BLOC_SELECTION_COMPARISON_H

#include "selection/selection.h"
#include "selection/switches.h"

#include <stdbool.h>

enum change {
    CHANGE_ABSENT,  /* before both dates or after them */
    CHANGE_KEPT,    /* held at both dates, or nobody says since when */
    CHANGE_GAINED,  /* held at the second date only */
    CHANGE_LOST,    /* held at the first date only */
    CHANGE_FLIPPED, /* of another kind or sign than a tie of the same two groups before */
    CHANGE_BETWEEN, /* happened, or came and went, between the two dates */
    CHANGE_COUNT,
};

struct tie_change {
    enum change change;
    bool possible;
    relation_id other; /* CHANGE_FLIPPED: the tie it stands against; else RELATION_NONE */
};

/* The two dates; the first lies wholly before the second. */
struct comparison {
    const struct selection *selection; /* of all time; borrowed */
    struct window from;
    struct window to;
};

/* What became of a group. */
enum group_change {
    GROUP_STAYED,
    GROUP_FOUNDED, /* after the first date, up to the second */
    GROUP_ENDED,   /* the same */
    GROUP_LATER,   /* founded after the second date */
};

/* "absent", "kept", "gained", "lost", "flipped", "between". */
const char *change_name(enum change change);

/* Fails (ERROR_USAGE) unless the first date lies wholly before the second. */
bool comparison_check(struct window from, struct window to, struct error *error);

/* How surely a tie held in a window, with an end that nobody gives taken for none. */
enum activity comparison_activity(const struct dataset *dataset, relation_id id,
                                  struct window window);

/* The days on which something may have begun: DAY_MIN and DAY_MAX when not bounded. */
day_number comparison_first_day(const struct date *start);
day_number comparison_last_day(const struct date *start);

/*
 * From the tie's own dates: gained, lost or kept for a state; between for what happened or came
 * and went; absent for the rest.  Without a lower bound to its date an event is kept.
 */
struct tie_change comparison_of_dates(const struct dataset *dataset, relation_id relation,
                                      struct window from, struct window to);

/*
 * The same beside the other chosen ties of its groups: flipped is a gained tie between two groups
 * that have lost another or keep one of the other sign, and what happened in between against the
 * sign of a tie that was lost.  The tie of the other sign is named when there are several.
 */
struct tie_change comparison_of_tie(const struct comparison *comparison, relation_id relation);

/* How surely a group changed sides in between: its new tie began after the first date and up to the
 * second, within a year of leaving. */
enum activity comparison_of_switch(const struct comparison *comparison,
                                   const struct alliance_switch *found);

enum group_change comparison_of_group(const struct group *group, struct window from,
                                      struct window to);

#endif
