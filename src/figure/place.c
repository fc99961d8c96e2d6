/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The table of ways of placing, one row a figure type, and what they share: slicing, scoring,
 * routing between fixed boxes, and what is done when a layout fails.
 */
#include "figure/place.h"

#include "figure/alignment_hubs.h"
#include "figure/compose.h"
#include "figure/geometry_pack.h"
#include "figure/hierarchy.h"
#include "figure/labels.h"
#include "figure/legibility.h"
#include "figure/matrix.h"
#include "figure/nudge.h"
#include "figure/panels.h"
#include "figure/place_genealogy.h"
#include "figure/place_series.h"
#include "figure/place_variant.h"
#include "figure/route.h"

#include <math.h>

#define POINTS_PER_MM (72.0 / 25.4)

/* A way of placing and how many variants of it a figure type tries. */
struct way {
    const size_t *variants;
    bool (*try)(struct drawing *, const struct figure_definition *, size_t, struct error *);
};

/* What is pinned cannot be layered; everything else is to be. */
static bool try_pinned(struct drawing *drawing, const struct figure_definition *definition,
                       size_t variant, struct error *error)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].pinned)
            return place_free_try(drawing, definition, variant, error);
    return error_set(error, ERROR_SYSTEM, "nothing is pinned");
}

struct plan {
    struct way ways[2];
    size_t slices;
    bool routed; /* paths must still be routed once places are chosen */
};

static const struct plan plans[FIGURE_TYPE_COUNT] = {
    [FIGURE_OVERVIEW] = {{{&place_free_overviews, place_free_try}}, 4, true},
    [FIGURE_LANES] = {{{&place_alignments, place_alignment_try}}, 3, false},
    [FIGURE_REGION] = {{{&place_free_regions, place_free_try},
                        {&place_layered_variants, place_layered_try}},
                       2,
                       false},
    [FIGURE_EGO] = {{{&place_free_regions, place_free_try},
                     {&place_layered_variants, place_layered_try}},
                    2,
                    false},
    [FIGURE_STRIP] = {{{&place_free_strips, place_free_try},
                       {&place_layered_variants, place_layered_try}},
                      2,
                      false},
    [FIGURE_DIFFERENCE] = {{{&place_free_regions, place_free_try},
                            {&place_layered_variants, place_layered_try}},
                           2,
                           false},
    [FIGURE_HIERARCHY] = {{{&place_hierarchy_variants, place_layered_try},
                           {&place_free_regions, try_pinned}},
                          2,
                          false},
    [FIGURE_MATRIX] = {{{&place_matrix_variants, place_matrix_try}}, 1, false},
};

/* Types that need no engine: they have no slices. */
static void (*const makers[FIGURE_TYPE_COUNT])(struct drawing *, const struct figure_request *) = {
    [FIGURE_GENEALOGY] = place_genealogy,
    [FIGURE_SERIES] = place_series,
};

static const double cost_gate = 120, cost_crossing = 3, cost_coincidence = 3, cost_intrusion = 5,
                    cost_shrink = 400, cost_height = 45, cost_detour = 1.5, cost_turn = 1.2,
                    free_turn = 0.7, row_gap = 14, flaws_good = 4, flaws_fair = 9,
                    cost_small_text = 3000, scale_legible = 6.0 / 7.0, links_usual = 60,
                    links_small = 18, width_usual = 480; /* narrower pages may be as high */

enum {
    VARIANTS_LEAST = 4,
    NUDGES_MOST = 3
};

double place_page_width(const struct figure_definition *definition)
{
    return definition->width_mm * POINTS_PER_MM;
}

double place_page_height(const struct figure_definition *definition)
{
    return definition->height_mm * POINTS_PER_MM;
}

bool place_at_once(struct drawing *drawing, const struct figure_request *request)
{
    if (makers[request->definition->type] == NULL)
        return false;
    makers[request->definition->type](drawing, request);
    return true;
}

double place_width(const struct figure_definition *definition)
{
    if (definition->type == FIGURE_STRIP)
        return panels_inner_width(definition);
    return place_page_width(definition);
}

static const struct plan *plan_of(const struct drawing *drawing,
                                  const struct figure_definition *definition)
{
    return &plans[drawing->undated ? FIGURE_OVERVIEW : definition->type];
}

size_t place_slice_count(const struct drawing *drawing, const struct figure_definition *definition)
{
    return plan_of(drawing, definition)->slices;
}

bool place_needs_routing(const struct drawing *drawing, const struct figure_definition *definition)
{
    return plan_of(drawing, definition)->routed && (drawing->undated || !definition->show_dates);
}

/* Radians that a path turns, beyond the gentle curve that nobody minds. */
static double turning(const struct point_list *path, struct point_list *line)
{
    double turn = 0;
    path_flatten(path, 0.5, line);
    for (size_t i = 2; i < line->count; i++) {
        struct point a = line->items[i - 2], b = line->items[i - 1], c = line->items[i];
        double cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
        double along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
        turn += fabs(atan2(cross, along));
    }
    return fmax(0, turn - free_turn);
}

static double total_turning(const struct drawing *drawing)
{
    struct point_list line = {0};
    double total = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        total += turning(&drawing->links.items[i].path, &line);
    list_release(&line);
    return total;
}

