/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signed networks whose balance is known: the tribes of the Eastern Central Highlands (Read 1954),
 * the Slovene parties of 1994 (Doreian and Mrvar 1996) and Sampson's monastery (1968).
 *
 * Left out of the reference:
 *   all_ties, positive_ties_only, negative_ties_only   measured by the other known networks
 *   one_optimal_side                                   checked by the groups at odds instead, where
 *                                                      there is one optimum
 */
#include "known.h"

#include "balance_case.h"

static void open_known(struct known *known, const char *reference, const char *relations)
{
    known_init(known, reference);
    sample_add_kind(&known->sample, "foes", SIGN_NEGATIVE, true);
    known_add_ties(known, relations, NULL, "tie", "foes");
}

/* Weights are in the last column, in the order of the ties. */
static void read_weights(struct known *known, const char *relations)
{
    struct text rest = known_read(known, relations);
    struct text line;
    struct relation *relation = known->sample.dataset.relations.items;
    text_next_piece(&rest, '\n', &line);
    while (text_next_piece(&rest, '\n', &line)) {
        struct text cell;
        struct text last = {0};
        if (line.length == 0)
            continue;
        while (text_next_piece(&line, ',', &cell))
            last = cell;
        assert_true(text_to_double(last, &relation->weight));
        relation++;
    }
}

/* Triangles, the frustration index and its share are those below an object of the reference. */
static void check(const struct balance *balance, json_t *object)
{
    static const char *const triangles[] = {"+++", "++-", "+--", "---"};
    json_t *counts = known_get(object, "triangles");
    for (size_t i = 0; i < 4; i++)
        assert_true((double)balance->triangles[i] == known_number(counts, triangles[i]));
    assert_true(fabs(balance->triangle_balance - known_number(counts, "balanced_fraction")) < 1e-9);
    assert_true((double)balance->positive == known_number(object, "m_pos"));
    assert_true((double)balance->negative == known_number(object, "m_neg"));
    assert_true(balance_is_exact(balance->frustration));
    assert_true(balance->frustration.upper == known_number(object, "frustration_index"));
    double fit = known_number(object, "normalised_1_minus_2L_over_m");
    assert_true(fabs(balance->fit.lower - fit) < 1e-9 && fabs(balance->fit.upper - fit) < 1e-9);
    balance_case_check(balance);
}

/* The groups of the array are one bloc: all of its number, and nobody else. */
static void check_bloc(struct known *known, json_t *names, const size_t *blocs)
{
    size_t members = 0;
    size_t bloc = blocs[sample_group(&known->sample, json_string_value(json_array_get(names, 0)))];
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        assert_true(blocs[sample_group(&known->sample, name)] == bloc);
    }
    for (size_t v = 0; v < known->sample.dataset.groups.count; v++)
        members += blocs[v] == bloc;
    assert_true(members == json_array_size(names));
}

static void test_tribes_agree_with_the_reference(void **state)
{
    struct known known;
    struct balance balance;
    (void)state;
    open_known(&known, "tribes/reference.json", "tribes/relations.csv");
    balance_case_measure(&known.sample, PAIR_MAJORITY, COUNT_PAIRS, &balance);
    json_t *reference = known_get(json_object_get(known.reference, "relations.csv"), "signed");
    check(&balance, reference);
    check_bloc(&known, known_get(reference, "one_optimal_side"), balance.partitions[0].blocs);

    json_t *three = known_get(reference, "best_3_clustering");
    const struct balance_partition *best = balance_best_partition(&balance);
    assert_int_equal(best->limit, 3);
    assert_int_equal(best->used, 3);
    assert_true(balance_is_exact(best->criterion));
    assert_true(best->criterion.upper == known_number(three, "inconsistencies"));
    assert_true((double)(best->within + best->between) == known_number(three, "inconsistencies"));
    json_t *clusters = known_get(three, "clusters");
    for (size_t i = 0; i < json_array_size(clusters); i++)
        check_bloc(&known, json_array_get(clusters, i), best->blocs);
    balance_release(&balance);
    known_release(&known);
}

static void test_slovene_parties_agree_with_the_reference(void **state)
{
    struct known known;
    struct balance balance;
    (void)state;
    open_known(&known, "slovene_parties/reference.json", "slovene_parties/relations.csv");
    balance_case_measure(&known.sample, PAIR_MAJORITY, COUNT_PAIRS, &balance);
    json_t *reference = known_get(known.reference, "signed_unweighted");
    check(&balance, reference);
    check_bloc(&known, known_get(reference, "one_optimal_side"), balance.partitions[0].blocs);
    balance_release(&balance);
    known_release(&known);
}

static void test_slovene_parties_agree_by_weight(void **state)
{
    struct known known;
    struct balance balance;
    (void)state;
    open_known(&known, "slovene_parties/reference.json", "slovene_parties/relations.csv");
    read_weights(&known, "slovene_parties/relations.csv");
    balance_case_measure(&known.sample, PAIR_MAJORITY, COUNT_WEIGHTS, &balance);
    json_t *reference = known_get(known.reference, "signed_weighted");
    assert_true(balance_is_exact(balance.frustration));
    assert_true(balance.frustration.upper == known_number(reference, "frustration"));
    check_bloc(&known, known_get(reference, "side_1"), balance.partitions[0].blocs);
    balance_case_check(&balance);
    balance_release(&balance);
    known_release(&known);
}

/* Of the pair with ties of both signs the two references make none, or a negative one. */
static void test_the_monastery_agrees_by_either_rule(void **state)
{
    static const struct {
        const char *path;
        enum pair_rule rule;
    } rules[] = {
        {"LK3_DLK/undirected_sum", PAIR_MAJORITY},
        {"LK3_DLK/undirected_sum", PAIR_EXCLUDE},
        {"LK3_DLK/undirected_neg", PAIR_NEGATIVE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct known known;
        struct balance balance;
        known_init(&known, "sampson/reference.json");
        known_add_ties(&known, "sampson/relations_lk3_dlk.csv", NULL, "likes", "dislikes");
        balance_case_measure(&known.sample, rules[i].rule, COUNT_PAIRS, &balance);
        json_t *reference = known_get(known.reference, rules[i].path);
        check(&balance, reference);
        assert_true((double)balance.mixed == known_number(reference, "mixed_pairs"));
        assert_int_equal(balance.opposed, 1);
        balance_release(&balance);
        known_release(&known);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tribes_agree_with_the_reference),
        cmocka_unit_test(test_slovene_parties_agree_with_the_reference),
        cmocka_unit_test(test_slovene_parties_agree_by_weight),
        cmocka_unit_test(test_the_monastery_agrees_by_either_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
