/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 *    +----+
 *    |    |----- part
 *    |    |----- part ---- part of it
 *    | IS |----- part
 *    |    |------------------ part
 *    +----+
 *
 * A drawing from top to bottom is the same turned by its diagonal, so lengths are measured along
 * the layers and across them.
 */
#include "figure/hierarchy.h"

#include <math.h>

enum {
    PARTS_LEAST = 5 /* of a bar */
};

static const double end_margin = 2.5, clearance = 2, spacing = 6;
static const double bar_distance = 6, bar_end = 6.5, name_room = 80;
static const double head_room = 8, shift_most = 16, shift_cost = 0.15;

/* From the low to the high end of a box along the layers, or across them. */
struct span {
    double low;
    double high;
};

static struct span along(struct box box, bool downwards)
{
    return downwards ? (struct span){box.top, box.bottom} : (struct span){box.left, box.right};
}

static bool is_positive(const struct drawing *drawing, const struct link *link)
{
    return dataset_kind_of(drawing->dataset, link->relations.items[0])->sign != SIGN_NEGATIVE;
}

static size_t count_parts(const struct drawing *drawing, size_t whole)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        count += drawing->links.items[i].to == whole && drawing->links.items[i].from != whole &&
                 is_positive(drawing, &drawing->links.items[i]);
    return count;
}

static bool is_bar(const struct drawing *drawing, size_t node)
{
    return count_parts(drawing, node) >= PARTS_LEAST;
}

bool hierarchy_ranks(const struct drawing *drawing, const struct link *link)
{
    return is_positive(drawing, link) ||
           count_parts(drawing, link->from) < count_parts(drawing, link->to);
}

static bool is_below(const struct drawing *drawing, size_t whole, size_t part)
{
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if (link->from == part && link->to == whole && part != whole &&
            hierarchy_ranks(drawing, link))
            return true;
    }
    return false;
}

/* The box from low to high along the layers, unchanged across them. */
static struct box with_span(struct box box, struct span span, bool downwards)
{
    return downwards ? (struct box){box.left, span.low, box.right, span.high}
                     : (struct box){span.low, box.top, span.high, box.bottom};
}

void hierarchy_stretch(struct drawing *drawing, bool downwards, double gap)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct box *box = &drawing->nodes.items[i].outline.box;
        const struct span own = along(*box, downwards);
        double length = 0;
        if (!is_bar(drawing, i))
            continue;
        for (size_t k = 0; k < drawing->nodes.count; k++) {
            const struct span part = along(drawing->nodes.items[k].outline.box, downwards);
            if (is_below(drawing, i, k))
                length += part.high - part.low + gap;
        }
        *box = with_span(*box, (struct span){own.low, fmax(own.high, own.low + length)}, downwards);
    }
}

/* Would the box come near a node other than its own? */
static bool is_near_others(const struct drawing *drawing, size_t own, struct box box)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (i != own &&
            box_overlaps(box_grow(box, bar_distance), drawing->nodes.items[i].outline.box))
            return true;
    return false;
}

/* Let a bar reach all that is below it, on each side where there is room. */
static void extend_bar(struct drawing *drawing, size_t bar, bool downwards)
{
    struct box *box = &drawing->nodes.items[bar].outline.box;
    struct span reach = along(*box, downwards);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct span part = along(drawing->nodes.items[i].outline.box, downwards);
        if (!is_below(drawing, bar, i))
            continue;
        reach.low = fmin(reach.low, part.low);
        reach.high = fmax(reach.high, part.high);
    }
    struct span own = along(*box, downwards);
    if (!is_near_others(drawing, bar,
                        with_span(*box, (struct span){reach.low, own.high}, downwards)))
        own.low = reach.low;
    if (!is_near_others(drawing, bar,
                        with_span(*box, (struct span){own.low, reach.high}, downwards)))
        own.high = reach.high;
    *box = with_span(*box, own, downwards);
}

static bool spans_meet(struct span a, struct span b)
{
    return a.high > b.low && b.high > a.low;
}

/* Does the link join a bar with a node of its own layer, beyond an end of the bar? */
static bool touches_bar_end(const struct drawing *drawing, const struct link *link, bool downwards)
{
    const struct box from = drawing->nodes.items[link->from].outline.box;
    const struct box to = drawing->nodes.items[link->to].outline.box;
    return (is_bar(drawing, link->from) || is_bar(drawing, link->to)) &&
           spans_meet(along(from, !downwards), along(to, !downwards)) &&
           !spans_meet(along(from, downwards), along(to, downwards)) && !link->has_label;
}

/* Cut off what of a bar no link reaches, as far as its name leaves. */
static void trim_bar(struct drawing *drawing, size_t bar, bool downwards)
{
    struct node *node = &drawing->nodes.items[bar];
    const struct span own = along(node->outline.box, downwards);
    struct span used = {own.high, own.low};
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if ((link->from != bar && link->to != bar) || link->path.count == 0 ||
            touches_bar_end(drawing, link, downwards))
            continue;
        const struct point end = link->path.items[link->to == bar ? link->path.count - 1 : 0];
        used.low = fmin(used.low, (downwards ? end.y : end.x) - bar_end);
        used.high = fmax(used.high, (downwards ? end.y : end.x) + bar_end);
    }
    used.low = fmax(used.low, own.low);
    used.high = fmin(used.high, own.high);
    if (used.high - used.low > name_room)
        node->outline.box = with_span(node->outline.box, used, downwards);
}

/* How far the link lies beside the middle of the ties between its two nodes. */
static double offset_of(const struct drawing *drawing, size_t number)
{
    const struct link *link = &drawing->links.items[number];
    size_t count = 0, rank = 0;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *other = &drawing->links.items[i];
        bool same = (other->from == link->from && other->to == link->to) ||
                    (other->from == link->to && other->to == link->from);
        count += same;
        rank += same && i < number;
    }
    return spacing * ((double)rank - ((double)count - 1) / 2);
}

