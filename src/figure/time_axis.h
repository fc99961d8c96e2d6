/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From days to places on a horizontal axis of time.  Quiet stretches at either end, long times
 * in which little happens, are compressed: the scale is linear in pieces and always rises.
 * Used by genealogies; draws nothing.
 */
#ifndef BLOC_FIGURE_TIME_AXIS_H
#define BLOC_FIGURE_TIME_AXIS_H

#include "base/list.h"
#include "model/date.h"

#include <stddef.h>

#define TIME_AXIS_KNOTS_MOST 4

LIST(day_list, day_number);

/* Between two knots the scale is linear; those inside are changes of scale. */
struct time_axis {
    struct {
        day_number day;
        double x; /* points */
    } knots[TIME_AXIS_KNOTS_MOST];
    size_t count; /* 2 to 4 */
};

/*
 * An axis over the days from first to last (first < last) between two places.  Changes of scale
 * lie at the turn of a year and give the times full of events, which need not be sorted, more
 * room.
 */
void time_axis_init(struct time_axis *axis, const struct day_list *events, day_number first,
                    day_number last, double left, double right);

/* Place of a day; days beyond the axis are at its ends. */
double time_axis_place(const struct time_axis *axis, day_number day);

/* The first day of each year within the axis whose caption finds room: at least gap points
 * stand between two of them, and changes of scale come first.  Replaces what the list holds. */
void time_axis_list_years(const struct time_axis *axis, double gap, struct day_list *years);

#endif
