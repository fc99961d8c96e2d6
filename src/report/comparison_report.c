/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/comparison_report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/citation.h"
#include "report/switch_table.h"
#include "report/tie.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* What the tables call a change, in their order.  What happened in between is told by its kind. */
enum word {
    WORD_GAINED,
    WORD_LOST,
    WORD_FLIPPED,
    WORD_SPLIT,
    WORD_MERGED,
    WORD_RENAMED,
    WORD_FORMED,
    WORD_DESCENDED,
    WORD_HAPPENED,
    WORD_KEPT,
    WORD_COUNT,
};

static const struct {
    const char *name;
    const char *meaning;
} words[WORD_COUNT] = {
    [WORD_GAINED] = {"gained", "held at the second date only"},
    [WORD_LOST] = {"lost", "held at the first date only"},
    [WORD_FLIPPED] = {"flipped", "another sign or kind than a tie of the same groups before"},
    [WORD_SPLIT] = {"split", "one group left another in between"},
    [WORD_MERGED] = {"merged", "one group joined or merged into another in between"},
    [WORD_RENAMED] = {"renamed", "one group took another name in between"},
    [WORD_FORMED] = {"formed", "one group set up another in between"},
    [WORD_DESCENDED] = {"descended", "one group came out of another in between"},
    [WORD_HAPPENED] = {"happened", "attacks and the like, and ties that came and went in between"},
    [WORD_KEPT] = {"kept", "held at both dates, or nobody says since when"},
};

static const struct {
    const char *kind;
    enum word word;
} lineage_words[] = {
    {"joined", WORD_MERGED},
    {"renamed", WORD_RENAMED},
    {"formed", WORD_FORMED},
    {"descends", WORD_DESCENDED},
};

static enum word word_of_event(const struct kind *kind)
{
    if (kind->family == FAMILY_SPLIT)
        return WORD_SPLIT;
    for (size_t i = 0; i < COUNT_OF(lineage_words); i++)
        if (text_equal_string(kind->name, lineage_words[i].kind))
            return lineage_words[i].word;
    return WORD_HAPPENED;
}

/* WORD_COUNT when it is absent. */
static enum word word_of(const struct dataset *dataset, relation_id relation, enum change change)
{
    static const enum word changes[CHANGE_COUNT] = {
        [CHANGE_ABSENT] = WORD_COUNT,    [CHANGE_KEPT] = WORD_KEPT,
        [CHANGE_GAINED] = WORD_GAINED,   [CHANGE_LOST] = WORD_LOST,
        [CHANGE_FLIPPED] = WORD_FLIPPED,
    };
    if (change == CHANGE_BETWEEN)
        return word_of_event(dataset_kind_of(dataset, relation));
    return changes[change];
}

static const struct report_column summary_columns[] = {
    {"change", "Change", REPORT_TEXT, false},
    {"certain", "Certain", 0, false},
    {"possible", "Possible", 0, false},
    {"meaning", "Meaning", REPORT_TEXT, false},
};

void comparison_report_summary(const struct comparison *comparison, struct report_table *table)
{
    const struct selection *selection = comparison->selection;
    size_t counts[WORD_COUNT + 1][2] = {0};
    for (size_t i = 0; i < selection->relations.count; i++) {
        const relation_id relation = selection->relations.items[i].relation;
        const struct tie_change change = comparison_of_tie(comparison, relation);
        counts[word_of(selection->dataset, relation, change.change)][change.possible]++;
    }
    report_table_init(table, "summary", (struct text){0}, summary_columns,
                      COUNT_OF(summary_columns));
    for (size_t word = 0; word < WORD_COUNT; word++) {
        report_table_add_string(table, words[word].name);
        report_table_add_number(table, (double)counts[word][false]);
        report_table_add_number(table, (double)counts[word][true]);
        report_table_add_string(table, words[word].meaning);
    }
}

