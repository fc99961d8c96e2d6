/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Paths are cut by their parameter: piece number plus the position 0..1 inside the piece.
 * Where a curve leaves or enters an outline is found by sampling it more densely than any
 * outline is small, then halving the interval in which it changes sides.
 */
#include "figure/path.h"

#include <assert.h>
#include <math.h>

#define SAMPLE_STEP 1.5 /* points between samples when looking for a change of side */
#define SAMPLES_LEAST 8 /* of one piece */
#define SAMPLES_MOST 1024
#define ARC_CHORDS 64 /* chords that stand for the arc length of one piece */
#define HALVINGS 40
#define MITER_LIMIT 3.0 /* an offset corner moves at most this many distances */
#define TINY 1e-9

/* A place on a path. */
struct cut {
    size_t piece;
    double at; /* 0..1 */
};

static size_t path_pieces(const struct point_list *path)
{
    assert(path->count == 0 || path->count % 3 == 1);
    return path->count == 0 ? 0 : (path->count - 1) / 3;
}

static struct point between(struct point a, struct point b, double share)
{
    return (struct point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

static struct point cubic_at(const struct point *piece, double at)
{
    double rest = 1 - at;
    double b0 = rest * rest * rest;
    double b1 = 3 * rest * rest * at;
    double b2 = 3 * rest * at * at;
    double b3 = at * at * at;

    return (struct point){b0 * piece[0].x + b1 * piece[1].x + b2 * piece[2].x + b3 * piece[3].x,
                          b0 * piece[0].y + b1 * piece[1].y + b2 * piece[2].y + b3 * piece[3].y};
}

static double second_difference(struct point a, struct point b, struct point c)
{
    return hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y);
}

/* Chords needed to stay within the tolerance (Wang's bound: n = sqrt(3/4 * max d2 / e)). */
static size_t chords_needed(const struct point *piece, double tolerance)
{
    double bend = fmax(second_difference(piece[0], piece[1], piece[2]),
                       second_difference(piece[1], piece[2], piece[3]));
    double chords = ceil(sqrt(0.75 * bend / tolerance));

    return chords < 1 ? 1 : (size_t)fmin(chords, SAMPLES_MOST);
}

void path_flatten(const struct point_list *path, double tolerance, struct point_list *polyline)
{
    size_t pieces = path_pieces(path);

    assert(tolerance > 0);
    polyline->count = 0;
    if (path->count > 0) {
        list_push(polyline, path->items[0]);
    }
    for (size_t i = 0; i < pieces; i++) {
        const struct point *piece = path->items + 3 * i;
        size_t chords = chords_needed(piece, tolerance);

        for (size_t k = 1; k < chords; k++) {
            list_push(polyline, cubic_at(piece, (double)k / (double)chords));
        }
        list_push(polyline, piece[3]);
    }
}

double polyline_length(const struct point_list *polyline)
{
    double length = 0;

    for (size_t i = 1; i < polyline->count; i++) {
        length += point_distance(polyline->items[i - 1], polyline->items[i]);
    }
    return length;
}

static struct point unit_from(struct point a, struct point b)
{
    double length = point_distance(a, b);

    if (length < TINY) {
        return (struct point){0, 0};
    }
    return (struct point){(b.x - a.x) / length, (b.y - a.y) / length};
}

struct point polyline_at(const struct point_list *polyline, double distance,
                         struct point *direction)
{
    struct point found = polyline->count > 0 ? polyline->items[0] : (struct point){0, 0};
    struct point along = {1, 0};
    double left = fmax(0, distance);

    for (size_t i = 1; i < polyline->count; i++) {
        struct point a = polyline->items[i - 1];
        struct point b = polyline->items[i];
        double length = point_distance(a, b);

        if (length < TINY) {
            continue;
        }
        along = unit_from(a, b);
        found = between(a, b, fmin(1, left / length));
        if (left <= length) {
            break;
        }
        left -= length;
    }
    if (direction != NULL) {
        *direction = along;
    }
    return found;
}

/* Split a piece at a parameter into its two halves (de Casteljau); either may be NULL. */
static void split_piece(const struct point *piece, double at, struct point *before,
                        struct point *after)
{
    struct point a = between(piece[0], piece[1], at);
    struct point b = between(piece[1], piece[2], at);
    struct point c = between(piece[2], piece[3], at);
    struct point ab = between(a, b, at);
    struct point bc = between(b, c, at);
    struct point middle = between(ab, bc, at);
    struct point start = piece[0];
    struct point end = piece[3];

