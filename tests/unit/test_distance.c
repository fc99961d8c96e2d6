/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shortest paths against a naive count: all pairs of distances and numbers of paths. */
#include "sample.h"

#define FAR 1000

/* By pair of groups: steps and number of shortest paths. */
struct paths {
    int steps[16][16];
    double count[16][16];
};

static void step_out(const struct sample_matrix *matrix, struct paths *paths, size_t from,
                     int steps)
{
    for (size_t i = 0; i < matrix->n; i++) {
        if (paths->steps[from][i] != steps)
            continue;
        for (size_t j = 0; j < matrix->n; j++) {
            if (matrix->ties[i][j] == 0 || paths->steps[from][j] <= steps)
                continue;
            paths->steps[from][j] = steps + 1;
            paths->count[from][j] += paths->count[from][i];
        }
    }
}

static void find_paths(const struct sample_matrix *matrix, struct paths *paths)
{
    *paths = (struct paths){0};
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = 0; j < matrix->n; j++)
            paths->steps[i][j] = i == j ? 0 : FAR;
        paths->count[i][i] = 1;
        for (int steps = 0; steps < (int)matrix->n; steps++)
            step_out(matrix, paths, i, steps);
    }
}

static double betweenness_of(const struct sample_matrix *matrix, const struct paths *paths,
                             size_t v)
{
    double sum = 0;
    for (size_t s = 0; s < matrix->n; s++) {
        for (size_t t = s + 1; t < matrix->n; t++) {
            if (s == v || t == v || paths->steps[s][t] == FAR)
                continue;
            if (paths->steps[s][v] + paths->steps[v][t] == paths->steps[s][t])
                sum += paths->count[s][v] * paths->count[v][t] / paths->count[s][t];
        }
    }
    return sum;
}

static double betweenness_of_pair(const struct sample_matrix *matrix, const struct paths *paths,
                                  size_t u, size_t v)
{
    double sum = 0;
    for (size_t s = 0; s < matrix->n; s++) {
        for (size_t t = 0; t < matrix->n; t++) {
            if (s == t || paths->steps[s][t] == FAR)
                continue;
            if (paths->steps[s][u] + 1 + paths->steps[v][t] == paths->steps[s][t])
                sum += paths->count[s][u] * paths->count[v][t] / paths->count[s][t];
        }
    }
    return sum;
}

static void check_groups(struct sample *sample, const struct sample_matrix *matrix,
                         enum layer layer)
{
    struct paths paths;
    find_paths(matrix, &paths);
    double efficiency = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        double harmonic = 0;
        for (size_t j = 0; j < matrix->n; j++) {
            if (i != j && paths.steps[i][j] != FAR)
                harmonic += 1.0 / paths.steps[i][j] / (double)(matrix->n - 1);
        }
        efficiency += harmonic / (double)matrix->n;
        const char *column = sample_layer_column("harmonic_closeness", layer);
        sample_assert_near(sample_group_value(sample, column, (group_id)i), harmonic, 1e-12,
                           column);
        column = sample_layer_column("betweenness", layer);
        sample_assert_near(sample_group_value(sample, column, (group_id)i),
                           betweenness_of(matrix, &paths, i), 1e-9, column);
    }
    sample_assert_near(sample_network_value(sample, sample_layer_column("efficiency", layer)),
                       efficiency, 1e-12, "efficiency");
}

static void test_groups_agree_with_a_naive_count(void **state)
{
    (void)state;
    sample_check_random(check_groups);
}

static void check_relations(struct sample *sample, const struct sample_matrix *matrix,
                            enum layer layer)
{
    struct paths paths;
    find_paths(matrix, &paths);
    const double *column =
        sample_column(sample, SCOPE_RELATION, sample_layer_column("edge_betweenness", layer));
    for (size_t i = 0; i < sample->dataset.relations.count; i++) {
        const struct relation *relation = &sample->dataset.relations.items[i];
        enum sign sign = sample->dataset.kinds.items[relation->kind].sign;
        double expected =
            layer_has_sign(layer, sign)
                ? betweenness_of_pair(matrix, &paths, relation->source, relation->target)
                : (double)NAN;
        sample_assert_near(column[i], expected, 1e-9, "edge_betweenness");
    }
}

static void test_relations_agree_with_a_naive_count(void **state)
{
    (void)state;
    sample_check_random(check_relations);
}

static void check_lengths(struct sample *sample, const struct sample_matrix *matrix,
                          enum layer layer)
{
    struct paths paths;
    find_paths(matrix, &paths);
    double pairs = 0;
    double sum = 0;
    double longest = (double)NAN;
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = i + 1; j < matrix->n; j++) {
            if (paths.steps[i][j] == FAR)
                continue;
            pairs++;
            sum += paths.steps[i][j];
            longest = fmax(longest, paths.steps[i][j]);
        }
    }
    sample_assert_near(sample_network_value(sample, sample_layer_column("diameter", layer)),
                       longest, 0, "diameter");
    sample_assert_near(sample_network_value(sample, sample_layer_column("mean_distance", layer)),
                       pairs > 0 ? sum / pairs : (double)NAN, 1e-12, "mean_distance");
}

static void test_lengths_agree_with_a_naive_count(void **state)
{
    (void)state;
    sample_check_random(check_lengths);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_agree_with_a_naive_count),
        cmocka_unit_test(test_relations_agree_with_a_naive_count),
        cmocka_unit_test(test_lengths_agree_with_a_naive_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
