/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buffer.h"

/* The rows of a text as "a|b/c|d/", '!' behind a row with a fault. */
static char *read_all(struct text text)
{
    struct arena arena = {0};
    struct csv_reader reader;
    struct csv_row row;
    struct buffer rows = {0};
    csv_reader_init(&reader, text, &arena);
    while (csv_reader_next(&reader, &row)) {
        for (size_t i = 0; i < row.kept; i++) {
            buffer_add_string(&rows, i == 0 ? "" : "|");
            buffer_add_text(&rows, row.fields[i].value);
        }
        buffer_add_string(&rows, row.fault == CSV_SOUND ? "/" : "!/");
    }
    csv_reader_release(&reader);
    arena_release(&arena);
    return rows.at == NULL ? alloc_copy_string("") : rows.at;
}

static void check_rows(const char *text, const char *expected)
{
    char *rows = read_all(text_from(text));
    assert_string_equal(rows, expected);
    free(rows);
}

static void test_rows_end_with_any_line_break(void **state)
{
    (void)state;
    check_rows("a,b\nc,d\n", "a|b/c|d/");
    check_rows("a,b\r\nc,d\r\n", "a|b/c|d/");
    check_rows("a,b\rc,d\r", "a|b/c|d/");
    check_rows("a,b\nc,d", "a|b/c|d/");
}

static void test_empty_fields_are_kept(void **state)
{
    (void)state;
    check_rows("a,,c\n,\n", "a||c/|/");
    check_rows("a,", "a|/");
    check_rows("\"\",\"\"\n", "|/");
}

static void test_blank_lines_are_skipped(void **state)
{
    (void)state;
    check_rows("", "");
    check_rows("\n\r\n \t\n\r", "");
    check_rows("\n\na\n\n\nb\n\n", "a/b/");
    check_rows("  a\n", "  a/");
}

static void test_quoted_fields_hold_commas_quotes_and_line_breaks(void **state)
{
    (void)state;
    check_rows("\"a,b\",c\n", "a,b|c/");
    check_rows("\"a \"\"b\"\" c\",d\n", "a \"b\" c|d/");
    check_rows("\"a\nb\r\nc\",d\ne\n", "a\nb\r\nc|d/e/");
    check_rows("\"\"\"\"\n", "\"/");
}

static void test_a_byte_order_mark_is_skipped(void **state)
{
    (void)state;
    check_rows("\xEF\xBB\xBFid,name\n", "id|name/");
    check_rows("\xEF\xBB\xBF\"id\"\n", "id/");
    check_rows("\xEF\xBB\xBF", "");
}

static void test_a_stray_quote_is_a_fault_of_its_row(void **state)
{
    (void)state;
    check_rows("a\"b,c\nd\n", "a\"b|c!/d/");
    check_rows("\"a\"b,c\nd\n", "a|c!/d/");
    check_rows("\"a\" ,c\nd\n", "a|c!/d/");
}

static void test_an_open_quote_costs_one_row(void **state)
{
    (void)state;
    check_rows("a,\"b\nc,d\ne,f\n", "a|b!/c|d/e|f/");
    check_rows("\"", "!/");
    check_rows("a\n\"\"\"", "a/\"\"!/");
}

/* Read the first row of a text and compare the place of a fault. */
static void check_fault(const char *text, enum csv_fault fault, size_t line, size_t column)
{
    struct arena arena = {0};
    struct csv_reader reader;
    struct csv_row row;
    csv_reader_init(&reader, text_from(text), &arena);
    assert_true(csv_reader_next(&reader, &row));
    assert_int_equal(row.fault, fault);
    assert_int_equal(row.fault_line, line);
    assert_int_equal(row.fault_column, column);
    csv_reader_release(&reader);
    arena_release(&arena);
}

static void test_faults_are_placed(void **state)
{
    (void)state;
    check_fault("ab,c\"d\n", CSV_QUOTE_STRAY, 1, 5);
    check_fault("\"ab\"x\n", CSV_QUOTE_STRAY, 1, 5);
    check_fault("\"a\nb\"x\n", CSV_QUOTE_STRAY, 2, 3);
    check_fault("\n\n\xC3\xA9,\"b\n", CSV_QUOTE_OPEN, 3, 3);
    check_fault("\xEF\xBB\xBF"
                "a\"\n",
                CSV_QUOTE_STRAY, 1, 2);
}

static void test_columns_are_counted_in_characters(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct csv_reader reader;
    struct csv_row row;
    size_t line;
    size_t column;
    csv_reader_init(&reader, text_from("h\n\xC3\xA9\xE2\x82\xAC,\"x\r\n\xC3\xA9y\",z\n"), &arena);
    csv_reader_next(&reader, &row);
    assert_true(csv_reader_next(&reader, &row));
    assert_int_equal(row.kept, 3);
    csv_field_locate(&row.fields[1], 0, &line, &column);
    assert_int_equal(line, 2);
    assert_int_equal(column, 4);
    csv_field_locate(&row.fields[1], 6, &line, &column); /* the y */
    assert_int_equal(line, 3);
    assert_int_equal(column, 2);
    csv_field_locate(&row.fields[2], 0, &line, &column);
    assert_int_equal(line, 3);
    assert_int_equal(column, 5);
    csv_reader_release(&reader);
    arena_release(&arena);
}

