/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/figure_data_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char record[] =
    "{\"program\":\"bloc\",\"version\":\"9\",\"figure\":{\"name\":\"f\",\"type\":\"lanes\","
    "\"title\":\"a\\u001b[31m\\u202eb\\nc\",\"page\":2,\"pages\":3},"
    "\"dataset\":{\"sha256\":\"aa\",\"files\":[{\"path\":\"groups.csv\",\"digest\":\"bb\"}]},"
    "\"options\":[{\"name\":\"seed\",\"value\":\"7\"}],"
    "\"groups\":[{\"id\":\"g\",\"name\":\"G\"},{\"id\":\"h\"}],"
    "\"relations\":[{\"id\":\"r\",\"source\":\"g\",\"target\":\"h\",\"kind\":\"pledge\","
    "\"sources\":[\"s\",\"t\"]},{\"id\":\"q\",\"source\":\"h\",\"target\":\"g\",\"kind\":\"split\","
    "\"start\":\"2014\",\"sources\":[\"s\"],\"attests\":true}],"
    "\"sources\":[{\"id\":\"s\",\"url\":\"https://example.org\"},{\"id\":\"t\"}]}";

static json_t *root; /* the record, which the texts of tables live in */

static int open_record(void **state)
{
    (void)state;
    struct json_problem problem;
    root = json_parse(text_from(record), &problem);
    return root != NULL ? 0 : 1;
}

static int close_record(void **state)
{
    (void)state;
    json_decref(root);
    return 0;
}

/* A table of so many figures with this record. */
static void build(const char *name, size_t figures, struct report_table *table)
{
    struct figure_data_list list = {0};
    size_t count, i = 0;
    const struct figure_data_view *views = figure_data_views(&count);
    while (i < count && strcmp(views[i].name, name) != 0)
        i++;
    assert_true(i < count);
    for (size_t k = 0; k < figures; k++)
        list_push(&list, (struct figure_data){.file = TEXT("f.svg"), .record = root});
    views[i].build(&list, table);
    list_release(&list);
}

static void assert_cell(const struct report_table *table, size_t row, const char *column,
                        const char *expected)
{
    const size_t j = report_table_find_column(table, column);
    assert_int_not_equal(j, SIZE_MAX);
    const struct text text = report_table_cell(table, row, j)->text;
    if (!text_equal_string(text, expected))
        fail_msg("%s is '" TEXT_FORMAT "', expected '%s'", column, TEXT_PARTS(text), expected);
}

static double number_of(const struct report_table *table, const char *column)
{
    return report_table_cell(table, 0, report_table_find_column(table, column))->number;
}

static bool is_detail(const struct report_table *table, const char *column)
{
    return table->columns.items[report_table_find_column(table, column)].detail;
}

static void test_a_figure_is_told_with_counts_of_what_is_in_the_picture(void **state)
{
    (void)state;
    struct report_table table;
    build("figures", 1, &table);
    assert_int_equal(report_table_row_count(&table), 1);
    assert_true(table.is_record);
    assert_cell(&table, 0, "page", "2 of 3");
    assert_cell(&table, 0, "program", "bloc 9");
    assert_cell(&table, 0, "definition", "");
    assert_true(number_of(&table, "groups") == 2);
    assert_true(number_of(&table, "relations") == 1);
    assert_true(number_of(&table, "sources") == 2);
    assert_true(is_detail(&table, "file") && is_detail(&table, "check"));
    assert_false(is_detail(&table, "dataset_sha256"));
    report_table_release(&table);
}

static void test_of_several_figures_the_chief_columns_are_shown(void **state)
{
    (void)state;
    struct report_table table;
    build("figures", 2, &table);
    assert_int_equal(report_table_row_count(&table), 2);
    assert_false(is_detail(&table, "file"));
    assert_true(is_detail(&table, "dataset_sha256"));
    report_table_release(&table);
    build("groups", 2, &table);
    assert_int_equal(report_table_row_count(&table), 4);
    assert_cell(&table, 3, "id", "h");
    assert_cell(&table, 3, "name", "");
    report_table_release(&table);
}

static void test_texts_of_the_file_cannot_steer_a_terminal(void **state)
{
    (void)state;
    struct report_table table;
    build("figures", 1, &table);
    assert_cell(&table, 0, "title", "a\\x1b[31m\\u202eb\\nc");
    report_table_release(&table);
}

static void test_relations_have_their_sources_and_whether_they_are_shown(void **state)
{
    (void)state;
    struct report_table table;
    build("relations", 1, &table);
    assert_int_equal(report_table_row_count(&table), 2);
    assert_cell(&table, 0, "sources", "s;t");
    assert_cell(&table, 0, "shown", "yes");
    assert_cell(&table, 0, "start", "");
    assert_cell(&table, 1, "shown", "dates only");
    assert_cell(&table, 1, "start", "2014");
    assert_false(is_detail(&table, "shown"));
    report_table_release(&table);
}

static void test_the_other_tables_have_a_row_each(void **state)
{
    (void)state;
    struct report_table table;
    build("options", 1, &table);
    assert_cell(&table, 0, "value", "7");
    report_table_release(&table);
    build("sources", 1, &table);
    assert_cell(&table, 0, "url", "https://example.org");
    assert_int_equal(report_table_row_count(&table), 2);
    report_table_release(&table);
    build("files", 1, &table);
    assert_cell(&table, 0, "path", "groups.csv");
    assert_cell(&table, 0, "digest", "bb");
    report_table_release(&table);
    build("files", 0, &table);
    assert_int_equal(report_table_row_count(&table), 0);
    report_table_release(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_figure_is_told_with_counts_of_what_is_in_the_picture),
        cmocka_unit_test(test_of_several_figures_the_chief_columns_are_shown),
        cmocka_unit_test(test_texts_of_the_file_cannot_steer_a_terminal),
        cmocka_unit_test(test_relations_have_their_sources_and_whether_they_are_shown),
        cmocka_unit_test(test_the_other_tables_have_a_row_each),
    };
    return cmocka_run_group_tests(tests, open_record, close_record);
}
