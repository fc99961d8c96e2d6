/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Hubs take sides in turn.  The rails of a box spread over its height, so that each can be
 * followed to the bar; lanes are ordered so that ties between them are short.
 */
#include "figure/alignment.h"

#include "base/alloc.h"

#include <math.h>

const double alignment_bar_width = 9;

static const double bar_gap = 7, rail_spacing = 4.6, rail_margin = 3;

int alignment_side_of_hub(size_t rank)
{
    return rank % 2 == 0 ? -1 : 1;
}

size_t alignment_column_of_hub(size_t rank)
{
    return rank / 2;
}

double alignment_bar_edge(size_t rank, double width)
{
    double inset = (double)alignment_column_of_hub(rank) * (alignment_bar_width + bar_gap);
    return alignment_side_of_hub(rank) < 0 ? inset : width - inset;
}

size_t alignment_count_hubs(const struct drawing *drawing)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        count += drawing->nodes.items[i].hub;
    return count;
}

/* Room for the bars of one side, in columns. */
static size_t count_columns(size_t hubs, int side)
{
    return side < 0 ? (hubs + 1) / 2 : hubs / 2;
}

static void set_width(struct alignment *alignment, size_t hubs, double width)
{
    double column = alignment_bar_width + bar_gap;
    alignment->left = (double)count_columns(hubs, -1) * column;
    alignment->right = width - (double)count_columns(hubs, 1) * column;
}

static void add_pair(struct alignment *alignment, size_t from, size_t to)
{
    for (size_t i = 0; i < alignment->pairs.count; i++) {
        struct alignment_pair *pair = &alignment->pairs.items[i];
        if ((pair->from == from && pair->to == to) || (pair->from == to && pair->to == from)) {
            pair->ties++;
            return;
        }
    }
    list_push(&alignment->pairs, (struct alignment_pair){from, to, 1});
}

/* From the bar's inner edge, which the rail meets. */
static double rail_end(size_t rank, double width)
{
    return alignment_bar_edge(rank, width) - alignment_side_of_hub(rank) * alignment_bar_width;
}

static void add_links(struct alignment *alignment, const struct drawing *drawing, double width)
{
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        const struct node *from = &drawing->nodes.items[link->from];
        const struct node *to = &drawing->nodes.items[link->to];
        if (link->from == link->to || (from->hub && to->hub))
            continue;
        if (!from->hub && !to->hub) {
            add_pair(alignment, link->from, link->to);
            continue;
        }
        size_t rank = from->hub ? from->hub_rank : to->hub_rank;
        list_push(&alignment->rails,
                  (struct alignment_rail){.box = from->hub ? link->to : link->from,
                                          .link = i,
                                          .side = alignment_side_of_hub(rank),
                                          .end = rail_end(rank, width)});
    }
}

/* Spread the rails of each side over the height of their box, which grows if it must. */
static void spread_rails(struct alignment *alignment, size_t box, int side)
{
    size_t count = 0, next = 0;
    for (size_t i = 0; i < alignment->rails.count; i++)
        count += alignment->rails.items[i].box == box && alignment->rails.items[i].side == side;
    double reach = rail_spacing * ((double)count - 1) / 2;
    struct alignment_box *owner = &alignment->boxes.items[box];
    if (count > 1)
        owner->half.y = fmax(owner->half.y, reach + rail_margin);
    for (size_t i = 0; i < alignment->rails.count; i++) {
        struct alignment_rail *rail = &alignment->rails.items[i];
        if (rail->box == box && rail->side == side)
            rail->drop = rail_spacing * (double)next++ - reach;
    }
}

/* Ties between two lanes times how far apart they stand, over all lanes in an order. */
static double order_cost(const struct alignment *alignment, const size_t *order)
{
    double cost = 0;
    size_t count = alignment->lanes.count;
    size_t *place = alloc_zeroed(count, sizeof *place);
    for (size_t i = 0; i < count; i++)
        place[order[i]] = i;
    for (size_t i = 0; i < alignment->pairs.count; i++) {
        const struct alignment_pair *pair = &alignment->pairs.items[i];
        double a = (double)place[alignment->boxes.items[pair->from].lane];
        double b = (double)place[alignment->boxes.items[pair->to].lane];
        cost += fabs(a - b);
    }
    list_free(place);
    return cost;
}

