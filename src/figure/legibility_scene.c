/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/legibility_scene.h"

#include "base/alloc.h"

#include <math.h>

static const double tolerance = 0.4;                                   /* of flattened curves */
static const double run_step = 4, run_length = 12, run_distance = 1.3; /* of coincidence */
static const double text_slack = 0.3; /* that texts are smaller than their box */

static void add_text(struct scene *scene, const struct text_line *line, struct point corner,
                     size_t node)
{
    struct box box = box_move(text_line_box(line), corner.x, corner.y);
    if (line->text.length > 0)
        list_push(&scene->texts, (struct placed_text){box_grow(box, -text_slack), line, node});
}

static void add_texts(struct scene *scene)
{
    const struct drawing *drawing = scene->drawing;
    struct point origin = {0, 0};
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        struct point corner = {node->outline.box.left, node->outline.box.top};
        for (size_t k = 0; k < node->lines.count; k++)
            add_text(scene, &node->lines.items[k], corner, i);
    }
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        struct point corner = {link->label_box.left, link->label_box.top};
        for (size_t k = 0; link->has_label && k < link->label.count; k++)
            add_text(scene, &link->label.items[k], corner, NODE_NONE);
    }
    for (size_t i = 0; i < drawing->frames.count; i++) {
        const struct frame *frame = &drawing->frames.items[i];
        double baseline = frame->label.size * font_ascent();
        add_text(scene, &frame->label,
                 (struct point){frame->label_box.left - frame->label.x,
                                frame->label_box.top + baseline - frame->label.y},
                 NODE_NONE);
    }
    for (size_t i = 0; i < drawing->captions.count; i++)
        add_text(scene, &drawing->captions.items[i], origin, NODE_NONE);
    for (size_t i = 0; i < drawing->texts.count; i++)
        add_text(scene, &drawing->texts.items[i], origin, NODE_NONE);
    for (size_t i = 0; i < drawing->legend.count; i++)
        add_text(scene, &drawing->legend.items[i].text, origin, NODE_NONE);
}

/* A head at one end of the middle line, cheaper than the exact marks and as large. */
static void add_head(struct placed_link *placed, enum head head, double gap, double width,
                     bool hollow, bool at_end)
{
    if (head == HEAD_NONE || placed->line.count < 2)
        return;
    double length = polyline_length(&placed->line);
    double back = fmin(gap, length / 3);
    double base = fmin(back + head_trim(head, width, hollow) + 0.5, length / 2);
    struct point tip = polyline_at(&placed->line, at_end ? length - back : back, NULL);
    struct point from = polyline_at(&placed->line, at_end ? length - base : base, NULL);
    double span = point_distance(from, tip);
    struct point along = {1, 0};
    if (span > 0)
        along = (struct point){(tip.x - from.x) / span, (tip.y - from.y) / span};
    placed->heads[placed->head_count++] = head_shape_at(head, tip, along, width, hollow);
}

static void measure_extent(struct placed_link *placed)
{
    struct box extent = {0};
    for (size_t i = 0; i < placed->line.count; i++) {
        struct point point = placed->line.items[i];
        extent = i == 0 ? box_around(point, 0, 0) : box_union(extent, box_around(point, 0, 0));
    }
    extent = box_grow(extent, placed->half_width);
    for (size_t i = 0; i < placed->head_count; i++)
        extent = box_union(extent, head_shape_box(&placed->heads[i]));
    placed->extent = extent;
}

static void place_link(const struct drawing *drawing, const struct link *link,
                       struct placed_link *placed)
{
    const struct link_style *style = link->style;
    double width = link_marks_width(drawing, link);
    double start_gap = link_marks_gap(&drawing->nodes.items[link->from]);
    double end_gap = link_marks_gap(&drawing->nodes.items[link->to]);
    bool hollow = link_marks_hollow(link);
    path_flatten(&link->path, tolerance, &placed->line);
    placed->half_width = width / 2 + link_marks_spread(style);
    add_head(placed, style->head, end_gap, width, hollow, true);
    add_head(placed, style->tail, start_gap, width, hollow, false);
    measure_extent(placed);
}

void scene_init(struct scene *scene, const struct drawing *drawing)
{
    *scene = (struct scene){.drawing = drawing};
    scene->links = alloc_zeroed(drawing->links.count, sizeof *scene->links);
    for (size_t i = 0; i < drawing->links.count; i++)
        place_link(drawing, &drawing->links.items[i], &scene->links[i]);
    add_texts(scene);
}

