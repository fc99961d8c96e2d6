/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A head's tip keeps a small gap to the border of its node; a link without a head runs under
 * the border.  The strokes of a double line are offset first and clipped afterwards, so that
 * both reach a node that they meet at a slant.
 */
#include "figure/marks.h"

#include <math.h>

static const double tip_gap = 0.6;         /* between a head and the border of its node */
static const double possible_share = 0.75; /* of the width, when only possibly so */
static const double hub_share = 0.75;      /* of the width, for the many links of a hub */
static const double spread = 1.3;          /* of a double line, from its middle */
static const double reach = 12;            /* of a double line into its nodes, before clipping */
static const double line_left = 2;         /* that heads leave of a short link */
static const double badge_radius = 2.9, badge_arm = 1.6, badge_room = 8;
static const double slash_length = 5.2, slash_gap = 1.9, slash_room = 6.5;

/* What the marks of a link depend on besides its path. */
struct making {
    const struct link_style *style;
    double width;
    bool hollow;
    bool contested;
    double start_gap; /* of a head to the box of its node */
    double end_gap;
    const struct outline *start; /* NULL in samples */
    const struct outline *end;
    const struct box *label; /* NULL = none */
    enum emphasis emphasis;
};

static void copy_points(struct point_list *target, const struct point_list *source)
{
    target->count = 0;
    for (size_t i = 0; i < source->count; i++)
        list_push(target, source->items[i]);
}

static struct point unit_towards(struct point a, struct point b)
{
    double length = point_distance(a, b);
    if (length <= 0)
        return (struct point){1, 0};
    return (struct point){(b.x - a.x) / length, (b.y - a.y) / length};
}

static struct point first_of(const struct point_list *path)
{
    return path->items[0];
}

static struct point last_of(const struct point_list *path)
{
    return path->items[path->count - 1];
}

/* Along the head on a curve: from where the line now ends to the tip. */
static struct point head_direction(const struct point_list *path, struct point tip, bool at_end)
{
    struct point base = at_end ? last_of(path) : first_of(path);
    if (point_distance(base, tip) < 0.5)
        base = at_end ? path->items[path->count - 2] : path->items[1];
    return unit_towards(base, tip);
}

/* Cut the path back for both heads and put them at its former ends. */
static void add_heads(struct link_marks *marks, const struct making *making,
                      struct point_list *path)
{
    const struct link_style *style = making->style;
    double tail_trim = head_trim(style->tail, making->width, making->hollow);
    double tip_trim = head_trim(style->head, making->width, making->hollow);
    path_trim(path, style->tail == HEAD_NONE ? 0 : making->start_gap,
              style->head == HEAD_NONE ? 0 : making->end_gap);
    double length = path_length(path);
    double fit = fmin(1, length / (tail_trim + tip_trim + line_left));
    struct point tail = first_of(path);
    struct point tip = last_of(path);
    path_trim(path, tail_trim * fit, tip_trim * fit);
    if (style->tail != HEAD_NONE)
        marks->heads[marks->head_count++] =
            head_shape_at(style->tail, tail, head_direction(path, tail, false), making->width * fit,
                          making->hollow);
    if (style->head != HEAD_NONE)
        marks->heads[marks->head_count++] = head_shape_at(
            style->head, tip, head_direction(path, tip, true), making->width * fit, making->hollow);
}

/* A place on the line as near its middle as the label leaves room, or near another share. */
static struct point find_room(const struct point_list *path, const struct box *label, double room,
                              bool beside_slashes, struct point *along)
{
    static const double shares[] = {0.5, 0.38, 0.62, 0.28, 0.72};
    struct point_list polyline = {0};
    struct point middle = {0};
    path_flatten(path, 0.2, &polyline);
    double length = polyline_length(&polyline);
    for (size_t i = beside_slashes ? 1 : 0; i < sizeof shares / sizeof *shares; i++) {
        middle = polyline_at(&polyline, length * shares[i], along);
        if (label == NULL || !box_overlaps(*label, box_around(middle, room, room)))
            break;
    }
    list_release(&polyline);
    return middle;
}

