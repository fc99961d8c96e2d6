/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An arena is a list of blocks, newest first; only the newest is filled further.  A request
 * larger than a usual block gets a block of its own behind the newest, which stays in use.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/point_locale.h"

/* Blocks grow, so that a scratch arena of a few names costs little. */
#define BLOCK_FIRST ((size_t)1024)
#define BLOCK_MOST ((size_t)64 * 1024)

struct arena_block {
    struct arena_block *next;
    size_t used;
    size_t capacity;
    _Alignas(max_align_t) char bytes[];
};

void arena_release(struct arena *arena)
{
    struct arena_block *block = arena->first;
    while (block != NULL) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena->first = NULL;
}

static struct arena_block *new_block(size_t capacity)
{
    if (capacity > SIZE_MAX - sizeof(struct arena_block))
        alloc_fail();
    struct arena_block *block = alloc_zeroed(1, sizeof *block + capacity);
    block->capacity = capacity;
    return block;
}

/* The next usual block: the double of the newest, and four times the request at least. */
static size_t next_size(const struct arena *arena, size_t bytes)
{
    size_t size = arena->first == NULL ? BLOCK_FIRST : arena->first->capacity * 2;
    while (size / 4 < bytes)
        size *= 2;
    return size < BLOCK_MOST ? size : BLOCK_MOST;
}

static struct arena_block *add_block(struct arena *arena, size_t bytes)
{
    const bool own = bytes > BLOCK_MOST / 4;
    const size_t size = own ? bytes : next_size(arena, bytes);
    struct arena_block *block = new_block(size);
    if (own && arena->first != NULL) {
        block->next = arena->first->next;
        arena->first->next = block;
    } else {
        block->next = arena->first;
        arena->first = block;
    }
    return block;
}

/* Bytes at the given alignment, a power of two.  They are zero: no block is used twice. */
static void *take(struct arena *arena, size_t bytes, size_t alignment)
{
    struct arena_block *block = arena->first;
    size_t start = block == NULL ? 0 : (block->used + alignment - 1) / alignment * alignment;
    if (block == NULL || start > block->capacity || block->capacity - start < bytes) {
        block = add_block(arena, bytes);
        start = 0;
    }
    block->used = start + bytes;
    return block->bytes + start;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        alloc_fail();
    return take(arena, count * size, _Alignof(max_align_t));
}

struct text arena_copy_text(struct arena *arena, struct text text)
{
    char *at = take(arena, text.length + 1, 1);
    if (text.length > 0)
        memcpy(at, text.at, text.length);
    return (struct text){.at = at, .length = text.length};
}

struct text arena_format(struct arena *arena, const char *format, ...)
{
    const struct point_locale locale = point_locale_enter();
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        alloc_fail();
    char *at = take(arena, (size_t)length + 1, 1);
    va_start(arguments, format);
    vsnprintf(at, (size_t)length + 1, format, arguments);
    va_end(arguments);
    point_locale_leave(locale);
    return (struct text){.at = at, .length = (size_t)length};
}
