/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct finding_type bad_date = {FINDING_ERROR, "bad-date", "A date is wrong."};
static const struct finding_type odd_column = {FINDING_WARNING, "odd-column", "A column is odd."};
static const struct finding_type idle = {FINDING_NOTE, "idle", "A row is idle."};

static struct place at(const char *file, size_t line, size_t column)
{
    return (struct place){text_from(file), line, column};
}

/* What is printed, to be freed. */
static char *print(const struct findings *findings)
{
    char *text = NULL;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    findings_print(findings, stream);
    fclose(stream);
    return text;
}

static void test_findings_are_printed_with_place_level_and_code(void **state)
{
    (void)state;
    struct findings findings = {0};
    findings_add(&findings, &bad_date, at("a.csv", 3, 7), "month %d", 13);
    findings_add(&findings, &odd_column, at("a.csv", 0, 0), "column 'x'");
    findings_add(&findings, &idle, at("b.csv", 2, 0), "row");
    char *text = print(&findings);
    assert_string_equal(text, "a.csv:3:7: error bad-date: month 13\n"
                              "a.csv: warning odd-column: column 'x'\n"
                              "b.csv:2: note idle: row\n");
    free(text);
    findings_release(&findings);
}

static void test_sorting_is_by_place_and_keeps_the_order_of_equals(void **state)
{
    (void)state;
    struct findings findings = {0};
    findings_add(&findings, &idle, at("b.csv", 1, 1), "6");
    findings_add(&findings, &idle, at("a.csv", 10, 1), "5");
    findings_add(&findings, &idle, at("a.csv", 9, 2), "3");
    findings_add(&findings, &idle, at("a.csv", 9, 2), "4");
    findings_add(&findings, &idle, at("a.csv", 9, 1), "2");
    findings_add(&findings, &idle, at("a.csv", 0, 0), "1");
    findings_sort(&findings);
    for (size_t i = 0; i < findings.list.count; i++)
        assert_int_equal(findings.list.items[i].message.at[0], '1' + (int)i);
    findings_release(&findings);
}

static void test_many_equal_places_stay_in_order(void **state)
{
    (void)state;
    struct findings findings = {0};
    for (int i = 0; i < 3000; i++)
        findings_add(&findings, &idle, at(i % 2 == 0 ? "b" : "a", 1, 1), "%d", i);
    findings_sort(&findings);
    for (int i = 0; i < 1500; i++) {
        assert_int_equal(atoi(findings.list.items[i].message.at), 2 * i + 1);
        assert_int_equal(atoi(findings.list.items[1500 + i].message.at), 2 * i);
    }
    findings_release(&findings);
}

static void test_findings_are_counted_by_level(void **state)
{
    (void)state;
    struct findings findings = {0};
    assert_int_equal(findings_count(&findings, FINDING_ERROR), 0);
    findings_sort(&findings);
    findings_add(&findings, &bad_date, at("a", 1, 1), "x");
    findings_add(&findings, &idle, at("a", 1, 1), "x");
    findings_add(&findings, &bad_date, at("a", 1, 1), "x");
    assert_int_equal(findings_count(&findings, FINDING_ERROR), 2);
    assert_int_equal(findings_count(&findings, FINDING_WARNING), 0);
    assert_int_equal(findings_count(&findings, FINDING_NOTE), 1);
    findings_release(&findings);
    assert_int_equal(findings_count(&findings, FINDING_ERROR), 0);
}

static void test_file_name_and_message_are_copied(void **state)
{
    (void)state;
    struct findings findings = {0};
    char name[] = "a.csv";
    char word[] = "word";
    findings_add(&findings, &idle, at(name, 1, 1), "%s", word);
    name[0] = word[0] = 'X';
    assert_true(text_equal_string(findings.list.items[0].place.file, "a.csv"));
    assert_true(text_equal_string(findings.list.items[0].message, "word"));
    findings_release(&findings);
}

static void test_input_cannot_forge_a_line_or_reach_the_terminal(void **state)
{
    (void)state;
    struct findings findings = {0};
    findings_add(&findings, &bad_date, at("a\n.csv", 1, 1), "'%s'",
                 "x\nb.csv:1:1: note idle: fine\x1B[2J\xE2\x80\xAE\xE2\x80\xAC\xFF");
    char *text = print(&findings);
    assert_string_equal(text, "a\\n.csv:1:1: error bad-date: "
                              "'x\\nb.csv:1:1: note idle: fine\\x1b[2J\\u202e\\u202c\\xff'\n");
    free(text);
    findings_release(&findings);
}

static void test_a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    char field[100001];
    for (size_t i = 0; i < 100000; i += 2)
        memcpy(field + i, "\xC3\xA9", 2);
    field[100000] = '\0';
    struct findings findings = {0};
    findings_add(&findings, &idle, at("a", 1, 1), "x%s", field);
    findings_add(&findings, &idle, at("a", 1, 1), "%s", field);
    for (size_t i = 0; i < 2; i++) {
        const struct text message = findings.list.items[i].message;
        assert_true(message.length <= 400 && message.length > 390);
        assert_int_equal(text_find_invalid_utf8(message), message.length);
        assert_memory_equal(message.at + message.length - 3, "...", 3);
    }
    findings_release(&findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings_are_printed_with_place_level_and_code),
        cmocka_unit_test(test_sorting_is_by_place_and_keeps_the_order_of_equals),
        cmocka_unit_test(test_many_equal_places_stay_in_order),
        cmocka_unit_test(test_findings_are_counted_by_level),
        cmocka_unit_test(test_file_name_and_message_are_copied),
        cmocka_unit_test(test_input_cannot_forge_a_line_or_reach_the_terminal),
        cmocka_unit_test(test_a_long_message_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
