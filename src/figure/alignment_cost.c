/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A move changes one box, so everything is asked of a box.  Most pairs of things lie apart;
 * that is seen first.
 */
#include "figure/alignment_cost.h"

#include <math.h>

/* A pair that is in the way may still run in a bow, a rail cannot. */
static const double cost_crossing = 1.0, cost_through = 2.5, cost_blocked = 4, cost_close = 12,
                    cost_angle = 0.7, cost_rails = 1.5, cost_short = 3, cost_pair_length = 0.008,
                    cost_rail_length = 0.0025, cosine_least = 0.97;

/* Points: between boxes, between the ends of a pair, beside a line, between rails. */
static const double clear_across = 9, clear_down = 4, pair_room = 15, line_room = 2.6,
                    fan_room = 3.5, rail_room = 4.4, title_inset = 5, title_drop = 2.5,
                    title_room = 5;

struct box alignment_title_box(const struct alignment *alignment, size_t lane)
{
    const struct alignment_lane *item = &alignment->lanes.items[lane];
    double left = alignment->left + title_inset, top = item->top + title_drop;
    return (struct box){left, top, left + item->title.x, top + item->title.y};
}

static struct box box_of(const struct alignment_box *item, double margin)
{
    return (struct box){item->at.x - item->half.x - margin, item->at.y - item->half.y - margin,
                        item->at.x + item->half.x + margin, item->at.y + item->half.y + margin};
}

/* Half the width of a pair's fan of lines, with some room. */
static double reach_of(const struct alignment_pair *pair)
{
    return line_room + fan_room * ((double)pair->ties - 1);
}

static struct point pair_start(const struct alignment *alignment, const struct alignment_pair *pair)
{
    return alignment->boxes.items[pair->from].at;
}

static struct point pair_end(const struct alignment *alignment, const struct alignment_pair *pair)
{
    return alignment->boxes.items[pair->to].at;
}

/* From the border of its box to the bar. */
static void rail_line(const struct alignment *alignment, const struct alignment_rail *rail,
                      struct point *start, struct point *end)
{
    const struct alignment_box *box = &alignment->boxes.items[rail->box];
    double y = box->at.y + rail->drop;
    *start = (struct point){box->at.x + rail->side * box->half.x, y};
    *end = (struct point){rail->end, y};
}

static bool are_apart(double a, double b, double c, double d)
{
    return (a < b ? b : a) < (c < d ? c : d) || (c < d ? d : c) < (a < b ? a : b);
}

static bool do_cross(struct point a, struct point b, struct point c, struct point d)
{
    return !are_apart(a.x, b.x, c.x, d.x) && !are_apart(a.y, b.y, c.y, d.y) &&
           segments_cross(a, b, c, d, NULL);
}

static bool meets(struct point a, struct point b, struct box box)
{
    return !are_apart(a.x, b.x, box.left, box.right) && !are_apart(a.y, b.y, box.top, box.bottom) &&
           segment_meets_box(a, b, box);
}

/* How much too close two lines leave a box that they share: 1 when they go the same way. */
static double closeness(struct point shared, struct point a, struct point b)
{
    struct point p = {a.x - shared.x, a.y - shared.y}, q = {b.x - shared.x, b.y - shared.y};
    double product = p.x * q.x + p.y * q.y;
    double lengths = sqrt((p.x * p.x + p.y * p.y) * (q.x * q.x + q.y * q.y));
    return product <= cosine_least * lengths
               ? 0
               : (product / lengths - cosine_least) / (1 - cosine_least);
}

static double flaw_of_pairs(const struct alignment *alignment, const struct alignment_pair *one,
                            const struct alignment_pair *other)
{
    const struct alignment_box *boxes = alignment->boxes.items;
    size_t a = one->from, b = one->to, c = other->from, d = other->to;
    if (a == c)
        return cost_angle * closeness(boxes[a].at, boxes[b].at, boxes[d].at);
    if (a == d)
        return cost_angle * closeness(boxes[a].at, boxes[b].at, boxes[c].at);
    if (b == c)
        return cost_angle * closeness(boxes[b].at, boxes[a].at, boxes[d].at);
    if (b == d)
        return cost_angle * closeness(boxes[b].at, boxes[a].at, boxes[c].at);
    double ties = (double)(one->ties * other->ties);
    return do_cross(boxes[a].at, boxes[b].at, boxes[c].at, boxes[d].at) ? cost_crossing * ties : 0;
}

