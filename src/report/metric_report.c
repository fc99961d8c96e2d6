/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Groups, relations and components are one row each, with label columns (whom the row is
 * about) and one column a metric; when no metric was named, people are shown those of `chief`
 * and programs get all.  The network is a single row, so it is turned: one row a metric, its
 * sign layers side by side.
 */
#include "report/metric_report.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/choice.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    MAX_METRICS = 512, /* of one scope */
};

static const char *const chief[] = {
    "degree",      "degree_positive", "degree_negative", "betweenness",   "harmonic_closeness",
    "eigenvector", "pagerank",        "coreness",        "community",     "edge_betweenness",
    "bridge",      "parallel_ties",   "duration_least",  "duration_most",
};

static const struct report_column group_labels[] = {
    {"id", "Id", REPORT_TEXT, true},
    {"label", "Group", REPORT_TEXT, false},
    {"region", "Region", REPORT_TEXT, false},
};

static const struct report_column relation_labels[] = {
    {"id", "Id", REPORT_TEXT, true},
    {"source", "From (id)", REPORT_TEXT, true},
    {"source_label", "From", REPORT_TEXT, false},
    {"kind", "Kind", REPORT_TEXT, false},
    {"target", "To (id)", REPORT_TEXT, true},
    {"target_label", "To", REPORT_TEXT, false},
};

static const struct report_column component_labels[] = {
    {"component", "Component", 0, false},
};

static void add_group_label(struct report_table *table, const struct selection *selection,
                            size_t row)
{
    const struct group *group = &selection->dataset->groups.items[selection->groups.items[row]];
    report_table_add_text(table, group->id);
    report_table_add_text(table, group->label);
    report_table_add_text(table, group->region);
}

static void add_relation_label(struct report_table *table, const struct selection *selection,
                               size_t row)
{
    const struct dataset *dataset = selection->dataset;
    relation_id id = selection->relations.items[row].relation;
    const struct relation *relation = &dataset->relations.items[id];
    const struct group *source = &dataset->groups.items[relation->source];
    const struct group *target = &dataset->groups.items[relation->target];
    report_table_add_text(table, relation->id);
    report_table_add_text(table, source->id);
    report_table_add_text(table, source->label);
    report_table_add_text(table, dataset_kind_of(dataset, id)->name);
    report_table_add_text(table, target->id);
    report_table_add_text(table, target->label);
}

static void add_component_label(struct report_table *table, const struct selection *selection,
                                size_t row)
{
    (void)selection;
    report_table_add_number(table, (double)row + 1);
}

/* Whom the rows of each scope are about. */
struct labelling {
    const char *table_name;
    const struct report_column *columns;
    size_t count;
    void (*add)(struct report_table *table, const struct selection *selection, size_t row);
};

static const struct labelling labellings[SCOPE_COUNT] = {
    [SCOPE_GROUP] = {"groups", group_labels, COUNT_OF(group_labels), add_group_label},
    [SCOPE_RELATION] = {"relations", relation_labels, COUNT_OF(relation_labels),
                        add_relation_label},
    [SCOPE_COMPONENT] = {"components", component_labels, COUNT_OF(component_labels),
                         add_component_label},
};

const struct metric_column *metric_report_find(const struct metric_table *results, struct text name,
                                               struct error *error)
{
    struct text names[MAX_METRICS];
    size_t count = results->columns.count < MAX_METRICS ? results->columns.count : MAX_METRICS;
    for (size_t i = 0; i < count; i++) {
        names[i] = text_from(results->columns.items[i].metric->name);
        if (text_equal(names[i], name))
            return &results->columns.items[i];
    }
    char noun[32];
    snprintf(noun, sizeof noun, "%s metric", metric_scope_name(results->scope));
    choice_refuse(noun, name, names, count, error);
    return NULL;
}

LIST(wanted_list, const struct metric_column *);

static bool collect_wanted(const struct metric_table *results, struct text names,
                           struct wanted_list *wanted, struct error *error)
{
    struct text name;
    for (size_t i = 0; names.length == 0 && i < results->columns.count; i++)
        list_push(wanted, &results->columns.items[i]);
    while (names.length > 0 && text_next_piece(&names, ',', &name)) {
        const struct metric_column *column = metric_report_find(results, text_trim(name), error);
        if (column == NULL)
            return false;
        list_push(wanted, column);
    }
    return true;
}

