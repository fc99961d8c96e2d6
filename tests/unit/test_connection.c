/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "selection/connection.h"

#include <stdlib.h>

#include "select_case.h"

enum {
    GROUPS = SELECT_CASE_LETTERS,
};

/* "abc acd" for the paths from the first to the last but one of the groups, with the sign. */
static void expect(const struct select_case *test, struct connection_query query,
                   const char *expected)
{
    char found[400] = "";
    size_t length = 0;
    struct connection connection;
    connection_find(&test->selection, &query, &connection);
    for (size_t i = 0; i < connection.count; i++) {
        const group_id *path = connection_path(&connection, i);
        length += (size_t)snprintf(found + length, sizeof found - length, "%s", i > 0 ? " " : "");
        for (size_t k = 0; k <= connection.length; k++)
            length += (size_t)snprintf(found + length, sizeof found - length, "%c",
                                       (char)('a' + path[k]));
        length += (size_t)snprintf(
            found + length, sizeof found - length, ":%s",
            path_sign_name(connection_sign(&test->selection, &query, path, connection.length)));
    }
    assert_string_equal(found, expected);
    connection_release(&connection);
}

static void test_all_shortest_paths_come_in_order_with_their_sign(void **state)
{
    struct select_case test;
    (void)state;
    select_case_init_letters(&test);
    select_case_tie(&test, 0, 2, "attack", "", "");
    select_case_tie(&test, 2, 4, "conflict", "", "");
    select_case_tie(&test, 0, 1, "pledge", "", "");
    select_case_tie(&test, 1, 4, "attack", "", "");
    select_case_tie(&test, 1, 4, "attack", "", "");
    select_case_tie(&test, 4, 3, "split", "", "");
    select_case_tie(&test, 0, 3, "alliance", "", "");
    select_case_run(&test);
    expect(&test, (struct connection_query){.to = 4}, "abe:negative ace:positive ade:neutral");
    expect(&test, (struct connection_query){.to = 4, .layer = LAYER_NEGATIVE}, "ace:positive");
    expect(&test, (struct connection_query){.to = 4, .layer = LAYER_POSITIVE}, "");
    expect(&test, (struct connection_query){.to = 4, .directed = true},
           "abe:negative ace:positive");
    expect(&test, (struct connection_query){.from = 4, .to = 0, .directed = true}, "eda:neutral");
    expect(&test, (struct connection_query){.to = 5}, "");
    select_case_release(&test);
}

static void test_a_step_of_both_signs_makes_the_path_mixed(void **state)
{
    struct select_case test;
    (void)state;
    select_case_init_letters(&test);
    select_case_tie(&test, 0, 1, "pledge", "2014", "");
    select_case_tie(&test, 1, 0, "attack", "2015", "");
    select_case_tie(&test, 1, 4, "pledge", "2014", "2014");
    select_case_run(&test);
    expect(&test, (struct connection_query){.to = 4}, "abe:mixed");
    /* Only the pledge comes in time for the second step. */
    expect(&test, (struct connection_query){.to = 4, .rule = CONNECTION_POSSIBLE}, "abe:positive");
    expect(&test, (struct connection_query){.to = 4, .rule = CONNECTION_CERTAIN}, "");
    select_case_release(&test);
}

static void test_time_makes_a_path_longer_or_cuts_it(void **state)
{
    struct select_case test;
    (void)state;
    select_case_init_letters(&test);
    select_case_tie(&test, 0, 1, "attack", "2016", "");
    select_case_tie(&test, 1, 4, "attack", "2014", "");
    select_case_tie(&test, 0, 2, "attack", "2013", "");
    select_case_tie(&test, 2, 3, "alliance", "2010", "2015");
    select_case_tie(&test, 3, 4, "attack", "2014", "");
    select_case_run(&test);
    expect(&test, (struct connection_query){.to = 4}, "abe:positive");
    expect(&test, (struct connection_query){.to = 4, .rule = CONNECTION_POSSIBLE}, "acde:positive");
    expect(&test, (struct connection_query){.to = 4, .rule = CONNECTION_CERTAIN}, "acde:positive");
    expect(&test, (struct connection_query){.from = 4, .to = 0, .rule = CONNECTION_POSSIBLE},
           "eba:positive");
    select_case_release(&test);
}

