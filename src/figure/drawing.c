/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/drawing.h"

#include "base/alloc.h"

#include <math.h>

/* What drawing_move and drawing_scale do to a coordinate: position * factor + shift. */
struct change {
    double factor;
    double dx;
    double dy;
};

void drawing_init(struct drawing *drawing)
{
    *drawing = (struct drawing){.theme = theme_default(), .scale = 1};
}

static const double millimetres_per_point = 25.4 / 72;

double drawing_width_mm(const struct drawing *drawing)
{
    return drawing->page_width * theme_magnification(drawing->theme) * millimetres_per_point;
}

double drawing_height_mm(const struct drawing *drawing)
{
    return drawing->page_height * theme_magnification(drawing->theme) * millimetres_per_point;
}

static void release_node(struct node *node)
{
    list_release(&node->lines);
}

static void release_link(struct link *link)
{
    list_release(&link->relations);
    list_release(&link->label);
    list_release(&link->path);
}

void drawing_release(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        release_node(&drawing->nodes.items[i]);
    }
    for (size_t i = 0; i < drawing->links.count; i++) {
        release_link(&drawing->links.items[i]);
    }
    for (size_t i = 0; i < drawing->frames.count; i++) {
        list_release(&drawing->frames.items[i].hull);
    }
    list_release(&drawing->nodes);
    list_release(&drawing->links);
    list_release(&drawing->frames);
    list_release(&drawing->strokes);
    list_release(&drawing->bars);
    list_release(&drawing->captions);
    list_release(&drawing->told);
    list_release(&drawing->attesting);
    list_release(&drawing->legend);
    list_release(&drawing->texts);
    list_release(&drawing->rules);
    arena_release(&drawing->arena);
    *drawing = (struct drawing){0};
}

static void change_point(struct point *point, struct change change)
{
    point->x = point->x * change.factor + change.dx;
    point->y = point->y * change.factor + change.dy;
}

static void change_points(struct point_list *points, struct change change)
{
    for (size_t i = 0; i < points->count; i++) {
        change_point(&points->items[i], change);
    }
}

static void change_box(struct box *box, struct change change)
{
    box->left = box->left * change.factor + change.dx;
    box->right = box->right * change.factor + change.dx;
    box->top = box->top * change.factor + change.dy;
    box->bottom = box->bottom * change.factor + change.dy;
}

static void change_outline(struct outline *outline, struct change change)
{
    change_box(&outline->box, change);
    outline->radius *= change.factor;
}

static void change_text(struct text_line *line, struct change change)
{
    line->size *= change.factor;
    line->width *= change.factor;
    line->x = line->x * change.factor + change.dx;
    line->y = line->y * change.factor + change.dy;
}

/* Lines whose place is relative to a box grow with it but do not move on their own. */
static void change_relative_texts(struct text_line_list *lines, struct change change)
{
    for (size_t i = 0; i < lines->count; i++) {
        change_text(&lines->items[i], (struct change){.factor = change.factor});
    }
}

/* What stands in the content but is neither node, link nor frame. */
static void change_furniture(struct drawing *drawing, struct change change)
{
    for (size_t i = 0; i < drawing->strokes.count; i++) {
        change_point(&drawing->strokes.items[i].from, change);
        change_point(&drawing->strokes.items[i].to, change);
    }
    for (size_t i = 0; i < drawing->bars.count; i++) {
        change_box(&drawing->bars.items[i].box, change);
        drawing->bars.items[i].radius *= change.factor;
    }
    for (size_t i = 0; i < drawing->captions.count; i++) {
        change_text(&drawing->captions.items[i], change);
    }
}

static void change_content(struct drawing *drawing, struct change change)
{
    change_furniture(drawing, change);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct node *node = &drawing->nodes.items[i];

        change_outline(&node->outline, change);
        change_point(&node->pin, change);
        change_relative_texts(&node->lines, change);
    }
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct link *link = &drawing->links.items[i];

        change_points(&link->path, change);
        change_box(&link->label_box, change);
        change_relative_texts(&link->label, change);
    }
    for (size_t i = 0; i < drawing->frames.count; i++) {
        struct frame *frame = &drawing->frames.items[i];

        change_outline(&frame->outline, change);
        change_points(&frame->hull, change);
        change_text(&frame->label, (struct change){.factor = change.factor});
        change_box(&frame->label_box, change);
    }
    change_box(&drawing->content, change);
}

void drawing_move(struct drawing *drawing, double dx, double dy)
{
    change_content(drawing, (struct change){.factor = 1, .dx = dx, .dy = dy});
}

void drawing_scale(struct drawing *drawing, double factor)
{
    struct change change = {.factor = factor};

    change_content(drawing, change);
    for (size_t i = 0; i < drawing->texts.count; i++) {
        change_text(&drawing->texts.items[i], change);
    }
    for (size_t i = 0; i < drawing->legend.count; i++) {
        change_box(&drawing->legend.items[i].sample, change);
        change_text(&drawing->legend.items[i].text, change);
    }
    for (size_t i = 0; i < drawing->rules.count; i++) {
        drawing->rules.items[i].x0 *= factor;
        drawing->rules.items[i].x1 *= factor;
        drawing->rules.items[i].y *= factor;
    }
    drawing->scale *= factor;
}