    if (before != NULL) {
        before[0] = start, before[1] = a, before[2] = ab, before[3] = middle;
    }
    if (after != NULL) {
        after[0] = middle, after[1] = bc, after[2] = c, after[3] = end;
    }
}

/* Keep what lies between two cuts; first is not after last. */
static void keep_between(struct point_list *path, struct cut first, struct cut last)
{
    struct point *points = path->items;
    size_t kept = last.piece - first.piece + 1;

    split_piece(points + 3 * last.piece, last.at, points + 3 * last.piece, NULL);
    if (first.piece == last.piece) {
        first.at = last.at > TINY ? fmin(1, first.at / last.at) : 0;
    }
    split_piece(points + 3 * first.piece, first.at, NULL, points + 3 * first.piece);
    for (size_t i = 0; i < 3 * kept + 1; i++) {
        points[i] = points[3 * first.piece + i];
    }
    path->count = 3 * kept + 1;
}

void path_set_straight(struct point_list *path, struct point a, struct point b)
{
    path->count = 0;
    list_push(path, a);
    list_push(path, between(a, b, 1.0 / 3));
    list_push(path, between(a, b, 2.0 / 3));
    list_push(path, b);
}

static double piece_length(const struct point *piece)
{
    struct point last = piece[0];
    double length = 0;

    for (size_t k = 1; k <= ARC_CHORDS; k++) {
        struct point next = cubic_at(piece, (double)k / ARC_CHORDS);

        length += point_distance(last, next);
        last = next;
    }
    return length;
}

/* The parameter at a distance along one piece. */
static double piece_parameter(const struct point *piece, double distance)
{
    struct point last = piece[0];

    for (size_t k = 1; k <= ARC_CHORDS; k++) {
        struct point next = cubic_at(piece, (double)k / ARC_CHORDS);
        double chord = point_distance(last, next);

        if (distance <= chord && chord > TINY) {
            return ((double)k - 1 + distance / chord) / ARC_CHORDS;
        }
        distance -= chord;
        last = next;
    }
    return 1;
}

static struct cut cut_at_distance(const struct point_list *path, double distance)
{
    size_t pieces = path_pieces(path);

    for (size_t i = 0; i + 1 < pieces; i++) {
        double length = piece_length(path->items + 3 * i);

        if (distance <= length) {
            return (struct cut){i, piece_parameter(path->items + 3 * i, distance)};
        }
        distance -= length;
    }
    return (struct cut){pieces - 1, piece_parameter(path->items + 3 * (pieces - 1), distance)};
}

double path_length(const struct point_list *path)
{
    double length = 0;

    for (size_t i = 0; i < path_pieces(path); i++) {
        length += piece_length(path->items + 3 * i);
    }
    return length;
}

/* What is left of a path that is shorter than its trims: a tenth of it, where they meet. */
static void trim_to_stub(struct point_list *path, double length, double share)
{
    struct cut first = cut_at_distance(path, length * 0.9 * share);
    struct cut last = cut_at_distance(path, length * (0.9 * share + 0.1));
    struct point a = cubic_at(path->items + 3 * first.piece, first.at);
    struct point b = cubic_at(path->items + 3 * last.piece, last.at);

    path_set_straight(path, a, b);
}

void path_trim(struct point_list *path, double from_start, double from_end)
{
    double length = path_length(path);
    double both = fmax(0, from_start) + fmax(0, from_end);

    if (path_pieces(path) == 0 || both <= 0) {
        return;
    }
    if (both >= length) {
        trim_to_stub(path, length, fmax(0, from_start) / both);
        return;
    }
    keep_between(path, cut_at_distance(path, fmax(0, from_start)),
                 cut_at_distance(path, length - fmax(0, from_end)));
}

/* Number of samples of one piece: none further from the next than SAMPLE_STEP. */
static size_t samples_of(const struct point *piece)
{
    double polygon = point_distance(piece[0], piece[1]) + point_distance(piece[1], piece[2]) +
                     point_distance(piece[2], piece[3]);

    return (size_t)fmin(SAMPLES_MOST, SAMPLES_LEAST + ceil(polygon / SAMPLE_STEP));
}

/* Where between low and high the piece changes from one side of the outline to the other. */
static double find_change(const struct point *piece, struct outline outline, double low,
                          double high)
{
    bool inside_low = outline_contains(outline, cubic_at(piece, low));

    for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;

        if (outline_contains(outline, cubic_at(piece, middle)) == inside_low) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (low + high) / 2;
}

/* The last point at which the path leaves the outline; false when it ends inside it. */
static bool find_exit(const struct point_list *path, struct outline outline, struct cut *cut)
{
    size_t pieces = path_pieces(path);

    if (outline_contains(outline, path->items[path->count - 1])) {
        return false;
    }
    for (size_t i = pieces; i-- > 0;) {
        const struct point *piece = path->items + 3 * i;
        size_t samples = samples_of(piece);

        for (size_t k = samples; k-- > 0;) {
            double at = (double)k / (double)samples;
            double next = (double)(k + 1) / (double)samples;

            if (outline_contains(outline, cubic_at(piece, at))) {
                *cut = (struct cut){i, find_change(piece, outline, at, next)};
                return true;
            }
        }
    }
    *cut = (struct cut){0, 0};
    return true;
}

/* The first point at which the path enters the outline, its end when it never does. */
static struct cut find_entry(const struct point_list *path, struct outline outline)
{
    size_t pieces = path_pieces(path);

