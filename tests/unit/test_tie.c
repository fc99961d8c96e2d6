/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/tie.h"

#include "report_case.h"

static relation_id find(const struct report_case *test, const char *id)
{
    relation_id relation = dataset_find_relation(&test->dataset, text_from(id));
    assert_true(relation != RELATION_NONE);
    return relation;
}

static const char *phrase(struct report_case *test, const char *relation, const char *group)
{
    buffer_release(&test->written);
    tie_add_phrase(&test->written, &test->dataset, find(test, relation),
                   dataset_find_group(&test->dataset, text_from(group)));
    return report_case_written(test);
}

static const char *period(struct report_case *test, const char *relation)
{
    buffer_release(&test->written);
    tie_add_period(&test->written, &test->dataset, find(test, relation));
    return report_case_written(test);
}

static const char *standing(struct report_case *test, const char *relation)
{
    buffer_release(&test->written);
    tie_add_standing(&test->written, &test->dataset, find(test, relation));
    return report_case_written(test);
}

static void test_phrase_tells_who_acts(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_string_equal(phrase(&test, "pledge_band", "band"),
                        "pledge of allegiance to League of the North");
    assert_string_equal(phrase(&test, "pledge_band", "league"),
                        "pledge of allegiance by Band of the Pass");
    assert_string_equal(phrase(&test, "split_guard", "guard"), "split from League of the North");
    assert_string_equal(phrase(&test, "split_guard", "league"), "split by Northern Guard");
    report_case_release(&test);
}

static void test_mutual_tie_reads_alike_from_both_ends(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_string_equal(phrase(&test, "alliance_guard_shura", "guard"),
                        "alliance with Şûra Council");
    assert_string_equal(phrase(&test, "alliance_guard_shura", "shura"),
                        "alliance with Northern Guard");
    report_case_release(&test);
}

static void test_sentence_begins_with_the_one_who_acts(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    tie_add_sentence(&test.written, &test.dataset, find(&test, "attack_state_band"));
    assert_string_equal(report_case_written(&test),
                        "Eastern State: attack against Band of the Pass");
    report_case_release(&test);
}

static void test_period_keeps_still_so_and_unknown_apart(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_string_equal(period(&test, "pledge_band"), "June 2015, still so");
    assert_string_equal(period(&test, "conflict_state_shura"), "2013, end unknown");
    assert_string_equal(period(&test, "attack_state_band"), "3 November 2015");
    assert_string_equal(period(&test, "refused_shura"), "date unknown");
    report_case_release(&test);
}

static void test_standing_tells_outcome_and_grade(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    assert_string_equal(standing(&test, "split_guard"), "supported, stated");
    assert_string_equal(standing(&test, "pledge_band"), "contested, reported");
    assert_string_equal(standing(&test, "refused_shura"), "rejected");
    report_case_release(&test);
}

static void test_ties_are_sorted_by_date_with_unknown_ones_last(void **state)
{
    (void)state;
    struct report_case test;
    report_case_init(&test);
    relation_id ties[] = {0, 1, 2, 3, 4, 5};
    tie_sort_by_date(&test.dataset, ties, 6);
    static const char *const expected[] = {
        "conflict_state_shura", "split_guard",       "pledge_band",
        "alliance_guard_shura", "attack_state_band", "refused_shura",
    };
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(ties[i], find(&test, expected[i]));
    report_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrase_tells_who_acts),
        cmocka_unit_test(test_mutual_tie_reads_alike_from_both_ends),
        cmocka_unit_test(test_sentence_begins_with_the_one_who_acts),
        cmocka_unit_test(test_period_keeps_still_so_and_unknown_apart),
        cmocka_unit_test(test_standing_tells_outcome_and_grade),
        cmocka_unit_test(test_ties_are_sorted_by_date_with_unknown_ones_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
