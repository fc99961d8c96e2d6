/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A figure as geometry: nodes, links, frames and texts with their sizes and places, in
 * points.  compose fills in what is drawn, place and route where, finish the words around
 * it, svg writes it, legibility measures it.  Nothing in here depends on Graphviz.
 */
#ifndef BLOC_FIGURE_DRAWING_H
#define BLOC_FIGURE_DRAWING_H

#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "figure/emphasis.h"
#include "figure/font.h"
#include "figure/geometry.h"
#include "figure/path.h"
#include "figure/style.h"
#include "model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

#define NODE_NONE SIZE_MAX

/* What a line of text is for; decides its colour and the size that legibility asks of it. */
enum text_role {
    TEXT_TITLE,
    TEXT_SUBTITLE,
    TEXT_NODE,
    TEXT_NODE_LIFE, /* life dates under a name */
    TEXT_LINK,      /* date beside a link */
    TEXT_FRAME,     /* name of a region */
    TEXT_LEGEND,
    TEXT_NOTE, /* sources and the window */
    TEXT_ROLE_COUNT,
};

/* One line of text; x is its left end and y its baseline. */
struct text_line {
    struct text text;
    enum text_role role;
    double size;
    enum font_weight weight;
    double width; /* by font_text_width */
    double x;
    double y;
    const struct colour *colour; /* NULL = by role */
    bool upwards;                /* reads from bottom to top: a quarter turn to the left */
};

LIST(text_line_list, struct text_line);

/* A group as drawn. */
struct node {
    group_id group;
    struct text id;                 /* of the group; stable */
    struct text label;              /* its name in the figure, not yet broken into lines */
    struct text life;               /* "2013-15", or empty */
    double text_size;               /* of the name; larger for stronger groups */
    const struct node_style *style; /* borrowed */
    const struct colour *fill;      /* NULL = the style's own */
    struct outline outline;         /* size from compose, place from place */
    struct text_line_list lines;    /* x, y relative to the box's left top corner */
    size_t region;                  /* index in drawing.frames, or NODE_NONE */
    bool ended;                     /* over before the window's end: drawn pale */
    bool uncertain;                 /* identity uncertain: dashed outline */
    bool hub;
    size_t hub_rank; /* 0 = first; says nothing when hub is not set */
    enum emphasis emphasis;
    bool pinned; /* pin gives the centre */
    struct point pin;
    bool bare;         /* a name without a box */
    struct text title; /* tooltip */
    struct text class_names;
};

LIST(node_list, struct node);

/* One line between two nodes: one or more relations of one style, certainty and direction. */
struct link {
    size_t from; /* nodes; arrow direction as drawn */
    size_t to;
    const struct link_style *style; /* borrowed */
    bool possible;                  /* only possibly so: hollow head, paler, thinner */
    bool contested;                 /* sources disagree */
    enum emphasis emphasis;
    struct relation_id_list relations;
    struct text_line_list label; /* one or more short lines; x, y relative to label_box */
    struct box label_box;        /* size from compose, place from route */
    bool has_label;
    double strain;          /* 1, more when its label found no free place so far */
    struct point_list path; /* from node centre to node centre until clipped */
    struct text title;
};

LIST(link_list, struct link);

/* A region: a rounded frame around its nodes, or a convex hull. */
struct frame {
    struct text name;
    const struct region_style *style; /* borrowed */
    bool is_hull;
    struct outline outline; /* when a frame */
    struct point_list hull; /* when a hull: corners, to be rounded by svg */
    struct text_line label; /* stands in label_box */
    struct box label_box;
};

LIST(frame_list, struct frame);

/* A rectangle that is no group: the bar of a lifeline, a cell of a matrix, a panel. */
struct bar {
    struct box box;
    double radius;
    const struct colour *fill;   /* NULL = none */
    const struct colour *border; /* NULL = none */
    double border_width;
    bool dashed;
    struct text title;       /* tooltip */
    struct text class_names; /* written by us: letters, digits, dashes, spaces */
    struct text group;       /* id of the group that it is about, or empty */
    struct text legend;      /* what bars of this look mean; empty = not in the legend */
    bool is_mark;            /* the legend's sample has its size */
};

LIST(bar_list, struct bar);

/* A straight line that is no tie: an axis, a year's line. */
struct stroke {
    struct point from;
    struct point to;
    const struct colour *colour;
    double width;
    bool dashed;
    struct text legend; /* as of bars */
};

