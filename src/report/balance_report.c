/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/balance_report.h"

#include <string.h>

#include "base/buffer.h"
#include "report/balance_measures.h"
#include "report/citation.h"
#include "report/tie.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const struct group *group_at(const struct balance_view *view, size_t vertex)
{
    const struct selection *selection = view->selection;
    return &selection->dataset->groups.items[selection->groups.items[vertex]];
}

static struct text keep(struct report_table *table, struct buffer *buffer)
{
    struct text text = arena_copy_text(&table->arena, buffer_text(buffer));
    buffer_release(buffer);
    return text;
}

static const struct report_column partition_columns[] = {
    {"limit", "Blocs at most", 0, false},
    {"criterion", "Criterion", REPORT_TEXT, false},
    {"lower", "Lower bound", REPORT_MIXED, true},
    {"upper", "Upper bound", REPORT_MIXED, true},
    {"used", "Blocs used", 0, false},
    {"between", "Positive between", 0, false},
    {"within", "Negative within", 0, false},
};

static void build_partitions(const struct balance_view *view, struct report_table *table)
{
    report_table_init(table, "partitions",
                      TEXT("Partitions into k blocs (weak balance): the criterion falls until more "
                           "blocs do not help"),
                      partition_columns, COUNT_OF(partition_columns));
    for (size_t i = 0; i < BALANCE_PARTITIONS; i++) {
        const struct balance_partition *partition = &view->balance->partitions[i];
        struct buffer words = {0};
        balance_add_bounds(&words, partition->criterion);
        report_table_add_number(table, (double)partition->limit);
        report_table_add_text(table, keep(table, &words));
        report_table_add_number(table, partition->criterion.lower);
        report_table_add_number(table, partition->criterion.upper);
        report_table_add_number(table, (double)partition->used);
        report_table_add_number(table, (double)partition->between);
        report_table_add_number(table, (double)partition->within);
    }
    struct buffer alpha = {0};
    buffer_add_number(&alpha, view->balance->options.alpha, 6);
    report_table_add_note(table, "alpha", "Weight of negative ties within blocs (alpha)",
                          buffer_text(&alpha));
    buffer_release(&alpha);
}

static const struct report_column group_columns[] = {
    {"id", "Id", REPORT_TEXT, true},
    {"component", "Part", 0, false},
    {"bloc", "Bloc of 2", 0, false},
    {"best_bloc", "Bloc of k", 0, false},
    {"label", "Group", REPORT_TEXT, false},
    {"region", "Region", REPORT_TEXT, false},
    {"positive", "Positive", 0, false},
    {"negative", "Negative", 0, false},
    {"net", "Net", 0, false},
    {"at_odds", "At odds", 0, false},
    {"at_odds_share", "Share at odds", 3, true},
    {"pn_centrality", "PN centrality", 3, false},
    {"bloc_of_2", "Bloc of at most 2", 0, true},
    {"bloc_of_3", "Bloc of at most 3", 0, true},
    {"bloc_of_4", "Bloc of at most 4", 0, true},
    {"bloc_of_5", "Bloc of at most 5", 0, true},
    {"bloc_of_6", "Bloc of at most 6", 0, true},
};

static const struct report_column bloc_before = {"bloc_before", "Bloc of 2, signs unchanged", 0,
                                                 false};

static void add_group(const struct balance_view *view, size_t vertex, struct report_table *table)
{
    const struct balance_group *numbers = &view->balance->groups[vertex];
    const struct group *group = group_at(view, vertex);
    double pairs = (double)(numbers->positive + numbers->negative);
    report_table_add_text(table, group->id);
    report_table_add_number(table, (double)numbers->component);
    report_table_add_number(table, (double)numbers->bloc);
    report_table_add_number(table, (double)balance_best_partition(view->balance)->blocs[vertex]);
    report_table_add_text(table, group->label);
    report_table_add_text(table, group->region);
    report_table_add_number(table, (double)numbers->positive);
    report_table_add_number(table, (double)numbers->negative);
    report_table_add_number(table, (double)numbers->positive - (double)numbers->negative);
    report_table_add_number(table, (double)numbers->at_odds);
    report_table_add_number(table, (double)numbers->at_odds / pairs);
    report_table_add_number(table, numbers->pn);
    for (size_t i = 0; i < BALANCE_PARTITIONS; i++)
        report_table_add_number(table, (double)view->balance->partitions[i].blocs[vertex]);
    if (view->before != NULL)
        report_table_add_number(table, (double)view->before->groups[vertex].bloc);
}

/* By part, then bloc, then in the order of the data. */
static void build_groups(const struct balance_view *view, struct report_table *table)
{
    const struct balance *balance = view->balance;
    size_t listed = 0;
    report_table_init(table, "groups", TEXT("Groups by bloc"), group_columns,
                      COUNT_OF(group_columns));
    if (view->before != NULL)
        list_push(&table->columns, bloc_before);
    for (size_t part = 1; part <= balance->components; part++)
        for (size_t bloc = 1; bloc <= 2; bloc++)
            for (size_t v = 0; v < balance->pairs.vertex_count; v++)
                if (balance->groups[v].component == part && balance->groups[v].bloc == bloc) {
                    add_group(view, v, table);
                    listed++;
                }
    report_table_add_note(table, "groups_without_pair",
                          "Groups without a pair that has a sign, not listed",
                          arena_format(&table->arena, "%zu", balance->pairs.vertex_count - listed));
}

