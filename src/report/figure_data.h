/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a figure was made from, read back from the record in its metadata (figure/provenance.h).
 * The file may come from anywhere: nothing outside it is read, its entities are not expanded, and
 * a record that is none of ours is refused with a reason.
 */
#ifndef BLOC_REPORT_FIGURE_DATA_H
#define BLOC_REPORT_FIGURE_DATA_H

#include "base/digest.h"
#include "base/error.h"
#include "base/json.h"
#include "base/list.h"
#include "base/text.h"

#include <stdbool.h>

/* No figure is near it. */
#define FIGURE_FILE_MEBIBYTES 64

/* The record of one figure; the zero value is none. */
struct figure_data {
    struct text file;  /* for people; borrowed */
    json_t *record;    /* an object whose members are those that figure_data_read asks for */
    struct text check; /* what a comparison with a dataset said, or empty; borrowed */
};

LIST(figure_data_list, struct figure_data);

/*
 * Read the record of an SVG.  Fails (ERROR_DATA), with the line where there is one, when the text
 * is no XML or no SVG, when it has no record, or several, and when the record is not as it is
 * written.  Release it in either case.
 */
bool figure_data_read(struct text svg, struct figure_data *data, struct error *error);
void figure_data_release(struct figure_data *data);

/*
 * Was the figure made from the dataset with this fingerprint?  If not, the buffer gets the names of
 * the files that differ, with commas between them.
 */
bool figure_data_compare(const struct figure_data *data, const struct fingerprint *fingerprint,
                         struct buffer *differing);

#endif
