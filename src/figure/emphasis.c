/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/emphasis.h"

/* The ground keeps 3:1 contrast to the paper, ghosts need not be found. */
const struct colour colour_ground = {"#8B8F96", "#7F858E"};
const struct colour colour_ghost = {"#C4C6CA", "#4E535B"};
const struct colour colour_panel = {"#FAFAF8", "#1B1E23"};

static const double ground_width = 0.6, new_border = 1.2, lost_share = 0.65;

const struct link_style emphasis_sample = {.name = "tie",
                                           .label = "tie",
                                           .line = {"#16181D", "#F1F2F4"},
                                           .text = {"#16181D", "#F1F2F4"},
                                           .width = 1.25};

const struct emphasis_look *emphasis_look(enum emphasis emphasis)
{
    static const struct emphasis_look looks[EMPHASIS_COUNT] = {
        [EMPHASIS_NORMAL] = {.name = ""},
        [EMPHASIS_NEW] = {.name = "new",
                          .link_words = "in colour: new in the window",
                          .node_words = "new group",
                          .border_added = new_border},
        [EMPHASIS_EARLIER] = {.name = "earlier",
                              .link_words = "from earlier or undated",
                              .line = &colour_ground,
                              .line_width = ground_width},
        [EMPHASIS_GONE] = {.name = "gone",
                           .link_words = "over: ended or happened earlier",
                           .node_words = "ended earlier",
                           .line = &colour_ghost,
                           .line_width = ground_width,
                           .border = &colour_ghost},
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
                           .line = &colour_ground,
                           .line_width = ground_width},
        [EMPHASIS_BETWEEN] = {.name = "between", .link_words = "in colour: in between"},
        [EMPHASIS_ABSENT] = {.name = "absent"},
    };
    return &looks[emphasis];
}
