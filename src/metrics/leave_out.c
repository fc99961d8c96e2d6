/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/leave_out.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/file.h"
#include "metrics/measure.h"
#include "metrics/ranking.h"
#include "metrics/subset.h"

/* Everything that is compared. */
static const char wished[] = "degree,betweenness,harmonic_closeness,weak_component,"
                             "weak_components,articulation_point";

static const char *const ranked[] = {"degree", "betweenness", "harmonic_closeness"};

/* The whole and one source left out of it. */
struct comparison {
    const struct selection *selection;
    const struct metric_results *with;
    const struct metric_results *without;
    const bool *keep; /* by index of selection.relations */
    source_id source;
    struct hinge_results *results;
};

static const double *group_values(const struct metric_results *results, const char *name)
{
    return metric_table_find(&results->tables[SCOPE_GROUP], name)->values;
}

/* Is a lost relation among those that a finding speaks of? */
typedef bool relation_test(const struct comparison *comparison, const struct relation *relation,
                           size_t group);

static bool touches_group(const struct comparison *comparison, const struct relation *relation,
                          size_t group)
{
    group_id id = comparison->selection->groups.items[group];
    return relation->source == id || relation->target == id;
}

/* Its groups are in one component with the source and in two without it. */
static bool joins_components(const struct comparison *comparison, const struct relation *relation,
                             size_t group)
{
    const double *component = group_values(comparison->without, "weak_component");
    size_t source = selection_position(comparison->selection, relation->source);
    size_t target = selection_position(comparison->selection, relation->target);
    (void)group;
    return component[source] < component[target] || component[source] > component[target];
}

static int compare_places(const void *a, const void *b)
{
    const struct text *left = a;
    const struct text *right = b;
    long first = 0;
    long second = 0;
    if (text_to_long(*left, &first) && text_to_long(*right, &second) && first != second)
        return first < second ? -1 : 1;
    return text_compare(*left, *right);
}

/* Where the source of the comparison supports the relation. */
static void add_places_of(const struct comparison *comparison, size_t index,
                          struct text_list *places)
{
    size_t count = 0;
    const struct claim *claims =
        dataset_claims_of(comparison->selection->dataset,
                          comparison->selection->relations.items[index].relation, &count);
    for (size_t i = 0; i < count; i++)
        if (claims[i].source == comparison->source && !claims[i].disputes)
            list_push(places, claims[i].locator);
}

/* Each place once, numbers in their order: "3, 7, 12". */
static struct text join_places(struct text_list *places, struct arena *arena)
{
    struct buffer words = {0};
    if (places->count > 0)
        qsort(places->items, places->count, sizeof *places->items, compare_places);
    for (size_t i = 0; i < places->count; i++) {
        if (i > 0 && text_equal(places->items[i - 1], places->items[i]))
            continue;
        buffer_add_string(&words, i > 0 ? ", " : "");
        buffer_add_text(&words, places->items[i]);
    }
    struct text joined = arena_copy_text(arena, buffer_text(&words));
    buffer_release(&words);
    return joined;
}

static void add_hinge(const struct comparison *comparison, struct hinge hinge,
                      struct text_list *places)
{
    hinge.source = comparison->source;
    hinge.places = join_places(places, &comparison->results->arena);
    list_push(&comparison->results->hinges, hinge);
    list_release(places);
}

/* A finding about a group or the network: its places are those of the lost ties that it is about. */
static void add_finding(const struct comparison *comparison, struct hinge hinge, relation_test test)
{
    const struct selection *selection = comparison->selection;
    struct text_list places = {0};
    hinge.relation = SIZE_MAX;
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        if (!comparison->keep[i] &&
            test(comparison, &selection->dataset->relations.items[id], hinge.group))
            add_places_of(comparison, i, &places);
    }
    add_hinge(comparison, hinge, &places);
}

