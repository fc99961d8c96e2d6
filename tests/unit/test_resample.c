/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rank intervals against the exact chances of small networks, by enumeration of all draws. */
#include "metrics/resample.h"

#include "sample.h"

static void claim_also(struct sample *sample, relation_id relation, source_id source,
                       enum grade grade, bool disputes)
{
    list_push(&sample->dataset.claims, (struct claim){.relation = relation,
                                                      .source = source,
                                                      .grade = grade,
                                                      .disputes = disputes,
                                                      .start = date_unknown(),
                                                      .end = date_unknown()});
}

static void test_chances_follow_from_claims(void **state)
{
    struct sample sample;
    const struct tie_chances chances = resample_default_chances();
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 2);
    for (int i = 0; i < 4; i++)
        sample_tie(&sample, 0, 1, "alliance");
    claim_also(&sample, 1, 0, GRADE_REPORTED, false);
    claim_also(&sample, 2, 0, GRADE_STATED, true);
    sample_select(&sample);
    sample.selection.relations.items[3].activity = ACTIVITY_POSSIBLE;
    sample_assert_near(resample_chance(&sample.selection, 0, &chances), 0.95, 1e-12, "stated");
    sample_assert_near(resample_chance(&sample.selection, 1, &chances), 0.99, 1e-12, "two claims");
    sample_assert_near(resample_chance(&sample.selection, 2, &chances), 0.475, 1e-12, "disputed");
    sample_assert_near(resample_chance(&sample.selection, 3, &chances), 0.475, 1e-12, "possible");
    sample_release(&sample);
}

/* g0 has three ties, g1 two, g2 one; all to groups of their own. */
static void fill_stars(struct sample *sample)
{
    sample_init(sample);
    sample_groups(sample, 9);
    static const group_id sources[] = {0, 0, 0, 1, 1, 2};
    for (group_id i = 0; i < 6; i++)
        sample_tie(sample, sources[i], 3 + i, "alliance");
    sample_select(sample);
}

/* The chance that a binomial number of a trials is above one of b; equal counts half. */
static double naive_survival(int a, int b, double chance)
{
    double above = 0;
    for (unsigned bits = 0; bits < 1u << (a + b); bits++) {
        int first = 0;
        int second = 0;
        double weight = 1;
        for (int i = 0; i < a + b; i++) {
            int is_there = bits >> i & 1u;
            weight *= is_there ? chance : 1 - chance;
            first += i < a && is_there;
            second += i >= a && is_there;
        }
        above += first > second ? weight : first == second ? weight / 2 : 0;
    }
    return above;
}

static void test_survival_is_near_its_exact_chance(void **state)
{
    struct sample sample;
    struct rank_results results;
    struct error error = {0};
    struct tie_chances chances = resample_default_chances();
    const struct measure_wish wish = {.metrics = TEXT("degree"), .seed = 7};
    (void)state;
    fill_stars(&sample);
    chances.by_grade[GRADE_STATED] = 0.6;
    assert_true(resample_ranks(&sample.selection, &wish, &chances, 20000, &results, &error));
    assert_int_equal(results.tables.count, 1);
    const struct rank_row *rows = results.tables.items[0].rows;
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(rows[i].group, i);
    sample_assert_near(rows[0].survives, naive_survival(3, 2, 0.6), 0.01, "first over second");
    sample_assert_near(rows[1].survives, naive_survival(2, 1, 0.6), 0.01, "second over third");
    assert_true(isnan(rows[8].survives) != 0);
    assert_true(rows[0].rank == 1 && rows[1].rank == 2 && rows[2].rank == 3 && rows[3].rank == 3);
    rank_results_release(&results);
    sample_release(&sample);
}

