/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/path_report.h"

#include <math.h>
#include <string.h>

#include "report/citation.h"
#include "report/tie.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const char *const rule_names[CONNECTION_RULE_COUNT] = {
    [CONNECTION_ANY_TIME] = "at any time",
    [CONNECTION_POSSIBLE] = "possibly in order of time",
    [CONNECTION_CERTAIN] = "certainly in order of time",
};

static const struct report_column summary_columns[] = {
    {"rule", "Shortest paths", REPORT_TEXT, false}, {"connected", "Connected", REPORT_TEXT, false},
    {"length", "Steps", REPORT_MIXED, false},       {"paths", "Paths", REPORT_MIXED, false},
    {"more", "More than that", REPORT_TEXT, false}, {"listed", "Listed", REPORT_MIXED, false},
};

static const struct report_column path_columns[] = {
    {"path", "Path", 0, false},
    {"rule", "Order of time", REPORT_TEXT, false},
    {"length", "Steps", 0, false},
    {"sign", "Sign", REPORT_TEXT, false},
    {"groups", "Groups", REPORT_TEXT, false},
    {"group_ids", "Groups (ids)", REPORT_TEXT, true},
};

static const struct report_column step_columns[] = {
    {"path", "Path", 0, false},
    {"step", "Step", 0, false},
    {"from", "From (id)", REPORT_TEXT, true},
    {"to", "To (id)", REPORT_TEXT, true},
    {"relation", "Tie (id)", REPORT_TEXT, true},
    {"kind", "Kind", REPORT_TEXT, true},
    {"start", "Start", REPORT_TEXT, true},
    {"end", "End", REPORT_TEXT, true},
    {"sentence", "Tie", REPORT_TEXT, false},
    {"period", "When", REPORT_TEXT, false},
    {"sign", "Sign", REPORT_TEXT, false},
    {"standing", "Claims say", REPORT_TEXT, false},
    {"sources", "Sources", REPORT_TEXT, false},
};

/* A path that is listed already: of the ties of its steps another rule of time allows a part, so
 * as many ties are the same ties. */
struct listed_path {
    const group_id *groups; /* length + 1, in the arena of the table of paths */
    size_t length;
    size_t tie_count;
};

LIST(listed_path_list, struct listed_path);

/* What the functions that fill the tables share. */
struct filling {
    const struct selection *selection;
    struct connection_query query;
    struct connection connection; /* by the rule of the query */
    struct report_table *tables;
    struct listed_path_list listed; /* path n is number n - 1 */
    struct buffer buffer;
};

static void add_built(struct report_table *table, struct buffer *buffer)
{
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(buffer)));
    buffer->length = 0;
}

static void add_summary(struct filling *filling, size_t listed)
{
    const struct connection *connection = &filling->connection;
    struct report_table *table = &filling->tables[PATH_SUMMARY];
    report_table_add_string(table, rule_names[filling->query.rule]);
    report_table_add_string(table, connection->length > 0 ? "yes" : "no");
    report_table_add_number(table,
                            connection->length > 0 ? (double)connection->length : (double)NAN);
    report_table_add_number(table, (double)connection->count);
    report_table_add_string(table, connection->has_more ? "yes" : "no");
    report_table_add_number(table, (double)listed);
}

static void add_path(struct filling *filling, size_t number, const group_id *groups)
{
    const struct group *rows = filling->selection->dataset->groups.items;
    const size_t length = filling->connection.length;
    struct report_table *table = &filling->tables[PATH_PATHS];
    report_table_add_number(table, (double)number);
    report_table_add_string(table, rule_names[filling->query.rule]);
    report_table_add_number(table, (double)length);
    report_table_add_string(table, path_sign_name(connection_sign(
                                       filling->selection, &filling->query, groups, length)));
    for (size_t i = 0; i <= length; i++) {
        buffer_add_string(&filling->buffer, i > 0 ? " – " : "");
        buffer_add_text(&filling->buffer, rows[groups[i]].name);
    }
    add_built(table, &filling->buffer);
    for (size_t i = 0; i <= length; i++) {
        buffer_add_string(&filling->buffer, i > 0 ? ";" : "");
        buffer_add_text(&filling->buffer, rows[groups[i]].id);
    }
    add_built(table, &filling->buffer);
}

