/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/nudge.h"

#include <math.h>

static const double step = 1.5, clearance = 1.5, neighbour_gap = 2.5;

enum {
    STEPS_MOST = 8,
    SIDES = 4
};

static bool is_clear(const struct point_list *line, struct box box)
{
    for (size_t i = 1; i < line->count; i++)
        if (segment_meets_box(line->items[i - 1], line->items[i], box))
            return false;
    return true;
}

/* Does the box keep its distance from the other nodes, and stay within the width? */
static bool is_free(const struct drawing *drawing, size_t number, struct box box, double page_width)
{
    if (box.left < drawing->content.left ||
        box.right > fmax(drawing->content.right, drawing->content.left + page_width))
        return false;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (i != number &&
            box_overlaps(box_grow(box, neighbour_gap), drawing->nodes.items[i].outline.box))
            return false;
    return true;
}

/* The shortest move of the node to a side that frees the line; false when there is none. */
static bool step_aside(struct drawing *drawing, size_t number, const struct point_list *line,
                       double page_width)
{
    static const struct point sides[SIDES] = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}};
    struct box *box = &drawing->nodes.items[number].outline.box;
    for (int i = 1; i <= STEPS_MOST; i++)
        for (int side = 0; side < SIDES; side++) {
            struct box moved = box_move(*box, sides[side].x * i * step, sides[side].y * i * step);
            if (!is_clear(line, box_grow(moved, clearance)) ||
                !is_free(drawing, number, moved, page_width))
                continue;
            *box = moved;
            return true;
        }
    return false;
}

bool nudge_nodes(struct drawing *drawing, double page_width)
{
    struct point_list line = {0};
    bool moved = false;
    drawing_measure_content(drawing);
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        path_flatten(&link->path, 0.5, &line);
        for (size_t k = 0; k < drawing->nodes.count; k++) {
            const struct node *node = &drawing->nodes.items[k];
            if (k == link->from || k == link->to || node->pinned ||
                is_clear(&line, node->outline.box))
                continue;
            moved |= step_aside(drawing, k, &line, page_width);
        }
    }
    list_release(&line);
    return moved;
}
