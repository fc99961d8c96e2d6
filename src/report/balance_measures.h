/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The first table of signed structure: one row a measure, with its value or the bounds proven for
 * it, its definition and its reference; below it how signs were read.  Internal to report.
 */
#ifndef BLOC_REPORT_BALANCE_MEASURES_H
#define BLOC_REPORT_BALANCE_MEASURES_H

#include "base/buffer.h"
#include "report/balance_report.h"

void balance_build_measures(const struct balance_view *view, struct report_table *table);

/* "7", "5 to 9 (bounds)" when not exact, "not defined" for NAN. */
void balance_add_bounds(struct buffer *buffer, struct balance_bounds bounds);

#endif
