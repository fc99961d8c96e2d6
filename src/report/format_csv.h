/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One table as CSV (RFC 4180, UTF-8, line feed).  Used through report/format.h.
 */
#ifndef BLOC_REPORT_FORMAT_CSV_H
#define BLOC_REPORT_FORMAT_CSV_H

#include "base/buffer.h"
#include "report/report_table.h"

#include <stddef.h>

/* count is 1. */
void report_write_csv(const struct report_table *tables, size_t count, struct buffer *buffer);

#endif
