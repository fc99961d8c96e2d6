/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The style sheet of the report page: light and dark, screen and print.
 */
#ifndef BLOC_REPORT_PAGE_STYLE_H
#define BLOC_REPORT_PAGE_STYLE_H

#include "base/buffer.h"

/* The <style> element. */
void page_style_write(struct buffer *buffer);

#endif
