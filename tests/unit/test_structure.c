/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "sample.h"

#define NOBODY SIZE_MAX

/* Label what is reached from a group along arcs (or pairs), without one group. */
static void spread(const struct sample_matrix *matrix, bool along_arcs, size_t without, size_t from,
                   bool reached[16])
{
    reached[from] = true;
    for (size_t j = 0; j < matrix->n; j++) {
        bool joined = along_arcs ? matrix->arc[from][j] : matrix->ties[from][j] > 0;
        if (joined && j != without && !reached[j])
            spread(matrix, along_arcs, without, j, reached);
    }
}

static bool is_reached(const struct sample_matrix *matrix, bool along_arcs, size_t from, size_t to)
{
    bool reached[16] = {false};
    spread(matrix, along_arcs, NOBODY, from, reached);
    return reached[to];
}

static int count_components(const struct sample_matrix *matrix, size_t without)
{
    bool reached[16] = {false};
    int count = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        if (i == without || reached[i])
            continue;
        spread(matrix, false, without, i, reached);
        count++;
    }
    return count;
}

/* Groups are in one class exactly when they reach each other. */
static void check_components(struct sample *sample, const struct sample_matrix *matrix,
                             enum layer layer)
{
    const double *weak =
        sample_column(sample, SCOPE_GROUP, sample_layer_column("weak_component", layer));
    const double *strong =
        sample_column(sample, SCOPE_GROUP, sample_layer_column("strong_component", layer));
    for (size_t i = 0; i < matrix->n; i++) {
        for (size_t j = 0; j < matrix->n; j++) {
            bool there = is_reached(matrix, true, i, j);
            bool back = is_reached(matrix, true, j, i);
            assert_int_equal(weak[i] == weak[j], is_reached(matrix, false, i, j));
            assert_int_equal(strong[i] == strong[j], there && back);
        }
    }
    const char *column = sample_layer_column("weak_components", layer);
    assert_true(sample_network_value(sample, column) == count_components(matrix, NOBODY));
}

static void test_components_are_what_groups_reach(void **state)
{
    (void)state;
    sample_check_random(check_components);
}

static void check_articulation_points(struct sample *sample, const struct sample_matrix *matrix,
                                      enum layer layer)
{
    const double *column =
        sample_column(sample, SCOPE_GROUP, sample_layer_column("articulation_point", layer));
    double points = 0;
    for (size_t i = 0; i < matrix->n; i++) {
        bool cuts = count_components(matrix, i) > count_components(matrix, NOBODY);
        assert_true(column[i] == cuts);
        points += cuts;
    }
    const char *name = sample_layer_column("articulation_points", layer);
    assert_true(sample_network_value(sample, name) == points);
}

static void test_articulation_points_cut_when_removed(void **state)
{
    (void)state;
    sample_check_random(check_articulation_points);
}

static bool is_bridge(const struct sample_matrix *matrix, size_t a, size_t b)
{
    struct sample_matrix rest = *matrix;
    rest.ties[a][b] = rest.ties[b][a] = 0;
    return count_components(&rest, NOBODY) > count_components(matrix, NOBODY);
}

static void check_bridges(struct sample *sample, const struct sample_matrix *matrix,
                          enum layer layer)
{
    const double *column =
        sample_column(sample, SCOPE_RELATION, sample_layer_column("bridge", layer));
    double bridges = 0;
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = i + 1; j < matrix->n; j++)
            bridges += matrix->ties[i][j] > 0 && is_bridge(matrix, i, j);
    assert_true(sample_network_value(sample, sample_layer_column("bridges", layer)) == bridges);
    for (size_t i = 0; i < sample->dataset.relations.count; i++) {
        const struct relation *relation = &sample->dataset.relations.items[i];
        if (layer_has_sign(layer, sample->dataset.kinds.items[relation->kind].sign))
            assert_true(column[i] == is_bridge(matrix, relation->source, relation->target));
        else
            assert_true(isnan(column[i]));
    }
}

static void test_bridges_cut_with_all_their_parallel_ties(void **state)
{
    (void)state;
    sample_check_random(check_bridges);
}

/* Two pairs are of one biconnected component when they are the same or lie on a ring: when no
 * single group parts their ends. Counted by the pairs that come first in theirs. */
static bool lie_on_a_ring(const struct sample_matrix *matrix, const size_t a[2], const size_t b[2])
{
    for (size_t without = 0; without < matrix->n; without++) {
        bool reached[16] = {false};
        size_t from = a[0] == without ? a[1] : a[0];
        size_t to = b[0] == without ? b[1] : b[0];
        spread(matrix, false, without, from, reached);
        if (!reached[to])
            return false;
    }
    return true;
}

