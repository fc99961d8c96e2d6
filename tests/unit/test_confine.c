/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/confine.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* The exit status of a check that runs in a bound process of its own. */
static int run_bound(bool (*check)(bool filtered))
{
    int status = 0;
    fflush(NULL);
    pid_t process = fork();
    if (process == 0)
        _exit(check(confine_process(5, (size_t)1 << 28)) ? 0 : 1);
    assert_true(process > 0);
    assert_int_equal(waitpid(process, &status, 0), process);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool is_limited(int resource, rlim_t most)
{
    struct rlimit limits;
    return getrlimit(resource, &limits) == 0 && limits.rlim_cur <= most && limits.rlim_max <= most;
}

static bool check_files(bool filtered)
{
    (void)filtered;
    return fopen("/etc/passwd", "r") == NULL && dup(STDOUT_FILENO) < 0;
}

static void test_no_file_can_be_opened(void **state)
{
    (void)state;
    assert_int_equal(run_bound(check_files), 0);
}

static bool check_filtered(bool filtered)
{
    return filtered;
}

static void test_filter_is_told_as_it_would_stand(void **state)
{
    (void)state;
    assert_int_equal(confine_filters_calls(), run_bound(check_filtered) == 0);
}

/* The filter forbids to ask, and then the limits stood before it. */
static bool check_limits(bool filtered)
{
    return filtered || (is_limited(RLIMIT_CPU, 6) && is_limited(RLIMIT_FSIZE, 0) &&
                        is_limited(RLIMIT_CORE, 0) && is_limited(RLIMIT_NOFILE, 0));
}

static void test_resources_are_limited(void **state)
{
    (void)state;
    assert_int_equal(run_bound(check_limits), 0);
}

static bool check_calls(bool filtered)
{
    return !filtered || (fork() < 0 && errno == EPERM && socket(AF_INET, SOCK_STREAM, 0) < 0 &&
                         errno == EPERM && execl("/bin/true", "true", NULL) < 0 && errno == EPERM);
}

static void test_filter_refuses_processes_and_networks(void **state)
{
    (void)state;
    assert_int_equal(run_bound(check_calls), 0);
}

static bool check_memory(bool filtered)
{
    (void)filtered;
    /* volatile: a compiler may leave out memory that nobody uses */
    void *volatile small = malloc((size_t)1 << 20), *volatile large = malloc((size_t)1 << 30);
    bool good = small != NULL && large == NULL;
    free(small);
    free(large);
    return good;
}

static void test_memory_is_limited_beyond_what_is_used(void **state)
{
    (void)state;
    if (!confine_limits_memory())
        skip();
    assert_int_equal(run_bound(check_memory), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filter_is_told_as_it_would_stand),
        cmocka_unit_test(test_no_file_can_be_opened),
        cmocka_unit_test(test_resources_are_limited),
        cmocka_unit_test(test_filter_refuses_processes_and_networks),
        cmocka_unit_test(test_memory_is_limited_beyond_what_is_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