static void test_sure_ties_leave_no_doubt(void **state)
{
    struct sample sample;
    struct rank_results results;
    struct error error = {0};
    const struct tie_chances chances = {.by_grade = {1, 1, 1}, .possible = 1, .disputed = 1};
    const struct measure_wish wish = {.metrics = TEXT("betweenness,ties,degree"), .seed = 7};
    (void)state;
    fill_stars(&sample);
    assert_true(resample_ranks(&sample.selection, &wish, &chances, 10, &results, &error));
    assert_int_equal(results.tables.count, 2);
    assert_string_equal(results.tables.items[0].metric->name, "degree");
    const struct rank_row *rows = results.tables.items[0].rows;
    for (size_t i = 0; i < 9; i++)
        assert_true(rows[i].low == rows[i].rank && rows[i].high == rows[i].rank);
    assert_true(rows[0].survives == 1 && rows[2].survives == 0.5);
    assert_int_equal(rows[0].tier, 1);
    assert_int_equal(rows[1].tier, 2);
    assert_int_equal(rows[2].tier, 3);
    assert_int_equal(rows[8].tier, 3);
    rank_results_release(&results);
    sample_release(&sample);
}

static void test_ranks_without_a_source_are_those_of_its_rivals(void **state)
{
    struct sample sample;
    struct rank_results results;
    struct error error = {0};
    const struct tie_chances chances = resample_default_chances();
    const struct measure_wish wish = {.metrics = TEXT("degree"), .seed = 7};
    (void)state;
    fill_stars(&sample);
    selection_release(&sample.selection);
    list_push(&sample.dataset.sources, (struct source){.id = TEXT("other")});
    for (size_t i = 0; i < 3; i++)
        sample.dataset.claims.items[i].source = 1;
    sample_select(&sample);
    assert_true(resample_ranks(&sample.selection, &wish, &chances, 10, &results, &error));
    const struct rank_row *rows = results.tables.items[0].rows;
    assert_true(rows[0].source_low == 1 && rows[0].source_high == 6); /* six others keep a tie */
    assert_true(rows[1].source_low == 1 && rows[1].source_high == 5);
    rank_results_release(&results);
    sample_release(&sample);
}

static void test_the_same_seed_gives_the_same_draws(void **state)
{
    struct sample sample;
    struct rank_results first;
    struct rank_results second;
    struct error error = {0};
    const struct tie_chances chances = resample_default_chances();
    const struct measure_wish wish = {.metrics = TEXT("degree"), .seed = 7};
    (void)state;
    fill_stars(&sample);
    assert_true(resample_ranks(&sample.selection, &wish, &chances, 50, &first, &error));
    assert_true(resample_ranks(&sample.selection, &wish, &chances, 50, &second, &error));
    for (size_t i = 0; i < 8; i++) {
        assert_true(first.tables.items[0].rows[i].survives ==
                    second.tables.items[0].rows[i].survives);
        assert_true(first.tables.items[0].rows[i].high == second.tables.items[0].rows[i].high);
    }
    rank_results_release(&first);
    rank_results_release(&second);
    sample_release(&sample);
}

static void test_an_empty_selection_has_no_ranks(void **state)
{
    struct sample sample;
    struct rank_results results;
    struct error error = {0};
    const struct tie_chances chances = resample_default_chances();
    const struct measure_wish wish = {.metrics = TEXT("degree,pagerank"), .seed = 7};
    (void)state;
    sample_init(&sample);
    sample_select(&sample);
    assert_true(resample_ranks(&sample.selection, &wish, &chances, 10, &results, &error));
    assert_int_equal(results.tables.items[0].row_count, 0);
    rank_results_release(&results);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chances_follow_from_claims),
        cmocka_unit_test(test_survival_is_near_its_exact_chance),
        cmocka_unit_test(test_sure_ties_leave_no_doubt),
        cmocka_unit_test(test_ranks_without_a_source_are_those_of_its_rivals),
        cmocka_unit_test(test_the_same_seed_gives_the_same_draws),
        cmocka_unit_test(test_an_empty_selection_has_no_ranks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
