/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/resample.h"

#include <math.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/random.h"
#include "metrics/metric.h"
#include "metrics/ranking.h"
#include "metrics/subset.h"

static const double most_values = 2e8; /* 1.6 GB */

/* The values of one metric in all draws: of group g in draw d at [g * draws + d]. */
struct trial {
    const struct metric *metric;
    double *values;
    double *ranks;
    double *best; /* by group: ranks without one source */
    double *worst;
};

LIST(trial_list, struct trial);

struct experiment {
    const struct selection *selection;
    const struct measure_wish *wish;
    size_t groups;
    size_t draws;
    struct trial_list trials;
    double *column; /* scratch of one draw */
};

struct tie_chances resample_default_chances(void)
{
    return (struct tie_chances){
        .by_grade = {[GRADE_STATED] = 0.95, [GRADE_REPORTED] = 0.8, [GRADE_INFERRED] = 0.5},
        .possible = 0.5,
        .disputed = 0.5,
    };
}

double resample_chance(const struct selection *selection, size_t index,
                       const struct tie_chances *chances)
{
    const struct chosen_relation *chosen = &selection->relations.items[index];
    size_t count = 0;
    const struct claim *claims = dataset_claims_of(selection->dataset, chosen->relation, &count);
    double all_wrong = 1;
    double factor = chosen->activity == ACTIVITY_POSSIBLE ? chances->possible : 1;
    bool is_disputed = false;
    for (size_t i = 0; i < count; i++) {
        is_disputed = is_disputed || claims[i].disputes;
        if (!claims[i].disputes)
            all_wrong *= 1 - chances->by_grade[claims[i].grade];
    }
    return factor * (is_disputed ? chances->disputed : 1) * (1 - all_wrong);
}

static bool measure_kept(const struct experiment *experiment, const bool *keep,
                         struct metric_results *results, struct error *error)
{
    struct subset subset;
    subset_init(&subset, experiment->selection, keep);
    bool done = measure_wished(&subset.selection, experiment->wish, results, error);
    subset_release(&subset);
    return done;
}

static const double *values_of(const struct metric_results *results, const struct metric *metric)
{
    return metric_table_find(&results->tables[SCOPE_GROUP], metric->name)->values;
}

static bool draw_all(const struct experiment *experiment, const struct tie_chances *chances,
                     struct error *error)
{
    size_t relations = experiment->selection->relations.count;
    double *chance = alloc_zeroed(relations, sizeof *chance);
    bool *keep = alloc_zeroed(relations, sizeof *keep);
    uint64_t state = experiment->wish->seed;
    bool done = true;
    for (size_t i = 0; i < relations; i++)
        chance[i] = resample_chance(experiment->selection, i, chances);
    for (size_t draw = 0; done && draw < experiment->draws; draw++) {
        struct metric_results results;
        for (size_t i = 0; i < relations; i++)
            keep[i] = random_share(&state) < chance[i];
        done = measure_kept(experiment, keep, &results, error);
        for (size_t t = 0; done && t < experiment->trials.count; t++) {
            const struct trial *trial = &experiment->trials.items[t];
            const double *values = values_of(&results, trial->metric);
            ranking_fill(values, experiment->groups, experiment->column);
            for (size_t g = 0; g < experiment->groups; g++) {
                trial->values[g * experiment->draws + draw] = values[g];
                trial->ranks[g * experiment->draws + draw] = experiment->column[g];
            }
        }
        if (done)
            metric_results_release(&results);
    }
    free(chance);
    free(keep);
    return done;
}

/* Sources without which every tie is still there change nothing. */
static bool leave_out_all(const struct experiment *experiment, struct error *error)
{
    bool *keep = alloc_zeroed(experiment->selection->relations.count, sizeof *keep);
    bool done = true;
    for (source_id s = 0; done && s < experiment->selection->dataset->sources.count; s++) {
        struct metric_results results;
        if (subset_keep_without(experiment->selection, s, keep) == 0)
            continue;
        done = measure_kept(experiment, keep, &results, error);
        for (size_t t = 0; done && t < experiment->trials.count; t++) {
            const struct trial *trial = &experiment->trials.items[t];
            ranking_fill(values_of(&results, trial->metric), experiment->groups,
                         experiment->column);
            for (size_t g = 0; g < experiment->groups; g++) {
                trial->best[g] = fmin(trial->best[g], experiment->column[g]);
                trial->worst[g] = fmax(trial->worst[g], experiment->column[g]);
            }
        }
        if (done)
            metric_results_release(&results);
    }
    free(keep);
    return done;
}

