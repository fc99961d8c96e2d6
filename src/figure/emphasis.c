/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/emphasis.h"

static const double ground_width = 0.6, new_border = 1.2, lost_share = 0.65;

const struct emphasis_look *emphasis_look(enum emphasis emphasis)
{
    static const struct emphasis_look looks[EMPHASIS_COUNT] = {
        [EMPHASIS_NORMAL] = {.name = ""},
        [EMPHASIS_NEW] = {.name = "new",
                          .link_words = "strong: new in the window",
                          .node_words = "new group",
                          .border_added = new_border},
        [EMPHASIS_EARLIER] = {.name = "earlier",
                              .link_words = "from earlier or undated",
                              .line = TONE_GROUND,
                              .line_width = ground_width},
        [EMPHASIS_GONE] = {.name = "gone",
                           .link_words = "over: ended or happened earlier",
                           .node_words = "ended earlier",
                           .line = TONE_GHOST,
                           .line_width = ground_width,
                           .border = TONE_GHOST},
        [EMPHASIS_GAINED] = {.name = "gained", .link_words = "gained", .badge = BADGE_PLUS},
        [EMPHASIS_LOST] = {.name = "lost",
                           .link_words = "lost",
                           .line_share = lost_share,
                           .badge = BADGE_CROSS},
        [EMPHASIS_CHANGED] = {.name = "changed",
                              .link_words = "changed kind or sign",
                              .badge = BADGE_TRIANGLE},
        [EMPHASIS_SAME] = {.name = "unchanged",
                           .link_words = "unchanged or undated",
                           .line = TONE_GROUND,
                           .line_width = ground_width},
        [EMPHASIS_BETWEEN] = {.name = "between", .link_words = "strong: in between"},
        [EMPHASIS_ABSENT] = {.name = "absent"},
    };
    return &looks[emphasis];
}

const struct colour *emphasis_colour(const struct theme *theme, enum tone tone,
                                     const struct colour *own)
{
    if (tone == TONE_OWN)
        return own;
    return tone == TONE_GROUND ? &theme->ground : &theme->ghost;
}
