/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/alignment_hubs.h"

#include "figure_case.h"

static void test_hubs_that_are_absent_leave_no_gap(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_LANES);
    sample_groups(&test.sample, 5);
    figure_case_set(&test, "encode_hubs", "g4,g3,g0");
    figure_case_set(&test, "select_group", "g0,g1,g4");
    sample_tie(&test.sample, 1, 0, "pledge");
    sample_tie(&test.sample, 1, 4, "pledge");
    figure_case_compose(&test);
    assert_int_equal(figure_case_node(&test.drawing, "g4")->hub_rank, 0);
    assert_int_equal(figure_case_node(&test.drawing, "g0")->hub_rank, 1);
    figure_case_release(&test);
}

static void test_words_between_hubs_have_kind_and_date(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_LANES);
    sample_groups(&test.sample, 2);
    figure_case_set(&test, "encode_hubs", "g0,g1");
    sample_tie(&test.sample, 0, 1, "pledge");
    figure_case_date(&test, "2014-10", "");
    figure_case_compose(&test);
    assert_int_equal(test.drawing.links.count, 1);
    figure_case_assert_text(test.drawing.links.items[0].label.items[0].text,
                            "pledge of allegiance, 2014-10");
    figure_case_release(&test);
}

static void test_one_lane_without_a_name_when_not_by_region(void **state)
{
    struct figure_case test;
    (void)state;
    figure_case_init(&test, FIGURE_LANES);
    figure_case_set(&test, "encode_frame", "none");
    figure_case_fill(&test, 8, 8);
    figure_case_compose(&test);
    assert_int_equal(test.drawing.frames.count, 1);
    assert_int_equal(test.drawing.frames.items[0].name.length, 0);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hubs_that_are_absent_leave_no_gap),
        cmocka_unit_test(test_words_between_hubs_have_kind_and_date),
        cmocka_unit_test(test_one_lane_without_a_name_when_not_by_region),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
