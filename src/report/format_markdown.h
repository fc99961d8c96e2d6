/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tables as Markdown (GitHub's pipe tables).  Used through report/format.h.
 */
#ifndef BLOC_REPORT_FORMAT_MARKDOWN_H
#define BLOC_REPORT_FORMAT_MARKDOWN_H

#include "base/buffer.h"
#include "report/report_table.h"

#include <stddef.h>

void report_write_markdown(const struct report_table *tables, size_t count, struct buffer *buffer);

#endif
