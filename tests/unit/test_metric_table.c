/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct metric degree = {.name = "degree"};
static const struct metric degree_in = {.name = "degree_in"};

static void test_a_column_is_found_by_its_whole_name(void **state)
{
    struct metric_results results = {0};
    struct metric_table *table = &results.tables[SCOPE_GROUP];
    (void)state;
    list_push(&table->columns, (struct metric_column){.metric = &degree});
    list_push(&table->columns, (struct metric_column){.metric = &degree_in});
    assert_ptr_equal(metric_table_find(table, "degree_in")->metric, &degree_in);
    assert_ptr_equal(metric_table_find(table, "degree")->metric, &degree);
    assert_null(metric_table_find(table, "deg"));
    assert_null(metric_table_find(&results.tables[SCOPE_NETWORK], "degree"));
    metric_results_release(&results);
}

static void test_released_results_are_empty(void **state)
{
    struct metric_results results = {.seed = 3};
    (void)state;
    list_push(&results.tables[SCOPE_GROUP].columns, (struct metric_column){.metric = &degree});
    metric_results_release(&results);
    assert_int_equal(results.tables[SCOPE_GROUP].columns.count, 0);
    assert_int_equal(results.seed, 0);
    metric_results_release(&results);
}

static void test_scopes_have_names(void **state)
{
    (void)state;
    assert_string_equal(metric_scope_name(SCOPE_GROUP), "group");
    assert_string_equal(metric_scope_name(SCOPE_RELATION), "relation");
    assert_string_equal(metric_scope_name(SCOPE_NETWORK), "network");
    assert_string_equal(metric_scope_name(SCOPE_COMPONENT), "component");
    assert_string_equal(metric_scope_name(SCOPE_PERIOD), "period");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_column_is_found_by_its_whole_name),
        cmocka_unit_test(test_released_results_are_empty),
        cmocka_unit_test(test_scopes_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
