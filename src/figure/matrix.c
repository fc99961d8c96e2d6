/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 *              names of columns, upwards
 *            +--------------------------+
 *    name    | .                        |  region
 *    name    |   .   marks              |
 *    name    |     .                    |  region
 *            +--------------------------+
 *
 * A row is who acts, a column who is acted on, whatever way a line would be drawn.
 */
#include "figure/matrix.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "figure/cell_mark.h"
#include "figure/describe.h"
#include "figure/wrap.h"

static const double padding = 2.2, size_least = 6, size_most = 7.2, size_share = 0.88;
static const double size_region = 5.2, leading = 1.15, region_gap = 3, measure_step = 1;
static const double size_corner = 5.4, corner_measure = 74;
static const double inset = 0.12, mark_gap = 0.06; /* of a cell's side */
static const double row_inset = 0.125; /* between the names of two rows, above and below */
static const double grid_width = 0.25, border_width = 0.6;

enum {
    LINES_MOST = 8
};

/* The matrix as placed. */
struct table {
    struct drawing *drawing;
    const size_t *rows; /* nodes from top to bottom */
    size_t count;
    double left; /* of the cells */
    double top;
    double cell;
};

bool matrix_is_drawn(const struct drawing *drawing)
{
    return text_equal_string(drawing->type, "matrix") && !drawing->fallback_routing &&
           drawing->nodes.count > 0;
}

double matrix_text_size(double cell)
{
    return fmax(size_least, fmin(size_most, size_share * cell));
}

struct box matrix_row_box(size_t place, double width, double cell)
{
    const double top = (double)place * cell;
    return (struct box){0, top + row_inset, width, top + cell - row_inset};
}

double matrix_padding(void)
{
    return padding;
}

static struct text region_of(const struct drawing *drawing, size_t node)
{
    return drawing->dataset->groups.items[drawing->nodes.items[node].group].region;
}

static size_t count_lines(struct drawing *drawing, struct text text, double measure)
{
    struct text_list lines = {0};
    wrap_text(&drawing->arena, text, measure, LINES_MOST, size_region, FONT_SEMIBOLD, &lines);
    size_t count = lines.count;
    for (size_t i = 0; i < lines.count; i++)
        if (font_text_width(lines.items[i], size_region, FONT_SEMIBOLD) > measure)
            count = SIZE_MAX; /* a word is too wide */
    list_release(&lines);
    return count;
}

static size_t count_rows(const struct drawing *drawing, struct text region)
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        count += text_equal(region_of(drawing, i), region);
    return count;
}

double matrix_region_width(struct drawing *drawing)
{
    double measure = measure_step;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        const struct text region = region_of(drawing, i);
        const size_t rows = count_rows(drawing, region);
        while (region.length > 0 && count_lines(drawing, region, measure) > rows)
            measure += measure_step;
    }
    return measure + region_gap;
}

void matrix_set_names(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        struct node *node = &drawing->nodes.items[i];
        const double height = box_height(node->outline.box);
        const double size = matrix_text_size(height + 2 * row_inset);
        struct text_line line = {.text = node->label, .role = TEXT_NODE, .size = size};
        line.width = font_text_width(line.text, line.size, FONT_REGULAR);
        line.x = box_width(node->outline.box) - padding - line.width;
        line.y = height / 2 + line.size * (font_ascent() - font_descent()) / 2;
        node->lines.count = 0;
        list_push(&node->lines, line);
    }
}

/* Cells by row, column, family and sign, which is the order of marks within a cell. */
static int compare_cells(const void *a, const void *b)
{
    const struct matrix_cell *left = a, *right = b;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    if (left->column != right->column)
        return left->column < right->column ? -1 : 1;
    if (left->family != right->family)
        return left->family < right->family ? -1 : 1;
    return left->sign < right->sign ? -1 : left->sign > right->sign;
}

static size_t node_of(const struct drawing *drawing, const struct link *link, group_id group)
{
    return drawing->nodes.items[link->from].group == group ? link->from : link->to;
}

