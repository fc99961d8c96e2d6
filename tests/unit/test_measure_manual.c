/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/measure_manual.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "metrics/metric_table.h"

static void test_the_manual_page_is_in_step(void **state)
{
    struct buffer page = {0};
    struct arena arena = {0};
    struct text shipped = {0};
    struct error error = {0};
    (void)state;
    measure_manual_write(&page);
    assert_true(file_read(BLOC_SOURCE_DIR "/man/bloc-measures.7", &arena, &shipped, &error));
    if (!text_equal(shipped, buffer_text(&page)))
        fail_msg("make it anew: bloc metrics --explain --format=man -o man/bloc-measures.7");
    buffer_release(&page);
    arena_release(&arena);
}

static void test_the_manual_page_has_every_metric(void **state)
{
    struct buffer page = {0};
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    (void)state;
    measure_manual_write(&page);
    for (size_t i = 0; i < count; i++)
        assert_non_null(strstr(page.at, catalogue[i].name));
    buffer_release(&page);
}

static struct text value_of(const struct report_table *table, const char *column)
{
    return report_table_cell(table, 0, report_table_find_column(table, column))->text;
}

static void release(struct report_table_list *tables)
{
    for (size_t i = 0; i < tables->count; i++)
        report_table_release(&tables->items[i]);
    list_release(tables);
}

static void test_one_metric_is_explained_in_full(void **state)
{
    struct report_table_list tables;
    struct error error = {0};
    (void)state;
    assert_true(measure_manual_explain(TEXT("betweenness"), &tables, &error));
    assert_int_equal(tables.count, 1);
    const struct report_table *table = &tables.items[0];
    assert_true(table->is_record);
    assert_true(
        text_equal_string(value_of(table, "also"), "betweenness_positive, betweenness_negative"));
    assert_true(value_of(table, "meaning").length > 0);
    assert_true(value_of(table, "caution").length > 0);
    struct text works = value_of(table, "works");
    assert_true(text_starts_with(works, "Freeman, L. C. (1977)."));
    assert_non_null(strstr(works.at, "Brandes, U. (2001)."));
    release(&tables);
}

static void test_a_name_of_two_scopes_has_two_records(void **state)
{
    struct report_table_list tables;
    struct error error = {0};
    (void)state;
    assert_true(measure_manual_explain(TEXT("density"), &tables, &error));
    assert_int_equal(tables.count, 2);
    assert_true(text_equal_string(value_of(&tables.items[0], "scope"), "network"));
    assert_true(text_equal_string(value_of(&tables.items[1], "scope"), "component"));
    release(&tables);
}

static void test_an_unknown_metric_gets_a_suggestion(void **state)
{
    struct report_table_list tables;
    struct error error = {0};
    (void)state;
    assert_false(measure_manual_explain(TEXT("betweeness"), &tables, &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message,
                        "there is no metric 'betweeness'; did you mean 'betweenness'?");
    release(&tables);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_manual_page_is_in_step),
        cmocka_unit_test(test_the_manual_page_has_every_metric),
        cmocka_unit_test(test_one_metric_is_explained_in_full),
        cmocka_unit_test(test_a_name_of_two_scopes_has_two_records),
        cmocka_unit_test(test_an_unknown_metric_gets_a_suggestion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
