/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/change.h"

#include "figure_case.h"

static struct window read_window(const char *text)
{
    struct window window;
    const char *reason = NULL;
    if (!window_parse(text_from(text), &window, &reason))
        fail_msg("window '%s': %s", text, reason);
    return window;
}

static void assert_appearance(struct appearance found, enum emphasis emphasis, bool possible)
{
    assert_string_equal(emphasis_look(found.emphasis)->name, emphasis_look(emphasis)->name);
    assert_int_equal(found.possible, possible);
}

/* One tie between two groups, with its dates. */
static void init_tie(struct figure_case *test, enum figure_type type, const char *kind,
                     const char *start, const char *end)
{
    figure_case_init(test, type);
    sample_groups(&test->sample, 2);
    sample_tie(&test->sample, 0, 1, kind);
    figure_case_date(test, start, end);
    figure_case_select(test);
}

static void assert_in_window(const char *kind, const char *start, const char *end,
                             enum emphasis emphasis, bool possible)
{
    struct figure_case test;
    init_tie(&test, FIGURE_STRIP, kind, start, end);
    assert_appearance(change_in_window(&test.sample.dataset, 0, read_window("2014")), emphasis,
                      possible);
    figure_case_release(&test);
}

static void test_states_in_a_window(void **state)
{
    (void)state;
    assert_in_window("alliance", "2014-05", "", EMPHASIS_NEW, false);
    assert_in_window("alliance", "2014-05", "2014-06", EMPHASIS_NEW, false);
    assert_in_window("alliance", "[2013-12..2014-02]", "", EMPHASIS_NEW, true);
    assert_in_window("alliance", "2013", "", EMPHASIS_EARLIER, false);
    assert_in_window("alliance", "2012", "2014-02", EMPHASIS_EARLIER, false);
    assert_in_window("alliance", "2012", "[2013..2014]", EMPHASIS_EARLIER, true);
    assert_in_window("alliance", "2012", "2013", EMPHASIS_GONE, false);
    assert_in_window("alliance", "2015", "", EMPHASIS_ABSENT, false);
}

static void test_undated_ties_are_never_new(void **state)
{
    (void)state;
    assert_in_window("alliance", "", "", EMPHASIS_EARLIER, true);
    assert_in_window("alliance", "[..2016-02]", "..", EMPHASIS_EARLIER, true);
    assert_in_window("alliance", "[..2014-02]", "..", EMPHASIS_EARLIER, false);
    assert_in_window("attack", "[..2016-02]", "", EMPHASIS_EARLIER, true);
}

static void test_events_in_a_window(void **state)
{
    (void)state;
    assert_in_window("split", "2014-09", "", EMPHASIS_NEW, false);
    assert_in_window("split", "2013-09", "", EMPHASIS_GONE, false);
    assert_in_window("split", "2015-01-01", "", EMPHASIS_ABSENT, false);
    assert_in_window("offensive", "2013-09", "2014-03", EMPHASIS_EARLIER, false);
}

static void assert_between(const char *kind, const char *start, const char *end,
                           enum emphasis emphasis, bool possible)
{
    struct figure_case test;
    init_tie(&test, FIGURE_DIFFERENCE, kind, start, end);
    assert_appearance(change_of_relation(&test.definition, &test.sample.selection, 0), emphasis,
                      possible);
    figure_case_release(&test);
}

static void test_states_between_two_dates(void **state)
{
    (void)state;
    assert_between("alliance", "2015-01", "", EMPHASIS_GAINED, false);
    assert_between("alliance", "[2015..2016]", "", EMPHASIS_GAINED, true);
    assert_between("alliance", "2013", "2015-02", EMPHASIS_LOST, false);
    assert_between("alliance", "2013", "", EMPHASIS_SAME, false);
    assert_between("alliance", "", "", EMPHASIS_SAME, true);
    assert_between("alliance", "2015-01", "2015-03", EMPHASIS_BETWEEN, false);
    assert_between("alliance", "2012", "2013", EMPHASIS_ABSENT, false);
    assert_between("alliance", "2016", "", EMPHASIS_ABSENT, false);
}

