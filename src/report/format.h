/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The formats in which report tables are written; one file each, one row each in this table.
 * People read text and Markdown: rounded, titled columns, notes below.  Programs read CSV
 * and JSON: every column, exact numbers, stable names.
 */
#ifndef BLOC_REPORT_FORMAT_H
#define BLOC_REPORT_FORMAT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "report/report_table.h"

#include <stdbool.h>
#include <stddef.h>

struct report_format {
    const char *name;
    bool for_people;      /* rounded, chief columns, notes in words */
    bool takes_one_table; /* and no notes; the caller tells those */
    void (*write)(const struct report_table *tables, size_t count, struct buffer *buffer);
};

/* All formats, the first being the one for people on a terminal. */
const struct report_format *report_formats(size_t *count);

/* By name; NULL and an ERROR_USAGE with a suggestion when there is none. */
const struct report_format *report_format_find(struct text name, struct error *error);

#endif
