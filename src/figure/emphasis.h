/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How figures that compare points in time set off what is new, old or gone: by colour against
 * grey, by the weight of an outline and by a small badge on the line.  None of it is a dash,
 * which speaks of the sign of a tie, and all of it survives a grey print.
 */
#ifndef BLOC_FIGURE_EMPHASIS_H
#define BLOC_FIGURE_EMPHASIS_H

#include "figure/style.h"

enum emphasis {
    EMPHASIS_NORMAL,  /* in every other figure */
    EMPHASIS_NEW,     /* began or happened in the window */
    EMPHASIS_EARLIER, /* held before the window and in it */
    EMPHASIS_GONE,    /* over before the window */
    EMPHASIS_GAINED,  /* held at the second date only */
    EMPHASIS_LOST,    /* held at the first date only */
    EMPHASIS_CHANGED, /* of another kind or sign than what held before */
    EMPHASIS_SAME,    /* held at both dates */
    EMPHASIS_BETWEEN, /* happened, or came and went, between the two dates */
    EMPHASIS_ABSENT,  /* not drawn: later, or before both dates */
    EMPHASIS_COUNT,
};

/* The sign in a small disc on a line. */
enum badge {
    BADGE_NONE,
    BADGE_PLUS,
    BADGE_CROSS,
    BADGE_TRIANGLE,
};

/* A grey in place of a mark's own colour. */
enum tone {
    TONE_OWN,
    TONE_GROUND, /* of ties that stay */
    TONE_GHOST,  /* of what is over */
};

struct emphasis_look {
    const char *name;       /* class name; empty = none */
    const char *link_words; /* in the legend; NULL = the line speaks for itself */
    const char *node_words; /* the same of a node */
    enum tone line;         /* of links */
    double line_width;      /* of links, points; 0 = the style's own */
    double line_share;      /* of the style's own width; 0 = all */
    enum tone border;       /* of nodes */
    double border_added;    /* to the border of nodes, points */
    enum badge badge;
};

const struct emphasis_look *emphasis_look(enum emphasis emphasis);

/* The theme's colour for a tone, or the mark's own. */
const struct colour *emphasis_colour(const struct theme *theme, enum tone tone,
                                     const struct colour *own);

/* Is it part of the grey ground? */
static inline bool emphasis_is_grey(enum emphasis emphasis)
{
    return emphasis_look(emphasis)->line != TONE_OWN;
}

#endif
