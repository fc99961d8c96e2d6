/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdio.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/figure_set.h"
#include "cli/pipeline.h"
#include "cli/report_files.h"
#include "cli/reproduce.h"
#include "cli/totals.h"
#include "report/format_text.h"

static const struct text default_figures = {.at = "graphs", .length = 6};
static const struct text default_out = {.at = "out", .length = 3};

/* The folder asked for must be there; the default one need not. */
static bool read_figures(struct figure_set *set, const struct settings *settings,
                         struct error *error)
{
    if (settings->figures.length > 0)
        return figure_set_read_folder(set, settings->figures.at, error);
    if (file_is_directory(default_figures.at))
        return figure_set_read_folder(set, default_figures.at, error);
    fprintf(stderr, "bloc report: no folder '%s' here; the report has no figures\n",
            default_figures.at);
    return true;
}

static bool make_figures(struct figure_set *set, const struct pipeline *pipeline,
                         const struct settings *settings, struct error *error)
{
    if (!read_figures(set, settings, error) || !figure_set_plan(set, pipeline, settings, error))
        return false;
    figure_set_drop_empty(set);
    struct progress progress = {0};
    progress_start(&progress, stderr, 0);
    bool drawn = figure_set_draw(set, &progress, error);
    progress_finish(&progress);
    if (drawn)
        figure_set_settle_flawed(set);
    return drawn;
}

/* "1 figure", "3 figures" and what separates it from the next. */
static void add_count(struct buffer *buffer, size_t count, const char *noun, const char *behind)
{
    buffer_add_format(buffer, "%zu %s%s%s", count, noun, count == 1 ? "" : "s", behind);
}

static void add_summary(const struct pipeline *pipeline, const struct figure_set *set,
                        const struct output_set *outputs, const char *folder, struct buffer *buffer)
{
    struct report_table totals;
    totals_build(&pipeline->totals, &totals);
    report_write_text(&totals, 1, buffer);
    report_table_release(&totals);
    buffer_add_char(buffer, '\n');
    totals_add_counts(&pipeline->findings, buffer);
    add_count(buffer, pipeline->selection.groups.count, "group", ", ");
    add_count(buffer, pipeline->selection.relations.count, "relation", ", ");
    add_count(buffer, set->plans.count, "figure", "\n");
    buffer_add_format(buffer, "%zu files in %s; open %s/index.html\n", outputs->outputs.count,
                      folder, folder);
}

/* Put the report where it belongs, or compare it with what is there. */
static bool settle_report(const struct pipeline *pipeline, struct figure_set *set,
                          const struct output_set *outputs, const struct settings *settings,
                          struct error *error)
{
    const char *folder = settings->out.length > 0 ? settings->out.at : default_out.at;
    struct buffer summary = {0};
    bool settled = settings->check ? reproduce_compare(outputs, folder, error)
                                   : output_set_write(outputs, folder, error);
    if (!settled)
        return false;
    figure_set_advise(set);
    if (settings->check)
        buffer_add_format(&summary, "%zu files in %s are what this run makes\n",
                          outputs->outputs.count, folder);
    else
        add_summary(pipeline, set, outputs, folder, &summary);
    settled = file_write("-", buffer_text(&summary), error);
    buffer_release(&summary);
    return settled;
}

static void make_report(const struct pipeline *pipeline, struct figure_set *set,
                        const struct settings *settings, struct error *error)
{
    struct output_set outputs = {0};
    if (report_files_build(pipeline, &settings->query, set, &outputs, error) &&
        reproduce_add_manifest(pipeline, set, settings, &outputs, error))
        settle_report(pipeline, set, &outputs, settings, error);
    output_set_release(&outputs);
}

static enum status run(const struct settings *settings, struct error *error)
{
    struct pipeline pipeline = {0};
    struct figure_set set = {0};
    if (pipeline_run(&pipeline, settings, STAGE_MEASURE, PIPELINE_STRICT, error) &&
        make_figures(&set, &pipeline, settings, error))
        make_report(&pipeline, &set, settings, error);
    const bool flawed = set.flawed > 0;
    figure_set_release(&set);
    const enum status status = pipeline_close(&pipeline);
    return flawed ? STATUS_FINDINGS : status;
}

static const struct option options[] = {
    {.name = "figures",
     .argument = "FOLDER",
     .help = "figure definitions (*.gv); graphs unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, figures)},
    {.name = "out",
     .argument = "FOLDER",
     .help = "where the report goes; out unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, out)},
    {.name = "check",
     .help = "write nothing; compare with the report that is there",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, check)},
    OPTION_SIGN,
    OPTION_SET,
    OPTION_SEED,
    OPTION_KEEP_GOING,
};

const struct command command_report = {
    .name = "report",
    .operands = "DATA",
    .operand_count = 1,
    .summary = "the main job: check, measures, figures and a page",
    .description =
        "Checks the dataset in the folder DATA, measures it, draws every figure and writes\n"
        "a page, the figures and the tables. A run that fails writes nothing.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
