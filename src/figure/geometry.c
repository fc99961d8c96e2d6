/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/geometry.h"

#include <math.h>
#include <stdlib.h>

#define TINY 1e-9

struct box box_around(struct point centre, double width, double height)
{
    return (struct box){.left = centre.x - width / 2,
                        .top = centre.y - height / 2,
                        .right = centre.x + width / 2,
                        .bottom = centre.y + height / 2};
}

struct point box_centre(struct box box)
{
    return (struct point){(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

double box_width(struct box box)
{
    return box.right - box.left;
}

double box_height(struct box box)
{
    return box.bottom - box.top;
}

struct box box_grow(struct box box, double margin)
{
    return (struct box){box.left - margin, box.top - margin, box.right + margin,
                        box.bottom + margin};
}

struct box box_union(struct box a, struct box b)
{
    return (struct box){fmin(a.left, b.left), fmin(a.top, b.top), fmax(a.right, b.right),
                        fmax(a.bottom, b.bottom)};
}

struct box box_move(struct box box, double dx, double dy)
{
    return (struct box){box.left + dx, box.top + dy, box.right + dx, box.bottom + dy};
}

bool box_overlaps(struct box a, struct box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

bool box_contains(struct box box, struct point point)
{
    return point.x >= box.left && point.x <= box.right && point.y >= box.top &&
           point.y <= box.bottom;
}

double box_overlap_area(struct box a, struct box b)
{
    if (!box_overlaps(a, b)) {
        return 0;
    }
    return (fmin(a.right, b.right) - fmax(a.left, b.left)) *
           (fmin(a.bottom, b.bottom) - fmax(a.top, b.top));
}

bool outline_contains(struct outline outline, struct point point)
{
    struct box box = outline.box;
    double largest = fmin(box_width(box), box_height(box)) / 2;
    double radius = fmax(0, fmin(outline.radius, largest));
    struct box inner = box_grow(box, -radius);
    double dx = fmax(0, fmax(inner.left - point.x, point.x - inner.right));
    double dy = fmax(0, fmax(inner.top - point.y, point.y - inner.bottom));

    if (!box_contains(box, point)) {
        return false;
    }
    return dx * dx + dy * dy <= radius * radius + TINY || dx <= 0 || dy <= 0;
}

/* Narrow [*first, *last] to where position + t * delta lies strictly between low and high. */
static bool clip_axis(double position, double delta, double low, double high, double *first,
                      double *last)
{
    double enter;
    double leave;

    if (fabs(delta) < TINY) {
        return position > low && position < high;
    }
    enter = (low - position) / delta;
    leave = (high - position) / delta;
    *first = fmax(*first, fmin(enter, leave));
    *last = fmin(*last, fmax(enter, leave));
    return *first < *last;
}

bool segment_meets_box(struct point a, struct point b, struct box box)
{
    double first = 0;
    double last = 1;

    return clip_axis(a.x, b.x - a.x, box.left, box.right, &first, &last) &&
           clip_axis(a.y, b.y - a.y, box.top, box.bottom, &first, &last);
}

/* Twice the area of the triangle; its sign tells on which side of a-b the point c lies. */
static double turn(struct point a, struct point b, struct point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool segments_cross(struct point a, struct point b, struct point c, struct point d,
                    struct point *where)
{
    double side_c = turn(a, b, c);
    double side_d = turn(a, b, d);
    double side_a = turn(c, d, a);
    double side_b = turn(c, d, b);
    double share;

    if (side_c * side_d >= 0 || side_a * side_b >= 0) {
        return false;
    }
    share = side_a / (side_a - side_b);
    if (where != NULL) {
        *where = (struct point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    }
    return true;
}

bool segment_meets_outline(struct point a, struct point b, struct outline outline)
{
    struct box box = outline.box;
    double largest = fmin(box_width(box), box_height(box)) / 2;
    double radius = fmax(0, fmin(outline.radius, largest));
    struct box upright = {box.left + radius, box.top, box.right - radius, box.bottom};
    struct box lying = {box.left, box.top + radius, box.right, box.bottom - radius};
    struct point corners[4] = {{upright.left, lying.top},
                               {upright.right, lying.top},
                               {upright.left, lying.bottom},
                               {upright.right, lying.bottom}};

    if (!segment_meets_box(a, b, box)) {
        return false;
    }
    if (segment_meets_box(a, b, upright) || segment_meets_box(a, b, lying)) {
        return true;
    }
    for (size_t i = 0; i < 4; i++) {
        if (point_segment_distance(corners[i], a, b) < radius) {
            return true;
        }
    }
    return false;
}

double point_distance(struct point a, struct point b)
{
    double dx = b.x - a.x;
    double dy = b.y - a.y;

    return sqrt(dx * dx + dy * dy);
}

double point_segment_distance(struct point point, struct point a, struct point b)
{
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double square = dx * dx + dy * dy;
    double share = 0;

    if (square > TINY) {
        share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
        share = fmax(0, fmin(1, share));
    }
    return point_distance(point, (struct point){a.x + share * dx, a.y + share * dy});
}

static int compare_points(const void *a, const void *b)
{
    const struct point *left = a;
    const struct point *right = b;

    if (left->x != right->x) {
        return left->x < right->x ? -1 : 1;
    }
    return (left->y > right->y) - (left->y < right->y);
}

/* Add a corner to a chain that begins at first, dropping those that turn the wrong way. */
static void add_corner(struct point_list *hull, size_t first, struct point corner)
{
    while (hull->count >= first + 2 &&
           turn(hull->items[hull->count - 2], hull->items[hull->count - 1], corner) <= 0) {
        hull->count--;
    }
    list_push(hull, corner);
}

void polygon_hull(const struct point *points, size_t count, struct point_list *hull)
{
    struct point_list sorted = {0};
    size_t lower;

    hull->count = 0;
    for (size_t i = 0; i < count; i++) {
        list_push(&sorted, points[i]);
    }
    if (count > 0) {
        qsort(sorted.items, count, sizeof *sorted.items, compare_points);
    }
    for (size_t i = 0; i < count; i++) {
        add_corner(hull, 0, sorted.items[i]);
    }
    lower = hull->count > 0 ? hull->count - 1 : 0;
    for (size_t i = count; i-- > 0;) {
        add_corner(hull, lower, sorted.items[i]);
    }
    if (hull->count > 1) {
        hull->count--; /* the first corner again */
    }
    list_release(&sorted);
}

bool polygon_contains(const struct point_list *polygon, struct point point)
{
    bool inside = false;

    for (size_t i = 0; i < polygon->count; i++) {
        struct point a = polygon->items[i];
        struct point b = polygon->items[(i + 1) % polygon->count];

        if ((a.y > point.y) != (b.y > point.y) &&
            point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

bool polygon_meets_box(const struct point_list *polygon, struct box box)
{
    for (size_t i = 0; i < polygon->count; i++) {
        struct point a = polygon->items[i];
        struct point b = polygon->items[(i + 1) % polygon->count];

        if (segment_meets_box(a, b, box)) {
            return true;
        }
    }
    return polygon_contains(polygon, box_centre(box));
}
