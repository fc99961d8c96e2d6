/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Entries stand in columns, each as wide as its longest text, filled downwards, links before
 * nodes, in the order of the style tables.  Possible and contested ties get one entry each, shown in
 * a style that really occurs.
 */
#include "figure/legend.h"

#include "base/buffer.h"
#include "figure/matrix.h"

#include <math.h>

static const double text_size = 6.2, row_height = 11.5, sample_width = 28, node_width = 20,
                    sample_height = 8, text_gap = 6, column_gap = 10;

enum {
    COLUMNS_MOST = 5
};

static void add_entry(struct drawing *drawing, struct legend_entry entry, const char *label)
{
    entry.text = (struct text_line){.text = text_from(label),
                                    .role = TEXT_LEGEND,
                                    .size = text_size,
                                    .colour = &drawing->theme->ink};
    entry.text.width = font_text_width(entry.text.text, text_size, FONT_REGULAR);
    list_push(&drawing->legend, entry);
}

static bool has_entry(const struct drawing *drawing, struct text words)
{
    for (size_t i = 0; i < drawing->legend.count; i++)
        if (text_equal(drawing->legend.items[i].text.text, words))
            return true;
    return false;
}

/* Bars and strokes say themselves what they mean; those of one meaning look alike. */
static void collect_bars(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->bars.count; i++) {
        const struct bar *bar = &drawing->bars.items[i];
        if (bar->legend.length > 0 && !has_entry(drawing, bar->legend))
            add_entry(drawing, (struct legend_entry){.bar = bar}, bar->legend.at);
    }
    for (size_t i = 0; i < drawing->strokes.count; i++) {
        const struct stroke *stroke = &drawing->strokes.items[i];
        if (stroke->legend.length > 0 && !has_entry(drawing, stroke->legend))
            add_entry(drawing, (struct legend_entry){.stroke = stroke}, stroke->legend.at);
    }
}

/* A badge says what became of a tie, grey that it belongs to the ground; a style shows the
 * latter only when it occurs in no colour. */
static void collect_style(struct drawing *drawing, const struct link_style *style)
{
    const struct link *found = NULL;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if (link->style == style && (found == NULL || emphasis_is_grey(found->emphasis)))
            found = link;
    }
    if (found == NULL)
        return;
    struct legend_entry entry = {.link = style};
    if (emphasis_is_grey(found->emphasis))
        entry.emphasis = found->emphasis;
    add_entry(drawing, entry, style->label);
}

static void collect_links(struct drawing *drawing)
{
    for (size_t i = 0; i < STYLE_COUNT; i++)
        collect_style(drawing, &drawing->theme->links[i]);
}

/* What emphasis says of ties, on a sample of no kind. */
static void collect_emphasis_of_links(struct drawing *drawing, enum emphasis emphasis)
{
    const char *words = emphasis_look(emphasis)->link_words;
    for (size_t i = 0; words != NULL && i < drawing->links.count; i++) {
        if (drawing->links.items[i].emphasis != emphasis)
            continue;
        add_entry(drawing,
                  (struct legend_entry){.link = &drawing->theme->tie, .emphasis = emphasis}, words);
        return;
    }
}

/* What it says of groups, on the first that has it. */
static void collect_emphasis_of_nodes(struct drawing *drawing, enum emphasis emphasis)
{
    const char *words = emphasis_look(emphasis)->node_words;
    for (size_t i = 0; words != NULL && i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        if (node->emphasis != emphasis)
            continue;
        add_entry(
            drawing,
            (struct legend_entry){.node = node->style, .ended = node->ended, .emphasis = emphasis},
            words);
        return;
    }
}

/* The first link with a trait stands for all that have it; one of the ground only where there
 * is no other. */
static void collect_trait(struct drawing *drawing, bool contested, const char *words)
{
    const struct link *found = NULL;
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if ((contested ? link->contested : link->possible) &&
            (found == NULL ||
             (emphasis_is_grey(found->emphasis) && !emphasis_is_grey(link->emphasis))))
            found = link;
    }
    if (found == NULL)
        return;
    struct legend_entry entry = {
        .link = found->style, .possible = !contested, .contested = contested};
    if (emphasis_is_grey(found->emphasis))
        entry.emphasis = found->emphasis;
    add_entry(drawing, entry, words);
}

static void collect_link_traits(struct drawing *drawing)
{
    collect_trait(drawing, false, "possible, not certain");
    collect_trait(drawing, true, "contested: sources disagree");
}

static void collect_nodes(struct drawing *drawing)
{
    for (int kind = 0; kind < GROUP_KIND_COUNT; kind++) {
        const struct node_style *style = &drawing->theme->nodes[kind];
        for (size_t i = 0; i < drawing->nodes.count; i++)
            if (drawing->nodes.items[i].style == style) {
                add_entry(drawing,
                          (struct legend_entry){.node = style,
                                                .uncertain = drawing->nodes.items[i].uncertain},
                          style->label);
                break;
            }
    }
}

/* One sample stands for all hubs: the look of the first in rank, whose styles lie in that order. */
static void collect_hubs(struct drawing *drawing)
{
    const struct node_style *first = NULL;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        if (node->hub && (first == NULL || node->style < first))
            first = node->style;
    }
    if (first != NULL)
        add_entry(drawing, (struct legend_entry){.node = first, .hub = true}, first->label);
}

