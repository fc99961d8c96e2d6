/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The finished SVG of a figure as PDF or PNG, made in memory by librsvg and cairo.  For
 * figure.c.  Paper is white.  In a PDF text stays text and its fonts are embedded.
 *
 * The same input gives the same bytes: fonts come from the system's folders whatever the user's
 * own configuration says, and no date is written unless SOURCE_DATE_EPOCH (seconds since 1970)
 * is in the environment; a PDF then has that one.
 */
#ifndef BLOC_FIGURE_PICTURE_H
#define BLOC_FIGURE_PICTURE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

/* What the picture is put on. */
struct picture_page {
    double width; /* points */
    double height;
    struct text title; /* in the PDF's properties */
};

/* Both append to the buffer; on failure, with the error set, it is as it was. */

bool picture_write_pdf(struct text svg, const struct picture_page *page, struct buffer *buffer,
                       struct error *error);

/*
 * dpi is dots per inch, 1 or more, and stands in the file, so that it is printed at the page's
 * size.  ERROR_DATA when the picture had more than 32767 dots on a side or 150 million in all.
 */
bool picture_write_png(struct text svg, const struct picture_page *page, unsigned dpi,
                       struct buffer *buffer, struct error *error);

#endif
