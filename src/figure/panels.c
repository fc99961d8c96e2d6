/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/panels.h"

#include "base/alloc.h"
#include "figure/change.h"
#include "figure/compose.h"
#include "figure/describe.h"
#include "figure/place.h"

#include <math.h>

static const double page_margin = 3, gap = 7, padding = 5, width_least = 138, caption_size = 7.6,
                    caption_height = 15, panel_radius = 3, panel_border = 0.6;

/* One panel while it is filled. */
struct panel {
    const struct drawing *source; /* all windows, upper left corner of its content at 0, 0 */
    struct drawing *target;
    struct window window;
    double dx;
    double dy;
    size_t *node_of; /* by node of the source: its copy, or NODE_NONE */
};

static double usable_width(const struct figure_definition *definition)
{
    return place_page_width(definition) - 2 * page_margin;
}

size_t panels_per_row(const struct figure_definition *definition)
{
    const size_t count = definition->windows.count > 0 ? definition->windows.count : 1;
    const double fit = floor((usable_width(definition) + gap) / (width_least + gap));
    const size_t most = fit < 1 ? 1 : (size_t)fit;
    const size_t rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

static double panel_width(const struct figure_definition *definition)
{
    const double columns = (double)panels_per_row(definition);
    return (usable_width(definition) - gap * (columns - 1)) / columns;
}

double panels_inner_width(const struct figure_definition *definition)
{
    return panel_width(definition) - 2 * padding;
}

/* What a link shows in the panel: its strongest tie, and only ties that are there. */
static bool fill_link(const struct panel *panel, const struct link *source, struct link *link)
{
    const struct dataset *dataset = panel->source->dataset;
    enum emphasis best = EMPHASIS_ABSENT;
    bool possible = false;
    for (size_t i = 0; i < source->relations.count; i++) {
        const relation_id id = source->relations.items[i];
        const struct appearance found = change_in_window(dataset, id, panel->window);
        if (found.emphasis == EMPHASIS_ABSENT)
            continue;
        list_push(&link->relations, id);
        possible = found.possible && (found.emphasis != best || possible);
        best = found.emphasis < best ? found.emphasis : best;
    }
    link->emphasis = best;
    link->possible = source->possible || possible;
    return best != EMPHASIS_ABSENT;
}

static void copy_lines(struct text_line_list *target, const struct text_line_list *source)
{
    for (size_t i = 0; i < source->count; i++)
        list_push(target, source->items[i]);
}

/* Dates stand only beside what the window brings. */
static void copy_link(struct panel *panel, const struct link *source)
{
    struct drawing *drawing = panel->target;
    struct link link = *source;
    link.relations = (struct relation_id_list){0};
    link.label = (struct text_line_list){0};
    link.path = (struct point_list){0};
    link.from = panel->node_of[source->from];
    link.to = panel->node_of[source->to];
    if (link.from == NODE_NONE || link.to == NODE_NONE || !fill_link(panel, source, &link)) {
        list_release(&link.relations);
        return;
    }
    for (size_t i = 0; i < source->path.count; i++)
        list_push(&link.path, (struct point){source->path.items[i].x + panel->dx,
                                             source->path.items[i].y + panel->dy});
    link.label_box = box_move(source->label_box, panel->dx, panel->dy);
    link.has_label = source->has_label && link.emphasis == EMPHASIS_NEW &&
                     link.relations.count == source->relations.count;
    if (link.has_label)
        copy_lines(&link.label, &source->label);
    link.title = describe_relations(&drawing->arena, drawing->dataset, link.relations.items,
                                    link.relations.count);
    list_push(&drawing->links, link);
}

/* Is a tie of the node in the panel, or is there none in any? */
static bool has_tie(const struct panel *panel, size_t node)
{
    size_t ties = 0;
    for (size_t i = 0; i < panel->source->links.count; i++) {
        const struct link *link = &panel->source->links.items[i];
        if (link->from != node && link->to != node)
            continue;
        for (size_t k = 0; k < link->relations.count; k++)
            if (change_in_window(panel->source->dataset, link->relations.items[k], panel->window)
                    .emphasis != EMPHASIS_ABSENT)
                return true;
        ties++;
    }
    return ties == 0;
}

static void copy_node(struct panel *panel, size_t number)
{
    const struct node *source = &panel->source->nodes.items[number];
    const struct group *group = &panel->source->dataset->groups.items[source->group];
    struct node node = *source;
    panel->node_of[number] = NODE_NONE;
    node.emphasis = change_of_group(group, panel->window);
    const bool dated = group->founded.state == DATE_KNOWN && group->founded.earliest != DAY_MIN;
    if (node.emphasis == EMPHASIS_ABSENT || (!dated && !node.hub && !has_tie(panel, number)))
        return;
    node.ended =
        !node.hub && group->ended.state == DATE_KNOWN && group->ended.latest <= panel->window.last;
    node.outline.box = box_move(source->outline.box, panel->dx, panel->dy);
    node.lines = (struct text_line_list){0};
    copy_lines(&node.lines, &source->lines);
    panel->node_of[number] = panel->target->nodes.count;
    list_push(&panel->target->nodes, node);
}

/* "2012-2013" with a proper dash for a window of that form, else the window as written. */
static struct text caption_of(struct drawing *drawing, struct window window)
{
    struct text rest = window.text, first = {0}, last = {0};
    if (!text_next_piece(&rest, '/', &first) || !text_next_piece(&rest, '/', &last))
        return window.text;
    return arena_format(&drawing->arena, TEXT_FORMAT "\xE2\x80\x93" TEXT_FORMAT, TEXT_PARTS(first),
                        TEXT_PARTS(last));
}

static void add_ground(struct drawing *drawing, struct window window, struct box box)
{
    struct text_line caption = {.text = caption_of(drawing, window),
                                .role = TEXT_FRAME,
                                .size = caption_size,
                                .weight = FONT_SEMIBOLD,
                                .x = box.left + padding};
    caption.width = font_text_width(caption.text, caption.size, caption.weight);
    caption.y = box.top + padding / 2 + caption_size * font_ascent();
    list_push(&drawing->captions, caption);
    list_push(&drawing->bars, (struct bar){.box = box,
                                           .radius = panel_radius,
                                           .fill = &drawing->theme->panel,
                                           .border = &drawing->theme->frame.border,
                                           .border_width = panel_border,
                                           .class_names = TEXT("panel")});
}

static void fill_panel(struct panel *panel)
{
    for (size_t i = 0; i < panel->source->nodes.count; i++)
        copy_node(panel, i);
    for (size_t i = 0; i < panel->source->links.count; i++)
        copy_link(panel, &panel->source->links.items[i]);
}

/* Take nodes and links out of the drawing, with its dataset for looking up. */
static struct drawing take_content(struct drawing *drawing)
{
    struct drawing content;
    drawing_init(&content);
    content.dataset = drawing->dataset;
    content.nodes = drawing->nodes;
    content.links = drawing->links;
    content.content = drawing->content;
    drawing->nodes = (struct node_list){0};
    drawing->links = (struct link_list){0};
    return content;
}

/* The content into the upper left corner, no wider than a panel. */
static void fit_content(struct drawing *drawing, double width)
{
    const double own = box_width(drawing_measure_content(drawing));
    if (own > width)
        drawing_scale(drawing, width / own);
    const struct box content = drawing_measure_content(drawing);
    drawing_move(drawing, (width - box_width(content)) / 2 - content.left, -content.top);
}

void panels_spread(struct drawing *drawing, const struct figure_request *request)
{
    const struct figure_definition *definition = request->definition;
    const size_t columns = panels_per_row(definition);
    const double width = panel_width(definition);
    fit_content(drawing, panels_inner_width(definition));
    struct drawing source = take_content(drawing);
    const double height = caption_height + box_height(source.content) + padding;
    size_t *node_of = alloc_zeroed(source.nodes.count, sizeof *node_of);
    for (size_t i = 0; i < definition->windows.count; i++) {
        const size_t row = i / columns, column = i % columns;
        const double left = (double)column * (width + gap);
        const double top = (double)row * (height + gap);
        struct panel panel = {.source = &source,
                              .target = drawing,
                              .window = definition->windows.items[i],
                              .dx = left + padding,
                              .dy = top + caption_height,
                              .node_of = node_of};
        add_ground(drawing, panel.window, (struct box){left, top, left + width, top + height});
        fill_panel(&panel);
    }
    list_free(node_of);
    drawing_release(&source);
}
