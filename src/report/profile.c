/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/profile.h"

#include "base/buffer.h"
#include "report/citation.h"
#include "report/tie.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* The built text as a cell; the buffer is emptied. */
static void add_built(struct report_table *table, struct buffer *buffer)
{
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(buffer)));
    buffer->length = 0;
}

static const struct report_column group_columns[] = {
    {"name", "Name", REPORT_TEXT, false},           {"label", "Label", REPORT_TEXT, false},
    {"aliases", "Other names", REPORT_TEXT, false}, {"id", "Id", REPORT_TEXT, false},
    {"kind", "Kind", REPORT_TEXT, false},           {"parent", "Part of", REPORT_TEXT, false},
    {"parts", "Parts", REPORT_TEXT, false},         {"region", "Region", REPORT_TEXT, false},
    {"country", "Country", REPORT_TEXT, false},     {"life", "Life", REPORT_TEXT, false},
    {"founded", "Founded", REPORT_TEXT, true},      {"ended", "Ended", REPORT_TEXT, true},
    {"note", "Note", REPORT_TEXT, false},
};

static void add_life(struct buffer *buffer, const struct group *group)
{
    char founded[128];
    char ended[128];
    date_format_words(&group->founded, founded, sizeof founded);
    date_format_words(&group->ended, ended, sizeof ended);
    if (group->founded.state != DATE_KNOWN && group->ended.state == DATE_UNKNOWN)
        return;
    buffer_add_string(buffer, group->founded.state == DATE_KNOWN ? founded : "start unknown");
    if (group->ended.state == DATE_KNOWN)
        buffer_add_format(buffer, " – %s", ended);
    else
        buffer_add_string(buffer, group->ended.state == DATE_OPEN ? ", still so" : ", end unknown");
}

static void add_parts(struct buffer *buffer, const struct dataset *dataset, group_id parent)
{
    for (size_t i = 0; i < dataset->groups.count; i++)
        if (dataset->groups.items[i].parent == parent)
            buffer_add_format(buffer, "%s" TEXT_FORMAT, buffer->length > 0 ? "; " : "",
                              TEXT_PARTS(dataset->groups.items[i].name));
}

static void build_group(const struct dataset *dataset, group_id id, struct report_table *table)
{
    const struct group *group = &dataset->groups.items[id];
    struct buffer buffer = {0};
    report_table_init(table, "group", (struct text){0}, group_columns, COUNT_OF(group_columns));
    table->is_record = true;
    report_table_add_text(table, group->name);
    report_table_add_text(table, group->label);
    for (size_t i = 0; i < group->alias_count; i++)
        buffer_add_format(&buffer, "%s" TEXT_FORMAT, i > 0 ? "; " : "",
                          TEXT_PARTS(group->aliases[i]));
    add_built(table, &buffer);
    report_table_add_text(table, group->id);
    report_table_add_string(table, group_kind_name(group->kind));
    report_table_add_text(table, group->parent == GROUP_NONE
                                     ? (struct text){0}
                                     : dataset->groups.items[group->parent].name);
    add_parts(&buffer, dataset, id);
    add_built(table, &buffer);
    report_table_add_text(table, group->region);
    report_table_add_text(table, group->country);
    add_life(&buffer, group);
    add_built(table, &buffer);
    report_table_add_text(table, group->founded.text);
    report_table_add_text(table, group->ended.text);
    report_table_add_text(table, group->note);
    buffer_release(&buffer);
}

static const struct report_column tie_columns[] = {
    {"id", "Id", REPORT_TEXT, true},
    {"start", "Start", REPORT_TEXT, true},
    {"end", "End", REPORT_TEXT, true},
    {"period", "When", REPORT_TEXT, false},
    {"phrase", "Tie", REPORT_TEXT, false},
    {"kind", "Kind", REPORT_TEXT, true},
    {"direction", "Direction", REPORT_TEXT, true},
    {"other", "Other group", REPORT_TEXT, true},
    {"standing", "Claims say", REPORT_TEXT, false},
    {"sources", "Sources", REPORT_TEXT, false},
    {"note", "Note", REPORT_TEXT, true},
};

static bool has_end(const struct relation *relation, group_id group)
{
    return relation->source == group || relation->target == group;
}

/* Chosen ties of the group, and the rejected ones that no selection has. */
static void collect_ties(const struct selection *selection, group_id group,
                         struct relation_id_list *ties)
{
    const struct relation_list *relations = &selection->dataset->relations;
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id relation = selection->relations.items[i].relation;
        if (has_end(&relations->items[relation], group))
            list_push(ties, relation);
    }
    for (size_t i = 0; i < relations->count; i++)
        if (relations->items[i].outcome == OUTCOME_REJECTED && has_end(&relations->items[i], group))
            list_push(ties, (relation_id)i);
    tie_sort_by_date(selection->dataset, ties->items, ties->count);
}

static const char *direction_name(const struct dataset *dataset, relation_id relation,
                                  group_id group)
{
    if (dataset_kind_of(dataset, relation)->mutual)
        return "mutual";
    return dataset->relations.items[relation].source == group ? "outgoing" : "incoming";
}

