/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The order of work: lives and axis, order of lanes, places of the vertical lines, names where
 * no line passes, then the furniture: years, bars, stubs and marks.
 */
#include "figure/place_genealogy.h"

#include "base/alloc.h"
#include "base/buffer.h"
#include "figure/genealogy.h"
#include "figure/genealogy_bars.h"
#include "figure/lane_order.h"
#include "figure/place.h"

#include <math.h>

static const double side_margin = 6, lane_pitch = 19.5, name_size = 7, name_gap = 0.8,
                    line_room = 5.5, line_reach = 3.6, name_step = 1.5, cost_struck = 400,
                    cost_off_bar = 40, cost_near = 300, cost_outside = 60, bar_least = 4,
                    bar_overhang = 3;

static size_t region_of(const struct dataset *dataset, group_id group)
{
    for (size_t i = 0; i < dataset->region_count; i++)
        if (text_equal(dataset->regions[i].name, dataset->groups.items[group].region))
            return i;
    return SIZE_MAX;
}

/* Where each bar lies across the page; a life of a day still has a bar. */
static void set_bars(struct genealogy *genealogy)
{
    for (size_t i = 0; i < genealogy->lanes.count; i++) {
        struct life_lane *lane = &genealogy->lanes.items[i];
        lane->left = time_axis_place(&genealogy->axis, lane->life.starts.first);
        lane->right = time_axis_place(&genealogy->axis, lane->life.ends.last);
        double lack = bar_least - (lane->right - lane->left);
        if (lack > 0) {
            lane->left -= lack / 2;
            lane->right += lack / 2;
        }
    }
}

static double place_of(const struct genealogy *genealogy, const struct link *link)
{
    return time_axis_place(&genealogy->axis, genealogy_day_of(genealogy, link));
}

static void set_heights(struct genealogy *genealogy)
{
    const struct drawing *drawing = genealogy->drawing;
    struct lane_list lanes = {0};
    struct lane_tie_list ties = {0};
    for (size_t i = 0; i < genealogy->lanes.count; i++)
        list_push(&lanes,
                  (struct lane){genealogy->lanes.items[i].left, genealogy->lanes.items[i].right,
                                region_of(drawing->dataset, drawing->nodes.items[i].group)});
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        list_push(&ties, (struct lane_tie){link->from, link->to, place_of(genealogy, link)});
    }
    size_t *order = alloc_zeroed(lanes.count, sizeof *order);
    lane_order_find(&lanes, &ties, order);
    for (size_t i = 0; i < lanes.count; i++)
        genealogy->lanes.items[order[i]].y = (double)(i + 1) * lane_pitch;
    list_free(order);
    list_release(&lanes);
    list_release(&ties);
}

/* The vertical run of a link; its ends in the order of heights. */
static struct box run_of(const struct genealogy *genealogy, const struct link *link, double x)
{
    double a = genealogy->lanes.items[link->from].y, b = genealogy->lanes.items[link->to].y;
    return (struct box){x, fmin(a, b), x, fmax(a, b)};
}

static double beyond(const struct life_lane *lane, double x)
{
    return fmax(0, fmax(lane->left - x, x - lane->right));
}

/* Lines beside a line keep apart; a line stands on both of its bars. */
static double cost_of_place(const struct genealogy *genealogy, size_t number, double x)
{
    const struct drawing *drawing = genealogy->drawing;
    const struct link *link = &drawing->links.items[number];
    struct box run = run_of(genealogy, link, x);
    double cost = 0;
    for (size_t i = 0; i < number; i++) {
        const struct link *other = &drawing->links.items[i];
        struct box there = run_of(genealogy, other, other->path.items[0].x);
        bool beside = there.top < run.bottom - 1 && run.top < there.bottom - 1;
        bool meets = there.top <= run.bottom + 1 && run.top <= there.bottom + 1;
        double room = beside ? line_room : meets ? 1.2 * line_room : 0;
        double near = room - fabs(there.left - x);
        cost += near > 0.01 ? (beside ? cost_near : cost_near / 20) * near / line_room : 0;
    }
    double off = beyond(&genealogy->lanes.items[link->from], x) +
                 beyond(&genealogy->lanes.items[link->to], x);
    return cost + cost_outside * (off > 0.01) + 4 * off;
}

/* From the middle of the bar that the tie comes from to the near edge of the other. */
static void set_path(const struct genealogy *genealogy, struct link *link, double x)
{
    double from = genealogy->lanes.items[link->from].y, to = genealogy->lanes.items[link->to].y;
    double edge = to - (to > from ? 1 : -1) * genealogy_bar_height / 2;
    path_set_straight(&link->path, (struct point){x, from}, (struct point){x, edge});
}

static void place_links(struct genealogy *genealogy)
{
    for (size_t i = 0; i < genealogy->drawing->links.count; i++) {
        struct link *link = &genealogy->drawing->links.items[i];
        double x = place_of(genealogy, link), best = x, least = INFINITY;
        for (int step = 0; step < 13; step++) { /* 0, 1, -1, 2, -2, ... */
            int steps = step % 2 == 0 ? -step / 2 : step / 2 + 1;
            double shift = steps * line_room;
            double cost = fabs(shift) + cost_of_place(genealogy, i, x + shift);
            if (cost < least) {
                least = cost;
                best = x + shift;
            }
        }
        set_path(genealogy, link, best);
    }
}