/* Two short strokes across the line. */
static void add_slashes(struct link_marks *marks, const struct point_list *path,
                        const struct box *label)
{
    struct point along = {1, 0};
    struct point middle = find_room(path, label, slash_room, false, &along);
    /* a stroke leans 60 degrees against the line: cos, sin */
    struct point lean = {along.x * 0.5 - along.y * 0.866, along.y * 0.5 + along.x * 0.866};
    for (size_t i = 0; i < MARKS_SLASHES; i++) {
        double shift = ((double)i - 0.5) * slash_gap;
        struct point centre = {middle.x + along.x * shift, middle.y + along.y * shift};
        double half = slash_length / 2;
        marks->slashes[i][0] = (struct point){centre.x - lean.x * half, centre.y - lean.y * half};
        marks->slashes[i][1] = (struct point){centre.x + lean.x * half, centre.y + lean.y * half};
    }
    marks->slash_count = MARKS_SLASHES;
}

/* The strokes of each sign, in arms from the middle of its disc. */
static const struct {
    struct point strokes[MARKS_BADGE_STROKES_MOST][2];
    size_t count;
} badges[] = {
    [BADGE_NONE] = {.count = 0},
    [BADGE_PLUS] = {{{{-1, 0}, {1, 0}}, {{0, -1}, {0, 1}}}, 2},
    [BADGE_CROSS] = {{{{-0.75, -0.75}, {0.75, 0.75}}, {{-0.75, 0.75}, {0.75, -0.75}}}, 2},
    [BADGE_TRIANGLE] = {{{{-1, 0.8}, {1, 0.8}}, {{1, 0.8}, {0, -1}}, {{0, -1}, {-1, 0.8}}}, 3},
};

static void add_badge(struct link_marks *marks, const struct making *making,
                      const struct point_list *path)
{
    const enum badge badge = emphasis_look(making->emphasis)->badge;
    struct point along;
    if (badge == BADGE_NONE)
        return;
    const struct point centre =
        find_room(path, making->label, badge_room, making->contested, &along);
    marks->badge_centre = centre;
    marks->badge_radius = badge_radius;
    marks->badge_count = badges[badge].count;
    for (size_t i = 0; i < marks->badge_count; i++)
        for (size_t k = 0; k < 2; k++)
            marks->badge[i][k] =
                (struct point){centre.x + badges[badge].strokes[i][k].x * badge_arm,
                               centre.y + badges[badge].strokes[i][k].y * badge_arm};
}

/* The path with a straight piece into the node at each end. */
static void extend_path(const struct point_list *path, struct point_list *longer)
{
    struct point start = first_of(path);
    struct point end = last_of(path);
    struct point before = unit_towards(path->items[1], start);
    struct point after = unit_towards(path->items[path->count - 2], end);
    longer->count = 0;
    for (int i = 3; i > 0; i--) {
        double back = reach * i / 3;
        list_push(longer, (struct point){start.x + before.x * back, start.y + before.y * back});
    }
    for (size_t i = 0; i < path->count; i++)
        list_push(longer, path->items[i]);
    for (int i = 1; i <= 3; i++) {
        double on = reach * i / 3;
        list_push(longer, (struct point){end.x + after.x * on, end.y + after.y * on});
    }
}

/* One stroke of a double line, up to both outlines where it can be. */
static void add_side(struct link_marks *marks, const struct making *making,
                     const struct point_list *path, double distance)
{
    struct point_list longer = {0};
    struct point_list *stroke = &marks->strokes[marks->stroke_count++];
    path_offset(path, distance, stroke);
    if (making->start != NULL && making->style->head == HEAD_NONE &&
        making->style->tail == HEAD_NONE) {
        extend_path(path, &longer);
        path_offset(&longer, distance, stroke);
        if (outline_contains(*making->start, first_of(stroke)) &&
            outline_contains(*making->end, last_of(stroke)))
            path_clip(stroke, *making->start, *making->end);
        else
            path_offset(path, distance, stroke);
    }
    list_release(&longer);
}

