/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How sure the numbers are, as report tables: ranges, rank intervals, and what hinges on one
 * source.  For people a range is one text ("3..5"), for programs two columns.  Used by
 * `bloc metrics` and the page.
 */
#ifndef BLOC_REPORT_UNCERTAINTY_REPORT_H
#define BLOC_REPORT_UNCERTAINTY_REPORT_H

#include "base/error.h"
#include "metrics/uncertainty.h"
#include "report/metric_report.h"
#include "report/report_table.h"
#include "selection/selection.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The table of metric_report_build with ranges in the place of numbers, sorted by the higher
 * end.  Numbers of classes are left out.  Fails as that function does, and (ERROR_USAGE) for
 * components, of which every choice of ties has others.
 */
bool range_report_build(const struct selection *selection, const struct metric_ranges *ranges,
                        const struct metric_wish *wish, bool for_people, struct report_table *table,
                        struct error *error);

/* One row a group and metric, highest first; the first `top` of each metric, 0 = all. */
void rank_report_build(const struct selection *selection, const struct rank_results *ranks,
                       size_t top, bool for_people, struct report_table *table);

/* One row a finding of the types up to `last`; the first `top`, 0 = all. */
void hinge_report_build(const struct selection *selection, const struct hinge_results *hinges,
                        enum hinge_type last, size_t top, bool for_people,
                        struct report_table *table);

#endif
