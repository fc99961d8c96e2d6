/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Three functions a table: `blank` makes a row without values, `check` looks at the row as a
 * whole, `add` puts it into the dataset.  Tables are read in the order kinds, groups, sources,
 * relations, claims, estimates, so that a row finds what it refers to; parents alone may stand
 * further down and are resolved by validate.c.
 */
#include "loader/schema.h"

#include <math.h>
#include <string.h>

#include "loader/value.h"
#include "model/dataset.h"
#include "model/name.h"

#define COLUMNS(table) .columns = (table), .column_count = sizeof(table) / sizeof *(table)

/* Has an earlier row the id? */
static void check_repeated(struct table_row *row)
{
    struct loading *loading = row->loading;
    const struct table_cell cell = table_row_cell(row, row->schema->columns[0].name);
    const struct id_entry *first = id_index_find(&loading->ids[row->schema->table], cell.value);
    if (cell.value.length == 0 || first == NULL || first->line == 0)
        return;
    const struct text shown = loading_quote(loading, cell.value);
    findings_add(loading->findings, table_row_fault(row, FOUND_ID_REPEATED),
                 table_row_place(row, &cell), "%s '" TEXT_FORMAT "' stands already at %s:%zu%s",
                 loading_noun_of(row->schema->table), TEXT_PARTS(shown),
                 loading_file_of(row->schema->table), first->line,
                 first->row >= ID_WAITING ? ", where it was rejected" : "");
}

/* Whatever days are meant, does the end come before the start? */
static void check_order(struct table_row *row, const struct date *start, const struct date *end,
                        const char *end_column)
{
    if (start->earliest <= end->latest)
        return;
    const struct table_cell cell = table_row_cell(row, end_column);
    findings_add(row->loading->findings, table_row_fault(row, FOUND_DATE_ORDER),
                 table_row_place(row, &cell),
                 "the end '" TEXT_FORMAT "' comes before the start '" TEXT_FORMAT "'",
                 TEXT_PARTS(end->text), TEXT_PARTS(start->text));
}

static void remember(struct table_row *row, struct text id, size_t count)
{
    id_index_add(&row->loading->ids[row->schema->table], id, (uint32_t)count, row->csv->line);
}

/* groups.csv */

static void blank_group(void *members)
{
    *(struct group *)members =
        (struct group){.parent = GROUP_NONE, .founded = date_unknown(), .ended = date_unknown()};
}

static void check_group(struct table_row *row, const void *members)
{
    const struct group *group = members;
    check_repeated(row);
    check_order(row, &group->founded, &group->ended, "ended");
}

/* Remember a name of a group; another group that has it is reported. */
static void add_name(struct table_row *row, struct text name, group_id group, const char *column)
{
    struct loading *loading = row->loading;
    const struct text folded = name_fold(&loading->scratch, name);
    const struct id_entry *first = id_index_find(&loading->names, folded);
    if (first == NULL) {
        id_index_add(&loading->names, folded, group, row->csv->line);
        return;
    }
    if (first->row == group)
        return;
    const struct table_cell cell = table_row_cell(row, column);
    const struct text shown = loading_quote(loading, name);
    const struct text other = loading_quote(loading, loading->dataset->groups.items[first->row].id);
    findings_add(loading->findings, table_row_fault(row, FOUND_NAME_AMBIGUOUS),
                 table_row_place(row, &cell),
                 "'" TEXT_FORMAT "' also names the group '" TEXT_FORMAT "' at %s:%zu",
                 TEXT_PARTS(shown), TEXT_PARTS(other), loading_file_of(TABLE_GROUPS), first->line);
}

static void add_names(struct table_row *row, const struct group *group, group_id id)
{
    add_name(row, group->id, id, "id");
    add_name(row, group->name, id, "name");
    add_name(row, group->label, id, "label");
    for (size_t i = 0; i < group->alias_count; i++)
        add_name(row, group->aliases[i], id, "aliases");
}

