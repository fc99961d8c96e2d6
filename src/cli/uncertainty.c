/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/uncertainty.h"

#include <string.h>

#include "base/buffer.h"
#include "base/choice.h"
#include "cli/chances.h"
#include "cli/output.h"
#include "metrics/leave_out.h"
#include "metrics/measure.h"
#include "metrics/range.h"
#include "metrics/resample.h"
#include "report/uncertainty_report.h"

enum {
    RANGE_DRAWS = 200,
    MOST_METRICS = 512,
};

bool uncertainty_is_wanted(const struct settings *settings)
{
    return settings->range || settings->ranks || settings->leave_one_out;
}

/* Ranks are of groups, by a metric of groups that has a more and a less. */
static bool check_ranked(struct text names, struct error *error)
{
    size_t count = 0;
    size_t known = 0;
    struct text rankable[MOST_METRICS];
    struct text name;
    const struct metric *metrics = metric_catalogue(&count);
    for (size_t i = 0; i < count && known < MOST_METRICS; i++)
        if (metrics[i].scope == SCOPE_GROUP && strcmp(metrics[i].unit, "class") != 0)
            rankable[known++] = text_from(metrics[i].name);
    while (names.length > 0 && text_next_piece(&names, ',', &name)) {
        size_t i = 0;
        while (i < known && !text_equal(rankable[i], text_trim(name)))
            i++;
        if (i == known)
            return choice_refuse("metric to rank groups by", text_trim(name), rankable, known,
                                 error);
    }
    return true;
}

bool uncertainty_check(const struct settings *settings, const struct metric_wish *wish,
                       struct error *error)
{
    int modes = settings->range + settings->ranks + settings->leave_one_out;
    if (modes > 1)
        return error_set(error, ERROR_USAGE,
                         "'--range', '--ranks' and '--leave-one-source-out' exclude each other");
    if (modes == 0 && (settings->draws > 0 || settings->chances.length > 0))
        return error_set(error, ERROR_USAGE,
                         "'--draws' and '--grade-probability' go with '--ranks' or '--range'");
    if (settings->leave_one_out && (wish->metrics.length > 0 || wish->sort.length > 0))
        return error_set(error, ERROR_USAGE,
                         "'--leave-one-source-out' compares findings of its own; it takes no "
                         "metrics");
    if (!settings->range && modes == 1 && wish->scope != SCOPE_GROUP)
        return error_set(error, ERROR_USAGE, "'--by' does not go with '%s'",
                         settings->ranks ? "--ranks" : "--leave-one-source-out");
    struct tie_chances chances = resample_default_chances();
    return !settings->ranks ||
           (chances_from_text(settings->chances, &chances, error) &&
            check_ranked(wish->metrics, error) && check_ranked(wish->sort, error));
}

/* Named ones, the one to sort by, or those that are shown when none is named. */
static void add_names(const struct metric_wish *wish, bool only_chief, struct buffer *names)
{
    buffer_add_text(names, wish->metrics);
    if (wish->metrics.length == 0 && only_chief)
        metric_report_add_chief(wish->scope, names);
    if (wish->sort.length > 0 && names->length > 0)
        buffer_add_format(names, "," TEXT_FORMAT, TEXT_PARTS(wish->sort));
}

static bool build_ranges(const struct pipeline *pipeline, const struct settings *settings,
                         const struct metric_wish *wish, bool for_people,
                         struct report_table *table, struct error *error)
{
    struct metric_ranges ranges;
    struct buffer names = {0};
    add_names(wish, for_people, &names);
    struct measure_wish measured = {.metrics = buffer_text(&names),
                                    .every_layer = wish->scope == SCOPE_NETWORK,
                                    .sample = settings->sample};
    size_t draws = settings->draws > 0 ? settings->draws : RANGE_DRAWS;
    bool done = pipeline_seed(settings, &measured.seed, error) &&
                range_measure(&pipeline->selection, &measured, draws, &ranges, error);
    if (done) {
        done = range_report_build(&pipeline->selection, &ranges, wish, for_people, table, error);
        metric_ranges_release(&ranges);
    }
    buffer_release(&names);
    return done;
}

static bool build_ranks(const struct pipeline *pipeline, const struct settings *settings,
                        const struct metric_wish *wish, bool for_people, struct report_table *table,
                        struct error *error)
{
    struct rank_results ranks;
    struct tie_chances chances = resample_default_chances();
    struct measure_wish measured = {.metrics = TEXT("degree"), .sample = settings->sample};
    if (wish->sort.length > 0)
        measured.metrics = wish->sort;
    if (wish->metrics.length > 0)
        measured.metrics = wish->metrics;
    size_t draws = settings->draws > 0 ? settings->draws : RESAMPLE_DRAWS;
    if (!pipeline_seed(settings, &measured.seed, error) ||
        !chances_from_text(settings->chances, &chances, error) ||
        !resample_ranks(&pipeline->selection, &measured, &chances, draws, &ranks, error))
        return false;
    rank_report_build(&pipeline->selection, &ranks, wish->top, for_people, table);
    rank_results_release(&ranks);
    return true;
}

static bool build_hinges(const struct pipeline *pipeline, const struct settings *settings,
                         const struct metric_wish *wish, bool for_people,
                         struct report_table *table, struct error *error)
{
    struct hinge_results hinges;
    uint64_t seed = 0;
    if (!pipeline_seed(settings, &seed, error) ||
        !leave_out_sources(&pipeline->selection, seed, &hinges, error))
        return false;
    hinge_report_build(&pipeline->selection, &hinges, HINGE_TIE, wish->top, for_people, table);
    hinge_results_release(&hinges);
    return true;
}

bool uncertainty_build(const struct pipeline *pipeline, const struct settings *settings,
                       const struct metric_wish *wish, struct report_table *table,
                       struct error *error)
{
    const struct report_format *format = output_format(settings, error);
    if (format == NULL)
        return false;
    if (settings->range)
        return build_ranges(pipeline, settings, wish, format->for_people, table, error);
    if (settings->ranks)
        return build_ranks(pipeline, settings, wish, format->for_people, table, error);
    return build_hinges(pipeline, settings, wish, format->for_people, table, error);
}