/* ---- a second, naive implementation: every simple path, every choice of ties ---- */

struct naive {
    const struct dataset *dataset;
    struct connection_query query;
    size_t shortest;
    char paths[100][GROUPS + 1]; /* each once */
    size_t count;
};

/* Can the ties be passed in this order, by the days that the rule reads? */
static bool is_in_order(const struct naive *naive, const relation_id *ties, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct relation *later = &naive->dataset->relations.items[ties[i]];
        if (later->start.earliest > later->end.latest)
            return false;
        for (size_t j = 0; j < i; j++) {
            const struct relation *earlier = &naive->dataset->relations.items[ties[j]];
            const bool certain = naive->query.rule == CONNECTION_CERTAIN;
            day_number begin = certain ? earlier->start.latest : earlier->start.earliest;
            day_number end = certain ? later->end.earliest : later->end.latest;
            if (certain && earlier->end.latest < begin)
                begin = earlier->end.latest;
            if (certain && later->start.earliest > end)
                end = later->start.earliest;
            if (begin > end)
                return false;
        }
    }
    return true;
}

static bool naive_passes(const struct naive *naive, relation_id id, group_id from, group_id to)
{
    const struct relation *relation = &naive->dataset->relations.items[id];
    if (relation->source == from && relation->target == to)
        return true;
    return (!naive->query.directed || dataset_kind_of(naive->dataset, id)->mutual) &&
           relation->target == from && relation->source == to;
}

static void naive_keep(struct naive *naive, const group_id *groups, size_t length)
{
    char path[GROUPS + 1] = "";
    for (size_t i = 0; i <= length; i++)
        path[i] = (char)('a' + groups[i]);
    if (length < naive->shortest)
        naive->count = 0;
    naive->shortest = length;
    for (size_t i = 0; i < naive->count; i++)
        if (strcmp(naive->paths[i], path) == 0)
            return;
    assert_true(naive->count < sizeof naive->paths / sizeof *naive->paths);
    strcpy(naive->paths[naive->count++], path);
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void naive_visit(struct naive *naive, group_id *groups, relation_id *ties, size_t depth)
{
    if (depth > naive->shortest)
        return;
    if (groups[depth] == naive->query.to) {
        naive_keep(naive, groups, depth);
        return;
    }
    for (group_id next = 0; next < GROUPS; next++)
        for (relation_id id = 0; id < naive->dataset->relations.count; id++) {
            bool passes = naive_passes(naive, id, groups[depth], next);
            for (size_t i = 0; i <= depth; i++)
                passes = passes && groups[i] != next;
            ties[depth] = id;
            if (!passes ||
                (naive->query.rule != CONNECTION_ANY_TIME && !is_in_order(naive, ties, depth + 1)))
                continue;
            groups[depth + 1] = next;
            naive_visit(naive, groups, ties, depth + 1);
            ties[depth] = id;
        }
}

static unsigned random_below(uint64_t *state, unsigned limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33) % limit;
}

static void fill_at_random(struct select_case *test, uint64_t *state)
{
    static const char *const starts[] = {"2010", "2012-05", "[2011..2014]", "2014", "2013"};
    static const char *const ends[] = {"2012", "2014-06", "[2012..2015]", "2015", "[2013..2014]"};
    select_case_init_letters(test);
    const unsigned ties = 4 + random_below(state, 9);
    for (unsigned i = 0; i < ties; i++) {
        const group_id source = random_below(state, GROUPS);
        const group_id target = (source + 1 + random_below(state, GROUPS - 1)) % GROUPS;
        select_case_tie(test, source, target, random_below(state, 2) == 0 ? "pledge" : "alliance",
                        starts[random_below(state, 5)], ends[random_below(state, 5)]);
    }
    select_case_run(test);
}