static void check_biconnected(struct sample *sample, const struct sample_matrix *matrix,
                              enum layer layer)
{
    size_t pairs[120][2];
    size_t count = 0;
    double components = 0;
    double largest = 0;
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t j = i + 1; j < matrix->n; j++)
            if (matrix->ties[i][j] > 0) {
                pairs[count][0] = i;
                pairs[count++][1] = j;
            }
    for (size_t p = 0; p < count; p++) {
        bool member[16] = {false};
        bool is_first = true;
        double size = 0;
        for (size_t q = 0; q < count; q++) {
            if (!lie_on_a_ring(matrix, pairs[p], pairs[q]))
                continue;
            is_first = is_first && q >= p;
            member[pairs[q][0]] = member[pairs[q][1]] = true;
        }
        for (size_t i = 0; i < matrix->n; i++)
            size += member[i];
        components += is_first;
        largest = fmax(largest, size);
    }
    assert_true(sample_network_value(
                    sample, sample_layer_column("biconnected_components", layer)) == components);
    assert_true(sample_network_value(sample, sample_layer_column("largest_biconnected", layer)) ==
                largest);
}

static void test_biconnected_components_are_rings_and_bridges(void **state)
{
    (void)state;
    sample_check_random(check_biconnected);
}

/* Members of the k-core: take away whoever has fewer than k neighbours left. */
static void find_core(const struct sample_matrix *matrix, int k, bool inside[16])
{
    bool changed = true;
    for (size_t i = 0; i < matrix->n; i++)
        inside[i] = true;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < matrix->n; i++) {
            int neighbours = 0;
            for (size_t j = 0; j < matrix->n; j++)
                neighbours += inside[j] && matrix->ties[i][j] > 0;
            if (inside[i] && neighbours < k) {
                inside[i] = false;
                changed = true;
            }
        }
    }
}

static void check_coreness(struct sample *sample, const struct sample_matrix *matrix,
                           enum layer layer)
{
    const double *column =
        sample_column(sample, SCOPE_GROUP, sample_layer_column("coreness", layer));
    for (int k = 1; k < 16; k++) {
        bool inside[16];
        find_core(matrix, k, inside);
        for (size_t i = 0; i < matrix->n; i++)
            assert_int_equal(column[i] >= k, inside[i]);
    }
}

static void test_coreness_is_the_highest_core(void **state)
{
    (void)state;
    sample_check_random(check_coreness);
}

/* c-d-e are the largest component, a-f the next, b is alone. */
static void fill_components(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 6);
    sample_tie(sample, 5, 0, "attack");
    sample_tie(sample, 2, 3, "pledge");
    sample_tie(sample, 3, 2, "attack");
    sample_tie(sample, 3, 4, "split");
    sample_measure(sample);
}

static void test_component_table_is_ordered_by_size(void **state)
{
    struct sample sample;
    (void)state;
    fill_components(&sample);
    const struct metric_table *table = &sample.results.tables[SCOPE_COMPONENT];
    static const char *const columns[] = {"size",          "ties",  "ties_positive",
                                          "ties_negative", "pairs", "density"};
    static const double expected[6][3] = {{3, 2, 1}, {3, 1, 0}, {1, 0, 0},
                                          {1, 1, 0}, {2, 1, 0}, {2.0 / 3, 1, (double)NAN}};
    assert_int_equal(table->row_count, 3);
    for (size_t c = 0; c < 6; c++) {
        const double *values = sample_column(&sample, SCOPE_COMPONENT, columns[c]);
        for (size_t row = 0; row < 3; row++)
            sample_assert_near(values[row], expected[c][row], 1e-12, columns[c]);
    }
    sample_release(&sample);
}

static void test_members_of_components_are_known(void **state)
{
    static const size_t rows[] = {1, 2, 0, 0, 0, 1};
    struct sample sample;
    (void)state;
    fill_components(&sample);
    assert_int_equal(sample.results.group_count, 6);
    for (group_id group = 0; group < 6; group++) {
        assert_int_equal(sample.results.component_of_group[group], rows[group]);
        assert_true(sample_group_value(&sample, "weak_component", group) ==
                    (double)rows[group] + 1);
    }
    assert_true(sample_network_value(&sample, "largest_component") == 3);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_components_are_what_groups_reach),
        cmocka_unit_test(test_articulation_points_cut_when_removed),
        cmocka_unit_test(test_bridges_cut_with_all_their_parallel_ties),
        cmocka_unit_test(test_biconnected_components_are_rings_and_bridges),
        cmocka_unit_test(test_coreness_is_the_highest_core),
        cmocka_unit_test(test_component_table_is_ordered_by_size),
        cmocka_unit_test(test_members_of_components_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
