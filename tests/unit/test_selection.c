/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "select_case.h"

/*
 * Six groups: 0 - 1 - 2 - 3 in a chain, 4 with a tie that every claim disputes, 5 alone.
 * 0, 1 in the North, 2, 3 in the South, 4 and 5 nowhere.
 */
static void make_chain(struct select_case *test)
{
    select_case_init(test);
    select_case_group(test, "a", "North", "", "");
    select_case_group(test, "b", "North", "", "");
    select_case_group(test, "c", "South", "", "");
    select_case_group(test, "d", "South", "2016", "");
    select_case_group(test, "e", "", "", "2013");
    select_case_group(test, "f", "", "", "");
    select_case_tie(test, 0, 1, "pledge", "2014", "2015");
    select_case_tie(test, 2, 1, "attack", "2015-06", "");
    select_case_tie(test, 2, 3, "alliance", "2016", "..");
    select_case_tie(test, 3, 4, "conflict", "2012", "2013");
    test->dataset.claims.items[3].disputes = true;
    test->dataset.claims.items[1].grade = GRADE_REPORTED;
    test->dataset.groups.items[1].kind = GROUP_STATE;
}

/* What a query of one option, or of two, chooses. */
static void check(const char *name, const char *value, const char *other, const char *other_value,
                  const char *expected)
{
    struct select_case test;
    make_chain(&test);
    if (name != NULL)
        select_case_set(&test, name, value);
    if (other != NULL)
        select_case_set(&test, other, other_value);
    select_case_run(&test);
    select_case_expect(&test, expected);
    select_case_release(&test);
}

static void test_no_option_chooses_all_but_the_rejected(void **state)
{
    (void)state;
    check(NULL, NULL, NULL, NULL, "0 1 2 3 4 5 / 0 1 2");
}

static void test_counts_tell_why_relations_are_not_chosen(void **state)
{
    (void)state;
    struct select_case test;
    make_chain(&test);
    select_case_set(&test, "during", "2016/2017");
    select_case_set(&test, "family", "pledge");
    select_case_run(&test);
    assert_int_equal(test.selection.counts.chosen, 0);
    assert_int_equal(test.selection.counts.rejected, 1);
    assert_int_equal(test.selection.counts.outside_window, 2);
    assert_int_equal(test.selection.counts.left_out, 1);
    select_case_release(&test);
}

static void test_connected_only_leaves_isolates_out(void **state)
{
    (void)state;
    check("connected-only", "", NULL, NULL, "0 1 2 3 / 0 1 2");
    check("connected-only", "false", NULL, NULL, "0 1 2 3 4 5 / 0 1 2");
}

static void test_families_and_kinds_are_chosen(void **state)
{
    (void)state;
    check("family", "pledge, alliance", NULL, NULL, "0 1 2 3 4 5 / 0 2");
    check("kind", "attack", NULL, NULL, "0 1 2 3 4 5 / 1");
    check("kind", "attack", "kinds", "pledge", "0 1 2 3 4 5 / 0 1");
    check("kind", "attack", "family", "pledge", "0 1 2 3 4 5 /");
}

static void test_a_region_has_its_groups_and_their_ties(void **state)
{
    (void)state;
    check("region", "north", NULL, NULL, "0 1 2 / 0 1");
    check("region", "SOUTH", NULL, NULL, "1 2 3 / 1 2");
    check("region", "North,South", NULL, NULL, "0 1 2 3 / 0 1 2");
    check("region", "North", "kind", "alliance", "0 1 /");
    check("region", "North", "connected_only", "true", "0 1 2 / 0 1");
}

static void test_groups_are_taken_with_the_ties_among_them(void **state)
{
    (void)state;
    check("group", "a,b,f", NULL, NULL, "0 1 5 / 0");
    check("group", "A, D", NULL, NULL, "0 3 /");
    check("group", "a,b,c", "region", "South", "1 2 / 1");
}

static void test_kinds_of_groups_are_chosen(void **state)
{
    (void)state;
    check("group-kind", "organisation", NULL, NULL, "0 2 3 4 5 / 2");
    check("group_kinds", "state", NULL, NULL, "1 /");
    check("group-kind", "state", "region", "South", "/");
}

static void test_an_ego_has_its_neighbours(void **state)
{
    (void)state;
    check("ego", "b", NULL, NULL, "0 1 2 / 0 1");
    check("ego", "a", "hops", "2", "0 1 2 / 0 1");
    check("ego", "a", "hops", "3", "0 1 2 3 / 0 1 2");
    check("ego", "f", NULL, NULL, "5 /");
    check("ego", "e", NULL, NULL, "4 /");
    check("ego", "b", "kind", "attack", "1 2 / 1");
    check("ego", "b", "group", "a,c", "/");
}

