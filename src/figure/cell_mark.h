/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A mark in a cell of a matrix: the form tells the sign, so that a grey print keeps it, the
 * colour the family, the size the certainty.  matrix.c sets the marks, svg.c those of the legend.
 */
#ifndef BLOC_FIGURE_CELL_MARK_H
#define BLOC_FIGURE_CELL_MARK_H

#include "figure/drawing.h"

#include <stdbool.h>
#include <stddef.h>

#define CELL_BARS_MOST 2

struct cell_mark {
    const struct colour *colour;
    const struct colour *paper; /* of the dot on a full mark */
    enum cell_form form;
    bool possible;  /* smaller */
    bool contested; /* with a dot */
};

enum cell_form cell_form_of(enum sign sign);

/* The bars of a mark that fills a box, at most CELL_BARS_MOST; returns how many. */
size_t cell_mark_bars(const struct cell_mark *mark, struct box box, struct bar *bars);

#endif
