/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The visual language as tables: how each kind of relation, kind of group and region looks.
 * Sign is carried by continuity (unbroken positive, broken negative), type by head, width
 * and double line, colour comes third; uncertainty is a hollow head and a paler, thinner
 * line, never a dash.
 */
#ifndef BLOC_FIGURE_STYLE_H
#define BLOC_FIGURE_STYLE_H

#include "base/text.h"
#include "model/group.h"
#include "model/kind.h"

#include <stdbool.h>
#include <stddef.h>

/* One colour in the light and in the dark look, as "#RRGGBB". */
struct colour {
    const char *light;
    const char *dark;
};

enum head {
    HEAD_NONE,
    HEAD_ARROW, /* filled triangle */
    HEAD_VEE,   /* open two-stroke arrow */
    HEAD_TEE,   /* bar across */
    HEAD_RING,  /* small circle */
    HEAD_DIAMOND,
    HEAD_BOX,
};

/* How the links of some relation kinds look. */
struct link_style {
    const char *name;  /* class name: "pledge" */
    const char *label; /* in the legend */
    struct colour line;
    struct colour text;
    const char *dashes; /* SVG dash array, or NULL = unbroken */
    double width;       /* points */
    enum head head;
    enum head tail;
    bool hollow;    /* head drawn hollow even when certain */
    bool is_double; /* two parallel lines */
    bool reversed;  /* drawn from the target to the source: split parent -> new group */
    bool mutual;    /* no direction: both directions are one link */
};

/* How the nodes of some group kinds look. */
struct node_style {
    const char *name;
    const char *label;
    struct colour fill;
    struct colour border;
    struct colour text;
    double border_width;
    double radius; /* of the corners; 0 = square */
    bool filled;   /* keeps its own fill instead of the region's */
    int order;
};

struct region_style {
    struct colour field; /* hull or frame */
    struct colour fill;  /* of its nodes */
    struct colour text;
};

/* The style of a relation kind; kinds that a dataset adds look like their family and sign. */
const struct link_style *style_of_kind(const struct kind *kind);

/* The look that all kinds of this one's family, sign and mutuality share. */
const struct link_style *style_of_family(const struct kind *kind);

const struct node_style *style_of_group_kind(enum group_kind kind);

/* Hubs by rank (0 = first); the last style serves all further ones. */
const struct node_style *style_of_hub(size_t rank);

/* The look of a name that stands without a box. */
const struct node_style *style_of_name(void);

/* Bars of lives: loyal to the centre of this rank, or SIZE_MAX for none.  The last colour serves
 * all further centres. */
const struct colour *style_of_allegiance(size_t centre);
/* The name of a row of a matrix: a plain field. */
const struct node_style *style_of_row(void);

/* Colours of the region with this index; they repeat after the last. */
const struct region_style *style_of_region(size_t index);

/* Every style once, for tests of contrast and colour vision. */
const struct link_style *style_links(size_t *count);

/* Page colours. */
extern const struct colour colour_paper;
extern const struct colour colour_ink;   /* titles and names */
extern const struct colour colour_muted; /* subtitles, life dates, notes */
extern const struct colour colour_rule;
extern const struct colour colour_ended; /* border and text of what is over */
extern const struct colour colour_frame; /* neutral frame field */
extern const struct colour colour_frame_border;

#endif
