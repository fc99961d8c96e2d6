/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The figure module's front: from a definition and what it selects to finished output.
 * Layout runs in child processes, side by side, with a time limit each.
 */
#ifndef BLOC_FIGURE_FIGURE_H
#define BLOC_FIGURE_FIGURE_H

#include "base/error.h"
#include "base/progress.h"
#include "figure/definition.h"
#include "figure/drawing.h"
#include "figure/legibility.h"
#include "metrics/metric_table.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>

/* What is to be drawn; all borrowed. */
struct figure_request {
    const struct figure_definition *definition;
    const struct selection *selection;
    const struct metric_results *metrics; /* NULL when encode_size is not used */
    const struct theme *theme;            /* NULL = the default one; outlives the figure */
    const struct metric_series *series;   /* of a series; NULL of all others */
    const struct provenance *provenance;  /* outlives the figure; NULL = no record in its SVG */
};

/* One finished figure. */
struct figure {
    struct drawing drawing; /* of the first page */
    struct legibility legibility;
    struct error error;     /* set when this figure could not be made */
    struct buffer messages; /* what layout wrote to standard error: lines, each once */
    struct figure *more;    /* the pages after the first, or NULL */
    size_t more_count;
};

/*
 * Make several figures, their placements shared out over the processor's cores.  Results do
 * not depend on how many there are.  Returns false when any of them has its error set; the
 * others are complete.  A figure whose layout fails or runs past its time limit is drawn more
 * simply; drawing.fallback says so.  progress may be NULL; its total grows by the steps to take.
 */
bool figures_make(const struct figure_request *requests, size_t count, struct figure *figures,
                  struct progress *progress);

void figure_release(struct figure *figure);

/* Lanes that are higher than figure_height take several pages; all other figures have one. */
size_t figure_page_count(const struct figure *figure);
const struct figure *figure_get_page(const struct figure *figure, size_t page);

/* Mark the relations that are drawn; shown has one entry a relation of the dataset. */
void figure_mark_relations(const struct figure *figure, bool *shown);

/* The figure as SVG. */
void figure_write_svg(const struct figure *figure, struct buffer *buffer);

/* The figure as a PDF page of its size in print, or as PNG (figure/picture.h). */
bool figure_write_pdf(const struct figure *figure, struct buffer *buffer, struct error *error);
bool figure_write_png(const struct figure *figure, unsigned dpi, struct buffer *buffer,
                      struct error *error);

/* The finished geometry as JSON (figure/geometry_json.h). */
void figure_write_json(const struct figure *figure, struct buffer *buffer);

/* The drawing before layout, as DOT that plain `dot` reads. */
bool figure_write_dot(const struct figure_request *request, struct buffer *buffer,
                      struct error *error);

/* Does the figure's node and link selection have nothing in it? */
bool figure_is_empty(const struct figure *figure);

#endif
