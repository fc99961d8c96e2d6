/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/ways.h"

#include <stdlib.h>

#include "base/alloc.h"

static bool set_days(const struct dataset *dataset, relation_id id, enum connection_rule rule,
                     struct way *way)
{
    const struct relation *relation = &dataset->relations.items[id];
    const struct date_span span = dataset_kind_of(dataset, id)->event
                                      ? date_span_of_event(&relation->start, &relation->end)
                                      : date_span_of_state(&relation->start, &relation->end);
    way->first = DAY_MIN;
    way->last = DAY_MAX;
    if (rule == CONNECTION_ANY_TIME)
        return true;
    const bool certain = rule == CONNECTION_CERTAIN;
    way->first = certain ? date_span_begin_last(&span) : span.begin_first;
    way->last = certain ? date_span_end_first(&span) : span.end_last;
    return span.begin_first <= span.end_last;
}

static void add_way(struct ways *ways, struct way way, bool back)
{
    if (back) {
        const group_id from = way.from;
        way.from = way.to;
        way.to = from;
    }
    list_push(&ways->list, way);
}

static int compare_ways(const void *a, const void *b)
{
    const struct way *left = a;
    const struct way *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    if (left->to != right->to)
        return left->to < right->to ? -1 : 1;
    return (left->relation > right->relation) - (left->relation < right->relation);
}

static void collect_ways(struct ways *ways, const struct selection *selection,
                         const struct connection_query *query)
{
    const struct dataset *dataset = selection->dataset;
    for (size_t i = 0; i < selection->relations.count; i++) {
        const relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = &dataset->relations.items[id];
        const struct kind *kind = dataset_kind_of(dataset, id);
        struct way way = {.from = relation->source, .to = relation->target, .relation = id};
        if (relation->source == relation->target || !layer_has_sign(query->layer, kind->sign) ||
            !set_days(dataset, id, query->rule, &way))
            continue;
        add_way(ways, way, false);
        if (kind->mutual || !query->directed)
            add_way(ways, way, true);
    }
    if (ways->list.count > 0)
        qsort(ways->list.items, ways->list.count, sizeof *ways->list.items, compare_ways);
}

static void index_ways(struct ways *ways)
{
    ways->first = alloc_zeroed(ways->group_count + 1, sizeof *ways->first);
    for (size_t i = 0; i < ways->list.count; i++)
        ways->first[ways->list.items[i].from + 1]++;
    for (size_t g = 0; g < ways->group_count; g++)
        ways->first[g + 1] += ways->first[g];
}

void ways_init(struct ways *ways, const struct selection *selection,
               const struct connection_query *query)
{
    *ways = (struct ways){.group_count = selection->dataset->groups.count};
    collect_ways(ways, selection, query);
    index_ways(ways);
}

void ways_release(struct ways *ways)
{
    list_release(&ways->list);
    free(ways->first);
    *ways = (struct ways){0};
}
