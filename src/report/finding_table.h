/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Findings as tables: what was found, how much of each level, and the catalogue itself.
 * Used by `bloc check` and the page.
 */
#ifndef BLOC_REPORT_FINDING_TABLE_H
#define BLOC_REPORT_FINDING_TABLE_H

#include "base/finding.h"
#include "report/report_table.h"

/* One row a finding, in their present order; the findings must outlive the table. */
void finding_table_build(const struct findings *findings, struct report_table *table);

/* One record: errors, warnings, notes. */
void finding_table_build_counts(const struct findings *findings, struct report_table *table);

/* Every code the program can report, with its level and what it means. */
void finding_table_build_catalogue(struct report_table *table);

#endif