static void compare_ranks(const struct comparison *comparison, const char *name, double *with,
                          double *without)
{
    size_t n = comparison->selection->groups.count;
    ranking_fill(group_values(comparison->with, name), n, with);
    ranking_fill(group_values(comparison->without, name), n, without);
    for (size_t g = 0; g < n; g++) {
        if (with[g] > LEAVE_OUT_TOP || without[g] <= LEAVE_OUT_TOP)
            continue;
        const struct metric_table *table = &comparison->with->tables[SCOPE_GROUP];
        add_finding(comparison,
                    (struct hinge){.type = HINGE_RANK,
                                   .metric = metric_table_find(table, name)->metric,
                                   .group = g,
                                   .with = with[g],
                                   .without = without[g]},
                    touches_group);
    }
}

static void compare_all_ranks(const struct comparison *comparison)
{
    size_t n = comparison->selection->groups.count;
    double *with = alloc_zeroed(n, sizeof *with);
    double *without = alloc_zeroed(n, sizeof *without);
    for (size_t i = 0; i < sizeof ranked / sizeof *ranked; i++)
        compare_ranks(comparison, ranked[i], with, without);
    free(with);
    free(without);
}

static void compare_components(const struct comparison *comparison)
{
    double with =
        metric_table_find(&comparison->with->tables[SCOPE_NETWORK], "weak_components")->values[0];
    double without =
        metric_table_find(&comparison->without->tables[SCOPE_NETWORK], "weak_components")
            ->values[0];
    if (without > with)
        add_finding(
            comparison,
            (struct hinge){
                .type = HINGE_COMPONENT, .group = SIZE_MAX, .with = with, .without = without},
            joins_components);
}

static void compare_groups(const struct comparison *comparison, enum hinge_type type,
                           const char *name)
{
    const double *with = group_values(comparison->with, name);
    const double *without = group_values(comparison->without, name);
    for (size_t g = 0; g < comparison->selection->groups.count; g++) {
        if (with[g] > 0 && !(without[g] > 0))
            add_finding(comparison,
                        (struct hinge){.type = type,
                                       .group = g,
                                       .with = type != HINGE_ISOLATE,
                                       .without = type == HINGE_ISOLATE},
                        touches_group);
    }
}

static void list_ties(const struct comparison *comparison, bool pledges)
{
    const struct selection *selection = comparison->selection;
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        bool is_pledge = dataset_kind_of(selection->dataset, id)->family == FAMILY_PLEDGE;
        struct text_list places = {0};
        if (comparison->keep[i] || is_pledge != pledges)
            continue;
        add_places_of(comparison, i, &places);
        add_hinge(comparison,
                  (struct hinge){.type = pledges ? HINGE_PLEDGE : HINGE_TIE,
                                 .group = SIZE_MAX,
                                 .relation = i,
                                 .with = 1,
                                 .without = 0},
                  &places);
    }
}

static void compare(const struct comparison *comparison)
{
    compare_all_ranks(comparison);
    compare_components(comparison);
    compare_groups(comparison, HINGE_CUT_POINT, "articulation_point");
    compare_groups(comparison, HINGE_ISOLATE, "degree");
    list_ties(comparison, true);
    list_ties(comparison, false);
}

static bool leave_out(struct comparison *comparison, const struct measure_wish *wish, bool *keep,
                      struct error *error)
{
    struct subset subset;
    struct metric_results without;
    if (subset_keep_without(comparison->selection, comparison->source, keep) == 0)
        return true;
    subset_init(&subset, comparison->selection, keep);
    bool done = measure_wished(&subset.selection, wish, &without, error);
    subset_release(&subset);
    if (done) {
        comparison->without = &without;
        compare(comparison);
        metric_results_release(&without);
    }
    return done;
}

bool leave_out_sources(const struct selection *selection, uint64_t seed,
                       struct hinge_results *results, struct error *error)
{
    const struct measure_wish wish = {.metrics = TEXT(wished), .seed = seed};
    struct metric_results with;
    *results = (struct hinge_results){0};
    if (!measure_wished(selection, &wish, &with, error))
        return false;
    bool *keep = alloc_zeroed(selection->relations.count, sizeof *keep);
    bool done = true;
    for (source_id s = 0; done && s < selection->dataset->sources.count; s++)
        done = leave_out(&(struct comparison){.selection = selection,
                                              .with = &with,
                                              .keep = keep,
                                              .source = s,
                                              .results = results},
                         &wish, keep, error);
    free(keep);
    metric_results_release(&with);
    if (!done)
        hinge_results_release(results);
    return done;
}
