/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The visual language as one theme: how each kind of relation, kind of group and region looks.
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
    HEAD_COUNT,
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

struct frame_style {
    struct colour field;
    struct colour border;
};

#define REGION_STYLE_COUNT 12
#define HUB_STYLE_COUNT 2
#define ALLEGIANCE_COUNT 3

/* Rows of a theme's table of links. */
enum link_style_index {
    STYLE_PLEDGE,
    STYLE_PLEDGE_CLAIMED,
    STYLE_PLEDGE_REFUSED,
    STYLE_MEMBERSHIP,
    STYLE_EXCLUDED,
    STYLE_ALLIANCE,
    STYLE_SUPPORT,
    STYLE_JOINED,
    STYLE_FORMED,
    STYLE_DESCENT,
    STYLE_SPLIT,
    STYLE_BREAK,
    STYLE_CONFLICT,
    STYLE_ATTACK,
    STYLE_HOSTILITY,
    STYLE_RIVALRY,
    STYLE_COUNT,
};

/*
 * All looks of a figure.  What a drawing shows points into its theme, which therefore outlives
 * it.  theme.h reads one from a DOT file.
 */
struct theme {
    struct colour paper;
    struct colour ink;         /* titles and names */
    struct colour muted;       /* subtitles, life dates, notes */
    struct colour rule;        /* between the parts of a page, and years of an axis */
    struct colour ended;       /* border and text of what is over */
    struct frame_style frame;  /* neutral; the border also of panels */
    struct colour panel;       /* field of a panel */
    struct colour ground;      /* ties that stay, where figures compare points in time */
    struct colour ghost;       /* what is over there */
    struct colour grid;        /* of a matrix */
    struct colour grid_border; /* between its regions */
    struct link_style links[STYLE_COUNT];
    struct link_style tie; /* of no kind, to show an emphasis in the legend */
    struct node_style nodes[GROUP_KIND_COUNT];
    struct node_style hubs[HUB_STYLE_COUNT];     /* by rank; the last serves all further ones */
    struct node_style name;                      /* a name that stands without a box */
    struct node_style row;                       /* the name of a row of a matrix: a plain field */
    struct colour allegiances[ALLEGIANCE_COUNT]; /* bars of lives loyal to the centre of this rank;
                                                    the last serves all further centres */
    struct colour no_allegiance;
    struct region_style regions[REGION_STYLE_COUNT];
    bool has_dark;      /* another look where the reader's screen is dark */
    const char *fonts;  /* the font-family of SVG: Inter, which is measured, then fallbacks */
    double text_size;   /* points on paper of the smallest names of groups */
    double page_width;  /* points, of every figure; 0 = the figure's own */
    double page_height; /* points, which every figure fills; 0 = the figure's own */
};

/* The theme of figures that name none; its values are also in graphs/themes/default.gv. */
const struct theme *theme_default(void);

/* Points on paper for a point of a drawing: what theme_default calls 1 grows with the text. */
double theme_magnification(const struct theme *theme);

/* The style of a relation kind; kinds that a dataset adds look like their family and sign. */
const struct link_style *style_of_kind(const struct theme *theme, const struct kind *kind);

/* The look that all kinds of this one's family, sign and mutuality share. */
const struct link_style *style_of_family(const struct theme *theme, const struct kind *kind);

/* Hubs by rank (0 = first). */
const struct node_style *style_of_hub(const struct theme *theme, size_t rank);

/* Bars of lives: loyal to the centre of this rank, or SIZE_MAX for none. */
const struct colour *style_of_allegiance(const struct theme *theme, size_t centre);

/* Colours of the region with this index; they repeat after the last. */
const struct region_style *style_of_region(const struct theme *theme, size_t index);

/* Does the fill of a node (or NULL) tell its region?  A theme without colours gives all regions the
 * fill of any box. */
bool style_tells_region(const struct theme *theme, const struct colour *fill);

#endif
