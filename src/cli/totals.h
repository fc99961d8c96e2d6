/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What loading came to, for `bloc check` and `bloc report`: rows read and used, findings.
 */
#ifndef BLOC_CLI_TOTALS_H
#define BLOC_CLI_TOTALS_H

#include "base/buffer.h"
#include "base/finding.h"
#include "loader/load.h"
#include "report/report_table.h"

/* One row a file: read = used + rejected + repeated. */
void totals_build(const struct load_totals *totals, struct report_table *table);

/* One line a finding, as findings_print writes them. */
void totals_add_findings(const struct findings *findings, struct buffer *buffer);

/* "2 errors, 1 warning, 0 notes" and a line break. */
void totals_add_counts(const struct findings *findings, struct buffer *buffer);

#endif
