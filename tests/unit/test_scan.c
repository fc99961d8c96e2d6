/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "importer/scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"

/* The rows of a text as "1:a|b/2:c|d/", '!' behind a row with a fault. */
static void check_rows(struct text text, const char *expected)
{
    struct scan scan;
    struct buffer rows = {0};
    scan_open_text(&scan, text, &(struct scan_dialect){.separator = ','});
    while (scan_next(&scan)) {
        buffer_add_format(&rows, "%zu:", scan.line);
        for (size_t i = 0; i < scan.count; i++) {
            buffer_add_string(&rows, i == 0 ? "" : "|");
            buffer_add_text(&rows, scan_field(&scan, i));
        }
        buffer_add_string(&rows, scan.fault == SCAN_SOUND ? "/" : "!/");
    }
    assert_string_equal(rows.at == NULL ? "" : rows.at, expected);
    buffer_release(&rows);
    scan_close(&scan);
}

#define CHECK_ROWS(literal, expected) check_rows(TEXT(literal), expected)

static void test_rows_end_with_any_line_break(void **state)
{
    (void)state;
    CHECK_ROWS("a,b\nc,d\n", "1:a|b/2:c|d/");
    CHECK_ROWS("a,b\r\nc,d\r\n", "1:a|b/2:c|d/");
    CHECK_ROWS("a,b\rc,d\r", "1:a|b/2:c|d/");
    CHECK_ROWS("a,b\nc,d", "1:a|b/2:c|d/");
    CHECK_ROWS("", "");
    CHECK_ROWS("\n\n a \n\n", "3:a/");
}

static void test_quoted_fields_hold_separators_quotes_and_line_breaks(void **state)
{
    (void)state;
    CHECK_ROWS("\"a,b\",c\n", "1:a,b|c/");
    CHECK_ROWS("\"a \"\"b\"\" c\",d\n", "1:a \"b\" c|d/");
    CHECK_ROWS("\"a\nb\r\nc\",d\ne\n", "1:a\nb\r\nc|d/4:e/");
    CHECK_ROWS("\"\"\"\"\n", "1:\"/");
    CHECK_ROWS("\"\"\"a\"\"\",\"\"\n", "1:\"a\"|/");
    CHECK_ROWS("\"a\" ,b\n", "1:a|b/");
}

static void test_a_quote_inside_a_bare_field_is_a_character(void **state)
{
    (void)state;
    CHECK_ROWS("5\" gun,b\nc,d\n", "1:5\" gun|b/2:c|d/");
    CHECK_ROWS("a,5\",6\"\n\"b\",c\n", "1:a|5\"|6\"/2:b|c/");
}

static void test_a_slip_costs_one_row(void **state)
{
    (void)state;
    CHECK_ROWS("a,\"b\nc,d\ne,f\n", "1:a|\"b!/2:c|d/3:e|f/");
    /* Only at the end of a line is a carriage return a part of it. */
    CHECK_ROWS("\"a\nb\"\rc,d\ne\n", "1:\"a!/2:b\"\rc|d/3:e/");
    CHECK_ROWS("\"a\"b,c\nd\n", "1:\"a\"b|c!/2:d/");
    CHECK_ROWS("a,\"b\nc,\"d\"\ne,\"f\"\n", "1:a|\"b!/2:c|d/3:e|f/");
}

static void test_bytes_that_are_not_utf8_are_windows_1252(void **state)
{
    (void)state;
    struct scan scan;
    scan_open_text(&scan, TEXT("caf\xE9,\x93x\x94\n"),
                   &(struct scan_dialect){.has_encoding = true, .encoding = ENCODING_UTF8});
    assert_true(scan_next(&scan));
    assert_true(text_equal_string(scan_field(&scan, 0), "café"));
    assert_true(scan.converted);
    assert_true(text_equal_string(scan_field(&scan, 1), "“x”"));
    scan_close(&scan);
}

static void test_the_separator_is_found(void **state)
{
    (void)state;
    const struct {
        const char *text;
        char separator;
    } cases[] = {
        {"a,b\nc,d\n", ','},       {"a;b\n1,5;2\n3,7;4\n", ';'},
        {"a\tb\nc, d\te\n", '\t'}, {"a|b\n\"x,y\"|z\n", '|'},
        {"alone\n", ','},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scan scan;
        scan_open_text(&scan, text_from(cases[i].text), &(struct scan_dialect){0});
        assert_int_equal(scan.dialect.separator, cases[i].separator);
        scan_close(&scan);
    }
}

static void test_the_end_without_a_line_end_is_noticed(void **state)
{
    (void)state;
    struct scan scan;
    scan_open_text(&scan, TEXT("a,b\nc"), &(struct scan_dialect){0});
    assert_true(scan_next(&scan) && scan_next(&scan));
    assert_true(scan.unfinished);
    scan_close(&scan);
}

/* Rows of all lengths through blocks and refills, against what was written. */
static void test_a_long_file_reads_back_as_it_was_written(void **state)
{
    (void)state;
    char path[] = "/tmp/bloc-scan-XXXXXX";
    const int descriptor = mkstemp(path);
    FILE *file = fdopen(descriptor, "wb");
    assert_non_null(file);
    for (unsigned i = 0; i < 30000; i++) {
        fprintf(file, "%u,\"", i);
        for (unsigned j = 0; j < i % 97; j++)
            fputs(j % 13 == 5 ? "\"\"" : j % 11 == 7 ? "\n" : j % 7 == 3 ? "," : "é", file);
        fprintf(file, "\",x%u\n", i % 7);
    }
    fclose(file);

    struct scan scan;
    struct error error = {0};
    assert_true(scan_open(&scan, path, &(struct scan_dialect){0}, &error));
    for (unsigned i = 0; i < 30000; i++) {
        char expected[400] = "";
        long number = -1;
        for (unsigned j = 0; j < i % 97; j++)
            strcat(expected, j % 13 == 5 ? "\"" : j % 11 == 7 ? "\n" : j % 7 == 3 ? "," : "é");
        assert_true(scan_next(&scan));
        assert_int_equal(scan.count, 3);
        assert_true(text_to_long(scan_field(&scan, 0), &number));
        assert_int_equal(number, i);
        assert_true(text_equal(scan_field(&scan, 1), text_trim(text_from(expected))));
    }
    assert_false(scan_next(&scan));
    scan_close(&scan);
    unlink(path);
}

static void test_an_endless_row_is_cut(void **state)
{
    (void)state;
    const size_t length = (size_t)SCAN_ROW_BYTES + 1000;
    char *text = alloc_zeroed(length, 1);
    memset(text, 'x', length);
    text[0] = '"';
    struct scan scan;
    scan_open_text(&scan, (struct text){text, length}, &(struct scan_dialect){0});
    assert_true(scan_next(&scan));
    assert_int_equal(scan.fault, SCAN_QUOTE_OPEN);
    assert_false(scan_next(&scan));
    scan_close(&scan);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_end_with_any_line_break),
        cmocka_unit_test(test_quoted_fields_hold_separators_quotes_and_line_breaks),
        cmocka_unit_test(test_a_quote_inside_a_bare_field_is_a_character),
        cmocka_unit_test(test_a_slip_costs_one_row),
        cmocka_unit_test(test_bytes_that_are_not_utf8_are_windows_1252),
        cmocka_unit_test(test_the_separator_is_found),
        cmocka_unit_test(test_the_end_without_a_line_end_is_noticed),
        cmocka_unit_test(test_a_long_file_reads_back_as_it_was_written),
        cmocka_unit_test(test_an_endless_row_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
