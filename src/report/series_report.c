/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/series_report.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "report/metric_report.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    SHARE_DECIMALS = 3,
};

/* What people are shown, and of which they see what is certain as well. */
static const struct {
    const char *name;
    bool both;
} chief[] = {
    {"ties", true},         {"ties_positive", false}, {"ties_negative", false},
    {"ties_formed", true},  {"ties_dissolved", true}, {"ties_kept", false},
    {"tie_jaccard", false}, {"pledges", true},        {"switches", true},
    {"communities", false}, {"modularity", false},    {"community_rand", false},
};

static const struct report_column period_columns[] = {
    {"period", "Period", REPORT_TEXT, false},
    {"first", "First day", REPORT_TEXT, true},
    {"last", "Last day", REPORT_TEXT, true},
};

struct wanted {
    const struct metric_column *all;
    const struct metric_column *certain;
};

LIST(wanted_list, struct wanted);

static void want(const struct metric_series *series, size_t column, struct wanted_list *wanted)
{
    list_push(wanted, (struct wanted){&series->all.columns.items[column],
                                      &series->certain.columns.items[column]});
}

static bool collect_wanted(const struct metric_series *series, struct text names,
                           struct wanted_list *wanted, struct error *error)
{
    struct text name;
    for (size_t i = 0; names.length == 0 && i < series->all.columns.count; i++)
        want(series, i, wanted);
    while (names.length > 0 && text_next_piece(&names, ',', &name)) {
        const struct metric_column *column =
            metric_report_find(&series->all, text_trim(name), error);
        if (column == NULL)
            return false;
        want(series, (size_t)(column - series->all.columns.items), wanted);
    }
    return true;
}

/* Is the column only for programs?  What was asked for by name is for people too. */
static bool is_detail(const char *name, bool certain, bool by_name)
{
    for (size_t i = 0; i < COUNT_OF(chief); i++)
        if (strcmp(chief[i].name, name) == 0)
            return certain && !chief[i].both && !by_name;
    return !by_name;
}

static void add_column(struct report_table *table, const struct metric *metric, bool certain,
                       bool by_name)
{
    const struct text name =
        arena_format(&table->arena, "%s%s", metric->name, certain ? "_certain" : "");
    list_push(&table->columns,
              (struct report_column){.name = name.at,
                                     .title = name.at,
                                     .decimals = metric->is_integer ? 0 : SHARE_DECIMALS,
                                     .detail = is_detail(metric->name, certain, by_name)});
}

static void add_day(struct report_table *table, day_number day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    report_table_add_format(table, "%04d-%02d-%02d", year, month, day_of_month);
}

static void fill(const struct metric_series *series, const struct wanted_list *wanted, bool by_name,
                 struct report_table *table)
{
    report_table_init(table, "series", (struct text){0}, period_columns, COUNT_OF(period_columns));
    for (size_t i = 0; i < wanted->count; i++) {
        add_column(table, wanted->items[i].all->metric, false, by_name);
        add_column(table, wanted->items[i].all->metric, true, by_name);
    }
    for (size_t row = 0; row < series->windows.count; row++) {
        const struct window *window = &series->windows.items[row];
        report_table_add_text(table, arena_copy_text(&table->arena, window->text));
        add_day(table, window->first);
        add_day(table, window->last);
        for (size_t i = 0; i < wanted->count; i++) {
            report_table_add_number(table, wanted->items[i].all->values[row]);
            report_table_add_number(table, wanted->items[i].certain->values[row]);
        }
    }
}

static void add_notes(const struct selection *selection, const struct metric_series *series,
                      struct report_table *table)
{
    char seed[32];
    snprintf(seed, sizeof seed, "%llu", (unsigned long long)series->seed);
    report_table_add_note(
        table, "rule", "Rule",
        TEXT("a column counts whatever the dates allow to have been in the window; its twin "
             "_certain counts what certainly was"));
    report_table_add_note(table, "seed", "Seed of random algorithms", text_from(seed));
    metric_report_add_sign_policy(selection, table);
}

bool series_report_build(const struct selection *selection, const struct metric_series *series,
                         struct text metrics, struct report_table *table, struct error *error)
{
    struct wanted_list wanted = {0};
    const bool built = collect_wanted(series, metrics, &wanted, error);
    *table = (struct report_table){0};
    if (built) {
        fill(series, &wanted, metrics.length > 0, table);
        add_notes(selection, series, table);
    }
    list_release(&wanted);
    return built;
}
