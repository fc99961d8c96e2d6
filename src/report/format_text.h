/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tables as plain text: aligned columns, two spaces apart.  Used through report/format.h;
 * text_columns serves whoever aligns text for a terminal.
 */
#ifndef BLOC_REPORT_FORMAT_TEXT_H
#define BLOC_REPORT_FORMAT_TEXT_H

#include "base/buffer.h"
#include "base/text.h"
#include "report/report_table.h"

#include <stddef.h>

void report_write_text(const struct report_table *tables, size_t count, struct buffer *buffer);

/* How many terminal columns a text takes, counting a code point as one, a combining mark as none. */
size_t text_columns(struct text text);

/* A cell as people read it: rounded to the column's decimals, undefined numbers as "-". */
void report_add_cell(struct buffer *buffer, const struct report_column *column,
                     const struct report_cell *cell);

#endif
