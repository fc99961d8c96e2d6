/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One fork a task.  The child writes a status byte and then either the error or the result
 * into a pipe and leaves with _exit, so that nothing of the parent runs twice; its standard
 * error goes to /dev/null, because Graphviz prints there past all callbacks.
 */
#include "figure/worker.h"

#include "base/alloc.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    WORKERS_MOST = 16
};

struct child {
    pid_t process; /* 0 = free */
    int pipe;
    size_t task;
    double deadline; /* seconds of the monotonic clock */
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static size_t processor_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    if (count < 1)
        return 1;
    return count > WORKERS_MOST ? WORKERS_MOST : (size_t)count;
}

static void write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            _exit(1);
        bytes += written;
        length -= (size_t)written;
    }
}

static void run_child(worker_task task, void *context, size_t index, int file)
{
    int null = open("/dev/null", O_WRONLY);
    if (null >= 0)
        dup2(null, STDERR_FILENO);
    struct buffer result = {0};
    struct error error = {0};
    bool good = task(index, context, &result, &error);
    char status = good ? 1 : 0;
    write_all(file, &status, 1);
    if (good)
        write_all(file, result.at, result.length);
    else
        write_all(file, (const char *)&error, sizeof error);
    _exit(0);
}

static bool start(struct child *child, worker_task task, void *context, size_t index,
                  double seconds, struct error *error)
{
    int ends[2];
    if (pipe(ends) != 0)
        return error_set(error, ERROR_SYSTEM, "cannot make a pipe: %s", strerror(errno));
    pid_t process = fork();
    if (process < 0) {
        error_set(error, ERROR_SYSTEM, "cannot start a worker: %s", strerror(errno));
        close(ends[0]);
        close(ends[1]);
        return false;
    }
    if (process == 0) {
        close(ends[0]);
        run_child(task, context, index, ends[1]);
    }
    close(ends[1]);
    *child = (struct child){process, ends[0], index, now() + seconds};
    return true;
}

/* The bytes that arrived, told apart into result and error. */
static void settle(struct worker_result *result, int status)
{
    struct buffer raw = result->bytes;
    result->bytes = (struct buffer){0};
    if (result->timed_out)
        error_set(&result->error, ERROR_SYSTEM, "layout ran past its time limit");
    else if (raw.length > 0 && raw.at[0] == 1)
        buffer_add_text(&result->bytes, (struct text){raw.at + 1, raw.length - 1});
    else if (raw.length == 1 + sizeof result->error)
        memcpy(&result->error, raw.at + 1, sizeof result->error);
    else if (WIFSIGNALED(status))
        error_set(&result->error, ERROR_SYSTEM, "layout was ended by signal %d", WTERMSIG(status));
    else
        error_set(&result->error, ERROR_SYSTEM, "layout ended without a result");
    buffer_release(&raw);
}

static void finish(struct child *child, struct worker_result *results)
{
    int status = 0;
    close(child->pipe);
    while (waitpid(child->process, &status, 0) < 0 && errno == EINTR)
        continue;
    settle(&results[child->task], status);
    child->process = 0;
}

/* Reads what is there; true when the child has nothing more to say. */
static bool drain(struct child *child, struct worker_result *result)
{
    char bytes[65536];
    ssize_t count = read(child->pipe, bytes, sizeof bytes);
    if (count > 0)
        buffer_add_text(&result->bytes, (struct text){bytes, (size_t)count});
    return count == 0 || (count < 0 && errno != EINTR);
}

/* Wait for any child to say something or run out of time; finished ones become free. */
static void wait_some(struct child *children, size_t count, struct worker_result *results,
                      worker_done done, void *context)
{
    struct pollfd polls[WORKERS_MOST];
    for (size_t i = 0; i < count; i++)
        polls[i] =
            (struct pollfd){.fd = children[i].process ? children[i].pipe : -1, .events = POLLIN};
    poll(polls, (nfds_t)count, 50);
    for (size_t i = 0; i < count; i++) {
        struct child *child = &children[i];
        if (child->process == 0)
            continue;
        bool over = polls[i].revents != 0 && drain(child, &results[child->task]);
        if (!over && now() > child->deadline) {
            results[child->task].timed_out = true;
            kill(child->process, SIGKILL);
            over = true;
        }
        if (!over)
            continue;
        finish(child, results);
        if (done != NULL)
            done(child->task, context);
    }
}

void worker_run(worker_task task, void *context, size_t count, double seconds_each,
                worker_done done, struct worker_result *results)
{
    struct child children[WORKERS_MOST] = {0};
    size_t workers = processor_count();
    size_t next = 0;
    for (;;) {
        size_t running = 0;
        for (size_t i = 0; i < workers; i++) {
            while (children[i].process == 0 && next < count) {
                start(&children[i], task, context, next, seconds_each, &results[next].error);
                next++;
            }
            running += children[i].process != 0;
        }
        if (running == 0)
            return;
        wait_some(children, workers, results, done, context);
    }
}

void worker_result_release(struct worker_result *result)
{
    buffer_release(&result->bytes);
}
