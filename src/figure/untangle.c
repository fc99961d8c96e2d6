/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The cost of a place is a sum over what a reader stumbles on: crossings, lines through
 * boxes, boxes too close, lines too short for their dates or too close to their neighbours,
 * foreign boxes inside a hull (measured as boxes on the lines between two of its members,
 * which fill it) or inside the frame, long links, and the page's edge.  A move changes one
 * node, so only the terms with that node are computed anew.
 */
#include "figure/untangle.h"

#include "base/alloc.h"
#include "figure/place_variant.h"
#include "figure/route.h"

#include <math.h>
#include <stdlib.h>

static const double cost_crossing = 1.0, cost_through = 2.0, cost_close = 12.0, cost_region = 1.6,
                    cost_length = 0.010, cost_edge = 4.0, clearance = 5.0,
                    cost_region_length = 0.010, cost_short = 5.0, cost_angle = 0.6,
                    cosine_least = 0.955, cost_frame = 4.0, cost_frame_depth = 0.08,
                    cost_frame_side = 0.004;

/* Room between the frame and what stands outside it. */
static const double frame_gap = 7;

struct tangle {
    size_t node_count;
    struct point *at;   /* centres */
    struct point *half; /* half width and height */
    size_t *region;
    bool *fixed;
    size_t link_count; /* pairs of nodes with links */
    size_t *from;
    size_t *to;
    size_t *ties;        /* links of the pair */
    struct point *room;  /* that its dates need between the boxes, across and down */
    struct point *label; /* size of its largest label */
    bool framed;         /* region 0 stands in a frame; otherwise regions have hulls */
    size_t tie_count;    /* pairs of nodes of one hull */
    size_t *tie_from;
    size_t *tie_to;
    struct box page;
};

static struct box box_of(const struct tangle *tangle, size_t node, double margin)
{
    struct point at = tangle->at[node], half = tangle->half[node];
    return (struct box){at.x - half.x - margin, at.y - half.y - margin, at.x + half.x + margin,
                        at.y + half.y + margin};
}

static size_t count_ties(const struct tangle *tangle)
{
    if (tangle->framed)
        return 0;
    size_t count = 0;
    for (size_t i = 0; i < tangle->node_count; i++)
        for (size_t j = 0; j < i; j++)
            count += tangle->region[i] != NODE_NONE && tangle->region[i] == tangle->region[j];
    return count;
}

static void fill_ties(struct tangle *tangle)
{
    tangle->tie_count = count_ties(tangle);
    tangle->tie_from = alloc_zeroed(tangle->tie_count, sizeof(size_t));
    tangle->tie_to = alloc_zeroed(tangle->tie_count, sizeof(size_t));
    size_t next = 0;
    for (size_t i = 0; i < tangle->node_count && tangle->tie_count > 0; i++)
        for (size_t j = 0; j < i; j++)
            if (tangle->region[i] != NODE_NONE && tangle->region[i] == tangle->region[j]) {
                tangle->tie_from[next] = j;
                tangle->tie_to[next++] = i;
            }
}

/* The pair's number, or link_count when it has none yet. */
static size_t find_pair(const struct tangle *tangle, size_t a, size_t b)
{
    for (size_t i = 0; i < tangle->link_count; i++)
        if ((tangle->from[i] == a && tangle->to[i] == b) ||
            (tangle->from[i] == b && tangle->to[i] == a))
            return i;
    return tangle->link_count;
}

/* One straight line for each pair of nodes with links. */
static void fill_links(struct tangle *tangle, const struct drawing *drawing)
{
    tangle->from = alloc_zeroed(drawing->links.count, sizeof(size_t));
    tangle->to = alloc_zeroed(drawing->links.count, sizeof(size_t));
    tangle->ties = alloc_zeroed(drawing->links.count, sizeof(size_t));
    tangle->room = alloc_zeroed(drawing->links.count, sizeof *tangle->room);
    tangle->label = alloc_zeroed(drawing->links.count, sizeof *tangle->label);
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if (link->from == link->to)
            continue;
        size_t pair = find_pair(tangle, link->from, link->to);
        if (pair == tangle->link_count)
            tangle->link_count++;
        tangle->from[pair] = link->from;
        tangle->to[pair] = link->to;
        tangle->ties[pair]++;
        struct point *room = &tangle->room[pair], *label = &tangle->label[pair];
        double width = link->has_label ? box_width(link->label_box) : 0;
        double height = link->has_label ? box_height(link->label_box) : 0;
        *label = (struct point){fmax(label->x, width), fmax(label->y, height)};
        room->x = fmax(room->x, (width + 20) * link->strain);
        room->y = fmax(room->y, 18) + height / 2 * link->strain * link->strain;
    }
}

