/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/alloc.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/undo.h"

/* The exit status of a system failure, as cli/main.c gives it. */
#define STATUS_SYSTEM 3

_Noreturn void alloc_fail(void)
{
    undo_all();
    fputs("bloc: out of memory\n", stderr);
    exit(STATUS_SYSTEM);
}

void *alloc_zeroed(size_t count, size_t size)
{
    const bool nothing = count == 0 || size == 0;
    void *block = nothing ? calloc(1, 1) : calloc(count, size);
    if (block == NULL)
        alloc_fail();
    return block;
}

void *alloc_resize(void *block, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        alloc_fail();
    const size_t bytes = count * size;
    void *moved = realloc(block, bytes == 0 ? 1 : bytes);
    if (moved == NULL)
        alloc_fail();
    return moved;
}

char *alloc_copy_string(const char *string)
{
    const size_t bytes = strlen(string) + 1;
    return memcpy(alloc_zeroed(bytes, 1), string, bytes);
}
