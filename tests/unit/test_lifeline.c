/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/lifeline.h"

#include "figure_case.h"

enum {
    SELF,    /* whose life is looked at */
    CENTRE,  /* first centre */
    RIVAL,   /* second centre */
    ANOTHER, /* no centre */
    GROUPS
};

static void init(struct figure_case *test)
{
    figure_case_init(test, FIGURE_GENEALOGY);
    sample_groups(&test->sample, GROUPS);
}

static void tie(struct figure_case *test, group_id source, group_id target, const char *kind,
                const char *start, const char *end)
{
    sample_tie(&test->sample, source, target, kind);
    figure_case_date(test, start, end);
}

static struct lifeline life_of(struct figure_case *test)
{
    figure_case_select(test);
    return lifeline_of(&test->sample.dataset, SELF);
}

static day_number day(int year, int month, int dayofmonth)
{
    return day_from_civil(year, month, dayofmonth);
}

static void test_known_dates_bound_a_life(void **state)
{
    struct figure_case test;
    (void)state;
    init(&test);
    test.sample.dataset.groups.items[SELF].founded = figure_case_read_date("2012");
    test.sample.dataset.groups.items[SELF].ended = figure_case_read_date("2015-06-09");
    tie(&test, SELF, ANOTHER, "conflict", "2010", "2018");
    struct lifeline life = life_of(&test);
    assert_true(life.is_known);
    assert_int_equal(life.start, LIFE_DATED);
    assert_int_equal(life.starts.first, day(2012, 1, 1));
    assert_int_equal(life.starts.last, day(2012, 12, 31));
    assert_int_equal(life.end, LIFE_DATED);
    assert_int_equal(life.ends.first, day(2015, 6, 9));
    assert_int_equal(life.ends.last, day(2015, 6, 9));
    figure_case_release(&test);
}

static void test_months_shrink_to_their_middle_and_years_do_not(void **state)
{
    struct date month = figure_case_read_date("2014-09"), year = figure_case_read_date("2014");
    struct date by = figure_case_read_date("[..2014]"), unknown = date_unknown();
    struct date interval = figure_case_read_date("2014-03-01/2016");
    struct day_span span;
    (void)state;
    assert_true(lifeline_days_of(&month, &span));
    assert_int_equal(span.first, day(2014, 9, 15));
    assert_int_equal(span.last, span.first);
    assert_true(lifeline_days_of(&year, &span));
    assert_int_equal(span.last - span.first, 364);
    assert_true(lifeline_days_of(&interval, &span));
    assert_int_equal(span.last, day(2014, 3, 1));
    assert_false(lifeline_days_of(&by, &span));
    assert_false(lifeline_days_of(&unknown, &span));
}

static void test_ties_attest_a_life_without_dates_of_its_own(void **state)
{
    struct figure_case test;
    (void)state;
    init(&test);
    tie(&test, ANOTHER, SELF, "attack", "2013-05-02", "");
    tie(&test, SELF, ANOTHER, "alliance", "2014-01-01", "2015-08-03");
    struct lifeline life = life_of(&test);
    assert_int_equal(life.start, LIFE_UNKNOWN);
    assert_int_equal(life.starts.first, day(2013, 5, 2));
    assert_int_equal(life.end, LIFE_UNKNOWN);
    assert_int_equal(life.ends.last, day(2015, 8, 3));
    figure_case_release(&test);
}

static void test_open_ties_keep_a_life_open(void **state)
{
    struct figure_case test;
    (void)state;
    init(&test);
    tie(&test, SELF, ANOTHER, "member", "[..2016-02]", "..");
    struct lifeline life = life_of(&test);
    assert_int_equal(life.start, LIFE_UNKNOWN);
    assert_int_equal(life.starts.first, day(2016, 2, 29));
    assert_int_equal(life.end, LIFE_OPEN);
    figure_case_release(&test);
}

