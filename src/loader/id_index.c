/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "loader/id_index.h"

#include "base/alloc.h"

/* What searching for suggestions may cost: ids looked at, searches in a run, bytes in an id. */
#define SUGGEST_IDS 5000
#define SUGGEST_SEARCHES 200
#define SUGGEST_BYTES 100

void id_index_release(struct id_index *index)
{
    list_release(&index->entries);
    text_index_release(&index->positions);
}

struct id_entry *id_index_find(const struct id_index *index, struct text id)
{
    const uint32_t position = text_index_find(&index->positions, id);
    return position == TEXT_INDEX_ABSENT ? NULL : &index->entries.items[position];
}

void id_index_add(struct id_index *index, struct text id, uint32_t row, size_t line)
{
    text_index_add(&index->positions, id, (uint32_t)index->entries.count);
    list_push(&index->entries, (struct id_entry){.id = id, .row = row, .line = line});
}

struct text id_index_suggest(struct id_index *index, struct text id)
{
    const struct text none = {0};
    const size_t entries = index->entries.count;
    if (entries == 0 || entries > SUGGEST_IDS || id.length > SUGGEST_BYTES)
        return none;
    if (index->searches++ >= SUGGEST_SEARCHES)
        return none;

    struct text *ids = alloc_zeroed(entries, sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < entries; i++) {
        const struct id_entry *entry = &index->entries.items[i];
        if (entry->row < ID_WAITING && entry->id.length <= SUGGEST_BYTES)
            ids[count++] = entry->id;
    }
    const struct text *nearest = text_find_nearest(id, ids, count);
    const struct text suggestion = nearest == NULL ? none : *nearest;
    list_free(ids);
    return suggestion;
}