static double flaw_of_rail_and_pair(const struct alignment *alignment,
                                    const struct alignment_rail *rail,
                                    const struct alignment_pair *pair)
{
    struct point start, end, a = pair_start(alignment, pair), b = pair_end(alignment, pair);
    double y = alignment->boxes.items[rail->box].at.y + rail->drop;
    if (are_apart(a.y, b.y, y, y) && rail->box != pair->from && rail->box != pair->to)
        return 0;
    rail_line(alignment, rail, &start, &end);
    if (rail->box == pair->from)
        return cost_angle * closeness(a, b, (struct point){end.x, a.y});
    if (rail->box == pair->to)
        return cost_angle * closeness(b, a, (struct point){end.x, b.y});
    return do_cross(start, end, a, b) ? cost_crossing * (double)pair->ties : 0;
}

/* Rails of one side all reach its bars, so they meet when their heights do. */
static double flaw_of_rails(const struct alignment *alignment, const struct alignment_rail *one,
                            const struct alignment_rail *other)
{
    const struct alignment_box *boxes = alignment->boxes.items;
    if (one->side != other->side || one->box == other->box)
        return 0;
    double apart = fabs(boxes[one->box].at.y + one->drop - boxes[other->box].at.y - other->drop);
    return apart < rail_room ? cost_rails * (1 - apart / rail_room) : 0;
}

static bool is_in_way(struct point a, struct point b, double reach, const struct alignment_box *box)
{
    return meets(a, b, box_of(box, reach));
}

static double flaw_of_title(const struct alignment *alignment, size_t lane, struct point a,
                            struct point b, double reach)
{
    return meets(a, b, box_grow(alignment_title_box(alignment, lane), reach)) ? cost_blocked : 0;
}

/* Room between the two boxes of a pair, for its heads. */
static double shortness(const struct alignment *alignment, const struct alignment_pair *pair)
{
    const struct alignment_box *a = &alignment->boxes.items[pair->from];
    const struct alignment_box *b = &alignment->boxes.items[pair->to];
    double gap = fmax(fabs(a->at.x - b->at.x) - a->half.x - b->half.x,
                      fabs(a->at.y - b->at.y) - a->half.y - b->half.y);
    return fmax(0, 1 - fmax(0, gap) / pair_room);
}

/* What a pair meets in one of the lanes that it passes. */
static double flaws_in_lane(const struct alignment *alignment, const struct alignment_pair *pair,
                            size_t number)
{
    const struct alignment_lane *lane = &alignment->lanes.items[number];
    struct point a = pair_start(alignment, pair), b = pair_end(alignment, pair);
    double reach = reach_of(pair), cost = flaw_of_title(alignment, number, a, b, reach);
    for (size_t i = 0; i < lane->rails.count; i++)
        cost +=
            flaw_of_rail_and_pair(alignment, &alignment->rails.items[lane->rails.items[i]], pair);
    for (size_t i = 0; i < lane->boxes.count; i++) {
        size_t box = lane->boxes.items[i];
        if (box != pair->from && box != pair->to)
            cost += cost_through * is_in_way(a, b, reach, &alignment->boxes.items[box]);
    }
    return cost;
}

static bool is_apart(const struct alignment *alignment, const struct alignment_pair *pair,
                     const struct alignment_lane *lane)
{
    return are_apart(pair_start(alignment, pair).y, pair_end(alignment, pair).y, lane->top,
                     lane->top + lane->height);
}

/* Pairs within a lane meet only what passes the lane. */
static void add_pair(const struct alignment *alignment, const struct alignment_pair *pair,
                     struct alignment_cost *cost)
{
    const size_t from = alignment->boxes.items[pair->from].lane;
    const struct alignment_index *near = &alignment->lanes.items[from].pairs;
    const bool within = from == alignment->boxes.items[pair->to].lane;
    const size_t count = within ? near->count : alignment->pairs.count;
    cost->lengths +=
        cost_pair_length * point_distance(pair_start(alignment, pair), pair_end(alignment, pair));
    cost->flaws += cost_short * shortness(alignment, pair);
    for (size_t i = 0; i < count; i++) {
        const struct alignment_pair *other = &alignment->pairs.items[within ? near->items[i] : i];
        cost->flaws += other != pair ? flaw_of_pairs(alignment, pair, other) : 0;
    }
    for (size_t i = 0; i < alignment->lanes.count; i++)
        if (within ? i == from : !is_apart(alignment, pair, &alignment->lanes.items[i]))
            cost->flaws += flaws_in_lane(alignment, pair, i);
}

