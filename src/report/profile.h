/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One group: its names and life, its ties over time with their sources, the numbers that sources
 * give about it and its ties, and the claims that dispute a tie of it.  Used by `bloc show`.
 */
#ifndef BLOC_REPORT_PROFILE_H
#define BLOC_REPORT_PROFILE_H

#include "model/group.h"
#include "report/report_table.h"
#include "selection/selection.h"

enum {
    PROFILE_GROUP,
    PROFILE_TIES,
    PROFILE_ESTIMATES,
    PROFILE_DISPUTES,
    PROFILE_TABLES,
};

/* Fill the tables; the ties are those of the selection, and those that every claim disputes. */
void profile_build(const struct selection *selection, group_id group,
                   struct report_table tables[PROFILE_TABLES]);

#endif