static const struct report_column tie_columns[] = {
    {"change", "Change", REPORT_TEXT, false},
    {"certainty", "Certainty", REPORT_TEXT, false},
    {"period", "When", REPORT_TEXT, false},
    {"sentence", "Tie", REPORT_TEXT, false},
    {"against", "Instead of, or against", REPORT_TEXT, false},
    {"id", "Id", REPORT_TEXT, true},
    {"start", "Start", REPORT_TEXT, true},
    {"end", "End", REPORT_TEXT, true},
    {"source", "From (id)", REPORT_TEXT, true},
    {"kind", "Kind", REPORT_TEXT, true},
    {"sign", "Sign", REPORT_TEXT, true},
    {"target", "To (id)", REPORT_TEXT, true},
    {"against_id", "Against (id)", REPORT_TEXT, true},
    {"flip", "Flip", REPORT_TEXT, true},
    {"outcome", "Claims say", REPORT_TEXT, true},
    {"sources", "Sources", REPORT_TEXT, false},
};

static void add_built(struct report_table *table, struct buffer *buffer)
{
    report_table_add_text(table, arena_copy_text(&table->arena, buffer_text(buffer)));
    buffer->length = 0;
}

/* "sign" when the two ties are of opposite sign, "kind" when not. */
static const char *flip_name(const struct dataset *dataset, relation_id relation, relation_id other)
{
    if (other == RELATION_NONE)
        return "";
    return dataset_kind_of(dataset, relation)->sign != dataset_kind_of(dataset, other)->sign
               ? "sign"
               : "kind";
}

static void add_tie(struct report_table *table, const struct dataset *dataset, relation_id id,
                    const char *word, struct tie_change change)
{
    const struct relation *relation = &dataset->relations.items[id];
    const struct kind *kind = dataset_kind_of(dataset, id);
    struct buffer buffer = {0};
    report_table_add_string(table, word);
    report_table_add_string(table, change.possible ? "possible" : "certain");
    tie_add_period(&buffer, dataset, id);
    add_built(table, &buffer);
    tie_add_sentence(&buffer, dataset, id);
    add_built(table, &buffer);
    if (change.other != RELATION_NONE)
        tie_add_sentence(&buffer, dataset, change.other);
    add_built(table, &buffer);
    report_table_add_text(table, relation->id);
    report_table_add_text(table, relation->start.text);
    report_table_add_text(table, relation->end.text);
    report_table_add_text(table, dataset->groups.items[relation->source].id);
    report_table_add_text(table, kind->name);
    report_table_add_string(table, sign_symbol(kind->sign));
    report_table_add_text(table, dataset->groups.items[relation->target].id);
    report_table_add_text(table, change.other == RELATION_NONE
                                     ? (struct text){0}
                                     : dataset->relations.items[change.other].id);
    report_table_add_string(table, flip_name(dataset, id, change.other));
    report_table_add_string(table, outcome_name(relation->outcome));
    citation_add_claims(&buffer, dataset, id);
    add_built(table, &buffer);
    buffer_release(&buffer);
}

void comparison_report_ties(const struct comparison *comparison, bool with_kept,
                            struct report_table *table)
{
    const struct selection *selection = comparison->selection;
    const struct dataset *dataset = selection->dataset;
    struct relation_id_list ties = {0};
    report_table_init(table, "ties", TEXT("Ties"), tie_columns, COUNT_OF(tie_columns));
    for (size_t i = 0; i < selection->relations.count; i++)
        list_push(&ties, selection->relations.items[i].relation);
    tie_sort_by_date(dataset, ties.items, ties.count);
    for (size_t word = 0; word < (with_kept ? WORD_COUNT : WORD_KEPT); word++)
        for (size_t i = 0; i < ties.count; i++) {
            const struct tie_change change = comparison_of_tie(comparison, ties.items[i]);
            if (word_of(dataset, ties.items[i], change.change) == word)
                add_tie(table, dataset, ties.items[i], words[word].name, change);
        }
    list_release(&ties);
}

static const struct report_column group_columns[] = {
    {"change", "Change", REPORT_TEXT, false}, {"id", "Id", REPORT_TEXT, true},
    {"name", "Group", REPORT_TEXT, false},    {"founded", "Founded", REPORT_TEXT, false},
    {"ended", "Ended", REPORT_TEXT, false},   {"ties_before", "Ties before", 0, false},
    {"ties_after", "Ties after", 0, false},
};

/* Standing ties of a group at the two dates, possible ones counted. */
struct tie_counts {
    size_t before;
    size_t after;
};