static void add_group(struct table_row *row, const void *members)
{
    struct group_list *groups = &row->loading->dataset->groups;
    struct group group = *(const struct group *)members;
    const group_id id = (group_id)groups->count;
    const struct table_cell parent = table_row_cell(row, "parent");
    if (group.label.length == 0)
        group.label = group.name;
    group.line = row->csv->line;
    list_push(groups, group);
    remember(row, group.id, id);
    add_names(row, &group, id);
    if (parent.value.length > 0)
        list_push(&row->loading->parents,
                  (struct named_parent){id, parent.value, table_row_place(row, &parent)});
}

static const struct column group_columns[] = {
    {"id", true, value_set_id, offsetof(struct group, id)},
    {"name", true, value_set_text, offsetof(struct group, name)},
    {"label", false, value_set_text, offsetof(struct group, label)},
    {"aliases", false, value_set_aliases, 0},
    {"kind", true, value_set_group_kind, offsetof(struct group, kind)},
    {"parent", false, value_set_nothing, 0},
    {"region", false, value_set_text, offsetof(struct group, region)},
    {"country", false, value_set_countries, offsetof(struct group, country)},
    {"founded", false, value_set_date, offsetof(struct group, founded)},
    {"ended", false, value_set_date, offsetof(struct group, ended)},
    {"note", false, value_set_text, offsetof(struct group, note)},
};

const struct table_schema schema_groups = {
    .table = TABLE_GROUPS,
    .need = LOADING_REQUIRED,
    .has_ids = true,
    COLUMNS(group_columns),
    .row_size = sizeof(struct group),
    .blank = blank_group,
    .check = check_group,
    .add = add_group,
};

/* relations.csv */

static void blank_relation(void *members)
{
    *(struct relation *)members = (struct relation){.source = GROUP_NONE,
                                                    .target = GROUP_NONE,
                                                    .start = date_unknown(),
                                                    .end = date_unknown(),
                                                    .weight = 1};
}

static void check_relation(struct table_row *row, const void *members)
{
    const struct relation *relation = members;
    check_repeated(row);
    check_order(row, &relation->start, &relation->end, "end");
    if (relation->source == GROUP_NONE || relation->source != relation->target)
        return;
    const struct table_cell target = table_row_cell(row, "target");
    const struct text shown = loading_quote(row->loading, target.value);
    findings_add(row->loading->findings, table_row_fault(row, FOUND_SELF_RELATION),
                 table_row_place(row, &target), "source and target are both '" TEXT_FORMAT "'",
                 TEXT_PARTS(shown));
}

static void add_relation(struct table_row *row, const void *members)
{
    struct relation_list *relations = &row->loading->dataset->relations;
    struct relation relation = *(const struct relation *)members;
    relation.line = row->csv->line;
    remember(row, relation.id, relations->count);
    list_push(relations, relation);
}

static const struct column relation_columns[] = {
    {"id", true, value_set_id, offsetof(struct relation, id)},
    {"source", true, value_set_group, offsetof(struct relation, source)},
    {"target", true, value_set_group, offsetof(struct relation, target)},
    {"kind", true, value_set_kind, offsetof(struct relation, kind)},
    {"start", false, value_set_date, offsetof(struct relation, start)},
    {"end", false, value_set_date, offsetof(struct relation, end)},
    {"place", false, value_set_text, offsetof(struct relation, place)},
    {"weight", false, value_set_weight, offsetof(struct relation, weight)},
    {"note", false, value_set_text, offsetof(struct relation, note)},
};

const struct table_schema schema_relations = {
    .table = TABLE_RELATIONS,
    .need = LOADING_REQUIRED,
    .has_ids = true,
    COLUMNS(relation_columns),
    .row_size = sizeof(struct relation),
    .blank = blank_relation,
    .check = check_relation,
    .add = add_relation,
};

/* claims.csv */

