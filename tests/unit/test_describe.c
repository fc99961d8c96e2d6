/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/describe.h"

#include "figure_case.h"

#define EN_DASH "\xE2\x80\x93"

enum {
    DATES_MOST = 4
};

struct dates_case {
    struct sample sample;
    struct arena arena;
    relation_id ids[16];
    struct text dates[DATES_MOST];
    size_t count;
};

static void dates_init(struct dates_case *test)
{
    *test = (struct dates_case){0};
    sample_init(&test->sample);
    sample_groups(&test->sample, 2);
}

static void dates_add(struct dates_case *test, const char *start, const char *end)
{
    struct relation_list *relations = &test->sample.dataset.relations;
    test->ids[relations->count] = (relation_id)relations->count;
    sample_tie(&test->sample, 0, 1, "attack");
    relations->items[relations->count - 1].start = figure_case_read_date(start);
    relations->items[relations->count - 1].end = figure_case_read_date(end);
}

static void dates_write(struct dates_case *test)
{
    test->count = describe_dates(&test->arena, &test->sample.dataset, test->ids,
                                 test->sample.dataset.relations.count, test->dates, DATES_MOST);
}

static void dates_release(struct dates_case *test)
{
    arena_release(&test->arena);
    sample_release(&test->sample);
}

/* The label of one relation; "" when there is none. */
static void check_date(const char *start, const char *end, const char *expected)
{
    struct dates_case test;
    dates_init(&test);
    dates_add(&test, start, end);
    dates_write(&test);
    assert_int_equal(test.count, expected[0] != '\0');
    if (test.count > 0)
        figure_case_assert_text(test.dates[0], expected);
    dates_release(&test);
}

static void test_dates_stand_as_coded(void **state)
{
    (void)state;
    check_date("2014-10", "", "2014-10");
    check_date("2014-10-03", "", "2014-10-03");
    check_date("2014?", "", "2014?");
    check_date("2014-10~", "", "~2014-10");
    check_date("[2015-06..2015-12]", "", "2015-06..12");
    check_date("2014-10", "2016-02", "2014-10" EN_DASH "2016-02");
    check_date("2014", "..", "2014");
    check_date("2014", "2014", "2014");
}

static void test_date_without_lower_bound_gives_no_label(void **state)
{
    (void)state;
    check_date("", "", "");
    check_date("[..2014]", "", "");
}

static void test_dates_are_in_order_of_time_without_repeats(void **state)
{
    struct dates_case test;
    (void)state;
    dates_init(&test);
    dates_add(&test, "2016-01", "");
    dates_add(&test, "2014", "");
    dates_add(&test, "", "");
    dates_add(&test, "2015-10", "");
    dates_add(&test, "2014", "");
    dates_add(&test, "2016-01", "");
    dates_write(&test);
    assert_int_equal(test.count, 3);
    figure_case_assert_text(test.dates[0], "2014");
    figure_case_assert_text(test.dates[1], "2015-10");
    figure_case_assert_text(test.dates[2], "2016-01");
    dates_release(&test);
}

static void test_as_many_dates_as_fit_are_all_written(void **state)
{
    struct dates_case test;
    (void)state;
    dates_init(&test);
    dates_add(&test, "2011", "");
    dates_add(&test, "2012", "");
    dates_add(&test, "2013", "");
    dates_add(&test, "2014", "");
    dates_write(&test);
    assert_int_equal(test.count, 4);
    figure_case_assert_text(test.dates[3], "2014");
    dates_release(&test);
}

static void test_further_dates_are_counted(void **state)
{
    struct dates_case test;
    (void)state;
    dates_init(&test);
    dates_add(&test, "2016", "");
    dates_add(&test, "2015", "");
    dates_add(&test, "2014", "");
    dates_add(&test, "2013", "");
    dates_add(&test, "2012", "");
    dates_add(&test, "2011", "");
    dates_add(&test, "2011", "");
    dates_write(&test);
    assert_int_equal(test.count, 4);
    figure_case_assert_text(test.dates[2], "2013");
    figure_case_assert_text(test.dates[3], "+3 more");
    dates_release(&test);
}

static void check_life(const char *founded, const char *ended, const char *expected)
{
    struct arena arena = {0};
    struct group group = {.founded = figure_case_read_date(founded),
                          .ended = figure_case_read_date(ended)};
    figure_case_assert_text(describe_life(&arena, &group), expected);
    arena_release(&arena);
}

static void test_life_is_given_in_years(void **state)
{
    (void)state;
    check_life("2013-05", "2015-01", "2013" EN_DASH "15");
    check_life("1998", "2015", "1998" EN_DASH "2015");
    check_life("2014-02", "2014-11", "2014");
    check_life("2014", "..", "2014" EN_DASH);
    check_life("", "2016", EN_DASH "2016");
    check_life("", "", "");
    check_life("", "..", "");
    check_life("2001", "2009", "2001" EN_DASH "09");
}

static void test_unknown_end_does_not_look_open(void **state)
{
    (void)state;
    check_life("2014", "", "from 2014");
    check_life("2014", "[2015..]", "from 2014");
}

static void check_source(struct source source, const char *expected)
{
    struct arena arena = {0};
    figure_case_assert_text(describe_source(&arena, &source), expected);
    arena_release(&arena);
}

