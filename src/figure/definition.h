/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Figure definitions: DOT files in graphs/.  select_* chooses, encode_* maps data to looks,
 * text_* writes, figure_* sizes; everything else is Graphviz's and passes through.  One
 * table of attributes serves the reader, the command line and the attribute reference.
 */
#ifndef BLOC_FIGURE_DEFINITION_H
#define BLOC_FIGURE_DEFINITION_H

#include "base/arena.h"
#include "base/error.h"
#include "base/finding.h"
#include "base/list.h"
#include "base/text.h"
#include "figure/geometry.h"
#include "figure/style.h"
#include "metrics/metric_series.h"
#include "selection/query.h"

#include <stdbool.h>
#include <stddef.h>

#define DEFINITION_MEBIBYTES 4 /* most that a file of a definition or a theme holds */

enum figure_type {
    FIGURE_OVERVIEW,   /* hubs and regions in hulls */
    FIGURE_LANES,      /* a lane for each region between the bars of hubs */
    FIGURE_REGION,     /* a frame, hubs outside, dated links */
    FIGURE_EGO,        /* one group and its ties */
    FIGURE_STRIP,      /* a panel for each window, the same place for each group */
    FIGURE_DIFFERENCE, /* two dates on one layout */
    FIGURE_GENEALOGY,  /* lifelines on an axis of time */
    FIGURE_HIERARCHY,  /* layers: the whole and the pledged-to above their parts */
    FIGURE_MATRIX,     /* rows and columns of groups, a cell for the ties between two */
    FIGURE_SERIES,     /* measures over time as line charts */
    FIGURE_TYPE_COUNT,
};

/* Something said of one group: `islamic_state [pin="0,0"]`. */
struct node_override {
    struct text group; /* any of its names */
    bool has_pin;
    struct point pin;  /* points, y down */
    struct text label; /* empty = the group's own */
    bool hub;
    bool hidden;
    size_t line;
};

LIST(node_override_list, struct node_override);

/* A Graphviz attribute that passes through to the layout. */
struct passthrough {
    char object;       /* 'g', 'n' or 'e' */
    struct text group; /* only for this group's node; empty = for all */
    struct text name;
    struct text value;
};

LIST(passthrough_list, struct passthrough);

/* Attributes whose default depends on the type of the figure, once they were set. */
enum definition_given {
    GIVEN_TYPE = 1 << 0,
    GIVEN_DATES = 1 << 1,
    GIVEN_LIFE = 1 << 2,
    GIVEN_FRAME = 1 << 3,
    GIVEN_FROM = 1 << 4,
    GIVEN_TO = 1 << 5,
};

struct figure_definition {
    struct arena arena;
    struct text name; /* of the graph, or of the file: used for ids and output names */
    struct text file;
    enum figure_type type;
    struct selection_query query;
    struct text title;
    struct text subtitle; /* empty = made from window and counts */
    struct text frame_title;
    struct text note;        /* an extra line under the figure */
    double width_mm;         /* 170 unless given */
    double height_mm;        /* 0 = as needed */
    double time_limit;       /* seconds that a layout may take; 30 unless given */
    bool fills_height;       /* the page has this height, not less */
    struct text_list hubs;   /* encode_hubs; empty with hubs_auto */
    bool hubs_auto;          /* find them: see compose.c */
    struct text theme;       /* figure_theme: a name or a path; empty = the default one */
    struct text size_metric; /* encode_size: a group metric, or empty = one size */
    bool show_dates;         /* encode_dates: dates beside links */
    bool show_life;          /* encode_life: life dates in nodes */
    bool show_legend;
    bool embeds_font;           /* figure_font: the letters of the font are put into an SVG */
    struct text frame_by;       /* encode_frame: "region" or empty */
    struct text fill_by;        /* encode_fill: "region", "kind" or empty */
    struct text style_by;       /* encode_style: "kind" or "family" */
    unsigned given;             /* bit set of enum definition_given */
    struct window_list windows; /* of a strip, in order of time */
    struct window from, to;     /* of a difference */
    struct text_list measures;  /* of a series: metrics of the network or of periods */
    enum series_step step;      /* of a series */
    struct node_override_list nodes;
    struct passthrough_list passthrough;
};

/* One row of the attribute reference. */
struct figure_attribute {
    const char *name;     /* "text_title" */
    const char *object;   /* "graph", "graph, node, edge" (as a default), "one node" */
    const char *values;   /* "text", "170mm", "yes or no", ... */
    const char *standard; /* default, in words */
    const char *help;
};

/* All attributes, the select_* ones (made from query_options) included. */
const struct figure_attribute *figure_attributes(size_t *count);

/* A definition with every default set; owns no memory yet. */
void definition_init(struct figure_definition *definition, enum figure_type type);
void definition_release(struct figure_definition *definition);

/*
 * Read a definition into *definition, whose earlier value is overwritten.  Malformed DOT, unknown attributes with one of our prefixes (nearest
 * suggested) and bad values are findings with the file's name and line; the definition is
 * usable when no finding of level error was added.  file names it in findings.
 */
void definition_read(struct text dot, struct text file, struct figure_definition *definition,
                     struct findings *findings);

/*
 * Set one attribute of the figure by name, as the command line does ("figure_width", "85mm").
 * Fails (ERROR_USAGE, with a suggestion) on an unknown name or a bad value.
 */
bool definition_set(struct figure_definition *definition, struct text name, struct text value,
                    struct error *error);

/* Forget what a select_* attribute was set to, so that the next definition_set replaces it. */
void definition_clear(struct figure_definition *definition, struct text name);

/* Choose the type by what is selected unless it was set; for definitions without a file. */
void definition_infer_type(struct figure_definition *definition);
/*
 * What the type of the figure says about the selection where nothing else was said: a hierarchy
 * of memberships and pledges, a series of ties.  Comes after the last definition_set, before selection_evaluate.
 */
void definition_complete(struct figure_definition *definition);

/* Give the figure the page of a theme that has one; width_mm and height_mm become those of the
 * page before it is magnified (theme_magnification). */
void definition_fit_theme(struct figure_definition *definition, const struct theme *theme);

const char *figure_type_name(enum figure_type type);
bool figure_type_from_text(struct text text, enum figure_type *type);

#endif
