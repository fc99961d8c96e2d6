/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "report/profile.h"

/* People are spared empty tables of estimates and disputes. */
static size_t list_tables(const struct report_table *tables, const struct report_format *format,
                          struct report_table *listed)
{
    size_t count = 0;
    for (size_t i = 0; i < PROFILE_TABLES; i++)
        if (!format->for_people || i < PROFILE_ESTIMATES || report_table_row_count(&tables[i]) > 0)
            listed[count++] = tables[i];
    return count;
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
        struct report_table listed[PROFILE_TABLES];
        output_tables(settings, listed, list_tables(tables, format, listed), error);
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