static bool is_chief(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(chief); i++)
        if (strcmp(chief[i], name) == 0)
            return true;
    return false;
}

void metric_report_add_chief(enum metric_scope scope, struct buffer *names)
{
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    for (size_t i = 0; i < count; i++) {
        bool is_wanted = scope == SCOPE_NETWORK || is_chief(metrics[i].name);
        if (metrics[i].scope == scope && is_wanted && strcmp(metrics[i].unit, "class") != 0)
            buffer_add_format(names, "%s%s", names->length > 0 ? "," : "", metrics[i].name);
    }
}

/* People see what they asked for, else the chief metrics, and all of the few of a component. */
static bool is_detail(const struct metric *metric, const struct metric_wish *wish)
{
    return wish->metrics.length == 0 && wish->scope != SCOPE_COMPONENT &&
           !text_equal_string(wish->sort, metric->name) && !is_chief(metric->name);
}

/* Three for shares; fewer for what runs into the tens and thousands. */
static int count_decimals(const struct metric_column *column, size_t rows)
{
    double largest = 0;
    for (size_t i = 0; i < rows; i++)
        if (fabs(column->values[i]) > largest)
            largest = fabs(column->values[i]);
    if (largest >= 1000)
        return 1;
    return largest >= 10 ? 2 : 3;
}

static void fill_rows(const struct selection *selection, const struct metric_table *source,
                      const struct metric_wish *wish, const struct wanted_list *wanted,
                      struct report_table *table)
{
    const struct labelling *labelling = &labellings[wish->scope];
    report_table_init(table, labelling->table_name, (struct text){0}, labelling->columns,
                      labelling->count);
    for (size_t j = 0; j < wanted->count; j++) {
        const struct metric *metric = wanted->items[j]->metric;
        int decimals = metric->is_integer ? 0 : count_decimals(wanted->items[j], source->row_count);
        list_push(&table->columns, (struct report_column){
                                       .name = metric->name,
                                       .title = metric->name,
                                       .decimals = decimals,
                                       .detail = is_detail(metric, wish),
                                   });
    }
    for (size_t i = 0; i < source->row_count; i++) {
        labelling->add(table, selection, i);
        for (size_t j = 0; j < wanted->count; j++)
            report_table_add_number(table, wanted->items[j]->values[i]);
    }
}

static const struct report_column network_columns[] = {
    {"metric", "Metric", REPORT_TEXT, false},      {"all", "All ties", REPORT_MIXED, false},
    {"positive", "Positive", REPORT_MIXED, false}, {"negative", "Negative", REPORT_MIXED, false},
    {"unit", "Unit", REPORT_TEXT, false},          {"label", "Label", REPORT_TEXT, true},
};

static double value_in_layer(const struct metric_table *source, struct text base, enum layer layer)
{
    for (size_t i = 0; i < source->columns.count; i++) {
        const struct metric_column *column = &source->columns.items[i];
        if (column->metric->layer == layer && text_equal(metric_base_name(column->metric), base))
            return column->values[0];
    }
    return (double)NAN;
}

/* One row a metric; a layer that was named brings its whole row. */
static void fill_network(const struct metric_table *source, const struct wanted_list *wanted,
                         struct report_table *table)
{
    report_table_init(table, "network", (struct text){0}, network_columns,
                      COUNT_OF(network_columns));
    for (size_t j = 0; j < wanted->count; j++) {
        const struct metric *metric = wanted->items[j]->metric;
        struct text base = metric_base_name(metric);
        size_t rows = report_table_row_count(table);
        if (rows > 0 && text_equal(report_table_cell(table, rows - 1, 0)->text, base))
            continue;
        report_table_add_text(table, base);
        for (int layer = 0; layer < LAYER_COUNT; layer++)
            report_table_add_number(table, value_in_layer(source, base, (enum layer)layer));
        report_table_add_string(table, metric->unit);
        report_table_add_string(table, metric->label);
    }
}

static bool sort_rows(const struct metric_wish *wish, struct report_table *table,
                      struct error *error)
{
    if (wish->sort.length == 0)
        return true;
    for (size_t i = 0; i < table->columns.count; i++)
        if (table->columns.items[i].decimals != REPORT_TEXT &&
            text_equal_string(wish->sort, table->columns.items[i].name)) {
            report_table_sort(table, i);
            return true;
        }
    return error_set(error, ERROR_USAGE,
                     "cannot sort by '" TEXT_FORMAT "': it is not among the metrics shown",
                     TEXT_PARTS(wish->sort));
}

