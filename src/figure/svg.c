/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The body is written first and the head around it afterwards, because the dark rules in the
 * head list the colours that the body uses.  Ids are made of ASCII letters, digits, - and _;
 * one that would appear twice gets a number.
 */
#include "figure/svg.h"

#include "base/alloc.h"
#include "figure/cell_mark.h"
#include "figure/font_subset.h"
#include "figure/svg_meta.h"
#include "figure/svg_pen.h"

#include <math.h>

static const double frame_border = 0.8, rule_width = 0.5, hull_rounding = 7;

struct page {
    const struct drawing *drawing;
    struct svg_pen pen;
    struct svg_ids ids;
    struct text name; /* of the figure, as an id */
};

static void open_group(struct page *page, const char *class_name)
{
    buffer_add_format(page->pen.out, "<g class=\"%s\">\n", class_name);
}

static void close_group(struct page *page)
{
    buffer_add_string(page->pen.out, "</g>\n");
}

static void write_paper(struct page *page)
{
    buffer_add_string(page->pen.out, "<rect");
    svg_pen_number(&page->pen, "width", page->drawing->page_width);
    svg_pen_number(&page->pen, "height", page->drawing->page_height);
    svg_pen_paint(&page->pen, &page->drawing->theme->paper, NULL);
    buffer_add_string(page->pen.out, "/>\n");
}

static void write_frame(struct page *page, const struct frame *frame)
{
    struct svg_pen *pen = &page->pen;
    if (frame->is_hull) {
        svg_pen_polygon(pen, &frame->hull, hull_rounding);
        svg_pen_paint(pen, &frame->style->field, NULL);
        buffer_add_string(pen->out, "/>\n");
        return;
    }
    buffer_add_string(pen->out, "<rect");
    svg_pen_number(pen, "x", frame->outline.box.left);
    svg_pen_number(pen, "y", frame->outline.box.top);
    svg_pen_number(pen, "width", box_width(frame->outline.box));
    svg_pen_number(pen, "height", box_height(frame->outline.box));
    svg_pen_number(pen, "rx", frame->outline.radius);
    svg_pen_paint(pen, &page->drawing->theme->frame.field, &page->drawing->theme->frame.border);
    svg_pen_number(pen, "stroke-width", frame_border);
    buffer_add_string(pen->out, "/>\n");
}

static void write_frames(struct page *page)
{
    const struct frame_list *frames = &page->drawing->frames;
    open_group(page, "frames");
    for (size_t i = 0; i < frames->count; i++)
        if (frames->items[i].is_hull ? frames->items[i].hull.count > 2
                                     : box_width(frames->items[i].outline.box) > 0)
            write_frame(page, &frames->items[i]);
    close_group(page);
}

/* The colour that lies under a place of the page. */
static const struct colour *field_at(const struct drawing *drawing, struct point point)
{
    for (size_t i = 0; i < drawing->frames.count; i++) {
        const struct frame *frame = &drawing->frames.items[i];
        if (frame->is_hull && polygon_contains(&frame->hull, point))
            return &frame->style->field;
        if (!frame->is_hull && outline_contains(frame->outline, point))
            return &drawing->theme->frame.field;
    }
    for (size_t i = drawing->bars.count; i > 0; i--)
        if (drawing->bars.items[i - 1].fill != NULL &&
            box_contains(drawing->bars.items[i - 1].box, point))
            return drawing->bars.items[i - 1].fill;
    return &drawing->theme->paper;
}

static struct point middle_of(const struct link *link)
{
    struct point_list polyline = {0};
    path_flatten(&link->path, 0.5, &polyline);
    struct point middle = polyline_at(&polyline, polyline_length(&polyline) / 2, NULL);
    list_release(&polyline);
    return middle;
}

static void write_link(struct page *page, const struct link *link, size_t number)
{
    struct link_marks marks = {0};
    const struct colour *field = &page->drawing->theme->paper;
    const bool badged = emphasis_look(link->emphasis)->badge != BADGE_NONE;
    if ((link->contested || badged) && link->path.count > 0)
        field = field_at(page->drawing, middle_of(link));
    svg_meta_open_link(page->drawing, link, number, &page->ids, page->pen.out);
    svg_pen_title(&page->pen, link->title);
    link_marks_make(&marks, page->drawing, link);
    svg_pen_link(&page->pen, &marks, link->style, field);
    link_marks_release(&marks);
    close_group(page);
}

static void write_links(struct page *page)
{
    open_group(page, "links");
    for (size_t i = 0; i < page->drawing->links.count; i++)
        write_link(page, &page->drawing->links.items[i], i);
    close_group(page);
}