static struct tie_counts *count_ties(const struct comparison *comparison)
{
    const struct selection *selection = comparison->selection;
    const struct dataset *dataset = selection->dataset;
    struct tie_counts *counts = alloc_zeroed(dataset->groups.count, sizeof *counts);
    for (size_t i = 0; i < selection->relations.count; i++) {
        const relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = &dataset->relations.items[id];
        if (dataset_kind_of(dataset, id)->event)
            continue;
        const bool before = comparison_activity(dataset, id, comparison->from) != ACTIVITY_NONE;
        const bool after = comparison_activity(dataset, id, comparison->to) != ACTIVITY_NONE;
        counts[relation->source].before += before;
        counts[relation->source].after += after;
        counts[relation->target].before += before;
        counts[relation->target].after += after;
    }
    return counts;
}

/* NULL when nothing became of it. */
static const char *group_word(enum group_change change, struct tie_counts counts)
{
    if (change == GROUP_FOUNDED)
        return "founded";
    if (change == GROUP_ENDED)
        return "ended";
    if (change == GROUP_LATER || (counts.before > 0) == (counts.after > 0))
        return NULL;
    return counts.after > 0 ? "first ties" : "last ties";
}

void comparison_report_groups(const struct comparison *comparison, struct report_table *table)
{
    const struct selection *selection = comparison->selection;
    struct tie_counts *counts = count_ties(comparison);
    report_table_init(table, "groups", TEXT("Groups"), group_columns, COUNT_OF(group_columns));
    for (size_t i = 0; i < selection->groups.count; i++) {
        const group_id id = selection->groups.items[i];
        const struct group *group = &selection->dataset->groups.items[id];
        const enum group_change change =
            comparison_of_group(group, comparison->from, comparison->to);
        const char *word = group_word(change, counts[id]);
        if (word == NULL)
            continue;
        report_table_add_string(table, word);
        report_table_add_text(table, group->id);
        report_table_add_text(table, group->name);
        report_table_add_text(table, group->founded.text);
        report_table_add_text(table, group->ended.text);
        report_table_add_number(table, (double)counts[id].before);
        report_table_add_number(table, (double)counts[id].after);
    }
    report_table_sort(table, 0);
    list_free(counts);
}

void comparison_report_switches(const struct comparison *comparison, struct report_table *table)
{
    struct switch_list switches;
    switch_table_init(table, TEXT("Changes of side"));
    switches_find(comparison->selection, &switches);
    for (size_t i = 0; i < switches.count; i++) {
        struct alliance_switch found = switches.items[i];
        const enum activity activity = comparison_of_switch(comparison, &found);
        found.possible = activity == ACTIVITY_POSSIBLE;
        if (activity != ACTIVITY_NONE)
            switch_table_add(table, comparison->selection->dataset, &found);
    }
    list_release(&switches);
}

/* What people are shown of the network. */
static const char *const chief[] = {
    "groups",          "ties",
    "ties_positive",   "ties_negative",
    "ties_possible",   "isolates",
    "weak_components", "largest_component",
    "density",         "transitivity",
    "diameter",        "communities",
    "modularity",      "articulation_points",
    "pairs_mixed",
};

static bool is_chief(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(chief); i++)
        if (strcmp(chief[i], name) == 0)
            return true;
    return false;
}

static bool is_same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

void comparison_report_network(const struct comparison_side sides[2], bool for_people,
                               struct report_table *table)
{
    const struct report_column columns[] = {
        {"metric", "Metric", REPORT_TEXT, false},
        {sides[0].name, sides[0].title, REPORT_MIXED, false},
        {sides[1].name, sides[1].title, REPORT_MIXED, false},
        {"difference", "Difference", REPORT_MIXED, false},
        {"unit", "Unit", REPORT_TEXT, false},
    };
    const struct metric_table *first = &sides[0].results->tables[SCOPE_NETWORK];
    const struct metric_table *second = &sides[1].results->tables[SCOPE_NETWORK];
    report_table_init(table, "network", TEXT("Network"), columns, COUNT_OF(columns));
    for (size_t i = 0; i < first->columns.count; i++) {
        const struct metric *metric = first->columns.items[i].metric;
        const double before = first->columns.items[i].values[0];
        const double after = second->columns.items[i].values[0];
        if (for_people && (!is_chief(metric->name) || is_same(before, after)))
            continue;
        report_table_add_string(table, metric->name);
        report_table_add_number(table, before);
        report_table_add_number(table, after);
        report_table_add_number(table, after - before);
        report_table_add_string(table, metric->unit);
    }
}

