/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

/* Modularity of the communities found, from the matrix. */
static void check_modularity(struct sample *sample, const struct sample_matrix *matrix,
                             enum layer layer)
{
    const double *community =
        sample_column(sample, SCOPE_GROUP, sample_layer_column("community", layer));
    double total = 0;
    double strength[16] = {0};
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = 0; j < matrix->n; j++)
            strength[i] += matrix->ties[i][j];
        total += strength[i];
    }
    double modularity = total > 0 ? 0 : (double)NAN;
    for (size_t i = 0; i < matrix->n && total > 0; i++) {
        for (size_t j = 0; j < matrix->n; j++) {
            if (community[i] == community[j])
                modularity += (matrix->ties[i][j] - strength[i] * strength[j] / total) / total;
        }
    }
    sample_assert_near(sample_network_value(sample, sample_layer_column("modularity", layer)),
                       modularity, 1e-12, "modularity");
}

static void test_modularity_is_that_of_the_communities(void **state)
{
    (void)state;
    sample_check_random(check_modularity);
}

/* Classes from 1 on, none empty, by size and then by first member. */
static void check_numbering(struct sample *sample, const struct sample_matrix *matrix,
                            enum layer layer)
{
    const double *community =
        sample_column(sample, SCOPE_GROUP, sample_layer_column("community", layer));
    int size[18] = {0};
    size_t first[18] = {0};
    for (size_t i = matrix->n; i-- > 0;) {
        size_t number = (size_t)community[i];
        assert_true(number >= 1 && number <= matrix->n);
        size[number]++;
        first[number] = i;
    }
    size_t count = (size_t)sample_network_value(sample, sample_layer_column("communities", layer));
    for (size_t number = 1; number <= count; number++) {
        assert_true(size[number] > 0);
        assert_true(number == 1 || size[number - 1] > size[number] ||
                    (size[number - 1] == size[number] && first[number - 1] < first[number]));
    }
    assert_int_equal(size[count + 1], 0);
}

static void test_communities_are_numbered_by_size_then_first_member(void **state)
{
    (void)state;
    sample_check_random(check_numbering);
}

static void tie_all(struct sample *sample, group_id first, group_id last)
{
    for (group_id a = first; a <= last; a++)
        for (group_id b = a + 1; b <= last; b++)
            sample_tie(sample, a, b, "alliance");
}

/* Groups 0 to 3 and 4 to 8 are all allied among themselves, with one tie between, and 9 alone. */
static void test_two_blocs_are_two_communities(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 10);
    tie_all(&sample, 0, 3);
    tie_all(&sample, 4, 8);
    sample_tie(&sample, 3, 4, "alliance");
    sample_measure(&sample);
    for (group_id group = 0; group < 10; group++) {
        double expected = group < 4 ? 2 : group < 9 ? 1 : 3;
        assert_true(sample_group_value(&sample, "community", group) == expected);
    }
    assert_true(sample_network_value(&sample, "communities") == 3);
    assert_true(sample_network_value(&sample, "community_agreement") == 1);
    sample_release(&sample);
}

/* A ring of 12 has many equally good partitions, so random runs differ. */
static void test_disagreement_of_the_runs_is_reported(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 12);
    for (group_id i = 0; i < 12; i++)
        sample_tie(&sample, i, (i + 1) % 12, "alliance");
    sample_measure(&sample);
    double agreement = sample_network_value(&sample, "community_agreement");
    assert_true(agreement < 1 && agreement > 0);
    sample_release(&sample);
}

static void test_without_ties_every_group_is_alone(void **state)
{
    struct sample sample;
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 3);
    sample_measure(&sample);
    for (group_id group = 0; group < 3; group++)
        assert_true(sample_group_value(&sample, "community", group) == group + 1);
    assert_true(sample_network_value(&sample, "communities") == 3);
    assert_true(isnan(sample_network_value(&sample, "modularity")));
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_modularity_is_that_of_the_communities),
        cmocka_unit_test(test_communities_are_numbered_by_size_then_first_member),
        cmocka_unit_test(test_two_blocs_are_two_communities),
        cmocka_unit_test(test_disagreement_of_the_runs_is_reported),
        cmocka_unit_test(test_without_ties_every_group_is_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
