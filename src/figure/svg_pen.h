/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the parts of an SVG file are written with: attributes, colours that have a dark
 * counterpart, texts, link marks and node boxes.  For svg.c only.
 */
#ifndef BLOC_FIGURE_SVG_PEN_H
#define BLOC_FIGURE_SVG_PEN_H

#include "base/buffer.h"
#include "base/list.h"
#include "figure/drawing.h"
#include "figure/marks.h"

#include <stdbool.h>
#include <stddef.h>

LIST(colour_list, const struct colour *);

/* The zero value writes nowhere; set out first. */
struct svg_pen {
    struct buffer *out;                    /* borrowed */
    const struct theme *theme;             /* borrowed; links and boxes need it */
    struct colour_list colours;            /* used so far, without repeats */
    double line_scale;                     /* of borders */
    struct buffer used[FONT_WEIGHT_COUNT]; /* all texts, one after the other */
};

void svg_pen_release(struct svg_pen *pen);

/* ` name="12.5"` with two decimals; ` name="text"` escaped. */
void svg_pen_number(struct svg_pen *pen, const char *name, double value);
void svg_pen_attribute(struct svg_pen *pen, const char *name, struct text value);

/* Class, fill and stroke of an element; NULL = none. */
void svg_pen_paint(struct svg_pen *pen, const struct colour *fill, const struct colour *stroke);

/* The style element with CSS rules that give every used colour its dark value, all below the element with this id. */
void svg_pen_write_dark_rules(const struct svg_pen *pen, struct text id, struct buffer *out);

/* `<title>...</title>`, nothing for an empty text. */
void svg_pen_title(struct svg_pen *pen, struct text title);

enum svg_anchor {
    SVG_ANCHOR_START,
    SVG_ANCHOR_MIDDLE,
};

/* One line of text at the line's place moved by an offset.  A middle anchor keeps it centred
 * when a viewer has to take another font.  halo, when not NULL, is painted around it. */
void svg_pen_text(struct svg_pen *pen, const struct text_line *line, struct point offset,
                  enum svg_anchor anchor, const struct colour *colour, const struct colour *halo);

/* The strokes, heads and slashes of a link; paper is what a contested sign stands on. */
void svg_pen_link(struct svg_pen *pen, const struct link_marks *marks,
                  const struct link_style *style, const struct colour *paper);

/* How a node's box is painted. */
struct svg_box {
    struct outline outline;
    const struct node_style *style;
    const struct colour *fill; /* NULL = the style's */
    bool ended;
    bool uncertain;
    enum emphasis emphasis;
};

void svg_pen_box(struct svg_pen *pen, const struct svg_box *box);

/* A closed path around corners, each rounded by up to radius. */
void svg_pen_polygon(struct svg_pen *pen, const struct point_list *corners, double radius);

#endif