static bool is_free(const struct drawing *drawing, const struct link *link, struct point start,
                    struct point end)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (i != link->from && i != link->to &&
            segment_meets_box(start, end, box_grow(drawing->nodes.items[i].outline.box, clearance)))
            return false;
    return true;
}

/* A straight link at this height along the layers; false when a node is in the way. */
static bool try_straight(struct drawing *drawing, struct link *link, double at, bool downwards)
{
    const struct node *nodes = drawing->nodes.items;
    const struct span from = along(nodes[link->from].outline.box, !downwards);
    const struct span to = along(nodes[link->to].outline.box, !downwards);
    const double first = from.high <= to.low ? from.high : from.low;
    const double last = from.high <= to.low ? to.low : to.high;
    const struct point start = downwards ? (struct point){first, at} : (struct point){at, first};
    const struct point end = downwards ? (struct point){last, at} : (struct point){at, last};
    if (!is_free(drawing, link, start, end))
        return false;
    path_set_straight(&link->path, start, end);
    path_clip(&link->path, nodes[link->from].outline, nodes[link->to].outline);
    return true;
}

/* The shorter box decides, so that the line leaves a part near its middle. */
static void straighten(struct drawing *drawing, size_t number, bool downwards)
{
    static const double shifts[] = {0, -1.5, 1.5, -3, 3, -4.5, 4.5};
    struct link *link = &drawing->links.items[number];
    const struct box from = drawing->nodes.items[link->from].outline.box;
    const struct box to = drawing->nodes.items[link->to].outline.box;
    const struct span a = along(from, downwards), b = along(to, downwards);
    const struct span shared = {fmax(a.low, b.low) + end_margin, fmin(a.high, b.high) - end_margin};
    if (shared.high < shared.low || spans_meet(along(from, !downwards), along(to, !downwards)))
        return;
    const struct span part = a.high - a.low < b.high - b.low ? a : b;
    const double middle = (part.low + part.high) / 2 + offset_of(drawing, number);
    for (size_t i = 0; i < sizeof shifts / sizeof *shifts; i++)
        if (try_straight(drawing, link, fmax(shared.low, fmin(shared.high, middle + shifts[i])),
                         downwards))
            return;
}

/* Where a link meets the bar that is its whole, along the bar. */
static double *end_at_bar(struct link *link, bool downwards)
{
    struct point *end = &link->path.items[link->path.count - 1];
    return downwards ? &end->y : &end->x;
}

/* How near the next link into the same bar comes to this place. */
static double distance_to_ends(const struct drawing *drawing, size_t number, double at,
                               bool downwards)
{
    double distance = INFINITY;
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link *other = &drawing->links.items[i];
        if (i != number && other->to == drawing->links.items[number].to && other->path.count > 0)
            distance = fmin(distance, fabs(*end_at_bar(other, downwards) - at));
    }
    return distance;
}

static bool is_bent(struct link *link, bool downwards)
{
    const struct point start = link->path.items[0];
    return fabs(*end_at_bar(link, downwards) - (downwards ? start.y : start.x)) > 0.01;
}

/* Move the end of a bent link along its bar to where its head stands clearest of others. */
static void spread_end(struct drawing *drawing, size_t number, bool downwards)
{
    struct link *link = &drawing->links.items[number];
    const size_t count = link->path.count;
    if (!is_bar(drawing, link->to) || count < 4 || link->has_label || !is_bent(link, downwards))
        return;
    const struct span bar = along(drawing->nodes.items[link->to].outline.box, downwards);
    const double at = *end_at_bar(link, downwards);
    const struct point start = link->path.items[0];
    const double from = (downwards ? start.y : start.x) - at; /* away from it costs more */
    double best = 0, best_room = -INFINITY;
    for (double shift = -shift_most; shift <= shift_most; shift += 1) {
        const double distance = distance_to_ends(drawing, number, at + shift, downwards);
        const double room =
            fmin(head_room, distance) - (shift * from < 0 ? 3 : 1) * shift_cost * fabs(shift);
        if (at + shift < bar.low + bar_end || at + shift > bar.high - bar_end || room <= best_room)
            continue;
        best = shift;
        best_room = room;
    }
    *end_at_bar(link, downwards) += best;
    *(downwards ? &link->path.items[count - 2].y : &link->path.items[count - 2].x) += best;
}

void hierarchy_straighten(struct drawing *drawing, bool downwards)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (is_bar(drawing, i))
            extend_bar(drawing, i, downwards);
    for (size_t i = 0; i < drawing->links.count; i++)
        if (!drawing->links.items[i].has_label)
            straighten(drawing, i, downwards);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (is_bar(drawing, i))
            trim_bar(drawing, i, downwards);
    for (size_t i = 0; i < drawing->links.count; i++)
        if (touches_bar_end(drawing, &drawing->links.items[i], downwards))
            straighten(drawing, i, !downwards);
        else
            spread_end(drawing, i, downwards);
}

void hierarchy_centre_names(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct node *node = &drawing->nodes.items[i];
        struct box names = {0};
        for (size_t k = 0; k < node->lines.count; k++) {
            const struct box line = text_line_box(&node->lines.items[k]);
            names = k == 0 ? line : box_union(names, line);
        }
        const struct point middle = box_centre(names);
        const double dx = box_width(node->outline.box) / 2 - middle.x;
        const double dy = box_height(node->outline.box) / 2 - middle.y;
        for (size_t k = 0; k < node->lines.count; k++) {
            node->lines.items[k].x += dx;
            node->lines.items[k].y += dy;
        }
    }
}