static void add_tie(struct report_table *table, const struct dataset *dataset, relation_id relation,
                    group_id group, struct buffer *buffer)
{
    const struct relation *row = &dataset->relations.items[relation];
    report_table_add_text(table, row->id);
    report_table_add_text(table, row->start.text);
    report_table_add_text(table, row->end.text);
    tie_add_period(buffer, dataset, relation);
    add_built(table, buffer);
    tie_add_phrase(buffer, dataset, relation, group);
    add_built(table, buffer);
    report_table_add_text(table, dataset_kind_of(dataset, relation)->name);
    report_table_add_string(table, direction_name(dataset, relation, group));
    report_table_add_text(table, dataset->groups.items[tie_other_end(dataset, relation, group)].id);
    tie_add_standing(buffer, dataset, relation);
    add_built(table, buffer);
    citation_add_claims(buffer, dataset, relation);
    add_built(table, buffer);
    report_table_add_text(table, row->note);
}

static void build_ties(const struct selection *selection, group_id group,
                       struct report_table *table)
{
    struct relation_id_list ties = {0};
    struct buffer buffer = {0};
    collect_ties(selection, group, &ties);
    report_table_init(table, "ties", TEXT("Ties"), tie_columns, COUNT_OF(tie_columns));
    for (size_t i = 0; i < ties.count; i++)
        add_tie(table, selection->dataset, ties.items[i], group, &buffer);
    buffer_release(&buffer);
    list_release(&ties);
}

static const struct report_column estimate_columns[] = {
    {"about", "About", REPORT_TEXT, false}, {"quantity", "Quantity", REPORT_TEXT, false},
    {"low", "Low", REPORT_MIXED, false},    {"high", "High", REPORT_MIXED, false},
    {"date", "Date", REPORT_TEXT, false},   {"source", "Source", REPORT_TEXT, false},
    {"note", "Note", REPORT_TEXT, false},
};

static void build_estimates(const struct dataset *dataset, group_id group,
                            struct report_table *table)
{
    struct buffer buffer = {0};
    report_table_init(table, "estimates", TEXT("Estimates"), estimate_columns,
                      COUNT_OF(estimate_columns));
    for (size_t i = 0; i < dataset->estimates.count; i++) {
        const struct estimate *estimate = &dataset->estimates.items[i];
        const bool of_tie = estimate->relation != RELATION_NONE &&
                            has_end(&dataset->relations.items[estimate->relation], group);
        if (estimate->group != group && !of_tie)
            continue;
        if (of_tie)
            tie_add_sentence(&buffer, dataset, estimate->relation);
        else
            buffer_add_text(&buffer, dataset->groups.items[group].label);
        add_built(table, &buffer);
        report_table_add_text(table, estimate->quantity);
        report_table_add_number(table, estimate->low);
        report_table_add_number(table, estimate->high);
        report_table_add_text(table, estimate->date.text);
        citation_add_short(&buffer, &dataset->sources.items[estimate->source]);
        citation_add_locator(&buffer, estimate->locator);
        add_built(table, &buffer);
        report_table_add_text(table, estimate->note);
    }
    buffer_release(&buffer);
}

static const struct report_column dispute_columns[] = {
    {"relation", "Tie (id)", REPORT_TEXT, true},   {"sentence", "Tie", REPORT_TEXT, false},
    {"outcome", "Claims say", REPORT_TEXT, false}, {"source", "Disputed by", REPORT_TEXT, false},
    {"grade", "Grade", REPORT_TEXT, false},        {"note", "Note", REPORT_TEXT, false},
};

/* The claims that dispute a tie of the group, whether others support it or not. */
static void build_disputes(const struct dataset *dataset, group_id group,
                           struct report_table *table)
{
    struct buffer buffer = {0};
    report_table_init(table, "disputes", TEXT("Claims that dispute a tie"), dispute_columns,
                      COUNT_OF(dispute_columns));
    for (size_t i = 0; i < dataset->claims.count; i++) {
        const struct claim *claim = &dataset->claims.items[i];
        const struct relation *relation = &dataset->relations.items[claim->relation];
        if (!claim->disputes || !has_end(relation, group))
            continue;
        report_table_add_text(table, relation->id);
        tie_add_sentence(&buffer, dataset, claim->relation);
        add_built(table, &buffer);
        report_table_add_string(table, outcome_name(relation->outcome));
        citation_add_short(&buffer, &dataset->sources.items[claim->source]);
        citation_add_locator(&buffer, claim->locator);
        add_built(table, &buffer);
        report_table_add_string(table, grade_name(claim->grade));
        report_table_add_text(table, claim->note);
    }
    buffer_release(&buffer);
}

void profile_build(const struct selection *selection, group_id group,
                   struct report_table tables[PROFILE_TABLES])
{
    build_group(selection->dataset, group, &tables[PROFILE_GROUP]);
    build_ties(selection, group, &tables[PROFILE_TIES]);
    build_estimates(selection->dataset, group, &tables[PROFILE_ESTIMATES]);
    build_disputes(selection->dataset, group, &tables[PROFILE_DISPUTES]);
}
