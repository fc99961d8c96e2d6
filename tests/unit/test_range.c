/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ranges against measuring every choice of the possible ties as a dataset of its own. */
#include "metrics/range.h"

#include "sample.h"

/* Metrics whose ends are exact whatever the number of possible ties. */
static const char exact[] =
    "degree,degree_in_negative,degree_pledge,degree_net,strength_out,neighbours_positive,coreness,"
    "harmonic_closeness,parallel_ties,ties,ties_split,pairs,pairs_mixed,isolates,density,"
    "arc_density,triangles,weak_components,strong_components_positive,largest_component,"
    "highest_coreness,truss,truss_positive,highest_truss,efficiency,dyads_mutual,"
    "dyads_null,triads_003,triads_300";

/* The first ties of a random network, some of them only possible in the selection. */
static void fill(struct sample *sample, uint64_t seed, unsigned ties, unsigned possible)
{
    static const char *const kinds[] = {"pledge", "alliance", "attack", "conflict", "split"};
    uint64_t state = seed;
    sample_init(sample);
    sample_groups(sample, 6);
    for (unsigned i = 0; i < ties; i++) {
        group_id source = sample_random(&state, 6);
        group_id target = (source + 1 + sample_random(&state, 5)) % 6;
        sample_tie(sample, source, target, kinds[sample_random(&state, 5)]);
    }
    sample_select(sample);
    for (unsigned i = 0; i < possible; i++)
        sample->selection.relations.items[ties - 1 - i].activity = ACTIVITY_POSSIBLE;
}

/* The same ties without those of which the choice says no, in a dataset of their own. */
static void fill_choice(struct sample *choice, const struct sample *whole, size_t certain,
                        unsigned bits, size_t *indices)
{
    size_t kept = 0;
    sample_init(choice);
    sample_groups(choice, 6);
    for (size_t i = 0; i < whole->dataset.relations.count; i++) {
        const struct relation *relation = &whole->dataset.relations.items[i];
        const struct kind *kind = &whole->dataset.kinds.items[relation->kind];
        if (i >= certain && !(bits >> (i - certain) & 1u))
            continue;
        char name[32];
        snprintf(name, sizeof name, TEXT_FORMAT, TEXT_PARTS(kind->name));
        sample_tie(choice, relation->source, relation->target, name);
        indices[kept++] = i;
    }
    sample_select(choice);
    for (size_t i = 0; i < kept; i++)
        if (indices[i] >= certain)
            choice->selection.relations.items[i].activity = ACTIVITY_POSSIBLE;
}

struct ends {
    double low[32];
    double high[32];
};

static void widen(struct ends *ends, const struct sample *choice, const struct metric *metric,
                  const size_t *indices)
{
    const double *values = sample_column(choice, metric->scope, metric->name);
    for (size_t row = 0; row < choice->results.tables[metric->scope].row_count; row++) {
        size_t at = metric->scope == SCOPE_RELATION ? indices[row] : row;
        ends->low[at] = fmin(ends->low[at], values[row]);
        ends->high[at] = fmax(ends->high[at], values[row]);
    }
}

static bool is_checked(const struct metric *metric, const struct measure_wish *wish)
{
    return metric->scope != SCOPE_COMPONENT && measure_wish_names(wish, metric->name);
}

/* Every choice of the possible ties, measured one by one. */
static struct ends *enumerate(const struct sample *whole, const struct measure_wish *wish,
                              size_t certain, unsigned possible)
{
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    struct ends *ends = calloc(count, sizeof *ends);
    for (size_t m = 0; m < count; m++)
        for (int i = 0; i < 32; i++)
            ends[m].low[i] = ends[m].high[i] = NAN;
    for (unsigned bits = 0; bits < 1u << possible; bits++) {
        struct sample choice;
        struct error error = {0};
        size_t indices[32];
        fill_choice(&choice, whole, certain, bits, indices);
        assert_true(measure_wished(&choice.selection, wish, &choice.results, &error));
        for (size_t m = 0; m < count; m++)
            if (is_checked(&metrics[m], wish))
                widen(&ends[m], &choice, &metrics[m], indices);
        sample_release(&choice);
    }
    return ends;
}

static void check_against_enumeration(uint64_t seed, unsigned ties, unsigned possible)
{
    struct sample sample;
    struct metric_ranges ranges;
    struct error error = {0};
    size_t count = 0;
    const struct metric *metrics = metric_catalogue(&count);
    const struct measure_wish wish = {.metrics = TEXT(exact), .seed = 1};
    fill(&sample, seed, ties, possible);
    struct ends *ends = enumerate(&sample, &wish, ties - possible, possible);
    assert_true(range_measure(&sample.selection, &wish, 5, &ranges, &error));
    assert_int_equal(ranges.possible, possible);
    for (size_t m = 0; m < count; m++) {
        if (!is_checked(&metrics[m], &wish))
            continue;
        enum metric_scope scope = metrics[m].scope;
        const double *low = metric_table_find(&ranges.low.tables[scope], metrics[m].name)->values;
        const double *high = metric_table_find(&ranges.high.tables[scope], metrics[m].name)->values;
        assert_int_equal(metric_ranges_method(&ranges, &metrics[m]), RANGE_EXACT);
        for (size_t row = 0; row < ranges.low.tables[scope].row_count; row++) {
            sample_assert_near(low[row], ends[m].low[row], 1e-12, metrics[m].name);
            sample_assert_near(high[row], ends[m].high[row], 1e-12, metrics[m].name);
        }
    }
    free(ends);
    metric_ranges_release(&ranges);
    sample_release(&sample);
}

