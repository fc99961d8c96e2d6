/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Layered drawings by dot: the frame is a cluster, hubs stay outside it, every link shapes the
 * layers, and each date has its room beside the line.  A variant is one choice from each of
 * the tables below; which families point upwards changes the layering most, so four such
 * choices are tried.
 */
#include "figure/place_variant.h"

#include "base/list.h"
#include "figure/canvas.h"
#include "figure/compose.h"
#include "figure/hierarchy.h"
#include "figure/labels.h"
#include "figure/layout.h"

#include <math.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Line measures for names, in points. */
static const double measures[] = {50, 66};

static const char *const directions[] = {"TB", "LR"};

/* Inches between nodes of a layer and between layers. */
static const char node_separation[] = "0.15", layer_separation[] = "0.25";

/* Families whose links are layered against their direction. */
static const unsigned flips[] = {
    0,
    1u << FAMILY_PLEDGE | 1u << FAMILY_MEMBERSHIP,
    1u << FAMILY_SPLIT | 1u << FAMILY_LINEAGE,
    1u << FAMILY_PLEDGE | 1u << FAMILY_SPLIT,
};

const size_t place_layered_variants = COUNT(measures) * COUNT(directions) * COUNT(flips);

/* Hierarchies: wholes above or left of their parts, narrow and wide measures, and how close. */
static const double hierarchy_measures[] = {46, 60, 84, 130};

static const unsigned hierarchy_flip = 1u << FAMILY_PLEDGE | 1u << FAMILY_MEMBERSHIP;

static const struct {
    const char *nodes;
    const char *layers;
} hierarchy_separations[] = {{"0.035", "0.45"}, {"0.035", "0.8"}, {"0.06", "1.0"}};

const size_t place_hierarchy_variants =
    COUNT(hierarchy_measures) * COUNT(directions) * COUNT(hierarchy_separations);

static const double bar_gap = 3, frame_margin = 9, frame_radius = 9, label_gap = 4;

struct variant {
    double measure;
    const char *direction;
    unsigned flipped;
    const char *node_separation;
    const char *layer_separation;
};

static struct variant hierarchy_at(size_t number)
{
    struct variant variant = {.flipped = hierarchy_flip};
    variant.direction = directions[number % COUNT(directions)];
    number /= COUNT(directions);
    variant.measure = hierarchy_measures[number % COUNT(hierarchy_measures)];
    number /= COUNT(hierarchy_measures);
    variant.node_separation = hierarchy_separations[number].nodes;
    variant.layer_separation = hierarchy_separations[number].layers;
    return variant;
}

static struct variant variant_at(const struct figure_definition *definition, size_t number)
{
    struct variant variant = {.node_separation = node_separation,
                              .layer_separation = layer_separation};
    if (definition->type == FIGURE_HIERARCHY)
        return hierarchy_at(number);
    variant.direction = directions[number % COUNT(directions)];
    number /= COUNT(directions);
    variant.flipped = flips[number % COUNT(flips)];
    variant.measure = measures[number / COUNT(flips)];
    return variant;
}

static bool is_flipped(const struct drawing *drawing, const struct link *link,
                       const struct variant *variant)
{
    const struct kind *kind = dataset_kind_of(drawing->dataset, link->relations.items[0]);
    return (variant->flipped >> kind->family & 1u) != 0;
}

static void set_attributes(struct canvas *canvas, const struct figure_definition *definition,
                           const struct variant *variant)
{
    canvas_set_graph(canvas, "newrank", "true");
    canvas_set_graph(canvas, "splines", "true");
    canvas_set_graph(canvas, "rankdir", variant->direction);
    canvas_set_graph(canvas, "nodesep", variant->node_separation);
    canvas_set_graph(canvas, "ranksep", variant->layer_separation);
    for (size_t i = 0; i < definition->passthrough.count; i++)
        if (definition->passthrough.items[i].object == 'g')
            canvas_set_graph(canvas, definition->passthrough.items[i].name.at,
                             definition->passthrough.items[i].value.at);
}

