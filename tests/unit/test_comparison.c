/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/comparison.h"

#include "select_case.h"

static struct window read_window(const char *text)
{
    struct window window;
    const char *reason = NULL;
    if (!window_parse(text_from(text), &window, &reason))
        fail_msg("window '%s': %s", text, reason);
    return window;
}

static void init(struct select_case *test)
{
    select_case_init(test);
    select_case_group(test, "a", "North", "", "");
    select_case_group(test, "b", "North", "", "");
    select_case_group(test, "c", "South", "", "");
}

/* The changes of all ties between June 2014 and December 2015, by their order. */
static void expect(struct select_case *test, const char *expected)
{
    char found[200] = "";
    size_t length = 0;
    select_case_run(test);
    const struct comparison comparison = {&test->selection, read_window("2014-06"),
                                          read_window("2015-12")};
    for (relation_id i = 0; i < test->dataset.relations.count; i++) {
        const struct tie_change change = comparison_of_tie(&comparison, i);
        length +=
            (size_t)snprintf(found + length, sizeof found - length, "%s%s%s", i > 0 ? " " : "",
                             change_name(change.change), change.possible ? "?" : "");
        if (change.other != RELATION_NONE)
            length += (size_t)snprintf(found + length, sizeof found - length, ":%u", change.other);
    }
    assert_string_equal(found, expected);
    select_case_release(test);
}

static void test_each_change_of_a_state(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, 0, 1, "alliance", "2013", "");
    select_case_tie(&test, 0, 2, "alliance", "2013", "2015-03");
    select_case_tie(&test, 1, 2, "pledge", "2015-03", "");
    select_case_tie(&test, 1, 2, "pledge", "[2015..2016]", "..");
    select_case_tie(&test, 1, 0, "pledge", "2015-01", "2015-03");
    select_case_tie(&test, 1, 0, "pledge", "2016", "");
    select_case_tie(&test, 1, 0, "pledge", "2012", "2013");
    select_case_tie(&test, 1, 0, "pledge", "", "");
    expect(&test, "kept lost gained gained? between absent absent kept?");
}

static void test_each_change_of_an_event(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, 0, 1, "split", "2015-03", "");
    select_case_tie(&test, 0, 1, "split", "2014-06", "");
    select_case_tie(&test, 0, 1, "split", "[2015..2017]", "");
    select_case_tie(&test, 0, 1, "split", "[..2015]", "");
    select_case_tie(&test, 0, 1, "split", "", "");
    expect(&test, "between absent between? kept? kept?");
}

static void test_a_tie_of_the_other_sign_is_named_before_one_of_another_kind(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, 0, 1, "member", "2013", "2015-03");
    select_case_tie(&test, 1, 0, "rivalry", "2013", "2015-03");
    select_case_tie(&test, 0, 1, "pledge", "2015-03", "");
    expect(&test, "lost lost flipped:1");
}

static void test_only_what_came_later_flips(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, 0, 1, "alliance", "2013", "");
    select_case_tie(&test, 0, 1, "attack", "2015-03", "");
    select_case_tie(&test, 0, 2, "alliance", "2013", "2015-01");
    select_case_tie(&test, 2, 0, "attack", "2015-03", "");
    expect(&test, "kept between lost flipped:2");
}

/* Swapping the dates of a state swaps gained and lost; the naive reading of two snapshots. */
static void test_states_agree_with_two_snapshots(void **state)
{
    static const char *const starts[] = {"", "2012", "2015-03", "[2014..2015]", "2016", "[..2015]"};
    static const char *const ends[] = {"..", "2013", "2015-06", "[2014..2016]", "2017"};
    (void)state;
    for (size_t s = 0; s < sizeof starts / sizeof *starts; s++)
        for (size_t e = 0; e < sizeof ends / sizeof *ends; e++) {
            struct select_case test;
            init(&test);
            select_case_tie(&test, 0, 1, "alliance", starts[s], ends[e]);
            bool held[2];
            static const char *const dates[] = {"2014-06", "2015-12"};
            for (size_t k = 0; k < 2; k++) {
                query_clear(&test.query, TEXT("at"));
                select_case_set(&test, "at", dates[k]);
                select_case_run(&test);
                held[k] = test.selection.relations.count == 1;
            }
            const enum change change =
                comparison_of_dates(&test.dataset, 0, read_window(dates[0]), read_window(dates[1]))
                    .change;
            assert_int_equal(change == CHANGE_GAINED, !held[0] && held[1]);
            assert_int_equal(change == CHANGE_LOST, held[0] && !held[1]);
            assert_true(!held[0] || !held[1] || change == CHANGE_KEPT);
            select_case_release(&test);
        }
}

static enum group_change group_change(const char *founded, const char *ended)
{
    const struct group group = {.founded = select_case_date(founded),
                                .ended = select_case_date(ended)};
    return comparison_of_group(&group, read_window("2014-06"), read_window("2015-12"));
}

static void test_groups_are_founded_and_end(void **state)
{
    (void)state;
    assert_int_equal(group_change("2014-09", ""), GROUP_FOUNDED);
    assert_int_equal(group_change("2014-09", "2015-01"), GROUP_ENDED);
    assert_int_equal(group_change("2012", "2015-01"), GROUP_ENDED);
    assert_int_equal(group_change("2012", ".."), GROUP_STAYED);
    assert_int_equal(group_change("[..2015]", ""), GROUP_STAYED);
    assert_int_equal(group_change("2016", ""), GROUP_LATER);
}

static void test_dates_must_lie_apart_and_in_order(void **state)
{
    struct error error = {0};
    (void)state;
    assert_true(comparison_check(read_window("2014"), read_window("2015"), &error));
    assert_false(comparison_check(read_window("2015"), read_window("2015-06"), &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    error = (struct error){0};
    assert_false(comparison_check(read_window("2016"), read_window("2015"), &error));
    error = (struct error){0};
    assert_false(comparison_check(window_all(), read_window("2015"), &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_change_of_a_state),
        cmocka_unit_test(test_each_change_of_an_event),
        cmocka_unit_test(test_a_tie_of_the_other_sign_is_named_before_one_of_another_kind),
        cmocka_unit_test(test_only_what_came_later_flips),
        cmocka_unit_test(test_states_agree_with_two_snapshots),
        cmocka_unit_test(test_groups_are_founded_and_end),
        cmocka_unit_test(test_dates_must_lie_apart_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