static void test_grades_below_are_left_out(void **state)
{
    (void)state;
    check("grade", "stated", NULL, NULL, "0 1 2 3 4 5 / 0 2");
    check("grade", "reported", NULL, NULL, "0 1 2 3 4 5 / 0 1 2");
}

/* The first tie is contested, the second is not. */
static void test_contested_ties_are_left_out_or_taken_alone(void **state)
{
    static const struct {
        const char *way;
        const char *expected;
    } cases[] = {{"include", "0 1 2 / 0 1"}, {"exclude", "0 1 2 / 1"}, {"only", "0 1 2 / 0"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct select_case test;
        select_case_init(&test);
        select_case_group(&test, "a", "North", "", "");
        select_case_group(&test, "b", "North", "", "");
        select_case_group(&test, "c", "South", "", "");
        select_case_tie(&test, 0, 1, "pledge", "", "");
        list_push(&test.dataset.claims,
                  (struct claim){.disputes = true, .start = date_unknown(), .end = date_unknown()});
        select_case_tie(&test, 1, 2, "attack", "", "");
        select_case_set(&test, "contested", cases[i].way);
        select_case_run(&test);
        select_case_expect(&test, cases[i].expected);
        select_case_release(&test);
    }
}

static void test_a_window_chooses_by_activity(void **state)
{
    (void)state;
    check("during", "2014/2015", NULL, NULL, "0 1 2 5 / 0 1");
    check("at", "2016-03", NULL, NULL, "0 1 2 3 5 / 2?");
    check("at", "2017", NULL, NULL, "0 1 2 3 5 / 2");
    check("at", "2016-03", "certain-only", "", "0 1 2 3 5 /");
    check("during", "2013", NULL, NULL, "0 1 2 4 5 /");
}

static void test_a_group_outside_the_window_stays_when_a_tie_names_it(void **state)
{
    (void)state;
    struct select_case test;
    make_chain(&test);
    select_case_tie(&test, 4, 5, "descends", "2015", "");
    select_case_set(&test, "during", "2015");
    select_case_run(&test);
    assert_int_not_equal(selection_position(&test.selection, 4), SELECTION_ABSENT);
    assert_int_equal(selection_position(&test.selection, 3), SELECTION_ABSENT);
    select_case_release(&test);
}

static void test_a_narrowed_selection_has_the_wanted_ties_and_their_ends(void **state)
{
    (void)state;
    struct select_case test;
    struct selection whole;
    static const bool wanted[] = {false, true, false, true};
    make_chain(&test);
    select_case_run(&test);
    whole = test.selection;
    selection_narrow(&whole, wanted, &test.selection);
    select_case_expect(&test, "1 2 / 1"); /* relation 3 was not chosen before */
    assert_int_equal(test.selection.counts.chosen, 1);
    assert_int_equal(selection_position(&test.selection, 2), 1);
    assert_true(selection_position(&test.selection, 0) == SELECTION_ABSENT);
    selection_release(&whole);
    select_case_release(&test);
}

static void test_the_window_stands_in_the_selection(void **state)
{
    (void)state;
    struct select_case test;
    make_chain(&test);
    select_case_run(&test);
    assert_int_equal(test.selection.window.first, DAY_MIN);
    select_case_set(&test, "at", "2015");
    select_case_run(&test);
    assert_int_equal(test.selection.window.first, day_from_civil(2015, 1, 1));
    assert_int_equal(test.selection.window.last, day_from_civil(2015, 12, 31));
    assert_int_equal(selection_position(&test.selection, 99), SELECTION_ABSENT);
    select_case_release(&test);
}

static void test_an_empty_dataset_has_an_empty_selection(void **state)
{
    (void)state;
    struct select_case test;
    select_case_init(&test);
    select_case_run(&test);
    select_case_expect(&test, "/");
    select_case_release(&test);
}

/* Random ties between n groups; the same in every run. */
static void fill_at_random(struct select_case *test, unsigned seed, unsigned n, unsigned ties)
{
    static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    static const char *const kinds[] = {"pledge", "attack", "split"};
    select_case_init(test);
    for (unsigned i = 0; i < n; i++)
        select_case_group(test, ids[i], i % 3 == 0 ? "North" : "South", "", "");
    for (unsigned i = 0; i < ties; i++) {
        seed = seed * 1103515245U + 12345U;
        const unsigned source = seed / 65536 % n;
        const unsigned step = 1 + seed / 1048576 % (n - 1);
        select_case_tie(test, source, (source + step) % n, kinds[seed / 4096 % 3], "", "");
    }
}

/* Within k hops: powers of the adjacency matrix with ones on its diagonal. */
static void reach_by_powers(const struct select_case *test, unsigned ego, unsigned hops,
                            bool *reached)
{
    const size_t n = test->dataset.groups.count;
    unsigned step[10][10] = {0};
    unsigned power[10][10] = {0};
    for (size_t i = 0; i < n; i++)
        step[i][i] = power[i][i] = 1;
    for (size_t i = 0; i < test->dataset.relations.count; i++) {
        const struct relation *relation = &test->dataset.relations.items[i];
        step[relation->source][relation->target] = step[relation->target][relation->source] = 1;
    }
    for (unsigned hop = 0; hop < hops; hop++) {
        unsigned next[10][10] = {0};
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                for (size_t k = 0; k < n; k++)
                    next[i][j] |= power[i][k] & step[k][j];
        memcpy(power, next, sizeof power);
    }
    for (size_t i = 0; i < n; i++)
        reached[i] = power[ego][i] != 0;
}

static void test_hops_are_those_of_matrix_powers(void **state)
{
    (void)state;
    for (unsigned round = 0; round < 300; round++) {
        struct select_case test;
        const unsigned n = 2 + round % 9;
        const unsigned hops = 1 + round % 4;
        const unsigned ego = round % n;
        char number[4];
        bool reached[10] = {0};
        fill_at_random(&test, round, n, round % 14);
        snprintf(number, sizeof number, "%u", hops);
        select_case_set(&test, "ego", test.dataset.groups.items[ego].id.at);
        select_case_set(&test, "hops", number);
        select_case_run(&test);
        reach_by_powers(&test, ego, hops, reached);
        size_t ties = 0;
        for (size_t i = 0; i < test.dataset.relations.count; i++) {
            const struct relation *relation = &test.dataset.relations.items[i];
            ties += reached[relation->source] && reached[relation->target];
        }
        assert_int_equal(test.selection.relations.count, ties);
        for (group_id i = 0; i < n; i++)
            assert_int_equal(selection_position(&test.selection, i) != SELECTION_ABSENT,
                             reached[i]);
        select_case_release(&test);
    }
}

/* One option more never adds a relation. */
static void test_options_only_narrow(void **state)
{
    (void)state;
    static const char *const options[][2] = {
        {"family", "conflict"},   {"kind", "pledge,attack"}, {"region", "North"},
        {"group", "a,b,c"},       {"grade", "stated"},       {"ego", "a"},
        {"certain-only", ""},     {"connected-only", ""},    {"group-kind", "organisation"},
        {"contested", "exclude"},
    };
    enum {
        COUNT = sizeof options / sizeof *options
    };
    for (unsigned set = 0; set < 1U << COUNT; set += 3) {
        struct select_case test;
        size_t before = SIZE_MAX;
        fill_at_random(&test, set, 7, 12);
        for (unsigned i = 0; i < COUNT; i++) {
            if ((set >> i & 1U) != 0)
                select_case_set(&test, options[i][0], options[i][1]);
            select_case_run(&test);
            assert_true(test.selection.relations.count <= before);
            before = test.selection.relations.count;
        }
        select_case_release(&test);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_option_chooses_all_but_the_rejected),
        cmocka_unit_test(test_counts_tell_why_relations_are_not_chosen),
        cmocka_unit_test(test_connected_only_leaves_isolates_out),
        cmocka_unit_test(test_contested_ties_are_left_out_or_taken_alone),
        cmocka_unit_test(test_families_and_kinds_are_chosen),
        cmocka_unit_test(test_a_region_has_its_groups_and_their_ties),
        cmocka_unit_test(test_groups_are_taken_with_the_ties_among_them),
        cmocka_unit_test(test_kinds_of_groups_are_chosen),
        cmocka_unit_test(test_an_ego_has_its_neighbours),
        cmocka_unit_test(test_grades_below_are_left_out),
        cmocka_unit_test(test_a_window_chooses_by_activity),
        cmocka_unit_test(test_a_group_outside_the_window_stays_when_a_tie_names_it),
        cmocka_unit_test(test_a_narrowed_selection_has_the_wanted_ties_and_their_ends),
        cmocka_unit_test(test_the_window_stands_in_the_selection),
        cmocka_unit_test(test_an_empty_dataset_has_an_empty_selection),
        cmocka_unit_test(test_hops_are_those_of_matrix_powers),
        cmocka_unit_test(test_options_only_narrow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
