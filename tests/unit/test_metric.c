/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/metric.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_every_metric_is_explained(void **state)
{
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    (void)state;
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        assert_true(strlen(catalogue[i].name) > 0);
        assert_true(strlen(catalogue[i].label) > 0);
        assert_true(strlen(catalogue[i].unit) > 0);
        assert_true(strlen(catalogue[i].range) > 0);
        assert_true(strlen(catalogue[i].definition) > 0);
        assert_true(strlen(catalogue[i].reference) > 0);
    }
}

static void test_names_do_not_repeat_in_a_scope(void **state)
{
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    (void)state;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (catalogue[i].scope == catalogue[j].scope)
                assert_string_not_equal(catalogue[i].name, catalogue[j].name);
}

static void test_metrics_stand_together_by_scope(void **state)
{
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    (void)state;
    for (size_t i = 1; i < count; i++)
        assert_true(catalogue[i - 1].scope <= catalogue[i].scope);
}

static void test_signed_layers_stand_in_the_name(void **state)
{
    size_t count;
    const struct metric *catalogue = metric_catalogue(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        if (catalogue[i].layer == LAYER_ALL)
            continue;
        const char *end = strrchr(catalogue[i].name, '_');
        assert_non_null(end);
        assert_string_equal(end + 1, layer_name(catalogue[i].layer));
    }
}

static void test_a_base_name_and_a_layer_name_one_metric(void **state)
{
    const struct metric positive = {.name = "betweenness_positive", .layer = LAYER_POSITIVE};
    const struct metric all = {.name = "betweenness", .layer = LAYER_ALL};
    (void)state;
    assert_true(metric_is_named(&positive, "betweenness", LAYER_POSITIVE));
    assert_false(metric_is_named(&positive, "betweenness", LAYER_NEGATIVE));
    assert_false(metric_is_named(&positive, "betweenness", LAYER_ALL));
    assert_false(metric_is_named(&positive, "between", LAYER_POSITIVE));
    assert_true(metric_is_named(&all, "betweenness", LAYER_ALL));
}

static void test_an_opened_table_is_not_defined_anywhere(void **state)
{
    struct metric_results results = {0};
    (void)state;
    metric_open_table(&results, SCOPE_COMPONENT, 2);
    const struct metric_table *table = &results.tables[SCOPE_COMPONENT];
    assert_int_equal(table->scope, SCOPE_COMPONENT);
    assert_int_equal(table->row_count, 2);
    assert_true(table->columns.count > 0);
    for (size_t i = 0; i < table->columns.count; i++) {
        assert_int_equal(table->columns.items[i].metric->scope, SCOPE_COMPONENT);
        assert_true(isnan(table->columns.items[i].values[0]));
        assert_true(isnan(table->columns.items[i].values[1]));
    }
    metric_results_release(&results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_metric_is_explained),
        cmocka_unit_test(test_names_do_not_repeat_in_a_scope),
        cmocka_unit_test(test_metrics_stand_together_by_scope),
        cmocka_unit_test(test_signed_layers_stand_in_the_name),
        cmocka_unit_test(test_a_base_name_and_a_layer_name_one_metric),
        cmocka_unit_test(test_an_opened_table_is_not_defined_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
