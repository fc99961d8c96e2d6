/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/key_players.h"

#include "sheet_case.h"

/* Distances by Floyd and Warshall in what a set leaves. */
static void find_distances(const struct sample_matrix *matrix, unsigned removed, double d[16][16])
{
    size_t n = matrix->n;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            bool is_left = !(removed >> i & 1) && !(removed >> j & 1);
            d[i][j] = is_left && matrix->ties[i][j] > 0 ? 1 : (double)INFINITY;
        }
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                d[i][j] = fmin(d[i][j], d[i][k] + d[k][j]);
}

static double naive_value(const struct sample_matrix *matrix, enum key_problem problem,
                          unsigned set)
{
    double d[16][16];
    double sum = 0;
    double left = 0;
    find_distances(matrix, problem == KEY_REACH ? 0 : set, d);
    for (size_t i = 0; i < matrix->n; i++) {
        double nearest = set >> i & 1 ? 1 : (double)INFINITY;
        left += set >> i & 1 ? 0 : 1;
        for (size_t j = 0; j < matrix->n; j++) {
            nearest = set >> j & 1 ? fmin(nearest, d[i][j]) : nearest;
            if (i != j && problem == KEY_FRAGMENTATION)
                sum += isfinite(d[i][j]) ? 1 : 0;
            if (i != j && problem == KEY_DISTANCE_FRAGMENTATION)
                sum += 1 / d[i][j];
        }
        sum += problem == KEY_REACH ? 1 / nearest : 0;
    }
    return problem == KEY_REACH ? sum / (double)matrix->n : 1 - sum / (left * (left - 1));
}

static unsigned count_bits(unsigned set)
{
    unsigned bits = 0;
    for (; set > 0; set >>= 1)
        bits += set & 1;
    return bits;
}

static double naive_best(const struct sample_matrix *matrix, enum key_problem problem, size_t size)
{
    double best = -1;
    for (unsigned set = 0; set < 1u << matrix->n; set++)
        if (count_bits(set) == size)
            best = fmax(best, naive_value(matrix, problem, set));
    return best;
}

static void check_players(struct sample *sample, const struct sample_matrix *matrix,
                          enum layer layer)
{
    static const char *const names[] = {"fragmentation", "distance fragmentation", "reach"};
    struct sheet sheet;
    if (matrix->n > 9)
        return; /* all sets of all sizes take too long */
    sheet_case_build(sample, "keyplayer", (struct sheet_wish){.layer = layer, .size = 4}, &sheet);
    for (size_t row = 0; row < sheet_row_count(&sheet); row++) {
        int problem = 0;
        unsigned set = 0;
        size_t size = (size_t)sheet_case_number(&sheet, row, "size");
        while (!text_equal_string(sheet_find(&sheet, row, "problem")->text, names[problem]))
            problem++;
        for (size_t i = 0; i < size; i++)
            set |= 1u << sheet_find(&sheet, row, "groups")->groups[i];
        double value = sheet_case_number(&sheet, row, "value");
        assert_int_equal(count_bits(set), size);
        assert_true(text_equal_string(sheet_find(&sheet, row, "proven")->text, "yes"));
        sample_assert_near(value, naive_best(matrix, (enum key_problem)problem, size), 1e-9,
                           names[problem]);
        sample_assert_near(value, naive_value(matrix, (enum key_problem)problem, set), 1e-9,
                           names[problem]);
    }
    sheet_release(&sheet);
}

static void test_no_set_of_the_size_is_better(void **state)
{
    (void)state;
    sample_check_random(check_players);
}

/* Two stars of four with their hubs tied. */
static void test_two_hubs_are_the_key_pair(void **state)
{
    struct sample sample;
    struct sheet sheet;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 10);
    for (group_id i = 1; i < 5; i++) {
        sample_tie(&sample, i, 0, "pledge");
        sample_tie(&sample, 5 + i, 5, "pledge");
    }
    sample_tie(&sample, 0, 5, "conflict");
    sample_measure(&sample);
    sheet_case_build(&sample, "keyplayer", (struct sheet_wish){.size = 2}, &sheet);
    const struct sheet_cell *pair = sheet_find(&sheet, 1, "groups");
    assert_int_equal(pair->count, 2);
    assert_int_equal(pair->groups[0], 0);
    assert_int_equal(pair->groups[1], 5);
    assert_true(sheet_case_number(&sheet, 1, "value") == 1); /* all loners */
    assert_true(sheet_case_number(&sheet, 1, "before") == 0);
    assert_true(sheet_case_number(&sheet, 0, "others") == 1); /* either hub */
    sheet_release(&sheet);
    sample_release(&sample);
}

/* When not all sets may be tried, the result is no better than the best and not called proven. */
static void test_too_many_sets_are_not_called_proven(void **state)
{
    igraph_t ring;
    igraph_adjlist_t adjacency;
    struct key_set quick;
    struct key_set full;
    (void)state;
    igraph_ring(&ring, 14, IGRAPH_UNDIRECTED, false, true);
    igraph_adjlist_init(&ring, &adjacency, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE);
    struct key_graph *graph = key_graph_new(&adjacency);
    for (int problem = 0; problem < KEY_PROBLEM_COUNT; problem++) {
        assert_true(key_find(graph, (enum key_problem)problem, 4, 0, &quick));
        assert_true(key_find(graph, (enum key_problem)problem, 4, 1000000, &full));
        assert_true(full.is_proven);
        assert_true(quick.value <= full.value + 1e-12);
        assert_false(quick.is_proven);
        sample_assert_near(key_value(graph, (enum key_problem)problem, quick.members, 4),
                           quick.value, 1e-12, "value");
    }
    key_graph_free(graph);
    igraph_adjlist_destroy(&adjacency);
    igraph_destroy(&ring);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_set_of_the_size_is_better),
        cmocka_unit_test(test_two_hubs_are_the_key_pair),
        cmocka_unit_test(test_too_many_sets_are_not_called_proven),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