static void blank_claim(void *members)
{
    *(struct claim *)members = (struct claim){.relation = RELATION_NONE,
                                              .source = UINT32_MAX,
                                              .start = date_unknown(),
                                              .end = date_unknown()};
}

/* What makes two claims the same: one source says the same of one relation at one place. */
static struct text key_of_claim(struct arena *arena, const struct claim *claim)
{
    const uint32_t numbers[] = {claim->relation, claim->source, claim->disputes};
    char *key = arena_alloc(arena, sizeof numbers + claim->locator.length, 1);
    memcpy(key, numbers, sizeof numbers);
    if (claim->locator.length > 0)
        memcpy(key + sizeof numbers, claim->locator.at, claim->locator.length);
    return (struct text){.at = key, .length = sizeof numbers + claim->locator.length};
}

static void check_claim(struct table_row *row, const void *members)
{
    const struct claim *claim = members;
    struct loading *loading = row->loading;
    check_order(row, &claim->start, &claim->end, "end");
    if (row->rejected)
        return;
    const struct text key = key_of_claim(&loading->scratch, claim);
    const struct id_entry *first = id_index_find(&loading->ids[TABLE_CLAIMS], key);
    if (first == NULL) {
        id_index_add(&loading->ids[TABLE_CLAIMS], key, 0, row->csv->line);
        return;
    }
    row->merged = true;
    const struct table_cell cell = table_row_cell(row, "relation");
    findings_add(loading->findings, table_row_fault(row, FOUND_CLAIM_REPEATED),
                 table_row_place(row, &cell),
                 "the same claim stands at %s:%zu; this one is merged with it",
                 loading_file_of(TABLE_CLAIMS), first->line);
}

static void add_claim(struct table_row *row, const void *members)
{
    struct claim claim = *(const struct claim *)members;
    claim.line = row->csv->line;
    list_push(&row->loading->dataset->claims, claim);
}

static const struct column claim_columns[] = {
    {"relation", true, value_set_relation, offsetof(struct claim, relation)},
    {"source", true, value_set_source, offsetof(struct claim, source)},
    {"locator", false, value_set_text, offsetof(struct claim, locator)},
    {"stance", true, value_set_disputes, offsetof(struct claim, disputes)},
    {"grade", true, value_set_grade, offsetof(struct claim, grade)},
    {"start", false, value_set_date, offsetof(struct claim, start)},
    {"end", false, value_set_date, offsetof(struct claim, end)},
    {"note", false, value_set_text, offsetof(struct claim, note)},
};

const struct table_schema schema_claims = {
    .table = TABLE_CLAIMS,
    .need = LOADING_REQUIRED,
    COLUMNS(claim_columns),
    .row_size = sizeof(struct claim),
    .blank = blank_claim,
    .check = check_claim,
    .add = add_claim,
};

/* kinds.csv */

static void blank_kind(void *members)
{
    *(struct kind *)members = (struct kind){0};
}

static void check_kind(struct table_row *row, const void *members)
{
    (void)members;
    check_repeated(row);
}

/* "pledge_renewed" reads "pledge renewed". */
static struct text label_from_name(struct arena *arena, struct text name)
{
    char *label = arena_alloc(arena, name.length + 1, 1);
    for (size_t i = 0; i < name.length; i++)
        label[i] = name.at[i] == '_' ? ' ' : name.at[i];
    return (struct text){.at = label, .length = name.length};
}

/* A kind of the dataset takes the row of a built-in one of the same name. */
static void add_kind(struct table_row *row, const void *members)
{
    struct dataset *dataset = row->loading->dataset;
    struct kind kind = *(const struct kind *)members;
    struct id_entry *built_in = id_index_find(&row->loading->ids[TABLE_KINDS], kind.name);
    if (kind.label.length == 0 && built_in != NULL)
        kind.label = dataset->kinds.items[built_in->row].label;
    if (kind.label.length == 0)
        kind.label = label_from_name(&dataset->arena, kind.name);
    if (built_in != NULL) {
        built_in->line = row->csv->line;
        dataset->kinds.items[built_in->row] = kind;
        return;
    }
    remember(row, kind.name, dataset->kinds.count);
    list_push(&dataset->kinds, kind);
}