/* Lines that had to stand aside may have left a short bar. */
static void stretch_bars(struct genealogy *genealogy)
{
    const struct drawing *drawing = genealogy->drawing;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        double x = link->path.items[0].x;
        struct life_lane *ends[] = {&genealogy->lanes.items[link->from],
                                    &genealogy->lanes.items[link->to]};
        for (size_t j = 0; j < 2; j++) {
            ends[j]->left = fmin(ends[j]->left, x - bar_overhang);
            ends[j]->right = fmax(ends[j]->right, x + bar_overhang);
        }
    }
}

static double cost_of_name(const struct genealogy *genealogy, const struct life_lane *lane,
                           struct box box)
{
    const struct drawing *drawing = genealogy->drawing;
    double cost = fmax(0, box.left - lane->left) + 1.5 * fmax(0, lane->left - box.left);
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        struct box run = run_of(genealogy, link, link->path.items[0].x);
        if (box_overlaps(box, box_grow(run, line_reach)))
            cost += cost_struck;
    }
    bool is_over = box.left < lane->right && box.right > lane->left;
    return cost + (is_over ? 0 : cost_off_bar);
}

/* Above the bar, as near to its start as the lines leave room. */
static void place_name(const struct genealogy *genealogy, size_t number, double width)
{
    const struct life_lane *lane = &genealogy->lanes.items[number];
    struct node *node = &genealogy->drawing->nodes.items[number];
    double height = box_height(node->outline.box), span = box_width(node->outline.box);
    double bottom = lane->y - genealogy_bar_height / 2 - name_gap, least = INFINITY;
    double last = fmax(0, width - span);
    struct box best = {0};
    for (double shift = 0; shift < width; shift += name_step)
        for (int side = 1; side >= -1; side -= 2) {
            double left = lane->left + side * shift;
            struct box box = {left, bottom - height, left + span, bottom};
            if (left < 0 || left > last)
                continue;
            double cost = cost_of_name(genealogy, lane, box);
            if (cost < least) {
                least = cost;
                best = box;
            }
        }
    if (isinf(least))
        best = (struct box){last, bottom - height, last + span, bottom};
    node->outline.box = best;
}

/* A node is its name alone; the bars say the rest. */
static void write_name(const struct theme *theme, struct node *node)
{
    struct text_line line = {.text = node->label,
                             .role = TEXT_NODE,
                             .size = name_size,
                             .weight = node->hub ? FONT_SEMIBOLD : FONT_REGULAR,
                             .y = name_size * font_ascent(),
                             .colour = &theme->ink};
    line.width = font_text_width(line.text, line.size, line.weight);
    node->lines.count = 0;
    list_push(&node->lines, line);
    node->outline =
        (struct outline){{0, 0, line.width, name_size * (font_ascent() + font_descent())}, 0};
    node->style = &theme->name;
    node->fill = NULL;
    node->bare = true;
    node->region = NODE_NONE;
    node->hub = node->ended = node->uncertain = false;
}

static void add_count(struct buffer *buffer, size_t count, const char *one, const char *many)
{
    if (count == 0)
        return;
    buffer_add_format(buffer, "%s%zu %s", buffer->length == 0 ? "" : ", ", count,
                      count == 1 ? one : many);
}

/* How to read what is dated loosely, and what is not drawn. */
static struct text note_words(const struct genealogy *genealogy)
{
    const struct left_out *left_out = &genealogy->left_out;
    struct buffer buffer = {0};
    add_count(&buffer, left_out->undated, "tie without a date", "ties without a date");
    add_count(&buffer, left_out->families, "tie of conflict or alliance",
              "ties of conflict or alliance");
    add_count(&buffer, left_out->groups, "group without a tie drawn", "groups without a tie drawn");
    struct arena *arena = &genealogy->drawing->arena;
    struct text lacking = arena_copy_text(arena, buffer_text(&buffer));
    buffer_release(&buffer);
    return arena_format(
        arena,
        "A bar runs from the first to the last date that any tie in the dataset gives the group; one "
        "that reaches the right edge is still alive then. A tie dated to a year or a stretch of time "
        "stands in its middle. Allegiance without an end lasts until the next.%s" TEXT_FORMAT "%s",
        lacking.length > 0 ? " Not drawn: " : "", TEXT_PARTS(lacking),
        lacking.length > 0 ? "." : "");
}

void place_genealogy(struct drawing *drawing, const struct figure_request *request)
{
    struct genealogy genealogy;
    double width = place_page_width(request->definition) - 2 * side_margin;
    genealogy_init(&genealogy, request, drawing, genealogy_stub, width - genealogy_stub);
    for (size_t i = 0; i < drawing->frames.count; i++)
        list_release(&drawing->frames.items[i].hull);
    drawing->frames.count = 0;
    set_bars(&genealogy);
    set_heights(&genealogy);
    place_links(&genealogy);
    stretch_bars(&genealogy);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        write_name(drawing->theme, &drawing->nodes.items[i]);
        place_name(&genealogy, i, width);
    }
    if (genealogy.lanes.count > 0)
        genealogy_draw(&genealogy, (double)(genealogy.lanes.count + 1) * lane_pitch);
    drawing->note = note_words(&genealogy);
    genealogy_release(&genealogy);
}
