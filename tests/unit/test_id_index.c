/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/id_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_ids_are_found_with_row_and_line(void **state)
{
    (void)state;
    struct id_index index = {0};
    assert_null(id_index_find(&index, TEXT("a")));
    id_index_add(&index, TEXT("a"), 0, 2);
    id_index_add(&index, TEXT("b"), ID_REJECTED, 3);
    assert_int_equal(id_index_find(&index, TEXT("a"))->line, 2);
    assert_int_equal(id_index_find(&index, TEXT("b"))->row, ID_REJECTED);
    assert_null(id_index_find(&index, TEXT("c")));
    id_index_release(&index);
}

static void test_the_nearest_used_id_is_suggested(void **state)
{
    (void)state;
    struct id_index index = {0};
    assert_int_equal(id_index_suggest(&index, TEXT("ansar")).length, 0);
    id_index_add(&index, TEXT("ansar_x"), ID_REJECTED, 2);
    id_index_add(&index, TEXT("ansar_sharia"), 0, 3);
    assert_true(text_equal_string(id_index_suggest(&index, TEXT("ansar_shria")), "ansar_sharia"));
    assert_int_equal(id_index_suggest(&index, TEXT("ansar_y")).length, 0);
    assert_int_equal(id_index_suggest(&index, TEXT("zzzz")).length, 0);
    id_index_release(&index);
}

static void test_suggestions_end_before_they_cost_much(void **state)
{
    (void)state;
    struct id_index index = {0};
    id_index_add(&index, TEXT("ansar"), 0, 3);
    unsigned suggested = 0;
    for (int i = 0; i < 100000; i++)
        suggested += id_index_suggest(&index, TEXT("ansr")).length > 0;
    assert_int_equal(suggested, 200);
    id_index_release(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids_are_found_with_row_and_line),
        cmocka_unit_test(test_the_nearest_used_id_is_suggested),
        cmocka_unit_test(test_suggestions_end_before_they_cost_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