static void tangle_init(struct tangle *tangle, const struct drawing *drawing, struct box page)
{
    size_t count = drawing->nodes.count;
    *tangle = (struct tangle){.node_count = count, .page = page};
    tangle->at = alloc_zeroed(count, sizeof *tangle->at);
    tangle->half = alloc_zeroed(count, sizeof *tangle->half);
    tangle->region = alloc_zeroed(count, sizeof *tangle->region);
    tangle->fixed = alloc_zeroed(count, sizeof *tangle->fixed);
    for (size_t i = 0; i < count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        tangle->at[i] = box_centre(node->outline.box);
        tangle->half[i] =
            (struct point){box_width(node->outline.box) / 2, box_height(node->outline.box) / 2};
        tangle->region[i] = node->region;
        tangle->fixed[i] = node->pinned;
    }
    tangle->framed = drawing->frames.count > 0 && !drawing->frames.items[0].is_hull;
    fill_links(tangle, drawing);
    fill_ties(tangle);
}

static void tangle_release(struct tangle *tangle)
{
    free(tangle->at);
    free(tangle->half);
    free(tangle->region);
    free(tangle->fixed);
    free(tangle->from);
    free(tangle->to);
    free(tangle->ties);
    free(tangle->room);
    free(tangle->label);
    free(tangle->tie_from);
    free(tangle->tie_to);
}

static void write_back(const struct tangle *tangle, struct drawing *drawing)
{
    for (size_t i = 0; i < tangle->node_count; i++)
        drawing->nodes.items[i].outline.box =
            box_around(tangle->at[i], 2 * tangle->half[i].x, 2 * tangle->half[i].y);
}

