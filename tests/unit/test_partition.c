/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "metrics/partition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const igraph_integer_t *before, const double *after, igraph_integer_t n,
                  size_t classes)
{
    igraph_vector_int_t membership;
    double column[16];
    igraph_vector_int_init_array(&membership, before, n);
    assert_int_equal(partition_number(&membership), classes);
    partition_write(&membership, column);
    for (igraph_integer_t i = 0; i < n; i++)
        assert_true(column[i] == after[i]);
    igraph_vector_int_destroy(&membership);
}

static void test_largest_class_comes_first(void **state)
{
    (void)state;
    check((igraph_integer_t[]){0, 1, 1, 2, 2, 2}, (double[]){3, 2, 2, 1, 1, 1}, 6, 3);
}

static void test_equal_classes_go_by_first_member(void **state)
{
    (void)state;
    check((igraph_integer_t[]){2, 0, 1, 0, 2, 1}, (double[]){1, 2, 3, 2, 1, 3}, 6, 3);
}

static void test_numbers_without_members_are_closed_up(void **state)
{
    (void)state;
    check((igraph_integer_t[]){7, 3, 3}, (double[]){2, 1, 1}, 3, 2);
}

static void test_nobody_makes_no_class(void **state)
{
    igraph_vector_int_t membership;
    (void)state;
    igraph_vector_int_init(&membership, 0);
    assert_int_equal(partition_number(&membership), 0);
    igraph_vector_int_destroy(&membership);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_largest_class_comes_first),
        cmocka_unit_test(test_equal_classes_go_by_first_member),
        cmocka_unit_test(test_numbers_without_members_are_closed_up),
        cmocka_unit_test(test_nobody_makes_no_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
