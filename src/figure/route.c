/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A pair's line runs from centre to centre.  Its k links keep both ends and move the control
 * points between them sideways by multiples of the spacing, so they form a lens and each can
 * be followed by eye:
 *
 *        .-------.
 *      a ---------- b
 *        '-------'
 */
#include "figure/route.h"

#include "base/alloc.h"
#include "figure/canvas.h"
#include "figure/layout.h"

#include <math.h>
#include <stdlib.h>

static const double fan_spacing_least = 7, fan_width_most = 92, label_gap = 4.5;

/* A cubic whose two inner control points are moved by 1 moves by this at its middle. */
static const double middle_share = 0.75;

/* The links between two nodes, in drawing order. */
struct pair {
    size_t low;
    size_t high;
    size_t count;
    double label_width; /* of the largest label */
    double label_height;
};

LIST(pair_list, struct pair);

/* Graphviz needs half a minute for 400 boxes and 700 lines, and four times that for twice as many. */
enum {
    BOXES_MOST = 250
};

struct routing {
    struct drawing *drawing;
    struct pair_list pairs;
    size_t *pair_of; /* by link */
    size_t *rank_of; /* by link: place within its pair */
};

static size_t find_pair(struct routing *routing, size_t a, size_t b)
{
    size_t low = a < b ? a : b, high = a < b ? b : a;
    for (size_t i = 0; i < routing->pairs.count; i++)
        if (routing->pairs.items[i].low == low && routing->pairs.items[i].high == high)
            return i;
    list_push(&routing->pairs, (struct pair){.low = low, .high = high});
    return routing->pairs.count - 1;
}

static void measure_label(struct pair *pair, const struct link *link)
{
    if (!link->has_label)
        return;
    pair->label_width = fmax(pair->label_width, box_width(link->label_box));
    pair->label_height = fmax(pair->label_height, box_height(link->label_box));
}

/* Links with labels stand at the two sides of their fan, where there is most room beside them. */
static void rank_links(struct routing *routing, size_t pair)
{
    const struct link *links = routing->drawing->links.items;
    size_t labelled = 0, seen = 0, bare = 0;
    for (size_t i = 0; i < routing->drawing->links.count; i++)
        labelled += routing->pair_of[i] == pair && links[i].has_label;
    const size_t first = (labelled + 1) / 2, plain = routing->pairs.items[pair].count - labelled;
    for (size_t i = 0; i < routing->drawing->links.count; i++) {
        if (routing->pair_of[i] != pair)
            continue;
        if (!links[i].has_label)
            routing->rank_of[i] = first + bare++;
        else if (seen < first)
            routing->rank_of[i] = seen++;
        else
            routing->rank_of[i] = plain + seen++;
    }
}

static void routing_init(struct routing *routing, struct drawing *drawing)
{
    *routing = (struct routing){.drawing = drawing};
    routing->pair_of = alloc_zeroed(drawing->links.count, sizeof(size_t));
    routing->rank_of = alloc_zeroed(drawing->links.count, sizeof(size_t));
    for (size_t i = 0; i < drawing->links.count; i++) {
        size_t pair = find_pair(routing, drawing->links.items[i].from, drawing->links.items[i].to);
        routing->pair_of[i] = pair;
        routing->pairs.items[pair].count++;
        measure_label(&routing->pairs.items[pair], &drawing->links.items[i]);
    }
    for (size_t i = 0; i < routing->pairs.count; i++)
        rank_links(routing, i);
}

static void routing_release(struct routing *routing)
{
    list_release(&routing->pairs);
    free(routing->pair_of);
    free(routing->rank_of);
}

static void make_straight(const struct drawing *drawing, struct pair pair, struct point_list *path)
{
    struct point a = box_centre(drawing->nodes.items[pair.low].outline.box);
    struct point b = box_centre(drawing->nodes.items[pair.high].outline.box);
    path->count = 0;
    for (int i = 0; i <= 3; i++)
        list_push(path, (struct point){a.x + (b.x - a.x) * i / 3, a.y + (b.y - a.y) * i / 3});
}

/* The way across the path at a control point, from the points around it. */
static struct point across(const struct point_list *path, size_t i)
{
    struct point a = path->items[i - 1], b = path->items[i + 1];
    double length = point_distance(a, b);
    if (length < 1e-9)
        return (struct point){0, 0};
    return (struct point){-(b.y - a.y) / length, (b.x - a.x) / length};
}