/* A text of one byte repeated, between two others. */
static char *repeat(const char *before, char byte, size_t count, const char *after)
{
    const size_t start = strlen(before);
    char *text = alloc_zeroed(start + count + strlen(after) + 1, 1);
    memcpy(text, before, start);
    memset(text + start, byte, count);
    memcpy(text + start + count, after, strlen(after));
    return text;
}

static void test_a_field_has_a_limit(void **state)
{
    (void)state;
    char *longest = repeat("a,", 'x', CSV_FIELD_BYTES, "\n");
    char *longer = repeat("a,", 'x', CSV_FIELD_BYTES + 1, "\n");
    char *quoted = repeat("a,\"", 'x', CSV_FIELD_BYTES + 1, "\"\"\"\n");
    check_fault(longest, CSV_SOUND, 0, 0);
    check_fault(longer, CSV_FIELD_LONG, 1, 3);
    check_fault(quoted, CSV_FIELD_LONG, 1, 3);
    free(longest);
    free(longer);
    free(quoted);
}

static void test_a_row_keeps_a_thousand_fields(void **state)
{
    (void)state;
    char *commas = repeat("", ',', 10000000, "\nb\n");
    struct arena arena = {0};
    struct csv_reader reader;
    struct csv_row row;
    csv_reader_init(&reader, text_from(commas), &arena);
    assert_true(csv_reader_next(&reader, &row));
    assert_int_equal(row.fault, CSV_FIELDS_MANY);
    assert_int_equal(row.fault_column, CSV_FIELD_COUNT + 1);
    assert_int_equal(row.count, 10000001);
    assert_int_equal(row.kept, CSV_FIELD_COUNT);
    assert_true(csv_reader_next(&reader, &row));
    assert_int_equal(row.line, 2);
    csv_reader_release(&reader);
    arena_release(&arena);
    free(commas);
}

/* Characters that decide anything, in every order, read back as they were written. */
static void test_what_is_written_reads_back(void **state)
{
    (void)state;
    static const char alphabet[] = {'a', ',', '"', '\n', '\r', ' '};
    enum {
        LENGTH = 6,
        CASES = 46656
    }; /* 6 to the power of LENGTH */
    for (unsigned i = 0; i < CASES; i++) {
        char field[LENGTH + 1] = {0};
        struct buffer text = {0};
        struct buffer expected = {0};
        for (unsigned k = 0, rest = i; k < LENGTH; k++, rest /= 6)
            field[k] = alphabet[rest % 6];
        buffer_add_string(&text, "x,");
        buffer_add_char(&text, '"');
        for (const char *at = field; *at != '\0'; at++)
            buffer_add_format(&text, *at == '"' ? "%c\"" : "%c", *at);
        buffer_add_string(&text, "\",y\nz");
        buffer_add_format(&expected, "x|%s|y/z/", field);
        check_rows(text.at, expected.at);
        buffer_release(&text);
        buffer_release(&expected);
    }
}

/* Whatever the bytes are, rows end and lines are counted as a plain count counts them. */
static void test_any_bytes_are_read_to_their_end(void **state)
{
    (void)state;
    static const char alphabet[] = "a\",\n\r";
    for (unsigned i = 0; i < 78125; i++) { /* 5 to the power of 7 */
        char bytes[8] = {0};
        for (unsigned k = 0, rest = i; k < 7; k++, rest /= 5)
            bytes[k] = alphabet[rest % 5];
        struct arena arena = {0};
        struct csv_reader reader;
        struct csv_row row;
        size_t lines = 1;
        for (const char *at = bytes; *at != '\0'; at++)
            lines += *at == '\n' || (*at == '\r' && at[1] != '\n');
        csv_reader_init(&reader, text_from(bytes), &arena);
        while (csv_reader_next(&reader, &row))
            assert_true(row.count >= 1 && row.line <= lines);
        assert_int_equal(reader.line, lines);
        csv_reader_release(&reader);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_end_with_any_line_break),
        cmocka_unit_test(test_empty_fields_are_kept),
        cmocka_unit_test(test_blank_lines_are_skipped),
        cmocka_unit_test(test_quoted_fields_hold_commas_quotes_and_line_breaks),
        cmocka_unit_test(test_a_byte_order_mark_is_skipped),
        cmocka_unit_test(test_a_stray_quote_is_a_fault_of_its_row),
        cmocka_unit_test(test_an_open_quote_costs_one_row),
        cmocka_unit_test(test_faults_are_placed),
        cmocka_unit_test(test_columns_are_counted_in_characters),
        cmocka_unit_test(test_a_field_has_a_limit),
        cmocka_unit_test(test_a_row_keeps_a_thousand_fields),
        cmocka_unit_test(test_what_is_written_reads_back),
        cmocka_unit_test(test_any_bytes_are_read_to_their_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
