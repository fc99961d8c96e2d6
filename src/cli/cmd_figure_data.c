/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A file without a record is told and left out, so that a folder of figures can be looked through;
 * the status tells that there was one.
 */
#include "cli/command.h"

#include <stdio.h>

#include "base/file.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "loader/fingerprint.h"
#include "report/figure_data_table.h"

enum {
    FIGURES_MOST = 10000,
    VIEWS_MOST = 8,
};

/* The figures of one run. */
struct reading {
    struct arena arena;
    const struct settings *settings;
    struct figure_data_list figures;
    struct fingerprint data;   /* of --data */
    struct text first_differs; /* what the first figure made from other data differs in */
    size_t foreign;            /* files without a record that can be read */
    size_t differing;
};

static bool is_alone(const struct reading *reading)
{
    return reading->settings->operands.count == 1;
}

static void compare(struct reading *reading, struct figure_data *figure)
{
    struct buffer names = {0};
    if (figure_data_compare(figure, &reading->data, &names)) {
        figure->check = TEXT("the same");
    } else {
        const struct text differing = buffer_text(&names);
        figure->check = arena_format(&reading->arena, "other%s" TEXT_FORMAT,
                                     differing.length > 0 ? ": " : "", TEXT_PARTS(differing));
        if (reading->differing++ == 0)
            reading->first_differs = arena_copy_text(&reading->arena, differing);
    }
    buffer_release(&names);
}

/* Only a file that cannot be read at all ends the run. */
static bool read_figure(struct reading *reading, struct text path, struct error *error)
{
    struct figure_data figure = {.file =
                                     text_equal_string(path, "-") ? TEXT("standard input") : path};
    struct text contents;
    struct error reason = {0};
    if (!file_read_within(path.at, FIGURE_FILE_MEBIBYTES, &reading->arena, &contents, error))
        return false;
    if (figure_data_read(contents, &figure, &reason)) {
        if (reading->settings->data.length > 0)
            compare(reading, &figure);
        list_push(&reading->figures, figure);
        return true;
    }
    reading->foreign++;
    error_within(&reason, TEXT_FORMAT ": ", TEXT_PARTS(figure.file));
    figure_data_release(&figure);
    if (is_alone(reading))
        return error_set(error, reason.kind, "%s", reason.message);
    fprintf(stderr, "%s\n", reason.message);
    return true;
}

static bool read_figures(struct reading *reading, struct error *error)
{
    const struct settings *settings = reading->settings;
    if (settings->data.length > 0 && !fingerprint_take(settings->data.at, &reading->data, error))
        return false;
    for (size_t i = 0; i < settings->operands.count; i++)
        if (!read_figure(reading, settings->operands.items[i], error))
            return false;
    return true;
}

/* Which of the tables are wanted: that of --table, or all of them, of which people are spared what
 * only programs compare. */
static bool choose_views(const struct settings *settings, bool *wanted, struct error *error)
{
    struct text names[VIEWS_MOST];
    size_t count, chosen;
    const struct figure_data_view *views = figure_data_views(&count);
    for (size_t i = 0; i < count; i++)
        names[i] = text_from(views[i].name);
    if (!output_choose_table(settings, names, count, "relations", &chosen, error))
        return false;
    const bool for_people = output_format(settings, error)->for_people;
    for (size_t i = 0; i < count; i++)
        wanted[i] = chosen < count ? i == chosen : !(for_people && views[i].for_programs);
    return true;
}

static bool print(const struct reading *reading, const bool *wanted, struct error *error)
{
    struct report_table tables[VIEWS_MOST];
    size_t count, built = 0;
    const struct figure_data_view *views = figure_data_views(&count);
    const bool for_people = output_format(reading->settings, error)->for_people;
    for (size_t i = 0; i < count; i++)
        if (wanted[i]) {
            views[i].build(&reading->figures, &tables[built]);
            tables[built++].is_record &= for_people; /* programs get as many rows as files */
        }
    const bool written = output_tables(reading->settings, tables, built, error);
    for (size_t i = 0; i < built; i++)
        report_table_release(&tables[i]);
    return written;
}

/* What is not as it should be, behind what could be printed. */
static void judge(const struct reading *reading, struct error *error)
{
    const struct text data = reading->settings->data;
    if (reading->foreign > 0)
        error_set(error, ERROR_DATA, "%zu of %zu files do not tell what they were made from",
                  reading->foreign, reading->settings->operands.count);
    else if (reading->differing > 0 && is_alone(reading))
        error_set(error, ERROR_DATA,
                  "the figure was not made from the data in '" TEXT_FORMAT "': other " TEXT_FORMAT,
                  TEXT_PARTS(data), TEXT_PARTS(reading->first_differs));
    else if (reading->differing > 0)
        error_set(error, ERROR_DATA,
                  "%zu of %zu figures were not made from the data in '" TEXT_FORMAT "'",
                  reading->differing, reading->figures.count, TEXT_PARTS(data));
}

static void release_reading(struct reading *reading)
{
    for (size_t i = 0; i < reading->figures.count; i++)
        figure_data_release(&reading->figures.items[i]);
    list_release(&reading->figures);
    fingerprint_release(&reading->data);
    arena_release(&reading->arena);
}

static enum status run(const struct settings *settings, struct error *error)
{
    struct reading reading = {.settings = settings};
    bool wanted[VIEWS_MOST];
    if (!choose_views(settings, wanted, error))
        return STATUS_USAGE;
    if (read_figures(&reading, error) &&
        (reading.figures.count == 0 || print(&reading, wanted, error)))
        judge(&reading, error);
    release_reading(&reading);
    return STATUS_GOOD;
}

static const struct option options[] = {
    {.name = "data",
     .argument = "DATA",
     .help = "compare with the dataset in this folder; status 1 if it is another",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, data)},
    {.name = "table",
     .argument = "NAME",
     .help = "one table: figures, options, groups, relations, sources\n"
             "                          or files; CSV takes one",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, table)},
    OPTION_FORMAT,
    OPTION_JSON,
    OPTION_OUTPUT,
};

const struct command command_figure_data = {
    .name = "figure-data",
    .operands = "FIGURE.svg...",
    .operand_count = FIGURES_MOST,
    .optional_count = FIGURES_MOST - 1,
    .summary = "what a figure was made from, by the figure itself",
    .description =
        "Prints what SVG figures of bloc were made from, by their own metadata: versions, data,\n"
        "definition and options, and the groups, relations and sources that are in the picture.\n"
        "With --data it also says whether that was the dataset in the folder DATA. - reads a\n"
        "figure from standard input.",
    .options = {.options = options, .count = sizeof options / sizeof options[0]},
    .run = run,
};
