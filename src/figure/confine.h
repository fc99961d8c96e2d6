/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a process that only computes is left with: layout runs foreign code over data that may
 * be hostile, and needs neither files nor a network nor much memory.
 */
#ifndef BLOC_FIGURE_CONFINE_H
#define BLOC_FIGURE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * Bind the calling process for good: so many seconds of processor time, so many bytes of memory
 * beyond what it has, no new file, no byte written to one, no core dump; and, where the kernel allows it, no system calls but those of computing, memory and the
 * streams that are open.  Refused calls fail with EPERM.  A means that is not to be had is left
 * out; address sanitizers reserve too much memory for a limit.  True when the filter of system
 * calls stands.
 */
bool confine_process(double seconds, size_t memory);

/* End the calling process when its parent ends; at once when that has ended already. */
void confine_to_life_of(pid_t parent);

/* Would the filter stand here?  Binds a process of its own to see; false also when none starts. */
bool confine_filters_calls(void);

/* Can memory be limited in this build? */
bool confine_limits_memory(void);

#endif
