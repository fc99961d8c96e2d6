/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "report/dataset_table.h"

static enum status run(const struct settings *settings, struct error *error)
{
    const struct dataset_view *view = dataset_view_find(settings->operands.items[1], error);
    if (view == NULL || output_format(settings, error) == NULL)
        return STATUS_USAGE;
    struct pipeline pipeline = {0};
    if (pipeline_run(&pipeline, settings, STAGE_SELECT, PIPELINE_TOLERANT, error)) {
        struct report_table table;
        view->build(&pipeline.selection, &table);
        output_tables(settings, &table, 1, error);
        report_table_release(&table);
    }
    return pipeline_close(&pipeline);
}

static const struct option options[] = {OPTION_FORMAT, OPTION_JSON, OPTION_OUTPUT};

const struct command command_list = {
    .name = "list",
    .operands = "DATA groups|relations|claims|sources|kinds|estimates|switches",
    .operand_count = 2,
    .summary = "what is in a dataset, filtered",
    .description = "Lists one of the tables of the dataset in the folder DATA, narrowed by the\n"
                   "selection options. CSV and JSON have all columns, text and Markdown the\n"
                   "chief ones.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
