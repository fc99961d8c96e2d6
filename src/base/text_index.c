/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/text_index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* One step of a hash: the multiplier is 2^64 over the golden ratio (Knuth 1998, section 6.4). */
static uint64_t mix(uint64_t value, uint64_t word)
{
    value = (value ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return value ^ (value >> 29);
}

/* Eight bytes at a time. */
uint64_t text_index_hash(struct text key)
{
    uint64_t value = key.length;
    uint64_t word = 0;
    for (; key.length >= sizeof word; key.at += sizeof word, key.length -= sizeof word) {
        memcpy(&word, key.at, sizeof word);
        value = mix(value, word);
    }
    word = 0;
    if (key.length > 0)
        memcpy(&word, key.at, key.length);
    return mix(mix(value, word), UINT64_C(0xD6E8FEB86659FD93));
}

/* As many bits as a slot keeps. */
static uint32_t hash_of(struct text key)
{
    return (uint32_t)(text_index_hash(key) >> 32);
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

struct text text_index_key(const struct text_index *index, struct text key)
{
    assert(index->capacity > 0);
    return find_slot(index, key, hash_of(key))->key;
}
