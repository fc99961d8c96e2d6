/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Free places by stress majorization (Gansner, Koren and North 2004): hubs far from their
 * groups, regions held together by one invisible anchor each.  A variant is a seed and a
 * shape of page: the layout is turned and stretched to the page in several ways, the best of
 * them is untangled.  In overviews straight links stand in for the routed ones until the best
 * variant is known, because routing takes longest.
 */
#include "figure/place_variant.h"

#include "base/alloc.h"
#include "figure/canvas.h"
#include "figure/compose.h"
#include "figure/geometry_pack.h"
#include "figure/labels.h"
#include "figure/layout.h"
#include "figure/legibility.h"
#include "figure/place.h"
#include "figure/route.h"
#include "figure/untangle.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define PI 3.14159265358979323846

const size_t place_free_overviews = 4;
const size_t place_free_regions = 14;
const size_t place_free_strips = 16;

enum {
    TURNS = 12,
    SPREAD_ROUNDS = 60,
    STARTS_OVERVIEW = 2,
    STARTS_REGION = 1,
    MOVES_START = 1600,
    MOVES_MENDING = 1600,
    MENDING_ROUNDS = 6,
};

/* Moves of the last anneal: of a region for each node, and at least, where links are many. */
static const double moves_overview = 40000, moves_a_node = 1000, moves_most = 25000,
                    moves_least = 4000;

static const double name_measure = 62, node_gap = 6, page_margin = 8, frame_margin = 10,
                    across_most = 1.7, strain_most = 3, band_most = 36, links_overview = 90,
                    links_region = 48, room_of_names = 22; /* of regions, above and below */

static const double measures_in_panels[] = {38, 44};

/* How far an untangled figure is pulled apart downwards, in turn. */
static const double stretches_down[] = {1, 1.3, 1.7};

/* Page area for each node's own area: variants take turns. */
static const double room_overview[] = {2.4, 2.7, 3.0, 3.4}, room_region[] = {3.5, 5, 7, 9};

/* Ideal lengths in inches, by what a link joins; the study of overviews measured them. */
static const double length_hub = 1.75, length_region = 0.75, length_across = 1.8, length_hubs = 1.4,
                    length_anchor = 0.55;

/* So many lines that the page is filled as by an overview. */
static bool is_overview(const struct drawing *drawing, const struct figure_definition *definition)
{
    return drawing->undated || definition->type == FIGURE_OVERVIEW;
}

static double ideal_length(const struct node *a, const struct node *b)
{
    if (a->hub && b->hub)
        return length_hubs;
    if (a->hub || b->hub)
        return length_hub;
    return a->region == b->region && a->region != NODE_NONE ? length_region : length_across;
}

static void add_link(struct canvas *canvas, size_t from, size_t to, double length)
{
    char text[32];
    snprintf(text, sizeof text, "%.3f", length);
    canvas_set_link(canvas, canvas_add_link(canvas, from, to, 0, 0), "len", text);
}

static struct canvas *make_canvas(const struct drawing *drawing, size_t seed)
{
    struct canvas *canvas = canvas_new();
    canvas_set_graph(canvas, "mode", "major");
    canvas_set_graph_number(canvas, "start", (double)seed);
    canvas_set_graph(canvas, "epsilon", "0.0005");
    canvas_set_graph(canvas, "maxiter", "500");
    canvas_set_graph(canvas, "overlap", "true");
    canvas_set_graph(canvas, "splines", "false");
    for (size_t i = 0; i < drawing->nodes.count; i++)
        canvas_add_node(canvas, 10, 10, false);
    for (size_t i = 0; i < drawing->frames.count; i++)
        canvas_add_node(canvas, 1, 1, false);
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if (link->from != link->to)
            add_link(
                canvas, link->from, link->to,
                ideal_length(&drawing->nodes.items[link->from], &drawing->nodes.items[link->to]));
    }
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].region != NODE_NONE)
            add_link(canvas, i, drawing->nodes.count + drawing->nodes.items[i].region,
                     length_anchor);
    return canvas;
}

