/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Calls of the system that fail when a test wants it: linked before the real ones with --wrap,
 * so only calls from our own code are met, not those inside foreign libraries.  Calls of a child
 * process count only when it armed the fault itself.
 */
#ifndef BLOC_TESTS_FAULTS_FAULTS_H
#define BLOC_TESTS_FAULTS_FAULTS_H

#include <stdbool.h>

enum fault_call {
    FAULT_NONE,
    FAULT_OPEN,
    FAULT_WRITE,
    FAULT_FSYNC,
    FAULT_CLOSE,
    FAULT_LINK,
    FAULT_RENAME,
    FAULT_MKDIR,
    FAULT_FOPEN,
    FAULT_FFLUSH,
    FAULT_FCLOSE,
    FAULT_ALLOC, /* malloc, calloc, realloc */
    FAULT_FILES, /* any of them but FAULT_ALLOC */
};

struct fault {
    enum fault_call call;
    unsigned long nth; /* the how manieth such call, from 1 */
    bool lasting;      /* those behind it fail too */
    int reason;        /* errno; 0 = the call does its work */
    bool is_short;     /* a write takes one byte only */
    int signal;        /* raised before the call; 0 = none */
    int milliseconds;  /* slept before the call */
};

/* From now on, in this process; up to two at once. */
void fault_arm(const struct fault *faults, unsigned count);

/* Did the first fault happen? */
bool fault_happened(void);

/* How many such calls there were since then. */
unsigned long fault_calls(enum fault_call call);

#endif
