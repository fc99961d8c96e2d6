/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/dataset.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text_index.h"
#include "model/name.h"

_Static_assert(GROUP_NONE == TEXT_INDEX_ABSENT, "a group that is not found is GROUP_NONE");
_Static_assert(RELATION_NONE == TEXT_INDEX_ABSENT, "a relation not found is RELATION_NONE");

LIST(folded_list, struct text);

struct dataset_index {
    struct text_index groups;
    struct text_index relations;
    struct text_index sources;
    struct text_index kinds;
    struct text_index names;      /* folded ids, names, labels and aliases of the groups */
    struct folded_list spellings; /* as written, for suggestions; */
    struct folded_list folded;    /* the same folded */
};

void dataset_init(struct dataset *dataset)
{
    *dataset = (struct dataset){0};
    size_t count;
    const struct kind *kinds = kind_defaults(&count);
    for (size_t i = 0; i < count; i++)
        list_push(&dataset->kinds, kinds[i]);
}

static void free_index(struct dataset_index *index)
{
    if (index == NULL)
        return;
    text_index_release(&index->groups);
    text_index_release(&index->relations);
    text_index_release(&index->sources);
    text_index_release(&index->kinds);
    text_index_release(&index->names);
    list_release(&index->spellings);
    list_release(&index->folded);
    free(index);
}

void dataset_release(struct dataset *dataset)
{
    free_index(dataset->index);
    list_release(&dataset->files);
    list_release(&dataset->groups);
    list_release(&dataset->relations);
    list_release(&dataset->claims);
    list_release(&dataset->sources);
    list_release(&dataset->kinds);
    list_release(&dataset->estimates);
    arena_release(&dataset->arena);
    *dataset = (struct dataset){0};
}

static void index_ids(struct dataset *dataset)
{
    struct dataset_index *index = dataset->index;
    for (uint32_t i = 0; i < dataset->groups.count; i++)
        text_index_add(&index->groups, dataset->groups.items[i].id, i);
    for (uint32_t i = 0; i < dataset->relations.count; i++)
        text_index_add(&index->relations, dataset->relations.items[i].id, i);
    for (uint32_t i = 0; i < dataset->sources.count; i++)
        text_index_add(&index->sources, dataset->sources.items[i].id, i);
    for (uint32_t i = 0; i < dataset->kinds.count; i++)
        text_index_add(&index->kinds, dataset->kinds.items[i].name, i);
}

static void add_name(struct dataset *dataset, struct text name, group_id group)
{
    const struct text folded = name_fold(&dataset->arena, name);
    if (folded.length == 0)
        return;
    struct dataset_index *index = dataset->index;
    const size_t before = index->names.count;
    text_index_add(&index->names, folded, group);
    if (index->names.count == before)
        return;
    list_push(&index->spellings, name);
    list_push(&index->folded, folded);
}

/* Names before labels before aliases: a group's own name is not hidden by another's alias. */
static void index_names(struct dataset *dataset)
{
    const struct group_list *groups = &dataset->groups;
    for (group_id i = 0; i < groups->count; i++)
        add_name(dataset, groups->items[i].id, i);
    for (group_id i = 0; i < groups->count; i++)
        add_name(dataset, groups->items[i].name, i);
    for (group_id i = 0; i < groups->count; i++)
        add_name(dataset, groups->items[i].label, i);
    for (group_id i = 0; i < groups->count; i++)
        for (size_t k = 0; k < groups->items[i].alias_count; k++)
            add_name(dataset, groups->items[i].aliases[k], i);
}

/* Counting sort, so that the claims of a relation keep their order in the file. */
static void sort_claims(struct dataset *dataset)
{
    struct relation_list *relations = &dataset->relations;
    struct claim_list *claims = &dataset->claims;
    for (size_t i = 0; i < relations->count; i++)
        relations->items[i].claim_count = 0;
    for (size_t i = 0; i < claims->count; i++) {
        assert(claims->items[i].relation < relations->count);
        relations->items[claims->items[i].relation].claim_count++;
    }
    size_t *next = alloc_zeroed(relations->count, sizeof *next);
    size_t first = 0;
    for (size_t i = 0; i < relations->count; i++) {
        relations->items[i].first_claim = next[i] = first;
        first += relations->items[i].claim_count;
    }
    struct claim *sorted = alloc_zeroed(claims->count, sizeof *sorted);
    for (size_t i = 0; i < claims->count; i++)
        sorted[next[claims->items[i].relation]++] = claims->items[i];
    if (claims->count > 0)
        memcpy(claims->items, sorted, claims->count * sizeof *sorted);
    free(sorted);
    free(next);
}