/* Twice the signed area of the triangle a, b, c. */
static double turn_of(struct point a, struct point b, struct point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Do two segments cross?  The boxes around them are compared first, which settles most. */
static bool do_cross(struct point a, struct point b, struct point c, struct point d)
{
    if ((a.x < b.x ? b.x : a.x) < (c.x < d.x ? c.x : d.x) ||
        (c.x < d.x ? d.x : c.x) < (a.x < b.x ? a.x : b.x) ||
        (a.y < b.y ? b.y : a.y) < (c.y < d.y ? c.y : d.y) ||
        (c.y < d.y ? d.y : c.y) < (a.y < b.y ? a.y : b.y))
        return false;
    return turn_of(a, b, c) * turn_of(a, b, d) < 0 && turn_of(c, d, a) * turn_of(c, d, b) < 0;
}

/* Does a segment meet a box grown by a margin?  By separating axes (Gottschalk et al. 1996). */
static bool meets(const struct tangle *tangle, struct point a, struct point b, size_t node,
                  double margin)
{
    struct point centre = tangle->at[node], half = tangle->half[node];
    double along_x = (b.x - a.x) / 2, along_y = (b.y - a.y) / 2;
    double off_x = (a.x + b.x) / 2 - centre.x, off_y = (a.y + b.y) / 2 - centre.y;
    double reach_x = half.x + margin, reach_y = half.y + margin;
    double length_x = fabs(along_x), length_y = fabs(along_y);
    return fabs(off_x) <= reach_x + length_x && fabs(off_y) <= reach_y + length_y &&
           fabs(along_x * off_y - along_y * off_x) <= reach_x * length_y + reach_y * length_x;
}

/* A line too short for its dates: 0 when they fit across or down, 1 when the boxes touch. */
static double shortness(const struct tangle *tangle, size_t link)
{
    size_t from = tangle->from[link], to = tangle->to[link];
    struct point a = tangle->at[from], b = tangle->at[to], room = tangle->room[link];
    double gap_x = fabs(a.x - b.x) - tangle->half[from].x - tangle->half[to].x;
    double gap_y = fabs(a.y - b.y) - tangle->half[from].y - tangle->half[to].y;
    return fmax(0, 1 - fmax(0, fmax(gap_x / room.x, gap_y / room.y)));
}

/* How much too close two lines leave a node that they share: 1 when they go the same way, 0
 * from the least cosine on. */
static double closeness(struct point shared, struct point a, struct point b)
{
    struct point p = {a.x - shared.x, a.y - shared.y}, q = {b.x - shared.x, b.y - shared.y};
    double product = p.x * q.x + p.y * q.y;
    double lengths = (p.x * p.x + p.y * p.y) * (q.x * q.x + q.y * q.y);
    if (product <= 0 || product * product <= cosine_least * cosine_least * lengths)
        return 0;
    return (product / sqrt(lengths) - cosine_least) / (1 - cosine_least);
}

/* What two lines cost each other: a crossing, or a narrow angle at a shared node. */
static double cost_of_lines(const struct tangle *tangle, size_t first, size_t second)
{
    size_t a = tangle->from[first], b = tangle->to[first];
    size_t c = tangle->from[second], d = tangle->to[second];
    const struct point *at = tangle->at;
    if (a == c)
        return cost_angle * closeness(at[a], at[b], at[d]);
    if (a == d)
        return cost_angle * closeness(at[a], at[b], at[c]);
    if (b == c)
        return cost_angle * closeness(at[b], at[a], at[d]);
    if (b == d)
        return cost_angle * closeness(at[b], at[a], at[c]);
    return do_cross(at[a], at[b], at[c], at[d]) ? cost_crossing : 0;
}

/* How far a pair's lines reach to the side of its middle one. */
static double reach_of(const struct tangle *tangle, size_t link)
{
    size_t ties = tangle->ties[link];
    if (ties < 2)
        return 2.5;
    double spacing = route_fan_spacing(tangle->at[tangle->from[link]], tangle->at[tangle->to[link]],
                                       tangle->label[link].x, tangle->label[link].y);
    return 2.5 + fmin(spacing * (double)(ties - 1), 60) / 2;
}

/* Crossings, pierced boxes and length of one pair's lines. */
static double cost_of_link(const struct tangle *tangle, size_t link)
{
    size_t from = tangle->from[link], to = tangle->to[link];
    struct point a = tangle->at[from], b = tangle->at[to];
    double cost = cost_length * point_distance(a, b) + cost_short * shortness(tangle, link);
    for (size_t i = 0; i < tangle->link_count; i++)
        if (i != link)
            cost += cost_of_lines(tangle, link, i);
    double reach = reach_of(tangle, link);
    for (size_t i = 0; i < tangle->node_count; i++)
        if (i != from && i != to && meets(tangle, a, b, i, reach))
            cost += cost_through;
    return cost;
}

/* Boxes that do not belong into the frame but stand in it or on its edge. */
static double cost_of_frame(const struct tangle *tangle)
{
    struct box frame = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < tangle->node_count; i++) {
        if (tangle->region[i] == NODE_NONE)
            continue;
        struct box box = box_of(tangle, i, place_frame_inset + frame_gap);
        frame.left = box.left < frame.left ? box.left : frame.left;
        frame.top = box.top < frame.top ? box.top : frame.top;
        frame.right = box.right > frame.right ? box.right : frame.right;
        frame.bottom = box.bottom > frame.bottom ? box.bottom : frame.bottom;
    }
    frame.top -= place_frame_title - place_frame_inset;
    double cost = cost_frame_side * (frame.right - frame.left + frame.bottom - frame.top);
    for (size_t i = 0; i < tangle->node_count; i++) {
        struct box box = box_of(tangle, i, 0);
        if (tangle->region[i] != NODE_NONE || box.right <= frame.left || frame.right <= box.left ||
            box.bottom <= frame.top || frame.bottom <= box.top)
            continue;
        double depth = fmin(fmin(box.right - frame.left, frame.right - box.left),
                            fmin(box.bottom - frame.top, frame.bottom - box.top));
        cost += cost_frame + cost_frame_depth * depth;
    }
    return cost;
}

