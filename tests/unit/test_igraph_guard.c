/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/igraph_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

/* An igraph call that fails below two frames, with objects on the clean-up stack. */
static igraph_error_t fail_inside(void)
{
    igraph_vector_int_t ends;
    igraph_t graph;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, 3)); /* an odd number of ends */
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    IGRAPH_CHECK(igraph_create(&graph, &ends, 4, IGRAPH_DIRECTED));
    return IGRAPH_SUCCESS;
}

static int install(void **state)
{
    (void)state;
    igraph_guard_install();
    return 0;
}

static void test_success_leaves_the_error_alone(void **state)
{
    struct error error = {0};
    (void)state;
    assert_true(igraph_guard_check(IGRAPH_SUCCESS, &error));
    assert_false(error_is_set(&error));
}

static void test_first_reason_reaches_the_error(void **state)
{
    struct error error = {0};
    (void)state;
    assert_false(igraph_guard_check(fail_inside(), &error));
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    assert_int_equal(error.kind, ERROR_SYSTEM);
    assert_string_equal(error.message, "igraph: Invalid (odd) edges vector");
}

static void test_a_reason_does_not_outlive_its_error(void **state)
{
    struct error first = {0};
    struct error second = {0};
    (void)state;
    assert_false(igraph_guard_check(fail_inside(), &first));
    igraph_error("other", __FILE__, __LINE__, IGRAPH_EINVAL);
    assert_false(igraph_guard_check(IGRAPH_EINVAL, &second));
    assert_string_equal(second.message, "igraph: other");
}

static void test_errors_and_warnings_write_nothing(void **state)
{
    struct error error = {0};
    (void)state;
    fflush(stderr);
    FILE *capture = tmpfile();
    int kept = dup(STDERR_FILENO);
    dup2(fileno(capture), STDERR_FILENO);
    igraph_warning("seen by nobody", __FILE__, __LINE__);
    igraph_guard_check(fail_inside(), &error);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    fseek(capture, 0, SEEK_END);
    assert_int_equal(ftell(capture), 0);
    fclose(capture);
}

static void test_a_seed_gives_the_same_numbers_again(void **state)
{
    (void)state;
    igraph_guard_seed(7);
    igraph_integer_t first = igraph_rng_get_integer(igraph_rng_default(), 0, 1000000);
    igraph_integer_t second = igraph_rng_get_integer(igraph_rng_default(), 0, 1000000);
    igraph_guard_seed(7);
    assert_int_equal(igraph_rng_get_integer(igraph_rng_default(), 0, 1000000), first);
    assert_int_not_equal(first, second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_success_leaves_the_error_alone),
        cmocka_unit_test(test_first_reason_reaches_the_error),
        cmocka_unit_test(test_a_reason_does_not_outlive_its_error),
        cmocka_unit_test(test_errors_and_warnings_write_nothing),
        cmocka_unit_test(test_a_seed_gives_the_same_numbers_again),
    };
    return cmocka_run_group_tests(tests, install, NULL);
}