static const struct colour *node_text_colour(const struct theme *theme, const struct node *node,
                                             const struct text_line *line)
{
    if (line->colour != NULL)
        return line->colour;
    if (node->ended)
        return &theme->ended;
    bool is_muted = line->role == TEXT_NODE_LIFE && !node->style->filled;
    return is_muted ? &theme->muted : &node->style->text;
}

static void write_node(struct page *page, const struct node *node)
{
    struct svg_box box = {node->outline, node->style,     node->fill,
                          node->ended,   node->uncertain, node->emphasis};
    struct point corner = {node->outline.box.left, node->outline.box.top};
    svg_meta_open_node(page->drawing, node, &page->ids, page->pen.out);
    svg_pen_title(&page->pen, node->title);
    if (!node->bare)
        svg_pen_box(&page->pen, &box);
    for (size_t i = 0; i < node->lines.count; i++) {
        const struct text_line *line = &node->lines.items[i];
        svg_pen_text(&page->pen, line, corner, node->bare ? SVG_ANCHOR_START : SVG_ANCHOR_MIDDLE,
                     node_text_colour(page->drawing->theme, node, line),
                     node->bare ? field_at(page->drawing, corner) : NULL);
    }
    close_group(page);
}

static void write_nodes(struct page *page)
{
    open_group(page, "groups");
    for (size_t i = 0; i < page->drawing->nodes.count; i++)
        write_node(page, &page->drawing->nodes.items[i]);
    close_group(page);
}

static void write_link_labels(struct page *page)
{
    const struct drawing *drawing = page->drawing;
    open_group(page, "link-labels");
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        struct point corner = {link->label_box.left, link->label_box.top};
        const struct colour *halo = field_at(drawing, box_centre(link->label_box));
        for (size_t k = 0; link->has_label && k < link->label.count; k++)
            svg_pen_text(&page->pen, &link->label.items[k], corner, SVG_ANCHOR_MIDDLE,
                         &link->style->text, halo);
    }
    close_group(page);
}

static void write_frame_labels(struct page *page)
{
    open_group(page, "frame-labels");
    for (size_t i = 0; i < page->drawing->frames.count; i++) {
        const struct frame *frame = &page->drawing->frames.items[i];
        struct text_line line = frame->label;
        line.x = frame->label_box.left;
        line.y = frame->label_box.top + line.size * font_ascent();
        if (line.text.length > 0)
            svg_pen_text(&page->pen, &line, (struct point){0, 0},
                         frame->is_hull ? SVG_ANCHOR_MIDDLE : SVG_ANCHOR_START, &frame->style->text,
                         frame->is_hull ? field_at(page->drawing, box_centre(frame->label_box))
                                        : NULL);
    }
    close_group(page);
}

static void write_page_texts(struct page *page)
{
    const struct theme *theme = page->drawing->theme;
    const struct colour *const colours[TEXT_ROLE_COUNT] = {
        [TEXT_TITLE] = &theme->ink,  [TEXT_SUBTITLE] = &theme->muted,
        [TEXT_NODE] = &theme->ink,   [TEXT_NODE_LIFE] = &theme->muted,
        [TEXT_LINK] = &theme->ink,   [TEXT_FRAME] = &theme->ink,
        [TEXT_LEGEND] = &theme->ink, [TEXT_NOTE] = &theme->muted,
    };
    open_group(page, "page");
    for (size_t i = 0; i < page->drawing->texts.count; i++) {
        const struct text_line *line = &page->drawing->texts.items[i];
        const struct colour *colour = line->colour != NULL ? line->colour : colours[line->role];
        svg_pen_text(&page->pen, line, (struct point){0, 0}, SVG_ANCHOR_START, colour, NULL);
    }
    for (size_t i = 0; i < page->drawing->rules.count; i++) {
        const struct rule *rule = &page->drawing->rules.items[i];
        buffer_add_string(page->pen.out, "<line");
        svg_pen_number(&page->pen, "x1", rule->x0);
        svg_pen_number(&page->pen, "y1", rule->y);
        svg_pen_number(&page->pen, "x2", rule->x1);
        svg_pen_number(&page->pen, "y2", rule->y);
        svg_pen_paint(&page->pen, NULL, &theme->rule);
        svg_pen_number(&page->pen, "stroke-width", rule_width);
        buffer_add_string(page->pen.out, "/>\n");
    }
    close_group(page);
}

