/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A loaded dataset: read-only tables of groups, relations, claims, sources, kinds and
 * estimates, in the order of model/dataset_order.h, and lookup by id or by name.  The loader
 * fills it; everybody else holds it const.  All of it lives in one arena and ends with
 * dataset_release.
 */
#ifndef BLOC_MODEL_DATASET_H
#define BLOC_MODEL_DATASET_H

#include "base/arena.h"
#include "base/file.h"
#include "base/list.h"
#include "base/text.h"
#include "model/group.h"
#include "model/kind.h"
#include "model/relation.h"

#include <stddef.h>

LIST(group_list, struct group);
LIST(relation_list, struct relation);
LIST(relation_id_list, relation_id);
LIST(window_list, struct window);
LIST(claim_list, struct claim);
LIST(source_list, struct source);
LIST(kind_list, struct kind);
LIST(estimate_list, struct estimate);

struct dataset_index;

/* One entry of dataset.regions. */
struct text_set {
    struct text name;
    size_t groups; /* how many groups are in it */
};

struct dataset {
    struct arena arena;
    struct text path; /* folder as given */
    struct text name; /* from datapackage.json, else the folder's name */
    struct text title;
    struct text description;
    struct text version;
    struct text licence;
    struct output_list files; /* its tables and the like as they were read: names and contents */
    struct group_list groups;
    struct relation_list relations;
    struct claim_list claims; /* sorted by relation */
    struct source_list sources;
    struct kind_list kinds;
    struct estimate_list estimates;
    struct text_set *regions; /* the distinct regions of the groups, sorted; see region_count */
    size_t region_count;
    struct dataset_index *index; /* made by dataset_build_index */
};

void dataset_init(struct dataset *dataset); /* with the default kinds */
void dataset_release(struct dataset *dataset);

/*
 * To be called once all tables are filled; lookups work afterwards.  Sorts the claims by
 * relation and gives each relation its claims, outcome and grade; one without any claim is
 * rejected, since nothing could be cited for it.  Fills the regions.
 */
void dataset_build_index(struct dataset *dataset);

/* By exact id; GROUP_NONE / RELATION_NONE / UINT32_MAX when absent. */
group_id dataset_find_group(const struct dataset *dataset, struct text id);
relation_id dataset_find_relation(const struct dataset *dataset, struct text id);
source_id dataset_find_source(const struct dataset *dataset, struct text id);
kind_id dataset_find_kind(const struct dataset *dataset, struct text name);

/* By id, name, label or alias (in this order of precedence, then of rows), matched without case
 * and composition; GROUP_NONE when absent. */
group_id dataset_match_group(const struct dataset *dataset, struct text name);

/* The id or name nearest to a misspelt one, or the empty text when nothing is near. */
struct text dataset_suggest_group(const struct dataset *dataset, struct text name);

const struct kind *dataset_kind_of(const struct dataset *dataset, relation_id relation);

/* Claims of a relation; *count is how many. */
const struct claim *dataset_claims_of(const struct dataset *dataset, relation_id relation,
                                      size_t *count);

#endif