/* Foreign boxes between two members of a region. */
static double cost_of_tie(const struct tangle *tangle, size_t tie)
{
    size_t from = tangle->tie_from[tie], to = tangle->tie_to[tie];
    size_t region = tangle->region[from];
    struct point a = tangle->at[from], b = tangle->at[to];
    double cost = cost_region_length * point_distance(a, b);
    for (size_t i = 0; i < tangle->node_count; i++)
        if (tangle->region[i] != region && meets(tangle, a, b, i, 4))
            cost += cost_region;
    return cost;
}

static double cost_of_edge(const struct tangle *tangle, size_t node)
{
    struct box box = box_of(tangle, node, 0), page = tangle->page;
    double over = fmax(0, page.left - box.left) + fmax(0, box.right - page.right) +
                  fmax(0, page.top - box.top) + fmax(0, box.bottom - page.bottom);
    return cost_edge * over;
}

/* How far two boxes come closer than the clearance, as a cost. */
static double cost_of_pair(const struct tangle *tangle, size_t a, size_t b)
{
    struct point p = tangle->at[a], q = tangle->at[b];
    double gap_x = fabs(p.x - q.x) - tangle->half[a].x - tangle->half[b].x;
    double gap_y = fabs(p.y - q.y) - tangle->half[a].y - tangle->half[b].y;
    double gap = fmax(gap_x, gap_y);
    if (gap >= clearance)
        return 0;
    return cost_close * (clearance - gap) / clearance;
}

/* Every term that has to do with one node.  No term is negative, so that a sum past the limit is
 * not completed. */
static double cost_of_node(const struct tangle *tangle, size_t node, double limit)
{
    double cost = cost_of_edge(tangle, node) + (tangle->framed ? cost_of_frame(tangle) : 0);
    for (size_t i = 0; i < tangle->node_count; i++)
        if (i != node)
            cost += cost_of_pair(tangle, node, i);
    for (size_t i = 0; i < tangle->link_count && cost <= limit; i++) {
        size_t from = tangle->from[i], to = tangle->to[i];
        if (from == node || to == node)
            cost += cost_of_link(tangle, i);
        else if (meets(tangle, tangle->at[from], tangle->at[to], node, reach_of(tangle, i)))
            cost += cost_through;
    }
    for (size_t i = 0; i < tangle->tie_count && cost <= limit; i++) {
        size_t from = tangle->tie_from[i], to = tangle->tie_to[i];
        if (from == node || to == node)
            cost += cost_of_tie(tangle, i);
        else if (tangle->region[from] != tangle->region[node] &&
                 meets(tangle, tangle->at[from], tangle->at[to], node, 4))
            cost += cost_region;
    }
    return cost;
}

double untangle_cost(const struct drawing *drawing, struct box page)
{
    struct tangle tangle;
    tangle_init(&tangle, drawing, page);
    double cost = 0;
    for (size_t i = 0; i < tangle.node_count; i++)
        cost += cost_of_node(&tangle, i, INFINITY);
    tangle_release(&tangle);
    return cost;
}

/* SplitMix64 (Steele, Lea and Flood 2014): small, seeded, the same everywhere. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double next_share(uint64_t *state)
{
    return (double)(next_random(state) >> 11) * 0x1p-53;
}

/* A new place for a node: near its own, or now and then near another of its region. */
static struct point propose(const struct tangle *tangle, size_t node, double reach, uint64_t *state)
{
    struct point at = tangle->at[node];
    size_t other = (size_t)(next_random(state) % tangle->node_count);
    double choice = next_share(state);
    if (choice < 0.1 && tangle->region[other] == tangle->region[node])
        at = tangle->at[other];
    at.x += (2 * next_share(state) - 1) * reach;
    at.y += (2 * next_share(state) - 1) * reach;
    return at;
}

/* The highest cost that a move may lead to: whoever draws this share accepts no more. */
static double cost_most(double before, double heat, uint64_t state)
{
    static const double slack = 1e-6; /* the exact rule decides about what is near */
    return before - heat * log(next_share(&state)) + slack * (1 + before);
}

