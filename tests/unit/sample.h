/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A small dataset built in memory, selected whole and measured: the same path as a dataset
 * from files, without the files.  For the tests of network and metrics.
 */
#ifndef BLOC_UNIT_SAMPLE_H
#define BLOC_UNIT_SAMPLE_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <igraph.h>

#include "metrics/measure.h"
#include "selection/selection.h"

struct sample {
    struct dataset dataset;
    struct selection selection;
    struct metric_results results;
};

static inline void sample_init(struct sample *sample)
{
    *sample = (struct sample){0};
    dataset_init(&sample->dataset);
}

static inline void sample_release(struct sample *sample)
{
    metric_results_release(&sample->results);
    selection_release(&sample->selection);
    dataset_release(&sample->dataset);
}

/* The group of that id, added when there is none. */
static inline group_id sample_group(struct sample *sample, const char *id)
{
    struct group_list *groups = &sample->dataset.groups;
    for (group_id i = 0; i < groups->count; i++) {
        if (text_equal_string(groups->items[i].id, id))
            return i;
    }
    struct text copy = arena_copy_text(&sample->dataset.arena, text_from(id));
    list_push(groups, (struct group){
                          .id = copy,
                          .name = copy,
                          .label = copy,
                          .parent = GROUP_NONE,
                          .founded = date_unknown(),
                          .ended = date_unknown(),
                      });
    return (group_id)groups->count - 1;
}

/* Groups g0, g1, ... in a sample without groups. */
static inline void sample_groups(struct sample *sample, int count)
{
    char id[16];
    for (int i = 0; i < count; i++) {
        snprintf(id, sizeof id, "g%d", i);
        sample_group(sample, id);
    }
}

static inline void sample_region(struct sample *sample, group_id group, const char *region)
{
    sample->dataset.groups.items[group].region =
        arena_copy_text(&sample->dataset.arena, text_from(region));
}

static inline kind_id sample_kind(const struct sample *sample, const char *name)
{
    const struct kind_list *kinds = &sample->dataset.kinds;
    for (kind_id i = 0; i < kinds->count; i++) {
        if (text_equal_string(kinds->items[i].name, name))
            return i;
    }
    fail_msg("no kind '%s'", name);
    return 0;
}

/* A kind of the family alliance that the default table does not have. */
static inline void sample_add_kind(struct sample *sample, const char *name, enum sign sign,
                                   bool mutual)
{
    struct text copy = arena_copy_text(&sample->dataset.arena, text_from(name));
    list_push(&sample->dataset.kinds, (struct kind){.name = copy,
                                                    .family = FAMILY_ALLIANCE,
                                                    .sign = sign,
                                                    .mutual = mutual,
                                                    .label = copy});
}

/* A relation with one supporting claim. */
static inline void sample_tie(struct sample *sample, group_id source, group_id target,
                              const char *kind)
{
    struct dataset *dataset = &sample->dataset;
    relation_id id = (relation_id)dataset->relations.count;
    if (dataset->sources.count == 0)
        list_push(&dataset->sources, (struct source){.id = TEXT("source")});
    list_push(&dataset->relations, (struct relation){
                                       .id = arena_format(&dataset->arena, "r%u", (unsigned)id),
                                       .source = source,
                                       .target = target,
                                       .kind = sample_kind(sample, kind),
                                       .start = date_unknown(),
                                       .end = date_unknown(),
                                       .weight = 1,
                                   });
    list_push(&dataset->claims, (struct claim){
                                    .relation = id,
                                    .grade = GRADE_STATED,
                                    .start = date_unknown(),
                                    .end = date_unknown(),
                                });
}

/* Choose everything. */
static inline void sample_select(struct sample *sample)
{
    struct selection_query query = {0};
    dataset_build_index(&sample->dataset);
    selection_evaluate(&sample->selection, &sample->dataset, &query);
}

static inline void sample_measure(struct sample *sample)
{
    struct error error = {0};
    sample_select(sample);
    bool done =
        measure_selection(&sample->selection, MEASURE_DEFAULT_SEED, &sample->results, &error);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    if (!done)
        fail_msg("%s", error.message);
}

static inline const double *sample_column(const struct sample *sample, enum metric_scope scope,
                                          const char *name)
{
    const struct metric_column *column = metric_table_find(&sample->results.tables[scope], name);
    if (!column) {
        fail_msg("no column '%s'", name);
        abort(); /* not reached; tells checkers so */
    }
    return column->values;
}

