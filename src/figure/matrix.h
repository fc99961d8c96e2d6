/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a matrix shows once its rows are placed: a mark for the ties of one family and sign from
 * the group of a row to that of a column.  Marks, grid and names are all derived from the
 * boxes of the nodes: a box is the name of a row, as high as a cell, and columns follow in the
 * same order.
 */
#ifndef BLOC_FIGURE_MATRIX_H
#define BLOC_FIGURE_MATRIX_H

#include "base/list.h"
#include "figure/drawing.h"

#include <stdbool.h>
#include <stddef.h>

#define MATRIX_LEGEND_MOST (FAMILY_COUNT * 3 + 6)

/* The ties of one family and sign from one group to another; mutual ones stand twice. */
struct matrix_cell {
    size_t row; /* nodes */
    size_t column;
    enum family family;
    enum sign sign;
    bool possible;  /* every one of them */
    bool contested; /* any of them */
    struct relation_id_list relations;
};

LIST(matrix_cell_list, struct matrix_cell);

/* Cells with a tie, by row, column, family and sign. */
void matrix_cells_collect(const struct drawing *drawing, struct matrix_cell_list *cells);
void matrix_cells_release(struct matrix_cell_list *cells);

/* Is it a matrix whose rows could be placed? */
bool matrix_is_drawn(const struct drawing *drawing);

/* The colour of the marks for ties of a family. */
const struct colour *matrix_colour_of_family(const struct theme *theme, enum family family);

/* Text size of the names in cells of this side, and the padding beside a name. */
double matrix_text_size(double cell);
double matrix_padding(void);

/* The box of a row's name at this place from the top, for cells of this side. */
struct box matrix_row_box(size_t place, double width, double cell);

/* Width of the column with the names of regions; each has as many lines as its region has rows. */
double matrix_region_width(struct drawing *drawing);

/* Set the names into the boxes, at the size that suits their height. */
void matrix_set_names(struct drawing *drawing);

/* Add grid, marks, names of columns and, by_region, of regions.  Comes once, after placing. */
void matrix_furnish(struct drawing *drawing, bool by_region);

/* The legend of what is in the cells; returns how many entries, at most MATRIX_LEGEND_MOST. */
size_t matrix_legend(struct drawing *drawing, struct legend_entry *entries);

#endif
