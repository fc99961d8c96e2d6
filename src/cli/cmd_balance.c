/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/choice.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/sign_change.h"
#include "metrics/balance.h"
#include "report/balance_report.h"

static bool read_rule(struct text text, enum pair_rule *rule, struct error *error)
{
    struct text names[PAIR_RULE_COUNT];
    for (int i = 0; i < PAIR_RULE_COUNT; i++) {
        names[i] = text_from(pair_rule_name((enum pair_rule)i));
        *rule = (enum pair_rule)i;
        if (text_equal(text, names[i]))
            return true;
    }
    *rule = PAIR_MAJORITY;
    return text.length == 0 || choice_refuse("rule for pairs", text, names, PAIR_RULE_COUNT, error);
}

static bool read_count(struct text text, enum pair_count *count, struct error *error)
{
    struct text names[PAIR_COUNT_COUNT];
    for (int i = 0; i < PAIR_COUNT_COUNT; i++) {
        names[i] = text_from(pair_count_name((enum pair_count)i));
        *count = (enum pair_count)i;
        if (text_equal(text, names[i]))
            return true;
    }
    *count = COUNT_PAIRS;
    return text.length == 0 || choice_refuse("count", text, names, PAIR_COUNT_COUNT, error);
}

static bool read_options(const struct settings *settings, struct balance_options *options,
                         struct error *error)
{
    options->nodes = settings->nodes > 0 ? settings->nodes : BALANCE_DEFAULT_NODES;
    options->alpha = BALANCE_DEFAULT_ALPHA;
    if (settings->alpha.length > 0 && (!text_to_double(settings->alpha, &options->alpha) ||
                                       options->alpha < 0 || options->alpha > 1))
        return error_set(error, ERROR_USAGE,
                         "'--alpha' needs a number from 0 to 1, not '" TEXT_FORMAT "'",
                         TEXT_PARTS(settings->alpha));
    return read_rule(settings->pairs, &options->pairs.rule, error) &&
           read_count(settings->count, &options->pairs.count, error);
}

/* Which of the tables are wanted: all, or the one named; *count is how many. */
static const struct balance_table *choose_tables(const struct settings *settings, size_t *count,
                                                 struct error *error)
{
    const struct balance_table *tables = balance_tables();
    struct text names[BALANCE_TABLES];
    size_t chosen;
    for (size_t i = 0; i < BALANCE_TABLES; i++)
        names[i] = text_from(tables[i].name);
    if (!output_choose_table(settings, names, BALANCE_TABLES, "groups", &chosen, error))
        return NULL;
    *count = chosen < BALANCE_TABLES ? 1 : BALANCE_TABLES;
    return chosen < BALANCE_TABLES ? &tables[chosen] : tables;
}

/* People are spared empty tables, unless they asked for one: the first has their numbers. */
static void print(const struct settings *settings, const struct balance_view *view,
                  struct error *error)
{
    size_t count = 0;
    size_t built = 0;
    struct report_table reports[BALANCE_TABLES];
    const struct balance_table *tables = choose_tables(settings, &count, error);
    bool for_people = output_format(settings, error)->for_people;
    for (size_t i = 0; i < count; i++) {
        tables[i].build(view, &reports[built]);
        if (count > 1 && for_people && report_table_row_count(&reports[built]) == 0)
            report_table_release(&reports[built]);
        else
            built++;
    }
    output_tables(settings, reports, built, error);
    for (size_t i = 0; i < built; i++)
        report_table_release(&reports[i]);
}

/* With signs changed, measure first without the changes, so that both stand side by side. */
static void measure(struct pipeline *pipeline, const struct settings *settings,
                    const struct balance_options *options, struct error *error)
{
    struct balance before = {0};
    struct balance balance = {0};
    bool changes = settings->signs.count > 0;
    struct balance_view view = {
        .selection = &pipeline->selection, .balance = &balance, .before = changes ? &before : NULL};
    if ((!changes || (balance_measure(&pipeline->selection, options, &before, error) &&
                      sign_change_apply(&pipeline->dataset, &settings->signs, error))) &&
        balance_measure(&pipeline->selection, options, &balance, error))
        print(settings, &view, error);
    balance_release(&before);
    balance_release(&balance);
}

static enum status run(const struct settings *settings, struct error *error)
{
    struct balance_options options = {0};
    struct pipeline pipeline = {0};
    struct settings unchanged = *settings;
    size_t count = 0;
    unchanged.signs = (struct text_list){0};
    if (!read_options(settings, &options, error) || choose_tables(settings, &count, error) == NULL)
        return STATUS_USAGE;
    if (pipeline_run(&pipeline, &unchanged, STAGE_SELECT, PIPELINE_STRICT, error))
        measure(&pipeline, settings, &options, error);
    return pipeline_close(&pipeline);
}

static const struct option options[] = {
    {.name = "pairs",
     .argument = "RULE",
     .help = "sign of a pair with ties of both signs: majority, negative,\n"
             "                          positive or exclude; majority unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, pairs)},
    {.name = "count",
     .argument = "WHAT",
     .help = "what a pair counts: pairs (1), ties or weights; pairs unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, count)},
    {.name = "alpha",
     .argument = "NUMBER",
     .help = "weight of negative ties within blocs, 0 to 1; 0.5 unless given",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, alpha)},
    {.name = "nodes",
     .argument = "N",
     .help = "nodes of branch and bound at most, a block; 2000 unless given",
     .type = OPTION_COUNT,
     .field = offsetof(struct settings, nodes)},
    {.name = "table",
     .argument = "NAME",
     .help = "one table: balance, partitions, groups, ties_at_odds,\n"
             "                          pairs_of_both_signs or signed_triads; CSV takes one",
     .type = OPTION_TEXT,
     .field = offsetof(struct settings, table)},
    OPTION_SIGN,
    OPTION_KEEP_GOING,
    OPTION_FORMAT,
    OPTION_JSON,
    OPTION_OUTPUT,
};

const struct command command_balance = {
    .name = "balance",
    .operands = "DATA",
    .operand_count = 1,
    .summary = "signed structure: blocs, and the ties at odds with them",
    .description =
        "Measures how the positive and negative ties that the selection options choose from\n"
        "the dataset in the folder DATA fit together: the frustration index with proof, the\n"
        "blocs, and every tie at odds with them, with its sources.",
    .options = {.options = options, .count = sizeof options / sizeof options[0], .selects = true},
    .run = run,
};
