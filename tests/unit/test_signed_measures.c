/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/signed_measures.h"

#include "signed_case.h"

enum {
    N = 12,
};

struct matrix {
    double at[N][N];
};

/* Signs of the edges, or 1 for each when without_signs. */
static struct matrix read_matrix(const struct signed_graph *graph, bool without_signs)
{
    struct matrix matrix = {0};
    for (size_t i = 0; i < graph->edge_count; i++) {
        const struct signed_edge *edge = &graph->edges[i];
        double sign = edge->negative && !without_signs ? -1 : 1;
        matrix.at[edge->a][edge->b] = sign;
        matrix.at[edge->b][edge->a] = sign;
    }
    return matrix;
}

static void test_triangles_are_those_of_all_sets_of_three(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct signed_graph graph;
        size_t counts[4];
        size_t expected[4] = {0};
        signed_case_random(&graph, seed, N, 20 + 2 * seed, 0);
        struct matrix signs = read_matrix(&graph, false);
        for (size_t a = 0; a < N; a++)
            for (size_t b = a + 1; b < N; b++)
                for (size_t c = b + 1; c < N; c++) {
                    double sum = signs.at[a][b] + signs.at[b][c] + signs.at[a][c];
                    if (signs.at[a][b] * signs.at[b][c] * signs.at[a][c] != 0)
                        expected[(size_t)((3 - sum) / 2)]++;
                }
        signed_count_triangles(&graph, counts);
        for (size_t i = 0; i < 4; i++)
            assert_int_equal(counts[i], expected[i]);
        signed_graph_release(&graph);
    }
}

/* Gauss-Jordan elimination with pivots. */
static void solve(struct matrix *matrix, double *right)
{
    for (size_t i = 0; i < N; i++) {
        size_t pivot = i;
        for (size_t j = i; j < N; j++)
            pivot = fabs(matrix->at[j][i]) > fabs(matrix->at[pivot][i]) ? j : pivot;
        for (size_t k = 0; k < N; k++) {
            double swap = matrix->at[i][k];
            matrix->at[i][k] = matrix->at[pivot][k];
            matrix->at[pivot][k] = swap;
        }
        double swap = right[i];
        right[i] = right[pivot];
        right[pivot] = swap;
        for (size_t j = 0; j < N; j++) {
            double factor = matrix->at[j][i] / matrix->at[i][i];
            if (j == i)
                continue;
            for (size_t k = 0; k < N; k++)
                matrix->at[j][k] -= factor * matrix->at[i][k];
            right[j] -= factor * right[i];
        }
    }
    for (size_t i = 0; i < N; i++)
        right[i] /= matrix->at[i][i];
}

static void test_pn_centrality_solves_the_equations(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct signed_graph graph;
        double values[N];
        double expected[N];
        signed_case_random(&graph, seed, N, 2 * seed + 20, 0);
        struct matrix matrix = read_matrix(&graph, false);
        for (size_t a = 0; a < N; a++) {
            expected[a] = 1;
            for (size_t b = 0; b < N; b++) {
                double entry = matrix.at[a][b] < 0 ? -2 : matrix.at[a][b];
                matrix.at[a][b] = (a == b ? 1 : 0) - entry / (2 * N - 2);
            }
        }
        solve(&matrix, expected);
        signed_pn_centrality(&graph, values);
        for (size_t v = 0; v < N; v++)
            assert_true(fabs(values[v] - expected[v]) < 1e-9);
        signed_graph_release(&graph);
    }
}

/* Two groups alone: 1 / (1 - 1/2) = 2 for allies; enemies have no inverse. */
static void test_pn_centrality_of_two(void **state)
{
    (void)state;
    for (int negative = 0; negative < 2; negative++) {
        struct signed_edge edge = {0, 1, 1, negative == 1};
        struct signed_graph graph;
        double values[2];
        signed_graph_init(&graph, 2, &edge, 1);
        signed_pn_centrality(&graph, values);
        assert_true(negative == 1 ? isnan(values[0]) : fabs(values[0] - 2) < 1e-9);
        signed_graph_release(&graph);
    }
}

