/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_pairs.h"

#include <stdlib.h>

static const struct {
    const char *name;
    const char *words;
} rules[PAIR_RULE_COUNT] = {
    [PAIR_MAJORITY] = {"majority",
                       "has the sign of more of them, or is left out when they are equal"},
    [PAIR_NEGATIVE] = {"negative", "counts as negative"},
    [PAIR_POSITIVE] = {"positive", "counts as positive"},
    [PAIR_EXCLUDE] = {"exclude", "is left out"},
};

static const struct {
    const char *name;
    const char *words;
} counts[PAIR_COUNT_COUNT] = {
    [COUNT_PAIRS] = {"pairs", "each pair counts 1, whatever the number of its ties"},
    [COUNT_TIES] = {"ties", "a pair counts as many as it has ties of its sign"},
    [COUNT_WEIGHTS] = {"weights", "a pair counts the sum of the weights of the ties of its sign"},
};

const char *pair_rule_name(enum pair_rule rule)
{
    return rules[rule].name;
}

const char *pair_rule_words(enum pair_rule rule)
{
    return rules[rule].words;
}

const char *pair_count_name(enum pair_count count)
{
    return counts[count].name;
}

const char *pair_count_words(enum pair_count count)
{
    return counts[count].words;
}

bool signed_pair_is_mixed(const struct signed_pair *pair)
{
    return pair->positive > 0 && pair->negative > 0;
}

bool signed_pair_is_opposed(const struct signed_pair *pair)
{
    return pair->forth != SIGN_NEUTRAL && pair->back != SIGN_NEUTRAL && pair->forth != pair->back;
}

static void collect_ties(struct signed_pairs *pairs, const struct selection *selection)
{
    const struct dataset *dataset = selection->dataset;
    for (size_t i = 0; i < selection->relations.count; i++) {
        relation_id id = selection->relations.items[i].relation;
        const struct relation *relation = &dataset->relations.items[id];
        const struct kind *kind = dataset_kind_of(dataset, id);
        if (kind->sign == SIGN_NEUTRAL)
            continue;
        bool weightless = pairs->policy.count == COUNT_WEIGHTS && !(relation->weight > 0);
        pairs->loops += relation->source == relation->target;
        pairs->weightless += relation->source != relation->target && weightless;
        if (relation->source == relation->target || weightless)
            continue;
        size_t source = selection_position(selection, relation->source);
        size_t target = selection_position(selection, relation->target);
        bool forth = source < target;
        list_push(&pairs->ties, (struct signed_tie){
                                    .a = forth ? source : target,
                                    .b = forth ? target : source,
                                    .index = i,
                                    .negative = kind->sign == SIGN_NEGATIVE,
                                    .forth = forth || kind->mutual,
                                    .back = !forth || kind->mutual,
                                    .weight = relation->weight,
                                });
    }
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_ties(const void *left, const void *right)
{
    const struct signed_tie *a = left;
    const struct signed_tie *b = right;
    int order = compare_sizes(a->a, b->a);
    order = order != 0 ? order : compare_sizes(a->b, b->b);
    return order != 0 ? order : compare_sizes(a->index, b->index);
}

/* What speaks for either sign. */
struct poll {
    double positive;
    double negative;
};

static void add_vote(struct poll *poll, const struct signed_tie *tie, enum pair_count count)
{
    double amount = count == COUNT_WEIGHTS ? tie->weight : 1;
    *(tie->negative ? &poll->negative : &poll->positive) += amount;
}

static enum sign decide(struct poll poll, enum pair_rule rule)
{
    if (!(poll.negative > 0))
        return poll.positive > 0 ? SIGN_POSITIVE : SIGN_NEUTRAL;
    if (!(poll.positive > 0) || rule == PAIR_NEGATIVE)
        return SIGN_NEGATIVE;
    if (rule == PAIR_POSITIVE)
        return SIGN_POSITIVE;
    if (rule == PAIR_EXCLUDE || !(poll.positive > poll.negative || poll.positive < poll.negative))
        return SIGN_NEUTRAL;
    return poll.positive > poll.negative ? SIGN_POSITIVE : SIGN_NEGATIVE;
}

static void settle_pair(const struct signed_pairs *pairs, struct signed_pair *pair)
{
    struct poll all = {0};
    struct poll forth = {0};
    struct poll back = {0};
    for (size_t i = pair->first; i < pair->first + pair->count; i++) {
        const struct signed_tie *tie = &pairs->ties.items[i];
        add_vote(&all, tie, pairs->policy.count);
        if (tie->forth)
            add_vote(&forth, tie, pairs->policy.count);
        if (tie->back)
            add_vote(&back, tie, pairs->policy.count);
        pair->negative += tie->negative;
        pair->positive += !tie->negative;
    }
    pair->sign = decide(all, pairs->policy.rule);
    pair->forth = decide(forth, pairs->policy.rule);
    pair->back = decide(back, pairs->policy.rule);
    double amount = pair->sign == SIGN_NEGATIVE ? all.negative : all.positive;
    if (pair->sign != SIGN_NEUTRAL)
        pair->weight = pairs->policy.count == COUNT_PAIRS ? 1 : amount;
}

void signed_pairs_init(struct signed_pairs *pairs, const struct selection *selection,
                       struct pair_policy policy)
{
    *pairs = (struct signed_pairs){.policy = policy, .vertex_count = selection->groups.count};
    collect_ties(pairs, selection);
    struct signed_tie_list *ties = &pairs->ties;
    if (ties->count > 0)
        qsort(ties->items, ties->count, sizeof *ties->items, compare_ties);
    for (size_t i = 0; i < ties->count; i++) {
        const struct signed_tie *tie = &ties->items[i];
        if (i == 0 || tie->a != tie[-1].a || tie->b != tie[-1].b)
            list_push(&pairs->pairs, (struct signed_pair){.a = tie->a, .b = tie->b, .first = i});
        pairs->pairs.items[pairs->pairs.count - 1].count++;
    }
    for (size_t i = 0; i < pairs->pairs.count; i++)
        settle_pair(pairs, &pairs->pairs.items[i]);
}

void signed_pairs_open_graph(const struct signed_pairs *pairs, double positive, double negative,
                             struct signed_graph *graph)
{
    struct signed_edge *edges = alloc_zeroed(pairs->pairs.count, sizeof *edges);
    size_t count = 0;
    for (size_t i = 0; i < pairs->pairs.count; i++) {
        const struct signed_pair *pair = &pairs->pairs.items[i];
        bool is_negative = pair->sign == SIGN_NEGATIVE;
        double weight = pair->weight * (is_negative ? negative : positive);
        if (pair->sign != SIGN_NEUTRAL && weight > 0)
            edges[count++] = (struct signed_edge){pair->a, pair->b, weight, is_negative};
    }
    signed_graph_init(graph, pairs->vertex_count, edges, count);
    list_free(edges);
}

void signed_pairs_release(struct signed_pairs *pairs)
{
    list_release(&pairs->ties);
    list_release(&pairs->pairs);
    *pairs = (struct signed_pairs){0};
}
