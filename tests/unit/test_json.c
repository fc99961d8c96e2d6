/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void test_a_document_is_parsed(void **state)
{
    (void)state;
    struct json_problem problem;
    json_t *value = json_parse(TEXT("{\"a\": [1, 2.5, \"x\"]}"), &problem);
    assert_non_null(value);
    assert_int_equal(json_array_size(json_object_get(value, "a")), 3);
    json_decref(value);
    value = json_parse(TEXT("\xEF\xBB\xBF[]"), &problem); /* as some editors save it */
    assert_true(json_is_array(value));
    json_decref(value);
    value = json_parse(TEXT(" 7 "), &problem);
    assert_true(json_is_integer(value));
    json_decref(value);
}

static void test_malformed_json_is_placed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t line;
    } bad[] = {
        {"", 1},      {"{\n\"a\": 1,\n}", 3},        {"[1,\n2", 2},        {"nul", 1},
        {"[1] x", 1}, {"{\"a\": 1,\n \"a\": 2}", 2}, {"[\"caf\xE9\"]", 1}, {"{\"a\": 1e999}", 1},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct json_problem problem;
        assert_null(json_parse(text_from(bad[i].text), &problem));
        assert_int_equal(problem.line, bad[i].line);
        assert_true(problem.column >= 1);
        assert_true(strlen(problem.reason) > 0);
    }
}

static void test_a_fault_is_placed_at_its_column_in_characters(void **state)
{
    (void)state;
    struct json_problem problem;
    assert_null(json_parse(TEXT("[\"\xC3\xA9\",\n \"\xC3\xA9\xC3\xA9\" ?]"), &problem));
    assert_int_equal(problem.line, 2);
    assert_int_equal(problem.column, 7);
}

static void test_a_nul_byte_is_a_fault(void **state)
{
    (void)state;
    struct json_problem problem;
    assert_null(json_parse(TEXT("[3\0]"), &problem));
    assert_int_equal(problem.column, 3);
    size_t offset = 0;
    size_t line;
    assert_null(json_next_element(TEXT("[3\0]"), &offset, &line, &problem));
    assert_int_equal(problem.column, 3);
}

static void test_deep_nesting_ends_in_a_problem_not_in_a_crash(void **state)
{
    (void)state;
    char deep[100000];
    memset(deep, '[', sizeof deep);
    struct json_problem problem;
    assert_null(json_parse((struct text){deep, sizeof deep}, &problem));
    size_t offset = 0;
    size_t line;
    assert_null(json_next_element((struct text){deep, sizeof deep}, &offset, &line, &problem));
    assert_true(strlen(problem.reason) > 0);
}

/* The lines on which the elements start, and what ended the array. */
static struct json_problem walk(struct text text, size_t *lines, size_t *count)
{
    struct json_problem problem;
    size_t offset = 0;
    size_t line = 0;
    json_t *element;
    *count = 0;
    while ((element = json_next_element(text, &offset, &line, &problem)) != NULL) {
        assert_true(*count < 8);
        lines[(*count)++] = line;
        json_decref(element);
    }
    return problem;
}

static void test_elements_come_with_the_line_they_start_on(void **state)
{
    (void)state;
    size_t lines[8];
    size_t count;
    const struct json_problem end =
        walk(TEXT("\n[\n  {\"a\":\n [1,\n2]},\n\n {\"b\": \"}],\\\"\"} , 3\n, \"x,]\",\n[]\n]\n"),
             lines, &count);
    assert_string_equal(end.reason, "");
    assert_int_equal(count, 5);
    static const size_t expected[] = {3, 7, 7, 8, 9};
    for (size_t i = 0; i < count; i++)
        assert_int_equal(lines[i], expected[i]);
}

