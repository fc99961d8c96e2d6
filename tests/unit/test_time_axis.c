/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/time_axis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const double left = 10, right = 410;

struct case_ {
    struct day_list events;
    struct time_axis axis;
};

static void add_events(struct case_ *test, int year, size_t count)
{
    for (size_t i = 0; i < count; i++)
        list_push(&test->events, day_from_civil(year, 1 + (int)(i % 12), 10));
}

static void make(struct case_ *test, int first, int last)
{
    time_axis_init(&test->axis, &test->events, day_from_civil(first, 1, 1),
                   day_from_civil(last, 1, 1), left, right);
}

static double room_of(const struct case_ *test, int year)
{
    return time_axis_place(&test->axis, day_from_civil(year + 1, 1, 1)) -
           time_axis_place(&test->axis, day_from_civil(year, 1, 1));
}

static void assert_rises(const struct time_axis *axis)
{
    double before = -1;
    for (day_number day = axis->knots[0].day; day <= axis->knots[axis->count - 1].day; day += 9) {
        double x = time_axis_place(axis, day);
        assert_true(x > before);
        before = x;
    }
}

static void test_even_events_leave_one_scale(void **state)
{
    struct case_ test = {0};
    (void)state;
    for (int year = 2000; year < 2010; year++)
        add_events(&test, year, 4);
    make(&test, 2000, 2010);
    assert_int_equal(test.axis.count, 2);
    assert_rises(&test.axis);
    assert_true(time_axis_place(&test.axis, day_from_civil(2005, 1, 1)) > 209);
    assert_true(time_axis_place(&test.axis, day_from_civil(2005, 1, 1)) < 211);
    list_release(&test.events);
}

static void test_quiet_beginning_and_end_are_compressed(void **state)
{
    struct case_ test = {0};
    (void)state;
    add_events(&test, 1991, 1);
    add_events(&test, 2011, 9);
    add_events(&test, 2012, 9);
    add_events(&test, 2027, 1);
    make(&test, 1990, 2030);
    assert_int_equal(test.axis.count, 4);
    assert_int_equal(test.axis.knots[1].day, day_from_civil(2011, 1, 1));
    assert_int_equal(test.axis.knots[2].day, day_from_civil(2013, 1, 1));
    assert_rises(&test.axis);
    assert_true(room_of(&test, 2011) > 5 * room_of(&test, 2000));
    assert_true(room_of(&test, 2011) > 5 * room_of(&test, 2020));
    list_release(&test.events);
}

static void test_events_beyond_the_axis_do_not_shape_it(void **state)
{
    struct case_ test = {0};
    (void)state;
    add_events(&test, 1950, 12);
    for (int year = 2000; year < 2010; year++)
        add_events(&test, year, 2);
    make(&test, 2000, 2010);
    assert_int_equal(test.axis.count, 2);
    list_release(&test.events);
}

static void test_days_beyond_the_axis_are_at_its_ends(void **state)
{
    struct case_ test = {0};
    (void)state;
    make(&test, 2000, 2001);
    assert_true(time_axis_place(&test.axis, DAY_MIN) == left);
    assert_true(time_axis_place(&test.axis, DAY_MAX) == right);
    assert_true(time_axis_place(&test.axis, day_from_civil(2000, 1, 1)) == left);
    assert_true(time_axis_place(&test.axis, day_from_civil(2001, 1, 1)) == right);
}

static void test_years_keep_apart_and_changes_of_scale_come_first(void **state)
{
    struct case_ test = {0};
    struct day_list years = {0};
    bool has_change = false;
    (void)state;
    add_events(&test, 2012, 9);
    add_events(&test, 2013, 9);
    make(&test, 1990, 2014);
    assert_int_equal(test.axis.count, 3);
    time_axis_list_years(&test.axis, 20, &years);
    assert_true(years.count > 2);
    for (size_t i = 0; i < years.count; i++)
        has_change |= years.items[i] == test.axis.knots[1].day;
    assert_true(has_change);
    for (size_t i = 1; i < years.count; i++)
        assert_true(time_axis_place(&test.axis, years.items[i]) -
                        time_axis_place(&test.axis, years.items[i - 1]) >=
                    20);
    list_release(&years);
    list_release(&test.events);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_even_events_leave_one_scale),
        cmocka_unit_test(test_quiet_beginning_and_end_are_compressed),
        cmocka_unit_test(test_events_beyond_the_axis_do_not_shape_it),
        cmocka_unit_test(test_days_beyond_the_axis_are_at_its_ends),
        cmocka_unit_test(test_years_keep_apart_and_changes_of_scale_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