static inline double sample_group_value(struct sample *sample, const char *name, group_id group)
{
    return sample_column(sample, SCOPE_GROUP, name)[group];
}

static inline double sample_network_value(const struct sample *sample, const char *name)
{
    return sample_column(sample, SCOPE_NETWORK, name)[0];
}

/* Equal within the tolerance, or both not defined. */
static inline void sample_assert_near(double value, double expected, double tolerance,
                                      const char *what)
{
    if (isnan(value) && isnan(expected))
        return;
    if (!(fabs(value - expected) <= tolerance))
        fail_msg("%s is %.15g, expected %.15g", what, value, expected);
}

/* Random networks for comparison with naive implementations: the same in every run. */
static inline unsigned sample_random(uint64_t *state, unsigned limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33) % limit;
}

/* Ties of all signs, directed and mutual, with parallel ones and perhaps isolates. */
static inline void sample_fill_random(struct sample *sample, uint64_t seed)
{
    static const char *const kinds[] = {"pledge",   "alliance", "attack",
                                        "conflict", "split",    "support"};
    uint64_t state = seed;
    unsigned groups = 4 + sample_random(&state, 9);
    unsigned ties = sample_random(&state, 3 * groups);
    sample_groups(sample, (int)groups);
    for (unsigned i = 0; i < ties; i++) {
        group_id source = sample_random(&state, groups);
        group_id target = (source + 1 + sample_random(&state, groups - 1)) % groups;
        sample_tie(sample, source, target, kinds[sample_random(&state, 6)]);
    }
}

/* The ties of a layer as matrices, for naive implementations. */
struct sample_matrix {
    size_t n;
    int ties[16][16]; /* number of ties, both ways alike */
    bool arc[16][16]; /* [source][target] */
};

static inline void sample_read_matrix(const struct sample *sample, enum layer layer,
                                      struct sample_matrix *matrix)
{
    const struct dataset *dataset = &sample->dataset;
    *matrix = (struct sample_matrix){.n = dataset->groups.count};
    assert_true(matrix->n <= 16);
    for (size_t i = 0; i < dataset->relations.count; i++) {
        const struct relation *relation = &dataset->relations.items[i];
        const struct kind *kind = &dataset->kinds.items[relation->kind];
        if (!layer_has_sign(layer, kind->sign))
            continue;
        matrix->ties[relation->source][relation->target]++;
        matrix->ties[relation->target][relation->source]++;
        matrix->arc[relation->source][relation->target] = true;
        if (kind->mutual)
            matrix->arc[relation->target][relation->source] = true;
    }
}

/* Arcs of the layer with their number; false when there are none. */
static inline bool sample_count_arcs(const struct sample *sample, enum layer layer,
                                     double arcs[16][16])
{
    bool has_arcs = false;
    for (size_t i = 0; i < sample->dataset.relations.count; i++) {
        const struct relation *relation = &sample->dataset.relations.items[i];
        const struct kind *kind = &sample->dataset.kinds.items[relation->kind];
        if (!layer_has_sign(layer, kind->sign))
            continue;
        has_arcs = true;
        arcs[relation->source][relation->target]++;
        if (kind->mutual)
            arcs[relation->target][relation->source]++;
    }
    return has_arcs;
}

/* The name of a column in a layer; the text lasts until the next call. */
static inline const char *sample_layer_column(const char *base, enum layer layer)
{
    static char name[64];
    snprintf(name, sizeof name, "%s%s%s", base, layer == LAYER_ALL ? "" : "_",
             layer == LAYER_ALL ? "" : layer_name(layer));
    return name;
}

typedef void sample_check(struct sample *sample, const struct sample_matrix *matrix,
                          enum layer layer);

/* Measure 60 random networks and check each layer. */
static inline void sample_check_random(sample_check *check)
{
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct sample sample;
        sample_init(&sample);
        sample_fill_random(&sample, seed);
        sample_measure(&sample);
        for (int layer = 0; layer < LAYER_COUNT; layer++) {
            struct sample_matrix matrix;
            sample_read_matrix(&sample, (enum layer)layer, &matrix);
            check(&sample, &matrix, (enum layer)layer);
        }
        sample_release(&sample);
    }
}

#endif