/* A group of both sides with its place in each. */
struct placing {
    group_id group;
    double values[2];
    size_t ranks[2];
};

LIST(placing_list, struct placing);

static size_t move_of(const struct placing *placing)
{
    return placing->ranks[0] > placing->ranks[1] ? placing->ranks[0] - placing->ranks[1]
                                                 : placing->ranks[1] - placing->ranks[0];
}

static int compare_placings(const void *a, const void *b)
{
    const struct placing *left = a;
    const struct placing *right = b;
    if (move_of(left) != move_of(right))
        return move_of(left) > move_of(right) ? -1 : 1;
    return (left->group > right->group) - (left->group < right->group);
}

/* One more than the number of groups with a larger value. */
static size_t rank_of(const struct comparison_side *side, const double *values, double value)
{
    size_t rank = 1;
    for (size_t i = 0; i < side->selection->groups.count; i++)
        rank += values[i] > value;
    return rank;
}

static void collect_placings(const struct comparison_side sides[2], const char *metric,
                             struct placing_list *placings)
{
    const double *values[2];
    for (int k = 0; k < 2; k++)
        values[k] = metric_table_find(&sides[k].results->tables[SCOPE_GROUP], metric)->values;
    for (size_t i = 0; i < sides[0].selection->groups.count; i++) {
        const group_id group = sides[0].selection->groups.items[i];
        const size_t other = selection_position(sides[1].selection, group);
        if (other == SELECTION_ABSENT || isnan(values[0][i]) || isnan(values[1][other]))
            continue;
        const struct placing placing = {
            .group = group,
            .values = {values[0][i], values[1][other]},
            .ranks = {rank_of(&sides[0], values[0], values[0][i]),
                      rank_of(&sides[1], values[1], values[1][other])},
        };
        if (placing.ranks[0] != placing.ranks[1])
            list_push(placings, placing);
    }
    if (placings->count > 0)
        qsort(placings->items, placings->count, sizeof *placings->items, compare_placings);
}

/* The two that tell of a side get its title behind their own. */
static const struct report_column rank_columns[] = {
    {"id", "Id", REPORT_TEXT, true},
    {"name", "Group", REPORT_TEXT, false},
    {"rank_1", "Rank", 0, false},
    {"rank_2", "Rank", 0, false},
    {"moved", "Moved up by", 0, false},
    {"value_1", "Value", REPORT_MIXED, false},
    {"value_2", "Value", REPORT_MIXED, false},
};

static void name_sides(const struct comparison_side sides[2], struct report_table *table)
{
    for (size_t i = 0; i < table->columns.count; i++) {
        struct report_column *column = &table->columns.items[i];
        const char last = column->name[strlen(column->name) - 1];
        if (last == '1' || last == '2')
            column->title =
                arena_format(&table->arena, "%s, %s", column->title, sides[last - '1'].title).at;
    }
}

void comparison_report_ranks(const struct comparison_side sides[2], const char *metric,
                             struct report_table *table)
{
    struct placing_list placings = {0};
    report_table_init(table, "ranks", TEXT("Ranks"), rank_columns, COUNT_OF(rank_columns));
    name_sides(sides, table);
    collect_placings(sides, metric, &placings);
    for (size_t i = 0; i < placings.count; i++) {
        const struct placing *placing = &placings.items[i];
        const struct group *group = &sides[0].selection->dataset->groups.items[placing->group];
        report_table_add_text(table, group->id);
        report_table_add_text(table, group->name);
        report_table_add_number(table, (double)placing->ranks[0]);
        report_table_add_number(table, (double)placing->ranks[1]);
        report_table_add_number(table, (double)placing->ranks[0] - (double)placing->ranks[1]);
        report_table_add_number(table, placing->values[0]);
        report_table_add_number(table, placing->values[1]);
    }
    report_table_add_note(table, "rank_metric", "Ranked by", text_from(metric));
    list_release(&placings);
}
