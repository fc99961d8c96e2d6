/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A series of measures as a report table: one row a window.  Used by `bloc metrics --by=year`, the
 * report's tables and the page.
 */
#ifndef BLOC_REPORT_SERIES_REPORT_H
#define BLOC_REPORT_SERIES_REPORT_H

#include "base/error.h"
#include "metrics/metric_series.h"
#include "report/report_table.h"
#include "selection/selection.h"

#include <stdbool.h>

/*
 * The measures of the list (names, `,` between them), or all; people are shown the chief ones.
 * Each has two columns: NAME, over all that the dates allow, and NAME_certain.  The selection is
 * that of all windows, for the sign policy.  Fails with ERROR_USAGE and the nearest name on an
 * unknown metric; *table is then released.
 */
bool series_report_build(const struct selection *selection, const struct metric_series *series,
                         struct text metrics, struct report_table *table, struct error *error);

#endif
