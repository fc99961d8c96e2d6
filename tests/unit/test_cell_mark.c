/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/cell_mark.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct colour red = {"#A8120A", "#EC655E"};
static const struct box cell = {10, 20, 16, 26};

/* What of the cell is inked, its share. */
static double ink_of(enum cell_form form, bool possible)
{
    struct bar bars[CELL_BARS_MOST];
    const struct cell_mark mark = {.colour = &red, .form = form, .possible = possible};
    assert_int_equal(cell_mark_bars(&mark, cell, bars), 1);
    const double width = box_width(bars[0].box), height = box_height(bars[0].box);
    const double border = bars[0].border != NULL ? bars[0].border_width : 0;
    const struct box reach = box_grow(bars[0].box, border / 2);
    assert_true(reach.left >= cell.left - 1e-9 && reach.right <= cell.right + 1e-9);
    assert_true(reach.top >= cell.top - 1e-9 && reach.bottom <= cell.bottom + 1e-9);
    if (bars[0].fill != NULL)
        return width * height / 36;
    return ((width + border) * (height + border) - (width - border) * (height - border)) / 36;
}

static void test_signs_differ_in_form(void **state)
{
    (void)state;
    assert_int_equal(cell_form_of(SIGN_POSITIVE), CELL_FULL);
    assert_int_equal(cell_form_of(SIGN_NEUTRAL), CELL_HALF);
    assert_int_equal(cell_form_of(SIGN_NEGATIVE), CELL_HOLLOW);
    assert_true(fabs(ink_of(CELL_FULL, false) - 1) < 1e-9);
    assert_true(fabs(ink_of(CELL_HALF, false) - 0.5) < 1e-9);
    assert_true(ink_of(CELL_HOLLOW, false) < 0.7);
}

static void test_what_is_only_possible_is_smaller(void **state)
{
    (void)state;
    for (int form = CELL_FULL; form <= CELL_HOLLOW; form++)
        assert_true(ink_of((enum cell_form)form, true) < 0.5 * ink_of((enum cell_form)form, false));
}

static void test_contested_has_a_dot_that_shows(void **state)
{
    (void)state;
    for (int form = CELL_FULL; form <= CELL_HOLLOW; form++) {
        struct bar bars[CELL_BARS_MOST];
        const struct cell_mark mark = {&red, &theme_default()->paper, (enum cell_form)form,
                                       .contested = true};
        assert_int_equal(cell_mark_bars(&mark, cell, bars), 2);
        assert_true(bars[1].radius > 0);
        const bool on_ink = bars[0].fill != NULL && box_overlaps(bars[0].box, bars[1].box);
        assert_true(on_ink ? bars[1].fill == &theme_default()->paper : bars[1].fill == &red);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signs_differ_in_form),
        cmocka_unit_test(test_what_is_only_possible_is_smaller),
        cmocka_unit_test(test_contested_has_a_dot_that_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
