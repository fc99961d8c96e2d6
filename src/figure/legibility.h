/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Is the finished figure legible?  Counts over its geometry: hard gates that every figure is
 * to meet, and soft scores that placement minimises.
 */
#ifndef BLOC_FIGURE_LEGIBILITY_H
#define BLOC_FIGURE_LEGIBILITY_H

#include "base/buffer.h"
#include "figure/drawing.h"

#include <stdbool.h>
#include <stddef.h>

struct legibility {
    /* hard gates: all 0 */
    size_t node_overlaps;       /* pairs of nodes */
    size_t text_overlaps;       /* pairs of texts */
    size_t text_on_node;        /* texts on a node that is not theirs */
    size_t links_through_nodes; /* links through a node that is not one of their ends */
    size_t labels_struck; /* link or frame labels that a line passes through, their own included */
    size_t off_page;      /* boxes beyond the page */
    size_t unexplained;   /* looks of marks that the legend does not have */
    size_t undrawn;       /* entries of the legend that nothing looks like */
    double smallest_node_text;  /* points at printed size; at least 6 */
    double smallest_other_text; /* at least 5 */
    /* soft scores */
    size_t crossings;    /* pairs of links that cross, without a shared end */
    size_t coincidences; /* pairs of links that lie on each other for a while */
    double crossings_per_link;
    double longest_detour; /* link length over the distance of its nodes */
    double area_used;      /* share of the page covered by nodes and texts */
    size_t intrusions;     /* nodes inside a foreign hull */
};

/* Everything, over the finished geometry. */
void legibility_measure(const struct drawing *drawing, struct legibility *result);

/* Do all hard gates hold? */
bool legibility_passes(const struct legibility *legibility);

/* How much larger the smallest texts would have to be; 1 when all are large enough. */
double legibility_text_factor(const struct legibility *legibility);

/* The gates that are not met, as one line, and then at most so many lines that name the nodes,
 * labels and links at fault. */
void legibility_write_faults(const struct drawing *drawing, const struct legibility *legibility,
                             size_t names, struct buffer *buffer);

/* A table of gate, value, limit and pass or fail; names the nodes, labels and links at fault. */
void legibility_write(const struct drawing *drawing, const struct legibility *legibility,
                      struct buffer *buffer);

#endif
