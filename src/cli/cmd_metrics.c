/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/subject.h"
#include "cli/uncertainty.h"
#include "metrics/series.h"
#include "report/measure_manual.h"
#include "report/metric_report.h"
#include "report/series_report.h"

/* The catalogue, or as a manual page. */
static void explain_all(const struct settings *settings, struct error *error)
{
    if (text_equal_string(settings->format, "man")) {
        struct buffer page = {0};
        measure_manual_write(&page);
        output_text(settings, buffer_text(&page), error);
        buffer_release(&page);
        return;
    }
    struct report_table table;
    measure_manual_build_catalogue(&table);
    output_tables(settings, &table, 1, error);
    report_table_release(&table);
}

static enum status explain(const struct settings *settings, struct error *error)
{
    struct report_table_list tables = {0};
    if (settings->operands.count == 0)
        explain_all(settings, error);
    else if (measure_manual_explain(settings->operands.items[0], &tables, error))
        output_tables(settings, tables.items, tables.count, error);
    for (size_t i = 0; i < tables.count; i++)
        report_table_release(&tables.items[i]);
    list_release(&tables);
    return STATUS_GOOD;
}

static bool build(const struct pipeline *pipeline, const struct settings *settings,
                  const struct metric_wish *wish, struct report_table *table, struct error *error)
{
    if (uncertainty_is_wanted(settings))
        return uncertainty_build(pipeline, settings, wish, table, error);
    return metric_report_build(&pipeline->selection, &pipeline->metrics, wish, table, error);
}

static void write_series(const struct pipeline *pipeline, const struct settings *settings,
                         const struct metric_series *series, struct error *error)
{
    struct report_table table;
    if (series_report_build(&pipeline->selection, series, settings->metrics, &table, error)) {
        output_tables(settings, &table, 1, error);
        report_table_release(&table);
    }
}

/* The network in windows of one step. */
static enum status run_series(const struct settings *settings, enum series_step step,
                              struct error *error)
{
    if (output_format(settings, error) == NULL)
        return STATUS_USAGE;
    if (settings->sort.length > 0 || settings->top > 0 || uncertainty_is_wanted(settings)) {
        error_set(error, ERROR_USAGE,
                  "options that sort, cut or resample rows do not go with --by=%s",
                  series_step_name(step));
        return STATUS_USAGE;
    }
    struct pipeline pipeline = {0};
    struct metric_series series;
    uint64_t seed = 0;
    if (pipeline_run(&pipeline, settings, STAGE_SELECT, PIPELINE_STRICT, error) &&
        pipeline_seed(settings, &seed, error) &&
        series_measure(&pipeline.dataset, &settings->query, step, seed, &series, error)) {
        write_series(&pipeline, settings, &series, error);
        metric_series_release(&series);
    }
    return pipeline_close(&pipeline);
}

static void output_metrics(const struct pipeline *pipeline, const struct settings *settings,
                           const struct metric_wish *wish, struct error *error)
{
    struct report_table table;
    if (!build(pipeline, settings, wish, &table, error))
        return;
    output_tables(settings, &table, 1, error);
    report_table_release(&table);
}

static enum status run(const struct settings *settings, struct error *error)
{
    struct subject subject;
    if (settings->explain)
        return explain(settings, error);
    if (!subject_read(settings, &subject, error))
        return STATUS_USAGE;
    if (subject.is_series)
        return run_series(settings, subject.step, error);
    struct metric_wish wish = {.scope = subject.scope,
                               .metrics = settings->metrics,
                               .sort = settings->sort,
                               .top = settings->top};
    bool is_uncertain = uncertainty_is_wanted(settings);
    if (is_uncertain && subject.sheet != NULL) {
        error_set(error, ERROR_USAGE, "the table '%s' has no ranges and ranks",
                  subject.sheet->name);
        return STATUS_USAGE;
    }
    if (output_format(settings, error) == NULL || !uncertainty_check(settings, &wish, error))
        return STATUS_USAGE;

    struct pipeline pipeline = {0};
    bool measures = !is_uncertain && subject.sheet == NULL;
    enum stage stage = measures ? STAGE_MEASURE : STAGE_SELECT;
    if (pipeline_run(&pipeline, settings, stage, PIPELINE_STRICT, error)) {
        if (subject.sheet != NULL)
            subject_output_sheet(&subject, settings, &pipeline, error);
        else
            output_metrics(&pipeline, settings, &wish, error);
    }
    return pipeline_close(&pipeline);
}

static const struct option options[] = {
    {.name = "by",
     .letter = 'b',
     .argument = "SCOPE",
     .help = "group, relation, network, component, year, quarter, month or a table",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, by)},
    {.name = "metric",
     .letter = 'm',
     .argument = "LIST",
     .help = "metrics by name, commas between them",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, metrics)},
    {.name = "sort",
     .letter = 's',
     .argument = "METRIC",
     .help = "largest first; order of the data unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, sort)},
    {.name = "top",
     .letter = 'n',
     .argument = "N",
     .help = "only the first N rows",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, top)},
    {.name = "sample",
     .argument = "N",
     .help = "estimate path metrics from N groups; all groups, exact, unless given",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, sample)},
    {.name = "range",
     .help = "lowest and highest value over ties that are only possible",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, range)},
    {.name = "ranks",
     .help = "ranks with intervals over networks drawn by the grades of claims",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, ranks)},
    {.name = "leave-one-source-out",
     .help = "findings that hinge on one source",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, leave_one_out)},
    {.name = "draws",
     .argument = "N",
     .help = "of --ranks, 1000 unless given, and of --range, 200",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, draws)},
    {.name = "grade-probability",
     .argument = "LIST",
     .help = "for --ranks; stated=0.95,reported=0.8,inferred=0.5,possible=0.5,disputed=0.5",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, chances)},
    {.name = "layer",
     .argument = "LAYER",
     .help = "ties that a table is made of: all, positive or negative",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, layer)},
    {.name = "classes",
     .argument = "CLASSES",
     .help = "classes of a table: region, kind, umbrella or bloc",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, classes)},
    {.name = "size",
     .argument = "K",
     .help = "largest set of key players; 3 unless given",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, size)},
    {.name = "explain",
     .help = "list every metric, or all about the one named instead of DATA",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, explain)},
    OPTION_SIGN,
    OPTION_SEED,
    OPTION_KEEP_GOING,
    OPTION_FORMAT,
    OPTION_JSON,
    OPTION_OUTPUT,
};

const struct command command_metrics = {
    .name = "metrics",
    .operands = "DATA",
    .operand_count = 1,
    .summary = "measures of groups, relations and the network",
    .description =
        "Measures what the selection options choose from the dataset in the folder DATA.\n"
        "Text and Markdown show the chief metrics, CSV and JSON all of them.\n\n"
        "Tables, for --by:\n"
        "  role        brokerage roles by region, kind, umbrella or bloc\n"
        "  keyplayer   sets of groups whose removal fragments, or that reach most\n"
        "  curve       robustness as groups are removed\n"
        "  block       nested cohesive blocks\n"
        "  separator   connectivity of each component, smallest sets that cut it\n"
        "  pair        structural equivalence of pairs\n"
        "  movement    fragmentation of what is under an umbrella, in a region or a bloc\n"
        "  umbrella    umbrellas that groups share\n"
        "  community   communities by six algorithms, one of them signed, and their agreement\n"
        "  partition   the community of each group by these\n"
        "  motif       patterns of three groups against chance",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
