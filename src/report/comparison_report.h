/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Two states of a network side by side as report tables: what became of its ties and groups
 * between two dates, and how its measures and the ranks of its groups differ.
 * Used by `bloc compare`.
 */
#ifndef BLOC_REPORT_COMPARISON_REPORT_H
#define BLOC_REPORT_COMPARISON_REPORT_H

#include "metrics/metric_table.h"
#include "report/report_table.h"
#include "selection/comparison.h"

/* One of the two states. */
struct comparison_side {
    const char *name;  /* column name: "from" */
    const char *title; /* for people: "2014-08" */
    const struct selection *selection;
    const struct metric_results *results;
};

/* How many ties there are of each change, certain and possible ones apart. */
void comparison_report_summary(const struct comparison *comparison, struct report_table *table);

/*
 * One row a tie, ordered by change, then date: what became of it, the tie it stands against, its
 * dates, what its claims say and the sources.  Ties that are kept stand in it when asked for.
 */
void comparison_report_ties(const struct comparison *comparison, bool with_kept,
                            struct report_table *table);

/* The groups that were founded, ended, or had their first or last standing tie. */
void comparison_report_groups(const struct comparison *comparison, struct report_table *table);

/* The groups that changed sides in between, of those that `bloc list DATA switches` lists. */
void comparison_report_switches(const struct comparison *comparison, struct report_table *table);

/* One row a measure of the network: its two values and their difference.  People see those that
 * differ, of the chief ones. */
void comparison_report_network(const struct comparison_side sides[2], bool for_people,
                               struct report_table *table);

/* One row a group of both sides whose rank by the metric differs: the most moved first.  The rank
 * is one more than the number of groups with a larger value. */
void comparison_report_ranks(const struct comparison_side sides[2], const char *metric,
                             struct report_table *table);

#endif
