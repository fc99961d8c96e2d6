/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The figures of the report page, each with the ties it shows and the sources of each tie.
 */
#ifndef BLOC_REPORT_PAGE_FIGURES_H
#define BLOC_REPORT_PAGE_FIGURES_H

#include "base/buffer.h"
#include "report/page.h"

/* One <section> a figure. */
void page_figures_write(const struct page *page, struct buffer *buffer);

#endif
