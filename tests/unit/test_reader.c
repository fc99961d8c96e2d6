/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "import_case.h"
#include "importer/reader.h"

enum {
    TABLE_ID,
    TABLE_NUMBER,
    TABLE_DATE,
    TABLE_COLUMNS,
};

static const struct import_column columns[TABLE_COLUMNS] = {
    [TABLE_ID] = {"id", "the_id", true, "id"},
    [TABLE_NUMBER] = {"number", NULL, false, "number"},
    [TABLE_DATE] = {"date", NULL, false, "date"},
};

static const struct reader_layout layout = {.columns = columns, .count = TABLE_COLUMNS};
static struct reader reader;

static void open_table(struct import_case *test, const char *text)
{
    struct error error = {0};
    import_case_open(test, text_from(text));
    assert_true(reader_open(&reader, &test->import, "f", &layout, &error));
}

static void close_table(void)
{
    struct error error = {0};
    assert_true(reader_close(&reader, &error));
}

static void test_columns_are_found_by_name_whatever_its_case_and_marks(void **state)
{
    struct import_case *test = *state;
    open_table(test, "Extra;THE_ID ;Number\n1;x;2\n");
    assert_true(reader_next(&reader));
    assert_true(text_equal_string(reader_text(&reader, TABLE_ID), "x"));
    assert_true(text_equal_string(reader_text(&reader, TABLE_NUMBER), "2"));
    assert_false(reader_has(&reader, TABLE_DATE));
    assert_int_equal(reader_text(&reader, TABLE_DATE).length, 0);
    assert_int_equal(reader_column(&reader, TABLE_DATE), 0);
    assert_false(reader_next(&reader));
    close_table();
    assert_int_equal(test->import.file->separator, ';');
}

static void test_required_columns_that_are_missing_are_one_finding(void **state)
{
    struct import_case *test = *state;
    open_table(test, "number,when\n1,2014\n");
    assert_false(reader_next(&reader));
    close_table();
    assert_told(test, "1:1 missing-column\n");
    assert_account(test, 0, 0, 0, 0);
}

static void test_a_place_is_counted_in_characters(void **state)
{
    struct import_case *test = *state;
    open_table(test, "id,number\n\"\xC3\xA9\xE2\x82\xAC,\",2\n\"two\nlines\",3\n");
    assert_true(reader_next(&reader));
    assert_int_equal(reader.line, 2);
    assert_int_equal(reader_column(&reader, TABLE_NUMBER), 7);
    assert_true(reader_next(&reader));
    assert_int_equal(reader.line, 3);
    assert_int_equal(reader_column(&reader, TABLE_NUMBER), 8);
    close_table();
}

static void test_rows_that_cannot_be_read_are_rejected_and_the_others_are_not(void **state)
{
    struct import_case *test = *state;
    open_table(test, "id,number\na\nb,1,2\nc,1,,\n\"d\"x,1\n\"e,1\nf,1\n");
    assert_true(reader_next(&reader));
    assert_true(text_equal_string(reader_text(&reader, TABLE_ID), "c"));
    assert_true(reader_next(&reader));
    assert_true(text_equal_string(reader_text(&reader, TABLE_ID), "f"));
    assert_false(reader_next(&reader));
    close_table();
    findings_sort(&test->findings);
    assert_told(test, "2:0 short-row\n3:0 long-row\n5:0 stray-quote\n6:0 open-quote\n");
    assert_account(test, 4, 0, 0, 4);
}

static void test_a_file_that_is_cut_off_says_so(void **state)
{
    struct import_case *test = *state;
    open_table(test, "id,number\na,1\nb");
    assert_true(reader_next(&reader));
    assert_false(reader_next(&reader));
    close_table();
    assert_told(test, "3:0 truncated-file\n");
}

static void test_what_is_no_table_is_told(void **state)
{
    struct import_case *test = *state;
    open_table(test, "");
    assert_false(reader_next(&reader));
    close_table();
    assert_told(test, "0:0 empty-file\n");
}

static void test_an_apostrophe_before_a_formula_is_no_part_of_it(void **state)
{
    struct import_case *test = *state;
    open_table(test, "id,number\n'=x,'-5\n''=x,5\n'x,\n");
    assert_true(reader_next(&reader));
    assert_true(text_equal_string(reader_text(&reader, TABLE_ID), "=x"));
    assert_true(text_equal_string(reader_text(&reader, TABLE_NUMBER), "-5"));
    assert_true(reader_next(&reader));
    assert_true(text_equal_string(reader_text(&reader, TABLE_ID), "'=x"));
    assert_true(reader_next(&reader));
    assert_true(text_equal_string(reader_text(&reader, TABLE_ID), "'x"));
    close_table();
}

static void test_rows_in_memory_are_as_they_stand(void **state)
{
    struct import_case *test = *state;
    struct text name = TEXT("id");
    struct reader_cell cell = {0, TEXT("'=x")};
    struct reader_row rows[] = {
        {.line = 4, .count = 0, .fault = FOUND_ID_DANGLING, .reason = "no such node"},
        {.line = 9, .count = 1, .fault = CATALOGUE_COUNT},
    };
    const struct reader_rows given = {.header = {.items = &name, .count = 1},
                                      .rows = {.items = rows, .count = 2},
                                      .cells = {.items = &cell, .count = 1}};
    import_case_open(test, TEXT(""));
    reader_open_rows(&reader, &test->import, &given, &layout);
    assert_true(reader_next(&reader));
    assert_int_equal(reader.line, 9);
    assert_true(text_equal_string(reader_text(&reader, TABLE_ID), "'=x"));
    assert_false(reader_next(&reader));
    close_table();
    assert_told(test, "4:0 dangling-id\n");
    assert_account(test, 1, 0, 0, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        import_test(test_columns_are_found_by_name_whatever_its_case_and_marks),
        import_test(test_required_columns_that_are_missing_are_one_finding),
        import_test(test_a_place_is_counted_in_characters),
        import_test(test_rows_that_cannot_be_read_are_rejected_and_the_others_are_not),
        import_test(test_a_file_that_is_cut_off_says_so),
        import_test(test_what_is_no_table_is_told),
        import_test(test_an_apostrophe_before_a_formula_is_no_part_of_it),
        import_test(test_rows_in_memory_are_as_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
