/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a genealogy shows, before it has places: the groups with a dated life, the ties between
 * them that have a day, the centres that colour the bars, and the axis of time.  Made from a
 * composed drawing, which keeps only the nodes and links that are drawn.
 */
#ifndef BLOC_FIGURE_GENEALOGY_H
#define BLOC_FIGURE_GENEALOGY_H

#include "figure/figure.h"
#include "figure/lifeline.h"
#include "figure/time_axis.h"

#include <stddef.h>

/* One lane: the life of the group of the node with the same index. */
struct life_lane {
    struct lifeline life;
    struct allegiance_list pieces;
    double left; /* of the bar, in points; stubs for what is not dated reach further */
    double right;
    double y; /* middle of the bar */
};

LIST(life_lane_list, struct life_lane);

/* How many chosen ties and groups the figure cannot show. */
struct left_out {
    size_t undated;  /* ties of its families without a day */
    size_t families; /* ties of conflict and alliance; their dates still attest lives */
    size_t groups;   /* groups without a tie that is drawn */
};

struct genealogy {
    const struct figure_request *request; /* borrowed */
    struct drawing *drawing;              /* borrowed */
    struct group_id_list centres;         /* groups that others are loyal to; their rank */
    struct life_lane_list lanes;          /* one a node */
    struct time_axis axis;
    struct left_out left_out;
};

/* Sort what compose made into links, told ties and what is left out; then lives and axis,
 * which runs from left to right in points.  The zero value is made full. */
void genealogy_init(struct genealogy *genealogy, const struct figure_request *request,
                    struct drawing *drawing, double left, double right);
void genealogy_release(struct genealogy *genealogy);

/* The day at which a link stands. */
day_number genealogy_day_of(const struct genealogy *genealogy, const struct link *link);

#endif