/* The ties of each step are those that stand in some choice of ties that is in order. */
static void assert_ties_are_naive(const struct select_case *test,
                                  const struct connection_query *query, const group_id *path,
                                  size_t length)
{
    bool usable[GROUPS][16] = {{false}};
    const struct naive naive = {.dataset = &test->dataset, .query = *query};
    const size_t relations = test->dataset.relations.count;
    size_t choices = 1;
    for (size_t i = 0; i < length; i++)
        choices *= relations;
    for (size_t choice = 0; choice < choices; choice++) {
        relation_id ties[GROUPS];
        size_t rest = choice;
        bool fits = true;
        for (size_t i = 0; i < length; i++, rest /= relations) {
            ties[i] = (relation_id)(rest % relations);
            fits = fits && naive_passes(&naive, ties[i], path[i], path[i + 1]);
        }
        if (!fits || (query->rule != CONNECTION_ANY_TIME && !is_in_order(&naive, ties, length)))
            continue;
        for (size_t i = 0; i < length; i++)
            usable[i][ties[i]] = true;
    }
    for (size_t step = 0; step < length; step++) {
        struct relation_id_list ties = {0};
        size_t expected = 0;
        connection_collect_ties(&test->selection, query, path, length, step, &ties);
        for (size_t i = 0; i < relations; i++)
            expected += usable[step][i];
        assert_int_equal(ties.count, expected);
        for (size_t i = 0; i < ties.count; i++)
            assert_true(usable[step][ties.items[i]]);
        list_release(&ties);
    }
}

static void assert_same_as_naive(const struct select_case *test, struct connection_query query)
{
    struct connection connection;
    struct naive naive = {.dataset = &test->dataset, .query = query, .shortest = GROUPS};
    group_id groups[GROUPS + 1] = {query.from};
    relation_id ties[GROUPS + 1] = {0};
    naive_visit(&naive, groups, ties, 0);
    qsort(naive.paths, naive.count, sizeof *naive.paths, compare_paths);
    connection_find(&test->selection, &query, &connection);
    assert_int_equal(connection.count, naive.count);
    for (size_t i = 0; i < connection.count; i++) {
        const group_id *path = connection_path(&connection, i);
        assert_int_equal(connection.length + 1, strlen(naive.paths[i]));
        for (size_t k = 0; k <= connection.length; k++)
            assert_int_equal('a' + path[k], naive.paths[i][k]);
        assert_ties_are_naive(test, &query, path, connection.length);
    }
    connection_release(&connection);
}

static void test_paths_are_those_of_a_naive_search(void **state)
{
    uint64_t random = 7;
    (void)state;
    for (int round = 0; round < 300; round++) {
        struct select_case test;
        fill_at_random(&test, &random);
        for (int rule = 0; rule < CONNECTION_RULE_COUNT; rule++)
            for (int directed = 0; directed < 2; directed++)
                assert_same_as_naive(&test,
                                     (struct connection_query){.from = 0,
                                                               .to = 5,
                                                               .rule = (enum connection_rule)rule,
                                                               .directed = directed == 1});
        select_case_release(&test);
    }
}

/* Ten diamonds in a row have 1024 shortest paths. */
static void test_paths_are_counted_up_to_a_limit(void **state)
{
    struct select_case test;
    struct connection connection;
    static char ids[31][4];
    (void)state;
    select_case_init(&test);
    for (size_t i = 0; i < 31; i++) {
        snprintf(ids[i], sizeof ids[i], "g%zu", i);
        select_case_group(&test, ids[i], "North", "", "");
    }
    for (group_id i = 0; i < 10; i++)
        for (group_id k = 1; k <= 2; k++) {
            select_case_tie(&test, 3 * i, 3 * i + k, "alliance", "", "");
            select_case_tie(&test, 3 * i + k, 3 * i + 3, "alliance", "", "");
        }
    select_case_run(&test);
    connection_find(&test.selection, &(struct connection_query){.to = 30}, &connection);
    assert_int_equal(connection.length, 20);
    assert_int_equal(connection.count, CONNECTION_COUNTED);
    assert_true(connection.has_more);
    connection_release(&connection);
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_shortest_paths_come_in_order_with_their_sign),
        cmocka_unit_test(test_a_step_of_both_signs_makes_the_path_mixed),
        cmocka_unit_test(test_time_makes_a_path_longer_or_cuts_it),
        cmocka_unit_test(test_paths_are_those_of_a_naive_search),
        cmocka_unit_test(test_paths_are_counted_up_to_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
