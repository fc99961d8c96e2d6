/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The marks that a link leaves on paper: its strokes cut back for its heads, the heads, and
 * the sign of a contested tie.  svg draws them, legibility measures them, and the legend's
 * samples are made of the same marks.
 */
#ifndef BLOC_FIGURE_MARKS_H
#define BLOC_FIGURE_MARKS_H

#include "figure/drawing.h"
#include "figure/heads.h"

#include <stdbool.h>
#include <stddef.h>

#define MARKS_STROKES_MOST 2
#define MARKS_HEADS_MOST 2
#define MARKS_SLASHES 2
#define MARKS_BADGE_STROKES_MOST 3

/* The zero value has no marks. */
struct link_marks {
    struct point_list strokes[MARKS_STROKES_MOST]; /* paths; two of a double line */
    size_t stroke_count;
    double width;
    struct head_shape heads[MARKS_HEADS_MOST];
    size_t head_count;
    struct point slashes[MARKS_SLASHES][2]; /* across the middle of a contested link */
    size_t slash_count;
    struct point badge[MARKS_BADGE_STROKES_MOST][2]; /* the sign in its disc */
    size_t badge_count;                              /* strokes; 0 = no badge */
    struct point badge_centre;
    double badge_radius;
    enum emphasis emphasis;
};

/* Marks of a link whose path is clipped to its nodes; replaces what *marks holds. */
void link_marks_make(struct link_marks *marks, const struct drawing *drawing,
                     const struct link *link);

/* Marks of a straight sample from left to right through the middle of the box. */
void link_marks_make_sample(struct link_marks *marks, const struct link_style *style, bool possible,
                            bool contested, enum emphasis emphasis, struct box box);

void link_marks_release(struct link_marks *marks);

/* What measuring needs of the marks without making them: the width of a stroke, whether heads
 * are hollow, how far a head keeps off its node's box, and how far each stroke of a double line
 * lies from the middle. */
double link_marks_width(const struct drawing *drawing, const struct link *link);
bool link_marks_hollow(const struct link *link);
double link_marks_gap(const struct node *node);
double link_marks_spread(const struct link_style *style);

#endif
