/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A sample (unit/sample.h) whose signed structure is measured.
 */
#ifndef BLOC_UNIT_BALANCE_CASE_H
#define BLOC_UNIT_BALANCE_CASE_H

#include "sample.h"

#include "metrics/balance.h"

/* Choose everything and measure it by the rule and the count, alpha 0.5. */
static inline void balance_case_measure(struct sample *sample, enum pair_rule rule,
                                        enum pair_count count, struct balance *balance)
{
    struct error error = {0};
    struct balance_options options = {
        .pairs = {rule, count}, .alpha = BALANCE_DEFAULT_ALPHA, .nodes = BALANCE_DEFAULT_NODES};
    selection_release(&sample->selection);
    sample_select(sample);
    if (!balance_measure(&sample->selection, &options, balance, &error))
        fail_msg("%s", error.message);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
}

/* Nothing is worse than a wrong sum: what the partitions say of pairs agrees with the pairs. */
static inline void balance_case_check(const struct balance *balance)
{
    double at_odds = 0;
    for (size_t i = 0; i < balance->pairs.pairs.count; i++)
        at_odds += balance->at_odds[i] ? balance->pairs.pairs.items[i].weight : 0;
    assert_true(fabs(at_odds - balance->frustration.upper) < 1e-9);
    assert_true(balance->frustration.lower <= balance->frustration.upper);
    for (size_t i = 1; i < BALANCE_PARTITIONS; i++)
        assert_true(balance->partitions[i].criterion.lower <=
                    balance->partitions[i - 1].criterion.upper);
    for (size_t v = 0; v < balance->pairs.vertex_count; v++) {
        const struct balance_group *group = &balance->groups[v];
        assert_true((group->component == 0) == (group->positive + group->negative == 0));
        assert_true((group->component == 0) == (group->bloc == 0));
        assert_true(group->at_odds <= group->positive + group->negative);
    }
}

#endif
