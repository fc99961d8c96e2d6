/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lanes over several pages: each lane stands on one of them, between bars of its own.  A tie
 * that leads to another page is drawn on both, to the bare name of the group and its page.
 */
#ifndef BLOC_FIGURE_ALIGNMENT_PAGES_H
#define BLOC_FIGURE_ALIGNMENT_PAGES_H

#include "figure/drawing.h"

#include <stddef.h>

/* Which page each lane stands on, counted from 0; lanes are frames of the composed drawing. */
struct alignment_pages {
    const size_t *page_of; /* by frame */
    size_t count;
};

/* How many pages a finished drawing takes at least when none may be higher than this; at most one
 * a lane. */
size_t alignment_count_pages(const struct drawing *drawing, double page_height);

/* Share the lanes of a placed drawing out over pages, in their order from the top, so that the
 * highest page is as low as can be. */
void alignment_share_out(const struct drawing *drawing, size_t count, size_t *page_of);

/* Leave in a composed drawing what stands on one page. */
void alignment_keep_page(struct drawing *drawing, const struct alignment_pages *pages, size_t page);

#endif
