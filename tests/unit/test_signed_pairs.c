/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_pairs.h"

#include "sample.h"

/* a pledges to b twice and b attacks a; the weights speak the other way. */
static void build(struct sample *sample, struct pair_policy policy, struct signed_pairs *pairs)
{
    sample_init(sample);
    sample_groups(sample, 3);
    sample_tie(sample, 0, 1, "pledge");
    sample_tie(sample, 1, 0, "attack");
    sample_tie(sample, 0, 1, "support");
    sample_tie(sample, 1, 2, "split");
    sample->dataset.relations.items[0].weight = 0.5;
    sample->dataset.relations.items[1].weight = 4;
    sample_select(sample);
    signed_pairs_init(pairs, &sample->selection, policy);
    assert_int_equal(pairs->pairs.count, 1);
    assert_int_equal(pairs->ties.count, 3);
}

static void test_rules_decide_on_pairs_of_both_signs(void **state)
{
    static const struct {
        struct pair_policy policy;
        enum sign sign;
        double weight;
    } cases[] = {
        {{PAIR_MAJORITY, COUNT_PAIRS}, SIGN_POSITIVE, 1},
        {{PAIR_MAJORITY, COUNT_TIES}, SIGN_POSITIVE, 2},
        {{PAIR_MAJORITY, COUNT_WEIGHTS}, SIGN_NEGATIVE, 4},
        {{PAIR_NEGATIVE, COUNT_PAIRS}, SIGN_NEGATIVE, 1},
        {{PAIR_NEGATIVE, COUNT_TIES}, SIGN_NEGATIVE, 1},
        {{PAIR_POSITIVE, COUNT_WEIGHTS}, SIGN_POSITIVE, 1.5},
        {{PAIR_EXCLUDE, COUNT_TIES}, SIGN_NEUTRAL, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample sample;
        struct signed_pairs pairs;
        build(&sample, cases[i].policy, &pairs);
        const struct signed_pair *pair = &pairs.pairs.items[0];
        assert_int_equal(pair->sign, cases[i].sign);
        assert_true(pair->weight == cases[i].weight);
        assert_int_equal(pair->positive, 2);
        assert_int_equal(pair->negative, 1);
        assert_true(signed_pair_is_mixed(pair));
        signed_pairs_release(&pairs);
        sample_release(&sample);
    }
}

static void test_opposite_directions_are_told(void **state)
{
    struct sample sample;
    struct signed_pairs pairs;
    (void)state;
    build(&sample, (struct pair_policy){0}, &pairs);
    assert_int_equal(pairs.pairs.items[0].forth, SIGN_POSITIVE);
    assert_int_equal(pairs.pairs.items[0].back, SIGN_NEGATIVE);
    assert_true(signed_pair_is_opposed(&pairs.pairs.items[0]));
    signed_pairs_release(&pairs);
    sample_release(&sample);
}

static void test_as_many_ties_of_either_sign_leave_the_pair_out(void **state)
{
    struct sample sample;
    struct signed_pairs pairs;
    struct signed_graph graph;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 2);
    sample_tie(&sample, 0, 1, "alliance");
    sample_tie(&sample, 0, 1, "conflict");
    sample_select(&sample);
    signed_pairs_init(&pairs, &sample.selection, (struct pair_policy){0});
    assert_int_equal(pairs.pairs.items[0].sign, SIGN_NEUTRAL);
    assert_false(signed_pair_is_opposed(&pairs.pairs.items[0])); /* both are mutual */
    signed_pairs_open_graph(&pairs, 1, 1, &graph);
    assert_int_equal(graph.edge_count, 0);
    assert_int_equal(graph.vertex_count, 2);
    signed_graph_release(&graph);
    signed_pairs_release(&pairs);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules_decide_on_pairs_of_both_signs),
        cmocka_unit_test(test_opposite_directions_are_told),
        cmocka_unit_test(test_as_many_ties_of_either_sign_leave_the_pair_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