static void write_stroke(struct page *page, const struct stroke *stroke)
{
    buffer_add_string(page->pen.out, "<line");
    svg_pen_number(&page->pen, "x1", stroke->from.x);
    svg_pen_number(&page->pen, "y1", stroke->from.y);
    svg_pen_number(&page->pen, "x2", stroke->to.x);
    svg_pen_number(&page->pen, "y2", stroke->to.y);
    svg_pen_paint(&page->pen, NULL, stroke->colour);
    svg_pen_number(&page->pen, "stroke-width", stroke->width * page->pen.line_scale);
    if (stroke->dashed)
        svg_pen_attribute(&page->pen, "stroke-dasharray", TEXT("3,2"));
    buffer_add_string(page->pen.out, "/>\n");
}

static void write_rectangle(struct page *page, struct outline outline, const struct colour *fill,
                            const struct colour *border, double border_width, bool dashed)
{
    buffer_add_string(page->pen.out, "<rect");
    svg_pen_number(&page->pen, "x", outline.box.left);
    svg_pen_number(&page->pen, "y", outline.box.top);
    svg_pen_number(&page->pen, "width", box_width(outline.box));
    svg_pen_number(&page->pen, "height", box_height(outline.box));
    if (outline.radius > 0)
        svg_pen_number(&page->pen, "rx", outline.radius);
    svg_pen_paint(&page->pen, fill, border);
    if (border != NULL)
        svg_pen_number(&page->pen, "stroke-width", border_width * page->pen.line_scale);
    if (dashed)
        svg_pen_attribute(&page->pen, "stroke-dasharray", TEXT("3,2"));
    buffer_add_string(page->pen.out, "/>\n");
}

static void write_bar(struct page *page, const struct bar *bar)
{
    buffer_add_string(page->pen.out, "<g");
    svg_pen_attribute(&page->pen, "class",
                      bar->class_names.length > 0 ? bar->class_names : TEXT("bar"));
    if (bar->group.length > 0)
        svg_pen_attribute(&page->pen, "data-group", bar->group);
    buffer_add_string(page->pen.out, ">\n");
    svg_pen_title(&page->pen, bar->title);
    write_rectangle(page, (struct outline){bar->box, bar->radius}, bar->fill, bar->border,
                    bar->border_width, bar->dashed);
    close_group(page);
}

static void write_strokes_and_bars(struct page *page)
{
    for (size_t i = 0; i < page->drawing->strokes.count; i++)
        write_stroke(page, &page->drawing->strokes.items[i]);
    for (size_t i = 0; i < page->drawing->bars.count; i++)
        write_bar(page, &page->drawing->bars.items[i]);
}

static void write_captions(struct page *page)
{
    for (size_t i = 0; i < page->drawing->captions.count; i++) {
        const struct text_line *line = &page->drawing->captions.items[i];
        svg_pen_text(&page->pen, line, (struct point){0, 0}, SVG_ANCHOR_START,
                     line->colour != NULL ? line->colour : &page->drawing->theme->ink, NULL);
    }
}

/* The bar or stroke itself, in the place and length of a sample. */
static void write_bar_sample(struct page *page, const struct legend_entry *entry)
{
    struct point middle = box_centre(entry->sample);
    if (entry->bar != NULL) {
        const struct bar *bar = entry->bar;
        double width = bar->is_mark ? box_width(bar->box) : box_width(entry->sample);
        struct outline outline = {box_around(middle, width, box_height(bar->box)), bar->radius};
        write_rectangle(page, outline, bar->fill, bar->border, bar->border_width, bar->dashed);
    }
    if (entry->stroke != NULL) {
        struct stroke stroke = *entry->stroke;
        stroke.from = (struct point){entry->sample.left, middle.y};
        stroke.to = (struct point){entry->sample.right, middle.y};
        write_stroke(page, &stroke);
    }
}

static void write_cell_sample(struct page *page, const struct legend_entry *entry)
{
    struct bar bars[CELL_BARS_MOST];
    const struct cell_mark mark = {entry->swatch, &page->drawing->theme->paper, entry->cell,
                                   entry->possible, entry->contested};
    size_t count = cell_mark_bars(&mark, entry->sample, bars);
    for (size_t i = 0; i < count; i++)
        write_rectangle(page, (struct outline){bars[i].box, bars[i].radius}, bars[i].fill,
                        bars[i].border, bars[i].border_width, false);
}

