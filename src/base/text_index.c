/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/text_index.h"

#include <assert.h>
#include <stdlib.h>

#include "base/alloc.h"

/* FNV-1a, 64 bits (Fowler, Noll, Vo 1991), folded to 32. */
static uint32_t hash_of(struct text key)
{
    uint64_t value = 0xcbf29ce484222325u;
    for (size_t i = 0; i < key.length; i++)
        value = (value ^ (unsigned char)key.at[i]) * 0x100000001b3u;
    return (uint32_t)(value ^ (value >> 32));
}

void text_index_release(struct text_index *index)
{
    free(index->slots);
    *index = (struct text_index){0};
}

/* The slot that has the key, or the free one where it belongs. */
static struct text_index_slot *find_slot(const struct text_index *index, struct text key,
                                         uint32_t hash)
{
    const size_t mask = index->capacity - 1;
    size_t at = hash & mask;
    while (index->slots[at].value != TEXT_INDEX_ABSENT &&
           (index->slots[at].hash != hash || !text_equal(index->slots[at].key, key)))
        at = (at + 1) & mask;
    return &index->slots[at];
}

/* At most half of the slots are taken, so that a free one is always near. */
static void grow(struct text_index *index)
{
    struct text_index larger = {.count = index->count,
                                .capacity = index->capacity == 0 ? 16 : index->capacity * 2};
    larger.slots = alloc_zeroed(larger.capacity, sizeof *larger.slots);
    for (size_t i = 0; i < larger.capacity; i++)
        larger.slots[i].value = TEXT_INDEX_ABSENT;
    for (size_t i = 0; i < index->capacity; i++)
        if (index->slots[i].value != TEXT_INDEX_ABSENT)
            *find_slot(&larger, index->slots[i].key, index->slots[i].hash) = index->slots[i];
    free(index->slots);
    *index = larger;
}

uint32_t text_index_add(struct text_index *index, struct text key, uint32_t value)
{
    assert(value != TEXT_INDEX_ABSENT);
    if (index->count >= index->capacity / 2)
        grow(index);
    const uint32_t hash = hash_of(key);
    struct text_index_slot *slot = find_slot(index, key, hash);
    if (slot->value == TEXT_INDEX_ABSENT) {
        *slot = (struct text_index_slot){.key = key, .value = value, .hash = hash};
        index->count++;
    }
    return slot->value;
}

uint32_t text_index_find(const struct text_index *index, struct text key)
{
    return index->capacity == 0 ? TEXT_INDEX_ABSENT : find_slot(index, key, hash_of(key))->value;
}
