/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A page is composed like the whole figure and then thinned, so that nothing but the choice of
 * lanes tells it from a figure of its own.
 */
#include "figure/alignment_pages.h"

#include "base/alloc.h"

#include <math.h>
#include <stdlib.h>

enum place {
    PLACE_NONE,  /* not on the page */
    PLACE_NAMED, /* stands on another page, but a tie leads here */
    PLACE_HERE,
};

static double top_of(const struct drawing *drawing, size_t frame)
{
    return drawing->frames.items[frame].outline.box.top;
}

/* Frames from the top down. */
static size_t *sort_lanes(const struct drawing *drawing)
{
    size_t count = drawing->frames.count;
    size_t *order = alloc_zeroed(count, sizeof *order);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && top_of(drawing, order[at - 1]) > top_of(drawing, i); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static double height_of(const struct drawing *drawing, size_t frame)
{
    return box_height(drawing->frames.items[frame].outline.box);
}

/* Fill pages up to a height of lanes, from the top; returns how many that takes. */
static size_t fill(const struct drawing *drawing, const size_t *order, double room, size_t *page_of)
{
    size_t page = 0;
    double used = 0;
    for (size_t i = 0; i < drawing->frames.count; i++) {
        double height = height_of(drawing, order[i]);
        if (used > 0 && used + height > room) {
            page++;
            used = 0;
        }
        used += height;
        page_of[order[i]] = page;
    }
    return page + 1;
}

static double sum_of_heights(const struct drawing *drawing)
{
    double sum = 0;
    for (size_t i = 0; i < drawing->frames.count; i++)
        sum += height_of(drawing, i);
    return sum;
}

size_t alignment_count_pages(const struct drawing *drawing, double page_height)
{
    const size_t lanes = drawing->frames.count;
    if (drawing->page_height <= page_height || lanes < 2)
        return 1;
    double sum = box_height(drawing->content), around = drawing->page_height - sum;
    double count = ceil(sum / fmax(page_height - around, 1));
    return (size_t)fmin(fmax(count, 2), (double)lanes);
}

void alignment_share_out(const struct drawing *drawing, size_t count, size_t *page_of)
{
    size_t *order = sort_lanes(drawing);
    double low = 0, high = sum_of_heights(drawing);
    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (fill(drawing, order, middle, page_of) <= count)
            high = middle;
        else
            low = middle;
    }
    fill(drawing, order, high, page_of);
    free(order);
}

/* What is on the page, and for what is only named there the lane of a group that it is tied to. */
static void find_places(const struct drawing *drawing, const struct alignment_pages *pages,
                        size_t page, enum place *places, size_t *lanes)
{
    const struct node *nodes = drawing->nodes.items;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        bool is_here = nodes[i].hub || pages->page_of[nodes[i].region] == page;
        places[i] = is_here ? PLACE_HERE : PLACE_NONE;
        lanes[i] = nodes[i].region;
    }
    for (size_t i = 0; i < drawing->links.count; i++) {
        size_t ends[] = {drawing->links.items[i].from, drawing->links.items[i].to};
        for (size_t k = 0; k < 2; k++) {
            size_t near = ends[k], far = ends[1 - k];
            if (places[near] != PLACE_HERE || nodes[near].hub || places[far] != PLACE_NONE)
                continue;
            places[far] = PLACE_NAMED;
            lanes[far] = nodes[near].region;
        }
    }
}

/* Ties of what is here to what is here or named, and between hubs. */
static void keep_links(struct drawing *drawing, const enum place *places, const size_t *number_of)
{
    size_t kept = 0;
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link link = drawing->links.items[i];
        const struct node *from = &drawing->nodes.items[link.from];
        const struct node *to = &drawing->nodes.items[link.to];
        bool from_lane = places[link.from] == PLACE_HERE && !from->hub;
        bool to_lane = places[link.to] == PLACE_HERE && !to->hub;
        if (from_lane || to_lane || (from->hub && to->hub)) {
            link.from = number_of[link.from];
            link.to = number_of[link.to];
            drawing->links.items[kept++] = link;
            continue;
        }
        list_release(&link.relations);
        list_release(&link.label);
        list_release(&link.path);
    }
    drawing->links.count = kept;
}

/* "Libya, page 2" */
static void name_only(struct drawing *drawing, struct node *node, size_t page)
{
    const struct text region = drawing->frames.items[node->region].name;
    node->life = arena_format(&drawing->arena, TEXT_FORMAT "%spage %zu", TEXT_PARTS(region),
                              region.length > 0 ? ", " : "", page + 1);
    node->style = &drawing->theme->name;
    node->fill = NULL;
    node->bare = true;
    node->ended = node->uncertain = false;
}

static void keep_nodes(struct drawing *drawing, const struct alignment_pages *pages,
                       const enum place *places, const size_t *lanes)
{
    size_t kept = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct node node = drawing->nodes.items[i];
        if (places[i] == PLACE_NONE) {
            list_release(&node.lines);
            continue;
        }
        if (places[i] == PLACE_NAMED)
            name_only(drawing, &node, pages->page_of[node.region]);
        node.region = node.hub ? NODE_NONE : lanes[i];
        drawing->nodes.items[kept++] = node;
    }
    drawing->nodes.count = kept;
}

static void keep_frames(struct drawing *drawing, const struct alignment_pages *pages, size_t page)
{
    size_t kept = 0, *number_of = alloc_zeroed(drawing->frames.count, sizeof *number_of);
    for (size_t i = 0; i < drawing->frames.count; i++) {
        if (pages->page_of[i] != page) {
            list_release(&drawing->frames.items[i].hull);
            continue;
        }
        number_of[i] = kept;
        drawing->frames.items[kept++] = drawing->frames.items[i];
    }
    drawing->frames.count = kept;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].region != NODE_NONE)
            drawing->nodes.items[i].region = number_of[drawing->nodes.items[i].region];
    free(number_of);
}

static bool has_names_only(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].bare)
            return true;
    return false;
}

void alignment_keep_page(struct drawing *drawing, const struct alignment_pages *pages, size_t page)
{
    size_t count = drawing->nodes.count;
    enum place *places = alloc_zeroed(count, sizeof *places);
    size_t *lanes = alloc_zeroed(count, sizeof *lanes);
    size_t *number_of = alloc_zeroed(count, sizeof *number_of), next = 0;
    find_places(drawing, pages, page, places, lanes);
    for (size_t i = 0; i < count; i++)
        number_of[i] = places[i] == PLACE_NONE ? NODE_NONE : next++;
    keep_links(drawing, places, number_of);
    keep_nodes(drawing, pages, places, lanes);
    keep_frames(drawing, pages, page);
    drawing->page_number = page + 1;
    drawing->page_count = pages->count;
    drawing->name =
        arena_format(&drawing->arena, TEXT_FORMAT "-%zu", TEXT_PARTS(drawing->name), page + 1);
    if (has_names_only(drawing))
        drawing->note = TEXT("A name without a box stands on the page that is named below it.");
    free(places);
    free(lanes);
    free(number_of);
}
