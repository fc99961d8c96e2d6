/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lanes of regions between hubs, as plain geometry: boxes that move within their lane, rails
 * that run level from a box to the bar of a hub at the left or right edge, and straight pairs
 * from centre to centre between boxes of any lanes.
 * Made from a composed drawing and written back to it; knows no Graphviz.
 */
#ifndef BLOC_FIGURE_ALIGNMENT_H
#define BLOC_FIGURE_ALIGNMENT_H

#include "base/list.h"
#include "figure/drawing.h"

#include <stddef.h>

/* A node of the drawing with the same index; hubs have no lane and do not move. */
struct alignment_box {
    struct point at; /* centre */
    struct point half;
    size_t lane; /* NODE_NONE = a hub */
};

LIST(alignment_box_list, struct alignment_box);

/* The ties between two boxes of lanes, one line for all of them. */
struct alignment_pair {
    size_t from;
    size_t to;
    size_t ties;
};

LIST(alignment_pair_list, struct alignment_pair);

/* One link between a box and a hub. */
struct alignment_rail {
    size_t box;
    size_t link; /* of the drawing */
    int side;    /* -1 = to the left, 1 = to the right */
    double end;  /* x of the hub's bar */
    double drop; /* from the box's centre down to the rail */
};

LIST(alignment_rail_list, struct alignment_rail);

LIST(alignment_index, size_t);

/* A lane from the top of the page down; frame of the drawing with the same index. */
struct alignment_lane {
    double top;
    double height;
    struct point title;           /* size of its name, in the upper left corner */
    struct alignment_index boxes; /* that lie in it */
    struct alignment_index rails;
    struct alignment_index pairs; /* that begin, end or pass in it */
};

LIST(alignment_lane_list, struct alignment_lane);

struct alignment {
    struct alignment_box_list boxes;
    struct alignment_pair_list pairs;
    struct alignment_rail_list rails;
    struct alignment_lane_list lanes;
    size_t *order; /* lanes from top to bottom */
    double left;   /* of all lanes */
    double right;
};

/*
 * Lanes, pairs and rails of a drawing whose nodes have their sizes, between width's two ends.
 * A box too low for its rails is made higher.  Lanes that are tied stand near each other.
 */
void alignment_init(struct alignment *alignment, const struct drawing *drawing, double width);
/* Sort boxes, rails and pairs by lane; alignment_init does.  To be called when any was added. */
void alignment_sort(struct alignment *alignment);

void alignment_release(struct alignment *alignment);

/* Which hubs stand left and right: by rank, in turn; the column counts inwards from the edge. */
int alignment_side_of_hub(size_t rank);
size_t alignment_column_of_hub(size_t rank);

/* The outer edge of a hub's bar, and the bar's width, in points. */
double alignment_bar_edge(size_t rank, double width);
extern const double alignment_bar_width;

/* Hubs of a drawing. */
size_t alignment_count_hubs(const struct drawing *drawing);

#endif
