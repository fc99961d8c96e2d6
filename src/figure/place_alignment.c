/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lanes of regions between the bars of hubs: where things stand is alignment's work, here it
 * is carried to the drawing and back.  A variant is a measure for names and a seed.
 *
 *     [Islamic State]------ rivalry ------[al-Qaeda]
 *     ||  +--------------------------------+  ||
 *     ||<-|- group ---- group              |  ||
 *     ||  |             group -------------|->||
 *     ||  +--------------------------------+  ||
 */
#include "figure/place_variant.h"

#include "figure/alignment_anneal.h"
#include "figure/alignment_cost.h"
#include "figure/compose.h"
#include "figure/labels.h"
#include "figure/legibility.h"
#include "figure/place.h"
#include "figure/route.h"

#include <math.h>

static const double measures[] = {84, 62, 110};

const size_t place_alignments = sizeof measures / sizeof *measures;

static const double page_margin = 3.6, header_gap = 7, level_spacing = 10.5, level_margin = 4;

/* The hubs of a row of headers, one left and one right, or NODE_NONE. */
static size_t find_hub(const struct drawing *drawing, size_t rank)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].hub && drawing->nodes.items[i].hub_rank == rank)
            return i;
    return NODE_NONE;
}

static bool joins(const struct link *link, size_t a, size_t b)
{
    return (link->from == a && link->to == b) || (link->from == b && link->to == a);
}

static size_t count_between(const struct drawing *drawing, size_t a, size_t b)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        count += joins(&drawing->links.items[i], a, b);
    return count;
}

/* Headers stand in rows, each as high as the ties between its two hubs need. */
static double place_headers(struct drawing *drawing, double width)
{
    size_t count = alignment_count_hubs(drawing);
    double top = 0;
    for (size_t rank = 0; rank < count; rank += 2) {
        size_t hubs[] = {find_hub(drawing, rank), find_hub(drawing, rank + 1)};
        double ties = (double)count_between(drawing, hubs[0], hubs[1]);
        double height = (ties - 1) * level_spacing + 2 * level_margin;
        for (size_t i = 0; i < 2 && rank + i < count; i++)
            height = fmax(height, box_height(drawing->nodes.items[hubs[i]].outline.box));
        for (size_t i = 0; i < 2 && rank + i < count; i++) {
            struct box *box = &drawing->nodes.items[hubs[i]].outline.box;
            double edge = alignment_bar_edge(rank + i, width), span = box_width(*box);
            double left = alignment_side_of_hub(rank + i) < 0 ? edge : edge - span;
            *box = (struct box){left, top, left + span, top + height};
        }
        top += height + header_gap;
    }
    return top;
}

static void write_boxes(const struct alignment *alignment, struct drawing *drawing)
{
    for (size_t i = 0; i < alignment->boxes.count; i++) {
        const struct alignment_box *box = &alignment->boxes.items[i];
        if (box->lane != NODE_NONE)
            drawing->nodes.items[i].outline.box =
                box_around(box->at, 2 * box->half.x, 2 * box->half.y);
    }
}

static void write_lanes(const struct alignment *alignment, struct drawing *drawing)
{
    for (size_t i = 0; i < alignment->lanes.count; i++) {
        const struct alignment_lane *lane = &alignment->lanes.items[i];
        struct frame *frame = &drawing->frames.items[i];
        struct box box = {alignment->left, lane->top, alignment->right, lane->top + lane->height};
        frame->outline = (struct outline){box, 0};
        frame->label_box = alignment_title_box(alignment, i);
        frame->hull.count = 0;
        list_push(&frame->hull, (struct point){box.left, box.top});
        list_push(&frame->hull, (struct point){box.right, box.top});
        list_push(&frame->hull, (struct point){box.right, box.bottom});
        list_push(&frame->hull, (struct point){box.left, box.bottom});
    }
}

/* In the direction of the link. */
static void set_level(struct link *link, size_t first, struct point a, struct point b)
{
    if (link->from == first)
        path_set_straight(&link->path, a, b);
    else
        path_set_straight(&link->path, b, a);
}

static void write_rails(const struct alignment *alignment, struct drawing *drawing)
{
    for (size_t i = 0; i < alignment->rails.count; i++) {
        const struct alignment_rail *rail = &alignment->rails.items[i];
        const struct alignment_box *box = &alignment->boxes.items[rail->box];
        double y = box->at.y + rail->drop;
        set_level(&drawing->links.items[rail->link], rail->box,
                  (struct point){box->at.x + rail->side * box->half.x, y},
                  (struct point){rail->end, y});
    }
}

/* Level lines, one below the other, between the two headers of a row. */
static void write_ties_of_hubs(struct drawing *drawing, size_t left, size_t right)
{
    struct box a = drawing->nodes.items[left].outline.box;
    struct box b = drawing->nodes.items[right].outline.box;
    double reach = level_spacing * ((double)count_between(drawing, left, right) - 1) / 2;
    double y = box_centre(a).y - reach;
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link *link = &drawing->links.items[i];
        if (!joins(link, left, right))
            continue;
        set_level(link, left, (struct point){a.right, y}, (struct point){b.left, y});
        y += level_spacing;
    }
}

static void write_levels(const struct alignment *alignment, struct drawing *drawing)
{
    size_t count = alignment_count_hubs(drawing);
    write_rails(alignment, drawing);
    for (size_t rank = 0; rank + 1 < count; rank += 2)
        write_ties_of_hubs(drawing, find_hub(drawing, rank), find_hub(drawing, rank + 1));
}

static size_t count_blocked(const struct drawing *drawing)
{
    struct legibility found;
    legibility_measure(drawing, &found);
    return found.links_through_nodes;
}

/* Straight or in a bow; around the boxes where that does not help.  Rails are level in any case. */
static void set_paths(const struct alignment *alignment, struct drawing *drawing)
{
    struct error ignored = {0};
    route_bowed(drawing);
    write_levels(alignment, drawing);
    size_t blocked = count_blocked(drawing);
    if (blocked == 0)
        return;
    bool is_routed = route_around(drawing, &ignored);
    write_levels(alignment, drawing);
    if (is_routed && count_blocked(drawing) < blocked)
        return;
    route_bowed(drawing);
    write_levels(alignment, drawing);
}

bool place_alignment_try(struct drawing *drawing, const struct figure_definition *definition,
                         size_t variant, struct error *error)
{
    struct alignment alignment;
    double width = place_page_width(definition) - 2 * page_margin;
    (void)error;
    drawing->measure = 0; /* sizes of boxes that another variant stretched */
    compose_size_nodes(drawing, measures[variant]);
    double top = place_headers(drawing, width);
    alignment_init(&alignment, drawing, width);
    alignment_place(&alignment, top, variant + 1);
    write_boxes(&alignment, drawing);
    write_lanes(&alignment, drawing);
    set_paths(&alignment, drawing);
    labels_place(drawing, false);
    alignment_release(&alignment);
    return true;
}
