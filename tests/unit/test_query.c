/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "select_case.h"

static void make_dataset(struct select_case *test)
{
    select_case_init(test);
    select_case_group(test, "islamic_state", "Syria-Iraq", "", "");
    select_case_group(test, "taliban", "Afghanistan", "", "");
    dataset_build_index(&test->dataset);
}

static void check_refused(const char *name, const char *value, const char *message)
{
    struct select_case test;
    struct error error = {0};
    select_case_init(&test);
    assert_false(query_set(&test.query, &test.arena, text_from(name), text_from(value), &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message, message);
    select_case_release(&test);
}

/* The option is sound by itself, but not for the dataset. */
static void check_unfit(const char *name, const char *value, const char *message)
{
    struct select_case test;
    struct error error = {0};
    make_dataset(&test);
    select_case_set(&test, name, value);
    assert_false(query_check(&test.query, &test.dataset, &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message, message);
    select_case_release(&test);
}

static void test_options_fill_the_query(void **state)
{
    (void)state;
    struct select_case test;
    make_dataset(&test);
    select_case_set(&test, "during", " 2014-06/2016-02 ");
    select_case_set(&test, "families", "pledge, split,");
    select_case_set(&test, "kind", "pledge");
    select_case_set(&test, "region", " Syria-Iraq , afghanistan");
    select_case_set(&test, "group", "Islamic_State");
    select_case_set(&test, "group_kind", "organisation,province");
    select_case_set(&test, "ego", " TALIBAN ");
    select_case_set(&test, "hops", "2");
    select_case_set(&test, "grade", "reported");
    select_case_set(&test, "certain_only", "true");
    select_case_set(&test, "connected-only", "");
    const struct selection_query *query = &test.query;
    assert_true(query->has_window);
    assert_int_equal(query->window.first, day_from_civil(2014, 6, 1));
    assert_int_equal(query->window.last, day_from_civil(2016, 2, 29));
    assert_true(text_equal_string(query->window.text, "2014-06/2016-02"));
    assert_int_equal(query->families, 1U << FAMILY_PLEDGE | 1U << FAMILY_SPLIT);
    assert_int_equal(query->kinds.count, 1);
    assert_int_equal(query->regions.count, 2);
    assert_true(text_equal_string(query->regions.items[0], "Syria-Iraq"));
    assert_int_equal(query->group_kinds.count, 2);
    assert_true(text_equal_string(query->ego, "TALIBAN"));
    assert_int_equal(query->hops, 2);
    assert_true(query->has_grade && query->grade == GRADE_REPORTED);
    assert_true(query->certain_only && query->connected_only);
    struct error error = {0};
    assert_true(query_check(query, &test.dataset, &error));
    select_case_release(&test);
}

static void test_a_cleared_option_is_as_if_never_set(void **state)
{
    (void)state;
    static const char *const set[][2] = {
        {"during", "2014"},   {"family", "pledge"},    {"kind", "pledge"},     {"region", "East"},
        {"group", "taliban"}, {"group-kind", "state"}, {"ego", "taliban"},     {"hops", "2"},
        {"grade", "stated"},  {"certain-only", ""},    {"connected_only", ""},
    };
    for (size_t i = 0; i < sizeof set / sizeof *set; i++) {
        struct select_case test;
        make_dataset(&test);
        select_case_set(&test, set[i][0], set[i][1]);
        query_clear(&test.query, text_from(set[i][0]));
        const struct selection_query *query = &test.query;
        assert_false(query->has_window || query->has_grade || query->certain_only ||
                     query->connected_only);
        assert_int_equal(query->families + query->hops, 0);
        assert_int_equal(query->kinds.count + query->regions.count + query->groups.count +
                             query->group_kinds.count + query->ego.length,
                         0);
        select_case_release(&test);
    }
}

static void test_a_cleared_window_may_be_set_as_a_date(void **state)
{
    (void)state;
    struct select_case test;
    make_dataset(&test);
    select_case_set(&test, "during", "2014/2015");
    query_clear(&test.query, TEXT("at"));
    select_case_set(&test, "at", "2016");
    assert_int_equal(test.query.window.first, day_from_civil(2016, 1, 1));
    select_case_release(&test);
}

static void test_every_option_has_a_name_and_help(void **state)
{
    (void)state;
    size_t count;
    const struct query_option *options = query_options(&count);
    assert_int_equal(count, 13);
    for (size_t i = 0; i < count; i++) {
        assert_true(strlen(options[i].name) > 0 && strlen(options[i].help) > 0);
        assert_null(strchr(options[i].name, '_'));
    }
}

static void test_values_are_copied(void **state)
{
    (void)state;
    struct select_case test;
    struct error error = {0};
    char value[] = "taliban";
    select_case_init(&test);
    assert_true(query_set(&test.query, &test.arena, TEXT("ego"), text_from(value), &error));
    assert_true(query_set(&test.query, &test.arena, TEXT("group"), text_from(value), &error));
    memset(value, 'x', sizeof value - 1);
    assert_true(text_equal_string(test.query.ego, "taliban"));
    assert_true(text_equal_string(test.query.groups.items[0], "taliban"));
    select_case_release(&test);
}

static void test_an_unknown_option_is_refused(void **state)
{
    (void)state;
    check_refused(
        "famly", "pledge",
        "there is no option 'famly'; did you mean 'family'? (during, at, family, kind, "
        "region, group, group-kind, ego, hops, grade, contested, certain-only, connected-only)");
}

static void test_malformed_values_are_refused(void **state)
{
    (void)state;
    check_refused("family", "pledges",
                  "there is no family 'pledges'; did you mean 'pledge'? (pledge, split, conflict, "
                  "alliance, membership, lineage)");
    check_refused("grade", "certain", "there is no grade 'certain' (stated, reported, inferred)");
    check_refused("group-kind", "stat",
                  "there is no kind of group 'stat'; did you mean 'state'? (organisation, "
                  "province, faction, council, unit, state, force, coalition, movement)");
    check_refused("hops", "0", "'0' is no number of hops from 1 to 100");
    check_refused("hops", "two", "'two' is no number of hops from 1 to 100");
    check_refused("certain-only", "maybe", "'maybe' is neither true nor false");
    check_refused("ego", " ", "'ego' needs a value");
    check_refused("kind", ",", "'kind' needs a value");
    check_refused("at", "2014/2015",
                  "'at' takes a day, month or year; for '2014/2015' use 'during'");
    check_refused("at", "..", "'at' takes a day, month or year; for '..' use 'during'");
}

static void test_a_malformed_window_is_refused(void **state)
{
    (void)state;
    struct select_case test;
    struct error error = {0};
    select_case_init(&test);
    assert_false(query_set(&test.query, &test.arena, TEXT("during"), TEXT("soon"), &error));
    assert_non_null(strstr(error.message, "'soon' is no window: "));
    error = (struct error){0};
    assert_false(query_set(&test.query, &test.arena, TEXT("at"), TEXT("2015-13"), &error));
    assert_non_null(strstr(error.message, "'2015-13' is no date: "));
    assert_false(test.query.has_window);
    select_case_release(&test);
}

static void test_during_and_at_exclude_each_other(void **state)
{
    (void)state;
    struct select_case test;
    struct error error = {0};
    select_case_init(&test);
    select_case_set(&test, "during", "2014/2015");
    select_case_set(&test, "during", "2016"); /* the later one counts */
    assert_int_equal(test.query.window.first, day_from_civil(2016, 1, 1));
    assert_false(query_set(&test.query, &test.arena, TEXT("at"), TEXT("2015"), &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message, "'during' and 'at' cannot both be given");
    select_case_release(&test);
}

static void test_words_that_the_dataset_lacks_are_refused(void **state)
{
    (void)state;
    check_unfit("region", "Syria", "there is no region 'Syria' (Afghanistan, Syria-Iraq)");
    check_unfit("region", "Afganistan",
                "there is no region 'Afganistan'; did you mean 'Afghanistan'? (Afghanistan, "
                "Syria-Iraq)");
    check_unfit("kind", "plegde", "there is no kind of relation 'plegde'; did you mean 'pledge'?");
    check_unfit("group", "taliban,talban", "there is no group 'talban'; did you mean 'taliban'?");
    check_unfit("ego", "nobody at all", "there is no group 'nobody at all'");
    check_unfit("hops", "2", "'hops' needs 'ego'");
}

static void test_groups_and_regions_are_matched_as_people_write_them(void **state)
{
    (void)state;
    struct select_case test;
    struct error error = {0};
    make_dataset(&test);
    select_case_set(&test, "region", "SYRIA-IRAQ");
    select_case_set(&test, "ego", "Taliban");
    assert_true(query_check(&test.query, &test.dataset, &error));
    select_case_release(&test);
}

/* What an option is set to, and what is then written of it; of "hops" the ego decides. */
static void test_what_was_set_is_written_back(void **state)
{
    (void)state;
    static const char *const given[][3] = {
        {"during", "2014-06/2016-02", "2014-06/2016-02"},
        {"family", "split, pledge", "pledge,split"},
        {"kind", "pledge,split", "pledge,split"},
        {"region", "Syria-Iraq", "Syria-Iraq"},
        {"group", "taliban, islamic_state", "taliban,islamic_state"},
        {"group-kind", "organisation", "organisation"},
        {"ego", "taliban", "taliban"},
        {"hops", "2", "2"},
        {"grade", "stated", "stated"},
        {"contested", "only", "only"},
        {"certain-only", "true", "true"},
        {"connected-only", "true", "true"},
    };
    struct select_case test;
    struct buffer buffer = {0};
    size_t count, written = 0;
    const struct query_option *options = query_options(&count);
    select_case_init(&test);
    for (size_t i = 0; i < count; i++)
        query_write(&test.query, i, &buffer);
    assert_int_equal(buffer.length, 0);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        select_case_set(&test, given[i][0], given[i][1]);
    for (size_t i = 0; i < count; i++) {
        query_write(&test.query, i, &buffer);
        if (strcmp(options[i].name, "at") == 0) {
            assert_int_equal(buffer.length, 0);
            continue;
        }
        assert_string_equal(options[i].name, given[written][0]);
        assert_string_equal(buffer.at, given[written++][2]);
        buffer_release(&buffer);
        buffer = (struct buffer){0};
    }
    assert_int_equal(written, sizeof given / sizeof *given);
    select_case_release(&test);
}

static void test_a_date_is_written_as_the_option_that_set_it(void **state)
{
    (void)state;
    struct select_case test;
    struct buffer buffer = {0};
    select_case_init(&test);
    select_case_set(&test, "at", "2015-06");
    select_case_set(&test, "ego", "taliban");
    query_write(&test.query, 0, &buffer);
    assert_int_equal(buffer.length, 0);
    query_write(&test.query, 1, &buffer);
    assert_string_equal(buffer.at, "2015-06");
    buffer_release(&buffer);
    select_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_fill_the_query),
        cmocka_unit_test(test_a_cleared_option_is_as_if_never_set),
        cmocka_unit_test(test_a_cleared_window_may_be_set_as_a_date),
        cmocka_unit_test(test_every_option_has_a_name_and_help),
        cmocka_unit_test(test_values_are_copied),
        cmocka_unit_test(test_an_unknown_option_is_refused),
        cmocka_unit_test(test_malformed_values_are_refused),
        cmocka_unit_test(test_a_malformed_window_is_refused),
        cmocka_unit_test(test_during_and_at_exclude_each_other),
        cmocka_unit_test(test_words_that_the_dataset_lacks_are_refused),
        cmocka_unit_test(test_what_was_set_is_written_back),
        cmocka_unit_test(test_a_date_is_written_as_the_option_that_set_it),
        cmocka_unit_test(test_groups_and_regions_are_matched_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
