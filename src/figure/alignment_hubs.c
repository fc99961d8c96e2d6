/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lines to the outer bar pass between the pieces of an inner one, so no line crosses a bar.
 */
#include "figure/alignment_hubs.h"

#include "base/buffer.h"
#include "figure/alignment.h"
#include "figure/describe.h"

#include <math.h>

enum {
    DATES_MOST = 3
};

static const double size_label = 5.8, size_title = 7.0, piece_reach = 2.2, piece_gap = 10,
                    bar_radius = 2, guide_width = 0.5;

/* Ranks without gaps: hubs that are not in the drawing leave none. */
static void close_ranks(struct drawing *drawing)
{
    size_t next = 0, count = alignment_count_hubs(drawing);
    for (size_t rank = 0; next < count; rank++)
        for (size_t i = 0; i < drawing->nodes.count; i++)
            if (drawing->nodes.items[i].hub && drawing->nodes.items[i].hub_rank == rank) {
                drawing->nodes.items[i].hub_rank = next++;
                break;
            }
}

/* One more lane, last, for what has no region. */
static void add_lane_of_rest(struct drawing *drawing)
{
    size_t rest = drawing->frames.count;
    bool needed = false;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct node *node = &drawing->nodes.items[i];
        if (node->hub || node->region != NODE_NONE)
            continue;
        node->region = rest;
        needed = true;
    }
    if (!needed)
        return;
    struct frame frame = {.is_hull = true, .style = style_of_region(drawing->theme, rest)};
    if (rest > 0)
        frame.name = TEXT("No region given");
    frame.label = (struct text_line){.text = frame.name,
                                     .role = TEXT_FRAME,
                                     .size = size_title,
                                     .weight = FONT_SEMIBOLD,
                                     .colour = &drawing->theme->muted};
    frame.label.width = font_text_width(frame.name, size_title, FONT_SEMIBOLD);
    frame.label_box.right = frame.label.width;
    frame.label_box.bottom = rest > 0 ? size_title * (font_ascent() + font_descent()) : 0;
    list_push(&drawing->frames, frame);
}

/* "rivalry, 2014-02" */
static struct text words_of(struct drawing *drawing, const struct link *link)
{
    struct text dates[DATES_MOST];
    struct buffer buffer = {0};
    size_t count = describe_dates(&drawing->arena, drawing->dataset, link->relations.items,
                                  link->relations.count, dates, DATES_MOST);
    buffer_add_string(&buffer, link->style->label);
    for (size_t i = 0; i < count; i++)
        buffer_add_format(&buffer, ", " TEXT_FORMAT, TEXT_PARTS(dates[i]));
    struct text words = arena_copy_text(&drawing->arena, buffer_text(&buffer));
    buffer_release(&buffer);
    return words;
}

/* Do the hubs stand in one row, left and right? */
static bool face(const struct node *a, const struct node *b)
{
    return a->hub && b->hub && a->hub_rank / 2 == b->hub_rank / 2;
}

/* The ties between hubs that face each other have room for words. */
static void write_ties_of_hubs(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link *link = &drawing->links.items[i];
        if (!face(&drawing->nodes.items[link->from], &drawing->nodes.items[link->to]))
            continue;
        struct text_line line = {.text = words_of(drawing, link),
                                 .role = TEXT_LINK,
                                 .size = size_label,
                                 .y = size_label * font_ascent(),
                                 .colour = &link->style->text};
        line.width = font_text_width(line.text, line.size, line.weight);
        link->label.count = 0;
        list_push(&link->label, line);
        link->has_label = true;
        link->label_box = (struct box){.right = line.width,
                                       .bottom = size_label * (font_ascent() + font_descent())};
    }
}

void alignment_prepare(struct drawing *drawing)
{
    close_ranks(drawing);
    add_lane_of_rest(drawing);
    write_ties_of_hubs(drawing);
}

static void add_bar(struct drawing *drawing, const struct node *hub, struct box box)
{
    list_push(&drawing->bars, (struct bar){.box = box,
                                           .radius = bar_radius,
                                           .fill = &hub->style->fill,
                                           .title = hub->title,
                                           .class_names = TEXT("hub-bar"),
                                           .group = hub->id});
}

/* The bar from the middle of the header down to the last lane. */
static struct box whole_bar(const struct drawing *drawing, const struct node *hub)
{
    bool is_left = alignment_side_of_hub(hub->hub_rank) < 0;
    struct box header = hub->outline.box;
    double left = is_left ? header.left : header.right - alignment_bar_width;
    double bottom = header.bottom;
    for (size_t i = 0; i < drawing->frames.count; i++)
        bottom = fmax(bottom, drawing->frames.items[i].outline.box.bottom);
    return (struct box){left, box_centre(header).y, left + alignment_bar_width, bottom};
}

/* Where a link meets the bars; false for links that are no rails. */
static bool find_arrival(const struct drawing *drawing, const struct link *link, size_t *hub,
                         double *y)
{
    bool from = drawing->nodes.items[link->from].hub, to = drawing->nodes.items[link->to].hub;
    if (from == to || link->path.count == 0)
        return false;
    *hub = from ? link->from : link->to;
    *y = link->path.items[from ? 0 : link->path.count - 1].y;
    return true;
}

/* The rail that arrives next below a height at the hub, or, with hub NODE_NONE, at any hub of
 * its side; INFINITY when there is none. */
static double next_arrival(const struct drawing *drawing, size_t own, bool at_own, double above)
{
    double next = INFINITY, y;
    size_t hub;
    int side = alignment_side_of_hub(drawing->nodes.items[own].hub_rank);
    for (size_t i = 0; i < drawing->links.count; i++) {
        if (!find_arrival(drawing, &drawing->links.items[i], &hub, &y) || (hub == own) != at_own ||
            alignment_side_of_hub(drawing->nodes.items[hub].hub_rank) != side)
            continue;
        if (y > above)
            next = fmin(next, y);
    }
    return next;
}

/* One piece for rails that arrive close to each other with no other hub's between them. */
static void add_pieces(struct drawing *drawing, size_t number)
{
    const struct node *hub = &drawing->nodes.items[number];
    struct box whole = whole_bar(drawing, hub);
    double first = next_arrival(drawing, number, true, -INFINITY), last = first;
    while (isfinite(first)) {
        double next = next_arrival(drawing, number, true, last);
        if (next - last <= piece_gap && next_arrival(drawing, number, false, last) > next) {
            last = next;
            continue;
        }
        add_bar(drawing, hub,
                (struct box){whole.left, first - piece_reach, whole.right, last + piece_reach});
        double x = box_centre(whole).x;
        list_push(
            &drawing->strokes,
            (struct stroke){
                {x, whole.top}, {x, last}, &drawing->theme->frame.border, guide_width, false, {0}});
        first = last = next;
    }
}

void alignment_furnish(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        if (node->hub && alignment_column_of_hub(node->hub_rank) == 0)
            add_bar(drawing, node, whole_bar(drawing, node));
        else if (node->hub)
            add_pieces(drawing, i);
    }
}
