/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "metrics/measure.h"
#include "report/comparison_report.h"
#include "report/dataset_table.h"
#include "report/metric_report.h"

enum {
    TOP_FOR_PEOPLE = 10,
    MOST_TABLES = 6,
};

/* The selection at one date, or one way with contested ties, with its measures. */
struct side {
    struct selection selection;
    struct metric_results results;
};

struct comparing {
    const struct settings *settings;
    const struct report_format *format;
    struct pipeline pipeline;
    struct side sides[2];
    struct comparison_side views[2];
    const char *metric;
    struct report_table tables[MOST_TABLES];
    size_t table_count;
    size_t chief; /* the one that a format for one table gets */
};

static bool read_date(const char *option, struct text value, struct window *window,
                      struct error *error)
{
    const char *reason = "";
    if (value.length == 0)
        return error_set(error, ERROR_USAGE,
                         "'--%s' is missing: --from=DATE --to=DATE, or --uncontested", option);
    if (window_parse(value, window, &reason))
        return true;
    return error_set(error, ERROR_USAGE, "'" TEXT_FORMAT "' is no date for '--%s': %s",
                     TEXT_PARTS(value), option, reason);
}

static bool read_dates(const struct settings *settings, struct window dates[2], struct error *error)
{
    return read_date("from", settings->from, &dates[0], error) &&
           read_date("to", settings->to, &dates[1], error) &&
           comparison_check(dates[0], dates[1], error);
}

static bool check_words(const struct settings *settings, struct error *error)
{
    const bool dated = settings->from.length > 0 || settings->to.length > 0;
    if (settings->uncontested && dated)
        return error_set(error, ERROR_USAGE,
                         "'--uncontested' compares without dates; give it, or --from and --to");
    if (!settings->uncontested && settings->query.has_window)
        return error_set(error, ERROR_USAGE, "'--" TEXT_FORMAT "' does not go with --from and --to",
                         TEXT_PARTS(settings->query.window_option));
    if (settings->uncontested && settings->query.contested != CONTESTED_INCLUDE)
        return error_set(error, ERROR_USAGE, "'--contested' does not go with --uncontested");
    return true;
}

/* Choose and measure one side; the query differs from that of the settings in one respect. */
static bool measure_side(struct comparing *comparing, size_t which,
                         const struct selection_query *query, struct error *error)
{
    struct side *side = &comparing->sides[which];
    uint64_t seed = 0;
    comparing->views[which].selection = &side->selection;
    comparing->views[which].results = &side->results;
    selection_evaluate(&side->selection, &comparing->pipeline.dataset, query);
    return pipeline_seed(comparing->settings, &seed, error) &&
           measure_selection(&side->selection, seed, &side->results, error);
}

static bool find_metric(struct comparing *comparing, struct error *error)
{
    const struct text name =
        comparing->settings->metrics.length > 0 ? comparing->settings->metrics : TEXT("degree");
    const struct metric_column *column =
        metric_report_find(&comparing->sides[0].results.tables[SCOPE_GROUP], name, error);
    comparing->metric = column != NULL ? column->metric->name : NULL;
    return column != NULL;
}

static struct report_table *next_table(struct comparing *comparing)
{
    return &comparing->tables[comparing->table_count++];
}

/* The tables that any two sides have. */
static void add_measures(struct comparing *comparing)
{
    const size_t wanted = comparing->settings->top;
    comparison_report_network(comparing->views, comparing->format->for_people,
                              next_table(comparing));
    struct report_table *ranks = next_table(comparing);
    comparison_report_ranks(comparing->views, comparing->metric, ranks);
    if (wanted > 0 || comparing->format->for_people)
        report_table_truncate(ranks, wanted > 0 ? wanted : TOP_FOR_PEOPLE);
}

static bool compare_dates(struct comparing *comparing, const struct window dates[2],
                          struct error *error)
{
    struct selection_query query = comparing->settings->query;
    const struct comparison comparison = {&comparing->pipeline.selection, dates[0], dates[1]};
    static const char *const names[] = {"from", "to"};
    for (size_t i = 0; i < 2; i++) {
        comparing->views[i].name = names[i];
        comparing->views[i].title = dates[i].text.at;
        query.has_window = true;
        query.window = dates[i];
        if (!measure_side(comparing, i, &query, error))
            return false;
    }
    if (!find_metric(comparing, error))
        return false;
    comparison_report_summary(&comparison, next_table(comparing));
    comparing->chief = comparing->table_count;
    struct report_table *ties = next_table(comparing);
    comparison_report_ties(&comparison, !comparing->format->for_people, ties);
    comparison_report_groups(&comparison, next_table(comparing));
    comparison_report_switches(&comparison, next_table(comparing));
    report_table_add_note(ties, "rule", "Rule",
                          TEXT("an end that no source gives is taken for none; a change is "
                               "possible when the dates leave open whether the tie held"));
    add_measures(comparing);
    return true;
}

