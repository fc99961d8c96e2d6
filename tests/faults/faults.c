/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "faults/faults.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    FAULTS_MOST = 2,
};

static struct fault armed[FAULTS_MOST];
static unsigned long calls[FAULTS_MOST];    /* that each fault may meet */
static unsigned long calls_of[FAULT_FILES]; /* of each kind */
static unsigned armed_count;
static pid_t owner;
static bool happened;

void fault_arm(const struct fault *faults, unsigned count)
{
    armed_count = 0;
    for (unsigned i = 0; i < count && i < FAULTS_MOST; i++) {
        armed[i] = faults[i];
        calls[i] = 0;
    }
    memset(calls_of, 0, sizeof calls_of);
    happened = false;
    owner = getpid();
    armed_count = count;
}

bool fault_happened(void)
{
    return happened;
}

unsigned long fault_calls(enum fault_call call)
{
    return calls_of[call];
}

static bool is_meant(const struct fault *fault, enum fault_call call)
{
    return fault->call == call || (fault->call == FAULT_FILES && call != FAULT_ALLOC);
}

/* Count a call; the fault that meets it, or NULL. */
static const struct fault *meet(enum fault_call call)
{
    const struct fault *met = NULL;
    if (armed_count == 0 || owner != getpid())
        return NULL;
    calls_of[call]++;
    for (unsigned i = 0; i < armed_count; i++) {
        if (!is_meant(&armed[i], call))
            continue;
        const unsigned long number = ++calls[i];
        if (number != armed[i].nth && !(armed[i].lasting && number > armed[i].nth))
            continue;
        if (met == NULL)
            met = &armed[i];
        happened = happened || i == 0;
    }
    if (met != NULL && met->milliseconds != 0)
        nanosleep(&(struct timespec){.tv_nsec = met->milliseconds * 1000000L}, NULL);
    if (met != NULL && met->signal != 0)
        raise(met->signal);
    return met;
}

/* Does the call fail?  Sets errno then. */
static bool fails(enum fault_call call)
{
    const struct fault *fault = meet(call);
    if (fault == NULL || fault->reason == 0)
        return false;
    errno = fault->reason;
    return true;
}

/* The names are those of the linker. NOLINTBEGIN(bugprone-reserved-identifier) */

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails(FAULT_OPEN) ? -1 : __real_open(path, flags, mode);
}

ssize_t __real_write(int descriptor, const void *bytes, size_t length);
ssize_t __wrap_write(int descriptor, const void *bytes, size_t length);
ssize_t __wrap_write(int descriptor, const void *bytes, size_t length)
{
    const struct fault *fault = meet(FAULT_WRITE);
    if (fault != NULL && fault->reason != 0) {
        errno = fault->reason;
        return -1;
    }
    return __real_write(descriptor, bytes,
                        fault != NULL && fault->is_short && length > 1 ? 1 : length);
}

/* A failing close closes nevertheless, as Linux does. */
int __real_close(int descriptor);
int __wrap_close(int descriptor);
int __wrap_close(int descriptor)
{
    const struct fault *fault = meet(FAULT_CLOSE);
    const int result = __real_close(descriptor);
    if (fault == NULL || fault->reason == 0)
        return result;
    errno = fault->reason;
    return -1;
}

int __real_fclose(FILE *file);
int __wrap_fclose(FILE *file);
int __wrap_fclose(FILE *file)
{
    const struct fault *fault = meet(FAULT_FCLOSE);
    const int result = __real_fclose(file);
    if (fault == NULL || fault->reason == 0)
        return result;
    errno = fault->reason;
    return EOF;
}

FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode)
{
    return fails(FAULT_FOPEN) ? NULL : __real_fopen(path, mode);
}

/* Calls that need nothing but their result. */
#define WRAP(name, call, parameters, arguments)            \
    int __real_##name parameters;                          \
    int __wrap_##name parameters;                          \
    int __wrap_##name parameters                           \
    {                                                      \
        return fails(call) ? -1 : __real_##name arguments; \
    }

WRAP(fsync, FAULT_FSYNC, (int descriptor), (descriptor))
WRAP(link, FAULT_LINK, (const char *path, const char *name), (path, name))
WRAP(rename, FAULT_RENAME, (const char *path, const char *name), (path, name))
WRAP(mkdir, FAULT_MKDIR, (const char *path, mode_t mode), (path, mode))
WRAP(fflush, FAULT_FFLUSH, (FILE * file), (file))

#define WRAP_ALLOC(name, parameters, arguments)                     \
    void *__real_##name parameters;                                 \
    void *__wrap_##name parameters;                                 \
    void *__wrap_##name parameters                                  \
    {                                                               \
        return fails(FAULT_ALLOC) ? NULL : __real_##name arguments; \
    }

WRAP_ALLOC(malloc, (size_t size), (size))
WRAP_ALLOC(calloc, (size_t count, size_t size), (count, size))
WRAP_ALLOC(realloc, (void *block, size_t size), (block, size))

/* NOLINTEND(bugprone-reserved-identifier) */
