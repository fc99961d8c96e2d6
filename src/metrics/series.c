/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Each window is selected and measured twice: with all that the dates allow, and with what is
 * certain.  A window that selects the same as the one before takes over its values.
 */
#include "metrics/series.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "metrics/bloc_sides.h"
#include "metrics/measure.h"
#include "metrics/metric.h"
#include "metrics/stability.h"
#include "metrics/turnover.h"
#include "network/igraph_guard.h"

/* One window, measured one way. */
struct frame {
    struct selection selection;
    struct metric_results results;
    struct bloc_sides blocs;
};

struct measuring {
    const struct dataset *dataset;
    struct selection_query query; /* the window changes; lists are borrowed */
    struct metric_series *series;
    struct switch_list switches;
    struct frame before[2]; /* of all ties, of certain ones */
    struct frame now[2];
};

static int months_of_step(enum series_step step)
{
    static const int months[STEP_COUNT] = {
        [STEP_YEAR] = 12,
        [STEP_QUARTER] = 3,
        [STEP_MONTH] = 1,
    };
    return months[step];
}

/* The number of the step that has the day, counted from year 0. */
static long step_of_day(day_number day, enum series_step step)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return (12L * year + month - 1) / months_of_step(step);
}

static day_number first_day_of_step(long number, enum series_step step)
{
    const long months = number * months_of_step(step);
    return day_from_civil((int)(months / 12), (int)(months % 12) + 1, 1);
}

static struct text name_step(struct arena *arena, long number, enum series_step step)
{
    const long months = number * months_of_step(step);
    const long year = months / 12;
    const long month = months % 12 + 1;
    if (step == STEP_YEAR)
        return arena_format(arena, "%04ld", year);
    if (step == STEP_QUARTER)
        return arena_format(arena, "%04ld-Q%ld", year, (month + 2) / 3);
    return arena_format(arena, "%04ld-%02ld", year, month);
}

static void widen(struct window *range, day_number first, day_number last)
{
    if (first != DAY_MIN && first < range->first)
        range->first = first;
    if (last != DAY_MAX && last > range->last)
        range->last = last;
}

/* The days that a date names, as far as they are bounded. */
static void widen_by_date(struct window *range, const struct date *date)
{
    if (date->state != DATE_KNOWN)
        return;
    widen(range, date->earliest, DAY_MAX);
    widen(range, DAY_MIN, date->latest);
}

static struct window find_range(const struct measuring *measuring)
{
    struct selection selection;
    struct window range = {.first = DAY_MAX, .last = DAY_MIN};
    const struct selection_query *query = &measuring->query;
    selection_evaluate(&selection, measuring->dataset, query);
    for (size_t i = 0; i < selection.relations.count; i++) {
        const struct relation *relation =
            &measuring->dataset->relations.items[selection.relations.items[i].relation];
        widen_by_date(&range, &relation->start);
        widen_by_date(&range, &relation->end);
    }
    if (range.first == DAY_MAX)
        range.first = range.last;
    if (range.last == DAY_MIN)
        range.last = range.first;
    if (query->has_window && query->window.first != DAY_MIN)
        range.first = query->window.first;
    if (query->has_window && query->window.last != DAY_MAX)
        range.last = query->window.last;
    selection_release(&selection);
    return range;
}

static bool make_windows(struct measuring *measuring, struct error *error)
{
    struct metric_series *series = measuring->series;
    const struct window range = find_range(measuring);
    if (range.first == DAY_MIN || range.first == DAY_MAX || range.last == DAY_MIN ||
        range.last == DAY_MAX || range.first > range.last)
        return error_set(error, ERROR_USAGE,
                         "no date of the chosen ties gives a range of time; give one with "
                         "--during=FROM/TO");
    const long first = step_of_day(range.first, series->step);
    const long last = step_of_day(range.last, series->step);
    if (last - first >= SERIES_MOST_WINDOWS)
        return error_set(error, ERROR_USAGE,
                         "%ld windows of a %s are more than %d; narrow them with --during=FROM/TO",
                         last - first + 1, series_step_name(series->step), SERIES_MOST_WINDOWS);
    for (long i = first; i <= last; i++)
        list_push(&series->windows,
                  (struct window){.text = name_step(&series->arena, i, series->step),
                                  .first = first_day_of_step(i, series->step),
                                  .last = first_day_of_step(i + 1, series->step) - 1});
    return true;
}