LIST(stroke_list, struct stroke);

/* How a mark in a cell of a matrix tells the sign of its ties. */
enum cell_form {
    CELL_NONE,   /* no cell */
    CELL_FULL,   /* positive */
    CELL_HALF,   /* neutral */
    CELL_HOLLOW, /* negative */
};

/* One entry of the legend: a sample and its words. */
struct legend_entry {
    const struct link_style *link; /* or NULL */
    const struct node_style *node; /* or NULL */
    const struct colour *swatch;   /* a plain bar of this colour, or NULL */
    const struct bar *bar;         /* one of the drawing's, or NULL */
    const struct stroke *stroke;   /* one of the drawing's, or NULL */
    enum cell_form cell;           /* the swatch is a mark of this form */
    const struct colour *fill;     /* of the node; NULL = the style's own */
    bool possible;
    bool contested;
    bool ended;
    bool uncertain;
    bool hub;
    enum emphasis emphasis;
    struct box sample;
    struct text_line text;
};

LIST(legend_entry_list, struct legend_entry);

struct rule { /* a thin horizontal line between parts of the page */
    double x0;
    double x1;
    double y;
};

LIST(rule_list, struct rule);

struct provenance; /* figure/provenance.h */

struct drawing {
    struct arena arena;                  /* of all texts */
    const struct dataset *dataset;       /* borrowed */
    const struct provenance *provenance; /* borrowed; NULL = an SVG has no record of its data */
    const struct theme *theme; /* borrowed; its looks are what nodes, links and bars point to */
    struct text name;          /* of the figure: prefix of ids */
    struct text type;          /* by figure_type_name */
    struct text title;
    struct text description; /* in words, for <desc> */
    struct node_list nodes;
    struct link_list links;
    struct frame_list frames;
    struct stroke_list strokes; /* painted first, then bars */
    struct bar_list bars;
    struct text_line_list captions; /* texts inside the content: axis years, names of bars */
    struct legend_entry_list legend;
    struct text_line_list texts; /* title, subtitle, notes, at page coordinates */
    struct rule_list rules;
    struct relation_id_list told;      /* relations shown otherwise than by a link */
    struct relation_id_list attesting; /* not shown, but what is drawn takes dates from them */
    struct text note;                  /* what the drawing leaves out or needs said, or empty */
    double measure;                    /* at which names are broken now; see compose_size_nodes */
    struct box content;                /* of nodes, links, frames and their labels */
    double page_width;
    double page_height;
    bool undated;       /* no dates beside so many lines: placed like an overview */
    bool embeds_font;   /* in an SVG */
    double room_down;   /* that the content may take in height; 0 = any */
    size_t page_number; /* from 1, of a figure of several pages; else 0 */
    size_t page_count;
    double scale;          /* below 1 when content had to shrink to the page; sizes are scaled */
    bool fallback_routing; /* layout failed; links are straight */
    struct text fallback;  /* what was done instead and why; empty unless it failed */
};

void drawing_init(struct drawing *drawing);
void drawing_release(struct drawing *drawing);

/* Of the printed page, in millimetres. */
double drawing_width_mm(const struct drawing *drawing);
double drawing_height_mm(const struct drawing *drawing);

/* Move nodes, links, frames and labels together. */
void drawing_move(struct drawing *drawing, double dx, double dy);

/* Shrink or enlarge everything drawn so far about the origin, text sizes too. */
void drawing_scale(struct drawing *drawing, double factor);

/* Box around all nodes, links, frames and labels; also stored in content. */
struct box drawing_measure_content(struct drawing *drawing);

/* Mark the sources that the drawn relations rest on; cited has one entry a source of the
 * dataset, which must be there. */
void drawing_mark_sources(const struct drawing *drawing, bool *cited);

/* Groups that have a node and relations that are on a link, each counted once however many
 * panels show it; of one style, or of all when style is NULL. */
size_t drawing_count_groups(const struct drawing *drawing);
size_t drawing_count_relations(const struct drawing *drawing, const struct link_style *style);

/* Links that begin or end at a node. */
size_t drawing_count_links(const struct drawing *drawing, size_t node);

/* Where a text stands: its box from ascent to descent. */
struct box text_line_box(const struct text_line *line);

#endif
