/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/switches.h"

#include "select_case.h"

/* Two hubs a and b, a part of b, a third hub without enemies, and the group that turns. */
enum {
    HUB,
    RIVAL,
    PART,
    THIRD,
    TURNING,
};

static void init(struct select_case *test)
{
    static const char *const ids[] = {"hub", "rival", "part", "third", "turning"};
    select_case_init(test);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        select_case_group(test, ids[i], "North", "", "");
    select_case_tie(test, PART, RIVAL, "member", "2010", "");
}

/* "hub>rival:r3" for each switch of the turning group, with the relation that opposes the two. */
static void expect(struct select_case *test, const char *expected)
{
    char found[200] = "";
    size_t length = 0;
    struct switch_list switches;
    select_case_run(test);
    switches_find(&test->selection, &switches);
    for (size_t i = 0; i < switches.count; i++) {
        const struct alliance_switch *one = &switches.items[i];
        const struct group *groups = test->dataset.groups.items;
        assert_int_equal(one->group, TURNING);
        length += (size_t)snprintf(
            found + length, sizeof found - length, "%s" TEXT_FORMAT ">" TEXT_FORMAT ":%u%s",
            i > 0 ? " " : "", TEXT_PARTS(groups[one->left].id), TEXT_PARTS(groups[one->joined].id),
            one->opposition, one->possible ? "?" : "");
    }
    assert_string_equal(found, expected);
    list_release(&switches);
    select_case_release(test);
}

static void check(const char *left, const char *leaving, const char *joined, const char *joining,
                  const char *expected)
{
    struct select_case test;
    init(&test);
    select_case_tie(&test, HUB, RIVAL, "rivalry", "2011", "");
    select_case_tie(&test, TURNING, HUB, left, leaving, "");
    select_case_tie(&test, TURNING, RIVAL, joined, joining, "");
    expect(&test, expected);
}

static void test_leaving_and_binding_within_a_year_is_a_switch(void **state)
{
    (void)state;
    check("split", "2014-09", "pledge", "2014-10", "hub>rival:1");
    check("defection", "2014-10", "alliance", "2014-09", "hub>rival:1");
    check("split", "2014-09", "joined", "2015-03", "hub>rival:1");
    check("split", "2014", "pledge", "2015", "hub>rival:1?");
    check("split", "[..2014]", "pledge", "2013", "hub>rival:1?");
    check("split", "", "pledge", "", "hub>rival:1?");
    check("split", "2012", "pledge", "2014-10", "");
}

static void test_what_does_not_leave_or_bind_is_none(void **state)
{
    (void)state;
    check("attack", "2014-09", "pledge", "2014-10", "");
    check("split", "2014-09", "pledge_renewed", "2014-10", "");
    check("split", "2014-09", "attack", "2014-10", "");
    check("pledge", "2014-09", "pledge", "2014-10", "");
}

static void test_an_alliance_that_ended_is_left(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, HUB, RIVAL, "rivalry", "2011", "");
    select_case_tie(&test, HUB, TURNING, "alliance", "2010", "2014-06");
    select_case_tie(&test, TURNING, RIVAL, "pledge", "2014-07", "");
    expect(&test, "hub>rival:1");
}

/* Hub and rival changed partners, too, but of mutual ties alone nobody can tell who turned. */
static void test_mutual_ties_alone_are_none(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, HUB, RIVAL, "rivalry", "2011", "");
    select_case_tie(&test, HUB, TURNING, "alliance", "2010", "2014-06");
    select_case_tie(&test, TURNING, RIVAL, "alliance", "2014-07", "");
    expect(&test, "");
}

static void test_sides_without_conflict_are_none(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, HUB, RIVAL, "rivalry", "2011", "");
    select_case_tie(&test, TURNING, HUB, "split", "2014-06", "");
    select_case_tie(&test, TURNING, THIRD, "pledge", "2014-07", "");
    expect(&test, "");
}

/* Its own fights with the side that it left say nothing of the two sides. */
static void test_the_own_conflict_does_not_oppose(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, HUB, TURNING, "attack", "2014-08", "");
    select_case_tie(&test, TURNING, HUB, "split", "2014-06", "");
    select_case_tie(&test, TURNING, RIVAL, "pledge", "2014-07", "");
    expect(&test, "");
}

static void test_a_conflict_of_the_parts_opposes_the_wholes(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, HUB, PART, "rivalry", "2011", "");
    select_case_tie(&test, TURNING, HUB, "split", "2014-06", "");
    select_case_tie(&test, TURNING, RIVAL, "pledge", "2014-07", "");
    expect(&test, "hub>rival:1");
}

static void test_from_a_part_to_its_whole_is_no_other_side(void **state)
{
    struct select_case test;
    (void)state;
    init(&test);
    select_case_tie(&test, RIVAL, PART, "condemnation", "2014-05", "");
    select_case_tie(&test, TURNING, PART, "split", "2014-06", "");
    select_case_tie(&test, TURNING, RIVAL, "pledge", "2014-07", "");
    expect(&test, "");
}

static void test_one_row_for_several_ties_to_the_same_side(void **state)
{
    struct select_case test;
    struct switch_list switches;
    (void)state;
    init(&test);
    select_case_tie(&test, HUB, RIVAL, "rivalry", "2011", "");
    select_case_tie(&test, TURNING, HUB, "split", "2014-06", "");
    select_case_tie(&test, TURNING, RIVAL, "member", "2014-07", "");
    select_case_tie(&test, TURNING, RIVAL, "pledge", "2014-07", "");
    select_case_run(&test);
    switches_find(&test.selection, &switches);
    assert_int_equal(switches.count, 1);
    assert_int_equal(switches.items[0].join, 4);
    list_release(&switches);
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_leaving_and_binding_within_a_year_is_a_switch),
        cmocka_unit_test(test_what_does_not_leave_or_bind_is_none),
        cmocka_unit_test(test_an_alliance_that_ended_is_left),
        cmocka_unit_test(test_mutual_ties_alone_are_none),
        cmocka_unit_test(test_sides_without_conflict_are_none),
        cmocka_unit_test(test_the_own_conflict_does_not_oppose),
        cmocka_unit_test(test_a_conflict_of_the_parts_opposes_the_wholes),
        cmocka_unit_test(test_from_a_part_to_its_whole_is_no_other_side),
        cmocka_unit_test(test_one_row_for_several_ties_to_the_same_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
