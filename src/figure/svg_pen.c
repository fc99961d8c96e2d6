/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/svg_pen.h"

#include <math.h>
#include <string.h>

enum {
    DECIMALS = 2
};

static const double halo_width = 2.2, slash_width = 0.8, slash_clearance = 3.4, badge_border = 0.6,
                    badge_stroke = 0.9;

void svg_pen_release(struct svg_pen *pen)
{
    list_release(&pen->colours);
    for (int i = 0; i < FONT_WEIGHT_COUNT; i++)
        buffer_release(&pen->used[i]);
}

void svg_pen_number(struct svg_pen *pen, const char *name, double value)
{
    buffer_add_format(pen->out, " %s=\"", name);
    buffer_add_number(pen->out, value, DECIMALS);
    buffer_add_char(pen->out, '"');
}

void svg_pen_attribute(struct svg_pen *pen, const char *name, struct text value)
{
    buffer_add_format(pen->out, " %s=\"", name);
    buffer_add_xml(pen->out, value);
    buffer_add_char(pen->out, '"');
}

static bool same_colour(const struct colour *a, const struct colour *b)
{
    return strcmp(a->light, b->light) == 0 && strcmp(a->dark, b->dark) == 0;
}

/* Number of a colour in the list of those used; it is added when new. */
static size_t number_of(struct svg_pen *pen, const struct colour *colour)
{
    for (size_t i = 0; i < pen->colours.count; i++)
        if (same_colour(pen->colours.items[i], colour))
            return i;
    list_push(&pen->colours, colour);
    return pen->colours.count - 1;
}

void svg_pen_paint(struct svg_pen *pen, const struct colour *fill, const struct colour *stroke)
{
    struct buffer *out = pen->out;
    if (fill != NULL && stroke != NULL)
        buffer_add_format(out, " class=\"f%zu s%zu\"", number_of(pen, fill),
                          number_of(pen, stroke));
    else if (fill != NULL)
        buffer_add_format(out, " class=\"f%zu\"", number_of(pen, fill));
    else if (stroke != NULL)
        buffer_add_format(out, " class=\"s%zu\"", number_of(pen, stroke));
    buffer_add_format(out, " fill=\"%s\"", fill != NULL ? fill->light : "none");
    if (stroke != NULL)
        buffer_add_format(out, " stroke=\"%s\"", stroke->light);
}

void svg_pen_write_dark_rules(const struct svg_pen *pen, struct text id, struct buffer *out)
{
    buffer_add_string(out, "<style>\n@media screen and (prefers-color-scheme: dark) {\n");
    for (size_t i = 0; i < pen->colours.count; i++) {
        const char *dark = pen->colours.items[i]->dark;
        buffer_add_format(out, "#" TEXT_FORMAT " .f%zu{fill:%s}", TEXT_PARTS(id), i, dark);
        buffer_add_format(out, "#" TEXT_FORMAT " .s%zu{stroke:%s}\n", TEXT_PARTS(id), i, dark);
    }
    buffer_add_string(out, "}\n</style>\n");
}

void svg_pen_title(struct svg_pen *pen, struct text title)
{
    if (title.length == 0)
        return;
    buffer_add_string(pen->out, "<title>");
    buffer_add_xml(pen->out, title);
    buffer_add_string(pen->out, "</title>\n");
}

