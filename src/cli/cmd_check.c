/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/totals.h"
#include "report/finding_table.h"
#include "report/format_text.h"

/* The tables of `bloc check` in the order of its JSON members. */
enum {
    CHECK_FINDINGS,
    CHECK_TOTALS,
    CHECK_COUNTS,
    CHECK_TABLES,
};

static enum status explain(const struct settings *settings, struct error *error)
{
    struct report_table table;
    finding_table_build_catalogue(&table);
    output_tables(settings, &table, 1, error);
    report_table_release(&table);
    return STATUS_GOOD;
}

/* For people: one line a finding, the totals, and how much of each level. */
static void write_text(const struct pipeline *pipeline, const struct report_table *totals,
                       const struct settings *settings, struct error *error)
{
    struct buffer buffer = {0};
    totals_add_findings(&pipeline->findings, &buffer);
    if (buffer.length > 0)
        buffer_add_char(&buffer, '\n');
    report_write_text(totals, 1, &buffer);
    buffer_add_char(&buffer, '\n');
    totals_add_counts(&pipeline->findings, &buffer);
    output_text(settings, buffer_text(&buffer), error);
    buffer_release(&buffer);
}

static void write_check(const struct pipeline *pipeline, const struct report_format *format,
                        const struct settings *settings, struct error *error)
{
    struct report_table tables[CHECK_TABLES];
    finding_table_build(&pipeline->findings, &tables[CHECK_FINDINGS]);
    totals_build(&pipeline->totals, &tables[CHECK_TOTALS]);
    finding_table_build_counts(&pipeline->findings, &tables[CHECK_COUNTS]);
    if (format->write == report_write_text)
        write_text(pipeline, &tables[CHECK_TOTALS], settings, error);
    else
        output_tables(settings, tables, format->takes_one_table ? 1 : CHECK_TABLES, error);
    for (size_t i = 0; i < CHECK_TABLES; i++)
        report_table_release(&tables[i]);
}

static enum status run(const struct settings *settings, struct error *error)
{
    if (settings->explain)
        return explain(settings, error);
    const struct report_format *format = output_format(settings, error);
    if (format == NULL)
        return STATUS_USAGE;
    struct pipeline pipeline = {0};
    if (pipeline_run(&pipeline, settings, STAGE_LOAD, PIPELINE_SILENT, error))
        write_check(&pipeline, format, settings, error);
    return pipeline_close(&pipeline);
}

static const struct option options[] = {
    {.name = "explain",
     .help = "list every code with its meaning; needs no DATA",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, explain)},
    OPTION_FORMAT,
    OPTION_JSON,
    OPTION_OUTPUT,
};

const struct command command_check = {
    .name = "check",
    .operands = "DATA",
    .operand_count = 1,
    .summary = "every problem of a dataset, with its place",
    .description =
        "Reads the dataset in the folder DATA and tells every problem with its file, line,\n"
        "column, level and code, and what became of each row. The exit status is 1 when\n"
        "a problem is an error.",
    .options = {.options = options, .count = sizeof options / sizeof options[0]},
    .run = run,
};
