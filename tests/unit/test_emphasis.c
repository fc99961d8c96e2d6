/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/emphasis.h"

#include "colour_vision.h"
#include "figure_case.h"

static void test_each_emphasis_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < EMPHASIS_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(emphasis_look((enum emphasis)i)->name,
                                    emphasis_look((enum emphasis)k)->name);
}

static void test_only_what_stays_or_is_over_is_grey(void **state)
{
    (void)state;
    for (int i = 0; i < EMPHASIS_COUNT; i++)
        assert_int_equal(emphasis_is_grey((enum emphasis)i),
                         i == EMPHASIS_EARLIER || i == EMPHASIS_GONE || i == EMPHASIS_SAME);
}

/* Without colour, three classes of a difference are still told apart. */
static void test_gained_lost_and_changed_have_badges_of_their_own(void **state)
{
    const enum badge gained = emphasis_look(EMPHASIS_GAINED)->badge;
    const enum badge lost = emphasis_look(EMPHASIS_LOST)->badge;
    const enum badge changed = emphasis_look(EMPHASIS_CHANGED)->badge;
    (void)state;
    assert_true(gained != BADGE_NONE && lost != BADGE_NONE && changed != BADGE_NONE);
    assert_true(gained != lost && gained != changed && lost != changed);
}

static void test_grey_lines_are_thinner_than_any_style(void **state)
{
    const struct link_style *styles = theme_default()->links;
    (void)state;
    for (size_t i = 0; i < STYLE_COUNT; i++)
        assert_true(emphasis_look(EMPHASIS_SAME)->line_width < styles[i].width);
}

/* Ties of the ground can be followed; ghosts only lie behind. */
static void test_the_ground_keeps_apart_from_the_paper(void **state)
{
    (void)state;
    assert_true(colour_contrast(theme_default()->ground.light, theme_default()->paper.light) >= 3);
    assert_true(colour_contrast(theme_default()->ground.dark, theme_default()->paper.dark) >= 3);
    assert_true(colour_contrast(theme_default()->ground.light, theme_default()->panel.light) >= 3);
    assert_true(colour_contrast(theme_default()->ghost.light, theme_default()->paper.light) <
                colour_contrast(theme_default()->ground.light, theme_default()->paper.light));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_emphasis_has_a_name_of_its_own),
        cmocka_unit_test(test_only_what_stays_or_is_over_is_grey),
        cmocka_unit_test(test_gained_lost_and_changed_have_badges_of_their_own),
        cmocka_unit_test(test_the_ground_keeps_apart_from_the_paper),
        cmocka_unit_test(test_grey_lines_are_thinner_than_any_style),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
