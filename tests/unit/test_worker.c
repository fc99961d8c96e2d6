/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/worker.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

enum {
    TASKS = 9
};

static void release_all(struct worker_result *results, size_t count)
{
    for (size_t i = 0; i < count; i++)
        worker_result_release(&results[i]);
}

static bool write_square(size_t index, void *context, struct buffer *result, struct error *error)
{
    (void)context;
    (void)error;
    buffer_add_format(result, "%zu", index * index);
    return true;
}

static void test_results_come_in_task_order(void **state)
{
    struct worker_result results[TASKS] = {0};
    (void)state;
    worker_run(write_square, NULL, TASKS, 10, NULL, results);
    for (size_t i = 0; i < TASKS; i++) {
        char expected[16];
        snprintf(expected, sizeof expected, "%zu", i * i);
        assert_string_equal(results[i].bytes.at, expected);
        assert_false(error_is_set(&results[i].error));
    }
    release_all(results, TASKS);
}

static bool write_much(size_t index, void *context, struct buffer *result, struct error *error)
{
    (void)index;
    (void)context;
    (void)error;
    for (int i = 0; i < 300000; i++)
        buffer_add_char(result, 'x');
    return true;
}

static void test_results_longer_than_a_pipe_arrive_whole(void **state)
{
    struct worker_result results[2] = {0};
    (void)state;
    worker_run(write_much, NULL, 2, 10, NULL, results);
    assert_int_equal(results[0].bytes.length, 300000);
    assert_int_equal(results[1].bytes.length, 300000);
    release_all(results, 2);
}

static bool fail_task(size_t index, void *context, struct buffer *result, struct error *error)
{
    (void)context;
    (void)result;
    return error_set(error, ERROR_SYSTEM, "task %zu is no good", index);
}

static void test_error_of_a_task_reaches_the_parent(void **state)
{
    struct worker_result result = {0};
    (void)state;
    worker_run(fail_task, NULL, 1, 10, NULL, &result);
    assert_string_equal(result.error.message, "task 0 is no good");
    assert_int_equal(result.bytes.length, 0);
    release_all(&result, 1);
}

static bool crash_or_square(size_t index, void *context, struct buffer *result, struct error *error)
{
    if (index == 1)
        raise(SIGKILL);
    return write_square(index, context, result, error);
}

static void test_crash_harms_only_its_own_task(void **state)
{
    struct worker_result results[3] = {0};
    (void)state;
    worker_run(crash_or_square, NULL, 3, 10, NULL, results);
    assert_string_equal(results[0].bytes.at, "0");
    assert_true(error_is_set(&results[1].error));
    assert_false(results[1].timed_out);
    assert_string_equal(results[2].bytes.at, "4");
    release_all(results, 3);
}

static bool hang(size_t index, void *context, struct buffer *result, struct error *error)
{
    (void)index;
    (void)context;
    (void)result;
    (void)error;
    while (pause() < 0)
        continue;
    return true;
}

static void test_hanging_task_is_stopped_at_its_limit(void **state)
{
    struct worker_result result = {0};
    (void)state;
    worker_run(hang, NULL, 1, 0.2, NULL, &result);
    assert_true(result.timed_out);
    assert_true(error_is_set(&result.error));
    release_all(&result, 1);
}

static void count_done(size_t index, void *context)
{
    (void)index;
    ++*(size_t *)context;
}

static bool ignore_context(size_t index, void *context, struct buffer *result, struct error *error)
{
    (void)context;
    return write_square(index, NULL, result, error);
}

static void test_each_task_is_reported_done_once(void **state)
{
    struct worker_result results[TASKS] = {0};
    size_t done = 0;
    (void)state;
    worker_run(ignore_context, &done, TASKS, 10, count_done, results);
    assert_int_equal(done, TASKS);
    release_all(results, TASKS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results_come_in_task_order),
        cmocka_unit_test(test_results_longer_than_a_pipe_arrive_whole),
        cmocka_unit_test(test_error_of_a_task_reaches_the_parent),
        cmocka_unit_test(test_crash_harms_only_its_own_task),
        cmocka_unit_test(test_hanging_task_is_stopped_at_its_limit),
        cmocka_unit_test(test_each_task_is_reported_done_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
