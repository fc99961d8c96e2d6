/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A change of scale is worth its mark when the share of time before a year and the share of
 * events before it are far apart, as in the test of Kolmogorov and Smirnov: where time is most
 * ahead of events, a quiet beginning ends; where events are most ahead, a quiet end begins.
 */
#include "figure/time_axis.h"

#include <math.h>
#include <stdbool.h>

/* How far the shares must be apart, and what a quiet piece keeps of the axis at least. */
static const double lead_least = 0.22, room_least = 0.09, room_kept = 0.42;

static day_number start_of_year(int year)
{
    return day_from_civil(year, 1, 1);
}

static int year_of(day_number day)
{
    int year, month, dayofmonth;
    day_to_civil(day, &year, &month, &dayofmonth);
    return year;
}

/* The year that begins on the day or next after it. */
static int next_year(day_number day)
{
    int year = year_of(day);
    return start_of_year(year) >= day ? year : year + 1;
}

struct stretch {
    const struct day_list *events;
    day_number first;
    day_number last;
};

/* Share of the stretch's events before a day. */
static double share_before(struct stretch stretch, day_number day)
{
    size_t before = 0, all = 0;
    for (size_t i = 0; i < stretch.events->count; i++) {
        day_number event = stretch.events->items[i];
        bool is_inside = event >= stretch.first && event <= stretch.last;
        all += is_inside;
        before += is_inside && event < day;
    }
    return all == 0 ? 0 : (double)before / (double)all;
}

static double share_of_time(struct stretch stretch, day_number day)
{
    return ((double)day - stretch.first) / ((double)stretch.last - stretch.first);
}

/* The start of a year where time is most ahead of events (sign 1) or behind them (-1);
 * DAY_MIN when nowhere far enough. */
static day_number find_change(struct stretch stretch, double sign)
{
    day_number found = DAY_MIN;
    double best = lead_least;
    for (int year = next_year(stretch.first); start_of_year(year) < stretch.last; year++) {
        day_number day = start_of_year(year);
        double lead = sign * (share_of_time(stretch, day) - share_before(stretch, day));
        if (day > stretch.first && lead > best) {
            best = lead;
            found = day;
        }
    }
    return found;
}

/* Room for a quiet piece: that of its events, part of that of its time, never nothing. */
static double quiet_room(double time, double events)
{
    return fmin(time, fmax(room_least, fmax(events, time * room_kept)));
}

static void add_knot(struct time_axis *axis, day_number day, double x)
{
    axis->knots[axis->count].day = day;
    axis->knots[axis->count++].x = x;
}

void time_axis_init(struct time_axis *axis, const struct day_list *events, day_number first,
                    day_number last, double left, double right)
{
    struct stretch stretch = {events, first, last};
    day_number early = find_change(stretch, 1), late = find_change(stretch, -1);
    double width = right - left;
    axis->count = 0;
    add_knot(axis, first, left);
    if (early != DAY_MIN)
        add_knot(
            axis, early,
            left + width * quiet_room(share_of_time(stretch, early), share_before(stretch, early)));
    if (late != DAY_MIN && late > early)
        add_knot(axis, late,
                 right - width * quiet_room(1 - share_of_time(stretch, late),
                                            1 - share_before(stretch, late)));
    add_knot(axis, last, right);
}

double time_axis_place(const struct time_axis *axis, day_number day)
{
    size_t piece = 1;
    if (day <= axis->knots[0].day)
        return axis->knots[0].x;
    if (day >= axis->knots[axis->count - 1].day)
        return axis->knots[axis->count - 1].x;
    while (axis->knots[piece].day < day)
        piece++;
    double from = axis->knots[piece - 1].x, to = axis->knots[piece].x;
    double start = axis->knots[piece - 1].day, end = axis->knots[piece].day;
    return from + (to - from) * (day - start) / (end - start);
}

/* Is there a change of scale near ahead of this place, whose year needs the room? */
static bool yields(const struct time_axis *axis, double x, double gap)
{
    for (size_t i = 1; i + 1 < axis->count; i++)
        if (axis->knots[i].x > x && axis->knots[i].x - x < gap)
            return true;
    return false;
}

void time_axis_list_years(const struct time_axis *axis, double gap, struct day_list *years)
{
    day_number last = axis->knots[axis->count - 1].day;
    double end = -INFINITY;
    years->count = 0;
    for (int year = next_year(axis->knots[0].day); start_of_year(year) <= last; year++) {
        double x = time_axis_place(axis, start_of_year(year));
        if (x - end < gap || yields(axis, x, gap))
            continue;
        list_push(years, start_of_year(year));
        end = x;
    }
}