static void make(struct link_marks *marks, const struct making *making,
                 const struct point_list *given)
{
    struct point_list path = {0};
    marks->stroke_count = marks->head_count = marks->slash_count = marks->badge_count = 0;
    marks->width = making->width;
    marks->emphasis = making->emphasis;
    if (given->count < 4)
        return;
    copy_points(&path, given);
    if (making->contested)
        add_slashes(marks, &path, making->label);
    add_badge(marks, making, &path);
    add_heads(marks, making, &path);
    if (making->style->is_double) {
        add_side(marks, making, &path, -spread);
        add_side(marks, making, &path, spread);
    } else {
        copy_points(&marks->strokes[marks->stroke_count++], &path);
    }
    list_release(&path);
}

/* Lines shrink with the drawing, but not so far that they would be lost in print. */
double link_marks_width(const struct drawing *drawing, const struct link *link)
{
    const double scale = fmax(0.7, fmin(1, drawing->scale));
    const double grey_width = emphasis_look(link->emphasis)->line_width;
    if (grey_width > 0)
        return grey_width * scale;
    double width = link->style->width * scale;
    bool meets_hub = drawing->nodes.items[link->from].hub || drawing->nodes.items[link->to].hub;
    if (meets_hub && text_equal_string(drawing->type, "overview"))
        width *= hub_share;
    if (emphasis_look(link->emphasis)->line_share > 0)
        width *= emphasis_look(link->emphasis)->line_share;
    return link->possible ? width * possible_share : width;
}

bool link_marks_hollow(const struct link *link)
{
    return link->possible || link->style->hollow;
}

double link_marks_gap(const struct node *node)
{
    const double border = node->style->border_width + emphasis_look(node->emphasis)->border_added;
    return border / 2 + tip_gap;
}

double link_marks_spread(const struct link_style *style)
{
    return style->is_double ? spread : 0;
}

void link_marks_make(struct link_marks *marks, const struct drawing *drawing,
                     const struct link *link)
{
    const struct node *from = &drawing->nodes.items[link->from];
    const struct node *to = &drawing->nodes.items[link->to];
    struct making making = {.style = link->style,
                            .width = link_marks_width(drawing, link),
                            .hollow = link_marks_hollow(link),
                            .contested = link->contested,
                            .start_gap = link_marks_gap(from),
                            .end_gap = link_marks_gap(to),
                            .start = &from->outline,
                            .end = &to->outline,
                            .label = link->has_label ? &link->label_box : NULL,
                            .emphasis = link->emphasis};
    make(marks, &making, &link->path);
}

void link_marks_make_sample(struct link_marks *marks, const struct link_style *style, bool possible,
                            bool contested, enum emphasis emphasis, struct box box)
{
    struct point_list path = {0};
    struct making making = {.style = style,
                            .width = style->width * (possible ? possible_share : 1),
                            .hollow = possible || style->hollow,
                            .contested = contested,
                            .emphasis = emphasis};
    if (emphasis_look(emphasis)->line_width > 0)
        making.width = emphasis_look(emphasis)->line_width;
    else if (emphasis_look(emphasis)->line_share > 0)
        making.width *= emphasis_look(emphasis)->line_share;
    double middle = box_centre(box).y;
    path_set_straight(&path, (struct point){box.left, middle}, (struct point){box.right, middle});
    make(marks, &making, &path);
    list_release(&path);
}

void link_marks_release(struct link_marks *marks)
{
    for (size_t i = 0; i < MARKS_STROKES_MOST; i++)
        list_release(&marks->strokes[i]);
    *marks = (struct link_marks){0};
}
