/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sizes are given for the width of line that a head usually sits on and grow half as fast as
 * the line.  Corners are measured backwards from the tip and sideways from the line:
 *
 *            side ^    /|
 *                 |  /  |
 *     tip ---------<----+-------- line
 *                    \  |
 *             back --> \|
 */
#include "figure/heads.h"

#include <assert.h>
#include <math.h>

struct corner {
    double back; /* shares of the head's length */
    double side; /* shares of half its breadth */
};

struct head_form {
    double line_width; /* on which length and breadth hold */
    double length;
    double breadth;
    struct corner corners[HEAD_CORNERS_MOST];
    size_t count;
    bool is_open;
    bool is_ring;
};

static const struct head_form forms[] = {
    [HEAD_NONE] = {.line_width = 1},
    [HEAD_ARROW] = {.line_width = 1.25,
                    .length = 7.2,
                    .breadth = 4.8,
                    .corners = {{0, 0}, {1, 1}, {1, -1}},
                    .count = 3},
    [HEAD_VEE] = {.line_width = 1.25,
                  .length = 5.2,
                  .breadth = 5.6,
                  .corners = {{1, 1}, {0, 0}, {1, -1}},
                  .count = 3,
                  .is_open = true},
    [HEAD_TEE] = {.line_width = 1.5,
                  .length = 2.1,
                  .breadth = 6.4,
                  .corners = {{0, 1}, {1, 1}, {1, -1}, {0, -1}},
                  .count = 4},
    [HEAD_RING] = {.line_width = 0.8, .length = 4.4, .breadth = 4.4, .count = 1, .is_ring = true},
    [HEAD_DIAMOND] = {.line_width = 1.9,
                      .length = 8.8,
                      .breadth = 6,
                      .corners = {{0, 0}, {0.5, 1}, {1, 0}, {0.5, -1}},
                      .count = 4},
    [HEAD_BOX] = {.line_width = 1,
                  .length = 4.4,
                  .breadth = 4.4,
                  .corners = {{0, 1}, {1, 1}, {1, -1}, {0, -1}},
                  .count = 4},
};

static double growth(const struct head_form *form, double line_width)
{
    return 0.5 + 0.5 * line_width / form->line_width;
}

static double stroke_of(const struct head_form *form, double line_width, bool hollow)
{
    if (form->is_ring || form->is_open)
        return line_width;
    return hollow ? fmin(line_width, 0.8) : 0;
}

/* How far a mitred outline reaches beyond its foremost corner. */
static double overshoot(enum head head, double stroke)
{
    const struct head_form *form = &forms[head];
    if (head == HEAD_TEE || head == HEAD_BOX || head == HEAD_RING || form->count == 0)
        return stroke / 2;
    double back = head == HEAD_DIAMOND ? form->length / 2 : form->length;
    return stroke / 2 * hypot(back, form->breadth / 2) / (form->breadth / 2);
}

const char *head_name(enum head head)
{
    static const char *const names[HEAD_COUNT] = {
        [HEAD_NONE] = "none", [HEAD_ARROW] = "normal",    [HEAD_VEE] = "vee", [HEAD_TEE] = "tee",
        [HEAD_RING] = "odot", [HEAD_DIAMOND] = "diamond", [HEAD_BOX] = "box",
    };
    return names[head];
}

double head_trim(enum head head, double line_width, bool hollow)
{
    const struct head_form *form = &forms[head];
    if (head == HEAD_NONE)
        return 0;
    double stroke = stroke_of(form, line_width, hollow);
    double ahead = overshoot(head, stroke);
    double length = form->length * growth(form, line_width);
    if (form->is_open)
        return ahead;
    if (stroke > 0)
        return ahead + length;                          /* up to the outline's middle */
    return length * (head == HEAD_DIAMOND ? 0.8 : 0.9); /* some way into the filled shape */
}

struct head_shape head_shape_at(enum head head, struct point tip, struct point direction,
                                double line_width, bool hollow)
{
    assert(head >= HEAD_NONE && head < HEAD_COUNT);
    const struct head_form *form = &forms[head];
    double grown = growth(form, line_width);
    double length = form->length * grown;
    double side = form->breadth / 2 * grown;
    struct head_shape shape = {.count = form->count,
                               .is_closed = !form->is_open,
                               .is_filled = !hollow && !form->is_open && !form->is_ring,
                               .stroke = stroke_of(form, line_width, hollow)};
    double ahead = overshoot(head, shape.stroke);
    if (form->is_ring) {
        shape.radius = length / 2;
        double back = ahead + shape.radius;
        shape.points[0] = (struct point){tip.x - direction.x * back, tip.y - direction.y * back};
        return shape;
    }
    for (size_t i = 0; i < form->count; i++) {
        double back = ahead + form->corners[i].back * length;
        double aside = form->corners[i].side * side;
        shape.points[i] = (struct point){tip.x - direction.x * back + direction.y * aside,
                                         tip.y - direction.y * back - direction.x * aside};
    }
    return shape;
}

struct box head_shape_box(const struct head_shape *shape)
{
    struct box box = {0};
    for (size_t i = 0; i < shape->count; i++) {
        struct box corner = box_around(shape->points[i], 0, 0);
        box = i == 0 ? corner : box_union(box, corner);
    }
    return shape->count == 0 ? box : box_grow(box, shape->radius + shape->stroke / 2);
}