static void add_rail(const struct alignment *alignment, const struct alignment_rail *rail,
                     struct alignment_cost *cost)
{
    struct point a, b;
    const size_t number = alignment->boxes.items[rail->box].lane;
    const struct alignment_lane *lane = &alignment->lanes.items[number];
    rail_line(alignment, rail, &a, &b);
    cost->lengths += cost_rail_length * fabs(b.x - a.x);
    double blocked = flaw_of_title(alignment, number, a, b, line_room);
    for (size_t i = 0; i < lane->boxes.count; i++)
        if (lane->boxes.items[i] != rail->box)
            blocked += cost_blocked *
                       is_in_way(a, b, line_room, &alignment->boxes.items[lane->boxes.items[i]]);
    cost->flaws += blocked;
    cost->gates += blocked;
    for (size_t i = 0; i < lane->pairs.count; i++)
        cost->flaws +=
            flaw_of_rail_and_pair(alignment, rail, &alignment->pairs.items[lane->pairs.items[i]]);
    for (size_t i = 0; i < lane->rails.count; i++)
        cost->flaws +=
            flaw_of_rails(alignment, rail, &alignment->rails.items[lane->rails.items[i]]);
}

/* Boxes of the lane and its name keep their distance. */
static double flaw_of_places(const struct alignment *alignment, size_t number)
{
    const struct alignment_box *box = &alignment->boxes.items[number];
    const struct alignment_index *near = &alignment->lanes.items[box->lane].boxes;
    bool on_title =
        box_overlaps(box_of(box, title_room), alignment_title_box(alignment, box->lane));
    double cost = on_title ? cost_close : 0;
    for (size_t i = 0; i < near->count; i++) {
        const struct alignment_box *other = &alignment->boxes.items[near->items[i]];
        if (other == box)
            continue;
        double across = fabs(box->at.x - other->at.x) - box->half.x - other->half.x;
        double down = fabs(box->at.y - other->at.y) - box->half.y - other->half.y;
        cost += cost_close * fmax(0, 1 - fmax(across / clear_across, down / clear_down));
    }
    return cost;
}

/* Lines of others that pass the box. */
static double flaw_of_passing(const struct alignment *alignment, size_t number)
{
    const struct alignment_box *box = &alignment->boxes.items[number];
    const struct alignment_lane *lane = &alignment->lanes.items[box->lane];
    struct point a, b;
    double cost = 0;
    for (size_t i = 0; i < lane->pairs.count; i++) {
        const struct alignment_pair *pair = &alignment->pairs.items[lane->pairs.items[i]];
        if (pair->from != number && pair->to != number)
            cost += cost_through * is_in_way(pair_start(alignment, pair), pair_end(alignment, pair),
                                             reach_of(pair), box);
    }
    for (size_t i = 0; i < lane->rails.count; i++) {
        const struct alignment_rail *rail = &alignment->rails.items[lane->rails.items[i]];
        if (rail->box == number)
            continue;
        rail_line(alignment, rail, &a, &b);
        cost += cost_blocked * is_in_way(a, b, line_room, box);
    }
    return cost;
}

struct alignment_cost alignment_cost_of_box(const struct alignment *alignment, size_t box)
{
    double places = flaw_of_places(alignment, box);
    const struct alignment_lane *lane = &alignment->lanes.items[alignment->boxes.items[box].lane];
    struct alignment_cost cost = {.flaws = places + flaw_of_passing(alignment, box),
                                  .gates = fmax(0, places - cost_close)};
    for (size_t i = 0; i < lane->pairs.count; i++) {
        const struct alignment_pair *pair = &alignment->pairs.items[lane->pairs.items[i]];
        if (pair->from == box || pair->to == box)
            add_pair(alignment, pair, &cost);
    }
    for (size_t i = 0; i < lane->rails.count; i++) {
        const struct alignment_rail *rail = &alignment->rails.items[lane->rails.items[i]];
        if (rail->box == box)
            add_rail(alignment, rail, &cost);
    }
    return cost;
}

struct alignment_cost alignment_cost_of_lane(const struct alignment *alignment, size_t lane)
{
    const struct alignment_index *boxes = &alignment->lanes.items[lane].boxes;
    struct alignment_cost sum = {0};
    for (size_t i = 0; i < boxes->count; i++) {
        struct alignment_cost cost = alignment_cost_of_box(alignment, boxes->items[i]);
        sum.flaws += cost.flaws;
        sum.lengths += cost.lengths;
        sum.gates += cost.gates;
    }
    return sum;
}
