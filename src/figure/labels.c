/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Candidate places per label, after Imhof 1975 for lines: the middle first, then outwards,
 * on both sides.  Conflicts are counted once against nodes and lines; labels are then chosen
 * greedily, the one with the fewest free places first, and revised once.
 */
#include "figure/labels.h"

#include "base/alloc.h"

#include <math.h>
#include <stdlib.h>

static const double fractions[] = {0.5,  0.44, 0.56, 0.38, 0.62, 0.32, 0.68,
                                   0.26, 0.74, 0.2,  0.8,  0.14, 0.86};
enum {
    FRACTION_COUNT = sizeof fractions / sizeof *fractions,
    PLACES_MOST = 6 * FRACTION_COUNT + 1,
    FREE_ENOUGH = 8
};

/* From the line to the label, nearest first. */
static const double gaps[] = {1.6, 3.6, 6.5};
static const double cost_node = 100, cost_line = 60, cost_label = 100, cost_frame = 40,
                    strain_step = 1.5;

struct candidate {
    struct box box;
    double cost; /* against all that does not move, plus a small preference */
};

struct labelled {
    size_t link;
    size_t count;
    size_t free; /* candidates without conflict */
    size_t chosen;
    struct candidate places[PLACES_MOST];
};

struct labelling {
    struct drawing *drawing;
    bool are_placed;          /* label boxes come from layout */
    struct point_list *lines; /* flattened path of each link */
    struct box *extents;      /* of each line, with its width */
};

static struct box extent_of(const struct point_list *line, double margin)
{
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < line->count; i++) {
        struct point point = line->items[i];
        box = (struct box){fmin(box.left, point.x), fmin(box.top, point.y),
                           fmax(box.right, point.x), fmax(box.bottom, point.y)};
    }
    return box_grow(box, margin);
}

/* Half the width that a link really takes, double lines included. */
static double half_width(const struct link *link)
{
    return link->style->is_double ? 1.3 + link->style->width / 2 : link->style->width / 2;
}

static bool line_meets_box(const struct point_list *line, struct box box)
{
    for (size_t i = 1; i < line->count; i++)
        if (segment_meets_box(line->items[i - 1], line->items[i], box))
            return true;
    return false;
}

/* Conflicts of a box with nodes, lines and frame names. */
static double cost_of(const struct labelling *labelling, struct box box)
{
    const struct drawing *drawing = labelling->drawing;
    double cost = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        if (box_overlaps(box_grow(box, 0.8), drawing->nodes.items[i].outline.box))
            cost += cost_node;
    for (size_t i = 0; i < drawing->links.count; i++) {
        struct box reach = box_grow(box, half_width(&drawing->links.items[i]) + 0.5);
        if (box_overlaps(labelling->extents[i], reach) &&
            line_meets_box(&labelling->lines[i], reach))
            cost += cost_line;
    }
    for (size_t i = 0; i < drawing->frames.count; i++)
        if (box_overlaps(box, drawing->frames.items[i].label_box))
            cost += cost_label;
    return cost;
}

/* Does the box cross the edge of a frame?  Text on a frame's edge reads badly. */
static bool straddles_frame(const struct drawing *drawing, struct box box)
{
    for (size_t i = 0; i < drawing->frames.count; i++) {
        struct box frame = drawing->frames.items[i].outline.box;
        if (drawing->frames.items[i].is_hull || !box_overlaps(box, frame))
            continue;
        if (box.left < frame.left || box.right > frame.right || box.top < frame.top ||
            box.bottom > frame.bottom)
            return true;
    }
    return false;
}

static void add_candidate(const struct labelling *labelling, struct labelled *labelled,
                          struct box box, double preference)
{
    double cost = cost_of(labelling, box);
    if (straddles_frame(labelling->drawing, box))
        cost += cost_frame;
    if (cost == 0)
        labelled->free++;
    labelled->places[labelled->count++] = (struct candidate){box, cost + preference};
}