double route_fan_spacing(struct point from, struct point to, double label_width,
                         double label_height)
{
    double length = fmax(1e-9, point_distance(from, to));
    double across = fabs(to.y - from.y) / length, down = fabs(to.x - from.x) / length;
    double room = across * label_width + down * label_height;
    return fmax(fan_spacing_least, label_width > 0 ? room + label_gap : 0);
}

/* How wide the ties of a pair fan out, and to which side: 0 = evenly to both, -1 or 1 = to one. */
struct fan {
    double tightness;
    double side;
};

/* How far a link's control points move sideways from the line of its pair. */
static double fan_offset(const struct routing *routing, struct pair pair, size_t rank,
                         struct fan fan)
{
    if (pair.count < 2)
        return 0;
    double spacing =
        route_fan_spacing(box_centre(routing->drawing->nodes.items[pair.low].outline.box),
                          box_centre(routing->drawing->nodes.items[pair.high].outline.box),
                          pair.label_width, pair.label_height);
    spacing = fmin(spacing, fan_width_most / (double)(pair.count - 1));
    return fan.tightness * spacing / middle_share *
           ((double)rank - (double)(pair.count - 1) / 2 * (1 - fan.side));
}

/* One link's share of its pair's line, in its own direction and cut at the boxes. */
static void set_link(const struct routing *routing, size_t number, const struct point_list *line,
                     struct fan fan)
{
    struct link *link = &routing->drawing->links.items[number];
    struct pair pair = routing->pairs.items[routing->pair_of[number]];
    double offset = fan_offset(routing, pair, routing->rank_of[number], fan);
    size_t count = line->count;
    bool backwards = link->from == pair.high && pair.low != pair.high;
    link->path.count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = backwards ? count - 1 - i : i;
        struct point point = line->items[at];
        if (at > 0 && at + 1 < count) {
            struct point side = across(line, at);
            point.x += side.x * offset;
            point.y += side.y * offset;
        }
        list_push(&link->path, point);
    }
    path_clip(&link->path, routing->drawing->nodes.items[link->from].outline,
              routing->drawing->nodes.items[link->to].outline);
}

/* Does a link pass through a box that is not at one of its ends? */
static bool is_blocked(const struct drawing *drawing, const struct link *link,
                       struct point_list *scratch)
{
    path_flatten(&link->path, 0.5, scratch);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        if (i == link->from || i == link->to)
            continue;
        struct box box = box_grow(drawing->nodes.items[i].outline.box, 1);
        for (size_t j = 1; j < scratch->count; j++)
            if (segment_meets_box(scratch->items[j - 1], scratch->items[j], box))
                return true;
    }
    return false;
}

/* Sets the links of a pair as a fan and counts those that are blocked. */
static size_t try_fan(const struct routing *routing, size_t pair, const struct point_list *line,
                      struct fan fan)
{
    struct point_list scratch = {0};
    size_t blocked = 0;
    for (size_t i = 0; i < routing->drawing->links.count; i++) {
        if (routing->pair_of[i] != pair)
            continue;
        set_link(routing, i, line, fan);
        blocked += is_blocked(routing->drawing, &routing->drawing->links.items[i], &scratch);
    }
    list_release(&scratch);
    return blocked;
}

/* As wide a fan as the boxes beside the line allow, to one side where they do not allow two; false
 * when they allow none. */
static bool set_pair(const struct routing *routing, size_t pair, const struct point_list *line)
{
    static const struct fan fans[] = {{1, 0},     {0.65, 0},  {0.4, 0},  {0.65, 1},
                                      {0.65, -1}, {0.4, 1},   {0.4, -1}, {0.25, 0},
                                      {0.25, 1},  {0.25, -1}, {0.15, 0}};
    size_t count = routing->pairs.items[pair].count > 1 ? sizeof fans / sizeof *fans : 1;
    size_t least = SIZE_MAX, best = 0;
    for (size_t i = 0; i < count; i++) {
        size_t blocked = try_fan(routing, pair, line, fans[i]);
        if (blocked == 0)
            return true;
        if (blocked < least) {
            least = blocked;
            best = i;
        }
    }
    if (best + 1 < count)
        try_fan(routing, pair, line, fans[best]);
    return false;
}

/* A straight line bent to one side, so that its middle lies off by a distance. */
static void bend(struct point_list *line, double distance)
{
    const struct point side = across(line, 1);
    for (size_t i = 1; i + 1 < line->count; i++) {
        line->items[i].x += side.x * distance / middle_share;
        line->items[i].y += side.y * distance / middle_share;
    }
}

