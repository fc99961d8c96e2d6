/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/json_rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The lines of a member's elements, as "1 3 ". */
static void assert_lines(const char *json, const char *member, const char *expected)
{
    struct buffer words = {0};
    struct json_line_list lines = json_rows_lines(text_from(json), member);
    buffer_add_string(&words, "");
    for (size_t i = 0; i < lines.count; i++)
        buffer_add_format(&words, "%zu ", lines.items[i]);
    assert_string_equal(words.at == NULL ? "" : words.at, expected);
    list_release(&lines);
    buffer_release(&words);
}

static void test_lines_are_those_where_elements_begin(void **state)
{
    (void)state;
    assert_lines("{\"a\": [1,\n2,\n\n{\n},[\n]], \"b\": [\n7]}", "a", "1 2 4 5 ");
    assert_lines("{\"a\": [1,\n2,\n\n{\n},[\n]], \"b\": [\n7]}", "b", "7 ");
    assert_lines("{\"a\": [], \"b\": [\n]}", "b", "");
    assert_lines("{\"a\": [1]}", "c", "");
}

static void test_what_stands_in_strings_and_deeper_down_is_no_element(void **state)
{
    (void)state;
    assert_lines("{\"x\": {\"a\": [1, 2]}, \"a\": [\"],[\\\"\", \n[1, 2, {\"a\": [3]}]]}", "a",
                 "1 2 ");
    assert_lines("{\"a\": [\"\\\\\",\n\"b\"]}", "a", "1 2 ");
}

static void assert_text(const char *json, const char *expected)
{
    struct arena arena = {0};
    json_t *value = json_loads(json, JSON_DECODE_ANY, NULL);
    assert_non_null(value);
    assert_true(text_equal_string(json_rows_text(&arena, value), expected));
    json_decref(value);
    arena_release(&arena);
}

static void test_single_values_are_text_and_others_are_none(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_text("\" a \"", " a ");
    assert_text("-7", "-7");
    assert_text("1.50", "1.5");
    assert_text("true", "true");
    assert_text("null", "");
    assert_text("[1]", "");
    assert_text("{}", "");
    assert_int_equal(json_rows_text(&arena, NULL).length, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_those_where_elements_begin),
        cmocka_unit_test(test_what_stands_in_strings_and_deeper_down_is_no_element),
        cmocka_unit_test(test_single_values_are_text_and_others_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
