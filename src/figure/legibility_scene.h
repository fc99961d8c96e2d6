/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A drawing as legibility sees it: every text with its box, every link as a polyline with its
 * width and heads.  For legibility.c only.
 */
#ifndef BLOC_FIGURE_LEGIBILITY_SCENE_H
#define BLOC_FIGURE_LEGIBILITY_SCENE_H

#include "base/list.h"
#include "figure/drawing.h"
#include "figure/marks.h"

#include <stdbool.h>
#include <stddef.h>

/* A line of text in place. */
struct placed_text {
    struct box box; /* from the tallest letters to the lowest, less a little */
    const struct text_line *line;
    size_t node; /* that it stands in, or NODE_NONE */
};

LIST(placed_text_list, struct placed_text);

/* A link as it lies on paper. */
struct placed_link {
    struct point_list line; /* middle of the link */
    struct box extent;      /* of everything it draws */
    double half_width;      /* a double line is a band */
    struct head_shape heads[MARKS_HEADS_MOST];
    size_t head_count;
};

struct scene {
    const struct drawing *drawing; /* borrowed */
    struct placed_text_list texts;
    struct placed_link *links; /* as many as the drawing has */
};

void scene_init(struct scene *scene, const struct drawing *drawing);
void scene_release(struct scene *scene);

/* Does any part of the link touch the box? */
bool placed_link_meets_box(const struct placed_link *link, struct box box);

/* Does its middle pass through the outline? */
bool placed_link_meets_outline(const struct placed_link *link, struct outline outline);

/* Do the middles of two links cross? */
bool placed_links_cross(const struct placed_link *a, const struct placed_link *b);

/* Do two links run along each other, closer than they could be told apart? */
bool placed_links_coincide(const struct placed_link *a, const struct placed_link *b);

#endif