static void test_splits_and_foundings_begin_a_life_unless_a_tie_is_older(void **state)
{
    static const struct {
        const char *kind;
        group_id source, target;
        const char *older; /* start of another tie, or NULL */
        enum life_bound start;
    } cases[] = {
        {"split", SELF, ANOTHER, NULL, LIFE_DATED},
        {"split", ANOTHER, SELF, NULL, LIFE_UNKNOWN},
        {"formed", ANOTHER, SELF, NULL, LIFE_DATED},
        {"descends", SELF, ANOTHER, NULL, LIFE_DATED},
        {"joined", SELF, ANOTHER, NULL, LIFE_UNKNOWN},
        {"split", SELF, ANOTHER, "2011", LIFE_UNKNOWN},
        {"split", SELF, ANOTHER, "[..2012-03]", LIFE_UNKNOWN},
        {"split", SELF, ANOTHER, "2016", LIFE_DATED},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct figure_case test;
        init(&test);
        tie(&test, cases[i].source, cases[i].target, cases[i].kind, "2012-03-04", "");
        if (cases[i].older != NULL)
            tie(&test, SELF, ANOTHER, "alliance", cases[i].older, "");
        if (life_of(&test).start != cases[i].start)
            fail_msg("case %zu", i);
        figure_case_release(&test);
    }
}

static void test_rejected_and_undated_ties_attest_nothing(void **state)
{
    struct figure_case test;
    (void)state;
    init(&test);
    tie(&test, SELF, ANOTHER, "alliance", "", "");
    tie(&test, SELF, ANOTHER, "alliance", "2014", "");
    figure_case_claim(&test)->disputes = true;
    assert_false(life_of(&test).is_known);
    figure_case_release(&test);
}

static void list_pieces(struct figure_case *test, group_id group, struct allegiance_list *pieces)
{
    struct group_id_list centres = {0};
    list_push(&centres, CENTRE);
    list_push(&centres, RIVAL);
    figure_case_select(test);
    struct lifeline life = lifeline_of(&test->sample.dataset, group);
    if (life.end == LIFE_OPEN)
        life.ends = (struct day_span){day(2020, 1, 1), day(2020, 1, 1)};
    lifeline_list_allegiances(&test->sample.selection, &centres, group, &life, pieces);
    for (size_t i = 1; i < pieces->count; i++)
        assert_int_equal(pieces->items[i].span.first, pieces->items[i - 1].span.last);
    list_release(&centres);
}

static void assert_piece(const struct allegiance_list *pieces, size_t number, day_number first,
                         size_t centre, bool certain)
{
    assert_true(number < pieces->count);
    assert_int_equal(pieces->items[number].span.first, first);
    assert_true(pieces->items[number].centre == centre);
    assert_int_equal(pieces->items[number].certain, certain);
}

static void test_pledges_colour_from_their_date(void **state)
{
    struct figure_case test;
    struct allegiance_list pieces = {0};
    (void)state;
    init(&test);
    test.sample.dataset.groups.items[SELF].founded = figure_case_read_date("2010-01-01");
    tie(&test, SELF, CENTRE, "pledge", "2014-10-03", "..");
    list_pieces(&test, SELF, &pieces);
    assert_int_equal(pieces.count, 2);
    assert_piece(&pieces, 0, day(2010, 1, 1), ALLEGIANCE_NONE, true);
    assert_piece(&pieces, 1, day(2014, 10, 3), 0, true);
    list_release(&pieces);
    figure_case_release(&test);
}

static void test_later_pledge_ends_an_earlier_one_that_has_no_end(void **state)
{
    struct figure_case test;
    struct allegiance_list pieces = {0};
    (void)state;
    init(&test);
    tie(&test, SELF, CENTRE, "pledge", "2012-05-05", "");
    tie(&test, SELF, RIVAL, "pledge", "2014-06-06", "..");
    list_pieces(&test, SELF, &pieces);
    assert_int_equal(pieces.count, 2);
    assert_piece(&pieces, 0, day(2012, 5, 5), 0, true);
    assert_piece(&pieces, 1, day(2014, 6, 6), 1, true);
    list_release(&pieces);
    figure_case_release(&test);
}

static void test_overlapping_pledges_end_at_their_own_dates(void **state)
{
    struct figure_case test;
    struct allegiance_list pieces = {0};
    (void)state;
    init(&test);
    tie(&test, SELF, CENTRE, "pledge", "2010-01-01", "..");
    tie(&test, SELF, RIVAL, "affiliate", "2012-01-01", "2014-01-01");
    list_pieces(&test, SELF, &pieces);
    assert_int_equal(pieces.count, 3);
    assert_piece(&pieces, 1, day(2012, 1, 1), 1, true);
    assert_piece(&pieces, 2, day(2014, 1, 1), 0, true);
    list_release(&pieces);
    figure_case_release(&test);
}

