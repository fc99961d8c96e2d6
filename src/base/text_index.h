/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From texts to numbers: a hash table (open addressing).  Used for ids and folded
 * names, and to notice repeated ones.
 */
#ifndef BLOC_BASE_TEXT_INDEX_H
#define BLOC_BASE_TEXT_INDEX_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TEXT_INDEX_ABSENT UINT32_MAX

struct text_index_slot {
    struct text key;
    uint32_t value; /* TEXT_INDEX_ABSENT = free slot */
    uint32_t hash;  /* of the key, so that other keys are seldom looked at */
};

/* The zero value is an empty index. */
struct text_index {
    struct text_index_slot *slots;
    size_t count;
    size_t capacity; /* a power of two, or 0 */
};

/* The hash of a key; the same on one machine only. */
uint64_t text_index_hash(struct text key);

void text_index_release(struct text_index *index);

/*
 * Remember a value below TEXT_INDEX_ABSENT under a key, which is borrowed.  A key that is
 * there already keeps its first value.  Returns the value that stands now.
 */
uint32_t text_index_add(struct text_index *index, struct text key, uint32_t value);

/* The value of a key, or TEXT_INDEX_ABSENT. */
uint32_t text_index_find(const struct text_index *index, struct text key);

/* The key as it was added, of one that is in the index. */
struct text text_index_key(const struct text_index *index, struct text key);

#endif
