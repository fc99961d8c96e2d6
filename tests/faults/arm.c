/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Arms a fault before the program begins.  BLOC_FAULT is CALL:NTH:WHAT, as "write:3:ENOSPC", where
 * WHAT is an errno, "short" or a signal, and NTH+ means from the NTH on.  BLOC_FAULT_CALLS names a
 * file that is to hold the number of calls of each kind at the end.
 */
#include "faults/faults.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *name;
    enum fault_call call;
} names[] = {
    {"open", FAULT_OPEN},     {"write", FAULT_WRITE}, {"fsync", FAULT_FSYNC},
    {"close", FAULT_CLOSE},   {"link", FAULT_LINK},   {"rename", FAULT_RENAME},
    {"mkdir", FAULT_MKDIR},   {"fopen", FAULT_FOPEN}, {"fflush", FAULT_FFLUSH},
    {"fclose", FAULT_FCLOSE}, {"alloc", FAULT_ALLOC},
};

static const struct {
    const char *name;
    struct fault effect;
} effects[] = {
    {"none", {0}},
    {"short", {.is_short = true}},
    {"EACCES", {.reason = EACCES}},
    {"EIO", {.reason = EIO}},
    {"ENOMEM", {.reason = ENOMEM}},
    {"ENOSPC", {.reason = ENOSPC}},
    {"SIGTERM", {.signal = SIGTERM}},
};

static pid_t program;

static void tell_calls(void)
{
    enum {
        NAMES = sizeof names / sizeof *names,
    };
    const char *path = getenv("BLOC_FAULT_CALLS");
    unsigned long calls[NAMES];
    if (path == NULL || getpid() != program)
        return;
    for (size_t i = 0; i < NAMES; i++)
        calls[i] = fault_calls(names[i].call);
    fault_arm(NULL, 0);
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return;
    for (size_t i = 0; i < NAMES; i++)
        fprintf(file, "%s %lu\n", names[i].name, calls[i]);
    fclose(file);
}

static _Noreturn void refuse(const char *wish)
{
    fprintf(stderr, "BLOC_FAULT: '%s' is no fault\n", wish);
    _exit(99);
}

__attribute__((constructor)) static void arm_from_environment(void)
{
    const char *wish = getenv("BLOC_FAULT");
    char call[20];
    char nth[20];
    char what[20];
    struct fault fault = {0};
    bool known = false;
    if (wish == NULL)
        return;
    if (sscanf(wish, "%19[^:]:%19[^:]:%19s", call, nth, what) != 3)
        refuse(wish);
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++)
        if (strcmp(what, effects[i].name) == 0) {
            fault = effects[i].effect;
            known = true;
        }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(call, names[i].name) == 0)
            fault.call = names[i].call;
    fault.nth = strtoul(nth, NULL, 10);
    fault.lasting = strchr(nth, '+') != NULL;
    if (!known || fault.call == FAULT_NONE || fault.nth == 0)
        refuse(wish);
    program = getpid();
    atexit(tell_calls);
    fault_arm(&fault, 1);
}
