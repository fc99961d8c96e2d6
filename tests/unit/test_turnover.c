/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/turnover.h"

#include <math.h>

#include "select_case.h"

static struct window year(int number)
{
    return (struct window){.first = day_from_civil(number, 1, 1),
                           .last = day_from_civil(number, 12, 31)};
}

/*
 * In windows of a year, by hand:            2013   2014   2015
 *   0  a-b alliance   2013 to 2014          held   held
 *   1  b-c alliance   2014, end unknown            held   maybe
 *   2  a-c alliance   [2013..2014] on       maybe  held   held
 *   3  c-a rivalry    2015 on                             held
 *   4  a-b attack     2014, an event               (yes)
 *   5  d-a pledge     [2014..2015] on              maybe  held
 *   6  d-c refused    2015, an event                      (yes)
 *   7  b-a pledge     [..2014] on                  maybe  held
 */
static void init(struct select_case *test)
{
    static const char *const ids[] = {"a", "b", "c", "d"};
    select_case_init(test);
    for (size_t i = 0; i < 4; i++)
        select_case_group(test, ids[i], "North", "", "");
    select_case_tie(test, 0, 1, "alliance", "2013", "2014");
    select_case_tie(test, 1, 2, "alliance", "2014", "");
    select_case_tie(test, 0, 2, "alliance", "[2013..2014]", "..");
    select_case_tie(test, 2, 0, "rivalry", "2015", "..");
    select_case_tie(test, 0, 1, "attack", "2014", "");
    select_case_tie(test, 3, 0, "pledge", "[2014..2015]", "..");
    select_case_tie(test, 3, 2, "pledge_refused", "2015", "");
    select_case_tie(test, 1, 0, "pledge", "[..2014]", "..");
    dataset_build_index(&test->dataset);
}

static void select_year(struct select_case *test, int number, struct selection *selection)
{
    test->query.has_window = true;
    test->query.window = year(number);
    selection_evaluate(selection, &test->dataset, &test->query);
}

/* "formed dissolved kept" from one year to the next. */
static void expect(struct select_case *test, int from, bool certain, const char *expected,
                   double jaccard)
{
    struct selection before;
    struct selection after;
    char found[40];
    select_year(test, from, &before);
    select_year(test, from + 1, &after);
    const struct turnover turnover = turnover_count(&before, &after, certain);
    snprintf(found, sizeof found, "%zu %zu %zu", turnover.formed, turnover.dissolved,
             turnover.kept);
    assert_string_equal(found, expected);
    assert_true(fabs(turnover_jaccard(&before, &after, certain) - jaccard) < 1e-12);
    selection_release(&before);
    selection_release(&after);
}

/* Tie 7 may be there in 2013 already, so it is kept. */
static void test_ties_of_two_windows_by_hand(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    expect(&test, 2013, false, "2 0 3", 3 / 5.0);
    expect(&test, 2013, true, "1 0 1", 1 / 4.0);
    expect(&test, 2014, false, "1 1 4", 4 / 6.0);
    expect(&test, 2014, true, "1 1 2", 2 / 6.0);
    select_case_release(&test);
}

static void test_the_same_window_twice_changes_nothing(void **state)
{
    struct select_case test;
    struct selection selection;
    (void)state;
    init(&test);
    select_year(&test, 2015, &selection);
    const struct turnover turnover = turnover_count(&selection, &selection, true);
    assert_true(turnover.formed == 0 && turnover.dissolved == 0 && turnover.kept == 4);
    assert_true(turnover_jaccard(&selection, &selection, true) == 1);
    selection_release(&selection);
    select_case_release(&test);
}

static void test_windows_without_a_tie_have_no_index(void **state)
{
    struct select_case test;
    struct selection before;
    struct selection after;
    (void)state;
    select_case_init(&test);
    select_case_group(&test, "a", "North", "", "");
    dataset_build_index(&test.dataset);
    select_year(&test, 2013, &before);
    select_year(&test, 2014, &after);
    assert_true(isnan(turnover_jaccard(&before, &after, false)));
    selection_release(&before);
    selection_release(&after);
    select_case_release(&test);
}

static void test_pledges_are_counted_in_the_window_of_their_beginning(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    for (int number = 2013; number <= 2015; number++) {
        const size_t in_2015 = number == 2015;
        struct selection selection;
        select_year(&test, number, &selection);
        assert_int_equal(turnover_count_pledges(&selection, SIGN_POSITIVE, false), number >= 2014);
        assert_int_equal(turnover_count_pledges(&selection, SIGN_POSITIVE, true), 0);
        assert_int_equal(turnover_count_pledges(&selection, SIGN_NEGATIVE, true), in_2015);
        selection_release(&selection);
    }
    select_case_release(&test);
}

/* Of one group two switches in a window, one of them only possible; one of another. */
static void test_a_group_switches_once_in_a_window(void **state)
{
    struct select_case test;
    struct switch_list switches = {0};
    (void)state;
    init(&test);
    list_push(&switches, (struct alliance_switch){.group = 0, .join = 3, .possible = true});
    list_push(&switches, (struct alliance_switch){.group = 0, .join = 6});
    list_push(&switches, (struct alliance_switch){.group = 2, .join = 5});
    list_push(&switches, (struct alliance_switch){.group = 3, .join = 7});
    assert_int_equal(turnover_count_switches(&test.dataset, &switches, year(2015), false), 2);
    assert_int_equal(turnover_count_switches(&test.dataset, &switches, year(2015), true), 1);
    assert_int_equal(turnover_count_switches(&test.dataset, &switches, year(2014), false), 1);
    assert_int_equal(turnover_count_switches(&test.dataset, &switches, year(2014), true), 0);
    list_release(&switches);
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ties_of_two_windows_by_hand),
        cmocka_unit_test(test_the_same_window_twice_changes_nothing),
        cmocka_unit_test(test_windows_without_a_tie_have_no_index),
        cmocka_unit_test(test_pledges_are_counted_in_the_window_of_their_beginning),
        cmocka_unit_test(test_a_group_switches_once_in_a_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
