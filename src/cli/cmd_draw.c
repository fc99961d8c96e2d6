/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <stdio.h>

#include "base/choice.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/figure_set.h"
#include "cli/output.h"
#include "cli/pipeline.h"

enum format {
    FORMAT_SVG,
    FORMAT_PDF,
    FORMAT_PNG,
    FORMAT_DOT,
    FORMAT_JSON,
    FORMAT_COUNT,
};

enum {
    DPI_STANDARD = 300
};

typedef bool (*write_figure)(const struct figure *figure, const struct settings *settings,
                             struct buffer *buffer, struct error *error);

static bool write_svg(const struct figure *figure, const struct settings *settings,
                      struct buffer *buffer, struct error *error)
{
    (void)settings;
    (void)error;
    figure_write_svg(figure, buffer);
    return true;
}

static bool write_pdf(const struct figure *figure, const struct settings *settings,
                      struct buffer *buffer, struct error *error)
{
    (void)settings;
    return figure_write_pdf(figure, buffer, error);
}

static bool write_png(const struct figure *figure, const struct settings *settings,
                      struct buffer *buffer, struct error *error)
{
    return figure_write_png(figure, settings->dpi > 0 ? settings->dpi : DPI_STANDARD, buffer,
                            error);
}

static bool write_json(const struct figure *figure, const struct settings *settings,
                       struct buffer *buffer, struct error *error)
{
    (void)settings;
    (void)error;
    figure_write_json(figure, buffer);
    return true;
}

/* What a figure can be written as: the name is also the ending of its files. */
static const struct text formats[] = {
    [FORMAT_SVG] = {.at = "svg", .length = 3},   [FORMAT_PDF] = {.at = "pdf", .length = 3},
    [FORMAT_PNG] = {.at = "png", .length = 3},   [FORMAT_DOT] = {.at = "dot", .length = 3},
    [FORMAT_JSON] = {.at = "json", .length = 4},
};

/* DOT is written before there is a figure. */
static const write_figure writers[FORMAT_COUNT] = {
    [FORMAT_SVG] = write_svg,
    [FORMAT_PDF] = write_pdf,
    [FORMAT_PNG] = write_png,
    [FORMAT_JSON] = write_json,
};

static enum format find_format(struct text name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (text_equal(name, formats[i]))
            return (enum format)i;
    return FORMAT_COUNT;
}

/* What follows the last point of the file's name; empty without one. */
static struct text ending_of(struct text path)
{
    size_t start = path.length;
    while (start > 0 && path.at[start - 1] != '.' && path.at[start - 1] != '/')
        start--;
    if (start == 0 || path.at[start - 1] == '/')
        return (struct text){0};
    return (struct text){path.at + start, path.length - start};
}

/* The format of --format, else that of the output's ending, else SVG; FORMAT_COUNT with the error
 * set when there is no such. */
