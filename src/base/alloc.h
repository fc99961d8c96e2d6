/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Allocation that does not fail: out of memory ends the program here and nowhere else,
 * so no caller checks.  Used by every module.
 */
#ifndef BLOC_BASE_ALLOC_H
#define BLOC_BASE_ALLOC_H

#include <stddef.h>

/* Zeroed memory for count items of the given size; never NULL, also for 0 bytes. */
void *alloc_zeroed(size_t count, size_t size);

/* Grow or shrink a block of count items; new bytes are not initialised.  Never NULL. */
void *alloc_resize(void *block, size_t count, size_t size);

/* A copy of a NUL-terminated string, to be freed by the caller.  Never NULL. */
char *alloc_copy_string(const char *string);

/* End the program with "out of memory", for libraries that report it themselves; what base/undo.h
 * knows to be half done is taken back before. */
_Noreturn void alloc_fail(void);

#endif