/* The part of the score that is only the page's height, which no placement does without. */
static double height_cost(const struct drawing *drawing, double page_width)
{
    return cost_height * box_height(drawing->content) / fmax(page_width, width_usual);
}

double place_score(struct drawing *drawing, double page_width)
{
    struct legibility found;
    struct box content = drawing_measure_content(drawing);
    drawing->page_width = fmax(page_width, box_width(content));
    legibility_measure(drawing, &found);
    size_t gates = found.node_overlaps + found.text_overlaps + found.text_on_node +
                   found.links_through_nodes + found.labels_struck;
    double shrink = fmin(1, page_width / fmax(1, box_width(content)));
    if (drawing->room_down > 0)
        shrink = fmin(shrink, drawing->room_down / fmax(1, box_height(content)));
    return cost_gate * (double)gates + cost_crossing * (double)found.crossings +
           cost_coincidence * (double)found.coincidences +
           cost_intrusion * (double)found.intrusions + cost_shrink * (1 - shrink) +
           cost_small_text * fmax(0, scale_legible - shrink) +
           cost_gate * (shrink < scale_legible) + height_cost(drawing, page_width) +
           cost_detour * fmax(0, found.longest_detour - 1) + cost_turn * total_turning(drawing);
}

/* The best placement so far, packed.  With few flaws a slice is content, with some it does not
 * try a further way. */
struct best {
    double score;
    double flaws; /* the score less the page's height */
    struct buffer *packed;
};

/* All variants for a figure of usual size; fewer for larger ones, which take longer each, and for
 * small ones, which are soon as good as they get. */
static size_t count_variants(struct way way, const struct drawing *drawing)
{
    double links = fmax(1, (double)drawing->links.count);
    double share = fmin(1, fmin(links_usual / links, links / links_small));
    size_t count = (size_t)fmax(VARIANTS_LEAST, (double)*way.variants * share);
    return count < *way.variants ? count : *way.variants;
}

static void try_way(struct drawing *drawing, const struct figure_definition *definition,
                    struct way way, size_t slice, struct best *best, struct error *error)
{
    size_t count = count_variants(way, drawing);
    for (size_t i = slice; i < count; i += plan_of(drawing, definition)->slices) {
        struct error failure = {0};
        if (!way.try(drawing, definition, i, &failure)) {
            *error = failure;
            continue;
        }
        double score = place_score(drawing, place_width(definition));
        if (score >= best->score)
            continue;
        best->score = score;
        best->packed->length = 0;
        geometry_pack(drawing, score, best->packed);
        best->flaws = score - height_cost(drawing, place_width(definition));
        if (best->flaws < flaws_good)
            return;
    }
}

bool place_slice(struct drawing *drawing, const struct figure_definition *definition, size_t slice,
                 struct buffer *packed, struct error *error)
{
    struct best best = {INFINITY, INFINITY, packed};
    const struct way *ways = plan_of(drawing, definition)->ways;
    for (size_t i = 0; i < 2 && ways[i].try != NULL; i++) {
        if (best.flaws < flaws_fair)
            break;
        try_way(drawing, definition, ways[i], slice, &best, error);
    }
    return best.score < INFINITY;
}

bool place_route(struct drawing *drawing, const struct figure_definition *definition,
                 struct buffer *packed, struct error *error)
{
    double least = INFINITY;
    struct error failure = {0};
    for (int round = 0; round <= NUDGES_MOST && route_around(drawing, &failure); round++) {
        place_frame(drawing);
        place_hulls(drawing);
        labels_place(drawing, false);
        double score = place_score(drawing, place_width(definition));
        if (score < least) {
            least = score;
            packed->length = 0;
            geometry_pack(drawing, score, packed);
        }
        if (!nudge_nodes(drawing, place_width(definition)))
            break;
    }
    if (least == INFINITY)
        *error = failure;
    return least < INFINITY;
}

void place_furnish(struct drawing *drawing, const struct figure_definition *definition)
{
    if (definition->type == FIGURE_MATRIX && matrix_is_drawn(drawing))
        matrix_furnish(drawing, text_equal_string(definition->frame_by, "region"));
    if (definition->type == FIGURE_LANES)
        alignment_furnish(drawing);
    if (definition->type == FIGURE_HIERARCHY || definition->type == FIGURE_LANES)
        hierarchy_centre_names(drawing);
}

void place_straight(struct drawing *drawing)
{
    route_straight(drawing);
    place_frame(drawing);
    place_hulls(drawing);
    labels_place(drawing, false);
}

void place_in_rows(struct drawing *drawing, const struct figure_definition *definition)
{
    double x = 0, y = 0, row = 0;
    compose_size_nodes(drawing, 60);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct outline *outline = &drawing->nodes.items[i].outline;
        double width = box_width(outline->box), height = box_height(outline->box);
        if (x > 0 && x + width > place_width(definition)) {
            x = 0;
            y += row + row_gap;
            row = 0;
        }
        outline->box = (struct box){x, y, x + width, y + height};
        x += width + row_gap;
        row = fmax(row, height);
    }
    place_straight(drawing);
}
