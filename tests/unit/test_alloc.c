/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/alloc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void test_new_memory_is_zero(void **state)
{
    (void)state;
    unsigned char *bytes = alloc_zeroed(100, 10);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(bytes[i], 0);
    free(bytes);
}

static void test_nothing_is_still_a_block(void **state)
{
    (void)state;
    void *none = alloc_zeroed(0, 8);
    void *also_none = alloc_resize(NULL, 0, 8);
    assert_non_null(none);
    assert_non_null(also_none);
    free(none);
    free(also_none);
}

static void test_resizing_keeps_the_contents(void **state)
{
    (void)state;
    int *numbers = alloc_zeroed(2, sizeof *numbers);
    numbers[1] = 7;
    numbers = alloc_resize(numbers, 1000, sizeof *numbers);
    assert_int_equal(numbers[1], 7);
    numbers = alloc_resize(numbers, 2, sizeof *numbers);
    assert_int_equal(numbers[1], 7);
    free(numbers);
}

static void test_a_copied_string_is_apart_from_its_model(void **state)
{
    (void)state;
    char model[] = "abc";
    char *copy = alloc_copy_string(model);
    model[0] = 'x';
    assert_string_equal(copy, "abc");
    free(copy);
}

/* In a child process, with its messages in *said; returns its exit status, -1 if killed. */
static int run_in_child(void (*body)(void), char *said, size_t size)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        body();
        _exit(0);
    }
    close(ends[1]);
    const ssize_t length = read(ends[0], said, size - 1);
    said[length > 0 ? length : 0] = '\0';
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void ask_for_too_much(void)
{
    /* Two times this many bytes overflow to a small number. */
    void *block = alloc_resize(NULL, SIZE_MAX / 2 + 2, 2);
    free(block);
}

static void test_out_of_memory_ends_the_program_as_a_system_failure(void **state)
{
    (void)state;
    char said[200];
    assert_int_equal(run_in_child(alloc_fail, said, sizeof said), 3);
    assert_string_equal(said, "bloc: out of memory\n");
    assert_int_equal(run_in_child(ask_for_too_much, said, sizeof said), 3);
    assert_string_equal(said, "bloc: out of memory\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_new_memory_is_zero),
        cmocka_unit_test(test_nothing_is_still_a_block),
        cmocka_unit_test(test_resizing_keeps_the_contents),
        cmocka_unit_test(test_a_copied_string_is_apart_from_its_model),
        cmocka_unit_test(test_out_of_memory_ends_the_program_as_a_system_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