/* Trace of the exponential by its series. */
static double trace_exponential(const struct matrix *matrix)
{
    struct matrix term = {0};
    double trace = 0;
    for (size_t i = 0; i < N; i++)
        term.at[i][i] = 1;
    for (int k = 1; k < 80; k++) {
        struct matrix next = {0};
        for (size_t i = 0; i < N; i++) {
            trace += term.at[i][i];
            for (size_t j = 0; j < N; j++)
                for (size_t l = 0; l < N; l++)
                    next.at[i][j] += term.at[i][l] * matrix->at[l][j] / k;
        }
        term = next;
    }
    return trace;
}

static void test_walk_balance_is_the_share_of_signed_walks(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct signed_graph graph;
        double value;
        signed_case_random(&graph, seed, N, 10 + 3 * seed, 0);
        assert_int_equal(signed_walk_balance(&graph, &value), IGRAPH_SUCCESS);
        struct matrix with = read_matrix(&graph, false);
        struct matrix without = read_matrix(&graph, true);
        assert_true(fabs(value - trace_exponential(&with) / trace_exponential(&without)) < 1e-9);
        signed_graph_release(&graph);
    }
}

/* The power method on c I - (D - A), c above every eigenvalue: the least one of D - A. */
static double least_eigenvalue(const struct signed_graph *graph)
{
    struct matrix signs = read_matrix(graph, false);
    double vector[N];
    double shift = 2 * N;
    double norm = 0;
    for (size_t i = 0; i < N; i++)
        vector[i] = 1 + 0.37 * (double)((i * 7) % 5);
    for (int round = 0; round < 20000; round++) {
        double image[N];
        norm = 0;
        for (size_t i = 0; i < N; i++) {
            double degree = (double)(graph->first[i + 1] - graph->first[i]);
            image[i] = (shift - degree) * vector[i];
            for (size_t j = 0; j < N; j++)
                image[i] += signs.at[i][j] * vector[j];
            norm += image[i] * image[i];
        }
        norm = sqrt(norm);
        for (size_t i = 0; i < N; i++)
            vector[i] = image[i] / norm;
    }
    return shift - norm;
}

static void test_algebraic_conflict_is_the_least_eigenvalue(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct signed_graph graph;
        double value;
        size_t component[N];
        signed_case_random(&graph, seed, N, 40 + 2 * seed, 0);
        if (signed_graph_components(&graph, component) == 1) {
            assert_int_equal(signed_algebraic_conflict(&graph, &value), IGRAPH_SUCCESS);
            assert_true(fabs(value - least_eigenvalue(&graph)) < 1e-6);
        }
        signed_graph_release(&graph);
    }
}

/* A balanced pair beside a triangle of three enemies: of the larger part, 3 - 2 = 1. */
static void test_algebraic_conflict_is_of_the_largest_part(void **state)
{
    static const struct signed_edge edges[] = {
        {0, 1, 1, false}, {2, 3, 1, true}, {3, 4, 1, true}, {2, 4, 1, true}};
    struct signed_graph graph;
    double value;
    (void)state;
    signed_graph_init(&graph, 5, edges, 4);
    assert_int_equal(signed_algebraic_conflict(&graph, &value), IGRAPH_SUCCESS);
    assert_true(fabs(value - 1) < 1e-9);
    signed_graph_release(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_triangles_are_those_of_all_sets_of_three),
        cmocka_unit_test(test_pn_centrality_solves_the_equations),
        cmocka_unit_test(test_pn_centrality_of_two),
        cmocka_unit_test(test_walk_balance_is_the_share_of_signed_walks),
        cmocka_unit_test(test_algebraic_conflict_is_the_least_eigenvalue),
        cmocka_unit_test(test_algebraic_conflict_is_of_the_largest_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
