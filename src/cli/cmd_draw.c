/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdio.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/figure_set.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "report/choice.h"

/* What a figure can be written as. */
static const struct text formats[] = {
    {.at = "svg", .length = 3},
    {.at = "dot", .length = 3},
};

static bool check_format(struct text format, struct error *error)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (format.length == 0 || text_equal(format, formats[i]))
            return true;
    return choice_refuse("format", format, formats, sizeof formats / sizeof formats[0], error);
}

static void write_dot(const struct figure_set *set, const struct settings *settings,
                      struct error *error)
{
    struct buffer buffer = {0};
    struct figure_request request = figure_set_request(set, 0);
    if (figure_write_dot(&request, &buffer, error))
        output_text(settings, buffer_text(&buffer), error);
    buffer_release(&buffer);
}

/* The measurements go where the figure does not: to standard error, unless -o has the figure. */
static void tell_legibility(const struct figure *figure, const struct settings *settings,
                            struct error *error)
{
    struct buffer buffer = {0};
    legibility_write(&figure->drawing, &figure->legibility, &buffer);
    bool is_free = settings->output.length > 0 && !text_equal_string(settings->output, "-");
    if (is_free)
        file_write("-", buffer_text(&buffer), error);
    else
        fwrite(buffer.at, 1, buffer.length, stderr);
    buffer_release(&buffer);
}

static void write_svg(struct figure_set *set, const struct settings *settings, struct error *error)
{
    struct progress progress = {0};
    progress_start(&progress, stderr, 0);
    bool drawn = figure_set_draw(set, &progress, error);
    progress_finish(&progress);
    if (!drawn)
        return;
    struct buffer buffer = {0};
    figure_write_svg(&set->figures[0], &buffer);
    if (output_text(settings, buffer_text(&buffer), error) && settings->legibility)
        tell_legibility(&set->figures[0], settings, error);
    buffer_release(&buffer);
}

static void draw(struct figure_set *set, const struct settings *settings, struct error *error)
{
    if (set->plans.items[0].selection.relations.count == 0)
        error_set(error, ERROR_DATA, TEXT_FORMAT ": no relation is selected; nothing is drawn",
                  TEXT_PARTS(set->plans.items[0].definition.file));
    else if (text_equal_string(settings->format, "dot"))
        write_dot(set, settings, error);
    else
        write_svg(set, settings, error);
}

static enum status run(const struct settings *settings, struct error *error)
{
    if (!check_format(settings->format, error))
        return STATUS_USAGE;
    struct pipeline pipeline = {0};
    struct figure_set set = {0};
    if (pipeline_run(&pipeline, settings, STAGE_LOAD, PIPELINE_STRICT, error) &&
        figure_set_read(&set, settings->operands.items[1].at, error) &&
        figure_set_plan(&set, &pipeline, settings, error))
        draw(&set, settings, error);
    figure_set_release(&set);
    return pipeline_close(&pipeline);
}

static const struct option options[] = {
    {.name = "format",
     .letter = 'f',
     .argument = "FORMAT",
     .help = "svg, or dot for the drawing before layout; svg unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, format)},
    {.name = "set",
     .argument = "NAME=VALUE",
     .help = "set an attribute of the figure: --set=figure_width=85mm",
     .type = OPTION_LIST,
     .field = offsetof(struct settings, attributes)},
    {.name = "legibility",
     .help = "measure the finished figure and print the table",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, legibility)},
    OPTION_SEED,
    OPTION_KEEP_GOING,
    OPTION_OUTPUT,
};

const struct command command_draw = {
    .name = "draw",
    .operands = "DATA FIGURE.gv",
    .operand_count = 2,
    .summary = "one figure, as SVG",
    .description = "Draws the figure that FIGURE.gv defines from the dataset in the folder DATA.\n"
                   "The selection options replace those of the definition; - reads the definition\n"
                   "from standard input.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
