/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tables as one JSON object with a member a table and a member a note.  Used through
 * report/format.h.
 */
#ifndef BLOC_REPORT_FORMAT_JSON_H
#define BLOC_REPORT_FORMAT_JSON_H

#include "base/buffer.h"
#include "report/report_table.h"

#include <stddef.h>

/* A table is an array of objects, a record one object; an undefined number is null. */
void report_write_json(const struct report_table *tables, size_t count, struct buffer *buffer);

#endif