static void open_table(struct metric_series *series, struct metric_table *table)
{
    table->scope = SCOPE_PERIOD;
    table->row_count = series->windows.count;
    metric_add_columns(table, &series->arena, SCOPE_NETWORK);
    metric_add_columns(table, &series->arena, SCOPE_PERIOD);
}

static struct metric_table *table_of(struct metric_series *series, bool certain)
{
    return certain ? &series->certain : &series->all;
}

static void release_frame(struct frame *frame)
{
    metric_results_release(&frame->results);
    bloc_sides_release(&frame->blocs);
    selection_release(&frame->selection);
}

static bool selects_the_same(const struct selection *a, const struct selection *b)
{
    if (a->groups.count != b->groups.count || a->relations.count != b->relations.count)
        return false;
    for (size_t i = 0; i < a->groups.count; i++)
        if (a->groups.items[i] != b->groups.items[i])
            return false;
    for (size_t i = 0; i < a->relations.count; i++)
        if (a->relations.items[i].relation != b->relations.items[i].relation ||
            a->relations.items[i].activity != b->relations.items[i].activity)
            return false;
    return true;
}

/* Select and measure a window; the frame before is the one of the window before, if any. */
static bool measure_frame(struct measuring *measuring, size_t row, bool certain,
                          struct error *error)
{
    struct frame *now = &measuring->now[certain];
    struct frame *before = &measuring->before[certain];
    struct selection_query query = measuring->query;
    query.has_window = true;
    query.window = measuring->series->windows.items[row];
    query.certain_only = certain || query.certain_only;
    selection_evaluate(&now->selection, measuring->dataset, &query);
    if (row == 0 || !selects_the_same(&now->selection, &before->selection))
        return measure_selection(&now->selection, measuring->series->seed, &now->results, error) &&
               igraph_guard_check(bloc_sides_find(&now->selection, &before->selection,
                                                  &before->blocs, &now->blocs),
                                  error);
    bloc_sides_copy(&before->blocs, &now->blocs);
    now->results = before->results;
    before->results = (struct metric_results){0};
    return true;
}

static void copy_network(struct measuring *measuring, size_t row, bool certain)
{
    struct metric_table *table = table_of(measuring->series, certain);
    const struct metric_table *network = &measuring->now[certain].results.tables[SCOPE_NETWORK];
    for (size_t i = 0; i < network->columns.count; i++)
        table->columns.items[i].values[row] = network->columns.items[i].values[0];
}

static void set(struct measuring *measuring, size_t row, bool certain, const char *name,
                double value)
{
    struct metric_table *table = table_of(measuring->series, certain);
    for (size_t i = table->columns.count; i-- > 0;)
        if (strcmp(table->columns.items[i].metric->name, name) == 0) {
            table->columns.items[i].values[row] = value;
            return;
        }
}

static void count_beginnings(struct measuring *measuring, size_t row, bool certain)
{
    const struct selection *selection = &measuring->now[certain].selection;
    set(measuring, row, certain, "pledges",
        (double)turnover_count_pledges(selection, SIGN_POSITIVE, certain));
    set(measuring, row, certain, "pledges_negative",
        (double)turnover_count_pledges(selection, SIGN_NEGATIVE, certain));
    set(measuring, row, certain, "switches",
        (double)turnover_count_switches(measuring->dataset, &measuring->switches, selection->window,
                                        certain));
}

/* Changes of what is certain are judged by all that the dates allow. */
static void count_turnover(struct measuring *measuring, size_t row, bool certain)
{
    const struct selection *before = &measuring->before[0].selection;
    const struct selection *now = &measuring->now[0].selection;
    const struct turnover turnover = turnover_count(before, now, certain);
    set(measuring, row, certain, "ties_formed", (double)turnover.formed);
    set(measuring, row, certain, "ties_dissolved", (double)turnover.dissolved);
    set(measuring, row, certain, "ties_kept", (double)turnover.kept);
    set(measuring, row, certain, "tie_jaccard", turnover_jaccard(before, now, certain));
}

static const double *column_of(const struct frame *frame, const char *base, enum layer layer)
{
    const struct metric_table *table = &frame->results.tables[SCOPE_GROUP];
    for (size_t i = 0; i < table->columns.count; i++)
        if (metric_is_named(table->columns.items[i].metric, base, layer))
            return table->columns.items[i].values;
    return NULL;
}