static void add_tie(struct matrix_cell_list *cells, const struct matrix_cell *wanted,
                    relation_id relation)
{
    struct matrix_cell *cell = NULL;
    for (size_t i = 0; i < cells->count && cell == NULL; i++)
        if (compare_cells(&cells->items[i], wanted) == 0)
            cell = &cells->items[i];
    if (cell == NULL) {
        list_push(cells, *wanted);
        cell = &cells->items[cells->count - 1];
    }
    cell->possible &= wanted->possible;
    cell->contested |= wanted->contested;
    list_push(&cell->relations, relation);
}

static void add_relation(const struct drawing *drawing, const struct link *link,
                         relation_id relation, struct matrix_cell_list *cells)
{
    const struct kind *kind = dataset_kind_of(drawing->dataset, relation);
    const struct relation *tie = &drawing->dataset->relations.items[relation];
    struct matrix_cell cell = {.row = node_of(drawing, link, tie->source),
                               .column = node_of(drawing, link, tie->target),
                               .family = kind->family,
                               .sign = kind->sign,
                               .possible = link->possible,
                               .contested = link->contested};
    add_tie(cells, &cell, relation);
    if (!kind->mutual || cell.row == cell.column)
        return;
    const size_t row = cell.row;
    cell.row = cell.column;
    cell.column = row;
    add_tie(cells, &cell, relation);
}

void matrix_cells_collect(const struct drawing *drawing, struct matrix_cell_list *cells)
{
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        for (size_t k = 0; k < link->relations.count; k++)
            add_relation(drawing, link, link->relations.items[k], cells);
    }
    if (cells->count > 1)
        qsort(cells->items, cells->count, sizeof *cells->items, compare_cells);
}

void matrix_cells_release(struct matrix_cell_list *cells)
{
    for (size_t i = 0; i < cells->count; i++)
        list_release(&cells->items[i].relations);
    list_release(cells);
}

/* Nodes from top to bottom, in an array to be freed. */
static size_t *sort_rows(const struct drawing *drawing)
{
    size_t *rows = alloc_zeroed(drawing->nodes.count, sizeof *rows);
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        size_t place = i;
        for (; place > 0 && drawing->nodes.items[rows[place - 1]].outline.box.top >
                                drawing->nodes.items[i].outline.box.top;
             place--)
            rows[place] = rows[place - 1];
        rows[place] = i;
    }
    return rows;
}

static const struct colour *tint_of(const struct node *node)
{
    return node->fill != NULL ? node->fill : &node->style->fill;
}

static void add_bar(const struct table *table, struct box box, const struct colour *fill,
                    struct text class_names)
{
    list_push(&table->drawing->bars,
              (struct bar){.box = box, .fill = fill, .class_names = class_names});
}

/* From row first to before row end of both, or one line of the grid. */
static struct box cells_box(const struct table *table, double column, double row, double columns,
                            double rows)
{
    return (struct box){table->left + column * table->cell, table->top + row * table->cell,
                        table->left + (column + columns) * table->cell,
                        table->top + (row + rows) * table->cell};
}

/* Where the run of rows ends that are in one region with the one at start. */
static size_t find_block_end(const struct table *table, size_t start)
{
    size_t end = start + 1;
    while (end < table->count && text_equal(region_of(table->drawing, table->rows[end]),
                                            region_of(table->drawing, table->rows[start])))
        end++;
    return end;
}

/* Fields behind the names of columns and, by region, behind the ties within one. */
static void add_fields(const struct table *table, bool by_region)
{
    const double height = box_width(table->drawing->nodes.items[0].outline.box);
    for (size_t i = 0; i < table->count; i++) {
        struct box box = cells_box(table, (double)i, 0, 1, 0);
        box.top -= height;
        add_bar(table, box, tint_of(&table->drawing->nodes.items[table->rows[i]]), TEXT("column"));
    }
    for (size_t i = 0, end; by_region && i < table->count; i = end) {
        end = find_block_end(table, i);
        const double rows = (double)(end - i);
        add_bar(table, cells_box(table, (double)i, (double)i, rows, rows),
                tint_of(&table->drawing->nodes.items[table->rows[i]]), TEXT("block"));
    }
}

