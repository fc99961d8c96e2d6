/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "report/profile.h"

/* People are spared an empty table of estimates. */
static size_t count_tables(const struct report_table *tables, const struct report_format *format)
{
    bool has_estimates = report_table_row_count(&tables[PROFILE_ESTIMATES]) > 0;
    return format->for_people && !has_estimates ? PROFILE_ESTIMATES : PROFILE_TABLES;
}

static enum status run(const struct settings *settings, struct error *error)
{
    const struct report_format *format = output_format(settings, error);
    if (format == NULL)
        return STATUS_USAGE;
    struct pipeline pipeline = {0};
    group_id group = GROUP_NONE;
    if (pipeline_run(&pipeline, settings, STAGE_SELECT, PIPELINE_TOLERANT, error) &&
        pipeline_find_group(&pipeline, settings->operands.items[1], &group, error)) {
        struct report_table tables[PROFILE_TABLES];
        profile_build(&pipeline.selection, group, tables);
        output_tables(settings, tables, count_tables(tables, format), error);
        for (size_t i = 0; i < PROFILE_TABLES; i++)
            report_table_release(&tables[i]);
    }
    return pipeline_close(&pipeline);
}

static const struct option options[] = {OPTION_FORMAT, OPTION_JSON, OPTION_OUTPUT};

const struct command command_show = {
    .name = "show",
    .operands = "DATA GROUP",
    .operand_count = 2,
    .summary = "one group: names, ties over time, sources",
    .description =
        "Shows one group of the dataset in the folder DATA. GROUP is its id or any of its\n"
        "names, in capitals or not.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