static void test_source_is_cited_by_author_else_title_else_id(void **state)
{
    (void)state;
    check_source((struct source){.id = TEXT("moe"),
                                 .title = TEXT("Notes"),
                                 .authors = TEXT("Moe and Roe"),
                                 .issued = TEXT("2016-02")},
                 "Moe and Roe 2016");
    check_source((struct source){.id = TEXT("moe"), .title = TEXT("Notes"), .issued = TEXT("2015")},
                 "\xE2\x80\x9CNotes\xE2\x80\x9D 2015");
    check_source((struct source){.id = TEXT("moe")}, "\xE2\x80\x9Cmoe\xE2\x80\x9D");
    check_source((struct source){.authors = TEXT("Moe")}, "Moe");
}

static void test_relation_tells_who_when_and_by_which_source(void **state)
{
    struct sample sample;
    struct arena arena = {0};
    relation_id ids[] = {0, 1};
    (void)state;
    sample_init(&sample);
    sample_group(&sample, "Guard");
    sample_group(&sample, "League");
    sample_tie(&sample, 0, 1, "pledge");
    sample_tie(&sample, 0, 1, "conflict");
    sample.dataset.sources.items[0].authors = TEXT("Moe");
    sample.dataset.relations.items[0].start = figure_case_read_date("2014-10");
    sample.dataset.relations.items[0].place = TEXT("Pass");
    sample.dataset.claims.items[0].locator = TEXT("7");
    struct claim dispute = sample.dataset.claims.items[0];
    dispute.disputes = true;
    dispute.locator = (struct text){0};
    list_push(&sample.dataset.claims, dispute);
    dataset_build_index(&sample.dataset);
    struct text words = describe_relations(&arena, &sample.dataset, ids, 2);
    figure_case_assert_text(words, "Guard \xE2\x86\x92 League: pledge of allegiance, October 2014, "
                                   "Pass (contested) [Moe, par. 7; disputed by Moe]\n"
                                   "Guard and League: conflict [Moe]");
    arena_release(&arena);
    sample_release(&sample);
}

static void test_group_tells_its_names_kind_and_life(void **state)
{
    struct sample sample;
    struct arena arena = {0};
    struct text aliases[] = {TEXT("LN"), TEXT("the League")};
    (void)state;
    sample_init(&sample);
    sample_group(&sample, "League");
    struct group *group = &sample.dataset.groups.items[0];
    group->aliases = aliases;
    group->alias_count = 2;
    group->kind = GROUP_FACTION;
    group->region = TEXT("North");
    group->founded = figure_case_read_date("1998");
    group->ended = figure_case_read_date("..");
    figure_case_assert_text(describe_group(&arena, &sample.dataset, 0),
                            "League (also: LN, the League)\nfaction, North; founded 1998");
    group->ended = figure_case_read_date("2016-03");
    figure_case_assert_text(describe_group(&arena, &sample.dataset, 0),
                            "League (also: LN, the League)\nfaction, North; founded 1998; ended "
                            "March 2016");
    arena_release(&arena);
    sample_release(&sample);
}

static void test_ends_are_said_to_be_ends(void **state)
{
    struct figure_case test;
    struct arena arena = {0};
    struct text dates[4];
    const relation_id ids[] = {0, 1, 2};
    (void)state;
    figure_case_init(&test, FIGURE_DIFFERENCE);
    sample_groups(&test.sample, 2);
    sample_tie(&test.sample, 0, 1, "alliance");
    figure_case_date(&test, "2013", "2015-06");
    sample_tie(&test.sample, 0, 1, "alliance");
    figure_case_date(&test, "2012", "[..2014-11]");
    sample_tie(&test.sample, 0, 1, "alliance");
    figure_case_date(&test, "2011", "");
    assert_int_equal(describe_ends(&arena, &test.sample.dataset, ids, 3, dates, 4), 2);
    figure_case_assert_text(dates[0], "ended by 2014-11");
    figure_case_assert_text(dates[1], "ended 2015-06");
    arena_release(&arena);
    figure_case_release(&test);
}

static void test_regions_are_spelt_as_in_the_dataset(void **state)
{
    struct sample sample;
    struct arena arena = {0};
    struct text_list regions = {0};
    (void)state;
    sample_init(&sample);
    sample_groups(&sample, 3);
    sample_region(&sample, 0, "North");
    sample_region(&sample, 1, "Far East");
    dataset_build_index(&sample.dataset);
    assert_false(describe_region_listed(&sample.dataset, 0, &regions));
    list_push(&regions, TEXT("north"));
    figure_case_assert_text(describe_regions(&arena, &sample.dataset, &regions), "North");
    assert_true(describe_region_listed(&sample.dataset, 0, &regions));
    assert_false(describe_region_listed(&sample.dataset, 1, &regions));
    assert_false(describe_region_listed(&sample.dataset, 2, &regions));
    list_push(&regions, TEXT("FAR EAST"));
    list_push(&regions, TEXT("West"));
    figure_case_assert_text(describe_regions(&arena, &sample.dataset, &regions),
                            "North, Far East and West");
    list_release(&regions);
    arena_release(&arena);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_stand_as_coded),
        cmocka_unit_test(test_date_without_lower_bound_gives_no_label),
        cmocka_unit_test(test_dates_are_in_order_of_time_without_repeats),
        cmocka_unit_test(test_as_many_dates_as_fit_are_all_written),
        cmocka_unit_test(test_further_dates_are_counted),
        cmocka_unit_test(test_life_is_given_in_years),
        cmocka_unit_test(test_unknown_end_does_not_look_open),
        cmocka_unit_test(test_source_is_cited_by_author_else_title_else_id),
        cmocka_unit_test(test_relation_tells_who_when_and_by_which_source),
        cmocka_unit_test(test_group_tells_its_names_kind_and_life),
        cmocka_unit_test(test_ends_are_said_to_be_ends),
        cmocka_unit_test(test_regions_are_spelt_as_in_the_dataset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