static void add_rule(const struct table *table, size_t place, double width,
                     const struct colour *colour)
{
    const double all = (double)table->count,
                 names = box_width(table->drawing->nodes.items[0].outline.box);
    struct box across = cells_box(table, 0, (double)place, all, 0);
    struct box down = cells_box(table, (double)place, 0, 0, all);
    across = box_grow(across, width / 2);
    down = box_grow(down, width / 2);
    across.left -= names;
    down.top -= names;
    add_bar(table, across, colour, TEXT("grid"));
    add_bar(table, down, colour, TEXT("grid"));
}

/* Fine lines between rows and columns, stronger ones around regions. */
static void add_grid(const struct table *table, bool by_region)
{
    for (size_t i = 1; i < table->count; i++)
        add_rule(table, i, grid_width, &table->drawing->theme->grid);
    for (size_t i = 0, end; i < table->count; i = end) {
        end = by_region ? find_block_end(table, i) : table->count;
        add_rule(table, i, border_width, &table->drawing->theme->grid_border);
    }
    add_rule(table, table->count, border_width, &table->drawing->theme->grid_border);
    for (size_t i = 0; i < table->count; i++)
        add_bar(table, cells_box(table, (double)i, (double)i, 1, 1), &table->drawing->theme->grid,
                TEXT("diagonal"));
}

/* The part of a cell for one of its marks: alone, side by side, or in two lines of marks. */
static struct box mark_box(struct box cell, size_t number, size_t count)
{
    const double side = box_width(cell), gap = mark_gap * side;
    const struct box inner = box_grow(cell, -inset * side);
    const size_t lines = count > 2 ? 2 : 1, columns = (count + lines - 1) / lines;
    const double width = (box_width(inner) - gap * (double)(columns - 1)) / (double)columns;
    const double height = (box_height(inner) - gap * (double)(lines - 1)) / (double)lines;
    const size_t column = number % columns, line = number / columns;
    const double left = inner.left + (double)column * (width + gap);
    const double top = inner.top + (double)line * (height + gap);
    return (struct box){left, top, left + width, top + height};
}

/* The colour of a family: that of the links of its kinds. */
const struct colour *matrix_colour_of_family(const struct theme *theme, enum family family)
{
    const struct kind kind = {.family = family, .sign = SIGN_POSITIVE};
    return &style_of_family(theme, &kind)->line;
}

static struct cell_mark mark_of(const struct theme *theme, const struct matrix_cell *cell)
{
    return (struct cell_mark){matrix_colour_of_family(theme, cell->family), &theme->paper,
                              cell_form_of(cell->sign), cell->possible, cell->contested};
}

static void add_mark(const struct table *table, const struct matrix_cell *cell, struct box box)
{
    struct drawing *drawing = table->drawing;
    struct bar bars[CELL_BARS_MOST];
    const struct cell_mark mark = mark_of(drawing->theme, cell);
    const size_t count = cell_mark_bars(&mark, box, bars);
    const struct text title = describe_relations(&drawing->arena, drawing->dataset,
                                                 cell->relations.items, cell->relations.count);
    for (size_t i = 0; i < count; i++) {
        bars[i].title = title;
        bars[i].class_names = arena_format(&drawing->arena, "cell family-%s sign-%s",
                                           family_name(cell->family), sign_name(cell->sign));
        list_push(&drawing->bars, bars[i]);
    }
}

static void add_marks(const struct table *table)
{
    struct matrix_cell_list cells = {0};
    size_t *places = alloc_zeroed(table->count, sizeof *places);
    for (size_t i = 0; i < table->count; i++)
        places[table->rows[i]] = i;
    matrix_cells_collect(table->drawing, &cells);
    for (size_t i = 0, end; i < cells.count; i = end) {
        const size_t row = cells.items[i].row, column = cells.items[i].column;
        for (end = i + 1;
             end < cells.count && cells.items[end].row == row && cells.items[end].column == column;)
            end++;
        const struct box box = cells_box(table, (double)places[column], (double)places[row], 1, 1);
        for (size_t k = i; k < end; k++)
            add_mark(table, &cells.items[k], mark_box(box, k - i, end - i));
    }
    matrix_cells_release(&cells);
    free(places);
}