void route_straight(struct drawing *drawing)
{
    struct routing routing;
    struct point_list line = {0};
    routing_init(&routing, drawing);
    for (size_t i = 0; i < routing.pairs.count; i++) {
        make_straight(drawing, routing.pairs.items[i], &line);
        set_pair(&routing, i, &line);
    }
    list_release(&line);
    routing_release(&routing);
}

void route_bend(struct drawing *drawing, size_t link, double distance)
{
    struct routing routing;
    struct point_list line = {0};
    routing_init(&routing, drawing);
    const size_t pair = routing.pair_of[link];
    make_straight(drawing, routing.pairs.items[pair], &line);
    bend(&line, distance);
    set_pair(&routing, pair, &line);
    list_release(&line);
    routing_release(&routing);
}

void route_bowed(struct drawing *drawing)
{
    static const double bows[] = {0, 10, -10, 18, -18, 28, -28, 40, -40, 54, -54, 70, -70, 90, -90};
    struct routing routing;
    struct point_list line = {0};
    routing_init(&routing, drawing);
    for (size_t i = 0; i < routing.pairs.count; i++) {
        bool clear = false;
        for (size_t k = 0; k < sizeof bows / sizeof *bows && !clear; k++) {
            make_straight(drawing, routing.pairs.items[i], &line);
            bend(&line, bows[k]);
            clear = set_pair(&routing, i, &line);
        }
        if (!clear) {
            make_straight(drawing, routing.pairs.items[i], &line);
            set_pair(&routing, i, &line);
        }
    }
    list_release(&line);
    routing_release(&routing);
}

/* Boxes where they stand, one line a pair to be led around them.  A pair of several ties
 * keeps as far from the boxes as its fan is wide only in the score, not here. */
static struct canvas *make_canvas(const struct routing *routing, const char *clearance)
{
    struct canvas *canvas = canvas_new();
    canvas_set_graph(canvas, "splines", "true");
    canvas_set_graph(canvas, "esep", clearance);
    for (size_t i = 0; i < routing->drawing->nodes.count; i++) {
        struct box box = routing->drawing->nodes.items[i].outline.box;
        canvas_add_node(canvas, box_width(box), box_height(box), false);
        canvas_set_position(canvas, i, box_centre(box), true);
    }
    for (size_t i = 0; i < routing->pairs.count; i++)
        canvas_add_link(canvas, routing->pairs.items[i].low, routing->pairs.items[i].high, 0, 0);
    return canvas;
}

/* Graphviz moves the whole drawing to its own origin; this brings paths back to the nodes. */
static void read_paths(const struct routing *routing, const struct canvas *canvas)
{
    struct point_list line = {0};
    struct point there = canvas_get_position(canvas, 0);
    struct point here = box_centre(routing->drawing->nodes.items[0].outline.box);
    for (size_t i = 0; i < routing->pairs.count; i++) {
        if (!canvas_get_path(canvas, i, &line))
            make_straight(routing->drawing, routing->pairs.items[i], &line);
        else
            for (size_t j = 0; j < line.count; j++) {
                line.items[j].x += here.x - there.x;
                line.items[j].y += here.y - there.y;
            }
        set_pair(routing, i, &line);
    }
    list_release(&line);
}

bool route_around(struct drawing *drawing, struct error *error)
{
    static const char *const clearances[] = {"+2.4", "+1.2", "+0.5"};
    if (drawing->nodes.count == 0)
        return true;
    if (drawing->nodes.count > BOXES_MOST) {
        route_straight(drawing);
        return error_set(error, ERROR_DATA, "leading %zu lines around %zu boxes takes too long",
                         drawing->links.count, drawing->nodes.count);
    }
    struct routing routing;
    struct error failure = {0};
    bool good = false;
    routing_init(&routing, drawing);
    for (size_t i = 0; i < sizeof clearances / sizeof *clearances && !good; i++) {
        struct canvas *canvas = make_canvas(&routing, clearances[i]);
        failure = (struct error){0};
        good = layout_run(canvas, "nop", &failure);
        if (good)
            read_paths(&routing, canvas);
        canvas_free(canvas);
    }
    routing_release(&routing);
    if (!good) {
        route_straight(drawing);
        *error = failure;
    }
    return good;
}