static enum format choose_format(const struct settings *settings, struct error *error)
{
    const struct text ending = ending_of(settings->output);
    enum format format = FORMAT_SVG;
    if (settings->format.length > 0) {
        format = find_format(settings->format);
        if (format == FORMAT_COUNT)
            choice_refuse("format", settings->format, formats, FORMAT_COUNT, error);
    } else if (ending.length > 0) {
        format = text_equal_string(ending, "gv") ? FORMAT_DOT : find_format(ending);
        if (format == FORMAT_COUNT)
            error_set(error, ERROR_USAGE,
                      "'" TEXT_FORMAT "' has the ending of no format (svg, pdf, png, dot, json); "
                      "say one with --format",
                      TEXT_PARTS(settings->output));
    }
    if (format != FORMAT_COUNT && format != FORMAT_PNG && settings->dpi > 0) {
        error_set(error, ERROR_USAGE, "'--dpi' is for png, not for " TEXT_FORMAT,
                  TEXT_PARTS(formats[format]));
        return FORMAT_COUNT;
    }
    return format;
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

static bool is_standard_output(const struct settings *settings)
{
    return settings->output.length == 0 || text_equal_string(settings->output, "-");
}

/* "map-2.svg" for the second page of map.svg; the name itself for a figure of one page. */
static void add_page_path(const struct drawing *drawing, struct text output, struct buffer *path)
{
    const struct text ending = ending_of(output);
    const size_t tail = ending.length > 0 ? ending.length + 1 : 0;
    buffer_add_text(path, (struct text){output.at, output.length - tail});
    if (drawing->page_count > 0)
        buffer_add_format(path, "-%zu", drawing->page_number);
    buffer_add_text(path, (struct text){output.at + output.length - tail, tail});
}

/* The measurements go where the figure does not: to standard error, unless -o has the figure. */
static void tell_legibility(const struct figure_set *set, const struct figure *figure,
                            const struct settings *settings, struct error *error)
{
    struct buffer buffer = {0};
    legibility_write(&figure->drawing, &figure->legibility, &buffer);
    if (set->advice[0].is_needed && figure->drawing.page_number <= 1)
        advice_write(&set->advice[0], figure, &buffer);
    if (!is_standard_output(settings))
        file_write("-", buffer_text(&buffer), error);
    else
        fwrite(buffer.at, 1, buffer.length, stderr);
    buffer_release(&buffer);
}

static void write_page(const struct figure *figure, const struct settings *settings,
                       write_figure write, struct error *error)
{
    struct buffer buffer = {0}, path = {0};
    add_page_path(&figure->drawing, settings->output, &path);
    if (write(figure, settings, &buffer, error))
        file_write(is_standard_output(settings) ? "-" : path.at, buffer_text(&buffer), error);
    buffer_release(&path);
    buffer_release(&buffer);
}

static void write_drawn(struct figure_set *set, const struct settings *settings, write_figure write,
                        struct error *error)
{
    struct progress progress = {0};
    progress_start(&progress, stderr, 0);
    bool drawn = figure_set_draw(set, &progress, error);
    progress_finish(&progress);
    if (!drawn)
        return;
    figure_set_settle_flawed(set);
    size_t count = figure_page_count(&set->figures[0]);
    if (count > 1 && is_standard_output(settings)) {
        error_set(error, ERROR_USAGE,
                  "the figure takes %zu pages; -o NAME.svg writes NAME-1.svg and so on", count);
        return;
    }
    for (size_t i = 0; i < count && !error_is_set(error); i++)
        write_page(figure_get_page(&set->figures[0], i), settings, write, error);
    if (error_is_set(error))
        return;
    figure_set_advise(set);
    for (size_t i = 0; settings->legibility && i < count; i++)
        tell_legibility(set, figure_get_page(&set->figures[0], i), settings, error);
}

static void draw(struct figure_set *set, const struct settings *settings, enum format format,
                 struct error *error)
{
    if (set->plans.items[0].selection.relations.count == 0)
        error_set(error, ERROR_DATA, TEXT_FORMAT ": no relation is selected; nothing is drawn",
                  TEXT_PARTS(set->plans.items[0].definition.file));
    else if (format == FORMAT_DOT)
        write_dot(set, settings, error);
    else
        write_drawn(set, settings, writers[format], error);
}

static bool read_definition(struct figure_set *set, const struct settings *settings,
                            struct error *error)
{
    if (settings->operands.count > 1)
        return figure_set_read(set, settings->operands.items[1].at, error);
    figure_set_add_plain(set);
    return true;
}

static enum status run(const struct settings *settings, struct error *error)
{
    const enum format format = choose_format(settings, error);
    if (format == FORMAT_COUNT)
        return STATUS_USAGE;
    struct pipeline pipeline = {0};
    struct figure_set set = {0};
    if (pipeline_run(&pipeline, settings, STAGE_LOAD, PIPELINE_STRICT, error) &&
        read_definition(&set, settings, error) && figure_set_plan(&set, &pipeline, settings, error))
        draw(&set, settings, format, error);
    const bool flawed = set.flawed > 0;
    figure_set_release(&set);
    const enum status status = pipeline_close(&pipeline);
    return flawed ? STATUS_FINDINGS : status;
}

static const struct option options[] = {
    {.name = "format",
     .letter = 'f',
     .argument = "FORMAT",
     .help = "svg, pdf, png, dot or json; that of FILE's ending unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, format)},
    {.name = "dpi",
     .argument = "NUMBER",
     .help = "dots per inch of a png; 300 unless given",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, dpi)},
    OPTION_SET,
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
    .operands = "DATA [FIGURE.gv]",
    .operand_count = 2,
    .optional_count = 1,
    .summary = "one figure, as SVG, PDF or PNG",
    .description =
        "Draws the figure that FIGURE.gv defines from the dataset in the folder DATA.\n"
        "The selection options replace those of the definition; - reads the definition\n"
        "from standard input.  Without a definition the options alone say what is drawn:\n"
        "--ego makes an ego figure, one --region a regional one.  dot is the drawing before layout, json the geometry of\n"
        "the finished one.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