static void add_column_names(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        struct text_line line = table->drawing->nodes.items[table->rows[i]].lines.items[0];
        line.upwards = true;
        line.x = table->left + ((double)i + 0.5) * table->cell +
                 line.size * (font_ascent() - font_descent()) / 2;
        line.y = table->top - padding;
        list_push(&table->drawing->captions, line);
    }
}

/* Lines of a caption, from the top. */
static void add_caption(const struct table *table, const struct text_list *lines,
                        struct text_line form, double top)
{
    for (size_t i = 0; i < lines->count; i++) {
        form.text = lines->items[i];
        form.width = font_text_width(form.text, form.size, form.weight);
        form.y = top + form.size * (font_ascent() + leading * (double)i);
        list_push(&table->drawing->captions, form);
    }
}

static void add_region_names(const struct table *table)
{
    const double measure = matrix_region_width(table->drawing) - region_gap;
    const struct text_line form = {.role = TEXT_FRAME,
                                   .size = size_region,
                                   .weight = FONT_SEMIBOLD,
                                   .x = table->left + (double)table->count * table->cell +
                                        region_gap,
                                   .colour = &table->drawing->theme->muted};
    for (size_t i = 0, end; i < table->count; i = end) {
        struct text_list lines = {0};
        end = find_block_end(table, i);
        wrap_text(&table->drawing->arena, region_of(table->drawing, table->rows[i]), measure,
                  LINES_MOST, form.size, form.weight, &lines);
        const double middle = table->top + table->cell * (double)(i + end) / 2;
        const double height =
            form.size * (font_ascent() + font_descent() + leading * ((double)lines.count - 1));
        add_caption(table, &lines, form, middle - height / 2);
        list_release(&lines);
    }
}

/* How to read a cell, in the empty corner. */
static void add_corner(const struct table *table)
{
    const double names = box_width(table->drawing->nodes.items[0].outline.box);
    const double measure = fmin(corner_measure, names - padding);
    const struct text_line form = {.role = TEXT_NOTE,
                                   .size = size_corner,
                                   .x = table->left - names,
                                   .colour = &table->drawing->theme->muted};
    struct text_list lines = {0};
    wrap_fill(&table->drawing->arena,
              TEXT("A mark stands for ties from the group of its row to the group of its column. "
                   "Mutual ties stand twice."),
              measure, LINES_MOST * 2, form.size, form.weight, &lines);
    add_caption(table, &lines, form, table->top - names);
    list_release(&lines);
}

void matrix_furnish(struct drawing *drawing, bool by_region)
{
    size_t *rows = sort_rows(drawing);
    const struct box first = drawing->nodes.items[rows[0]].outline.box;
    const struct box last = drawing->nodes.items[rows[drawing->nodes.count - 1]].outline.box;
    const struct table table = {.drawing = drawing,
                                .rows = rows,
                                .count = drawing->nodes.count,
                                .left = first.right,
                                .top = first.top - row_inset,
                                .cell = (last.bottom - first.top + 2 * row_inset) /
                                        (double)drawing->nodes.count};
    matrix_set_names(drawing);
    add_fields(&table, by_region);
    add_grid(&table, by_region);
    add_marks(&table);
    add_column_names(&table);
    if (by_region)
        add_region_names(&table);
    add_corner(&table);
    free(rows);
}

