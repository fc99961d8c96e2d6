/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdio.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "report/graph_build.h"
#include "report/graph_format.h"
#include "report/metric_report.h"

static void list_formats(struct report_table *table)
{
    static const struct report_column columns[] = {
        {"format", "Format", REPORT_TEXT, false},
        {"summary", "What it is", REPORT_TEXT, false},
        {"lost", "Not carried", REPORT_TEXT, true},
    };
    size_t count = 0;
    const struct graph_format *formats = graph_formats(&count);
    report_table_init(table, "formats", (struct text){0}, columns,
                      sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < count; i++) {
        report_table_add_string(table, formats[i].name);
        report_table_add_string(table, formats[i].summary);
        report_table_add_text(table, text_from(formats[i].lost));
    }
}

static enum status explain(const struct settings *settings, struct error *error)
{
    struct settings plain = *settings;
    struct report_table table;
    plain.format = (struct text){0};
    list_formats(&table);
    output_tables(&plain, &table, 1, error);
    report_table_release(&table);
    return STATUS_GOOD;
}

/* What a format cannot hold is said, not dropped in silence. */
static bool write_graph(const struct graph *graph, const struct graph_format *format,
                        const struct settings *settings, struct error *error)
{
    bool written;
    if (format->write != NULL) {
        struct buffer buffer = {0};
        format->write(graph, &buffer);
        written = output_text(settings, buffer_text(&buffer), error);
        buffer_release(&buffer);
    } else {
        struct output_set outputs = {0};
        format->write_files(graph, &outputs);
        written = output_set_write(&outputs, settings->output.at, error);
        output_set_release(&outputs);
    }
    if (written && format->lost != NULL)
        fprintf(stderr, "bloc export: %s\n", format->lost);
    return written;
}

/* Names of measures, or what stands for them: those that people are shown, all, none. */
static struct text expand_metrics(const struct settings *settings, struct buffer *names)
{
    if (text_equal_string(settings->metrics, "none"))
        return (struct text){0};
    if (settings->metrics.length > 0)
        return settings->metrics;
    metric_report_add_chief(SCOPE_GROUP, names);
    buffer_add_string(names, ",community,weak_component");
    return buffer_text(names);
}

static bool check_output(const struct graph_format *format, const struct settings *settings,
                         struct error *error)
{
    const bool has_folder =
        settings->output.length > 0 && !text_equal_string(settings->output, "-");
    if (format->write != NULL || has_folder)
        return true;
    return error_set(error, ERROR_USAGE, "'%s' is several files: '-o FOLDER' says where they go",
                     format->name);
}

static enum status run(const struct settings *settings, struct error *error)
{
    if (settings->explain)
        return explain(settings, error);
    if (settings->format.length == 0) {
        error_set(error, ERROR_USAGE, "'--format' is missing; --explain lists the formats");
        return STATUS_USAGE;
    }
    const struct graph_format *format = graph_format_find(settings->format, error);
    if (format == NULL || !check_output(format, settings, error))
        return STATUS_USAGE;

    struct buffer names = {0};
    struct settings wanted = *settings;
    const struct text metrics = expand_metrics(settings, &names);
    wanted.metrics = text_equal_string(metrics, "all") ? (struct text){0} : metrics;
    struct pipeline pipeline = {0};
    struct graph graph;
    const enum stage stage = metrics.length == 0 ? STAGE_SELECT : STAGE_MEASURE;
    if (pipeline_run(&pipeline, &wanted, stage, PIPELINE_STRICT, error) &&
        graph_build(&graph, &pipeline.selection, &pipeline.metrics, metrics, error)) {
        write_graph(&graph, format, settings, error);
        graph_release(&graph);
    }
    buffer_release(&names);
    return pipeline_close(&pipeline);
}

static const struct option options[] = {
    {.name = "format",
     .letter = 'f',
     .argument = "FORMAT",
     .help = "graphml, gml, pajek, pajek-plain, gexf, dot, json, cyjs, cx2, jgf, r or python",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, format)},
    {.name = "metric",
     .letter = 'm',
     .argument = "LIST",
     .help = "measures that travel: names, all or none; the chief ones unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, metrics)},
    {.name = "sample",
     .argument = "N",
     .help = "estimate path metrics from N groups; all groups, exact, unless given",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, sample)},
    {.name = "explain",
     .help = "list the formats and what each is for",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, explain)},
    OPTION_SIGN,
    OPTION_SEED,
    OPTION_KEEP_GOING,
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .help = "write to FILE, of r and python a folder; - is standard output",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, output)},
};

const struct command command_export = {
    .name = "export",
    .operands = "DATA",
    .operand_count = 1,
    .summary = "the network as a file for other tools",
    .description =
        "Writes what the selection options choose from the dataset in the folder DATA in the\n"
        "format of another tool: groups and ties with their dates, signs, sources and\n"
        "measures. What a format cannot hold is told. `bloc export --explain` lists them.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
