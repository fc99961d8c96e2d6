/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Each view is a table of columns and one function that adds the cells of its rows in the
 * same order.
 */
#include "report/dataset_table.h"

#include <stdbool.h>

#include "base/choice.h"
#include "report/citation.h"
#include "report/switch_table.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

size_t *dataset_count_ties(const struct selection *selection)
{
    size_t *ties = alloc_zeroed(selection->dataset->groups.count, sizeof *ties);
    for (size_t i = 0; i < selection->relations.count; i++) {
        const struct relation *relation =
            &selection->dataset->relations.items[selection->relations.items[i].relation];
        ties[relation->source]++;
        if (relation->target != relation->source)
            ties[relation->target]++;
    }
    return ties;
}

/* The pieces with `;` between them, in the table's arena. */
static struct text join(struct report_table *table, const struct text *pieces, size_t count)
{
    struct buffer buffer = {0};
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(&buffer, i > 0 ? ";" : "");
        buffer_add_text(&buffer, pieces[i]);
    }
    struct text joined = arena_copy_text(&table->arena, buffer_text(&buffer));
    buffer_release(&buffer);
    return joined;
}

static const struct report_column group_columns[] = {
    {"id", "Id", REPORT_TEXT, false},
    {"name", "Name", REPORT_TEXT, true},
    {"label", "Group", REPORT_TEXT, false},
    {"aliases", "Other names", REPORT_TEXT, true},
    {"kind", "Kind", REPORT_TEXT, false},
    {"parent", "Part of", REPORT_TEXT, true},
    {"region", "Region", REPORT_TEXT, false},
    {"country", "Country", REPORT_TEXT, true},
    {"founded", "Founded", REPORT_TEXT, false},
    {"ended", "Ended", REPORT_TEXT, false},
    {"ties", "Ties", 0, false},
    {"note", "Note", REPORT_TEXT, true},
};

static void build_groups(const struct selection *selection, struct report_table *table)
{
    const struct dataset *dataset = selection->dataset;
    report_table_init(table, "groups", (struct text){0}, group_columns, COUNT_OF(group_columns));
    size_t *ties = dataset_count_ties(selection);
    for (size_t i = 0; i < selection->groups.count; i++) {
        group_id id = selection->groups.items[i];
        const struct group *group = &dataset->groups.items[id];
        report_table_add_text(table, group->id);
        report_table_add_text(table, group->name);
        report_table_add_text(table, group->label);
        report_table_add_text(table, join(table, group->aliases, group->alias_count));
        report_table_add_string(table, group_kind_name(group->kind));
        report_table_add_text(table, group->parent == GROUP_NONE
                                         ? (struct text){0}
                                         : dataset->groups.items[group->parent].id);
        report_table_add_text(table, group->region);
        report_table_add_text(table, group->country);
        report_table_add_text(table, group->founded.text);
        report_table_add_text(table, group->ended.text);
        report_table_add_number(table, (double)ties[id]);
        report_table_add_text(table, group->note);
    }
    list_free(ties);
}

static const struct report_column relation_columns[] = {
    {"id", "Id", REPORT_TEXT, true},
    {"start", "Start", REPORT_TEXT, false},
    {"end", "End", REPORT_TEXT, false},
    {"source", "From (id)", REPORT_TEXT, true},
    {"source_label", "From", REPORT_TEXT, false},
    {"kind", "Kind", REPORT_TEXT, false},
    {"target", "To (id)", REPORT_TEXT, true},
    {"target_label", "To", REPORT_TEXT, false},
    {"family", "Family", REPORT_TEXT, true},
    {"sign", "Sign", REPORT_TEXT, true},
    {"direction", "Direction", REPORT_TEXT, true},
    {"activity", "In window", REPORT_TEXT, false},
    {"outcome", "Claims say", REPORT_TEXT, false},
    {"grade", "Grade", REPORT_TEXT, false},
    {"claims", "Claims", 0, false},
    {"sources", "Sources", REPORT_TEXT, true},
    {"place", "Place", REPORT_TEXT, true},
    {"weight", "Weight", REPORT_MIXED, true},
    {"note", "Note", REPORT_TEXT, true},
};