/* Height of the page that gives each node its room, unless the definition sets one. */
static struct box page_of(const struct drawing *drawing, const struct figure_definition *definition,
                          size_t variant)
{
    const double *rooms = is_overview(drawing, definition) ? room_overview : room_region;
    double room = rooms[variant % (sizeof room_region / sizeof *room_region)];
    double width = place_width(definition), area = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct box box = box_grow(drawing->nodes.items[i].outline.box, node_gap);
        area += box_width(box) * box_height(box);
    }
    double height = fmax(area * room / width, width * 0.4);
    if (drawing->room_down > 0)
        height = fmax(drawing->room_down - room_of_names, node_gap);
    return (struct box){page_margin, page_margin, width - page_margin, height};
}

static struct point turned(struct point point, double angle)
{
    return (struct point){point.x * cos(angle) - point.y * sin(angle),
                          point.x * sin(angle) + point.y * cos(angle)};
}

/* Turn the layout and stretch it until it fills the page; pinned nodes go to their pins. */
static void fit(struct drawing *drawing, const struct point *raw, double angle, struct box page)
{
    struct box extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct point at = turned(raw[i], angle);
        extent = (struct box){fmin(extent.left, at.x), fmin(extent.top, at.y),
                              fmax(extent.right, at.x), fmax(extent.bottom, at.y)};
    }
    double scale_x = (box_width(page) - 40) / fmax(1, box_width(extent));
    double scale_y = (box_height(page) - 20) / fmax(1, box_height(extent));
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct node *node = &drawing->nodes.items[i];
        struct point at = turned(raw[i], angle);
        at.x = page.left + 20 + (at.x - extent.left) * scale_x;
        at.y = page.top + 10 + (at.y - extent.top) * scale_y;
        if (node->pinned)
            at = node->pin;
        node->outline.box =
            box_around(at, box_width(node->outline.box), box_height(node->outline.box));
    }
}

static double best_turn(struct drawing *drawing, const struct point *raw, struct box page)
{
    double least = INFINITY, best = 0;
    for (int i = 0; i < TURNS; i++) {
        double angle = 2 * PI * i / (double)TURNS;
        fit(drawing, raw, angle, page);
        untangle_spread(drawing, page, node_gap, SPREAD_ROUNDS);
        double cost = untangle_cost(drawing, page);
        if (cost < least) {
            least = cost;
            best = angle;
        }
    }
    return best;
}

/* Width of the drawing when its centres are pulled apart by a factor and its boxes are not. */
static double width_at(const struct drawing *drawing, const struct point *centres, double factor)
{
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        double half = box_width(drawing->nodes.items[i].outline.box) / 2;
        left = fmin(left, centres[i].x * factor - half);
        right = fmax(right, centres[i].x * factor + half);
    }
    return right - left;
}

/* The factor that fills the page's width, by bisection; at least 1. */
static double factor_across(const struct drawing *drawing, const struct point *centres,
                            struct box page)
{
    double low = 1, high = across_most, room = box_width(page) - 2 * frame_margin;
    if (width_at(drawing, centres, high) <= room)
        return high;
    for (int i = 0; i < 20; i++) {
        double middle = (low + high) / 2;
        if (width_at(drawing, centres, middle) <= room)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Pull the places apart, across until they fill the page, downwards by the given factor. */
static void stretch(struct drawing *drawing, const struct point *centres, struct box page,
                    double down)
{
    double across = factor_across(drawing, centres, page);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct outline *outline = &drawing->nodes.items[i].outline;
        struct point at = {centres[i].x * across, centres[i].y * down};
        outline->box = box_around(at, box_width(outline->box), box_height(outline->box));
    }
}

static int compare_numbers(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* How much lower everything below y comes to lie when empty bands are cut to the most allowed. */
static double cut_above(const struct drawing *drawing, const double *tops, double y)
{
    double cut = 0, bottom = tops[0];
    for (size_t i = 0; i < drawing->nodes.count && tops[i] <= y; i++) {
        cut += fmax(0, tops[i] - bottom - band_most);
        for (size_t j = 0; j < drawing->nodes.count; j++)
            if (drawing->nodes.items[j].outline.box.top <= tops[i])
                bottom = fmax(bottom, drawing->nodes.items[j].outline.box.bottom);
    }
    return cut;
}

/* Cut empty bands between the nodes: lines that only pass through need no more room. */
static void squeeze(struct drawing *drawing)
{
    size_t count = drawing->nodes.count;
    double *tops = alloc_zeroed(count, sizeof *tops), *cuts = alloc_zeroed(count, sizeof *cuts);
    for (size_t i = 0; i < count; i++)
        tops[i] = drawing->nodes.items[i].outline.box.top;
    qsort(tops, count, sizeof *tops, compare_numbers);
    for (size_t i = 0; i < count; i++)
        cuts[i] = cut_above(drawing, tops, drawing->nodes.items[i].outline.box.top);
    for (size_t i = 0; i < count; i++) {
        struct box *box = &drawing->nodes.items[i].outline.box;
        *box = box_move(*box, 0, -cuts[i]);
    }
    free(tops);
    free(cuts);
}

/* What stands around the paths, once they are set. */
static void set_names(struct drawing *drawing)
{
    place_frame(drawing);
    place_hulls(drawing);
    labels_place(drawing, false);
}

/* Straight lines serve while places are sought. */
static void set_paths(struct drawing *drawing)
{
    route_straight(drawing);
    set_names(drawing);
}

/* Lead lines around boxes where one is in the way; without Graphviz they stay as they are. */
static void clear_paths(struct drawing *drawing)
{
    struct legibility found;
    struct error ignored = {0};
    legibility_measure(drawing, &found);
    if (found.links_through_nodes > 0 && route_around(drawing, &ignored))
        set_names(drawing);
}

static bool has_pins(const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].pinned)
            return true;
    return false;
}

