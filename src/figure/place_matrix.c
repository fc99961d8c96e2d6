/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rows of a matrix: their order, and the largest cell with which names, cells and regions fit
 * the page beside each other.  Without Graphviz, so there is one variant.
 */
#include "figure/place_variant.h"

#include "base/alloc.h"
#include "figure/compose.h"
#include "figure/matrix.h"
#include "figure/place.h"
#include "figure/seriation.h"

#include <math.h>
#include <stdlib.h>

const size_t place_matrix_variants = 1;

static const double cell_least = 6.02, cell_most = 13, cell_step = 0.02, page_margin = 3.1,
                    measure_endless = 4000;

/* Leaves room for the words in the corner. */
static const double names_least = 78;

static double names_width(const struct drawing *drawing, double cell)
{
    double width = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++)
        width = fmax(width, font_text_width(drawing->nodes.items[i].label, matrix_text_size(cell),
                                            FONT_REGULAR));
    return fmax(names_least, width + 2 * matrix_padding());
}

/* The largest cell that fits; on pages that are too narrow the least one, and the page shrinks. */
static double find_cell(const struct drawing *drawing, double room)
{
    double cell = cell_most;
    const double count = (double)drawing->nodes.count;
    while (cell > cell_least && names_width(drawing, cell) + count * cell > room)
        cell -= cell_step;
    return fmax(cell, cell_least);
}

static double *sum_ties(const struct drawing *drawing)
{
    const size_t count = drawing->nodes.count;
    double *weights = alloc_zeroed(count * count, sizeof *weights);
    for (size_t i = 0; i < drawing->links.count; i++) {
        const struct link *link = &drawing->links.items[i];
        if (link->from == link->to)
            continue;
        weights[link->from * count + link->to] += (double)link->relations.count;
        weights[link->to * count + link->from] += (double)link->relations.count;
    }
    return weights;
}

/* Number the regions by their first node; without regions all nodes are in one block. */
static size_t number_blocks(const struct drawing *drawing, bool by_region, size_t *blocks)
{
    const struct group *groups = drawing->dataset->groups.items;
    size_t count = 0;
    for (size_t i = 0; i < drawing->nodes.count; i++) {
        size_t same = 0;
        while (same < i && by_region &&
               !text_equal(groups[drawing->nodes.items[same].group].region,
                           groups[drawing->nodes.items[i].group].region))
            same++;
        blocks[i] = same < i ? blocks[same] : count++;
    }
    return count;
}

static void set_boxes(struct drawing *drawing, const size_t *order, double width, double cell)
{
    for (size_t i = 0; i < drawing->nodes.count; i++)
        drawing->nodes.items[order[i]].outline.box = matrix_row_box(i, width, cell);
}

bool place_matrix_try(struct drawing *drawing, const struct figure_definition *definition,
                      size_t variant, struct error *error)
{
    const bool by_region = text_equal_string(definition->frame_by, "region");
    size_t *blocks = alloc_zeroed(drawing->nodes.count, sizeof *blocks);
    size_t *order = alloc_zeroed(drawing->nodes.count, sizeof *order);
    double *weights = sum_ties(drawing);
    (void)variant;
    (void)error;
    compose_size_nodes(drawing, measure_endless);
    const struct seriation seriation = {.count = drawing->nodes.count,
                                        .weights = weights,
                                        .blocks = blocks,
                                        .block_count = number_blocks(drawing, by_region, blocks)};
    seriation_order(&seriation, order);
    double room = place_page_width(definition) - 2 * page_margin;
    if (by_region)
        room -= matrix_region_width(drawing);
    const double cell = find_cell(drawing, room);
    set_boxes(drawing, order, names_width(drawing, cell), cell);
    matrix_set_names(drawing);
    for (size_t i = 0; i < drawing->links.count; i++)
        drawing->links.items[i].path.count = 0;
    free(blocks);
    free(order);
    free(weights);
    return true;
}