static const struct column kind_columns[] = {
    {"kind", true, value_set_id, offsetof(struct kind, name)},
    {"family", true, value_set_family, offsetof(struct kind, family)},
    {"sign", true, value_set_sign, offsetof(struct kind, sign)},
    {"direction", true, value_set_mutual, offsetof(struct kind, mutual)},
    {"extent", true, value_set_event, offsetof(struct kind, event)},
    {"label", false, value_set_text, offsetof(struct kind, label)},
    {"description", false, value_set_text, offsetof(struct kind, description)},
};

const struct table_schema schema_kinds = {
    .table = TABLE_KINDS,
    .need = LOADING_OPTIONAL,
    .has_ids = true,
    COLUMNS(kind_columns),
    .row_size = sizeof(struct kind),
    .blank = blank_kind,
    .check = check_kind,
    .add = add_kind,
};

/* estimates.csv */

static void blank_estimate(void *members)
{
    *(struct estimate *)members = (struct estimate){.group = GROUP_NONE,
                                                    .relation = RELATION_NONE,
                                                    .low = NAN,
                                                    .high = NAN,
                                                    .date = date_unknown(),
                                                    .source = UINT32_MAX};
}

static void check_estimate(struct table_row *row, const void *members)
{
    const struct estimate *estimate = members;
    struct findings *findings = row->loading->findings;
    const struct table_cell group = table_row_cell(row, "group");
    const struct table_cell relation = table_row_cell(row, "relation");
    const struct table_cell low = table_row_cell(row, "low");
    const struct table_cell high = table_row_cell(row, "high");
    const bool about_group = group.value.length > 0;
    const bool about_relation = relation.value.length > 0;
    if (about_group == about_relation)
        findings_add(findings, table_row_fault(row, FOUND_ESTIMATE_TARGET),
                     table_row_place(row, &group),
                     "the estimate is about %s; it needs either a group or a relation",
                     about_group ? "a group and a relation" : "neither a group nor a relation");
    if (low.value.length == 0 && high.value.length == 0)
        findings_add(findings, table_row_fault(row, FOUND_VALUE_MISSING),
                     table_row_place(row, &low), "'low' and 'high' are both empty");
    if (estimate->low > estimate->high)
        findings_add(findings, table_row_fault(row, FOUND_ESTIMATE_ORDER),
                     table_row_place(row, &low), "low " TEXT_FORMAT " is above high " TEXT_FORMAT,
                     TEXT_PARTS(low.value), TEXT_PARTS(high.value));
}

static void add_estimate(struct table_row *row, const void *members)
{
    struct estimate estimate = *(const struct estimate *)members;
    estimate.line = row->csv->line;
    list_push(&row->loading->dataset->estimates, estimate);
}

static const struct column estimate_columns[] = {
    {"group", false, value_set_group, offsetof(struct estimate, group)},
    {"relation", false, value_set_relation, offsetof(struct estimate, relation)},
    {"quantity", true, value_set_text, offsetof(struct estimate, quantity)},
    {"low", false, value_set_number, offsetof(struct estimate, low)},
    {"high", false, value_set_number, offsetof(struct estimate, high)},
    {"date", false, value_set_date, offsetof(struct estimate, date)},
    {"source", true, value_set_source, offsetof(struct estimate, source)},
    {"locator", false, value_set_text, offsetof(struct estimate, locator)},
    {"note", false, value_set_text, offsetof(struct estimate, note)},
};

const struct table_schema schema_estimates = {
    .table = TABLE_ESTIMATES,
    .need = LOADING_OPTIONAL,
    COLUMNS(estimate_columns),
    .row_size = sizeof(struct estimate),
    .blank = blank_estimate,
    .check = check_estimate,
    .add = add_estimate,
};
