/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A relation in words, as seen from one of its two groups: "pledge of allegiance to X",
 * "attack by Y", "alliance with Z"; when it held; how sure it is.  Used by profiles and
 * the page.
 */
#ifndef BLOC_REPORT_TIE_H
#define BLOC_REPORT_TIE_H

#include "base/buffer.h"
#include "model/dataset.h"

/* What the relation is to the group, which is one of its ends. */
void tie_add_phrase(struct buffer *buffer, const struct dataset *dataset, relation_id relation,
                    group_id group);

/* The same without a point of view: "X: pledge of allegiance to Y". */
void tie_add_sentence(struct buffer *buffer, const struct dataset *dataset, relation_id relation);

/* "October 2015 – March 2016", "2014, still so", "2014, end unknown", "date unknown". */
void tie_add_period(struct buffer *buffer, const struct dataset *dataset, relation_id relation);

/* "supported, stated", "contested, reported", "rejected". */
void tie_add_standing(struct buffer *buffer, const struct dataset *dataset, relation_id relation);

/* The other end. */
group_id tie_other_end(const struct dataset *dataset, relation_id relation, group_id group);

/* Sort by the earliest day of the start, then its latest; unknown starts come last. */
void tie_sort_by_date(const struct dataset *dataset, relation_id *relations, size_t count);

#endif
