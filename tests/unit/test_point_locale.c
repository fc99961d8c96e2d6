/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/point_locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"

/*
 * A locale that writes "2,5".  Few machines have one installed, so it is compiled into a
 * folder of its own; where that cannot be done the tests are skipped.
 */
static char folder[] = "/tmp/bloc-locale-XXXXXX";
static bool has_comma;

static int make_comma_locale(void **state)
{
    (void)state;
    char command[200];
    if (mkdtemp(folder) == NULL)
        return 1;
    snprintf(command, sizeof command,
             "localedef -i de_DE -f UTF-8 --no-archive %s/de_DE.UTF-8 >/dev/null 2>&1", folder);
    setenv("LOCPATH", folder, 1);
    has_comma = system(command) == 0 && setlocale(LC_ALL, "de_DE.UTF-8") != NULL;
    return 0;
}

static int remove_comma_locale(void **state)
{
    (void)state;
    char command[100];
    setlocale(LC_ALL, "C");
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) == 0 ? 0 : 1;
}

static void test_printf_writes_a_point_between_enter_and_leave(void **state)
{
    (void)state;
    if (!has_comma)
        skip();
    char text[20];
    snprintf(text, sizeof text, "%.1f", 2.5);
    assert_string_equal(text, "2,5");
    const struct point_locale locale = point_locale_enter();
    snprintf(text, sizeof text, "%.1f", 2.5);
    point_locale_leave(locale);
    assert_string_equal(text, "2.5");
    snprintf(text, sizeof text, "%.1f", 2.5);
    assert_string_equal(text, "2,5");
}

static void test_numbers_are_read_and_written_with_a_point_in_any_locale(void **state)
{
    (void)state;
    if (!has_comma)
        skip();
    double value = 0;
    assert_true(text_to_double(TEXT("2.5"), &value));
    assert_true(value == 2.5);
    assert_false(text_to_double(TEXT("2,5"), &value));

    struct buffer buffer = {0};
    buffer_add_exact(&buffer, 0.1);
    buffer_add_char(&buffer, ' ');
    buffer_add_number(&buffer, 1.50, 2);
    buffer_add_format(&buffer, " %.2f", 3.25);
    assert_string_equal(buffer.at, "0.1 1.5 3.25");
    buffer_release(&buffer);

    struct arena arena = {0};
    assert_string_equal(arena_format(&arena, "%.2f", 3.25).at, "3.25");
    arena_release(&arena);
}

static void test_stretches_may_be_nested(void **state)
{
    (void)state;
    char text[20];
    const struct point_locale outer = point_locale_enter();
    const struct point_locale inner = point_locale_enter();
    point_locale_leave(inner);
    snprintf(text, sizeof text, "%.1f", 2.5);
    point_locale_leave(outer);
    assert_string_equal(text, "2.5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printf_writes_a_point_between_enter_and_leave),
        cmocka_unit_test(test_numbers_are_read_and_written_with_a_point_in_any_locale),
        cmocka_unit_test(test_stretches_may_be_nested),
    };
    return cmocka_run_group_tests(tests, make_comma_locale, remove_comma_locale);
}
