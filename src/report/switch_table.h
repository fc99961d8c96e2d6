/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Groups that changed sides, one row a switch: whom they left and joined, when, how surely, by which
 * ties, what opposes the two sides, and the sources.  Used by `bloc list` and `bloc compare`.
 */
#ifndef BLOC_REPORT_SWITCH_TABLE_H
#define BLOC_REPORT_SWITCH_TABLE_H

#include "report/report_table.h"
#include "selection/switches.h"

void switch_table_init(struct report_table *table, struct text title);

void switch_table_add(struct report_table *table, const struct dataset *dataset,
                      const struct alliance_switch *found);

#endif