static void write_sample(struct page *page, const struct legend_entry *entry)
{
    struct link_marks marks = {0};
    if (entry->link != NULL) {
        const bool pale = entry->possible && !emphasis_is_grey(entry->emphasis);
        buffer_add_string(page->pen.out, pale ? SVG_OPEN_POSSIBLE : "<g>\n");
        link_marks_make_sample(&marks, entry->link, entry->possible, entry->contested,
                               entry->emphasis, entry->sample);
        svg_pen_link(&page->pen, &marks, entry->link, &page->drawing->theme->paper);
        link_marks_release(&marks);
        close_group(page);
    }
    write_bar_sample(page, entry);
    if (entry->cell != CELL_NONE)
        write_cell_sample(page, entry);
    else if (entry->swatch != NULL)
        write_rectangle(page, (struct outline){entry->sample, 0}, entry->swatch, NULL, 0, false);
    if (entry->node != NULL) {
        /* The sample is about half as high as a node. */
        double radius = fmin(entry->node->radius / 2, box_height(entry->sample) / 2);
        struct svg_box box = {{entry->sample, radius}, entry->node,    entry->fill, entry->ended,
                              entry->uncertain,        entry->emphasis};
        svg_pen_box(&page->pen, &box);
    }
}

static void write_legend(struct page *page)
{
    if (page->drawing->legend.count == 0)
        return;
    buffer_add_format(page->pen.out, "<g id=\"" TEXT_FORMAT "-legend\" class=\"legend\">\n",
                      TEXT_PARTS(page->name));
    for (size_t i = 0; i < page->drawing->legend.count; i++) {
        const struct legend_entry *entry = &page->drawing->legend.items[i];
        open_group(page, "legend-entry");
        write_sample(page, entry);
        svg_pen_text(&page->pen, &entry->text, (struct point){0, 0}, SVG_ANCHOR_START,
                     entry->text.colour != NULL ? entry->text.colour : &page->drawing->theme->ink,
                     NULL);
        close_group(page);
    }
    close_group(page);
}

static void write_body(struct page *page)
{
    write_paper(page);
    write_frames(page);
    write_strokes_and_bars(page);
    write_links(page);
    write_nodes(page);
    write_link_labels(page);
    write_frame_labels(page);
    write_captions(page);
    write_page_texts(page);
    write_legend(page);
}

static void open_document(const struct page *page, struct buffer *out)
{
    struct svg_pen pen = {.out = out};
    const struct drawing *drawing = page->drawing;
    buffer_add_format(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"" TEXT_FORMAT "\"",
                      TEXT_PARTS(page->name));
    buffer_add_string(out, " width=\"");
    buffer_add_number(out, drawing_width_mm(drawing), 2);
    buffer_add_string(out, "mm\" height=\"");
    buffer_add_number(out, drawing_height_mm(drawing), 2);
    buffer_add_string(out, "mm\" viewBox=\"0 0 ");
    buffer_add_number(out, drawing->page_width, 2);
    buffer_add_char(out, ' ');
    buffer_add_number(out, drawing->page_height, 2);
    buffer_add_format(out,
                      "\" role=\"graphics-document document\" aria-labelledby=\"" TEXT_FORMAT
                      "-title " TEXT_FORMAT "-desc\"",
                      TEXT_PARTS(page->name), TEXT_PARTS(page->name));
    svg_pen_attribute(&pen, "data-type", drawing->type);
    svg_pen_attribute(&pen, "font-family", text_from(drawing->theme->fonts));
    buffer_add_string(out, ">\n");
}

/* The letters that the body uses. */
static void write_fonts(const struct page *page, struct buffer *out)
{
    buffer_add_string(out, "<style>\n");
    for (int i = 0; i < FONT_WEIGHT_COUNT; i++)
        font_subset_write_rule(buffer_text(&page->pen.used[i]), (enum font_weight)i, out);
    buffer_add_string(out, "</style>\n");
}

void svg_write(const struct drawing *drawing, struct buffer *buffer)
{
    struct buffer body = {0};
    struct page page = {.drawing = drawing, .pen = {.out = &body, .theme = drawing->theme}};
    page.pen.line_scale = fmax(0.7, fmin(1, drawing->scale));
    page.name = svg_ids_init(&page.ids, drawing->name);
    write_body(&page);
    open_document(&page, buffer);
    svg_meta_write_head(drawing, page.name, buffer);
    if (drawing->embeds_font)
        write_fonts(&page, buffer);
    if (drawing->theme->has_dark)
        svg_pen_write_dark_rules(&page.pen, page.name, buffer);
    buffer_add_text(buffer, buffer_text(&body));
    buffer_add_string(buffer, "</svg>\n");
    buffer_release(&body);
    svg_ids_release(&page.ids);
    svg_pen_release(&page.pen);
}