/* Try the untangled places at several widths and heights; the most legible one stays.  Pins are
 * promises, so a drawing with pins is left as it stands. */
static void stretch_to_labels(struct drawing *drawing, const struct figure_definition *definition,
                              struct box page)
{
    if (has_pins(drawing)) {
        set_paths(drawing);
        return;
    }
    struct point *centres = alloc_zeroed(drawing->nodes.count, sizeof *centres);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        centres[i] = box_centre(drawing->nodes.items[i].outline.box);
    double least = INFINITY;
    size_t best = 0, count = sizeof stretches_down / sizeof *stretches_down;
    for (size_t i = 0; i <= count; i++) {
        stretch(drawing, centres, page, stretches_down[i < count ? i : best]);
        squeeze(drawing);
        set_paths(drawing);
        double score = i < count ? place_score(drawing, place_width(definition)) : 0;
        if (i == count || score >= least)
            continue;
        least = score;
        best = i;
    }
    free(centres);
}

/* The page where the drawing now stands, as wide as before and as high as it has become. */
static struct box page_around(const struct drawing *drawing, struct box page)
{
    struct box extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < drawing->nodes.count; i++)
        extent = box_union(extent, drawing->nodes.items[i].outline.box);
    double spare = fmax(0, box_width(page) - 2 * frame_margin - box_width(extent)) / 2;
    extent.left -= spare;
    extent.right += spare;
    extent.bottom += 10;
    return extent;
}

static bool has_strain(const struct drawing *drawing, double limit)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        if (drawing->links.items[i].strain > limit)
            return true;
    return false;
}

/* Bend the lines of a pair in which a label has no place, if that makes the whole more legible. */
static void bend_pair(struct drawing *drawing, const struct figure_definition *definition,
                      size_t link)
{
    static const double bows[] = {14, -14, 28, -28, 44, -44};
    struct buffer best = {0};
    double least = place_score(drawing, place_width(definition));
    geometry_pack(drawing, least, &best);
    for (size_t i = 0; i < sizeof bows / sizeof *bows; i++) {
        route_bend(drawing, link, bows[i]);
        set_names(drawing);
        const double score = place_score(drawing, place_width(definition));
        if (score >= least)
            continue;
        least = score;
        best.length = 0;
        geometry_pack(drawing, score, &best);
    }
    geometry_unpack(buffer_text(&best), drawing);
    buffer_release(&best);
}

/* The last resort for labels: bows instead of straight lines.  In a crowd it is of no use. */
static void bend_strained(struct drawing *drawing, const struct figure_definition *definition)
{
    if ((double)drawing->links.count > 2 * links_region)
        return;
    for (size_t i = 0; i < drawing->links.count; i++)
        drawing->links.items[i].strain = 1;
    labels_place(drawing, false);
    for (size_t i = 0; i < drawing->links.count; i++) {
        if (drawing->links.items[i].strain <= 1)
            continue;
        bend_pair(drawing, definition, i);
        for (size_t k = i + 1; k < drawing->links.count; k++)
            drawing->links.items[k].strain = 1;
        labels_place(drawing, false);
    }
}

