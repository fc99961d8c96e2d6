/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

/* Which groups are in reach of each other, by closing the matrix. */
static void close_matrix(const struct sample_matrix *matrix, bool reach[16][16])
{
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = 0; j < matrix->n; j++)
            reach[i][j] = i == j || matrix->ties[i][j] > 0;
    for (size_t k = 0; k < matrix->n; k++)
        for (size_t i = 0; i < matrix->n; i++)
            for (size_t j = 0; j < matrix->n; j++)
                reach[i][j] = reach[i][j] || (reach[i][k] && reach[k][j]);
}

static void check_fragmentation(struct sample *sample, const struct sample_matrix *matrix,
                                enum layer layer)
{
    bool reach[16][16];
    double apart = 0;
    double together = 0;
    double n = (double)matrix->n;
    close_matrix(matrix, reach);
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = 0; j < matrix->n; j++)
            *(reach[i][j] ? &together : &apart) += 1;
    sample_assert_near(sample_network_value(sample, sample_layer_column("fragmentation", layer)),
                       apart / (n * (n - 1)), 1e-12, "fragmentation");
    /* Together counts the ordered pairs, a group with itself included: the sum of s^2. */
    sample_assert_near(
        sample_network_value(sample, sample_layer_column("effective_components", layer)),
        n * n / together, 1e-12, "effective_components");
}

static void test_fragmentation_is_the_share_of_pairs_out_of_reach(void **state)
{
    (void)state;
    sample_check_random(check_fragmentation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fragmentation_is_the_share_of_pairs_out_of_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