static void move_item(size_t *order, size_t from, size_t to)
{
    size_t item = order[from];
    for (; from < to; from++)
        order[from] = order[from + 1];
    for (; from > to; from--)
        order[from] = order[from - 1];
    order[to] = item;
}

/* Move single lanes to better places as long as that helps; without ties they keep their order. */
static void order_lanes(struct alignment *alignment)
{
    size_t count = alignment->lanes.count;
    bool better = true;
    alignment->order = alloc_zeroed(count, sizeof *alignment->order);
    for (size_t i = 0; i < count; i++)
        alignment->order[i] = i;
    double least = order_cost(alignment, alignment->order);
    while (better) {
        better = false;
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++) {
                move_item(alignment->order, i, j);
                double cost = order_cost(alignment, alignment->order);
                if (cost < least) {
                    least = cost;
                    better = true;
                } else {
                    move_item(alignment->order, j, i);
                }
            }
    }
}

static bool passes(const struct alignment *alignment, const struct alignment_pair *pair,
                   size_t place)
{
    size_t low = SIZE_MAX, high = 0;
    const size_t ends[] = {alignment->boxes.items[pair->from].lane,
                           alignment->boxes.items[pair->to].lane};
    for (size_t i = 0; i < alignment->lanes.count; i++)
        if (alignment->order[i] == ends[0] || alignment->order[i] == ends[1]) {
            low = low == SIZE_MAX ? i : low;
            high = i;
        }
    return low <= place && place <= high;
}

void alignment_sort(struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->lanes.count; i++) {
        size_t number = alignment->order[i];
        struct alignment_lane *lane = &alignment->lanes.items[number];
        lane->boxes.count = lane->rails.count = lane->pairs.count = 0;
        for (size_t k = 0; k < alignment->boxes.count; k++)
            if (alignment->boxes.items[k].lane == number)
                list_push(&lane->boxes, k);
        for (size_t k = 0; k < alignment->rails.count; k++)
            if (alignment->boxes.items[alignment->rails.items[k].box].lane == number)
                list_push(&lane->rails, k);
        for (size_t k = 0; k < alignment->pairs.count; k++)
            if (passes(alignment, &alignment->pairs.items[k], i))
                list_push(&lane->pairs, k);
    }
}

void alignment_init(struct alignment *alignment, const struct drawing *drawing, double width)
{
    *alignment = (struct alignment){0};
    set_width(alignment, alignment_count_hubs(drawing), width);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        struct box box = node->outline.box;
        list_push(&alignment->boxes,
                  (struct alignment_box){.half = {box_width(box) / 2, box_height(box) / 2},
                                         .lane = node->hub ? NODE_NONE : node->region});
    }
    for (size_t i = 0; i < drawing->frames.count; i++) {
        struct box label = drawing->frames.items[i].label_box;
        list_push(&alignment->lanes,
                  (struct alignment_lane){.title = {box_width(label), box_height(label)}});
    }
    add_links(alignment, drawing, width);
    for (size_t i = 0; i < alignment->boxes.count; i++) {
        spread_rails(alignment, i, -1);
        spread_rails(alignment, i, 1);
    }
    order_lanes(alignment);
    alignment_sort(alignment);
}

void alignment_release(struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->lanes.count; i++) {
        list_release(&alignment->lanes.items[i].boxes);
        list_release(&alignment->lanes.items[i].rails);
        list_release(&alignment->lanes.items[i].pairs);
    }
    list_release(&alignment->boxes);
    list_release(&alignment->pairs);
    list_release(&alignment->rails);
    list_release(&alignment->lanes);
    list_free(alignment->order);
}
