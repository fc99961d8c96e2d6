/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/pipeline.h"

#include <stdio.h>

#include "base/buffer.h"
#include "cli/sign_change.h"
#include "metrics/measure.h"

void pipeline_tell_errors(const struct findings *findings)
{
    struct finding_list errors = {0};
    for (size_t i = 0; i < findings->list.count; i++)
        if (findings->list.items[i].type->level == FINDING_ERROR)
            list_push(&errors, findings->list.items[i]);
    struct findings view = {.list = errors};
    findings_print(&view, stderr);
    list_release(&errors);
}

static bool accept_findings(const struct pipeline *pipeline, const struct settings *settings,
                            enum pipeline_mode mode, struct error *error)
{
    size_t errors = findings_count(&pipeline->findings, FINDING_ERROR);
    if (mode == PIPELINE_SILENT || errors == 0)
        return true;
    pipeline_tell_errors(&pipeline->findings);
    if (mode == PIPELINE_TOLERANT || settings->keep_going)
        return true;
    return error_set(error, ERROR_DATA,
                     "%zu error%s in the data; correct the rows, or use the sound ones with "
                     "--keep-going",
                     errors, errors == 1 ? "" : "s");
}

static bool load(struct pipeline *pipeline, const struct settings *settings,
                 enum pipeline_mode mode, struct error *error)
{
    struct text folder = settings->operands.items[0];
    if (!load_dataset(folder.at, &pipeline->dataset, &pipeline->findings, &pipeline->totals, error))
        return false;
    findings_sort(&pipeline->findings);
    return accept_findings(pipeline, settings, mode, error) &&
           sign_change_apply(&pipeline->dataset, &settings->signs, error);
}

/* An empty result is no error, but seldom what was wanted. */
static void tell_emptiness(const struct selection_counts *counts)
{
    fprintf(stderr,
            "bloc: no relation is selected (%zu outside the window, %zu left out by other options, "
            "%zu disputed by every claim)\n",
            counts->outside_window, counts->left_out, counts->rejected);
}

static bool choose(struct pipeline *pipeline, const struct settings *settings, struct error *error)
{
    if (!query_check(&settings->query, &pipeline->dataset, error))
        return false;
    selection_evaluate(&pipeline->selection, &pipeline->dataset, &settings->query);
    if (pipeline->selection.relations.count == 0)
        tell_emptiness(&pipeline->selection.counts);
    return true;
}

bool pipeline_seed(const struct settings *settings, uint64_t *seed, struct error *error)
{
    long number = MEASURE_DEFAULT_SEED;
    if (settings->seed.length > 0 && (!text_to_long(settings->seed, &number) || number < 0))
        return error_set(error, ERROR_USAGE,
                         "'--seed' needs a whole number from 0, not '" TEXT_FORMAT "'",
                         TEXT_PARTS(settings->seed));
    *seed = (uint64_t)number;
    return true;
}

/* Steps over ties that the search of all paths takes in about a minute. */
static const double minute_of_steps = 3e10;

static void tell_effort(const struct pipeline *pipeline, const struct measure_wish *wish)
{
    size_t groups = pipeline->selection.groups.count;
    double steps = (double)groups * (double)pipeline->selection.relations.count;
    if (wish->sample == 0 && steps > minute_of_steps && measure_searches_paths(wish))
        fprintf(stderr,
                "bloc: searching paths from all of %zu groups may take minutes to hours; "
                "--sample=1000 estimates them, --metric leaves them out\n",
                groups);
}

/* The metrics that are shown or sorted by; all of them when none is named.  The network is shown
 * with its layers side by side. */
static bool measure(struct pipeline *pipeline, const struct settings *settings, struct error *error)
{
    struct measure_wish wish = {.metrics = settings->metrics,
                                .every_layer = text_equal_string(settings->by, "network"),
                                .sample = settings->sample};
    struct buffer names = {0};
    if (settings->metrics.length > 0 && settings->sort.length > 0) {
        buffer_add_format(&names, TEXT_FORMAT "," TEXT_FORMAT, TEXT_PARTS(settings->metrics),
                          TEXT_PARTS(settings->sort));
        wish.metrics = buffer_text(&names);
    }
    bool done = pipeline_seed(settings, &wish.seed, error);
    if (done) {
        tell_effort(pipeline, &wish);
        done = measure_wished(&pipeline->selection, &wish, &pipeline->metrics, error);
    }
    buffer_release(&names);
    return done;
}

bool pipeline_run(struct pipeline *pipeline, const struct settings *settings, enum stage stage,
                  enum pipeline_mode mode, struct error *error)
{
    return load(pipeline, settings, mode, error) &&
           (stage < STAGE_SELECT || choose(pipeline, settings, error)) &&
           (stage < STAGE_MEASURE || measure(pipeline, settings, error));
}

bool pipeline_find_group(const struct pipeline *pipeline, struct text name, group_id *group,
                         struct error *error)
{
    const struct dataset *dataset = &pipeline->dataset;
    *group = dataset_match_group(dataset, name);
    if (*group != GROUP_NONE)
        return true;
    struct text nearest = dataset_suggest_group(dataset, name);
    if (nearest.length > 0)
        return error_set(error, ERROR_USAGE,
                         "no group '" TEXT_FORMAT "'; did you mean '" TEXT_FORMAT "'?",
                         TEXT_PARTS(name), TEXT_PARTS(nearest));
    return error_set(error, ERROR_USAGE,
                     "no group '" TEXT_FORMAT "'; 'bloc list DATA groups' has them all",
                     TEXT_PARTS(name));
}

enum status pipeline_close(struct pipeline *pipeline)
{
    size_t errors = findings_count(&pipeline->findings, FINDING_ERROR);
    metric_results_release(&pipeline->metrics);
    selection_release(&pipeline->selection);
    dataset_release(&pipeline->dataset);
    findings_release(&pipeline->findings);
    return errors > 0 ? STATUS_FINDINGS : STATUS_GOOD;
}