/* Swaps the places of two nodes now and then, moves one otherwise; undone when it costs. */
static void make_move(struct tangle *tangle, double heat, double reach, uint64_t *state)
{
    size_t node = (size_t)(next_random(state) % tangle->node_count);
    if (tangle->fixed[node])
        return;
    double before = cost_of_node(tangle, node, INFINITY);
    struct point old = tangle->at[node];
    tangle->at[node] = propose(tangle, node, reach, state);
    double rise = cost_of_node(tangle, node, cost_most(before, heat, *state)) - before;
    if (rise > 0 && next_share(state) >= exp(-rise / heat))
        tangle->at[node] = old;
}

/* As many moves as asked for in a figure of usual size, fewer where each takes longer: the work
 * of a whole run, counted in tests of a line against a box or line, is bounded. */
static size_t count_moves(const struct tangle *tangle, size_t asked)
{
    static const double work_most = 6e7;
    double nodes = (double)tangle->node_count, links = (double)tangle->link_count;
    double work = nodes + links * (1 + 2 * links / nodes) + 3 * (double)tangle->tie_count;
    return (size_t)fmin((double)asked, work_most / work);
}

void untangle_anneal(struct drawing *drawing, struct box page, size_t moves, double warmth,
                     uint64_t seed)
{
    static const double heat_last = 0.02, reach_last = 5;
    double heat_first = 1.5 * warmth, reach_first = 15 + 75 * warmth;
    struct tangle tangle;
    tangle_init(&tangle, drawing, page);
    uint64_t state = seed;
    if (tangle.node_count > 0)
        moves = count_moves(&tangle, moves);
    for (size_t i = 0; i < moves && tangle.node_count > 0; i++) {
        double share = (double)i / (double)moves;
        double heat = heat_first * pow(heat_last / heat_first, share);
        double reach = reach_first * pow(reach_last / reach_first, share);
        make_move(&tangle, heat, reach, &state);
    }
    write_back(&tangle, drawing);
    tangle_release(&tangle);
}

static double clamp(double value, double low, double high)
{
    return low > high ? (low + high) / 2 : fmin(fmax(value, low), high);
}

/* Move two boxes apart along the axis where they overlap less for their size, or along the
 * other one every third round, which frees boxes that are piled up against the page's edge;
 * true when they did overlap. */
static bool push_apart(struct tangle *tangle, size_t a, size_t b, double gap, int round)
{
    struct point *p = &tangle->at[a], *q = &tangle->at[b];
    double reach_x = tangle->half[a].x + tangle->half[b].x + gap;
    double reach_y = tangle->half[a].y + tangle->half[b].y + gap;
    double over_x = reach_x - fabs(p->x - q->x), over_y = reach_y - fabs(p->y - q->y);
    if (over_x <= 0 || over_y <= 0)
        return false;
    double share_a = tangle->fixed[a] ? 0 : tangle->fixed[b] ? 1 : 0.5;
    double share_b = tangle->fixed[b] ? 0 : 1 - share_a;
    bool along_x = over_x / reach_x < over_y / reach_y;
    if (round % 3 == 2)
        along_x = !along_x && over_x < reach_x / 2;
    double side_x = p->x < q->x ? -1 : 1, side_y = p->y < q->y ? -1 : 1;
    if (along_x) {
        p->x += side_x * over_x * share_a;
        q->x -= side_x * over_x * share_b;
    } else {
        p->y += side_y * over_y * share_a;
        q->y -= side_y * over_y * share_b;
    }
    return true;
}

void untangle_spread(struct drawing *drawing, struct box page, double gap, int rounds)
{
    struct tangle tangle;
    tangle_init(&tangle, drawing, page);
    bool moved = true;
    for (int round = 0; round < rounds && moved; round++) {
        moved = false;
        for (size_t i = 0; i < tangle.node_count; i++)
            for (size_t j = 0; j < i; j++)
                moved |= push_apart(&tangle, i, j, gap, round);
        for (size_t i = 0; i < tangle.node_count; i++) {
            if (tangle.fixed[i])
                continue;
            tangle.at[i].x =
                clamp(tangle.at[i].x, page.left + tangle.half[i].x, page.right - tangle.half[i].x);
            tangle.at[i].y =
                clamp(tangle.at[i].y, page.top + tangle.half[i].y, page.bottom - tangle.half[i].y);
        }
    }
    write_back(&tangle, drawing);
    tangle_release(&tangle);
}
