/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/balance.h"

#include "balance_case.h"
#include "signed_case.h"

static void check_random(struct sample *sample, enum pair_rule rule)
{
    struct balance balance;
    struct signed_graph graph;
    balance_case_measure(sample, rule, COUNT_PAIRS, &balance);
    balance_case_check(&balance);
    signed_pairs_open_graph(&balance.pairs, 1, 1, &graph);
    for (size_t i = 0; i < BALANCE_PARTITIONS; i++) {
        const struct balance_partition *partition = &balance.partitions[i];
        double least = signed_case_least(&graph, partition->limit);
        assert_true(balance_is_exact(partition->criterion));
        assert_true(fabs(partition->criterion.upper - least) < 1e-9);
        assert_true((double)(partition->within + partition->between) == least);
    }
    assert_true(balance.frustration.upper == signed_case_least(&graph, 2));
    signed_graph_release(&graph);
    balance_release(&balance);
}

/* Few groups: all partitions of each network are tried. */
static void test_random_networks_agree_with_trying_all_partitions(void **state)
{
    static const char *const kinds[] = {"pledge", "alliance", "attack", "conflict", "split"};
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct sample sample;
        uint64_t random = seed;
        unsigned groups = 3 + sample_random(&random, 5);
        sample_init(&sample);
        sample_groups(&sample, (int)groups);
        for (unsigned i = sample_random(&random, 4 * groups); i > 0; i--) {
            group_id source = sample_random(&random, groups);
            sample_tie(&sample, source, sample_random(&random, groups),
                       kinds[sample_random(&random, 5)]);
        }
        for (int rule = 0; rule < PAIR_RULE_COUNT; rule++)
            check_random(&sample, (enum pair_rule)rule);
        sample_release(&sample);
    }
}

/* Every measure of a network without a signed pair is 0 or not defined, whatever its size. */
static void test_networks_without_signs_have_no_balance(void **state)
{
    (void)state;
    for (int groups = 0; groups < 4; groups++) {
        struct sample sample;
        struct balance balance;
        sample_init(&sample);
        sample_groups(&sample, groups);
        for (group_id g = 0; (int)g < groups; g++) {
            sample_tie(&sample, g, g, "alliance"); /* a loop is no pair */
            sample_tie(&sample, g, 0, "split");    /* nor is a neutral tie one with a sign */
        }
        balance_case_measure(&sample, PAIR_MAJORITY, COUNT_PAIRS, &balance);
        balance_case_check(&balance);
        assert_int_equal(balance.pairs.loops, groups);
        assert_int_equal(balance.components, 0);
        assert_true(balance.frustration.upper == 0);
        assert_true(isnan(balance.fit.lower) && isnan(balance.fit.upper));
        assert_true(isnan(balance.triangle_balance));
        assert_true(isnan(balance.walk_balance) && isnan(balance.conflict));
        for (int g = 0; g < groups; g++)
            assert_true(groups == 1 ? isnan(balance.groups[g].pn) : balance.groups[g].pn == 1);
        balance_release(&balance);
        sample_release(&sample);
    }
}

static void measure_complete(const char *kind, struct balance *balance)
{
    struct sample sample;
    sample_init(&sample);
    sample_groups(&sample, 5);
    for (group_id a = 0; a < 5; a++)
        for (group_id b = a + 1; b < 5; b++)
            sample_tie(&sample, a, b, kind);
    balance_case_measure(&sample, PAIR_MAJORITY, COUNT_PAIRS, balance);
    balance_case_check(balance);
    sample_release(&sample);
}

static void test_friends_of_all_are_one_bloc(void **state)
{
    struct balance balance;
    (void)state;
    measure_complete("alliance", &balance);
    assert_true(balance.frustration.upper == 0 && balance.fit.lower == 1);
    assert_true(balance.triangle_balance == 1);
    assert_true(fabs(balance.walk_balance - 1) < 1e-9 && fabs(balance.conflict) < 1e-9);
    assert_int_equal(balance_best_partition(&balance)->used, 1);
    balance_release(&balance);
}

/* Five enemies of each other: 2 and 3 make 1 + 3 pairs within; five blocs make none. */
static void test_foes_of_all_are_a_bloc_each(void **state)
{
    struct balance balance;
    (void)state;
    measure_complete("conflict", &balance);
    assert_true(balance.frustration.lower == 4 && balance.frustration.upper == 4);
    assert_true(balance.triangle_balance == 0);
    assert_int_equal(balance_best_partition(&balance)->limit, 5);
    assert_true(balance_best_partition(&balance)->criterion.upper == 0);
    balance_release(&balance);
}

