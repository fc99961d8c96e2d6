/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What would make a figure legible that is not: groups without a tie or dates left out, a wider
 * page, fewer hops from the ego, or the same ties as a matrix.  Nothing is advised that was not drawn
 * and measured.
 */
#ifndef BLOC_FIGURE_ADVISE_H
#define BLOC_FIGURE_ADVISE_H

#include "base/buffer.h"
#include "figure/figure.h"

#include <stdbool.h>
#include <stddef.h>

/* Changes to a definition; the zero value changes nothing. */
struct remedy {
    double width_mm;     /* 0 = the width asked for */
    bool connected_only; /* without groups that have no tie */
    bool without_dates;  /* beside lines */
    unsigned hops;       /* 0 = as many as asked for */
    bool as_matrix;
};

struct advice {
    bool is_needed; /* some gate is not met */
    bool is_found;
    struct remedy remedy;
};

/*
 * Look for a remedy for each figure that does not meet every gate, by drawing some; advice has
 * count entries, which are overwritten.  A figure that uses a measure is not narrowed, since that
 * would be measured anew.
 */
void figures_advise(const struct figure_request *requests, size_t count,
                    const struct figure *figures, struct advice *advice);

/* The definition with the remedy; borrows everything from the one given, so it is not released. */
struct figure_definition remedy_apply(const struct remedy *remedy,
                                      const struct figure_definition *definition);

/* "figure_type=matrix figure_width=210mm": what to set. */
void remedy_write(const struct remedy *remedy, struct buffer *buffer);

/* One line: what would meet the gates that the figure does not. */
void advice_write(const struct advice *advice, const struct figure *figure, struct buffer *buffer);

#endif