static void test_elements_have_their_values(void **state)
{
    (void)state;
    const struct text text = TEXT("[{\"a\":1},-12.5e3 ,\"b\\\\\",true,null]");
    static const json_type types[] = {JSON_OBJECT, JSON_REAL, JSON_STRING, JSON_TRUE, JSON_NULL};
    struct json_problem problem;
    size_t offset = 0;
    size_t line;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        json_t *element = json_next_element(text, &offset, &line, &problem);
        assert_non_null(element);
        assert_int_equal(json_typeof(element), types[i]);
        json_decref(element);
    }
    assert_null(json_next_element(text, &offset, &line, &problem));
    assert_string_equal(problem.reason, "");
}

static void test_an_empty_array_has_no_elements(void **state)
{
    (void)state;
    size_t lines[8];
    size_t count;
    assert_string_equal(walk(TEXT("[ ]"), lines, &count).reason, "");
    assert_int_equal(count, 0);
    assert_string_equal(walk(TEXT("\xEF\xBB\xBF\n[]\n"), lines, &count).reason, "");
    assert_int_equal(count, 0);
}

static void test_faults_of_an_array_are_placed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t count; /* elements before the fault */
        size_t line;
        size_t column;
        const char *reason; /* NULL = jansson's own */
    } bad[] = {
        {"", 0, 1, 1, "an array is expected, '[ ... ]'"},
        {"\n {}", 0, 2, 2, "an array is expected, '[ ... ]'"},
        {"[", 0, 1, 2, "the array is not closed, ']' is missing"},
        {"[{},\n", 1, 2, 1, "the array is not closed, ']' is missing"},
        {"[{}", 1, 1, 4, "the array is not closed, ']' is missing"},
        {"[1 2]", 1, 1, 4, "',' or ']' is expected"},
        {"[{}\n{}]", 1, 2, 1, "',' or ']' is expected"},
        {"[\"a\"\"b\"]", 1, 1, 5, "',' or ']' is expected"},
        {"[1\"a\"]", 1, 1, 3, "',' or ']' is expected"},
        {"[1-2]", 1, 1, 3, "',' or ']' is expected"},
        {"[1\xBB]", 1, 1, 3, "',' or ']' is expected"},
        {"[1]\n]", 1, 2, 1, "text behind the end of the array"},
        {"[1,]", 1, 1, 4, NULL},
        {"[,1]", 0, 1, 2, NULL},
        {"[{\"a\":1,\n\"a\":2}]", 0, 2, 3, NULL},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t lines[8];
        size_t count;
        const struct json_problem end = walk(text_from(bad[i].text), lines, &count);
        assert_int_equal(count, bad[i].count);
        assert_int_equal(end.line, bad[i].line);
        assert_int_equal(end.column, bad[i].column);
        assert_true(strlen(end.reason) > 0);
        if (bad[i].reason != NULL)
            assert_string_equal(end.reason, bad[i].reason);
    }
}

static void test_a_member_that_is_no_string_reads_as_empty(void **state)
{
    (void)state;
    struct json_problem problem;
    json_t *value = json_parse(TEXT("{\"a\": \"text\", \"n\": 1}"), &problem);
    assert_true(text_equal_string(json_member_text(value, "a"), "text"));
    assert_int_equal(json_member_text(value, "n").length, 0);
    assert_int_equal(json_member_text(value, "none").length, 0);
    assert_int_equal(json_member_text(NULL, "a").length, 0);
    json_decref(value);
}

static void test_any_bytes_become_a_string(void **state)
{
    (void)state;
    json_t *value = json_from_text(TEXT("caf\xE9 \xC3\xA9"));
    assert_string_equal(json_string_value(value), "caf\xEF\xBF\xBD \xC3\xA9");
    json_decref(value);
    value = json_from_text((struct text){0});
    assert_string_equal(json_string_value(value), "");
    json_decref(value);
    value = json_from_text(TEXT("a\0b"));
    assert_int_equal(json_string_length(value), 3);
    json_decref(value);
}