void scene_release(struct scene *scene)
{
    for (size_t i = 0; i < scene->drawing->links.count; i++)
        list_release(&scene->links[i].line);
    list_free(scene->links);
    list_release(&scene->texts);
}

static bool head_meets_box(const struct head_shape *shape, struct box box)
{
    if (!box_overlaps(head_shape_box(shape), box))
        return false;
    if (shape->count == 1)
        return true;
    box = box_grow(box, shape->stroke / 2);
    for (size_t i = 0; i < shape->count; i++)
        if (segment_meets_box(shape->points[i], shape->points[(i + 1) % shape->count], box))
            return true;
    return false;
}

bool placed_link_meets_box(const struct placed_link *link, struct box box)
{
    if (!box_overlaps(link->extent, box))
        return false;
    struct box reach = box_grow(box, link->half_width);
    for (size_t i = 1; i < link->line.count; i++)
        if (segment_meets_box(link->line.items[i - 1], link->line.items[i], reach))
            return true;
    for (size_t i = 0; i < link->head_count; i++)
        if (head_meets_box(&link->heads[i], box))
            return true;
    return false;
}

bool placed_link_meets_outline(const struct placed_link *link, struct outline outline)
{
    if (!box_overlaps(link->extent, outline.box))
        return false;
    for (size_t i = 1; i < link->line.count; i++)
        if (segment_meets_outline(link->line.items[i - 1], link->line.items[i], outline))
            return true;
    return false;
}

/* Is the segment on one side of the box? */
static bool is_beside(struct point a, struct point b, struct box box)
{
    return (a.x < box.left && b.x < box.left) || (a.x > box.right && b.x > box.right) ||
           (a.y < box.top && b.y < box.top) || (a.y > box.bottom && b.y > box.bottom);
}

static struct box segment_box(struct point a, struct point b)
{
    return (struct box){a.x < b.x ? a.x : b.x, a.y < b.y ? a.y : b.y, a.x < b.x ? b.x : a.x,
                        a.y < b.y ? b.y : a.y};
}

/* Does any piece of the line cross the segment?  Most lie beside it, which is cheaper to see. */
static bool line_crosses(const struct point_list *line, struct point a, struct point b)
{
    struct box box = segment_box(a, b);
    for (size_t i = 1; i < line->count; i++) {
        struct point start = line->items[i - 1], end = line->items[i];
        if (!is_beside(start, end, box) && segments_cross(a, b, start, end, NULL))
            return true;
    }
    return false;
}

bool placed_links_cross(const struct placed_link *a, const struct placed_link *b)
{
    if (!box_overlaps(a->extent, b->extent))
        return false;
    for (size_t i = 1; i < a->line.count; i++) {
        struct point start = a->line.items[i - 1], end = a->line.items[i];
        if (!is_beside(start, end, b->extent) && line_crosses(&b->line, start, end))
            return true;
    }
    return false;
}

/* Is the point within a distance of the line? */
static bool is_near_line(const struct placed_link *link, struct point point, double distance)
{
    if (!box_contains(box_grow(link->extent, distance), point))
        return false;
    for (size_t i = 1; i < link->line.count; i++) {
        struct point a = link->line.items[i - 1], b = link->line.items[i];
        if (!is_beside(a, b, box_around(point, 2 * distance, 2 * distance)) &&
            point_segment_distance(point, a, b) < distance)
            return true;
    }
    return false;
}

/* Walks along one line in equal steps and looks for a run of points near the other. */
bool placed_links_coincide(const struct placed_link *a, const struct placed_link *b)
{
    double near = fmax(run_distance, (a->half_width + b->half_width) * 0.75);
    size_t run = 0;
    double ahead = 0; /* from the start of a segment to the next step */
    if (!box_overlaps(a->extent, b->extent))
        return false;
    for (size_t i = 1; i < a->line.count; i++) {
        struct point start = a->line.items[i - 1], end = a->line.items[i];
        double length = point_distance(start, end);
        size_t steps = ahead < length ? 1 + (size_t)((length - ahead) / run_step) : 0;
        for (size_t k = 0; k < steps; k++) {
            double share = fmin(1, (ahead + (double)k * run_step) / length);
            struct point at = {start.x + (end.x - start.x) * share,
                               start.y + (end.y - start.y) * share};
            run = is_near_line(b, at, near) ? run + 1 : 0;
            if ((double)run * run_step >= run_length)
                return true;
        }
        ahead += (double)steps * run_step - length;
    }
    return false;
}
