/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places lie on a fine grid, so that boxes of equal height come to stand in rows and the lines
 * between them run level.
 */
#include "figure/alignment_anneal.h"

#include "base/alloc.h"
#include "figure/alignment_cost.h"

#include <math.h>

static const double lane_gap = 6, lane_padding = 4.5, edge_room = 18, grid_across = 3,
                    grid_down = 2.5, cost_height = 0.045, flaws_good = 0.4, gate_weight = 8,
                    density = 1.7, growth = 1.3, tightening = 0.94, heat_last = 0.02;

enum {
    BOXES_USUAL = 60, /* with more of them each lane gets fewer moves */
    STARTS_USUAL = 3,
    STARTS_MOST = 9,
    TIGHTENINGS_MOST = 14,
    MOVES_EACH = 420, /* for each box of a lane */
    MOVES_ALL = 200,  /* for each box, together */
    MOVES_TIGHT = 70,
};

struct annealing {
    struct alignment *alignment;
    double top;
    uint64_t random;
    size_t *movable; /* boxes that take part */
    size_t count;
};

/* SplitMix64 (Steele, Lea and Flood 2014): small, seeded, the same everywhere. */
static uint64_t next_random(struct annealing *annealing)
{
    uint64_t z = (annealing->random += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double next_share(struct annealing *annealing)
{
    return (double)(next_random(annealing) >> 11) * 0x1p-53;
}

static double clamp(double value, double low, double high)
{
    return low > high ? (low + high) / 2 : fmin(fmax(value, low), high);
}

/* The nearest place on the grid that lies within the box's lane. */
static struct point settle(const struct alignment *alignment, const struct alignment_box *box,
                           struct point at)
{
    const struct alignment_lane *lane = &alignment->lanes.items[box->lane];
    at.x = alignment->left + round((at.x - alignment->left) / grid_across) * grid_across;
    at.y = lane->top + round((at.y - lane->top) / grid_down) * grid_down;
    at.x = clamp(at.x, alignment->left + edge_room + box->half.x,
                 alignment->right - edge_room - box->half.x);
    at.y = clamp(at.y, lane->top + lane_padding + box->half.y,
                 lane->top + lane->height - lane_padding - box->half.y);
    return at;
}

/* Tops of all lanes from their heights; boxes keep their places within their lane. */
static void stack(const struct annealing *annealing)
{
    struct alignment *alignment = annealing->alignment;
    double top = annealing->top;
    for (size_t i = 0; i < alignment->lanes.count; i++) {
        size_t number = alignment->order[i];
        struct alignment_lane *lane = &alignment->lanes.items[number];
        for (size_t k = 0; k < alignment->boxes.count; k++)
            if (alignment->boxes.items[k].lane == number)
                alignment->boxes.items[k].at.y += top - lane->top;
        lane->top = top;
        top += lane->height + lane_gap;
    }
}

static void choose_movable(struct annealing *annealing, size_t lane)
{
    const struct alignment_box_list *boxes = &annealing->alignment->boxes;
    annealing->count = 0;
    for (size_t i = 0; i < boxes->count; i++)
        if (boxes->items[i].lane != NODE_NONE &&
            (lane == NODE_NONE || boxes->items[i].lane == lane))
            annealing->movable[annealing->count++] = i;
}

/* Near its own place; at times level with another box of the lane, or below it. */
static struct point propose(struct annealing *annealing, size_t box, double reach)
{
    const struct alignment *alignment = annealing->alignment;
    const struct alignment_box *own = &alignment->boxes.items[box];
    const struct alignment_lane *lane = &alignment->lanes.items[own->lane];
    size_t other = annealing->movable[next_random(annealing) % annealing->count];
    double choice = next_share(annealing);
    struct point at = own->at;
    at.x += (2 * next_share(annealing) - 1) * reach;
    at.y += (2 * next_share(annealing) - 1) * fmin(reach, lane->height);
    if (choice < 0.12 && alignment->boxes.items[other].lane == own->lane)
        at.y = alignment->boxes.items[other].at.y;
    else if (choice < 0.2 && alignment->boxes.items[other].lane == own->lane)
        at.x = alignment->boxes.items[other].at.x;
    return settle(alignment, own, at);
}

static double cost_of_box(const struct annealing *annealing, size_t box)
{
    struct alignment_cost cost = alignment_cost_of_box(annealing->alignment, box);
    return cost.flaws + cost.lengths;
}

static void move_box(struct annealing *annealing, double heat, double reach)
{
    size_t number = annealing->movable[next_random(annealing) % annealing->count];
    struct alignment_box *box = &annealing->alignment->boxes.items[number];
    struct point old = box->at, place = propose(annealing, number, reach);
    if (place.x == old.x && place.y == old.y)
        return;
    double before = cost_of_box(annealing, number);
    box->at = place;
    double rise = cost_of_box(annealing, number) - before;
    if (rise > 0 && next_share(annealing) >= exp(-rise / heat))
        box->at = old;
}

/* Move the boxes of a lane, or of all lanes, from a heat and a reach down to little. */
static void anneal(struct annealing *annealing, size_t lane, size_t moves, double heat,
                   double reach)
{
    choose_movable(annealing, lane);
    moves *= annealing->count;
    if (annealing->alignment->boxes.count > BOXES_USUAL)
        moves = moves * BOXES_USUAL / annealing->alignment->boxes.count;
    for (size_t i = 0; i < moves; i++) {
        double share = (double)i / (double)moves;
        move_box(annealing, heat * pow(heat_last / heat, share), reach * pow(4 / reach, share));
    }
}

static void scatter(struct annealing *annealing, size_t lane)
{
    struct alignment *alignment = annealing->alignment;
    const struct alignment_lane *item = &alignment->lanes.items[lane];
    for (size_t i = 0; i < alignment->boxes.count; i++) {
        struct alignment_box *box = &alignment->boxes.items[i];
        if (box->lane != lane)
            continue;
        double across = next_share(annealing), down = next_share(annealing);
        box->at =
            settle(alignment, box,
                   (struct point){alignment->left + across * (alignment->right - alignment->left),
                                  item->top + down * item->height});
    }
}

/* As low as the highest box of the lane allows. */
static double least_room(const struct alignment *alignment, size_t lane)
{
    double high = alignment->lanes.items[lane].title.y;
    for (size_t i = 0; i < alignment->boxes.count; i++)
        if (alignment->boxes.items[i].lane == lane)
            high = fmax(high, 2 * alignment->boxes.items[i].half.y);
    return high + 2 * lane_padding;
}

/* Large enough for all boxes of the lane, with some room around each. */
static double roomy_height(const struct alignment *alignment, size_t lane)
{
    double area = 0, width = alignment->right - alignment->left - 2 * edge_room;
    for (size_t i = 0; i < alignment->boxes.count; i++) {
        const struct alignment_box *box = &alignment->boxes.items[i];
        if (box->lane == lane)
            area += (2 * box->half.x + 24) * (2 * box->half.y + 6);
    }
    return fmax(least_room(alignment, lane), density * area / fmax(width, 1) + 2 * lane_padding);
}

static void save(const struct alignment *alignment, struct point *places)
{
    for (size_t i = 0; i < alignment->boxes.count; i++)
        places[i] = alignment->boxes.items[i].at;
}

static double cost_of_lane(const struct alignment *alignment, size_t lane)
{
    struct alignment_cost cost = alignment_cost_of_lane(alignment, lane);
    return cost.flaws + cost.lengths + gate_weight * cost.gates +
           cost_height * alignment->lanes.items[lane].height;
}

static void restore(struct alignment *alignment, const struct point *places)
{
    for (size_t i = 0; i < alignment->boxes.count; i++)
        alignment->boxes.items[i].at = places[i];
}

/* Start roomy; where that leaves flaws, try again and then higher.  The best start stays. */
static void find_height(struct annealing *annealing, size_t lane)
{
    struct alignment *alignment = annealing->alignment;
    struct alignment_lane *item = &alignment->lanes.items[lane];
    struct point *best = alloc_zeroed(alignment->boxes.count, sizeof *best);
    double least = INFINITY, best_height = item->height;
    for (int i = 0; i < STARTS_MOST; i++) {
        scatter(annealing, lane);
        anneal(annealing, lane, MOVES_EACH, 3, 160);
        double cost = cost_of_lane(alignment, lane);
        if (cost < least) {
            least = cost;
            best_height = item->height;
            save(alignment, best);
        }
        struct alignment_cost found = alignment_cost_of_lane(alignment, lane);
        if (found.flaws < flaws_good || (i >= STARTS_USUAL && found.gates == 0))
            break;
        item->height *= i % 2 == 0 ? 1 : growth;
        stack(annealing);
    }
    item->height = best_height;
    stack(annealing);
    restore(alignment, best);
    list_free(best);
}

/* Boxes move up in proportion, into a lane that is now lower. */
static void lower(struct alignment *alignment, size_t lane, double share)
{
    struct alignment_lane *item = &alignment->lanes.items[lane];
    item->height *= share;
    for (size_t i = 0; i < alignment->boxes.count; i++) {
        struct alignment_box *box = &alignment->boxes.items[i];
        if (box->lane != lane)
            continue;
        box->at.y = item->top + (box->at.y - item->top) * share;
        box->at = settle(alignment, box, box->at);
    }
}

/* Lower a lane step by step as long as that is worth its flaws. */
static void tighten(struct annealing *annealing, size_t lane)
{
    struct alignment *alignment = annealing->alignment;
    struct alignment_lane *item = &alignment->lanes.items[lane];
    struct point *before = alloc_zeroed(alignment->boxes.count, sizeof *before);
    double least = least_room(alignment, lane);
    for (int i = 0; i < TIGHTENINGS_MOST && item->height * tightening > least; i++) {
        double height = item->height, cost = cost_of_lane(alignment, lane);
        save(alignment, before);
        lower(alignment, lane, tightening);
        anneal(annealing, lane, MOVES_TIGHT, 0.15, 30);
        if (cost_of_lane(alignment, lane) < cost)
            continue;
        item->height = height;
        restore(alignment, before);
        break;
    }
    stack(annealing);
    list_free(before);
}

/* Cut what a lane has empty above and below its boxes. */
static void trim(const struct alignment *alignment, size_t lane)
{
    struct alignment_lane *item = &alignment->lanes.items[lane];
    double before = alignment_cost_of_lane(alignment, lane).flaws, spare = INFINITY, low = 0;
    for (size_t i = 0; i < alignment->boxes.count; i++) {
        const struct alignment_box *box = &alignment->boxes.items[i];
        if (box->lane == lane)
            spare = fmin(spare, box->at.y - box->half.y - item->top - lane_padding);
    }
    for (double shift = spare; isfinite(spare) && shift > 0; shift -= 1) {
        for (size_t i = 0; i < alignment->boxes.count; i++)
            alignment->boxes.items[i].at.y -= alignment->boxes.items[i].lane == lane ? shift : 0;
        if (alignment_cost_of_lane(alignment, lane).flaws <= before + 1e-9)
            break;
        for (size_t i = 0; i < alignment->boxes.count; i++)
            alignment->boxes.items[i].at.y += alignment->boxes.items[i].lane == lane ? shift : 0;
    }
    for (size_t i = 0; i < alignment->boxes.count; i++) {
        const struct alignment_box *box = &alignment->boxes.items[i];
        if (box->lane == lane)
            low = fmax(low, box->at.y + box->half.y - item->top);
    }
    item->height = fmax(low, item->title.y) + lane_padding;
}

void alignment_place(struct alignment *alignment, double top, uint64_t seed)
{
    struct annealing annealing = {.alignment = alignment, .top = top, .random = seed};
    annealing.movable = alloc_zeroed(alignment->boxes.count, sizeof *annealing.movable);
    for (size_t i = 0; i < alignment->lanes.count; i++)
        alignment->lanes.items[i].height = roomy_height(alignment, i);
    stack(&annealing);
    for (size_t i = 0; i < alignment->lanes.count; i++)
        scatter(&annealing, i);
    for (size_t i = 0; i < alignment->lanes.count; i++)
        find_height(&annealing, alignment->order[i]);
    anneal(&annealing, NODE_NONE, MOVES_ALL, 0.3, 60);
    for (size_t i = 0; i < alignment->lanes.count; i++)
        tighten(&annealing, alignment->order[i]);
    for (size_t i = 0; i < alignment->lanes.count; i++)
        trim(alignment, i);
    stack(&annealing);
    list_free(annealing.movable);
}
