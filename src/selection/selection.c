/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * In three steps.  Each relation is taken or falls to the first rule against it, in the order
 * rejected, outside the window, left out.  The ego then cuts the relations down to those among
 * the groups within reach.  The groups come last: those the relations name, and those that the
 * query asks for by themselves.
 */
#include "selection/selection.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "selection/region.h"

/* The query with its words resolved: arrays by group_id or kind_id, NULL where all are meant. */
struct filter {
    const struct dataset *dataset;
    const struct selection_query *query;
    bool *group_allowed; /* by "group" and "group-kind" */
    bool *in_regions;    /* by "region" */
    bool *kind_allowed;  /* by "kind" and "family" */
    group_id ego;        /* GROUP_NONE = none */
};

static bool is_kind_of_group_wanted(const struct selection_query *query, enum group_kind kind)
{
    for (size_t i = 0; i < query->group_kinds.count; i++) {
        if (text_equal_string(query->group_kinds.items[i], group_kind_name(kind)))
            return true;
    }
    return query->group_kinds.count == 0;
}

static bool *mark_allowed_groups(const struct dataset *dataset, const struct selection_query *query)
{
    bool *allowed = alloc_zeroed(dataset->groups.count, sizeof *allowed);
    for (size_t i = 0; i < dataset->groups.count; i++)
        allowed[i] = query->groups.count == 0;
    for (size_t i = 0; i < query->groups.count; i++) {
        const group_id group = dataset_match_group(dataset, query->groups.items[i]);
        if (group != GROUP_NONE)
            allowed[group] = true;
    }
    for (size_t i = 0; i < dataset->groups.count; i++)
        allowed[i] = allowed[i] && is_kind_of_group_wanted(query, dataset->groups.items[i].kind);
    return allowed;
}

static bool *mark_allowed_kinds(const struct dataset *dataset, const struct selection_query *query)
{
    bool *allowed = alloc_zeroed(dataset->kinds.count, sizeof *allowed);
    for (size_t i = 0; i < dataset->kinds.count; i++)
        allowed[i] = query->kinds.count == 0;
    for (size_t i = 0; i < query->kinds.count; i++) {
        const kind_id kind = dataset_find_kind(dataset, query->kinds.items[i]);
        if (kind != UINT32_MAX)
            allowed[kind] = true;
    }
    for (size_t i = 0; i < dataset->kinds.count; i++) {
        const unsigned bit = 1U << dataset->kinds.items[i].family;
        allowed[i] = allowed[i] && (query->families == 0 || (query->families & bit) != 0);
    }
    return allowed;
}

static struct filter make_filter(const struct dataset *dataset, const struct selection_query *query)
{
    struct filter filter = {.dataset = dataset, .query = query, .ego = GROUP_NONE};
    filter.group_allowed = mark_allowed_groups(dataset, query);
    filter.kind_allowed = mark_allowed_kinds(dataset, query);
    if (query->regions.count > 0)
        filter.in_regions = region_mark_groups(dataset, &query->regions);
    if (query->ego.length > 0)
        filter.ego = dataset_match_group(dataset, query->ego);
    return filter;
}

static void release_filter(struct filter *filter)
{
    list_free(filter->group_allowed);
    list_free(filter->in_regions);
    list_free(filter->kind_allowed);
}

static enum activity activity_in_window(const struct filter *filter, relation_id id)
{
    const struct relation *relation = &filter->dataset->relations.items[id];
    if (!filter->query->has_window)
        return ACTIVITY_CERTAIN;
    if (dataset_kind_of(filter->dataset, id)->event)
        return activity_of_event(&relation->start, &relation->end, filter->query->window);
    return activity_of_state(&relation->start, &relation->end, filter->query->window);
}

static bool is_contest_wanted(enum contested contested, enum outcome outcome)
{
    if (contested == CONTESTED_INCLUDE)
        return true;
    return (outcome == OUTCOME_CONTESTED) == (contested == CONTESTED_ONLY);
}

