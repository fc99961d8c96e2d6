/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Hulls and frames of regions and the places of their names.  A hull is the convex hull of its
 * nodes' boxes with a margin; its name stands just outside it, where it meets nothing,
 * preferably above.  A frame's name stands inside its upper edge, or its lower one.
 */
#include "figure/place_variant.h"

#include "base/list.h"

#include <math.h>

#define PI 3.14159265358979323846

static const double hull_margin = 4.5, label_gap = 1.5, ring_step = 6,
                    head_room = 2.8; /* half the width of a head */
const double place_frame_inset = 9;
const double place_frame_title = 18;

static const double frame_radius = 9;

enum {
    LABEL_ANGLES = 48,
    LABEL_RINGS = 6,
    FRAME_STEPS = 16
};

static void make_hull(const struct drawing *drawing, size_t number, struct frame *frame)
{
    struct point_list corners = {0};
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        if (node->region != number)
            continue;
        struct box box = box_grow(node->outline.box, hull_margin);
        list_push(&corners, (struct point){box.left, box.top});
        list_push(&corners, (struct point){box.right, box.top});
        list_push(&corners, (struct point){box.right, box.bottom});
        list_push(&corners, (struct point){box.left, box.bottom});
    }
    polygon_hull(corners.items, corners.count, &frame->hull);
    list_release(&corners);
    struct box extent = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < frame->hull.count; i++) {
        struct point corner = frame->hull.items[i];
        extent = (struct box){fmin(extent.left, corner.x), fmin(extent.top, corner.y),
                              fmax(extent.right, corner.x), fmax(extent.bottom, corner.y)};
    }
    frame->outline = (struct outline){extent, hull_margin};
}

/* How far the hull reaches from its centre in a direction. */
static double reach_of(const struct point_list *hull, struct point centre, struct point direction)
{
    double reach = 0;
    for (size_t i = 0; i < hull->count; i++) {
        struct point a = hull->items[i], b = hull->items[(i + 1) % hull->count], where;
        struct point far = {centre.x + direction.x * 1e4, centre.y + direction.y * 1e4};
        if (segments_cross(centre, far, a, b, &where))
            reach = fmax(reach, point_distance(centre, where));
    }
    return reach;
}

static bool path_meets_box(const struct point_list *path, struct box box,
                           struct point_list *scratch)
{
    path_flatten(path, 0.5, scratch);
    for (size_t i = 1; i < scratch->count; i++)
        if (segment_meets_box(scratch->items[i - 1], scratch->items[i], box))
            return true;
    return false;
}

static double cost_of_label(const struct drawing *drawing, size_t number, struct box box)
{
    double cost = 0;
    struct point_list scratch = {0};
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (box_overlaps(box_grow(box, 1), drawing->nodes.items[i].outline.box))
            cost += 100;
    for (size_t i = 0; i < drawing->links.count; i++)
        if (drawing->links.items[i].path.count >= 4 &&
            path_meets_box(&drawing->links.items[i].path, box_grow(box, head_room), &scratch))
            cost += 40;
    for (size_t i = 0; i < drawing->frames.count; i++) {
        if (i < number && box_overlaps(box_grow(box, 1), drawing->frames.items[i].label_box))
            cost += 100;
        if (i != number && polygon_meets_box(&drawing->frames.items[i].hull, box))
            cost += 6;
    }
    list_release(&scratch);
    return cost;
}

/* The label box beside the hull in a direction from its centre, or further out. */
static struct box label_at(const struct frame *frame, struct point centre, double angle,
                           double distance)
{
    struct point direction = {sin(angle), -cos(angle)};
    double width = box_width(frame->label_box), height = box_height(frame->label_box);
    double reach = reach_of(&frame->hull, centre, direction) + label_gap + distance;
    struct point at = {centre.x + direction.x * reach, centre.y + direction.y * reach};
    at.x += direction.x * width / 2;
    at.y += direction.y * height / 2;
    return box_around(at, width, height);
}

static void place_label(const struct drawing *drawing, size_t number, struct frame *frame)
{
    struct point centre = {0, 0};
    for (size_t i = 0; i < frame->hull.count; i++) {
        centre.x += frame->hull.items[i].x / (double)frame->hull.count;
        centre.y += frame->hull.items[i].y / (double)frame->hull.count;
    }
    double least = INFINITY;
    struct box best = frame->label_box;
    for (int i = 0; i < LABEL_RINGS * LABEL_ANGLES; i++) {
        int ring = i / LABEL_ANGLES;
        double angle = 2 * PI * (i % LABEL_ANGLES) / (double)LABEL_ANGLES;
        double distance = ring_step * ring;
        struct box box = label_at(frame, centre, angle, distance);
        double cost = cost_of_label(drawing, number, box) + 2 * (1 - cos(angle)) + distance;
        if (box.left < 0 || (drawing->page_width > 0 && box.right > drawing->page_width))
            cost += 60;
        if (polygon_meets_box(&frame->hull, box))
            cost += 8;
        if (cost < least) {
            least = cost;
            best = box;
        }
    }
    frame->label_box = best;
}

void place_hulls(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->frames.count; i++)
        if (drawing->frames.items[i].is_hull)
            make_hull(drawing, i, &drawing->frames.items[i]);
    for (size_t i = 0; i < drawing->frames.count; i++)
        if (drawing->frames.items[i].is_hull)
            place_label(drawing, i, &drawing->frames.items[i]);
}

/* The least bad place for the name along an edge of the frame. */
static double place_frame_label(const struct drawing *drawing, struct frame *frame, double top,
                                double penalty, double least)
{
    struct box outline = frame->outline.box;
    double width = box_width(frame->label_box), height = box_height(frame->label_box);
    double room = box_width(outline) - 2 * place_frame_inset - width;
    for (int i = 0; i <= FRAME_STEPS; i++) {
        double left = outline.left + place_frame_inset + fmax(0, room) * i / (double)FRAME_STEPS;
        struct box box = {left, top, left + width, top + height};
        double cost = cost_of_label(drawing, 0, box) + penalty + 0.5 * i;
        if (cost >= least)
            continue;
        least = cost;
        frame->label_box = box;
    }
    return least;
}

void place_frame(struct drawing *drawing)
{
    if (drawing->frames.count == 0 || drawing->frames.items[0].is_hull)
        return;
    struct frame *frame = &drawing->frames.items[0];
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (drawing->nodes.items[i].region == 0)
            box = box_union(box, box_grow(drawing->nodes.items[i].outline.box, place_frame_inset));
    double height = box_height(frame->label_box), needed = box_width(frame->label_box);
    box.top -= place_frame_title - place_frame_inset;
    box.right = fmax(box.right, box.left + needed + 2 * place_frame_inset);
    frame->outline = (struct outline){box, frame_radius};
    double least = place_frame_label(drawing, frame, box.top + 5, 0, INFINITY);
    if (least >= 30)
        place_frame_label(drawing, frame, box.bottom - 5 - height, 4, least);
}
