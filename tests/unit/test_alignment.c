/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/alignment.h"

#include "figure_case.h"

/* Two hubs, two regions in the north and south, and one group without a region. */
static void init(struct figure_case *test, const char *hubs)
{
    figure_case_init(test, FIGURE_LANES);
    figure_case_set(test, "encode_hubs", hubs);
    sample_groups(&test->sample, 9);
    for (group_id i = 2; i < 8; i++)
        sample_region(&test->sample, i, i % 2 == 0 ? "North" : "South");
}

static void test_each_tie_is_a_rail_or_part_of_a_pair(void **state)
{
    struct figure_case test;
    struct alignment alignment;
    (void)state;
    init(&test, "g0,g1");
    sample_tie(&test.sample, 2, 0, "pledge");
    sample_tie(&test.sample, 3, 1, "pledge");
    sample_tie(&test.sample, 0, 4, "conflict");
    sample_tie(&test.sample, 2, 4, "conflict");
    sample_tie(&test.sample, 2, 4, "alliance");
    sample_tie(&test.sample, 0, 1, "rivalry"); /* between hubs: neither */
    figure_case_compose(&test);
    compose_size_nodes(&test.drawing, 80);
    alignment_init(&alignment, &test.drawing, 400);
    assert_int_equal(alignment.rails.count, 3);
    assert_int_equal(alignment.pairs.count, 1);
    assert_int_equal(alignment.pairs.items[0].ties, 2);
    assert_int_equal(alignment.rails.items[0].side, -1);
    assert_int_equal(alignment.rails.items[1].side, 1);
    assert_int_equal(alignment.lanes.count, 3); /* North, South and the rest */
    assert_true(alignment.boxes.items[0].lane == NODE_NONE);
    alignment_release(&alignment);
    figure_case_release(&test);
}

static void test_rails_of_a_box_are_apart_and_within_it(void **state)
{
    struct figure_case test;
    struct alignment alignment;
    static const char *const kinds[] = {"pledge", "conflict", "alliance", "member", "split"};
    (void)state;
    init(&test, "g0,g1");
    for (size_t i = 0; i < 5; i++)
        sample_tie(&test.sample, 2, 0, kinds[i]);
    figure_case_compose(&test);
    compose_size_nodes(&test.drawing, 80);
    alignment_init(&alignment, &test.drawing, 400);
    assert_int_equal(alignment.rails.count, 5);
    for (size_t i = 0; i < 5; i++) {
        const struct alignment_rail *rail = &alignment.rails.items[i];
        assert_true(fabs(rail->drop) < alignment.boxes.items[rail->box].half.y);
        for (size_t k = 0; k < i; k++)
            assert_true(fabs(rail->drop - alignment.rails.items[k].drop) > 4);
    }
    alignment_release(&alignment);
    figure_case_release(&test);
}

static void test_hubs_take_sides_in_turn_without_a_shared_bar(void **state)
{
    (void)state;
    for (size_t a = 0; a < 6; a++)
        for (size_t b = 0; b < a; b++) {
            double left = alignment_bar_edge(a, 400), other = alignment_bar_edge(b, 400);
            assert_true(fabs(left - other) > alignment_bar_width);
        }
    assert_int_equal(alignment_side_of_hub(0), -1);
    assert_int_equal(alignment_side_of_hub(1), 1);
    assert_int_equal(alignment_side_of_hub(2), -1);
    assert_true(alignment_bar_edge(0, 400) == 0 && alignment_bar_edge(1, 400) == 400);
}

static void test_tied_lanes_are_neighbours(void **state)
{
    struct figure_case test;
    struct alignment alignment;
    static const char *const regions[] = {"A", "B", "C", "D", "E"};
    (void)state;
    figure_case_init(&test, FIGURE_LANES);
    figure_case_set(&test, "encode_hubs", "none");
    sample_groups(&test.sample, 5);
    for (group_id i = 0; i < 5; i++)
        sample_region(&test.sample, i, regions[i]);
    sample_tie(&test.sample, 0, 4, "conflict");
    sample_tie(&test.sample, 4, 2, "conflict");
    figure_case_compose(&test);
    compose_size_nodes(&test.drawing, 80);
    alignment_init(&alignment, &test.drawing, 400);
    size_t place[5];
    for (size_t i = 0; i < 5; i++)
        place[alignment.order[i]] = i;
    assert_int_equal(abs((int)place[0] - (int)place[4]), 1);
    assert_int_equal(abs((int)place[4] - (int)place[2]), 1);
    alignment_release(&alignment);
    figure_case_release(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_tie_is_a_rail_or_part_of_a_pair),
        cmocka_unit_test(test_rails_of_a_box_are_apart_and_within_it),
        cmocka_unit_test(test_hubs_take_sides_in_turn_without_a_shared_bar),
        cmocka_unit_test(test_tied_lanes_are_neighbours),
    };
    return cmocka_run_group_tests(tests, figure_case_open_fonts, figure_case_close_fonts);
}