static void collect_ended(struct drawing *drawing)
{
    bool ended = false;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        const bool ends_here = node->ended && node->emphasis != EMPHASIS_GONE;
        if (ends_here && !ended)
            add_entry(drawing, (struct legend_entry){.node = node->style, .ended = true},
                      "ended or merged");
        ended |= ends_here;
    }
}

static struct text region_of(const struct drawing *drawing, size_t node)
{
    return drawing->dataset->groups.items[drawing->nodes.items[node].group].region;
}

/* Is it the first node of its region that has this fill and stands in no frame? */
static bool is_first_with(const struct drawing *drawing, size_t node, const struct colour *fill)
{
    const struct node *nodes = drawing->nodes.items;
    if (nodes[node].fill != fill || nodes[node].region != NODE_NONE)
        return false;
    for (size_t i = 0; i < node; i++)
        if (nodes[i].fill == fill && nodes[i].region == NODE_NONE &&
            text_equal(region_of(drawing, i), region_of(drawing, node)))
            return false;
    return true;
}

/* The regions whose nodes have this fill: colours repeat when there are more regions. */
static struct text name_regions_with(struct drawing *drawing, const struct colour *fill)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        if (!is_first_with(drawing, i, fill))
            continue;
        buffer_add_string(&buffer, buffer.length > 0 ? ", " : "");
        buffer_add_text(&buffer, region_of(drawing, i));
    }
    const struct text names = arena_copy_text(&drawing->arena, buffer_text(&buffer));
    buffer_release(&buffer);
    return names;
}

/* Fills that no frame or hull explains: one entry a fill. */
static void collect_fills(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct node *node = &drawing->nodes.items[i];
        bool known = !style_tells_region(drawing->theme, node->fill) || node->ended ||
                     node->region != NODE_NONE;
        for (size_t j = 0; j < drawing->legend.count && !known; j++)
            known = drawing->legend.items[j].fill == node->fill;
        if (known)
            continue;
        const struct text regions = name_regions_with(drawing, node->fill);
        struct legend_entry entry = {.node = &drawing->theme->nodes[GROUP_ORGANISATION],
                                     .fill = node->fill};
        add_entry(drawing, entry, regions.at);
    }
}

static void collect_cells(struct drawing *drawing)
{
    struct legend_entry entries[MATRIX_LEGEND_MOST];
    const size_t count = matrix_legend(drawing, entries);
    for (size_t i = 0; i < count; i++)
        add_entry(drawing, entries[i], entries[i].text.text.at);
}

void legend_collect(struct drawing *drawing)
{
    if (matrix_is_drawn(drawing)) {
        collect_cells(drawing);
        return;
    }
    collect_bars(drawing);
    collect_links(drawing);
    collect_link_traits(drawing);
    for (int i = 0; i < EMPHASIS_COUNT; i++)
        collect_emphasis_of_links(drawing, (enum emphasis)i);
    collect_nodes(drawing);
    collect_hubs(drawing);
    collect_ended(drawing);
    for (int i = 0; i < EMPHASIS_COUNT; i++)
        collect_emphasis_of_nodes(drawing, (enum emphasis)i);
    collect_fills(drawing);
}

/* Marks of cells are squares and take less room than lines. */
static double sample_room(const struct drawing *drawing)
{
    return matrix_is_drawn(drawing) ? sample_height : sample_width;
}

/* Width that a column of entries needs, its sample included. */
static double column_width(const struct drawing *drawing, size_t column, size_t rows)
{
    double width = 0;
    for (size_t i = column * rows; i < (column + 1) * rows && i < drawing->legend.count; i++)
        width = fmax(width, drawing->legend.items[i].text.width);
    return sample_room(drawing) + text_gap + width;
}

static double total_width(const struct drawing *drawing, size_t columns, size_t rows)
{
    double width = column_gap * ((double)columns - 1);
    for (size_t i = 0; i < columns; i++)
        width += column_width(drawing, i, rows);
    return width;
}

/* The most columns that fit beside each other; at least one. */
static size_t count_columns(const struct drawing *drawing, double width)
{
    size_t count = drawing->legend.count;
    for (size_t columns = COLUMNS_MOST; columns > 1; columns--) {
        size_t rows = (count + columns - 1) / columns;
        if (rows > 1 && total_width(drawing, (count + rows - 1) / rows, rows) <= width)
            return columns;
    }
    return 1;
}

static double sample_width_of(const struct legend_entry *entry)
{
    if (entry->cell != CELL_NONE)
        return sample_height;
    return entry->node != NULL ? node_width : sample_width;
}

double legend_place(struct drawing *drawing, double top, double width)
{
    size_t count = drawing->legend.count;
    if (count == 0)
        return top;
    size_t columns = count_columns(drawing, width), rows = (count + columns - 1) / columns;
    columns = (count + rows - 1) / rows;
    double spare = fmax(0, width - total_width(drawing, columns, rows)) / (double)columns;
    double left = 0;
    for (size_t i = 0; i < count; i++) {
        struct legend_entry *entry = &drawing->legend.items[i];
        if (i > 0 && i % rows == 0)
            left += column_width(drawing, i / rows - 1, rows) + column_gap + spare;
        double middle = top + row_height * ((double)(i % rows) + 0.5);
        entry->sample = box_around((struct point){left + sample_room(drawing) / 2, middle},
                                   sample_width_of(entry), sample_height);
        entry->text.x = left + sample_room(drawing) + text_gap;
        entry->text.y = middle + text_size * font_cap_height() / 2;
    }
    return top + row_height * (double)rows;
}