static void test_events_between_two_dates(void **state)
{
    (void)state;
    assert_between("split", "2015-05", "", EMPHASIS_BETWEEN, false);
    assert_between("joined", "2015-12", "", EMPHASIS_BETWEEN, false);
    assert_between("split", "2014-06", "", EMPHASIS_ABSENT, false);
    assert_between("split", "2016", "", EMPHASIS_ABSENT, false);
    assert_between("split", "[..2016-02]", "", EMPHASIS_SAME, true);
}

/* The second of two ties of the same groups, whose order does not matter. */
static enum emphasis second_of(const char *first, const char *first_end, const char *second)
{
    struct figure_case test;
    figure_case_init(&test, FIGURE_DIFFERENCE);
    sample_groups(&test.sample, 3);
    sample_tie(&test.sample, 1, 0, first);
    figure_case_date(&test, "2013", first_end);
    sample_tie(&test.sample, 0, 1, second);
    figure_case_date(&test, "2015-03", "");
    sample_tie(&test.sample, 0, 2, second);
    figure_case_date(&test, "2015-03", "");
    figure_case_select(&test);
    const enum emphasis found =
        change_of_relation(&test.definition, &test.sample.selection, 1).emphasis;
    assert_true(change_of_relation(&test.definition, &test.sample.selection, 2).emphasis !=
                EMPHASIS_CHANGED);
    figure_case_release(&test);
    return found;
}

static void test_another_kind_or_sign_between_the_same_groups_is_a_change(void **state)
{
    (void)state;
    assert_int_equal(second_of("alliance", "2015-01", "member"), EMPHASIS_CHANGED);
    assert_int_equal(second_of("alliance", "", "conflict"), EMPHASIS_CHANGED);
    assert_int_equal(second_of("alliance", "2015-01", "attack"), EMPHASIS_CHANGED);
    assert_int_equal(second_of("alliance", "", "member"), EMPHASIS_GAINED);
    assert_int_equal(second_of("alliance", "", "attack"), EMPHASIS_BETWEEN);
}

static enum emphasis group_in_2014(const char *founded, const char *ended)
{
    const struct group group = {.founded = figure_case_read_date(founded),
                                .ended = figure_case_read_date(ended)};
    return change_of_group(&group, read_window("2014"));
}

static void test_groups_in_a_window(void **state)
{
    (void)state;
    assert_int_equal(group_in_2014("2014-09", ""), EMPHASIS_NEW);
    assert_int_equal(group_in_2014("2014-09", "2014-12"), EMPHASIS_NEW);
    assert_int_equal(group_in_2014("2012", ""), EMPHASIS_NORMAL);
    assert_int_equal(group_in_2014("", ""), EMPHASIS_NORMAL);
    assert_int_equal(group_in_2014("[..2014]", ""), EMPHASIS_NORMAL);
    assert_int_equal(group_in_2014("2012", "2014-02"), EMPHASIS_NORMAL);
    assert_int_equal(group_in_2014("2012", "2013"), EMPHASIS_GONE);
    assert_int_equal(group_in_2014("2015", ""), EMPHASIS_ABSENT);
}

static void assert_fails(struct figure_case *test)
{
    struct error error = {0};
    assert_false(change_check(&test->definition, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    figure_case_release(test);
}

static void test_what_is_to_be_compared_must_be_said(void **state)
{
    struct figure_case test;
    struct error error = {0};
    (void)state;
    figure_case_init(&test, FIGURE_STRIP);
    assert_true(change_check(&test.definition, &error));
    list_release(&test.definition.windows);
    assert_fails(&test);
    figure_case_init(&test, FIGURE_DIFFERENCE);
    assert_true(change_check(&test.definition, &error));
    figure_case_set(&test, "figure_to", "2014-06");
    assert_fails(&test);
    figure_case_init(&test, FIGURE_DIFFERENCE);
    test.definition.given = GIVEN_TYPE | GIVEN_TO;
    assert_fails(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states_in_a_window),
        cmocka_unit_test(test_undated_ties_are_never_new),
        cmocka_unit_test(test_events_in_a_window),
        cmocka_unit_test(test_states_between_two_dates),
        cmocka_unit_test(test_events_between_two_dates),
        cmocka_unit_test(test_another_kind_or_sign_between_the_same_groups_is_a_change),
        cmocka_unit_test(test_groups_in_a_window),
        cmocka_unit_test(test_what_is_to_be_compared_must_be_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