/* Every rule but the window and the ego. */
static bool is_wanted(const struct filter *filter, const struct relation *relation,
                      enum activity activity)
{
    const struct selection_query *query = filter->query;
    if (!filter->kind_allowed[relation->kind])
        return false;
    if (!filter->group_allowed[relation->source] || !filter->group_allowed[relation->target])
        return false;
    if (filter->in_regions != NULL && !filter->in_regions[relation->source] &&
        !filter->in_regions[relation->target])
        return false;
    if (query->has_grade && relation->grade < query->grade)
        return false;
    if (!is_contest_wanted(query->contested, relation->outcome))
        return false;
    return !query->certain_only || activity == ACTIVITY_CERTAIN;
}

static void choose_relations(struct selection *selection, const struct filter *filter)
{
    const struct relation_list *relations = &filter->dataset->relations;
    for (relation_id i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->items[i];
        const enum activity activity = activity_in_window(filter, i);
        if (relation->outcome == OUTCOME_REJECTED)
            selection->counts.rejected++;
        else if (activity == ACTIVITY_NONE)
            selection->counts.outside_window++;
        else if (!is_wanted(filter, relation, activity))
            selection->counts.left_out++;
        else
            list_push(&selection->relations, (struct chosen_relation){i, activity});
    }
}

/* The chosen relations of each group, one behind the other: of group g, neighbours from first[g]
 * up to first[g + 1]. */
struct adjacency {
    size_t *first;
    group_id *neighbours;
};

static struct adjacency make_adjacency(const struct selection *selection)
{
    const struct relation *relations = selection->dataset->relations.items;
    const size_t groups = selection->dataset->groups.count;
    const size_t chosen = selection->relations.count;
    struct adjacency adjacency = {alloc_zeroed(groups + 2, sizeof(size_t)),
                                  alloc_zeroed(2 * chosen, sizeof(group_id))};
    size_t *next = adjacency.first + 1; /* shifted by one while it is filled */
    for (size_t i = 0; i < chosen; i++) {
        const struct relation *relation = &relations[selection->relations.items[i].relation];
        next[relation->source + 1]++;
        next[relation->target + 1]++;
    }
    for (size_t g = 0; g < groups; g++)
        next[g + 1] += next[g];
    for (size_t i = 0; i < chosen; i++) {
        const struct relation *relation = &relations[selection->relations.items[i].relation];
        adjacency.neighbours[next[relation->source]++] = relation->target;
        adjacency.neighbours[next[relation->target]++] = relation->source;
    }
    return adjacency;
}

/* Breadth first from the ego over the chosen relations, whatever their direction. */
static bool *mark_reached(const struct selection *selection, group_id ego, unsigned hops)
{
    const size_t groups = selection->dataset->groups.count;
    struct adjacency adjacency = make_adjacency(selection);
    bool *reached = alloc_zeroed(groups, sizeof *reached);
    group_id *queue = alloc_zeroed(groups, sizeof *queue);
    size_t taken = 0;
    size_t count = 0;
    queue[count++] = ego;
    reached[ego] = true;
    for (unsigned hop = 0; hop < hops; hop++) {
        const size_t level_end = count;
        for (; taken < level_end; taken++) {
            const group_id group = queue[taken];
            for (size_t i = adjacency.first[group]; i < adjacency.first[group + 1]; i++) {
                const group_id neighbour = adjacency.neighbours[i];
                if (!reached[neighbour])
                    queue[count++] = neighbour;
                reached[neighbour] = true;
            }
        }
    }
    list_free(queue);
    list_free(adjacency.first);
    list_free(adjacency.neighbours);
    return reached;
}

/* Keep only the relations with both ends marked. */
static void keep_among(struct selection *selection, const bool *marked)
{
    struct chosen_relation_list *chosen = &selection->relations;
    size_t kept = 0;
    for (size_t i = 0; i < chosen->count; i++) {
        const struct relation *relation =
            &selection->dataset->relations.items[chosen->items[i].relation];
        if (marked[relation->source] && marked[relation->target])
            chosen->items[kept++] = chosen->items[i];
    }
    selection->counts.left_out += chosen->count - kept;
    chosen->count = kept;
}