static void add_relation(struct report_table *table, const struct dataset *dataset,
                         const struct chosen_relation *chosen, struct buffer *scratch)
{
    const struct relation *relation = &dataset->relations.items[chosen->relation];
    const struct kind *kind = dataset_kind_of(dataset, chosen->relation);
    const struct group *source = &dataset->groups.items[relation->source];
    const struct group *target = &dataset->groups.items[relation->target];
    report_table_add_text(table, relation->id);
    report_table_add_text(table, relation->start.text);
    report_table_add_text(table, relation->end.text);
    report_table_add_text(table, source->id);
    report_table_add_text(table, source->label);
    report_table_add_text(table, kind->name);
    report_table_add_text(table, target->id);
    report_table_add_text(table, target->label);
    report_table_add_string(table, family_name(kind->family));
    report_table_add_string(table, sign_symbol(kind->sign));
    report_table_add_string(table, kind->mutual ? "mutual" : "directed");
    report_table_add_string(table, chosen->activity == ACTIVITY_CERTAIN ? "certain" : "possible");
    report_table_add_string(table, outcome_name(relation->outcome));
    report_table_add_string(table, grade_name(relation->grade));
    report_table_add_number(table, (double)relation->claim_count);
    scratch->length = 0;
    citation_add_source_ids(scratch, dataset, chosen->relation);
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(scratch)));
    report_table_add_text(table, relation->place);
    report_table_add_number(table, relation->weight);
    report_table_add_text(table, relation->note);
}

static void build_relations(const struct selection *selection, struct report_table *table)
{
    struct buffer scratch = {0};
    report_table_init(table, "relations", (struct text){0}, relation_columns,
                      COUNT_OF(relation_columns));
    size_t activity = report_table_find_column(table, "activity");
    table->columns.items[activity].detail = selection->window.text.length == 0;
    for (size_t i = 0; i < selection->relations.count; i++)
        add_relation(table, selection->dataset, &selection->relations.items[i], &scratch);
    buffer_release(&scratch);
}

static const struct report_column claim_columns[] = {
    {"relation", "Relation", REPORT_TEXT, false}, {"source", "Source", REPORT_TEXT, false},
    {"locator", "Locator", REPORT_TEXT, false},   {"stance", "Stance", REPORT_TEXT, false},
    {"grade", "Grade", REPORT_TEXT, false},       {"start", "Start", REPORT_TEXT, false},
    {"end", "End", REPORT_TEXT, false},           {"note", "Note", REPORT_TEXT, true},
};

static void build_claims(const struct selection *selection, struct report_table *table)
{
    const struct dataset *dataset = selection->dataset;
    report_table_init(table, "claims", (struct text){0}, claim_columns, COUNT_OF(claim_columns));
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id relation = selection->relations.items[i].relation;
        size_t count = 0;
        const struct claim *claims = dataset_claims_of(dataset, relation, &count);
        for (size_t j = 0; j < count; j++) {
            report_table_add_text(table, dataset->relations.items[relation].id);
            report_table_add_text(table, dataset->sources.items[claims[j].source].id);
            report_table_add_text(table, claims[j].locator);
            report_table_add_string(table, claims[j].disputes ? "disputes" : "supports");
            report_table_add_string(table, grade_name(claims[j].grade));
            report_table_add_text(table, claims[j].start.text);
            report_table_add_text(table, claims[j].end.text);
            report_table_add_text(table, claims[j].note);
        }
    }
}

/* Is nothing narrowed?  Only rejected relations are then left out. */
static bool is_everything(const struct selection *selection)
{
    return selection->counts.outside_window == 0 && selection->counts.left_out == 0;
}

static const struct report_column source_columns[] = {
    {"id", "Id", REPORT_TEXT, false},
    {"authors", "Authors", REPORT_TEXT, false},
    {"issued", "Issued", REPORT_TEXT, false},
    {"title", "Title", REPORT_TEXT, false},
    {"publisher", "Publisher", REPORT_TEXT, false},
    {"url", "URL", REPORT_TEXT, true},
    {"claims", "Claims", 0, false},
    {"note", "Note", REPORT_TEXT, true},
};

/* Claims about chosen relations, by source_id. */
static size_t *count_claims(const struct selection *selection)
{
    size_t *counts = alloc_zeroed(selection->dataset->sources.count, sizeof *counts);
    for (size_t i = 0; i < selection->relations.count; i++) {
        size_t count = 0;
        const struct claim *claims =
            dataset_claims_of(selection->dataset, selection->relations.items[i].relation, &count);
        for (size_t j = 0; j < count; j++)
            counts[claims[j].source]++;
    }
    return counts;
}

static void build_sources(const struct selection *selection, struct report_table *table)
{
    const struct source_list *sources = &selection->dataset->sources;
    report_table_init(table, "sources", (struct text){0}, source_columns, COUNT_OF(source_columns));
    size_t *counts = count_claims(selection);
    for (size_t i = 0; i < sources->count; i++) {
        const struct source *source = &sources->items[i];
        if (counts[i] == 0 && !is_everything(selection))
            continue;
        report_table_add_text(table, source->id);
        report_table_add_text(table, source->authors);
        report_table_add_text(table, source->issued);
        report_table_add_text(table, source->title);
        report_table_add_text(table, source->publisher);
        report_table_add_text(table, source->url);
        report_table_add_number(table, (double)counts[i]);
        report_table_add_text(table, source->note);
    }
    list_free(counts);
}