    for (size_t i = 0; i < pieces; i++) {
        const struct point *piece = path->items + 3 * i;
        size_t samples = samples_of(piece);

        for (size_t k = 1; k <= samples; k++) {
            double at = (double)k / (double)samples;
            double last = (double)(k - 1) / (double)samples;

            if (outline_contains(outline, cubic_at(piece, at))) {
                return (struct cut){i, find_change(piece, outline, last, at)};
            }
        }
    }
    return (struct cut){pieces - 1, 1};
}

/* Where the straight line from the outline's centre towards a point leaves it. */
static struct point border_towards(struct outline outline, struct point target)
{
    struct point centre = box_centre(outline.box);
    struct point line[4] = {centre, between(centre, target, 1.0 / 3),
                            between(centre, target, 2.0 / 3), target};

    if (outline_contains(outline, target)) {
        return centre;
    }
    return cubic_at(line, find_change(line, outline, 0, 1));
}

static void clip_straight(struct point_list *path, struct outline start, struct outline end)
{
    path_set_straight(path, border_towards(start, box_centre(end.box)),
                      border_towards(end, box_centre(start.box)));
}

void path_clip(struct point_list *path, struct outline start, struct outline end)
{
    size_t pieces = path_pieces(path);
    struct cut exit;

    if (pieces == 0 || !find_exit(path, start, &exit)) {
        clip_straight(path, start, end);
        return;
    }
    keep_between(path, exit, (struct cut){pieces - 1, 1});
    if (outline_contains(end, path->items[0])) {
        clip_straight(path, start, end);
        return;
    }
    keep_between(path, (struct cut){0, 0}, find_entry(path, end));
}

/* Unit vector to the left of the control polygon's leg at or after a point, seen on the page;
 * legs without length are skipped.  Zero when there is none. */
static struct point normal_after(const struct point_list *path, size_t i)
{
    for (; i + 1 < path->count; i++) {
        struct point along = unit_from(path->items[i], path->items[i + 1]);

        if (along.x != 0 || along.y != 0) {
            return (struct point){along.y, -along.x};
        }
    }
    return (struct point){0, 0};
}

static struct point normal_before(const struct point_list *path, size_t i)
{
    for (; i > 0; i--) {
        struct point along = unit_from(path->items[i - 1], path->items[i]);

        if (along.x != 0 || along.y != 0) {
            return (struct point){along.y, -along.x};
        }
    }
    return (struct point){0, 0};
}

/* Where the two offset legs that meet at a control point cross: along the bisector of their
 * normals, by 1 / cos of half the turn. */
static struct point offset_corner(const struct point_list *path, size_t i, double distance)
{
    struct point before = normal_before(path, i);
    struct point after = normal_after(path, i);
    struct point sum = {before.x + after.x, before.y + after.y};
    double square = sum.x * sum.x + sum.y * sum.y;
    double reach = 2 / fmax(square, 4 / (MITER_LIMIT * MITER_LIMIT));

    if (square < TINY) { /* the path turns back on itself */
        sum = before;
        reach = 1;
    }
    if ((before.x == 0 && before.y == 0) || (after.x == 0 && after.y == 0)) {
        reach = 1; /* at an end of the path there is one normal */
    }
    return (struct point){path->items[i].x + sum.x * reach * distance,
                          path->items[i].y + sum.y * reach * distance};
}

void path_offset(const struct point_list *path, double distance, struct point_list *result)
{
    assert(result != path);
    result->count = 0;
    for (size_t i = 0; i < path->count; i++) {
        list_push(result, offset_corner(path, i, distance));
    }
}
