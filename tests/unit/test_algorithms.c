/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/algorithms.h"

#include "known.h"
#include "sheet_case.h"

static void tie_all(struct sample *sample, group_id first, group_id last)
{
    for (group_id a = first; a <= last; a++)
        for (group_id b = a + 1; b <= last; b++)
            sample_tie(sample, a, b, "alliance");
}

/* Two camps at war: every algorithm finds them in the positive layer, spinglass by the signs. */
static void test_all_algorithms_find_two_camps(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 10);
    tie_all(&sample, 0, 4);
    tie_all(&sample, 5, 9);
    for (group_id i = 0; i < 5; i++)
        sample_tie(&sample, i, 5 + i, "conflict");
    sample_measure(&sample);
    sheet_case_build(&sample, "partition", (struct sheet_wish){.layer = LAYER_POSITIVE}, &sheet);
    for (size_t i = 0; i < 10; i++)
        for (size_t column = 1; column < sheet.type->column_count; column++)
            assert_true(sheet_cell(&sheet, i, column)->number == (i < 5 ? 1 : 2));
    sheet_release(&sheet);
    sheet_case_build(&sample, "community", (struct sheet_wish){.layer = LAYER_POSITIVE}, &sheet);
    for (size_t row = 0; row < sheet_row_count(&sheet); row++) {
        assert_true(sheet_case_number(&sheet, row, "communities") == 2);
        assert_true(sheet_case_number(&sheet, row, "rand_least") == 1);
        assert_true(sheet_case_number(&sheet, row, "rand_to_leiden") == 1);
        /* 20 of 20 pairs within, half of the ends in each; and 5 of 5 hostile pairs between. */
        double expected = row + 1 == sheet_row_count(&sheet) ? (40 * 0.5 - 10 * -0.5) / 50 : 0.5;
        sample_assert_near(sheet_case_number(&sheet, row, "modularity"), expected, 1e-12, "Q");
    }
    sheet_release(&sheet);
    sample_release(&sample);
}

/* Without a positive tie hostile pairs still part groups. */
static void test_spinglass_parts_foes(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 4);
    sample_tie(&sample, 0, 1, "conflict");
    sample_tie(&sample, 2, 3, "pledge");
    sample_measure(&sample);
    sheet_case_build(&sample, "partition", (struct sheet_wish){0}, &sheet);
    assert_true(sheet_case_number(&sheet, 0, "spinglass") !=
                sheet_case_number(&sheet, 1, "spinglass"));
    assert_true(sheet_case_number(&sheet, 2, "spinglass") ==
                sheet_case_number(&sheet, 3, "spinglass"));
    sheet_release(&sheet);
    sample_release(&sample);
}

/* By the formula, pair by pair. */
static void test_signed_modularity_is_the_sum_over_pairs(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        uint64_t random = seed;
        igraph_integer_t n = 3 + sample_random(&random, 8);
        double w[16][16] = {{0}};
        igraph_t graph;
        igraph_vector_t weights;
        igraph_vector_int_t classes;
        double p[16] = {0}, q[16] = {0}, positive = 0, negative = 0, sum = 0;
        igraph_empty(&graph, n, IGRAPH_UNDIRECTED);
        igraph_vector_init(&weights, 0);
        igraph_vector_int_init(&classes, n);
        for (igraph_integer_t i = 0; i < n; i++) {
            VECTOR(classes)[i] = sample_random(&random, 3);
            for (igraph_integer_t j = i + 1; j < n; j++) {
                double weight = (double)sample_random(&random, 5) - 2;
                if (weight == 0)
                    continue;
                w[i][j] = w[j][i] = weight;
                igraph_add_edge(&graph, i, j);
                igraph_vector_push_back(&weights, weight);
            }
        }
        for (size_t i = 0; i < (size_t)n; i++)
            for (size_t j = 0; j < (size_t)n; j++) {
                p[i] += fmax(w[i][j], 0);
                q[i] += fmax(-w[i][j], 0);
                positive += fmax(w[i][j], 0);
                negative += fmax(-w[i][j], 0);
            }
        for (size_t i = 0; i < (size_t)n; i++)
            for (size_t j = 0; j < (size_t)n; j++)
                if (VECTOR(classes)[i] == VECTOR(classes)[j])
                    sum += w[i][j] - (positive > 0 ? p[i] * p[j] / positive : 0) +
                           (negative > 0 ? q[i] * q[j] / negative : 0);
        sample_assert_near(algorithm_signed_modularity(&graph, &weights, &classes),
                           sum / (positive + negative), 1e-12, "signed modularity");
        igraph_vector_int_destroy(&classes);
        igraph_vector_destroy(&weights);
        igraph_destroy(&graph);
    }
}

/* Zachary's club: the best modularity is 0.4198 (Brandes and others 2008). */
static void test_karate_has_the_known_modularity(void **state)
{
    struct known known;
    struct sheet sheet;
    (void)state;
    known_init(&known, "karate/reference.json");
    known_add_ties(&known, "karate/relations.csv", NULL, "tie", NULL);
    sample_measure(&known.sample);
    sheet_case_build(&known.sample, "community", (struct sheet_wish){0}, &sheet);
    double best = sheet_case_number(&sheet, ALGORITHM_OPTIMAL, "modularity");
    sample_assert_near(best, 0.41979, 1e-4, "optimal");
    assert_true(sheet_case_number(&sheet, ALGORITHM_OPTIMAL, "communities") == 4);
    for (size_t row = 0; row < ALGORITHM_SPINGLASS; row++)
        assert_true(sheet_case_number(&sheet, row, "modularity") <= best + 1e-9);
    sheet_release(&sheet);
    known_release(&known);
}

static void test_nothing_is_found_without_ties(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 3);
    sample_measure(&sample);
    sheet_case_build(&sample, "community", (struct sheet_wish){0}, &sheet);
    for (size_t row = 0; row < sheet_row_count(&sheet); row++) {
        assert_true(sheet_case_number(&sheet, row, "runs") == 0);
        assert_true(isnan(sheet_case_number(&sheet, row, "modularity")));
        assert_true(isnan(sheet_case_number(&sheet, row, "rand_mean")));
    }
    sheet_release(&sheet);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_algorithms_find_two_camps),
        cmocka_unit_test(test_spinglass_parts_foes),
        cmocka_unit_test(test_signed_modularity_is_the_sum_over_pairs),
        cmocka_unit_test(test_karate_has_the_known_modularity),
        cmocka_unit_test(test_nothing_is_found_without_ties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