/* Classes of the groups that have a tie of the layer in both windows; returns how many. */
static size_t collect_classes(const struct measuring *measuring, bool certain, enum layer layer,
                              double *classes[2])
{
    const struct frame *frames[2] = {&measuring->before[certain], &measuring->now[certain]};
    size_t count = 0;
    for (size_t i = 0; i < frames[0]->selection.groups.count; i++) {
        const size_t other =
            selection_position(&frames[1]->selection, frames[0]->selection.groups.items[i]);
        if (other == SELECTION_ABSENT || column_of(frames[0], "neighbours", layer)[i] == 0 ||
            column_of(frames[1], "neighbours", layer)[other] == 0)
            continue;
        classes[0][count] = column_of(frames[0], "community", layer)[i];
        classes[1][count] = column_of(frames[1], "community", layer)[other];
        count++;
    }
    return count;
}

static bool compare_blocs(struct measuring *measuring, size_t row, bool certain,
                          struct error *error)
{
    const struct frame *before = &measuring->before[certain];
    const struct frame *now = &measuring->now[certain];
    struct stability stability;
    const bool good =
        igraph_guard_check(bloc_sides_compare(&before->selection, &before->blocs, &now->selection,
                                              &now->blocs, &stability),
                           error);
    set(measuring, row, certain, "bloc_rand", stability.rand);
    set(measuring, row, certain, "bloc_nmi", stability.nmi);
    return good;
}

static bool compare_communities(struct measuring *measuring, size_t row, bool certain,
                                struct error *error)
{
    const size_t groups = measuring->dataset->groups.count;
    double *classes[2] = {alloc_zeroed(groups, sizeof(double)),
                          alloc_zeroed(groups, sizeof(double))};
    bool good = true;
    for (int i = 0; i < LAYER_COUNT && good; i++) {
        const enum layer layer = (enum layer)i;
        const char *suffix = layer == LAYER_ALL ? "" : layer_name(layer);
        const char *join = layer == LAYER_ALL ? "" : "_";
        struct stability stability;
        char name[64];
        const size_t count = collect_classes(measuring, certain, layer, classes);
        good =
            igraph_guard_check(stability_compare(classes[0], classes[1], count, &stability), error);
        snprintf(name, sizeof name, "community_rand%s%s", join, suffix);
        set(measuring, row, certain, name, stability.rand);
        snprintf(name, sizeof name, "community_nmi%s%s", join, suffix);
        set(measuring, row, certain, name, stability.nmi);
    }
    free(classes[0]);
    free(classes[1]);
    return good;
}

/* Two windows of the same selection share one set of results, which is the present one's. */
static bool compare_windows(struct measuring *measuring, size_t row, bool certain,
                            struct error *error)
{
    struct frame *before = &measuring->before[certain];
    const bool shared = before->results.arena.first == NULL;
    count_turnover(measuring, row, certain);
    if (shared)
        before->results = measuring->now[certain].results;
    const bool good = compare_communities(measuring, row, certain, error) &&
                      compare_blocs(measuring, row, certain, error);
    if (shared)
        before->results = (struct metric_results){0};
    return good;
}

static bool measure_row(struct measuring *measuring, size_t row, struct error *error)
{
    bool good =
        measure_frame(measuring, row, false, error) && measure_frame(measuring, row, true, error);
    for (int certain = 0; certain < 2 && good; certain++) {
        copy_network(measuring, row, certain == 1);
        count_beginnings(measuring, row, certain == 1);
        good = row == 0 || compare_windows(measuring, row, certain == 1, error);
    }
    for (int certain = 0; certain < 2; certain++) {
        release_frame(&measuring->before[certain]);
        measuring->before[certain] = measuring->now[certain];
        measuring->now[certain] = (struct frame){0};
    }
    return good;
}

static void find_switches(struct measuring *measuring)
{
    struct selection selection;
    struct selection_query query = measuring->query;
    query.has_window = false;
    selection_evaluate(&selection, measuring->dataset, &query);
    switches_find(&selection, &measuring->switches);
    selection_release(&selection);
}

bool series_measure(const struct dataset *dataset, const struct selection_query *query,
                    enum series_step step, uint64_t seed, struct metric_series *series,
                    struct error *error)
{
    struct measuring measuring = {.dataset = dataset, .query = *query, .series = series};
    *series = (struct metric_series){.step = step, .seed = seed};
    bool good = make_windows(&measuring, error);
    if (good) {
        open_table(series, &series->all);
        open_table(series, &series->certain);
        find_switches(&measuring);
    }
    for (size_t row = 0; row < series->windows.count && good; row++)
        good = measure_row(&measuring, row, error);
    for (int certain = 0; certain < 2; certain++)
        release_frame(&measuring.before[certain]);
    list_release(&measuring.switches);
    if (!good)
        metric_series_release(series);
    return good;
}
