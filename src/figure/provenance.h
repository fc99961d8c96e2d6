/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a figure was made from, as the record that every SVG carries in its metadata: which program,
 * data, definition and options, and the groups, relations and sources that are in the picture.
 * It is JSON in one element of a namespace of our own, which report/figure_data.h reads:
 *
 *     <bloc:figure-data xmlns:bloc="urn:x-bloc:figure-data">{"format":1, ...}</bloc:figure-data>
 *
 * bloc-figure(5) tells what its members mean.  It holds no path, date or name of a machine.
 */
#ifndef BLOC_FIGURE_PROVENANCE_H
#define BLOC_FIGURE_PROVENANCE_H

#include "base/buffer.h"
#include "base/digest.h"
#include "base/text.h"
#include "base/text_pair.h"
#include "figure/drawing.h"
#include "model/dataset.h"
#include "selection/selection.h"

/* What the drawing itself does not know.  All borrowed. */
struct provenance {
    const char *igraph; /* its version */
    const char *graphviz;
    const struct fingerprint *data; /* of the dataset's files */
    struct text definition;         /* name; empty without a file */
    struct text definition_sha256;  /* of its bytes */
    struct text_pair_list options;  /* attributes of figures: "select_during"; "seed", "sign" */
    struct group_id_list groups;    /* selected; all of them are in a chart */
};

/* The element, for a drawing with a dataset and a provenance. */
void provenance_write(const struct drawing *drawing, struct buffer *out);

#endif