static void test_exact_ranges_are_those_of_all_choices(void **state)
{
    (void)state;
    check_against_enumeration(1, 14, 11);
    check_against_enumeration(2, 11, 11);
    for (uint64_t seed = 3; seed < 8; seed++)
        check_against_enumeration(seed, 12, 4);
}

static void test_few_possible_ties_make_every_metric_exact(void **state)
{
    struct sample sample;
    struct metric_ranges ranges;
    struct error error = {0};
    const struct measure_wish wish = {.metrics = TEXT("betweenness,community"), .seed = 1};
    (void)state;
    fill(&sample, 4, 10, 3);
    assert_true(range_measure(&sample.selection, &wish, 5, &ranges, &error));
    assert_true(ranges.is_exhaustive);
    assert_int_equal(ranges.subsets, 8);
    const struct metric_table *table = &ranges.low.tables[SCOPE_GROUP];
    assert_int_equal(metric_ranges_method(&ranges, metric_table_find(table, "betweenness")->metric),
                     RANGE_EXACT);
    assert_int_equal(metric_ranges_method(&ranges, metric_table_find(table, "community")->metric),
                     RANGE_NONE);
    metric_ranges_release(&ranges);
    sample_release(&sample);
}

static void test_many_possible_ties_make_others_sampled_and_repeatable(void **state)
{
    struct sample sample;
    struct metric_ranges ranges;
    struct metric_ranges again;
    struct error error = {0};
    const struct measure_wish wish = {.metrics = TEXT("betweenness,strength"), .seed = 1};
    (void)state;
    fill(&sample, 5, 20, 15);
    sample.dataset.relations.items[19].weight = -2;
    assert_true(range_measure(&sample.selection, &wish, 40, &ranges, &error));
    assert_true(range_measure(&sample.selection, &wish, 40, &again, &error));
    assert_int_equal(ranges.subsets, 2 + 2 * 15 + 2 + 40);
    const struct metric_column *low =
        metric_table_find(&ranges.low.tables[SCOPE_GROUP], "betweenness");
    const struct metric_column *high =
        metric_table_find(&ranges.high.tables[SCOPE_GROUP], "betweenness");
    assert_int_equal(metric_ranges_method(&ranges, low->metric), RANGE_SAMPLED);
    assert_int_equal(
        metric_ranges_method(
            &ranges, metric_table_find(&ranges.low.tables[SCOPE_GROUP], "strength")->metric),
        RANGE_SAMPLED);
    assert_memory_equal(low->values,
                        metric_table_find(&again.low.tables[SCOPE_GROUP], "betweenness")->values,
                        6 * sizeof(double));
    bool is_wide = false;
    for (int g = 0; g < 6; g++) {
        assert_true(low->values[g] <= high->values[g]);
        is_wide = is_wide || low->values[g] < high->values[g];
    }
    assert_true(is_wide);
    metric_ranges_release(&ranges);
    metric_ranges_release(&again);
    sample_release(&sample);
}

static void test_certain_ties_alone_have_no_width(void **state)
{
    struct sample sample;
    struct metric_ranges ranges;
    struct error error = {0};
    const struct measure_wish wish = {.seed = 1};
    (void)state;
    fill(&sample, 6, 9, 0);
    assert_true(range_measure(&sample.selection, &wish, 5, &ranges, &error));
    assert_int_equal(ranges.subsets, 1);
    for (int scope = 0; scope < SCOPE_COMPONENT; scope++) {
        const struct metric_table *low = &ranges.low.tables[scope];
        const struct metric_table *high = &ranges.high.tables[scope];
        for (size_t c = 0; c < low->columns.count; c++)
            for (size_t row = 0; row < low->row_count; row++)
                sample_assert_near(low->columns.items[c].values[row],
                                   high->columns.items[c].values[row], 0,
                                   low->columns.items[c].metric->name);
    }
    metric_ranges_release(&ranges);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exact_ranges_are_those_of_all_choices),
        cmocka_unit_test(test_few_possible_ties_make_every_metric_exact),
        cmocka_unit_test(test_many_possible_ties_make_others_sampled_and_repeatable),
        cmocka_unit_test(test_certain_ties_alone_have_no_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
