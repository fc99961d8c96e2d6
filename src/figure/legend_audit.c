/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Marks and entries are both reduced to looks: what kind of mark, and which of that kind.  A
 * dashed line is not another look when the tie is contested: each trait is a look of its own.
 */
#include "figure/legend_audit.h"

#include "figure/cell_mark.h"
#include "figure/matrix.h"

enum look_kind {
    LOOK_LINK, /* of a style */
    LOOK_LINK_POSSIBLE,
    LOOK_LINK_CONTESTED,
    LOOK_LINK_EMPHASIS,
    LOOK_NODE,     /* of a style */
    LOOK_NODE_HUB, /* of any shade */
    LOOK_NODE_ENDED,
    LOOK_NODE_EMPHASIS,
    LOOK_NODE_FILL, /* of a colour */
    LOOK_CELL,      /* of a colour and form */
    LOOK_CELL_FORM,
    LOOK_CELL_POSSIBLE,
    LOOK_CELL_CONTESTED,
    LOOK_WORDS, /* bars and strokes, which say themselves what they mean */
};

static const char *const names[] = {
    "a kind of line",
    "a possible tie",
    "a contested tie",
    "an emphasis of lines",
    "a kind of node",
    "a hub",
    "a group that ended",
    "an emphasis of nodes",
    "a fill of nodes",
    "a kind of cell",
    "a form of cells",
    "a possible tie in a cell",
    "a contested tie in a cell",
    "a bar or stroke",
};

struct look {
    enum look_kind kind;
    const void *which;
    int form;
    struct text words;
};

LIST(look_list, struct look);

static bool is_same(const struct look *a, const struct look *b)
{
    return a->kind == b->kind && a->which == b->which && a->form == b->form &&
           text_equal(a->words, b->words);
}

static bool has_look(const struct look_list *looks, const struct look *look)
{
    for (size_t i = 0; i < looks->count; i++)
        if (is_same(&looks->items[i], look))
            return true;
    return false;
}

static void add(struct look_list *looks, struct look look)
{
    if (!has_look(looks, &look))
        list_push(looks, look);
}

static void add_link_looks(struct look_list *looks, const struct link *link)
{
    add(looks, (struct look){.kind = LOOK_LINK, .which = link->style});
    if (link->possible)
        add(looks, (struct look){.kind = LOOK_LINK_POSSIBLE});
    if (link->contested)
        add(looks, (struct look){.kind = LOOK_LINK_CONTESTED});
    if (emphasis_look(link->emphasis)->link_words != NULL)
        add(looks, (struct look){.kind = LOOK_LINK_EMPHASIS, .form = (int)link->emphasis});
}

static bool is_kind_of_group(const struct theme *theme, const struct node_style *style)
{
    for (int kind = 0; kind < GROUP_KIND_COUNT; kind++)
        if (&theme->nodes[kind] == style)
            return true;
    return false;
}

static void add_node_looks(struct look_list *looks, const struct theme *theme,
                           const struct node *node)
{
    if (node->hub)
        add(looks, (struct look){.kind = LOOK_NODE_HUB});
    else if (is_kind_of_group(theme, node->style))
        add(looks, (struct look){.kind = LOOK_NODE, .which = node->style});
    else
        return; /* a name without a mark */
    if (node->ended && node->emphasis != EMPHASIS_GONE)
        add(looks, (struct look){.kind = LOOK_NODE_ENDED});
    if (emphasis_look(node->emphasis)->node_words != NULL)
        add(looks, (struct look){.kind = LOOK_NODE_EMPHASIS, .form = (int)node->emphasis});
    if (style_tells_region(theme, node->fill) && !node->ended && node->region == NODE_NONE)
        add(looks, (struct look){.kind = LOOK_NODE_FILL, .which = node->fill});
}

static void add_cell_looks(const struct drawing *drawing, struct look_list *looks)
{
    struct matrix_cell_list cells = {0};
    matrix_cells_collect(drawing, &cells);
    for (size_t i = 0; i < cells.count; i++) {
        const struct matrix_cell *cell = &cells.items[i];
        const int form = (int)cell_form_of(cell->sign);
        add(looks, (struct look){.kind = LOOK_CELL,
                                 .which = matrix_colour_of_family(drawing->theme, cell->family),
                                 .form = form});
        add(looks, (struct look){.kind = LOOK_CELL_FORM, .form = form});
        if (cell->possible)
            add(looks, (struct look){.kind = LOOK_CELL_POSSIBLE});
        if (cell->contested)
            add(looks, (struct look){.kind = LOOK_CELL_CONTESTED});
    }
    add(looks, (struct look){.kind = LOOK_CELL, .which = &drawing->theme->grid, .form = CELL_FULL});
    matrix_cells_release(&cells);
}