static bool lives_in_window(const struct group *group, const struct selection_query *query)
{
    return !query->has_window ||
           activity_of_state(&group->founded, &group->ended, query->window) != ACTIVITY_NONE;
}

/* Is a group meant by itself, without a tie that names it? */
static bool is_group_wanted(const struct filter *filter, const bool *reached, group_id id)
{
    if (filter->query->connected_only || !filter->group_allowed[id])
        return false;
    if (reached != NULL && !reached[id])
        return false;
    if (reached == NULL && filter->in_regions != NULL && !filter->in_regions[id])
        return false;
    return lives_in_window(&filter->dataset->groups.items[id], filter->query);
}

static void choose_groups(struct selection *selection, const struct filter *filter,
                          const bool *reached)
{
    const struct dataset *dataset = selection->dataset;
    bool *named = alloc_zeroed(dataset->groups.count, sizeof *named);
    for (size_t i = 0; i < selection->relations.count; i++) {
        const struct relation *relation =
            &dataset->relations.items[selection->relations.items[i].relation];
        named[relation->source] = true;
        named[relation->target] = true;
    }
    selection->positions = alloc_zeroed(dataset->groups.count, sizeof *selection->positions);
    for (group_id i = 0; i < dataset->groups.count; i++) {
        selection->positions[i] = SELECTION_ABSENT;
        if (!named[i] && !is_group_wanted(filter, reached, i))
            continue;
        selection->positions[i] = selection->groups.count;
        list_push(&selection->groups, i);
    }
    list_free(named);
}

void selection_evaluate(struct selection *selection, const struct dataset *dataset,
                        const struct selection_query *query)
{
    *selection = (struct selection){.dataset = dataset};
    selection->window = query->has_window ? query->window : window_all();
    struct filter filter = make_filter(dataset, query);
    bool *reached = NULL;
    choose_relations(selection, &filter);
    if (filter.ego != GROUP_NONE) {
        reached = mark_reached(selection, filter.ego, query->hops == 0 ? 1 : query->hops);
        keep_among(selection, reached);
    }
    selection->counts.chosen = selection->relations.count;
    choose_groups(selection, &filter, reached);
    list_free(reached);
    release_filter(&filter);
}

void selection_narrow(const struct selection *selection, const bool *wanted,
                      struct selection *narrowed)
{
    const struct dataset *dataset = selection->dataset;
    *narrowed = (struct selection){.dataset = dataset, .window = selection->window};
    narrowed->counts = selection->counts;
    narrowed->positions = alloc_zeroed(dataset->groups.count, sizeof *narrowed->positions);
    for (group_id i = 0; i < dataset->groups.count; i++)
        narrowed->positions[i] = SELECTION_ABSENT;
    for (size_t i = 0; i < selection->relations.count; i++) {
        struct chosen_relation chosen = selection->relations.items[i];
        const struct relation *relation = &dataset->relations.items[chosen.relation];
        if (!wanted[chosen.relation])
            continue;
        list_push(&narrowed->relations, chosen);
        narrowed->positions[relation->source] = narrowed->positions[relation->target] = 0;
    }
    for (group_id i = 0; i < dataset->groups.count; i++) {
        if (narrowed->positions[i] == SELECTION_ABSENT)
            continue;
        narrowed->positions[i] = narrowed->groups.count;
        list_push(&narrowed->groups, i);
    }
    narrowed->counts.left_out += narrowed->counts.chosen - narrowed->relations.count;
    narrowed->counts.chosen = narrowed->relations.count;
}

void selection_release(struct selection *selection)
{
    list_release(&selection->groups);
    list_release(&selection->relations);
    list_free(selection->positions);
    *selection = (struct selection){0};
}

size_t selection_position(const struct selection *selection, group_id group)
{
    return group < selection->dataset->groups.count ? selection->positions[group]
                                                    : SELECTION_ABSENT;
}