static const struct report_column odd_columns[] = {
    {"id", "Id", REPORT_TEXT, true},
    {"source", "From (id)", REPORT_TEXT, true},
    {"source_label", "From", REPORT_TEXT, false},
    {"kind", "Kind", REPORT_TEXT, false},
    {"target", "To (id)", REPORT_TEXT, true},
    {"target_label", "To", REPORT_TEXT, false},
    {"sign", "Sign", REPORT_TEXT, false},
    {"reason", "At odds since", REPORT_TEXT, true},
    {"period", "When", REPORT_TEXT, false},
    {"source_ids", "Source ids", REPORT_TEXT, true},
    {"sources", "Sources", REPORT_TEXT, false},
};

static void add_tie(const struct balance_view *view, const struct signed_tie *tie,
                    const char *reason, struct report_table *table)
{
    const struct dataset *dataset = view->selection->dataset;
    relation_id id = view->selection->relations.items[tie->index].relation;
    const struct relation *relation = &dataset->relations.items[id];
    struct buffer words = {0};
    report_table_add_text(table, relation->id);
    report_table_add_text(table, dataset->groups.items[relation->source].id);
    report_table_add_text(table, dataset->groups.items[relation->source].label);
    report_table_add_text(table, dataset_kind_of(dataset, id)->name);
    report_table_add_text(table, dataset->groups.items[relation->target].id);
    report_table_add_text(table, dataset->groups.items[relation->target].label);
    report_table_add_string(table, tie->negative ? "-" : "+");
    report_table_add_string(table, reason);
    tie_add_period(&words, dataset, id);
    report_table_add_text(table, keep(table, &words));
    citation_add_source_ids(&words, dataset, id);
    report_table_add_text(table, keep(table, &words));
    citation_add_claims(&words, dataset, id);
    report_table_add_text(table, keep(table, &words));
}

/* By index in selection.relations: the tie, if it is at odds, else NULL. Of a pair with ties of both
 * signs those that give it its sign are. Free with list_free. */
static const struct signed_tie **find_odd_ties(const struct balance_view *view,
                                               const struct balance *balance)
{
    const struct signed_tie **odd =
        alloc_zeroed(view->selection->relations.count, sizeof(const struct signed_tie *));
    for (size_t i = 0; balance != NULL && i < balance->pairs.pairs.count; i++) {
        const struct signed_pair *pair = &balance->pairs.pairs.items[i];
        for (size_t j = pair->first; j < pair->first + pair->count; j++) {
            const struct signed_tie *tie = &balance->pairs.ties.items[j];
            if (balance->at_odds[i] && tie->negative == (pair->sign == SIGN_NEGATIVE))
                odd[tie->index] = tie;
        }
    }
    return odd;
}

/* With signs changed also the ties that were at odds before. */
static void build_ties(const struct balance_view *view, struct report_table *table)
{
    static const struct report_column standing = {"standing", "At odds", REPORT_TEXT, false};
    const struct signed_tie **now = find_odd_ties(view, view->balance);
    const struct signed_tie **before = find_odd_ties(view, view->before);
    report_table_init(table, "ties_at_odds",
                      TEXT("Ties at odds with the two blocs: positive between them, or negative "
                           "within one"),
                      odd_columns, COUNT_OF(odd_columns));
    if (view->before != NULL)
        list_push(&table->columns, standing);
    for (size_t i = 0; i < view->selection->relations.count; i++) {
        const struct signed_tie *tie = now[i] != NULL ? now[i] : before[i];
        if (tie == NULL)
            continue;
        add_tie(view, tie, tie->negative ? "negative within a bloc" : "positive between blocs",
                table);
        if (view->before != NULL)
            report_table_add_string(table, now[i] == NULL      ? "only with signs unchanged"
                                           : before[i] == NULL ? "only with signs changed"
                                                               : "either way");
    }
    list_free(now);
    list_free(before);
}

static const struct report_column pair_columns[] = {
    {"a", "Group (id)", REPORT_TEXT, true},
    {"a_label", "Group", REPORT_TEXT, false},
    {"b", "Other (id)", REPORT_TEXT, true},
    {"b_label", "Other", REPORT_TEXT, false},
    {"positive", "Positive ties", 0, false},
    {"negative", "Negative ties", 0, false},
    {"sign", "Counted as", REPORT_TEXT, false},
    {"opposed", "Directions opposed", REPORT_TEXT, false},
    {"relations", "Relations", REPORT_TEXT, true},
    {"ties", "Ties", REPORT_TEXT, false},
};

