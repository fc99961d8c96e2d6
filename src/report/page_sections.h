/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sections of the report page that follow the figures.
 */
#ifndef BLOC_REPORT_PAGE_SECTIONS_H
#define BLOC_REPORT_PAGE_SECTIONS_H

#include "base/buffer.h"
#include "report/page.h"

/* One section: its id, its heading and what writes it. */
struct page_section {
    const char *id;
    const char *heading;
    void (*write)(const struct page *page, struct buffer *buffer);
};

/* All in the order of the page. */
const struct page_section *page_sections(size_t *count);

#endif
