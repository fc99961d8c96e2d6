/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Words about groups, ties, dates and sources, for tooltips, labels, captions and the
 * description of a figure.  All texts are made in the given arena.
 */
#ifndef BLOC_FIGURE_DESCRIBE_H
#define BLOC_FIGURE_DESCRIBE_H

#include "base/arena.h"
#include "base/file.h"
#include "model/dataset.h"

#include <stdbool.h>
#include <stddef.h>

/* "2013-15" with a proper dash, "2014-" when still so, "from 2014" when its end is unknown, or the
 * empty text. */
struct text describe_life(struct arena *arena, const struct group *group);

/* Name, other names, kind, region and life of a group, a few lines. */
struct text describe_group(struct arena *arena, const struct dataset *dataset, group_id id);

/* One line a relation: who, what, whom, when, and the sources with their paragraphs. */
struct text describe_relations(struct arena *arena, const struct dataset *dataset,
                               const relation_id *relations, size_t count);

/*
 * Short dates of some relations in order of time, without repeats.  When there are more than
 * most, the last one says how many are left.  Returns how many were written.
 */
size_t describe_dates(struct arena *arena, const struct dataset *dataset,
                      const relation_id *relations, size_t count, struct text *dates, size_t most);

/* "ended 2015-06": the same of the days on which they ended. */
size_t describe_ends(struct arena *arena, const struct dataset *dataset,
                     const relation_id *relations, size_t count, struct text *dates, size_t most);

/* Is the group's region among these names, matched without case? An empty list holds none. */
bool describe_region_listed(const struct dataset *dataset, group_id group,
                            const struct text_list *regions);

/* "Algeria and Sahel": regions as the dataset spells them. */
struct text describe_regions(struct arena *arena, const struct dataset *dataset,
                             const struct text_list *regions);

/* "Gartenstein-Ross and Barr 2016", or title and year when there is no author. */
struct text describe_source(struct arena *arena, const struct source *source);

#endif