/* Labels without a free place strain their links; mend the places until none does. */
static void make_room_for_labels(struct drawing *drawing,
                                 const struct figure_definition *definition, struct box page,
                                 size_t variant)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        drawing->links.items[i].strain = 1;
    stretch_to_labels(drawing, definition, page);
    for (int round = 0; round < MENDING_ROUNDS && has_strain(drawing, 1); round++) {
        for (size_t i = 0; i < drawing->links.count; i++)
            drawing->links.items[i].strain = fmin(drawing->links.items[i].strain, strain_most);
        untangle_anneal(drawing, page_around(drawing, page), MOVES_MENDING, 0.15, variant + 1);
        stretch_to_labels(drawing, definition, page);
    }
    clear_paths(drawing);
    bend_strained(drawing, definition);
}

static bool lay_out(struct drawing *drawing, size_t seed, struct point *raw, struct error *error)
{
    struct canvas *canvas = make_canvas(drawing, seed);
    bool good = layout_run(canvas, "neato", error);
    for (size_t i = 0; i < drawing->nodes.count && good; i++)
        raw[i] = canvas_get_position(canvas, i);
    canvas_free(canvas);
    return good;
}

static void save_centres(const struct drawing *drawing, struct point *centres)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        centres[i] = box_centre(drawing->nodes.items[i].outline.box);
}

static void restore_centres(struct drawing *drawing, const struct point *centres)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct box *box = &drawing->nodes.items[i].outline.box;
        *box = box_around(centres[i], box_width(*box), box_height(*box));
    }
}

/* Short runs from several seeds; the drawing gets the places of the least tangled one. */
static bool find_start(struct drawing *drawing, const struct figure_definition *definition,
                       struct box page, size_t variant, struct error *error)
{
    size_t starts = is_overview(drawing, definition) ? STARTS_OVERVIEW : STARTS_REGION;
    struct point *raw = alloc_zeroed(drawing->nodes.count, sizeof *raw);
    struct point *best = alloc_zeroed(drawing->nodes.count, sizeof *best);
    double least = INFINITY;
    for (size_t i = 0; i < starts; i++) {
        size_t seed = variant * starts + i + 1;
        if (!lay_out(drawing, seed, raw, error))
            break;
        fit(drawing, raw, best_turn(drawing, raw, page), page);
        untangle_spread(drawing, page, node_gap, SPREAD_ROUNDS);
        untangle_anneal(drawing, page, MOVES_START, 0.6, seed);
        double cost = untangle_cost(drawing, page);
        if (cost >= least)
            continue;
        least = cost;
        save_centres(drawing, best);
    }
    restore_centres(drawing, best);
    free(raw);
    free(best);
    return least < INFINITY;
}

/* Names break earlier in the narrow panels of a strip, where variants take turns. */
static double measure_of(const struct figure_definition *definition, size_t variant)
{
    const size_t count = sizeof measures_in_panels / sizeof *measures_in_panels;
    const size_t rooms = sizeof room_region / sizeof *room_region;
    if (definition->type != FIGURE_STRIP)
        return name_measure;
    return measures_in_panels[variant / rooms % count];
}

/* A move costs time in proportion to the links, so that large figures get fewer of them. */
static size_t count_moves(const struct drawing *drawing, const struct figure_definition *definition)
{
    const bool overview = definition->type == FIGURE_OVERVIEW;
    const double moves =
        overview ? moves_overview : fmin(moves_most, moves_a_node * (double)drawing->nodes.count);
    const double usual = overview ? links_overview : links_region;
    const double share = fmin(1, usual / fmax(1, (double)drawing->links.count));
    return (size_t)fmax(fmin(moves, moves_least), moves * share);
}

bool place_free_try(struct drawing *drawing, const struct figure_definition *definition,
                    size_t variant, struct error *error)
{
    compose_size_nodes(drawing, measure_of(definition, variant));
    struct box page = page_of(drawing, definition, variant);
    if (!find_start(drawing, definition, page, variant, error))
        return false;
    untangle_anneal(drawing, page, count_moves(drawing, definition), 0.7, variant + 1);
    untangle_spread(drawing, page, node_gap - 1, SPREAD_ROUNDS);
    drawing->page_width = place_width(definition);
    if (!place_needs_routing(drawing, definition)) {
        make_room_for_labels(drawing, definition, page, variant);
        return true;
    }
    route_straight(drawing);
    place_frame(drawing);
    place_hulls(drawing);
    return true;
}