static void fill_canvas(struct canvas *canvas, const struct drawing *drawing,
                        const struct variant *variant)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        canvas_add_node(canvas, box_width(node->outline.box), box_height(node->outline.box),
                        node->region != NODE_NONE);
    }
    if (drawing->frames.count > 0)
        canvas_set_frame_label(canvas, box_width(drawing->frames.items[0].label_box),
                               box_height(drawing->frames.items[0].label_box), frame_margin);
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        bool flipped = is_flipped(drawing, link, variant);
        double width = link->has_label ? box_width(link->label_box) + 2 * label_gap : 0;
        canvas_add_link(canvas, flipped ? link->to : link->from, flipped ? link->from : link->to,
                        width, box_height(link->label_box) + 2);
    }
}

/* Ties that say nothing of above and below do not shape the layers. */
static void free_unranked(struct canvas *canvas, const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        if (!hierarchy_ranks(drawing, &drawing->links.items[i]))
            canvas_set_link(canvas, i, "constraint", "false");
}

static void reverse(struct point_list *points)
{
    for (size_t i = 0, j = points->count; i + 1 < j; i++) {
        struct point point = points->items[i];
        points->items[i] = points->items[--j];
        points->items[j] = point;
    }
}

static bool read_link(struct drawing *drawing, const struct canvas *canvas, size_t number,
                      const struct variant *variant, struct error *error)
{
    struct link *link = &drawing->links.items[number];
    struct point centre;
    if (!canvas_get_path(canvas, number, &link->path))
        return error_set(error, ERROR_SYSTEM, "dot left a link without a path");
    if (is_flipped(drawing, link, variant))
        reverse(&link->path);
    path_clip(&link->path, drawing->nodes.items[link->from].outline,
              drawing->nodes.items[link->to].outline);
    if (link->has_label && canvas_get_label(canvas, number, &centre))
        link->label_box =
            box_around(centre, box_width(link->label_box), box_height(link->label_box));
    return true;
}

static void read_frame(struct drawing *drawing, const struct canvas *canvas)
{
    struct frame *frame = &drawing->frames.items[0];
    struct box box;
    if (!canvas_get_frame(canvas, &box))
        return;
    frame->outline = (struct outline){box, frame_radius};
    frame->label_box = box_move(frame->label_box, box.left + frame_margin - frame->label_box.left,
                                box.top + frame_margin * 0.6 - frame->label_box.top);
}

static bool read_canvas(struct drawing *drawing, const struct canvas *canvas,
                        const struct variant *variant, struct error *error)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct outline *outline = &drawing->nodes.items[i].outline;
        outline->box = box_around(canvas_get_position(canvas, i), box_width(outline->box),
                                  box_height(outline->box));
    }
    for (size_t i = 0; i < drawing->links.count; i++)
        if (!read_link(drawing, canvas, i, variant, error))
            return false;
    if (drawing->frames.count > 0)
        read_frame(drawing, canvas);
    return true;
}

bool place_layered_try(struct drawing *drawing, const struct figure_definition *definition,
                       size_t number, struct error *error)
{
    struct variant variant = variant_at(definition, number);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].pinned)
            return error_set(error, ERROR_SYSTEM, "dot takes no pinned places");
    const bool hierarchy = definition->type == FIGURE_HIERARCHY;
    const bool downwards = strcmp(variant.direction, "LR") == 0;
    if (hierarchy)
        drawing->measure = 0; /* sizes of boxes that another variant stretched */
    compose_size_nodes(drawing, variant.measure);
    if (hierarchy)
        hierarchy_stretch(drawing, downwards, bar_gap);
    struct canvas *canvas = canvas_new();
    set_attributes(canvas, definition, &variant);
    fill_canvas(canvas, drawing, &variant);
    if (hierarchy)
        free_unranked(canvas, drawing);
    bool good = layout_run(canvas, "dot", error) && read_canvas(drawing, canvas, &variant, error);
    canvas_free(canvas);
    if (good && hierarchy)
        hierarchy_straighten(drawing, downwards);
    if (good)
        labels_place(drawing, true);
    return good;
}
