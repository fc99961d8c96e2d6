/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Plain doubles in the machine's own form: both ends are the same program image, so neither
 * byte order nor version matters.  Counts are written as doubles too.
 */
#include "figure/geometry_pack.h"

#include "figure/compose.h"

#include <math.h>
#include <string.h>

static void put(struct buffer *buffer, double value)
{
    char bytes[sizeof value];
    memcpy(bytes, &value, sizeof value);
    buffer_add_text(buffer, (struct text){bytes, sizeof bytes});
}

static void put_box(struct buffer *buffer, struct box box)
{
    put(buffer, box.left);
    put(buffer, box.top);
    put(buffer, box.right);
    put(buffer, box.bottom);
}

static void put_points(struct buffer *buffer, const struct point_list *points)
{
    put(buffer, (double)points->count);
    for (size_t i = 0; i < points->count; i++) {
        put(buffer, points->items[i].x);
        put(buffer, points->items[i].y);
    }
}

void geometry_pack(const struct drawing *drawing, double score, struct buffer *buffer)
{
    put(buffer, score);
    put(buffer, drawing->measure);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        put_box(buffer, drawing->nodes.items[i].outline.box);
    for (size_t i = 0; i < drawing->links.count; i++) {
        put_box(buffer, drawing->links.items[i].label_box);
        put_points(buffer, &drawing->links.items[i].path);
    }
    for (size_t i = 0; i < drawing->frames.count; i++) {
        const struct frame *frame = &drawing->frames.items[i];
        put_box(buffer, frame->outline.box);
        put_box(buffer, frame->label_box);
        put(buffer, frame->outline.radius);
        put_points(buffer, &frame->hull);
    }
}

/* Takes the next double off the text; false when there is none, or it is no number. */
static bool take(struct text *packed, double *value)
{
    if (packed->length < sizeof *value)
        return false;
    memcpy(value, packed->at, sizeof *value);
    packed->at += sizeof *value;
    packed->length -= sizeof *value;
    return isfinite(*value);
}

static bool take_box(struct text *packed, struct box *box)
{
    return take(packed, &box->left) && take(packed, &box->top) && take(packed, &box->right) &&
           take(packed, &box->bottom);
}

static bool take_points(struct text *packed, struct point_list *points)
{
    double count;
    points->count = 0;
    if (!take(packed, &count) || !(count >= 0 && count <= (double)packed->length))
        return false;
    for (size_t i = 0; i < (size_t)count; i++) {
        struct point point;
        if (!take(packed, &point.x) || !take(packed, &point.y))
            return false;
        list_push(points, point);
    }
    return true;
}

double geometry_packed_score(struct text packed)
{
    double score;
    return take(&packed, &score) ? score : INFINITY;
}

static bool take_links(struct text *packed, struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->links.count; i++)
        if (!take_box(packed, &drawing->links.items[i].label_box) ||
            !take_points(packed, &drawing->links.items[i].path))
            return false;
    return true;
}

static bool take_frames(struct text *packed, struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->frames.count; i++) {
        struct frame *frame = &drawing->frames.items[i];
        if (!take_box(packed, &frame->outline.box) || !take_box(packed, &frame->label_box) ||
            !take(packed, &frame->outline.radius) || !take_points(packed, &frame->hull))
            return false;
    }
    return true;
}

bool geometry_unpack(struct text packed, struct drawing *drawing)
{
    double score, measure;
    if (!take(&packed, &score) || !take(&packed, &measure))
        return false;
    compose_size_nodes(drawing, measure);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (!take_box(&packed, &drawing->nodes.items[i].outline.box))
            return false;
    return take_links(&packed, drawing) && take_frames(&packed, drawing) && packed.length == 0;
}