void svg_pen_text(struct svg_pen *pen, const struct text_line *line, struct point offset,
                  enum svg_anchor anchor, const struct colour *colour, const struct colour *halo)
{
    double x = line->x + offset.x;
    buffer_add_string(pen->out, "<text");
    svg_pen_number(pen, "x", anchor == SVG_ANCHOR_MIDDLE ? x + line->width / 2 : x);
    svg_pen_number(pen, "y", line->y + offset.y);
    svg_pen_number(pen, "font-size", line->size);
    if (line->upwards) {
        buffer_add_string(pen->out, " transform=\"rotate(-90 ");
        buffer_add_number(pen->out, x, DECIMALS);
        buffer_add_char(pen->out, ' ');
        buffer_add_number(pen->out, line->y + offset.y, DECIMALS);
        buffer_add_string(pen->out, ")\"");
    }
    if (line->weight == FONT_SEMIBOLD)
        buffer_add_string(pen->out, " font-weight=\"600\"");
    if (anchor == SVG_ANCHOR_MIDDLE)
        buffer_add_string(pen->out, " text-anchor=\"middle\"");
    svg_pen_paint(pen, colour, halo);
    if (halo != NULL) {
        svg_pen_number(pen, "stroke-width", halo_width);
        buffer_add_string(pen->out, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    buffer_add_char(pen->out, '>');
    buffer_add_xml(pen->out, line->text);
    buffer_add_string(pen->out, "</text>\n");
    buffer_add_text(&pen->used[line->weight], line->text);
}

static void add_point(struct svg_pen *pen, char command, struct point point)
{
    buffer_add_char(pen->out, command);
    buffer_add_number(pen->out, point.x, DECIMALS);
    buffer_add_char(pen->out, ',');
    buffer_add_number(pen->out, point.y, DECIMALS);
}

static void begin_path(struct svg_pen *pen)
{
    buffer_add_string(pen->out, "<path d=\"");
}

static void write_stroke(struct svg_pen *pen, const struct point_list *path, double width,
                         const struct link_style *style, const struct colour *ink)
{
    begin_path(pen);
    for (size_t i = 0; i < path->count; i++)
        add_point(pen, i == 0 ? 'M' : i % 3 == 1 ? 'C' : ' ', path->items[i]);
    buffer_add_char(pen->out, '"');
    svg_pen_paint(pen, NULL, ink);
    svg_pen_number(pen, "stroke-width", width);
    if (style->dashes != NULL)
        svg_pen_attribute(pen, "stroke-dasharray", text_from(style->dashes));
    buffer_add_string(pen->out, "/>\n");
}

static void write_head(struct svg_pen *pen, const struct head_shape *shape,
                       const struct colour *colour)
{
    if (shape->count == 1) {
        buffer_add_string(pen->out, "<circle");
        svg_pen_number(pen, "cx", shape->points[0].x);
        svg_pen_number(pen, "cy", shape->points[0].y);
        svg_pen_number(pen, "r", shape->radius);
    } else {
        begin_path(pen);
        for (size_t i = 0; i < shape->count; i++)
            add_point(pen, i == 0 ? 'M' : 'L', shape->points[i]);
        buffer_add_string(pen->out, shape->is_closed ? "Z\"" : "\"");
    }
    svg_pen_paint(pen, shape->is_filled ? colour : NULL, shape->stroke > 0 ? colour : NULL);
    if (shape->stroke > 0)
        svg_pen_number(pen, "stroke-width", shape->stroke);
    buffer_add_string(pen->out, "/>\n");
}

/* The strokes across a contested link, once in a colour. */
static void write_slashes(struct svg_pen *pen, const struct link_marks *marks,
                          const struct colour *colour, double width)
{
    begin_path(pen);
    for (size_t i = 0; i < marks->slash_count; i++) {
        add_point(pen, 'M', marks->slashes[i][0]);
        add_point(pen, 'L', marks->slashes[i][1]);
    }
    buffer_add_char(pen->out, '"');
    svg_pen_paint(pen, NULL, colour);
    svg_pen_number(pen, "stroke-width", width);
    buffer_add_string(pen->out, "/>\n");
}

/* A disc on the line with a sign in it. */
static void write_badge(struct svg_pen *pen, const struct link_marks *marks,
                        const struct colour *ink, const struct colour *paper)
{
    buffer_add_string(pen->out, "<circle");
    svg_pen_number(pen, "cx", marks->badge_centre.x);
    svg_pen_number(pen, "cy", marks->badge_centre.y);
    svg_pen_number(pen, "r", marks->badge_radius);
    svg_pen_paint(pen, paper, ink);
    svg_pen_number(pen, "stroke-width", badge_border);
    buffer_add_string(pen->out, "/>\n");
    begin_path(pen);
    for (size_t i = 0; i < marks->badge_count; i++) {
        add_point(pen, 'M', marks->badge[i][0]);
        add_point(pen, 'L', marks->badge[i][1]);
    }
    buffer_add_char(pen->out, '"');
    svg_pen_paint(pen, NULL, ink);
    svg_pen_number(pen, "stroke-width", badge_stroke);
    buffer_add_string(pen->out, " stroke-linecap=\"round\"/>\n");
}

void svg_pen_link(struct svg_pen *pen, const struct link_marks *marks,
                  const struct link_style *style, const struct colour *paper)
{
    const struct colour *ink =
        emphasis_colour(pen->theme, emphasis_look(marks->emphasis)->line, &style->line);
    for (size_t i = 0; i < marks->stroke_count; i++)
        write_stroke(pen, &marks->strokes[i], marks->width, style, ink);
    for (size_t i = 0; i < marks->head_count; i++)
        write_head(pen, &marks->heads[i], ink);
    if (marks->slash_count > 0) {
        write_slashes(pen, marks, paper, slash_clearance);
        write_slashes(pen, marks, ink, slash_width);
    }
    if (marks->badge_count > 0)
        write_badge(pen, marks, ink, paper);
}

void svg_pen_box(struct svg_pen *pen, const struct svg_box *box)
{
    const struct node_style *style = box->style;
    const struct colour *fill = box->fill != NULL ? box->fill : &style->fill;
    struct box place = box->outline.box;
    buffer_add_string(pen->out, "<rect");
    svg_pen_number(pen, "x", place.left);
    svg_pen_number(pen, "y", place.top);
    svg_pen_number(pen, "width", box_width(place));
    svg_pen_number(pen, "height", box_height(place));
    if (box->outline.radius > 0)
        svg_pen_number(pen, "rx", fmin(box->outline.radius, box_height(place) / 2));
    const struct emphasis_look *look = emphasis_look(box->emphasis);
    const struct colour *border = box->ended ? &pen->theme->ended : &style->border;
    svg_pen_paint(pen, box->ended ? &pen->theme->paper : fill,
                  emphasis_colour(pen->theme, look->border, border));
    svg_pen_number(pen, "stroke-width",
                   (style->border_width + look->border_added) * pen->line_scale);
    if (box->uncertain)
        svg_pen_attribute(pen, "stroke-dasharray", TEXT("3,2"));
    buffer_add_string(pen->out, "/>\n");
}

/* A point on the way from one corner to the next, at most radius or half the way along. */
static struct point towards(struct point from, struct point to, double radius)
{
    double length = point_distance(from, to);
    double share = length > 0 ? fmin(radius / length, 0.5) : 0;
    return (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

void svg_pen_polygon(struct svg_pen *pen, const struct point_list *corners, double radius)
{
    size_t count = corners->count;
    begin_path(pen);
    for (size_t i = 0; i < count; i++) {
        struct point corner = corners->items[i];
        struct point before = corners->items[(i + count - 1) % count];
        struct point after = corners->items[(i + 1) % count];
        add_point(pen, i == 0 ? 'M' : 'L', towards(corner, before, radius));
        add_point(pen, 'Q', corner);
        add_point(pen, ' ', towards(corner, after, radius));
    }
    buffer_add_string(pen->out, "Z\"");
}
