/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One choice after the other is measured and widens the ranges.  A random choice takes each
 * possible tie with the same chance, itself drawn anew for each choice, so that choices of few
 * and of many ties are as frequent as those of half of them.
 */
#include "metrics/range.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/random.h"
#include "metrics/metric.h"
#include "metrics/subset.h"

struct survey {
    const struct selection *selection;
    const struct measure_wish *wish;
    struct metric_ranges *ranges;
    size_t *possible; /* indices in selection.relations */
    bool *keep;       /* by index in selection.relations; the certain ones stay true */
};

static const enum metric_scope scopes[] = {SCOPE_GROUP, SCOPE_RELATION, SCOPE_NETWORK};

static void widen(struct metric_table *low, struct metric_table *high, size_t column, size_t row,
                  double value)
{
    double *least = &low->columns.items[column].values[row];
    double *most = &high->columns.items[column].values[row];
    *least = fmin(*least, value); /* of a number and NAN, the number */
    *most = fmax(*most, value);
}

static void absorb(struct metric_ranges *ranges, const struct metric_results *results,
                   const struct subset *subset)
{
    for (size_t s = 0; s < sizeof scopes / sizeof *scopes; s++) {
        const struct metric_table *table = &results->tables[scopes[s]];
        for (size_t column = 0; column < table->columns.count; column++) {
            const double *values = table->columns.items[column].values;
            for (size_t row = 0; row < table->row_count; row++)
                widen(&ranges->low.tables[scopes[s]], &ranges->high.tables[scopes[s]], column,
                      scopes[s] == SCOPE_RELATION ? subset->indices[row] : row, values[row]);
        }
    }
}

/* Measure the choice that keep[] has. */
static bool take(const struct survey *survey, struct error *error)
{
    struct subset subset;
    struct metric_results results;
    subset_init(&subset, survey->selection, survey->keep);
    bool done = measure_wished(&subset.selection, survey->wish, &results, error);
    if (done) {
        absorb(survey->ranges, &results, &subset);
        survey->ranges->subsets++;
        metric_results_release(&results);
    }
    subset_release(&subset);
    return done;
}

static void keep_all(const struct survey *survey, bool keep)
{
    for (size_t i = 0; i < survey->ranges->possible; i++)
        survey->keep[survey->possible[i]] = keep;
}

/* The possible ties of negative kinds, or the others. */
static void keep_sign(const struct survey *survey, bool negative)
{
    const struct selection *selection = survey->selection;
    for (size_t i = 0; i < survey->ranges->possible; i++) {
        relation_id id = selection->relations.items[survey->possible[i]].relation;
        bool is_negative = dataset_kind_of(selection->dataset, id)->sign == SIGN_NEGATIVE;
        survey->keep[survey->possible[i]] = is_negative == negative;
    }
}

/* None, all, by sign, each one alone, each one left out. */
static bool take_corners(const struct survey *survey, struct error *error)
{
    keep_all(survey, false);
    bool done = take(survey, error);
    for (size_t i = 0; done && i < survey->ranges->possible; i++) {
        survey->keep[survey->possible[i]] = true;
        done = take(survey, error);
        survey->keep[survey->possible[i]] = false;
    }
    keep_all(survey, true);
    done = done && take(survey, error);
    for (size_t i = 0; done && i < survey->ranges->possible; i++) {
        survey->keep[survey->possible[i]] = false;
        done = take(survey, error);
        survey->keep[survey->possible[i]] = true;
    }
    for (int negative = 0; done && negative < 2; negative++) {
        keep_sign(survey, negative == 1);
        done = take(survey, error);
    }
    return done;
}

static bool take_every(const struct survey *survey, struct error *error)
{
    bool done = true;
    for (size_t choice = 0; done && choice < (size_t)1 << survey->ranges->possible; choice++) {
        for (size_t i = 0; i < survey->ranges->possible; i++)
            survey->keep[survey->possible[i]] = choice >> i & 1;
        done = take(survey, error);
    }
    return done;
}

static bool take_random(const struct survey *survey, size_t draws, struct error *error)
{
    uint64_t state = survey->wish->seed;
    bool done = true;
    for (size_t draw = 0; done && draw < draws; draw++) {
        double chance = random_share(&state);
        for (size_t i = 0; i < survey->ranges->possible; i++)
            survey->keep[survey->possible[i]] = random_share(&state) < chance;
        done = take(survey, error);
    }
    return done;
}

static void open_results(struct metric_results *results, const struct survey *survey)
{
    *results = (struct metric_results){.seed = survey->wish->seed,
                                       .group_count = survey->selection->groups.count};
    metric_open_table(results, SCOPE_GROUP, survey->selection->groups.count);
    metric_open_table(results, SCOPE_RELATION, survey->selection->relations.count);
    metric_open_table(results, SCOPE_NETWORK, 1);
}

static void open_survey(struct survey *survey)
{
    const struct selection *selection = survey->selection;
    struct metric_ranges *ranges = survey->ranges;
    survey->possible = alloc_zeroed(selection->relations.count, sizeof *survey->possible);
    survey->keep = alloc_zeroed(selection->relations.count, sizeof *survey->keep);
    for (size_t i = 0; i < selection->relations.count; i++) {
        const struct chosen_relation *chosen = &selection->relations.items[i];
        survey->keep[i] = true;
        if (chosen->activity != ACTIVITY_POSSIBLE)
            continue;
        survey->possible[ranges->possible++] = i;
        if (selection->dataset->relations.items[chosen->relation].weight < 0)
            ranges->has_negative_weights = true;
    }
    open_results(&ranges->low, survey);
    open_results(&ranges->high, survey);
}

bool range_measure(const struct selection *selection, const struct measure_wish *wish, size_t draws,
                   struct metric_ranges *ranges, struct error *error)
{
    struct survey survey = {.selection = selection, .wish = wish, .ranges = ranges};
    *ranges = (struct metric_ranges){0};
    open_survey(&survey);
    ranges->is_exhaustive = ranges->possible <= RANGE_EXHAUSTIVE;
    bool done = ranges->is_exhaustive
                    ? take_every(&survey, error)
                    : take_corners(&survey, error) && take_random(&survey, draws, error);
    free(survey.possible);
    free(survey.keep);
    if (!done)
        metric_ranges_release(ranges);
    return done;
}
