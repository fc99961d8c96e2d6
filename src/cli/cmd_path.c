/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdio.h>

#include "base/choice.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "report/path_report.h"

enum {
    PATHS_LISTED = 5, /* of each rule of time, unless asked for more */
};

static bool read_layer(struct text word, enum layer *layer, struct error *error)
{
    struct text names[LAYER_COUNT];
    for (int i = 0; i < LAYER_COUNT; i++) {
        names[i] = text_from(layer_name((enum layer)i));
        if (word.length == 0 || text_equal(word, names[i])) {
            *layer = (enum layer)i;
            return true;
        }
    }
    return choice_refuse("layer of ties", word, names, LAYER_COUNT, error);
}

static bool find_ends(const struct pipeline *pipeline, const struct settings *settings,
                      struct connection_query *query, struct error *error)
{
    if (!pipeline_find_group(pipeline, settings->operands.items[1], &query->from, error) ||
        !pipeline_find_group(pipeline, settings->operands.items[2], &query->to, error))
        return false;
    if (query->from != query->to)
        return true;
    return error_set(error, ERROR_USAGE,
                     "'" TEXT_FORMAT "' and '" TEXT_FORMAT "' are the same group, " TEXT_FORMAT,
                     TEXT_PARTS(settings->operands.items[1]),
                     TEXT_PARTS(settings->operands.items[2]),
                     TEXT_PARTS(pipeline->dataset.groups.items[query->from].name));
}

static void tell_unconnected(const struct pipeline *pipeline, const struct connection_query *query)
{
    const struct group *groups = pipeline->dataset.groups.items;
    fprintf(stderr, "bloc: no chain of chosen ties leads from " TEXT_FORMAT " to " TEXT_FORMAT "\n",
            TEXT_PARTS(groups[query->from].name), TEXT_PARTS(groups[query->to].name));
}

static void write_paths(const struct pipeline *pipeline, const struct settings *settings,
                        const struct connection_query *query, struct error *error)
{
    const struct report_format *format = output_format(settings, error);
    struct report_table tables[PATH_TABLES];
    const size_t most = settings->top > 0 ? settings->top : PATHS_LISTED;
    const bool connected = path_report_build(&pipeline->selection, query, most, tables);
    if (format->takes_one_table)
        output_tables(settings, &tables[PATH_STEPS], 1, error);
    else
        output_tables(settings, tables, connected || !format->for_people ? PATH_TABLES : 1, error);
    for (size_t i = 0; i < PATH_TABLES; i++)
        report_table_release(&tables[i]);
    if (!connected)
        tell_unconnected(pipeline, query);
}

static enum status run(const struct settings *settings, struct error *error)
{
    struct connection_query query = {.directed = settings->directed};
    if (output_format(settings, error) == NULL || !read_layer(settings->layer, &query.layer, error))
        return STATUS_USAGE;
    struct pipeline pipeline = {0};
    if (pipeline_run(&pipeline, settings, STAGE_SELECT, PIPELINE_TOLERANT, error) &&
        find_ends(&pipeline, settings, &query, error))
        write_paths(&pipeline, settings, &query, error);
    return pipeline_close(&pipeline);
}

static const struct option options[] = {
    {.name = "layer",
     .letter = 'l',
     .argument = "LAYER",
     .help = "along all, positive or negative ties; all unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, layer)},
    {.name = "directed",
     .help = "follow the direction of ties; mutual ones have both",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, directed)},
    {.name = "top",
     .letter = 'n',
     .argument = "N",
     .help = "list N paths of each kind; 5 unless given",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, top)},
    OPTION_FORMAT,
    OPTION_JSON,
    OPTION_OUTPUT,
};

const struct command command_path = {
    .name = "path",
    .operands = "DATA GROUP GROUP",
    .operand_count = 3,
    .summary = "how two groups are connected, tie by tie",
    .description =
        "Lists the shortest paths between two groups of the dataset in the folder DATA, and\n"
        "the shortest of those that can be gone through in order of time, tie by tie with\n"
        "dates, signs and sources. CSV has the ties alone.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
