/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/progress.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A terminal of our own: what is written to stream can be read from reader. */
struct terminal {
    int reader;
    FILE *stream;
};

static struct terminal terminal;

static int open_terminal(void **state)
{
    (void)state;
    setenv("TERM", "xterm", 1);
    terminal.reader = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal.reader < 0 || grantpt(terminal.reader) != 0 || unlockpt(terminal.reader) != 0)
        return 1;
    const int writer = open(ptsname(terminal.reader), O_RDWR | O_NOCTTY);
    terminal.stream = writer < 0 ? NULL : fdopen(writer, "w");
    return terminal.stream == NULL;
}

static int close_terminal(void **state)
{
    (void)state;
    fclose(terminal.stream);
    close(terminal.reader);
    return 0;
}

/* What the terminal was sent since the last time; "" when nothing. */
static const char *seen(void)
{
    static char text[1000];
    struct pollfd poll_reader = {.fd = terminal.reader, .events = POLLIN};
    ssize_t length = 0;
    if (poll(&poll_reader, 1, 50) > 0)
        length = read(terminal.reader, text, sizeof text - 1);
    text[length > 0 ? length : 0] = '\0';
    return text;
}

static void test_the_first_second_is_silent(void **state)
{
    (void)state;
    struct progress progress;
    progress_start(&progress, terminal.stream, 3);
    progress_step(&progress, "one");
    progress_step(&progress, "two");
    progress_finish(&progress);
    assert_string_equal(seen(), "");
}

static void test_longer_work_shows_how_far_it_is_and_clears_the_line(void **state)
{
    (void)state;
    struct progress progress;
    progress_start(&progress, terminal.stream, 3);
    progress.start.tv_sec -= 2;
    progress_step(&progress, "drawing");
    assert_string_equal(seen(), "\r\033[K[##########....................] 1/3 drawing");
    progress_finish(&progress);
    assert_string_equal(seen(), "\r\033[K");
    assert_null(progress.stream);
}

static void test_more_steps_than_announced_do_no_harm(void **state)
{
    (void)state;
    struct progress progress;
    progress_start(&progress, terminal.stream, 1);
    progress.start.tv_sec -= 2;
    for (int i = 0; i < 3; i++)
        progress_step(&progress, NULL);
    assert_non_null(strstr(seen(), "[##############################] 1/1 "));
    progress_finish(&progress);
    progress_start(&progress, terminal.stream, 0);
    progress.start.tv_sec -= 2;
    progress_step(&progress, "x");
    progress_finish(&progress);
}

static void test_a_dumb_terminal_is_left_alone(void **state)
{
    (void)state;
    static const char *const kinds[] = {"dumb", "", NULL};
    for (size_t i = 0; i < 3; i++) {
        if (kinds[i] == NULL)
            unsetenv("TERM");
        else
            setenv("TERM", kinds[i], 1);
        struct progress progress;
        progress_start(&progress, terminal.stream, 3);
        assert_null(progress.stream);
    }
}

static void test_a_file_is_left_alone(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    assert_non_null(file);
    struct progress progress;
    progress_start(&progress, file, 3);
    progress.start.tv_sec -= 2;
    progress_step(&progress, "x");
    progress_finish(&progress);
    assert_int_equal(ftell(file), 0);
    fclose(file);
}

static void test_the_zero_value_shows_nothing(void **state)
{
    (void)state;
    struct progress progress = {0};
    progress_step(&progress, "x");
    progress_finish(&progress);
    progress_start(&progress, NULL, 3);
    progress_step(&progress, "x");
    progress_finish(&progress);
    assert_string_equal(seen(), "");
}

#define test_at_terminal(name) cmocka_unit_test_setup_teardown(name, open_terminal, close_terminal)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_at_terminal(test_the_first_second_is_silent),
        test_at_terminal(test_longer_work_shows_how_far_it_is_and_clears_the_line),
        test_at_terminal(test_more_steps_than_announced_do_no_harm),
        test_at_terminal(test_a_dumb_terminal_is_left_alone),
        test_at_terminal(test_a_file_is_left_alone),
        test_at_terminal(test_the_zero_value_shows_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