static const struct report_column kind_columns[] = {
    {"kind", "Kind", REPORT_TEXT, false},     {"family", "Family", REPORT_TEXT, false},
    {"sign", "Sign", REPORT_TEXT, false},     {"direction", "Direction", REPORT_TEXT, false},
    {"extent", "Extent", REPORT_TEXT, false}, {"label", "Label", REPORT_TEXT, false},
    {"relations", "Relations", 0, false},     {"description", "Description", REPORT_TEXT, true},
};

static void build_kinds(const struct selection *selection, struct report_table *table)
{
    const struct dataset *dataset = selection->dataset;
    report_table_init(table, "kinds", (struct text){0}, kind_columns, COUNT_OF(kind_columns));
    size_t *counts = alloc_zeroed(dataset->kinds.count, sizeof *counts);
    for (size_t i = 0; i < selection->relations.count; i++)
        counts[dataset->relations.items[selection->relations.items[i].relation].kind]++;
    for (size_t i = 0; i < dataset->kinds.count; i++) {
        const struct kind *kind = &dataset->kinds.items[i];
        if (counts[i] == 0 && !is_everything(selection))
            continue;
        report_table_add_text(table, kind->name);
        report_table_add_string(table, family_name(kind->family));
        report_table_add_string(table, sign_symbol(kind->sign));
        report_table_add_string(table, kind->mutual ? "mutual" : "directed");
        report_table_add_string(table, kind->event ? "event" : "state");
        report_table_add_text(table, kind->label);
        report_table_add_number(table, (double)counts[i]);
        report_table_add_text(table, kind->description);
    }
    list_free(counts);
}

static const struct report_column estimate_columns[] = {
    {"group", "Group", REPORT_TEXT, false},       {"relation", "Relation", REPORT_TEXT, false},
    {"quantity", "Quantity", REPORT_TEXT, false}, {"low", "Low", REPORT_MIXED, false},
    {"high", "High", REPORT_MIXED, false},        {"date", "Date", REPORT_TEXT, false},
    {"source", "Source", REPORT_TEXT, false},     {"locator", "Locator", REPORT_TEXT, false},
    {"note", "Note", REPORT_TEXT, true},
};

static bool is_chosen(const struct selection *selection, const struct estimate *estimate)
{
    if (estimate->group != GROUP_NONE)
        return selection_position(selection, estimate->group) != SELECTION_ABSENT;
    for (size_t i = 0; i < selection->relations.count; i++)
        if (selection->relations.items[i].relation == estimate->relation)
            return true;
    return false;
}

static void build_estimates(const struct selection *selection, struct report_table *table)
{
    const struct dataset *dataset = selection->dataset;
    report_table_init(table, "estimates", (struct text){0}, estimate_columns,
                      COUNT_OF(estimate_columns));
    for (size_t i = 0; i < dataset->estimates.count; i++) {
        const struct estimate *estimate = &dataset->estimates.items[i];
        if (!is_chosen(selection, estimate))
            continue;
        bool of_group = estimate->group != GROUP_NONE;
        report_table_add_text(table, of_group ? dataset->groups.items[estimate->group].id
                                              : (struct text){0});
        report_table_add_text(table, of_group ? (struct text){0}
                                              : dataset->relations.items[estimate->relation].id);
        report_table_add_text(table, estimate->quantity);
        report_table_add_number(table, estimate->low);
        report_table_add_number(table, estimate->high);
        report_table_add_text(table, estimate->date.text);
        report_table_add_text(table, dataset->sources.items[estimate->source].id);
        report_table_add_text(table, estimate->locator);
        report_table_add_text(table, estimate->note);
    }
}

static void build_switches(const struct selection *selection, struct report_table *table)
{
    struct switch_list switches;
    switch_table_init(table, (struct text){0});
    switches_find(selection, &switches);
    for (size_t i = 0; i < switches.count; i++)
        switch_table_add(table, selection->dataset, &switches.items[i]);
    list_release(&switches);
}

static const struct dataset_view views[] = {
    {"groups", "groups with their names, life and number of ties", build_groups},
    {"relations", "relations with their dates and what their claims say", build_relations},
    {"claims", "what each source says of each relation", build_claims},
    {"sources", "sources with the number of claims they carry", build_sources},
    {"kinds", "kinds of relations: family, sign and direction", build_kinds},
    {"estimates", "numbers that sources give", build_estimates},
    {"switches", "groups that left one side for another opposed to it", build_switches},
};

const struct dataset_view *dataset_views(size_t *count)
{
    *count = COUNT_OF(views);
    return views;
}

const struct dataset_view *dataset_view_find(struct text name, struct error *error)
{
    struct text names[COUNT_OF(views)];
    for (size_t i = 0; i < COUNT_OF(views); i++) {
        if (text_equal_string(name, views[i].name))
            return &views[i];
        names[i] = text_from(views[i].name);
    }
    choice_refuse("table", name, names, COUNT_OF(views), error);
    return NULL;
}
