/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/reach.h"

#include "select_case.h"

enum {
    GROUPS = SELECT_CASE_LETTERS,
    MOST_STEPS = GROUPS - 1,
};

static void expect(const struct select_case *test, struct connection_query query,
                   const char *expected)
{
    size_t reached[GROUPS];
    char found[GROUPS + 1] = "";
    reach_count(&test->selection, &query, reached);
    for (size_t i = 0; i < test->selection.groups.count; i++)
        found[i] = (char)('0' + reached[i]);
    assert_string_equal(found, expected);
}

/* a-b in 2012, b-c in 2014, c-d in 2013 (or later, perhaps); e and f have no tie. */
static void test_nothing_goes_back_in_time(void **state)
{
    struct select_case test;
    (void)state;
    select_case_init_letters(&test);
    select_case_tie(&test, 0, 1, "attack", "2012", "");
    select_case_tie(&test, 1, 2, "pledge", "2014", "2014");
    select_case_tie(&test, 2, 3, "attack", "[2013..2015]", "");
    select_case_run(&test);
    expect(&test, (struct connection_query){.rule = CONNECTION_ANY_TIME}, "333300");
    expect(&test, (struct connection_query){.rule = CONNECTION_POSSIBLE}, "332200");
    expect(&test, (struct connection_query){.rule = CONNECTION_CERTAIN}, "222100");
    expect(&test, (struct connection_query){.rule = CONNECTION_POSSIBLE, .directed = true},
           "321000");
    expect(&test, (struct connection_query){.layer = LAYER_POSITIVE}, "011000");
    select_case_release(&test);
}

/* The days of a tie by the rule: from the last or first day of its beginning on. */
static void read_days(const struct dataset *dataset, relation_id id, bool certain, int64_t days[2])
{
    const struct relation *relation = &dataset->relations.items[id];
    const struct date_span span = dataset_kind_of(dataset, id)->event
                                      ? date_span_of_event(&relation->start, &relation->end)
                                      : date_span_of_state(&relation->start, &relation->end);
    days[0] = certain ? date_span_begin_last(&span) : span.begin_first;
    days[1] = certain ? date_span_end_first(&span) : span.end_last;
}

/* Every path without a ring, tie by tie: each earlier tie must have begun by the end of each later
 * one. */
static void walk(const struct select_case *test, bool certain, relation_id *path, size_t steps,
                 group_id here, bool on_path[GROUPS], bool reached[GROUPS])
{
    const struct dataset *dataset = &test->dataset;
    on_path[here] = true;
    reached[here] = true;
    for (relation_id id = 0; id < dataset->relations.count && steps < MOST_STEPS; id++) {
        const struct relation *relation = &dataset->relations.items[id];
        const group_id next = relation->source == here ? relation->target : relation->source;
        int64_t later[2];
        bool is_in_order = (relation->source == here || relation->target == here) && !on_path[next];
        read_days(dataset, id, certain, later);
        for (size_t i = 0; i < steps && is_in_order; i++) {
            int64_t earlier[2];
            read_days(dataset, path[i], certain, earlier);
            is_in_order = earlier[0] <= later[1];
        }
        if (!is_in_order)
            continue;
        path[steps] = id;
        walk(test, certain, path, steps + 1, next, on_path, reached);
    }
    on_path[here] = false;
}

static void test_as_many_as_by_all_paths(void **state)
{
    static const char *const starts[] = {
        "2012", "2013-05", "2014", "[2012..2015]", "2013?", "", "2014-06/2015-02", "[..2013-06]"};
    static const char *const ends[] = {"2015", "..", "", "2015?", "", "2016"};
    static const char *const kinds[] = {"alliance", "attack", "pledge"};
    uint32_t seed = 7;
    (void)state;
    for (int round = 0; round < 60; round++) {
        struct select_case test;
        select_case_init_letters(&test);
        for (int i = 0; i < 8; i++) {
            uint32_t draw[5];
            for (int k = 0; k < 5; k++)
                draw[k] = (seed = seed * 1664525u + 1013904223u) >> 16;
            const char *kind = kinds[draw[2] % 3];
            const group_id source = draw[0] % GROUPS;
            select_case_tie(&test, source, (source + 1 + draw[1] % (GROUPS - 1)) % GROUPS, kind,
                            starts[draw[3] % 8], kind[1] == 't' ? "" : ends[draw[4] % 6]);
        }
        select_case_run(&test);
        for (int certain = 0; certain < 2; certain++) {
            size_t counts[GROUPS];
            const struct connection_query query = {.rule = certain ? CONNECTION_CERTAIN
                                                                   : CONNECTION_POSSIBLE};
            reach_count(&test.selection, &query, counts);
            for (group_id group = 0; group < GROUPS; group++) {
                bool on_path[GROUPS] = {false};
                bool reached[GROUPS] = {false};
                relation_id path[MOST_STEPS];
                size_t expected = 0;
                walk(&test, certain == 1, path, 0, group, on_path, reached);
                for (group_id other = 0; other < GROUPS; other++)
                    expected += reached[other] && other != group;
                assert_int_equal(counts[selection_position(&test.selection, group)], expected);
            }
        }
        select_case_release(&test);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_goes_back_in_time),
        cmocka_unit_test(test_as_many_as_by_all_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
