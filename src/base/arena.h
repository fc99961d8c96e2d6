/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Region allocation: many small objects with one owner and one end.
 * A dataset, a selection and a drawing each own an arena; nothing inside it is freed alone.
 */
#ifndef BLOC_BASE_ARENA_H
#define BLOC_BASE_ARENA_H

#include "base/text.h"

#include <stddef.h>

struct arena_block;

/* The zero value is an empty arena. */
struct arena {
    struct arena_block *first; /* newest block; NULL when empty */
};

void arena_release(struct arena *arena);

/* Zeroed memory, aligned for any type; lives until arena_release.  Never NULL. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A copy of the text, followed by a NUL so that its .at is also a C string. */
struct text arena_copy_text(struct arena *arena, struct text text);

/* A formatted text, followed by a NUL. */
struct text arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
