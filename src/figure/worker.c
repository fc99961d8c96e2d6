/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One fork a task.  The child writes a status byte and then either the error or the result
 * into a pipe and leaves with _exit, so that nothing of the parent runs twice.  A second pipe
 * is its standard error, because Graphviz prints there past all callbacks.  What a child sends
 * is not believed: it may have lost its mind.
 */
#include "figure/worker.h"

#include "base/alloc.h"
#include "figure/confine.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    WORKERS_MOST = 16,
    STREAMS = 2
};

enum stream {
    STREAM_RESULT,
    STREAM_MESSAGES,
};

static const size_t bytes_most[STREAMS] = {64u << 20, 4096}, memory_usual = (size_t)2 << 30;

struct child {
    pid_t process; /* 0 = free */
    int pipes[STREAMS];
    size_t task;
    double deadline; /* seconds of the monotonic clock */
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double seconds_of(const struct worker_plan *plan, size_t index)
{
    return plan->seconds_of != NULL ? plan->seconds_of[index] : plan->seconds;
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

static _Noreturn void run_child(const struct worker_plan *plan, size_t index, const int *pipes,
                                pid_t parent)
{
    struct buffer result = {0};
    struct error error = {0};
    confine_to_life_of(parent);
    dup2(pipes[STREAM_MESSAGES], STDERR_FILENO);
    confine_process(seconds_of(plan, index), plan->memory > 0 ? plan->memory : memory_usual);
    bool good = plan->task(index, plan->context, &result, &error);
    char status = good ? 1 : 0;
    write_all(pipes[STREAM_RESULT], &status, 1);
    if (good)
        write_all(pipes[STREAM_RESULT], result.at, result.length);
    else
        write_all(pipes[STREAM_RESULT], (const char *)&error, sizeof error);
    _exit(0);
}

static void close_both(const int *ends)
{
    close(ends[0]);
    close(ends[1]);
}

static bool make_pipes(int ends[STREAMS][2])
{
    if (pipe(ends[STREAM_RESULT]) != 0)
        return false;
    if (pipe(ends[STREAM_MESSAGES]) == 0)
        return true;
    close_both(ends[STREAM_RESULT]);
    return false;
}

static bool start(struct child *child, const struct worker_plan *plan, size_t index,
                  struct error *error)
{
    int ends[STREAMS][2];
    if (!make_pipes(ends))
        return error_set(error, ERROR_SYSTEM, "cannot make a pipe: %s", strerror(errno));
    fflush(NULL); /* or the child would have what is not yet written to write too */
    double deadline = now() + seconds_of(plan, index);
    const pid_t parent = getpid();
    pid_t process = fork();
    if (process < 0) {
        error_set(error, ERROR_SYSTEM, "cannot start a worker: %s", strerror(errno));
        close_both(ends[STREAM_RESULT]);
        close_both(ends[STREAM_MESSAGES]);
        return false;
    }
    if (process == 0)
        run_child(plan, index, (int[]){ends[STREAM_RESULT][1], ends[STREAM_MESSAGES][1]}, parent);
    *child = (struct child){.process = process, .task = index, .deadline = deadline};
    for (int i = 0; i < STREAMS; i++) {
        close(ends[i][1]);
        child->pipes[i] = ends[i][0];
    }
    return true;
}

/* The error that a child sent, as far as it is one. */
static void take_error(struct error *error, const char *bytes)
{
    struct error sent;
    memcpy(&sent, bytes, sizeof sent);
    sent.message[sizeof sent.message - 1] = '\0';
    error_set(error, ERROR_SYSTEM, "%s", sent.message);
}

/* The bytes that arrived, told apart into result and error. */
static void settle(const struct child *child, const struct worker_plan *plan,
                   struct worker_result *result, int status)
{
    struct buffer raw = result->bytes;
    result->bytes = (struct buffer){0};
    if (result->timed_out)
        error_set(&result->error, ERROR_SYSTEM, "layout ran past its time limit of %g s",
                  seconds_of(plan, child->task));
    else if (WIFSIGNALED(status))
        error_set(&result->error, ERROR_SYSTEM, "layout was ended by signal %d", WTERMSIG(status));
    else if (raw.length > 0 && raw.at[0] == 1 && WEXITSTATUS(status) == 0)
        buffer_add_text(&result->bytes, (struct text){raw.at + 1, raw.length - 1});
    else if (raw.length == 1 + sizeof result->error && raw.at[0] == 0)
        take_error(&result->error, raw.at + 1);
    else
        error_set(&result->error, ERROR_SYSTEM, "layout ended without a result");
    buffer_release(&raw);
}

static void finish(struct child *child, const struct worker_plan *plan,
                   struct worker_result *results)
{
    int status = 0;
    for (int i = 0; i < STREAMS; i++)
        if (child->pipes[i] >= 0)
            close(child->pipes[i]);
    while (waitpid(child->process, &status, 0) < 0 && errno == EINTR)
        continue;
    settle(child, plan, &results[child->task], status);
    child->process = 0;
}

/* Reads what is there; closes the pipe when the child has nothing more to say in it. */
static void drain(struct child *child, enum stream stream, struct worker_result *result)
{
    char bytes[65536];
    struct buffer *buffer = stream == STREAM_RESULT ? &result->bytes : &result->messages;
    ssize_t count = read(child->pipes[stream], bytes, sizeof bytes);
    if (count < 0 && errno == EINTR)
        return;
    if (count <= 0) {
        close(child->pipes[stream]);
        child->pipes[stream] = -1;
        return;
    }
    size_t room = bytes_most[stream] - buffer->length;
    if ((size_t)count <= room)
        room = (size_t)count;
    else if (stream == STREAM_RESULT)
        kill(child->process, SIGKILL); /* no drawing is so large */
    buffer_add_text(buffer, (struct text){bytes, room});
}

/* Milliseconds until the first deadline, a second at most. */
static int patience(const struct child *children, size_t count)
{
    double time = now(), least = 1;
    for (size_t i = 0; i < count; i++)
        if (children[i].process != 0)
            least = fmin(least, fmax(0, children[i].deadline - time));
    return (int)ceil(least * 1000);
}

/* What arrives past the deadline comes too late, so that only the task's own time counts. */
static void attend(struct child *child, const struct worker_plan *plan, const struct pollfd *polls,
                   struct worker_result *results)
{
    struct worker_result *result = &results[child->task];
    if (now() > child->deadline) {
        result->timed_out = true;
        kill(child->process, SIGKILL);
    } else {
        for (int i = 0; i < STREAMS; i++)
            if (polls[i].revents != 0)
                drain(child, (enum stream)i, result);
        if (child->pipes[STREAM_RESULT] >= 0 || child->pipes[STREAM_MESSAGES] >= 0)
            return;
    }
    finish(child, plan, results);
    if (plan->done != NULL)
        plan->done(child->task, plan->context);
}

/* Wait for any child to say something or run out of time; finished ones become free. */
static void wait_some(struct child *children, size_t count, const struct worker_plan *plan,
                      struct worker_result *results)
{
    struct pollfd polls[WORKERS_MOST * STREAMS];
    for (size_t i = 0; i < count * STREAMS; i++) {
        const struct child *child = &children[i / STREAMS];
        polls[i] = (struct pollfd){.fd = child->process ? child->pipes[i % STREAMS] : -1,
                                   .events = POLLIN};
    }
    poll(polls, (nfds_t)(count * STREAMS), patience(children, count));
    for (size_t i = 0; i < count; i++)
        if (children[i].process != 0)
            attend(&children[i], plan, &polls[i * STREAMS], results);
}

void worker_run(const struct worker_plan *plan, struct worker_result *results)
{
    struct child children[WORKERS_MOST] = {0};
    size_t workers = processor_count();
    size_t next = 0;
    for (;;) {
        size_t running = 0;
        for (size_t i = 0; i < workers; i++) {
            while (children[i].process == 0 && next < plan->count) {
                start(&children[i], plan, next, &results[next].error);
                next++;
            }
            running += children[i].process != 0;
        }
        if (running == 0)
            return;
        wait_some(children, workers, plan, results);
    }
}

void worker_result_release(struct worker_result *result)
{
    buffer_release(&result->bytes);
    buffer_release(&result->messages);
}