/* Add a box to a union that may still be empty. */
static void extend(struct box *sum, bool *any, struct box box)
{
    *sum = *any ? box_union(*sum, box) : box;
    *any = true;
}

static void extend_by_points(struct box *sum, bool *any, const struct point_list *points)
{
    for (size_t i = 0; i < points->count; i++) {
        extend(sum, any, box_around(points->items[i], 0, 0));
    }
}

static void extend_by_link(struct box *sum, bool *any, const struct link *link)
{
    struct point_list polyline = {0};

    path_flatten(&link->path, 0.5, &polyline);
    extend_by_points(sum, any, &polyline);
    list_release(&polyline);
    if (link->has_label) {
        extend(sum, any, link->label_box);
    }
}

static void extend_by_frame(struct box *sum, bool *any, const struct frame *frame)
{
    if (frame->is_hull) {
        extend_by_points(sum, any, &frame->hull);
    } else {
        extend(sum, any, frame->outline.box);
    }
    if (frame->label.text.length > 0) {
        extend(sum, any, frame->label_box);
    }
}

static void extend_by_furniture(struct box *sum, bool *any, const struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->strokes.count; i++) {
        extend(sum, any, box_around(drawing->strokes.items[i].from, 0, 0));
        extend(sum, any, box_around(drawing->strokes.items[i].to, 0, 0));
    }
    for (size_t i = 0; i < drawing->bars.count; i++) {
        extend(sum, any, drawing->bars.items[i].box);
    }
    for (size_t i = 0; i < drawing->captions.count; i++) {
        extend(sum, any, text_line_box(&drawing->captions.items[i]));
    }
}

struct box drawing_measure_content(struct drawing *drawing)
{
    struct box sum = {0};
    bool any = false;

    for (size_t i = 0; i < drawing->nodes.count; i++) {
        double border = drawing->nodes.items[i].style->border_width / 2;

        extend(&sum, &any, box_grow(drawing->nodes.items[i].outline.box, border));
    }
    for (size_t i = 0; i < drawing->links.count; i++) {
        extend_by_link(&sum, &any, &drawing->links.items[i]);
    }
    for (size_t i = 0; i < drawing->frames.count; i++) {
        extend_by_frame(&sum, &any, &drawing->frames.items[i]);
    }
    extend_by_furniture(&sum, &any, drawing);
    drawing->content = sum;
    return sum;
}

struct box text_line_box(const struct text_line *line)
{
    if (line->upwards)
        return (struct box){.left = line->x - font_ascent() * line->size,
                            .top = line->y - line->width,
                            .right = line->x + font_descent() * line->size,
                            .bottom = line->y};
    return (struct box){.left = line->x,
                        .top = line->y - font_ascent() * line->size,
                        .right = line->x + line->width,
                        .bottom = line->y + font_descent() * line->size};
}

static void mark_sources_of(const struct dataset *dataset, const struct relation_id_list *relations,
                            bool *cited)
{
    for (size_t i = 0; i < relations->count; i++) {
        size_t count = 0;
        const struct claim *claims = dataset_claims_of(dataset, relations->items[i], &count);
        for (size_t k = 0; k < count; k++)
            cited[claims[k].source] = true;
    }
}

void drawing_mark_sources(const struct drawing *drawing, bool *cited)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        mark_sources_of(drawing->dataset, &drawing->links.items[i].relations, cited);
    mark_sources_of(drawing->dataset, &drawing->told, cited);
    mark_sources_of(drawing->dataset, &drawing->attesting, cited);
}

/* Mark a row; 1 when it was not marked before. */
static size_t mark(bool *marks, size_t row)
{
    const size_t is_new = !marks[row];
    marks[row] = true;
    return is_new;
}

size_t drawing_count_groups(const struct drawing *drawing)
{
    bool *seen = alloc_zeroed(drawing->dataset->groups.count, sizeof *seen);
    size_t count = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        count += mark(seen, drawing->nodes.items[i].group);
    list_free(seen);
    return count;
}

size_t drawing_count_relations(const struct drawing *drawing, const struct link_style *style)
{
    bool *seen = alloc_zeroed(drawing->dataset->relations.count, sizeof *seen);
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        for (size_t k = 0; k < link->relations.count; k++)
            if (style == NULL || link->style == style)
                count += mark(seen, link->relations.items[k]);
    }
    for (size_t i = 0; style == NULL && i < drawing->told.count; i++)
        count += mark(seen, drawing->told.items[i]);
    list_free(seen);
    return count;
}

size_t drawing_count_links(const struct drawing *drawing, size_t node)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++)
        count += drawing->links.items[i].from == node || drawing->links.items[i].to == node;
    return count;
}