static void add_tie(struct filling *filling, const group_id *groups, size_t step, relation_id id)
{
    const struct dataset *dataset = filling->selection->dataset;
    const struct relation *relation = &dataset->relations.items[id];
    const struct kind *kind = dataset_kind_of(dataset, id);
    struct report_table *table = &filling->tables[PATH_STEPS];
    struct buffer *buffer = &filling->buffer;
    report_table_add_number(table, (double)filling->listed.count);
    report_table_add_number(table, (double)step + 1);
    report_table_add_text(table, dataset->groups.items[groups[step]].id);
    report_table_add_text(table, dataset->groups.items[groups[step + 1]].id);
    report_table_add_text(table, relation->id);
    report_table_add_text(table, kind->name);
    report_table_add_text(table, relation->start.text);
    report_table_add_text(table, relation->end.text);
    tie_add_sentence(buffer, dataset, id);
    add_built(table, buffer);
    tie_add_period(buffer, dataset, id);
    add_built(table, buffer);
    report_table_add_string(table, sign_symbol(kind->sign));
    tie_add_standing(buffer, dataset, id);
    add_built(table, buffer);
    citation_add_claims(buffer, dataset, id);
    add_built(table, buffer);
}

static void add_steps(struct filling *filling, const group_id *groups)
{
    for (size_t step = 0; step < filling->connection.length; step++) {
        struct relation_id_list ties = {0};
        connection_collect_ties(filling->selection, &filling->query, groups,
                                filling->connection.length, step, &ties);
        tie_sort_by_date(filling->selection->dataset, ties.items, ties.count);
        for (size_t i = 0; i < ties.count; i++)
            add_tie(filling, groups, step, ties.items[i]);
        list_release(&ties);
    }
}

static size_t count_ties(const struct filling *filling, const group_id *groups)
{
    struct relation_id_list ties = {0};
    for (size_t step = 0; step < filling->connection.length; step++)
        connection_collect_ties(filling->selection, &filling->query, groups,
                                filling->connection.length, step, &ties);
    const size_t count = ties.count;
    list_release(&ties);
    return count;
}

/* Its number, or 0 when it is not listed yet. */
static size_t find_listed(const struct filling *filling, const struct listed_path *path)
{
    for (size_t i = 0; i < filling->listed.count; i++) {
        const struct listed_path *listed = &filling->listed.items[i];
        if (listed->length == path->length && listed->tie_count == path->tie_count &&
            memcmp(listed->groups, path->groups, (path->length + 1) * sizeof *path->groups) == 0)
            return i + 1;
    }
    return 0;
}

static void list_path(struct filling *filling, const group_id *groups)
{
    struct listed_path path = {groups, filling->connection.length, count_ties(filling, groups)};
    const size_t number = find_listed(filling, &path);
    if (number == 0) {
        group_id *copy =
            arena_alloc(&filling->tables[PATH_PATHS].arena, path.length + 1, sizeof *copy);
        memcpy(copy, groups, (path.length + 1) * sizeof *copy);
        path.groups = copy;
        list_push(&filling->listed, path);
    }
    add_path(filling, number > 0 ? number : filling->listed.count, groups);
    if (number == 0)
        add_steps(filling, groups);
}

/* Returns whether there is a path. */
static bool add_rule(struct filling *filling, size_t most)
{
    connection_find(filling->selection, &filling->query, &filling->connection);
    const size_t count = filling->connection.count;
    const size_t listed = count < most ? count : most;
    add_summary(filling, listed);
    for (size_t i = 0; i < listed; i++)
        list_path(filling, connection_path(&filling->connection, i));
    connection_release(&filling->connection);
    return count > 0;
}

bool path_report_build(const struct selection *selection, const struct connection_query *query,
                       size_t most, struct report_table tables[PATH_TABLES])
{
    struct filling filling = {.selection = selection, .query = *query, .tables = tables};
    bool connected = false;
    report_table_init(&tables[PATH_SUMMARY], "summary", (struct text){0}, summary_columns,
                      COUNT_OF(summary_columns));
    report_table_init(&tables[PATH_PATHS], "paths", TEXT("Paths"), path_columns,
                      COUNT_OF(path_columns));
    report_table_init(&tables[PATH_STEPS], "steps", TEXT("Steps, tie by tie"), step_columns,
                      COUNT_OF(step_columns));
    for (int rule = 0; rule < CONNECTION_RULE_COUNT; rule++) {
        filling.query.rule = (enum connection_rule)rule;
        connected |= add_rule(&filling, most);
    }
    report_table_add_note(&tables[PATH_SUMMARY], "ties", "Ties",
                          text_from(layer_name(query->layer)));
    buffer_release(&filling.buffer);
    list_release(&filling.listed);
    return connected;
}