static void collect_drawn(const struct drawing *drawing, struct look_list *looks)
{
    if (matrix_is_drawn(drawing)) {
        add_cell_looks(drawing, looks);
        return;
    }
    for (size_t i = 0; i < drawing->links.count; i++)
        add_link_looks(looks, &drawing->links.items[i]);
    for (size_t i = 0; i < drawing->nodes.count; i++)
        add_node_looks(looks, drawing->theme, &drawing->nodes.items[i]);
    for (size_t i = 0; i < drawing->bars.count; i++)
        if (drawing->bars.items[i].legend.length > 0)
            add(looks, (struct look){.kind = LOOK_WORDS, .words = drawing->bars.items[i].legend});
    for (size_t i = 0; i < drawing->strokes.count; i++)
        if (drawing->strokes.items[i].legend.length > 0)
            add(looks,
                (struct look){.kind = LOOK_WORDS, .words = drawing->strokes.items[i].legend});
}

static struct look look_of_link(const struct theme *theme, const struct legend_entry *entry)
{
    if (entry->link == &theme->tie)
        return (struct look){.kind = LOOK_LINK_EMPHASIS, .form = (int)entry->emphasis};
    if (entry->possible || entry->contested)
        return (struct look){.kind = entry->possible ? LOOK_LINK_POSSIBLE : LOOK_LINK_CONTESTED};
    return (struct look){.kind = LOOK_LINK, .which = entry->link};
}

static struct look look_of_node(const struct legend_entry *entry)
{
    if (entry->fill != NULL)
        return (struct look){.kind = LOOK_NODE_FILL, .which = entry->fill};
    if (entry->emphasis != EMPHASIS_NORMAL)
        return (struct look){.kind = LOOK_NODE_EMPHASIS, .form = (int)entry->emphasis};
    if (entry->ended)
        return (struct look){.kind = LOOK_NODE_ENDED};
    if (entry->hub)
        return (struct look){.kind = LOOK_NODE_HUB};
    return (struct look){.kind = LOOK_NODE, .which = entry->node};
}

static struct look look_of_cell(const struct theme *theme, const struct legend_entry *entry)
{
    if (entry->possible || entry->contested)
        return (struct look){.kind = entry->possible ? LOOK_CELL_POSSIBLE : LOOK_CELL_CONTESTED};
    if (entry->swatch == &theme->muted)
        return (struct look){.kind = LOOK_CELL_FORM, .form = (int)entry->cell};
    return (struct look){.kind = LOOK_CELL, .which = entry->swatch, .form = (int)entry->cell};
}

static struct look look_of_entry(const struct theme *theme, const struct legend_entry *entry)
{
    if (entry->link != NULL)
        return look_of_link(theme, entry);
    if (entry->node != NULL)
        return look_of_node(entry);
    if (entry->cell != CELL_NONE)
        return look_of_cell(theme, entry);
    return (struct look){.kind = LOOK_WORDS, .words = entry->text.text};
}

static void add_note(struct buffer *notes, const char *fault, const struct look *look,
                     struct text words)
{
    if (notes != NULL)
        buffer_add_format(notes, "  %s: %s%s" TEXT_FORMAT "\n", fault, names[look->kind],
                          words.length > 0 ? ", " : "", TEXT_PARTS(words));
}

void legend_audit(const struct drawing *drawing, struct legend_audit *audit, struct buffer *notes)
{
    struct look_list drawn = {0}, shown = {0};
    *audit = (struct legend_audit){0};
    if (drawing->legend.count == 0)
        return;
    collect_drawn(drawing, &drawn);
    for (size_t i = 0; i < drawing->legend.count; i++) {
        const struct legend_entry *entry = &drawing->legend.items[i];
        const struct look look = look_of_entry(drawing->theme, entry);
        list_push(&shown, look);
        if (has_look(&drawn, &look))
            continue;
        audit->undrawn++;
        add_note(notes, "in the legend but not drawn", &look, entry->text.text);
    }
    for (size_t i = 0; i < drawn.count; i++) {
        if (has_look(&shown, &drawn.items[i]))
            continue;
        audit->unexplained++;
        add_note(notes, "drawn but not in the legend", &drawn.items[i], drawn.items[i].words);
    }
    list_release(&drawn);
    list_release(&shown);
}