static int compare_numbers(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

/* The draws of one group, sorted: at least this share of them is at most the result. */
static double quantile(const double *sorted, size_t count, double share)
{
    size_t index = (size_t)ceil(share * (double)count);
    return sorted[index == 0 ? 0 : index - 1];
}

/* Share of the draws in which one group is above the other; equal counts half. */
static double share_above(const struct experiment *experiment, const struct trial *trial,
                          size_t first, size_t second)
{
    const double *upper = &trial->values[first * experiment->draws];
    const double *lower = &trial->values[second * experiment->draws];
    double above = 0;
    for (size_t draw = 0; draw < experiment->draws; draw++) {
        if (ranking_is_above(upper[draw], lower[draw]))
            above += 1;
        else if (!ranking_is_above(lower[draw], upper[draw]))
            above += 0.5;
    }
    return above / (double)experiment->draws;
}

static void fill_intervals(const struct experiment *experiment, const struct trial *trial,
                           struct rank_row *row)
{
    double *ranks = &trial->ranks[row->group * experiment->draws];
    qsort(ranks, experiment->draws, sizeof *ranks, compare_numbers);
    row->median = quantile(ranks, experiment->draws, 0.5);
    row->low = quantile(ranks, experiment->draws, 0.05);
    row->high = quantile(ranks, experiment->draws, 0.95);
    row->source_low = trial->best[row->group];
    row->source_high = trial->worst[row->group];
}

/* A tier begins with the first group that is surely below the first one of the tier above. */
static void fill_tiers(const struct experiment *experiment, const struct trial *trial,
                       const struct rank_table *table)
{
    size_t head = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        struct rank_row *row = &table->rows[i];
        double sure =
            i == head ? 0 : share_above(experiment, trial, table->rows[head].group, row->group);
        if (sure >= RESAMPLE_SURE)
            head = i;
        row->tier = i == 0 ? 1 : table->rows[i - 1].tier + (head == i);
        row->survives = i + 1 < table->row_count
                            ? share_above(experiment, trial, row->group, row[1].group)
                            : (double)NAN;
    }
}

static void add_table(struct rank_results *results, const struct experiment *experiment,
                      const struct trial *trial, const double *values)
{
    size_t n = experiment->groups;
    struct rank_table table = {
        .metric = trial->metric,
        .rows = arena_alloc(&results->arena, n, sizeof *table.rows),
        .row_count = n,
    };
    size_t *order = alloc_zeroed(n, sizeof *order);
    ranking_order(values, n, order);
    ranking_fill(values, n, experiment->column);
    for (size_t i = 0; i < n; i++) {
        struct rank_row *row = &table.rows[i];
        row->group = order[i];
        row->value = values[order[i]];
        row->rank = experiment->column[order[i]];
        fill_intervals(experiment, trial, row);
    }
    fill_tiers(experiment, trial, &table);
    free(order);
    list_push(&results->tables, table);
}

static bool open_trials(struct experiment *experiment, struct error *error)
{
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    for (size_t i = 0; i < count; i++) {
        if (metrics[i].scope == SCOPE_GROUP &&
            measure_wish_names(experiment->wish, metrics[i].name))
            list_push(&experiment->trials, (struct trial){.metric = &metrics[i]});
    }
    size_t values = experiment->groups * experiment->draws;
    if (2 * (double)values * (double)experiment->trials.count > most_values)
        return error_set(error, ERROR_USAGE,
                         "%zu draws of %zu groups are too many; ask for fewer with --draws",
                         experiment->draws, experiment->groups);
    for (size_t i = 0; i < experiment->trials.count; i++) {
        struct trial *trial = &experiment->trials.items[i];
        trial->values = alloc_zeroed(values, sizeof *trial->values);
        trial->ranks = alloc_zeroed(values, sizeof *trial->ranks);
        trial->best = alloc_zeroed(experiment->groups, sizeof *trial->best);
        trial->worst = alloc_zeroed(experiment->groups, sizeof *trial->worst);
        for (size_t g = 0; g < experiment->groups; g++)
            trial->best[g] = trial->worst[g] = (double)NAN;
    }
    return true;
}

static void release_experiment(struct experiment *experiment)
{
    for (size_t i = 0; i < experiment->trials.count; i++) {
        struct trial *trial = &experiment->trials.items[i];
        free(trial->values);
        free(trial->ranks);
        free(trial->best);
        free(trial->worst);
    }
    list_release(&experiment->trials);
    free(experiment->column);
}

static bool rank(struct experiment *experiment, struct rank_results *results, struct error *error)
{
    struct metric_results whole;
    if (!open_trials(experiment, error) || !draw_all(experiment, &results->chances, error) ||
        !leave_out_all(experiment, error) ||
        !measure_wished(experiment->selection, experiment->wish, &whole, error))
        return false;
    for (size_t i = 0; i < experiment->trials.count; i++) {
        const struct trial *trial = &experiment->trials.items[i];
        add_table(results, experiment, trial, values_of(&whole, trial->metric));
    }
    metric_results_release(&whole);
    return true;
}

bool resample_ranks(const struct selection *selection, const struct measure_wish *wish,
                    const struct tie_chances *chances, size_t draws, struct rank_results *results,
                    struct error *error)
{
    size_t n = selection->groups.count;
    struct experiment experiment = {
        .selection = selection,
        .wish = wish,
        .groups = n,
        .draws = draws,
        .column = alloc_zeroed(n, sizeof *experiment.column),
    };
    *results = (struct rank_results){.chances = *chances, .draws = draws, .seed = wish->seed};
    bool done = rank(&experiment, results, error);
    release_experiment(&experiment);
    if (!done)
        rank_results_release(results);
    return done;
}