static void test_values_are_written_in_order_and_short(void **state)
{
    (void)state;
    json_t *value = json_pack("{s:i, s:f, s:[s, b, n], s:{}, s:[]}", "z", 1, "a", 0.1, "list",
                              "q\"\\\n\x01", 1, "none", "empty");
    assert_non_null(value);
    struct buffer buffer = {0};
    json_write(value, &buffer);
    assert_string_equal(buffer.at, "{\n"
                                   "  \"z\": 1,\n"
                                   "  \"a\": 0.1,\n"
                                   "  \"list\": [\n"
                                   "    \"q\\\"\\\\\\n\\u0001\",\n"
                                   "    true,\n"
                                   "    null\n"
                                   "  ],\n"
                                   "  \"none\": {},\n"
                                   "  \"empty\": []\n"
                                   "}\n");
    buffer_release(&buffer);
    json_decref(value);
}

static void test_what_is_written_reads_back_equal(void **state)
{
    (void)state;
    const struct text text =
        TEXT("{\"a\": [0.1, 1e300, -7, 1.0, \"\\u20ac \\ud83d\\ude00 \\u0000 / \\t\"],"
             " \"\": {\"b\": false}, \"k\\n\": \"\\\"\"}");
    struct json_problem problem;
    json_t *value = json_loadb(text.at, text.length, JSON_ALLOW_NUL, NULL);
    assert_non_null(value);
    struct buffer buffer = {0};
    json_write(value, &buffer);
    json_t *again = json_loadb(buffer.at, buffer.length, JSON_ALLOW_NUL, NULL);
    assert_true(json_equal(value, again));
    json_decref(again);
    /* The same bytes whatever is done twice. */
    struct buffer second = {0};
    again = json_parse(TEXT("[1.0]"), &problem);
    json_write(again, &second);
    assert_string_equal(second.at, "[\n  1.0\n]\n");
    buffer_release(&second);
    buffer_release(&buffer);
    json_decref(again);
    json_decref(value);
}

static void test_embedded_json_has_nothing_that_xml_would_read(void **state)
{
    (void)state;
    struct json_problem problem;
    struct buffer buffer = {0};
    json_t *value = json_parse(TEXT("{\"a\": [{\"b\": [1, 2]}, \"]]> <x> & \\u202e \\ud83d\\ude00 "
                                    "\\ufffe \\u0001\"], \"c\": {}, \"d\": []}"),
                               &problem);
    assert_non_null(value);
    json_write_embedded(value, &buffer);
    assert_string_equal(buffer.at, "{\n\"a\":[\n{\"b\":[1,2]},\n"
                                   "\"]]\\u003e \\u003cx\\u003e \\u0026 \\u202e "
                                   "\xF0\x9F\x98\x80 \\ufffe \\u0001\"\n],\n"
                                   "\"c\":{},\n\"d\":[]\n}");
    json_t *again = json_parse(buffer_text(&buffer), &problem);
    assert_true(json_equal(value, again));
    json_decref(again);
    json_decref(value);
    buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_document_is_parsed),
        cmocka_unit_test(test_malformed_json_is_placed),
        cmocka_unit_test(test_a_fault_is_placed_at_its_column_in_characters),
        cmocka_unit_test(test_a_nul_byte_is_a_fault),
        cmocka_unit_test(test_deep_nesting_ends_in_a_problem_not_in_a_crash),
        cmocka_unit_test(test_elements_come_with_the_line_they_start_on),
        cmocka_unit_test(test_elements_have_their_values),
        cmocka_unit_test(test_an_empty_array_has_no_elements),
        cmocka_unit_test(test_faults_of_an_array_are_placed),
        cmocka_unit_test(test_a_member_that_is_no_string_reads_as_empty),
        cmocka_unit_test(test_any_bytes_become_a_string),
        cmocka_unit_test(test_values_are_written_in_order_and_short),
        cmocka_unit_test(test_what_is_written_reads_back_equal),
        cmocka_unit_test(test_embedded_json_has_nothing_that_xml_would_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