/* What the claims of one relation add up to. */
static void weigh_claims(struct dataset *dataset, relation_id id)
{
    struct relation *relation = &dataset->relations.items[id];
    size_t count;
    const struct claim *claims = dataset_claims_of(dataset, id, &count);
    size_t disputing = 0;
    relation->grade = GRADE_INFERRED;
    for (size_t i = 0; i < count; i++) {
        disputing += claims[i].disputes;
        if (!claims[i].disputes && claims[i].grade > relation->grade)
            relation->grade = claims[i].grade;
    }
    if (disputing == count)
        relation->outcome = OUTCOME_REJECTED;
    else
        relation->outcome = disputing > 0 ? OUTCOME_CONTESTED : OUTCOME_SUPPORTED;
}

static int compare_regions(const void *a, const void *b)
{
    return text_compare(((const struct text_set *)a)->name, ((const struct text_set *)b)->name);
}

static void collect_regions(struct dataset *dataset)
{
    struct text_index seen = {0};
    dataset->regions =
        arena_alloc(&dataset->arena, dataset->groups.count, sizeof *dataset->regions);
    dataset->region_count = 0;
    for (size_t i = 0; i < dataset->groups.count; i++) {
        const struct text region = dataset->groups.items[i].region;
        if (region.length == 0)
            continue;
        const uint32_t at = text_index_add(&seen, region, (uint32_t)dataset->region_count);
        if (at == dataset->region_count)
            dataset->regions[dataset->region_count++].name = region;
        dataset->regions[at].groups++;
    }
    text_index_release(&seen);
    qsort(dataset->regions, dataset->region_count, sizeof *dataset->regions, compare_regions);
}

void dataset_build_index(struct dataset *dataset)
{
    free_index(dataset->index);
    dataset->index = alloc_zeroed(1, sizeof *dataset->index);
    index_ids(dataset);
    index_names(dataset);
    sort_claims(dataset);
    for (relation_id i = 0; i < dataset->relations.count; i++)
        weigh_claims(dataset, i);
    collect_regions(dataset);
}

group_id dataset_find_group(const struct dataset *dataset, struct text id)
{
    assert(dataset->index != NULL);
    return text_index_find(&dataset->index->groups, id);
}

relation_id dataset_find_relation(const struct dataset *dataset, struct text id)
{
    assert(dataset->index != NULL);
    return text_index_find(&dataset->index->relations, id);
}

source_id dataset_find_source(const struct dataset *dataset, struct text id)
{
    assert(dataset->index != NULL);
    return text_index_find(&dataset->index->sources, id);
}

kind_id dataset_find_kind(const struct dataset *dataset, struct text name)
{
    assert(dataset->index != NULL);
    return text_index_find(&dataset->index->kinds, name);
}

group_id dataset_match_group(const struct dataset *dataset, struct text name)
{
    const group_id exact = dataset_find_group(dataset, name);
    if (exact != GROUP_NONE)
        return exact;
    struct arena scratch = {0};
    const group_id match = text_index_find(&dataset->index->names, name_fold(&scratch, name));
    arena_release(&scratch);
    return match;
}

struct text dataset_suggest_group(const struct dataset *dataset, struct text name)
{
    assert(dataset->index != NULL);
    const struct dataset_index *index = dataset->index;
    struct arena scratch = {0};
    const struct text *nearest =
        text_find_nearest(name_fold(&scratch, name), index->folded.items, index->folded.count);
    arena_release(&scratch);
    return nearest == NULL ? (struct text){0}
                           : index->spellings.items[nearest - index->folded.items];
}

const struct kind *dataset_kind_of(const struct dataset *dataset, relation_id relation)
{
    assert(relation < dataset->relations.count);
    return &dataset->kinds.items[dataset->relations.items[relation].kind];
}

const struct claim *dataset_claims_of(const struct dataset *dataset, relation_id relation,
                                      size_t *count)
{
    assert(relation < dataset->relations.count);
    const struct relation *row = &dataset->relations.items[relation];
    *count = row->claim_count;
    return row->claim_count == 0 ? NULL : &dataset->claims.items[row->first_claim];
}