/* The box beside a point of the line, touching a parallel at distance gap. */
static struct box beside(struct point at, struct point direction, double side, double gap,
                         double width, double height)
{
    struct point normal = {-direction.y * side, direction.x * side};
    double reach = fabs(normal.x) * width / 2 + fabs(normal.y) * height / 2 + gap;
    return box_around((struct point){at.x + normal.x * reach, at.y + normal.y * reach}, width,
                      height);
}

static void find_candidates(const struct labelling *labelling, struct labelled *labelled)
{
    const struct link *link = &labelling->drawing->links.items[labelled->link];
    const struct point_list *line = &labelling->lines[labelled->link];
    double width = box_width(link->label_box), height = box_height(link->label_box);
    double length = polyline_length(line);
    if (labelling->are_placed)
        add_candidate(labelling, labelled, link->label_box, 1.5);
    for (size_t i = 0; i < FRACTION_COUNT; i++) {
        struct point direction;
        struct point at = polyline_at(line, length * fractions[i], &direction);
        for (size_t j = 0; j < 6; j++) {
            double side = j % 2 == 0 ? 1 : -1;
            double gap = gaps[j / 2] + half_width(link);
            double preference = (double)i * 0.3 + (double)j * 0.4;
            add_candidate(labelling, labelled, beside(at, direction, side, gap, width, height),
                          preference);
        }
        if (labelled->free >= FREE_ENOUGH)
            return;
    }
}

static double cost_with_others(const struct labelled *all, size_t count, size_t self, size_t place)
{
    struct candidate candidate = all[self].places[place];
    double cost = candidate.cost;
    for (size_t i = 0; i < count; i++)
        if (i != self && all[i].chosen != SIZE_MAX &&
            box_overlaps(box_grow(candidate.box, 0.8), all[i].places[all[i].chosen].box))
            cost += cost_label;
    return cost;
}

static void choose_place(struct labelled *all, size_t count, size_t self)
{
    size_t best = 0;
    double least = INFINITY;
    for (size_t i = 0; i < all[self].count; i++) {
        double cost = cost_with_others(all, count, self, i);
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    all[self].chosen = best;
}

static int compare_freedom(const void *a, const void *b)
{
    const struct labelled *left = a, *right = b;
    if (left->free != right->free)
        return left->free < right->free ? -1 : 1;
    return left->link < right->link ? -1 : 1;
}

static void flatten_all(struct labelling *labelling)
{
    const struct drawing *drawing = labelling->drawing;
    labelling->lines = alloc_zeroed(drawing->links.count, sizeof *labelling->lines);
    labelling->extents = alloc_zeroed(drawing->links.count, sizeof *labelling->extents);
    for (size_t i = 0; i < drawing->links.count; i++) {
        path_flatten(&drawing->links.items[i].path, 0.25, &labelling->lines[i]);
        labelling->extents[i] = extent_of(&labelling->lines[i], 1);
    }
}

static void release(struct labelling *labelling)
{
    for (size_t i = 0; i < labelling->drawing->links.count; i++)
        list_release(&labelling->lines[i]);
    free(labelling->lines);
    free(labelling->extents);
}

void labels_place(struct drawing *drawing, bool are_placed)
{
    struct labelling labelling = {.drawing = drawing, .are_placed = are_placed};
    flatten_all(&labelling);
    struct labelled *all = alloc_zeroed(drawing->links.count, sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < drawing->links.count; i++) {
        if (!drawing->links.items[i].has_label || labelling.lines[i].count < 2)
            continue;
        all[count] = (struct labelled){.link = i, .chosen = SIZE_MAX};
        find_candidates(&labelling, &all[count++]);
    }
    if (count > 1)
        qsort(all, count, sizeof *all, compare_freedom);
    for (int pass = 0; pass < 3; pass++)
        for (size_t i = 0; i < count; i++)
            choose_place(all, count, i);
    for (size_t i = 0; i < count; i++) {
        struct link *link = &drawing->links.items[all[i].link];
        link->label_box = all[i].places[all[i].chosen].box;
        if (cost_with_others(all, count, i, all[i].chosen) >= cost_frame)
            link->strain *= strain_step;
    }
    free(all);
    release(&labelling);
}
