/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The word between a kind's label and the other group depends on who acts.  Families have
 * one that suits most of their kinds; kinds that read otherwise have their own row.
 */
#include "report/tie.h"

#include <stdbool.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

struct wording {
    const char *outgoing; /* the group acts */
    const char *incoming; /* it is acted on */
};

static const struct wording family_wordings[FAMILY_COUNT] = {
    [FAMILY_PLEDGE] = {" to ", " by "},        [FAMILY_SPLIT] = {" from ", " by "},
    [FAMILY_CONFLICT] = {" against ", " by "}, [FAMILY_ALLIANCE] = {" for ", " by "},
    [FAMILY_MEMBERSHIP] = {" of ", ": "},      [FAMILY_LINEAGE] = {" to ", " from "},
};

static const struct {
    const char *kind;
    struct wording wording;
} kind_wordings[] = {
    {"pledge_rejected", {" of ", " by "}}, {"condemnation", {" of ", " by "}},
    {"ouster", {" of ", " by "}},          {"purge", {" of ", " by "}},
    {"excluded", {" from ", " of "}},      {"formed", {" of ", " by "}},
    {"joined", {" into ", " of "}},        {"descends", {" from ", " of "}},
};

static struct wording wording_of(const struct kind *kind)
{
    if (kind->mutual)
        return (struct wording){" with ", " with "};
    for (size_t i = 0; i < COUNT_OF(kind_wordings); i++)
        if (text_equal_string(kind->name, kind_wordings[i].kind))
            return kind_wordings[i].wording;
    return family_wordings[kind->family];
}

group_id tie_other_end(const struct dataset *dataset, relation_id relation, group_id group)
{
    const struct relation *row = &dataset->relations.items[relation];
    return row->source == group ? row->target : row->source;
}

void tie_add_phrase(struct buffer *buffer, const struct dataset *dataset, relation_id relation,
                    group_id group)
{
    const struct kind *kind = dataset_kind_of(dataset, relation);
    struct wording wording = wording_of(kind);
    bool acts = dataset->relations.items[relation].source == group;
    buffer_add_text(buffer, kind->label.length > 0 ? kind->label : kind->name);
    buffer_add_string(buffer, acts ? wording.outgoing : wording.incoming);
    buffer_add_text(buffer, dataset->groups.items[tie_other_end(dataset, relation, group)].name);
}

void tie_add_sentence(struct buffer *buffer, const struct dataset *dataset, relation_id relation)
{
    group_id source = dataset->relations.items[relation].source;
    buffer_add_text(buffer, dataset->groups.items[source].name);
    buffer_add_string(buffer, ": ");
    tie_add_phrase(buffer, dataset, relation, source);
}

void tie_add_period(struct buffer *buffer, const struct dataset *dataset, relation_id relation)
{
    const struct relation *row = &dataset->relations.items[relation];
    bool is_event = dataset_kind_of(dataset, relation)->event;
    char start[128];
    char end[128];
    date_format_words(&row->start, start, sizeof start);
    date_format_words(&row->end, end, sizeof end);

    buffer_add_string(buffer, row->start.state == DATE_KNOWN ? start : "date unknown");
    if (row->end.state == DATE_KNOWN)
        buffer_add_format(buffer, " – %s", end);
    else if (row->end.state == DATE_OPEN)
        buffer_add_string(buffer, ", still so");
    else if (!is_event && row->start.state == DATE_KNOWN)
        buffer_add_string(buffer, ", end unknown");
}

void tie_add_standing(struct buffer *buffer, const struct dataset *dataset, relation_id relation)
{
    const struct relation *row = &dataset->relations.items[relation];
    buffer_add_string(buffer, outcome_name(row->outcome));
    if (row->outcome != OUTCOME_REJECTED)
        buffer_add_format(buffer, ", %s", grade_name(row->grade));
}

/* A date that only says "by" or "before" stands where it ends. */
static day_number first_day(const struct date *date)
{
    return date->earliest != DAY_MIN ? date->earliest : date->latest;
}

static bool is_earlier(const struct date *a, const struct date *b)
{
    bool a_known = a->state == DATE_KNOWN;
    bool b_known = b->state == DATE_KNOWN;
    if (a_known != b_known)
        return a_known;
    if (!a_known)
        return false;
    if (first_day(a) != first_day(b))
        return first_day(a) < first_day(b);
    return a->latest < b->latest;
}

/* By insertion: few ties, and equals keep their order. */
void tie_sort_by_date(const struct dataset *dataset, relation_id *relations, size_t count)
{
    const struct relation *rows = dataset->relations.items;
    for (size_t i = 1; i < count; i++) {
        relation_id moved = relations[i];
        size_t j = i;
        for (; j > 0 && is_earlier(&rows[moved].start, &rows[relations[j - 1]].start); j--)
            relations[j] = relations[j - 1];
        relations[j] = moved;
    }
}
