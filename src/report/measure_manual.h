/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the metrics are, for readers: the catalogue as a table, one metric in full, and the
 * manual page bloc-measures(7), all from the same rows.  Used by `bloc metrics --explain` and
 * the report.
 */
#ifndef BLOC_REPORT_MEASURE_MANUAL_H
#define BLOC_REPORT_MEASURE_MANUAL_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "report/report_table.h"

#include <stdbool.h>

/* The catalogue: every metric with its unit, range, definition and reference; for programs also
 * what it means and what to beware of. */
void measure_manual_build_catalogue(struct report_table *table);

/*
 * Everything about the metric of that name: one record for each scope that has it.  Release each
 * table and the list.  ERROR_USAGE with the nearest name when there is none.
 */
bool measure_manual_explain(struct text name, struct report_table_list *tables,
                            struct error *error);

/* The manual page, in the mdoc language. */
void measure_manual_write(struct buffer *buffer);

#endif
