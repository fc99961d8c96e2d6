/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sheets as report tables: a column of groups becomes two, one of ids for programs and one of
 * labels for people.  Used by `bloc metrics --by` and the report.
 */
#ifndef BLOC_REPORT_SHEET_REPORT_H
#define BLOC_REPORT_SHEET_REPORT_H

#include "base/error.h"
#include "base/text.h"
#include "metrics/sheet.h"
#include "report/report_table.h"
#include "selection/selection.h"

#include <stdbool.h>

/* The rows wanted; the zero value wants all as they stand. */
struct sheet_rows {
    struct text sort; /* name of a column, largest first */
    size_t top;       /* rows to keep; 0 = all */
};

/* Build the table.  ERROR_USAGE when there is no such column to sort by; *table is then released. */
bool sheet_report_build(const struct sheet *sheet, const struct selection *selection,
                        const struct sheet_wish *wish, const struct sheet_rows *rows,
                        struct report_table *table, struct error *error);

/* The kind of that name, or NULL. */
const struct sheet_type *sheet_report_find(struct text name);

#endif