static void add_ties_of_pair(const struct balance_view *view, const struct signed_pair *pair,
                             struct report_table *table)
{
    const struct dataset *dataset = view->selection->dataset;
    struct buffer ids = {0};
    struct buffer words = {0};
    for (size_t j = pair->first; j < pair->first + pair->count; j++) {
        const struct signed_tie *tie = &view->balance->pairs.ties.items[j];
        relation_id id = view->selection->relations.items[tie->index].relation;
        const struct relation *relation = &dataset->relations.items[id];
        buffer_add_string(&ids, j > pair->first ? ";" : "");
        buffer_add_text(&ids, relation->id);
        buffer_add_format(&words, "%s%s " TEXT_FORMAT " by " TEXT_FORMAT " (",
                          j > pair->first ? "; " : "", tie->negative ? "-" : "+",
                          TEXT_PARTS(dataset_kind_of(dataset, id)->name),
                          TEXT_PARTS(dataset->groups.items[relation->source].label));
        tie_add_period(&words, dataset, id);
        buffer_add_string(&words, ": ");
        citation_add_claims(&words, dataset, id);
        buffer_add_char(&words, ')');
    }
    report_table_add_text(table, keep(table, &ids));
    report_table_add_text(table, keep(table, &words));
}

static void build_pairs(const struct balance_view *view, struct report_table *table)
{
    const struct signed_pairs *pairs = &view->balance->pairs;
    report_table_init(table, "pairs_of_both_signs", TEXT("Pairs with ties of both signs"),
                      pair_columns, COUNT_OF(pair_columns));
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        const struct signed_pair *pair = &pairs->pairs.items[i];
        if (!signed_pair_is_mixed(pair))
            continue;
        report_table_add_text(table, group_at(view, pair->a)->id);
        report_table_add_text(table, group_at(view, pair->a)->label);
        report_table_add_text(table, group_at(view, pair->b)->id);
        report_table_add_text(table, group_at(view, pair->b)->label);
        report_table_add_number(table, (double)pair->positive);
        report_table_add_number(table, (double)pair->negative);
        report_table_add_string(table,
                                pair->sign == SIGN_NEUTRAL ? "left out" : sign_name(pair->sign));
        report_table_add_string(table, signed_pair_is_opposed(pair) ? "yes" : "no");
        add_ties_of_pair(view, pair, table);
    }
}

static const struct report_column triad_columns[] = {
    {"type", "Type", REPORT_TEXT, false},
    {"arcs", "Arcs", REPORT_TEXT, false},
    {"triads", "Triads", 0, false},
};

static void add_arcs(const struct signed_triad *triad, struct buffer *buffer)
{
    static const char *const ends[SIGNED_TRIAD_ARCS] = {"a→b", "b→a", "a→c", "c→a", "b→c", "c→b"};
    size_t before = buffer->length;
    for (size_t i = 0; i < SIGNED_TRIAD_ARCS; i++)
        if (triad->arcs[i] != SIGN_NEUTRAL)
            buffer_add_format(buffer, "%s%s %s", buffer->length > before ? ", " : "", ends[i],
                              sign_symbol(triad->arcs[i]));
    buffer_add_string(buffer, buffer->length > before ? "" : "none");
}

static void add_triad(const struct signed_triad *triad, struct report_table *table)
{
    struct buffer arcs = {0};
    report_table_add_string(table, signed_triad_type(triad));
    add_arcs(triad, &arcs);
    report_table_add_text(table, keep(table, &arcs));
    report_table_add_number(table, triad->count);
}

/* By the type without signs, from few arcs to many. */
static void build_triads(const struct balance_view *view, struct report_table *table)
{
    static const char *const types[] = {"003",  "012",  "102",  "021D", "021U", "021C",
                                        "111D", "111U", "030T", "030C", "201",  "120D",
                                        "120U", "120C", "210",  "300"};
    report_table_init(table, "signed_triads",
                      TEXT("Signed triad census: sets of three groups by their arcs; of the 138 "
                           "types those that occur"),
                      triad_columns, COUNT_OF(triad_columns));
    for (size_t type = 0; type < COUNT_OF(types); type++)
        for (size_t i = 0; i < SIGNED_TRIAD_TYPES; i++) {
            const struct signed_triad *triad = &view->balance->triads[i];
            if (triad->count > 0 && strcmp(signed_triad_type(triad), types[type]) == 0)
                add_triad(triad, table);
        }
}

static const struct balance_table tables[BALANCE_TABLES] = {
    [BALANCE_MEASURES] = {"balance", "balance", "measures of signed structure, with definitions",
                          balance_build_measures},
    [BALANCE_BLOCS] = {"partitions", "balance_partitions", "the least criterion for 2 to 6 blocs",
                       build_partitions},
    [BALANCE_GROUPS] = {"groups", "balance_groups",
                        "bloc, signed degree and PN centrality of groups", build_groups},
    [BALANCE_TIES] = {"ties_at_odds", "balance_ties_at_odds",
                      "ties at odds with the two blocs, with sources", build_ties},
    [BALANCE_PAIRS] = {"pairs_of_both_signs", "balance_pairs_of_both_signs",
                       "pairs with ties of both signs, and what they count as", build_pairs},
    [BALANCE_TRIADS] = {"signed_triads", "balance_signed_triads", "signed triad census",
                        build_triads},
};

const struct balance_table *balance_tables(void)
{
    return tables;
}