static void test_a_thousand_parallel_ties_are_one_pair(void **state)
{
    struct sample sample;
    struct balance balance;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 2);
    for (int i = 0; i < 1000; i++)
        sample_tie(&sample, 0, 1, i < 501 ? "attack" : "pledge");
    balance_case_measure(&sample, PAIR_MAJORITY, COUNT_TIES, &balance);
    balance_case_check(&balance);
    assert_int_equal(balance.negative, 1);
    assert_int_equal(balance.mixed, 1);
    assert_true(balance.weight == 501);
    assert_true(balance.frustration.upper == 0);
    assert_true(isnan(balance.groups[0].pn)); /* two enemies alone: no inverse */
    balance_release(&balance);
    sample_release(&sample);
}

static void test_ties_without_weight_count_nothing(void **state)
{
    struct sample sample;
    struct balance balance;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 3);
    sample_tie(&sample, 0, 1, "attack");
    sample_tie(&sample, 1, 2, "attack");
    sample_tie(&sample, 0, 2, "attack");
    sample.dataset.relations.items[0].weight = 0;
    sample.dataset.relations.items[1].weight = -3;
    sample.dataset.relations.items[2].weight = 2.5;
    balance_case_measure(&sample, PAIR_MAJORITY, COUNT_WEIGHTS, &balance);
    balance_case_check(&balance);
    assert_int_equal(balance.pairs.weightless, 2);
    assert_true(balance.weight == 2.5);
    assert_int_equal(balance.groups[1].component, 0);
    balance_release(&balance);
    balance_case_measure(&sample, PAIR_MAJORITY, COUNT_PAIRS, &balance);
    assert_true(balance.frustration.upper == 1);
    balance_release(&balance);
    sample_release(&sample);
}

/* Alpha moves the weight from negative ties within to positive ties between. */
static void test_alpha_weighs_the_two_kinds_of_error(void **state)
{
    static const double alphas[] = {0, 0.25, 0.75, 1};
    static const double least[] = {0, 0.5, 0.5, 0}; /* a triangle + + -: the cheaper of both */
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 3);
    sample_tie(&sample, 0, 1, "alliance");
    sample_tie(&sample, 1, 2, "alliance");
    sample_tie(&sample, 0, 2, "conflict");
    sample_select(&sample);
    for (size_t i = 0; i < 4; i++) {
        struct balance balance;
        struct error error = {0};
        struct balance_options options = {.alpha = alphas[i], .nodes = BALANCE_DEFAULT_NODES};
        assert_true(balance_measure(&sample.selection, &options, &balance, &error));
        const struct balance_partition *best = balance_best_partition(&balance);
        assert_true(balance_is_exact(best->criterion) && best->criterion.upper == least[i]);
        assert_true(balance.frustration.upper == 1);
        balance_release(&balance);
    }
    sample_release(&sample);
}

/* Each part of the network has blocs of its own, the larger first. */
static void test_parts_are_numbered_by_size(void **state)
{
    struct sample sample;
    struct balance balance;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 6);
    sample_tie(&sample, 0, 1, "conflict");
    sample_tie(&sample, 2, 3, "conflict");
    sample_tie(&sample, 3, 4, "alliance");
    balance_case_measure(&sample, PAIR_MAJORITY, COUNT_PAIRS, &balance);
    static const size_t parts[] = {2, 2, 1, 1, 1, 0};
    static const size_t blocs[] = {1, 2, 2, 1, 1, 0};
    for (size_t v = 0; v < 6; v++) {
        assert_int_equal(balance.groups[v].component, parts[v]);
        assert_int_equal(balance.groups[v].bloc, blocs[v]);
    }
    assert_int_equal(balance.components, 2);
    balance_release(&balance);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_networks_agree_with_trying_all_partitions),
        cmocka_unit_test(test_networks_without_signs_have_no_balance),
        cmocka_unit_test(test_friends_of_all_are_one_bloc),
        cmocka_unit_test(test_foes_of_all_are_a_bloc_each),
        cmocka_unit_test(test_a_thousand_parallel_ties_are_one_pair),
        cmocka_unit_test(test_ties_without_weight_count_nothing),
        cmocka_unit_test(test_alpha_weighs_the_two_kinds_of_error),
        cmocka_unit_test(test_parts_are_numbered_by_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