/* The range of betweenness, in pairs of other groups, and of closeness is known to readers. */
static void add_sample_note(const struct metric_results *results, struct report_table *table)
{
    if (results->path_sources == 0)
        return;
    double n = (double)results->group_count;
    struct text words = arena_format(
        &table->arena,
        "paths searched from %zu of %zu groups; with a chance of 95 %% every betweenness is within "
        "%.4g and every harmonic closeness within %.2g of its exact value",
        results->path_sources, results->group_count, results->path_error * n * (n - 1) / 2,
        results->path_error * n / (n - 1));
    report_table_add_note(table, "sample", "Estimated", words);
}

static void add_possible_note(const struct selection *selection, struct report_table *table)
{
    size_t possible = 0;
    for (size_t i = 0; i < selection->relations.count; i++)
        possible += selection->relations.items[i].activity == ACTIVITY_POSSIBLE;
    if (possible > 0)
        report_table_add_note(
            table, "possible_ties", "Only possible",
            arena_format(&table->arena,
                         "%zu of %zu ties, counted here as if they held; --range tells the lowest "
                         "and the highest values",
                         possible, selection->relations.count));
}

void metric_report_add_seed(uint64_t seed, struct report_table *table)
{
    char words[32];
    snprintf(words, sizeof words, "%llu", (unsigned long long)seed);
    report_table_add_note(table, "seed", "Seed of random algorithms", text_from(words));
}

static void add_notes(const struct selection *selection, const struct metric_results *results,
                      struct report_table *table)
{
    metric_report_add_seed(results->seed, table);
    add_sample_note(results, table);
    add_possible_note(selection, table);
    metric_report_add_sign_policy(selection, table);
}

bool metric_report_build(const struct selection *selection, const struct metric_results *results,
                         const struct metric_wish *wish, struct report_table *table,
                         struct error *error)
{
    const struct metric_table *source = &results->tables[wish->scope];
    struct wanted_list wanted = {0};
    bool built = collect_wanted(source, wish->metrics, &wanted, error);
    *table = (struct report_table){0};
    if (built) {
        if (wish->scope == SCOPE_NETWORK)
            fill_network(source, &wanted, table);
        else
            fill_rows(selection, source, wish, &wanted, table);
        add_notes(selection, results, table);
        built = sort_rows(wish, table, error);
    }
    if (built && wish->top > 0)
        report_table_truncate(table, wish->top);
    if (!built)
        report_table_release(table);
    list_release(&wanted);
    return built;
}

/* Which kinds have a chosen relation; by kind_id, free with list_free. */
static bool *find_used_kinds(const struct selection *selection)
{
    bool *used = alloc_zeroed(selection->dataset->kinds.count, sizeof *used);
    for (size_t i = 0; i < selection->relations.count; i++)
        used[selection->dataset->relations.items[selection->relations.items[i].relation].kind] =
            true;
    return used;
}

void metric_report_add_sign_policy(const struct selection *selection, struct report_table *table)
{
    const struct kind_list *kinds = &selection->dataset->kinds;
    static const enum sign order[] = {SIGN_POSITIVE, SIGN_NEGATIVE, SIGN_NEUTRAL};
    bool *used = find_used_kinds(selection);
    struct buffer words = {0};
    struct text_pair_list pairs = {0};
    for (size_t s = 0; s < COUNT_OF(order); s++) {
        bool first = true;
        for (size_t i = 0; i < kinds->count; i++) {
            if (!used[i] || kinds->items[i].sign != order[s])
                continue;
            if (first)
                buffer_add_format(&words, "%s%s", words.length > 0 ? "; " : "",
                                  sign_name(order[s]));
            buffer_add_format(&words, "%s" TEXT_FORMAT "%s", first ? " " : ", ",
                              TEXT_PARTS(kinds->items[i].name),
                              kinds->items[i].sign_changed ? " (changed)" : "");
            list_push(&pairs, (struct text_pair){.name = kinds->items[i].name,
                                                 .value = text_from(sign_symbol(order[s]))});
            first = false;
        }
    }
    if (pairs.count > 0)
        report_table_add_note(table, "sign_policy", "Sign of each kind", buffer_text(&words))
            ->pairs = pairs;
    buffer_release(&words);
    list_free(used);
}
