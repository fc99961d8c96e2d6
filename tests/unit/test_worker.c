/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/worker.h"

#include "figure/confine.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
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
    worker_run(&(struct worker_plan){.task = write_square, .count = TASKS, .seconds = 10}, results);
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
    worker_run(&(struct worker_plan){.task = write_much, .count = 2, .seconds = 10}, results);
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
    worker_run(&(struct worker_plan){.task = fail_task, .count = 1, .seconds = 10}, &result);
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
    worker_run(&(struct worker_plan){.task = crash_or_square, .count = 3, .seconds = 10}, results);
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
    worker_run(&(struct worker_plan){.task = hang, .count = 1, .seconds = 0.2}, &result);
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
    worker_run(&(struct worker_plan){.task = ignore_context,
                                     .context = &done,
                                     .done = count_done,
                                     .count = TASKS,
                                     .seconds = 10},
               results);
    assert_int_equal(done, TASKS);
    release_all(results, TASKS);
}

static bool talk(size_t index, void *context, struct buffer *result, struct error *error)
{
    fprintf(stderr, "task %zu says so\n", index);
    for (int i = 0; index == 1 && i < 100000; i++)
        fputs("and more ", stderr);
    return write_square(index, context, result, error);
}

static void test_messages_belong_to_their_task_and_are_bounded(void **state)
{
    struct worker_result results[2] = {0};
    (void)state;
    worker_run(&(struct worker_plan){.task = talk, .count = 2, .seconds = 10}, results);
    assert_string_equal(results[0].messages.at, "task 0 says so\n");
    assert_true(text_starts_with(buffer_text(&results[1].messages), "task 1 says so\nand more"));
    assert_true(results[1].messages.length <= 4096);
    assert_string_equal(results[1].bytes.at, "1");
    release_all(results, 2);
}

static bool sleep_past_the_limit(size_t index, void *context, struct buffer *result,
                                 struct error *error)
{
    nanosleep(&(struct timespec){.tv_nsec = 300 * 1000 * 1000}, NULL);
    return write_square(index, context, result, error);
}

static void test_result_past_the_limit_is_not_taken(void **state)
{
    struct worker_result results[2] = {0};
    (void)state;
    worker_run(&(struct worker_plan){.task = sleep_past_the_limit,
                                     .count = 2,
                                     .seconds_of = (const double[]){0.001, 60}},
               results);
    assert_true(results[0].timed_out);
    assert_string_equal(results[0].error.message, "layout ran past its time limit of 0.001 s");
    assert_int_equal(results[0].bytes.length, 0);
    assert_string_equal(results[1].bytes.at, "1");
    release_all(results, 2);
}

static bool eat_memory(size_t index, void *context, struct buffer *result, struct error *error)
{
    for (bool greedy = index == 0; greedy; greedy = result->length > 0)
        buffer_add_text(result, (struct text){"0123456789abcdef", 16});
    (void)context;
    return write_square(index, NULL, result, error);
}

static void test_task_out_of_memory_harms_only_itself(void **state)
{
    struct worker_result results[2] = {0};
    (void)state;
    if (!confine_limits_memory())
        skip();
    worker_run(
        &(struct worker_plan){.task = eat_memory, .count = 2, .seconds = 60, .memory = 16u << 20},
        results);
    assert_true(error_is_set(&results[0].error));
    assert_false(results[0].timed_out);
    assert_int_equal(results[0].bytes.length, 0);
    /* Counters of coverage, which it may not write, have their own words behind it. */
    assert_true(text_starts_with(buffer_text(&results[0].messages), "bloc: out of memory\n"));
    assert_string_equal(results[1].bytes.at, "1");
    release_all(results, 2);
}

static bool write_endlessly(size_t index, void *context, struct buffer *result, struct error *error)
{
    static const char block[1 << 16];
    (void)index;
    (void)context;
    (void)error;
    for (int i = 0; i < 1100; i++)
        buffer_add_text(result, (struct text){block, sizeof block});
    return true;
}

static void test_result_of_no_reasonable_size_is_refused(void **state)
{
    struct worker_result result = {0};
    (void)state;
    worker_run(&(struct worker_plan){.task = write_endlessly, .count = 1, .seconds = 60}, &result);
    assert_true(error_is_set(&result.error));
    assert_int_equal(result.bytes.length, 0);
    release_all(&result, 1);
}

/* Says whether it can open a file to read and one to write. */
static bool open_files(size_t index, void *context, struct buffer *result, struct error *error)
{
    (void)index;
    (void)error;
    FILE *read = fopen("/etc/passwd", "r"), *written = fopen(context, "w");
    buffer_add_format(result, "%d %d", read != NULL, written != NULL);
    return true;
}

static void test_task_opens_no_files(void **state)
{
    struct worker_result result = {0};
    char path[] = "/tmp/bloc-test-worker-XXXXXX";
    (void)state;
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    worker_run(
        &(struct worker_plan){.task = open_files, .context = path, .count = 1, .seconds = 60},
        &result);
    unlink(path);
    assert_string_equal(result.bytes.at, "0 0");
    release_all(&result, 1);
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
        cmocka_unit_test(test_messages_belong_to_their_task_and_are_bounded),
        cmocka_unit_test(test_result_past_the_limit_is_not_taken),
        cmocka_unit_test(test_task_out_of_memory_harms_only_itself),
        cmocka_unit_test(test_result_of_no_reasonable_size_is_refused),
        cmocka_unit_test(test_task_opens_no_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
