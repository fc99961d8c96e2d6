/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static void test_the_first_cause_wins(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(error_is_set(&error));
    assert_false(error_set(&error, ERROR_SYSTEM, "cannot read '%s'", "a.csv"));
    assert_true(error_is_set(&error));
    assert_false(error_set(&error, ERROR_USAGE, "something later"));
    assert_int_equal(error.kind, ERROR_SYSTEM);
    assert_string_equal(error.message, "cannot read 'a.csv'");
}

static void test_the_place_is_put_before_the_cause(void **state)
{
    (void)state;
    struct error error = {0};
    error_set(&error, ERROR_DATA, "no such group");
    assert_false(error_within(&error, "node %d: ", 3));
    assert_false(error_within(&error, "figure '%s': ", "libya"));
    assert_string_equal(error.message, "figure 'libya': node 3: no such group");
    assert_int_equal(error.kind, ERROR_DATA);
}

static void test_a_place_without_a_cause_is_no_error(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(error_within(&error, "figure: "));
    assert_false(error_is_set(&error));
    assert_string_equal(error.message, "");
}

static void test_a_message_is_one_line_without_terminal_codes(void **state)
{
    (void)state;
    struct error error = {0};
    error_set(&error, ERROR_SYSTEM, "cannot read '%s'", "a\nb\x1B[2J");
    assert_string_equal(error.message, "cannot read 'a\\nb\\x1b[2J'");
    error_within(&error, "in '%s': ", "\r");
    assert_string_equal(error.message, "in '\\r': cannot read 'a\\nb\\x1b[2J'");
}

static void test_a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    char path[3001] = {0};
    for (size_t i = 0; i < 3000; i += 2)
        memcpy(path + i, "\xC3\xA9", 2);
    struct error error = {0};
    error_set(&error, ERROR_SYSTEM, "%s", path);
    /* vsnprintf cuts the last character in two; what is left of it must not show as one. */
    const struct text message = text_from(error.message);
    assert_int_equal(text_find_invalid_utf8(message), message.length);
    assert_true(message.length > sizeof error.message - 8);
    error_within(&error, "%s: ", path);
    const struct text longer = text_from(error.message);
    assert_int_equal(text_find_invalid_utf8(longer), longer.length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_cause_wins),
        cmocka_unit_test(test_the_place_is_put_before_the_cause),
        cmocka_unit_test(test_a_place_without_a_cause_is_no_error),
        cmocka_unit_test(test_a_message_is_one_line_without_terminal_codes),
        cmocka_unit_test(test_a_long_message_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