static void test_allegiance_by_a_day_is_only_possible_before_it(void **state)
{
    struct figure_case test;
    struct allegiance_list pieces = {0};
    (void)state;
    init(&test);
    test.sample.dataset.groups.items[SELF].founded = figure_case_read_date("2013-01-01");
    tie(&test, SELF, CENTRE, "pledge", "[..2015-06-30]", "..");
    list_pieces(&test, SELF, &pieces);
    assert_int_equal(pieces.count, 2);
    assert_piece(&pieces, 0, day(2013, 1, 1), 0, false);
    assert_piece(&pieces, 1, day(2015, 6, 30), 0, true);
    list_release(&pieces);
    figure_case_release(&test);
}

static void test_split_from_the_centre_ends_allegiance_and_local_breaks_do_not(void **state)
{
    static const struct {
        const char *kind;
        size_t pieces;
    } cases[] = {{"defection", 2}, {"leadership_break", 1}};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct figure_case test;
        struct allegiance_list pieces = {0};
        init(&test);
        tie(&test, SELF, CENTRE, "member", "2012-01-01", "");
        tie(&test, SELF, CENTRE, cases[i].kind, "2014-01-01", "");
        tie(&test, SELF, ANOTHER, "conflict", "2015-01-01", "..");
        list_pieces(&test, SELF, &pieces);
        assert_int_equal(pieces.count, cases[i].pieces);
        if (pieces.count == 2)
            assert_piece(&pieces, 1, day(2014, 1, 1), ALLEGIANCE_NONE, true);
        list_release(&pieces);
        figure_case_release(&test);
    }
}

static void test_centre_is_its_own_while_it_is_loyal_to_no_other(void **state)
{
    struct figure_case test;
    struct allegiance_list pieces = {0};
    (void)state;
    init(&test);
    test.sample.dataset.groups.items[CENTRE].founded = figure_case_read_date("2003-01-01");
    tie(&test, CENTRE, RIVAL, "pledge", "2004-10-10", "2014-02-02");
    tie(&test, ANOTHER, CENTRE, "member", "2015-01-01", "..");
    list_pieces(&test, CENTRE, &pieces);
    assert_int_equal(pieces.count, 3);
    assert_piece(&pieces, 0, day(2003, 1, 1), 0, true);
    assert_piece(&pieces, 1, day(2004, 10, 10), 1, true);
    assert_piece(&pieces, 2, day(2014, 2, 2), 0, true);
    list_release(&pieces);
    figure_case_release(&test);
}

static void test_refusals_and_claims_tell_no_allegiance(void **state)
{
    static const char *const kinds[] = {"pledge_refused", "pledge_claimed", "excluded", "alliance",
                                        "joined"};
    struct figure_case test;
    struct group_id_list centres = {0};
    size_t centre;
    (void)state;
    init(&test);
    list_push(&centres, CENTRE);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        tie(&test, SELF, CENTRE, kinds[i], "2014", "");
    tie(&test, SELF, CENTRE, "pledge", "", "");
    tie(&test, SELF, ANOTHER, "pledge", "2014", "");
    figure_case_select(&test);
    for (relation_id id = 0; id < test.sample.dataset.relations.count; id++)
        assert_false(lifeline_tells_allegiance(&test.sample.dataset, id, &centres, &centre));
    list_release(&centres);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_dates_bound_a_life),
        cmocka_unit_test(test_months_shrink_to_their_middle_and_years_do_not),
        cmocka_unit_test(test_ties_attest_a_life_without_dates_of_its_own),
        cmocka_unit_test(test_open_ties_keep_a_life_open),
        cmocka_unit_test(test_splits_and_foundings_begin_a_life_unless_a_tie_is_older),
        cmocka_unit_test(test_rejected_and_undated_ties_attest_nothing),
        cmocka_unit_test(test_pledges_colour_from_their_date),
        cmocka_unit_test(test_later_pledge_ends_an_earlier_one_that_has_no_end),
        cmocka_unit_test(test_overlapping_pledges_end_at_their_own_dates),
        cmocka_unit_test(test_allegiance_by_a_day_is_only_possible_before_it),
        cmocka_unit_test(test_split_from_the_centre_ends_allegiance_and_local_breaks_do_not),
        cmocka_unit_test(test_centre_is_its_own_while_it_is_loyal_to_no_other),
        cmocka_unit_test(test_refusals_and_claims_tell_no_allegiance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