/* What the ties of a family and sign are called; NULL = no kind of the default table. */
static const char *const labels[FAMILY_COUNT][3] = {
    [FAMILY_PLEDGE] = {[SIGN_POSITIVE] = "pledge of allegiance",
                       [SIGN_NEUTRAL] = "pledge claimed for it",
                       [SIGN_NEGATIVE] = "pledge refused or disowned"},
    [FAMILY_SPLIT] = {[SIGN_NEUTRAL] = "split, break with the leadership"},
    [FAMILY_CONFLICT] = {[SIGN_NEGATIVE] = "conflict, attack, threat"},
    [FAMILY_ALLIANCE] = {[SIGN_POSITIVE] = "alliance, support"},
    [FAMILY_MEMBERSHIP] = {[SIGN_POSITIVE] = "part of", [SIGN_NEGATIVE] = "excluded from"},
    [FAMILY_LINEAGE] = {[SIGN_NEUTRAL] = "founded, joined, descends from"},
};

static const struct {
    enum sign sign;
    const char *label;
} forms[] = {
    {SIGN_POSITIVE, "full: positive"},
    {SIGN_NEUTRAL, "half: neutral"},
    {SIGN_NEGATIVE, "hollow: negative"},
};

static void add_entry(struct legend_entry *entries, size_t *count, struct cell_mark mark,
                      struct text label)
{
    entries[(*count)++] = (struct legend_entry){.swatch = mark.colour,
                                                .cell = mark.form,
                                                .possible = mark.possible,
                                                .contested = mark.contested,
                                                .text = {.text = label}};
}

static void add_families(struct drawing *drawing, const struct matrix_cell_list *cells,
                         struct legend_entry *entries, size_t *count)
{
    bool known[FAMILY_COUNT][3] = {0};
    for (size_t i = 0; i < cells->count; i++)
        known[cells->items[i].family][cells->items[i].sign] = true;
    for (unsigned i = 0; i < FAMILY_COUNT * 3; i++) {
        const enum family family = (enum family)(i / 3);
        const enum sign sign = forms[i % 3].sign;
        if (!known[family][sign])
            continue;
        struct text label = text_from(labels[family][sign]);
        if (labels[family][sign] == NULL)
            label = arena_format(&drawing->arena, "%s, %s", family_name(family), sign_name(sign));
        add_entry(entries, count,
                  (struct cell_mark){.colour = matrix_colour_of_family(drawing->theme, family),
                                     .form = cell_form_of(sign)},
                  label);
    }
}

static void add_forms(const struct theme *theme, const struct matrix_cell_list *cells,
                      struct legend_entry *entries, size_t *count)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        for (size_t k = 0; k < cells->count; k++)
            if (cells->items[k].sign == forms[i].sign) {
                add_entry(entries, count,
                          (struct cell_mark){.colour = &theme->muted,
                                             .form = cell_form_of(forms[i].sign)},
                          text_from(forms[i].label));
                break;
            }
}

/* The first cell with a trait stands for all that have it. */
static void add_traits(const struct theme *theme, const struct matrix_cell_list *cells,
                       struct legend_entry *entries, size_t *count)
{
    bool possible = false, contested = false;
    for (size_t i = 0; i < cells->count; i++) {
        struct cell_mark mark = mark_of(theme, &cells->items[i]);
        if (mark.possible && !possible)
            add_entry(
                entries, count,
                (struct cell_mark){.colour = mark.colour, .form = mark.form, .possible = true},
                TEXT("small: possible, not certain"));
        if (mark.contested && !contested)
            add_entry(
                entries, count,
                (struct cell_mark){.colour = mark.colour, .form = mark.form, .contested = true},
                TEXT("dot: contested, sources disagree"));
        possible |= mark.possible;
        contested |= mark.contested;
    }
}

size_t matrix_legend(struct drawing *drawing, struct legend_entry *entries)
{
    struct matrix_cell_list cells = {0};
    size_t count = 0;
    matrix_cells_collect(drawing, &cells);
    add_families(drawing, &cells, entries, &count);
    add_forms(drawing->theme, &cells, entries, &count);
    add_traits(drawing->theme, &cells, entries, &count);
    add_entry(entries, &count,
              (struct cell_mark){.colour = &drawing->theme->grid, .form = CELL_FULL},
              TEXT("the group itself"));
    matrix_cells_release(&cells);
    return count;
}