static bool compare_uncontested(struct comparing *comparing, struct error *error)
{
    struct selection_query query = comparing->settings->query;
    static const char *const names[] = {"with", "without"};
    static const char *const titles[] = {"With contested", "Without"};
    for (size_t i = 0; i < 2; i++) {
        comparing->views[i].name = names[i];
        comparing->views[i].title = titles[i];
        query.contested = i == 0 ? CONTESTED_INCLUDE : CONTESTED_EXCLUDE;
        if (!measure_side(comparing, i, &query, error))
            return false;
    }
    if (!find_metric(comparing, error))
        return false;
    struct selection contested;
    query.contested = CONTESTED_ONLY;
    selection_evaluate(&contested, &comparing->pipeline.dataset, &query);
    dataset_view_find(TEXT("relations"), error)->build(&contested, next_table(comparing));
    dataset_view_find(TEXT("claims"), error)->build(&contested, next_table(comparing));
    selection_release(&contested);
    add_measures(comparing);
    return true;
}

/* People are spared empty tables. */
static size_t list_tables(const struct comparing *comparing, struct report_table tables[])
{
    size_t count = 0;
    for (size_t i = 0; i < comparing->table_count; i++)
        if (!comparing->format->for_people || report_table_row_count(&comparing->tables[i]) > 0)
            tables[count++] = comparing->tables[i];
    return count;
}

static void write_tables(struct comparing *comparing, struct error *error)
{
    struct report_table tables[MOST_TABLES];
    const size_t count = list_tables(comparing, tables);
    if (comparing->format->takes_one_table)
        output_tables(comparing->settings, &comparing->tables[comparing->chief], 1, error);
    else
        output_tables(comparing->settings, tables, count, error);
}

static enum status close_comparing(struct comparing *comparing)
{
    for (size_t i = 0; i < comparing->table_count; i++)
        report_table_release(&comparing->tables[i]);
    for (size_t i = 0; i < 2; i++) {
        metric_results_release(&comparing->sides[i].results);
        selection_release(&comparing->sides[i].selection);
    }
    return pipeline_close(&comparing->pipeline);
}

static enum status run(const struct settings *settings, struct error *error)
{
    struct comparing comparing = {.settings = settings, .format = output_format(settings, error)};
    struct window dates[2] = {window_all(), window_all()};
    if (comparing.format == NULL || !check_words(settings, error) ||
        (!settings->uncontested && !read_dates(settings, dates, error)))
        return STATUS_USAGE;
    if (pipeline_run(&comparing.pipeline, settings, STAGE_SELECT, PIPELINE_STRICT, error) &&
        (settings->uncontested ? compare_uncontested(&comparing, error)
                               : compare_dates(&comparing, dates, error)))
        write_tables(&comparing, error);
    return close_comparing(&comparing);
}

static const struct option options[] = {
    {.name = "from",
     .argument = "DATE",
     .help = "the first date: a day, month or year, or a window",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, from)},
    {.name = "to",
     .argument = "DATE",
     .help = "the second date, after the first",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, to)},
    {.name = "uncontested",
     .help = "instead of dates: with and without ties that claims dispute",
     .type = OPTION_SWITCH,
     .field = offsetof(struct settings, uncontested)},
    {.name = "metric",
     .letter = 'm',
     .argument = "METRIC",
     .help = "rank groups by this metric; degree unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, metrics)},
    {.name = "top",
     .letter = 'n',
     .argument = "N",
     .help = "only the N largest changes of rank; 10 for people, else all",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, top)},
    OPTION_SEED,
    OPTION_KEEP_GOING,
    OPTION_FORMAT,
    OPTION_JSON,
    OPTION_OUTPUT,
};

const struct command command_compare = {
    .name = "compare",
    .operands = "DATA",
    .operand_count = 1,
    .summary = "what changed between two dates",
    .description =
        "Tells what became of the ties and groups of the dataset in the folder DATA between\n"
        "two dates: gained, lost, flipped, split, merged, renamed, and what happened in\n"
        "between; who changed sides; and how measures and ranks differ. CSV has the ties alone.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
